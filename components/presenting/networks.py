"""What a page calls a network: in its menu, and in the sentence that says what it has read."""

from components.presenting.glyphs import plain
from components.words import Words


def label(name: str, words: Words) -> str:
    """Return what a menu or a table calls a network; one that did not come with the page is called by its folder.

    Parameters
    ----------
    name : str
        Its folder's, as `language_model.folder.name_of` returns it.
    words : Words
        The reader's language.
    """
    return dict(words.frame.model_labels).get(name, name)


def reader(name: str, words: Words) -> str:
    """Return a network as the subject of a sentence in Markdown, with what it has read as far as that is known.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> reader("shakespeare", ENGLISH), reader("mine", ENGLISH)
    ('A network that has read Shakespeare, letter by letter,', 'The network “mine”')
    """
    return dict(words.frame.readers).get(name) or words.frame.other_reader.format(model=plain(name))

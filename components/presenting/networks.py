"""What a page calls a network: in its menu, and in the sentence that says what it has read."""

from components.own import store
from components.presenting.glyphs import plain
from components.words import Words

_BEGINNING = 4  # signs that tell two networks of a visitor apart; they open neither


def label(name: str, words: Words) -> str:
    """Return what a menu or a table calls a network; one that did not come with the page is called by its folder.

    Parameters
    ----------
    name : str
        Its folder's, as `language_model.folder.name_of` returns it, or what the address calls a visitor's own.
    words : Words
        The reader's language.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> label("mine", ENGLISH), label("own-0123456789abcdef0123456789abcdef", ENGLISH)
    ('mine', 'Your own network (0123)')
    """
    if store.is_link(name):
        return words.frame.own_label.format(beginning=name.removeprefix(store.LINK)[:_BEGINNING])
    return dict(words.frame.model_labels).get(name, name)


def in_file(name: str) -> str:
    """Return what a file that is handed on calls a network: whoever has a visitor's address of their own can delete it.

    Examples
    --------
    >>> in_file("mine"), in_file("own-0123456789abcdef0123456789abcdef")
    ('mine', 'own-0123')
    """
    return name[: len(store.LINK) + _BEGINNING] if store.is_link(name) else name


def reader(name: str, words: Words) -> str:
    """Return a network as the subject of a sentence in Markdown, with what it has read as far as that is known.

    Examples
    --------
    >>> from components.words.en import ENGLISH
    >>> reader("shakespeare", ENGLISH), reader("mine", ENGLISH)
    ('A network that has read Shakespeare, letter by letter,', 'The network “mine”')
    """
    if store.is_link(name):
        return words.frame.own_reader
    return dict(words.frame.readers).get(name) or words.frame.other_reader.format(model=plain(name))

"""The text so far: what a visitor types, and what the model reads of it."""

from dataclasses import dataclass

from components.language_model.vocabulary import Vocabulary
from components.presenting.glyphs import LINE_BREAK, glyph, name
from components.words.en import Words

LONGEST = 2000


@dataclass(frozen=True)
class Prompt:
    """What the model reads, and a sentence for everything that was changed on the way."""

    text: str
    remarks: tuple[str, ...] = ()


def shown(text: str) -> str:
    r"""Give a text as the one-line field shows it.

    Examples
    --------
    >>> shown("All:\nSpeak")
    'All:⏎Speak'
    """
    return text.replace("\r\n", "\n").replace("\n", LINE_BREAK)


def typed(text: str) -> str:
    r"""Give the text that was meant by what stands in the one-line field.

    Examples
    --------
    >>> typed(r"All:⏎Speak,\nspeak")
    'All:\nSpeak,\nspeak'
    """
    return text.replace("\\n", "\n").replace(LINE_BREAK, "\n")


def read(field: str, vocabulary: Vocabulary, words: Words) -> Prompt:
    """Make a prompt of what stands in the field, whatever stands there.

    Parameters
    ----------
    field : str
        As typed.
    vocabulary : Vocabulary
        What the model knows.
    words : Words
        The reader's language.

    Returns
    -------
    Prompt
        At least one known character, at most `LONGEST`.
    """
    remarks = []
    text, unknown = vocabulary.split_known(typed(field))
    if unknown:
        named = " ".join(glyph(character) for character in unknown)
        remarks.append(words.unknown_characters.format(characters=named))
    if len(text) > LONGEST:
        remarks.append(words.long_prompt.format(length=len(text), limit=LONGEST))
        text = text[-LONGEST:]
    if not text:
        text = vocabulary.first_of("\n")
        remarks.append(words.empty_prompt.format(character=name(text, words)))
    return Prompt(text, tuple(remarks))

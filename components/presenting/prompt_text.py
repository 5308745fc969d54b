"""The text so far: what a visitor types, and what the model reads of it."""

import re
from dataclasses import dataclass

from components.language_model.scene import Example, ExampleKind
from components.language_model.vocabulary import Vocabulary
from components.presenting.glyphs import LINE_BREAK, glyph, name
from components.words import Words

LONGEST = 2000  # characters

# What the field cannot hold, or would read as something else, stands after a backslash in it.
_SHOWN = re.compile(rf"\\|{LINE_BREAK}")
_TYPED = re.compile(rf"\\[\\n{LINE_BREAK}]|{LINE_BREAK}")
_MEANT = {LINE_BREAK: "\n", "\\n": "\n"}


@dataclass(frozen=True)
class Prompt:
    """What the model reads, and a sentence for everything that was changed on the way.

    Attributes
    ----------
    text : str
        At least one known character, at most `LONGEST`.
    noise_start : int
        How many of its last characters the model wrote: the next one is picked by the noise of this step.
    remarks : tuple of str
        A sentence for each change.
    """

    text: str
    noise_start: int = 0
    remarks: tuple[str, ...] = ()


def shown(text: str) -> str:
    r"""Return a text as the one-line field shows it; `typed` reads it back.

    Examples
    --------
    >>> shown("All:\nSpeak"), shown("a\\b")
    ('All:⏎Speak', 'a\\\\b')
    """
    return one_line(_SHOWN.sub(lambda match: "\\" + match[0], text))


def one_line(field: str) -> str:
    r"""Return what is to stand in the field with a sign for every line break that it cannot hold.

    Examples
    --------
    >>> one_line("All:\nSpeak")
    'All:⏎Speak'
    """
    return field.replace("\r\n", "\n").replace("\n", LINE_BREAK)


def typed(field: str) -> str:
    r"""Return the text that is meant by what stands in the one-line field.

    ``⏎`` and ``\n`` are a line break; ``\\`` is a backslash and ``\⏎`` the sign itself.

    Examples
    --------
    >>> typed(r"All:⏎Speak,\nspeak")
    'All:\nSpeak,\nspeak'
    >>> typed(r"C:\\new")
    'C:\\new'
    """
    return _TYPED.sub(lambda match: _MEANT.get(match[0], match[0][-1]), field)


def example_name(example: Example, words: Words) -> str:
    """Return what comes after an example, as a menu says it."""
    return {
        ExampleKind.SURE: words.explore.example_sure,
        ExampleKind.TWO: words.explore.example_two,
        ExampleKind.OPEN: words.explore.example_open,
        ExampleKind.LINE: words.explore.example_line,
    }[example.kind]


def read(field: str, vocabulary: Vocabulary, words: Words, noise_start: int = 0) -> Prompt:
    """Return the prompt that is meant by what stands in the field, whatever stands there.

    Parameters
    ----------
    field : str
        As typed.
    vocabulary : Vocabulary
        What the model knows.
    words : Words
        The reader's language.
    noise_start : int, optional
        How many of the last characters the model wrote.
    """
    remarks = []
    text, unknown = vocabulary.split_known(typed(field))
    if unknown:
        signs = " ".join(glyph(character) for character in unknown)
        remarks.append(words.explore.unknown_characters.format(characters=signs))
    if len(text) > LONGEST:
        remarks.append(words.explore.long_prompt.format(length=len(text), limit=LONGEST))
        text = text[-LONGEST:]
    if not text:
        text = vocabulary.first_of("\n")
        remarks.append(words.explore.empty_prompt.format(character=name(text, words)))
    return Prompt(text, noise_start, tuple(remarks))

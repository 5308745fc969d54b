"""A text that is to be written: where it goes on from, and what its characters are picked by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from components.language_model.batching import Row
from components.language_model.cut import Steering, cut_numbers
from components.language_model.sample import Drawn
from components.language_model.stepping import Floats, States
from components.language_model.vocabulary import Vocabulary
from components.temperature.schedule import Schedule, starts_word, temperature_table, temperatures_along


@dataclass(frozen=True)
class Reading:
    """What a network makes of a prompt: its state, and the logits of the next character.

    Attributes
    ----------
    states : list of ndarray
        The network's state after the prompt, for one row.
    logits : ndarray of float32, shape (characters,)
        Scores of the next character.
    features : ndarray of float32, shape (units,)
        What the last layer makes the logits of.
    last : str
        The last character of the prompt.
    """

    states: States
    logits: Floats
    features: Floats
    last: str


class Text(NamedTuple):
    """A text to write.

    Attributes
    ----------
    reading : Reading
        Where it goes on from.
    row : Row
        What it is written with.
    noise : ndarray of float32, shape (length, characters)
        That of its row.
    """

    reading: Reading
    row: Row
    noise: Floats

    @property
    def is_plain(self) -> bool:
        """Whether it has one temperature and nothing is cut, up to values that have no effect."""
        decoding = self.row.decoding.canonical(self.noise.shape[1])
        return not decoding.has_cut and not isinstance(decoding.temperature, Schedule)

    def drawn(self, vocabulary: Vocabulary, codes: NDArray[np.int32], logits: Floats) -> Drawn:
        """Return the text as it was written: codes (length,), picked from logits (length, characters)."""
        written, decoding = vocabulary.decode(codes), self.row.decoding
        temperatures = temperatures_along(decoding.temperature, written, self.reading.last, self.row.noise_start)
        return Drawn(written, decoding, codes, logits, self.noise, temperatures)


def steering(texts: Sequence[Text]) -> Steering:
    """Return how the characters of texts of one length are picked.

    Steps are counted as those of the noise: a text that goes on behind a longer prompt goes on with its schedule.
    """
    decodings, characters = [text.row.decoding for text in texts], texts[0].noise.shape[1]
    starts = [text.row.noise_start for text in texts]
    tables = [
        temperature_table(decoding.temperature, range(start, start + len(texts[0].noise)))
        for decoding, start in zip(decodings, starts, strict=True)
    ]
    return Steering(
        cut_numbers(decodings, characters),
        np.stack(tables, axis=1).astype(np.float32),  # (length, rows, 2)
        np.array([starts_word(text.reading.last) for text in texts]),
    )

"""The setting of a comparison: which cuts and which temperatures by place in the word are compared. Needs no Keras."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from components.analysis.sweep_setting import SweepSetting
from components.language_model.batching import Row
from components.temperature import Decoding
from components.temperature.schedule import WordPlace

SAMPLES = 64  # texts of each candidate
LEAST_SAMPLES = 4  # two halves of two each


class Family(StrEnum):
    """Candidates that differ in their temperatures alone."""

    CONSTANT = "constant"
    TOP_K = "top_k"
    TOP_P = "top_p"
    TOP_P_CUT_FIRST = "top_p_cut_first"
    MIN_P = "min_p"
    MIN_P_CUT_FIRST = "min_p_cut_first"
    WORD_PLACE = "word_place"


# Top-k keeps the same characters in both orders.
CUTS = {
    Family.CONSTANT: Decoding(),
    Family.TOP_K: Decoding(top_k=10),
    Family.TOP_P: Decoding(top_p=0.9),
    Family.TOP_P_CUT_FIRST: Decoding(top_p=0.9, cut_first=True),
    Family.MIN_P: Decoding(min_p=0.1),
    Family.MIN_P_CUT_FIRST: Decoding(min_p=0.1, cut_first=True),
}


@dataclass(frozen=True)
class Candidate:
    """One way of picking characters, of all that are compared.

    Attributes
    ----------
    family : Family
        What it is a member of.
    decoding : Decoding
        Its cut and its temperatures.
    """

    family: Family
    decoding: Decoding

    @property
    def temperatures(self) -> tuple[float, ...]:
        """The temperature; or that of a word's first letter and that inside the word."""
        temperature = self.decoding.temperature
        if isinstance(temperature, WordPlace):
            return temperature.first, temperature.inside
        return (self.decoding.fixed_temperature,)


@dataclass(frozen=True)
class ComparisonSetting:
    """The texts of a comparison: one for each candidate and seed, with the same noise for all candidates.

    Attributes
    ----------
    constant : SweepSetting
        The texts at a constant temperature; prompt, temperatures, seeds and length are also those of the cuts. It
        has four samples or more: the best candidate is chosen by the first half and reported by the second.
    first : tuple of float
        Temperatures of a word's first letter.
    inside : tuple of float
        Temperatures inside a word; each is compared with each of `first`.

    Raises
    ------
    ValueError
        If there are too few samples, or a temperature is negative or not finite.

    Examples
    --------
    >>> setting = ComparisonSetting(SweepSetting(temperatures=(0.5, 1.0), samples=4), first=(1.3,), inside=(0.4, 0.5))
    >>> len(setting.candidates), setting.candidates[-1].temperatures
    (14, (1.3, 0.5))
    """

    constant: SweepSetting = field(default_factory=lambda: SweepSetting(samples=SAMPLES))
    first: tuple[float, ...] = (1.0, 1.2, 1.4, 1.6, 1.8, 2.0)
    inside: tuple[float, ...] = (0.5, 0.6, 0.7, 0.8)

    def __post_init__(self) -> None:
        if self.constant.samples < LEAST_SAMPLES:
            raise ValueError(
                f"choosing by one half of the samples and reporting by the other needs at least {LEAST_SAMPLES}, "
                f"got {self.constant.samples}: ask for more"
            )
        self._in_words()  # which looks at the temperatures

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """All that are compared, family by family."""
        cuts = [
            Candidate(family, replace(cut, temperature=temperature))
            for family, cut in CUTS.items()
            for temperature in self.constant.temperatures
        ]
        return (*cuts, *self._in_words())

    def _in_words(self) -> list[Candidate]:
        return [
            Candidate(Family.WORD_PLACE, Decoding(WordPlace(first, inside)))
            for inside in self.inside
            for first in self.first
        ]

    @property
    def texts(self) -> int:
        """The number of all texts."""
        return self.constant.samples * len(self.candidates)

    def rows(self) -> Iterator[Row]:
        """Yield the rows, all candidates of a seed after one another."""
        decodings = [candidate.decoding for candidate in self.candidates]
        return (Row(decoding, seed) for seed in self.constant.seeds for decoding in decodings)

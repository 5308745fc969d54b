"""The setting of a sweep: prompt, temperatures, number and length of the texts. Needs no Keras."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.language_model.batching import BATCH, Row, check_batch, check_rows
from components.temperature.scale import HIGHEST

LEAST_SAMPLES = 2  # one text has no interval
LONGEST = 10_000  # characters: the scores of a batch of 64 such texts over 256 characters take 0.7 GB

STEPS = tuple(round(0.1 * step, 1) for step in range(21))  # 0 to 2


@dataclass(frozen=True)
class SweepSetting:
    r"""The texts of a sweep: one for each temperature and seed, with the same noise at all temperatures.

    The default prompt is a line break: every shipped model knows it, it names no speaker, and at T = 0 each of
    them writes a readable loop after it.

    Attributes
    ----------
    prompt : str
        The beginning of every text; not a part of it.
    temperatures : tuple of float
        Distinct, from 0 to 3 each.
    samples : int
        Texts at each temperature, 2 or more.
    length : int
        Characters of each text, from 1 to 10,000.
    first_seed : int
        0 or more; each further sample has the next.
    batch : int
        Rows that are generated and held at once, from 1 to 256. The texts do not depend on it.

    Raises
    ------
    ValueError
        If one of them is out of its range; the error names it, its value and the remedy.

    Examples
    --------
    >>> setting = SweepSetting(temperatures=(0.5, 1.0), samples=3, length=200)
    >>> setting.seeds, setting.texts
    (range(1, 4), 6)
    """

    prompt: str = "\n"
    temperatures: tuple[float, ...] = STEPS
    samples: int = 32
    length: int = 1000
    first_seed: int = 1
    batch: int = BATCH

    def __post_init__(self) -> None:
        if not self.temperatures:
            raise ValueError("a sweep needs at least one temperature, got none: give some from 0 to 2")
        check_rows([Row.at(temperature, self.first_seed) for temperature in self.temperatures], self.length)
        if max(self.temperatures) > HIGHEST:
            raise ValueError(
                f"a sweep's temperatures end at {HIGHEST:g}, as the slider does, got {max(self.temperatures):g}: "
                "give lower ones"
            )
        twice = [value for index, value in enumerate(self.temperatures) if value in self.temperatures[:index]]
        if twice:
            raise ValueError(f"a sweep takes each temperature once, got {twice[0]:g} twice: leave one out")
        if self.samples < LEAST_SAMPLES:
            raise ValueError(f"an interval needs at least {LEAST_SAMPLES} samples, got {self.samples}: ask for more")
        if not 1 <= self.length <= LONGEST:
            raise ValueError(f"a text has from 1 to {LONGEST} characters, got length {self.length}")
        if not self.prompt:
            raise ValueError("the prompt is empty: begin with a line break")
        check_batch(self.batch)

    @property
    def seeds(self) -> range:
        """The seeds of the samples."""
        return range(self.first_seed, self.first_seed + self.samples)

    @property
    def texts(self) -> int:
        """The number of all texts."""
        return self.samples * len(self.temperatures)

    def groups(self) -> Iterator[list[Row]]:
        """Yield the rows in groups that hold all temperatures of some seeds, as many as fit into a batch.

        Examples
        --------
        >>> [len(group) for group in SweepSetting(samples=4).groups()]
        [63, 21]
        """
        together = max(1, self.batch // len(self.temperatures))
        for start in range(0, self.samples, together):
            seeds = self.seeds[start : start + together]
            yield [Row.at(temperature, seed) for seed in seeds for temperature in self.temperatures]

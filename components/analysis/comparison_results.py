"""The results of a comparison: as JSON, and what is found in them. Needs no Keras."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.analysis import stored
from components.analysis.bootstrap import Estimate, estimate_of, estimates
from components.analysis.comma_separated import comma_separated
from components.analysis.comparison_setting import Candidate, ComparisonSetting, Family
from components.analysis.stored import Stored
from components.language_model.content import parse

MEASURES = ("word_share", "compressed_share", "kept", "copied_share")
_UNITS = {"word_share": 1e4, "compressed_share": 1e4, "kept": 1e2, "copied_share": 1e4}  # stored as whole numbers

Floats = NDArray[np.float64]
WholeNumbers = tuple[tuple[int | None, ...], ...]  # of each candidate, for each seed


@dataclass(frozen=True, eq=False)
class Comparison:
    """The results of a comparison.

    Attributes
    ----------
    setting : ComparisonSetting
        Its setting.
    values : dict of str to ndarray of float64, shape (seeds, candidates)
        For each of `MEASURES` that was measured, its value in every text; NaN where there is none. ``kept`` is the
        mean number of characters that were kept at a step.
    real_copied_shares : ndarray of float64, shape (passages,)
        The share of passages of held-out text that also stands in the training text; empty where that was not
        measured.
    """

    setting: ComparisonSetting
    values: dict[str, Floats]
    real_copied_shares: Floats

    @property
    def seeds(self) -> int:
        """The number of seeds."""
        return self.setting.constant.samples

    @property
    def choosing(self) -> slice:
        """The seeds by which the best candidates are chosen: the first half."""
        return slice(self.seeds // 2)

    @property
    def reporting(self) -> slice:
        """The seeds by which those that were chosen are reported."""
        return slice(self.seeds // 2, self.seeds)

    @property
    def real_copied(self) -> Estimate:
        """The mean share of held-out text that also stands in the training text."""
        return estimates(self.real_copied_shares[:, None])[0]


@dataclass(frozen=True)
class Finding:
    """The best candidate of a family, chosen by one half of the seeds and measured on the other.

    Attributes
    ----------
    candidate : Candidate
        Of its family, the one with the largest compressed size among those with at least real text's share of words.
    chosen_size : float
        Its compressed size in the half that it was chosen by: too good, as that of any chosen maximum.
    words, size, kept : Estimate
        Share of real words, compressed size and number of kept characters, in the other half.
    copied : Estimate or None
        The share that also stands in the training text, if it was measured.
    gain : Estimate
        By how much its compressed size is above that of a constant temperature at the same share of real words, in
        the other half.
    """

    candidate: Candidate
    chosen_size: float
    words: Estimate
    size: Estimate
    kept: Estimate
    copied: Estimate | None
    gain: Estimate


def summary(comparison: Comparison) -> dict[str, list[Estimate]]:
    """Return mean and interval of every measure for each candidate, over all seeds."""
    return {name: estimates(values) for name, values in comparison.values.items()}


def findings(comparison: Comparison, real_words: float) -> list[Finding]:
    """Return the best candidate of every family in which one has at least real text's share of words.

    Parameters
    ----------
    comparison : Comparison
        The results.
    real_words : float
        The share of real words in real text.
    """
    best = [_best(comparison, family, real_words) for family in Family]
    return [_finding(comparison, index) for index in best if index is not None]


def best_of(found: Sequence[Finding]) -> Finding | None:
    """Return the best of all: the one with the largest compressed size in the half that it was chosen by."""
    return max(found, key=lambda finding: finding.chosen_size, default=None)


def _best(comparison: Comparison, family: Family, real_words: float) -> int | None:
    words, sizes = (_means(comparison.values[name][comparison.choosing]) for name in ("word_share", "compressed_share"))
    good = [index for index in _members(comparison, family) if words[index] >= real_words]
    return max(good, key=lambda index: float(sizes[index]), default=None)


def _means(values: Floats) -> Floats:
    """Return the means over the seeds, shape (candidates,); NaN where no seed has a value."""
    return np.array([np.nan if one.mean is None else one.mean for one in estimates(values)])


def _members(comparison: Comparison, family: Family) -> list[int]:
    return [index for index, one in enumerate(comparison.setting.candidates) if one.family is family]


def _finding(comparison: Comparison, index: int) -> Finding:
    chosen_by = comparison.values["compressed_share"][comparison.choosing, index]
    reported = {
        name: estimates(values[comparison.reporting, index, None])[0] for name, values in comparison.values.items()
    }
    return Finding(
        comparison.setting.candidates[index],
        float(np.nanmean(chosen_by)),
        reported["word_share"],
        reported["compressed_share"],
        reported["kept"],
        reported.get("copied_share"),
        gain(comparison, index, comparison.reporting),
    )


def gain(comparison: Comparison, index: int, seeds: slice) -> Estimate:
    """Return how much larger a candidate's compressed size is than that of a constant temperature.

    Parameters
    ----------
    comparison : Comparison
        The results.
    index : int
        The candidate's.
    seeds : slice
        Those that count; two or more.

    Returns
    -------
    Estimate
        A difference of shares. The constant temperature is the hottest with the candidate's own share of real words,
        interpolated between those that were measured; beyond them it is the nearest. Seeds are resampled for both
        together, since both have the same luck.
    """
    candidates = comparison.setting.candidates
    constant = sorted(_members(comparison, Family.CONSTANT), key=lambda place: candidates[place].temperatures)
    columns = [*constant, index]
    words, sizes = (comparison.values[name][seeds][:, columns] for name in ("word_share", "compressed_share"))
    return estimate_of(np.concatenate([words, sizes], axis=1), _above_the_others)


def _above_the_others(means: Floats) -> float:
    """Return the last size minus what the others reach with the last share of words; both stand in one row.

    The others are in the order of temperature. Where it is cold words may be few again, since a loop repeats its
    mistakes: what counts is the hottest with so many words.
    """
    words, sizes = np.split(means, 2)
    enough = np.flatnonzero(words[:-1] >= words[-1])
    at = int(enough[-1]) if len(enough) else int(np.argmax(words[:-1]))
    between = slice(at, min(at + 2, len(words) - 1))  # it and the next hotter, which has too few
    return float(sizes[-1] - np.interp(-words[-1], -words[between], sizes[between]))


def to_csv(comparison: Comparison) -> str:
    """Return the figures of every text as CSV, with a line of names; what was not measured is blank."""
    names = ("seed", "family", "temperature", "temperature_inside", *comparison.values)
    rows = []
    for place, seed in enumerate(comparison.setting.constant.seeds):
        for index, candidate in enumerate(comparison.setting.candidates):
            first, inside = (*candidate.temperatures, None)[:2]
            figures = (float(values[place, index]) for values in comparison.values.values())
            cells = (None if np.isnan(figure) else round(figure, 4) for figure in figures)
            rows.append((seed, candidate.family.value, first, inside, *cells))
    return comma_separated(names, rows)


def to_content(comparison: Comparison, provenance: dict[str, Any]) -> dict[str, Any]:
    """Return all that is stored of a comparison, for JSON.

    Parameters
    ----------
    comparison : Comparison
        The results.
    provenance : dict
        As from `stored.provenance`.
    """
    measured = {
        name: [_whole(of_candidate, _UNITS[name]) for of_candidate in values.T]
        for name, values in comparison.values.items()
    }
    return {
        **provenance,
        "setting": asdict(comparison.setting),
        "candidates": [[one.family, *one.temperatures] for one in comparison.setting.candidates],
        "units": {name: 1 / _UNITS[name] for name in comparison.values},
        **measured,
        "real_copied_shares": _whole(comparison.real_copied_shares, _UNITS["copied_share"]),
    }


def _whole(values: Floats, unit: float) -> list[int | None]:
    return [None if np.isnan(value) else round(value * unit) for value in values.tolist()]


@dataclass(frozen=True)
class _File:
    """What a file has of a comparison."""

    setting: ComparisonSetting
    candidates: tuple[tuple[str | float, ...], ...]
    word_share: WholeNumbers
    compressed_share: WholeNumbers
    kept: WholeNumbers
    real_copied_shares: tuple[int, ...]
    copied_share: WholeNumbers | None = None


def from_content(content: Any) -> Comparison:
    """Return the results that `to_content` was made of, to the digits that are stored.

    Raises
    ------
    ValueError
        If something is missing, or does not fit the rest.
    """
    file = parse(_File, content)
    candidates = file.setting.candidates
    if file.candidates != tuple((one.family, *one.temperatures) for one in candidates):
        raise ValueError("a comparison's candidates are those of its setting, in their order")
    shape = (len(candidates), file.setting.constant.samples)
    measured = {name: whole for name in MEASURES if (whole := getattr(file, name)) is not None}
    values = {name: _parted(whole, name, shape).T for name, whole in measured.items()}
    copied = file.real_copied_shares
    return Comparison(file.setting, values, _parted(copied, "copied_share", (len(copied),)))


def _parted(whole: Sequence[Any], name: str, shape: tuple[int, ...]) -> Floats:
    if any(len(row) != shape[1] for row in whole if isinstance(row, tuple)):
        raise ValueError(f"{name} has {shape[1]} figures for each candidate, one for each seed")
    values = np.array(whole, dtype=np.float64) / _UNITS[name]
    if values.shape != shape or (values < 0).any():
        raise ValueError(f"{name} has figures of 0 or more in the shape {shape}, got the shape {values.shape}")
    return values


def load(model: Path) -> Stored[Comparison]:
    """Read the comparison that is stored beside a model's weights.

    Raises
    ------
    ModelError
        If a file is missing or damaged.
    """
    return stored.load(model, stored.COMPARISON, from_content)

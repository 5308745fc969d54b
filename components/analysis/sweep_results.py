"""The results of a sweep: as JSON, as CSV, and as means with intervals. Needs no Keras."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.analysis import stored
from components.analysis.bootstrap import Estimate, estimates
from components.analysis.comma_separated import comma_separated
from components.analysis.measures import COLUMNS, SUMMED, Figure, Measures, figure, figures, from_figures
from components.analysis.stored import Stored
from components.analysis.sweep_setting import SweepSetting
from components.language_model.content import listed, parse


@dataclass(frozen=True)
class Results:
    """The results of a sweep, so far or in all.

    Attributes
    ----------
    setting : SweepSetting
        Its setting.
    measures : tuple of tuple of Measures
        For each seed that is done, from the first on, those at each temperature.
    texts : tuple of str
        The texts of the first seed, at each temperature; none while it is not done.
    """

    setting: SweepSetting
    measures: tuple[tuple[Measures, ...], ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def seeds(self) -> range:
        """The seeds that are done."""
        return self.setting.seeds[: len(self.measures)]


def table(results: Results) -> tuple[tuple[str, ...], list[list[Figure]]]:
    """Return the names of the columns, and a row for each seed and temperature that is done."""
    rows = [
        [seed, temperature, *figures(measures).values()]
        for seed, row in zip(results.seeds, results.measures, strict=True)
        for temperature, measures in zip(results.setting.temperatures, row, strict=True)
    ]
    return ("seed", "temperature", *COLUMNS), rows


def to_csv(results: Results) -> str:
    """Return the table as CSV, with a line of names; what was not measured is blank."""
    return comma_separated(*table(results))


def to_content(results: Results, provenance: dict[str, Any]) -> dict[str, Any]:
    """Return all that is stored of a sweep, for JSON.

    Parameters
    ----------
    results : Results
        Of all seeds, or of those that were done when it was stopped.
    provenance : dict
        As from `stored.provenance`.
    """
    columns, rows = table(results)
    return {
        **provenance,
        "setting": asdict(results.setting),
        "seeds": list(results.seeds),
        "columns": columns,
        "rows": rows,
        "texts": results.texts,
    }


def to_json(results: Results, provenance: dict[str, Any]) -> str:
    """Return all that is stored of a sweep as JSON text."""
    return json.dumps(to_content(results, provenance), ensure_ascii=False) + "\n"


@dataclass(frozen=True)
class _Table:
    """What a file has of a sweep beside its rows."""

    setting: SweepSetting
    columns: tuple[str, ...]
    texts: tuple[str, ...]


def from_content(content: Any) -> Results:
    """Return the results that `to_content` was made of.

    Raises
    ------
    ValueError, KeyError
        If something is missing, or does not fit the rest.
    """
    table = parse(_Table, content)
    width = len(table.setting.temperatures)
    rows = [listed(row, f"rows[{index}]") for index, row in enumerate(listed(content["rows"], "rows"))]
    measures = [from_figures(dict(zip(table.columns, row, strict=True))) for row in rows]
    results = Results(
        table.setting,
        tuple(tuple(measures[start : start + width]) for start in range(0, len(measures), width)),
        table.texts,
    )
    expected = [[seed, temperature] for seed in results.seeds for temperature in table.setting.temperatures]
    if not expected or [row[:2] for row in rows] != expected:
        raise ValueError("a sweep's rows are its temperatures, seed by seed, of at least one seed")
    if len(results.texts) != width:
        raise ValueError(f"a sweep of {width} temperatures has as many texts, got {len(results.texts)}")
    return results


def load(model: Path) -> Stored[Results]:
    """Read the sweep that is stored beside a model's weights.

    Raises
    ------
    ModelError
        If a file is missing or damaged.
    """
    return stored.load(model, stored.SWEEP, from_content)


def values(results: Results, name: str) -> NDArray[np.float64]:
    """Return one figure of every text, shape (seeds, temperatures); NaN where there is none.

    Parameters
    ----------
    results : Results
        Of the seeds that are done.
    name : str
        One of `measures.SUMMED`; loops are 1 and 0.
    """
    rows = [[figure(measures, name) for measures in row] for row in results.measures]
    return np.array(rows, np.float64).reshape(len(rows), len(results.setting.temperatures))


def summary(results: Results) -> dict[str, tuple[Estimate, ...]]:
    """Return mean and interval of every figure of `measures.SUMMED` at each temperature, over the seeds that are done.

    The mean of ``loops`` is the share of texts that end in a loop. Periods and starts of loops are means over those
    texts. All temperatures share their resamples of seeds.
    """
    width = len(results.setting.temperatures)
    columns = np.concatenate([values(results, name) for name in SUMMED], axis=1)  # (seeds, figures * temperatures)
    means = estimates(columns)
    return {name: tuple(means[index * width : (index + 1) * width]) for index, name in enumerate(SUMMED)}


def difference(results: Results, name: str, cold: float, hot: float) -> Estimate:
    """Return the difference of a figure between two temperatures, paired by seed.

    Parameters
    ----------
    results : Results
        Of the seeds that are done.
    name : str
        One of `measures.SUMMED`.
    cold, hot : float
        Two of the sweep's temperatures: the figure at `hot` minus that at `cold`.

    Returns
    -------
    Estimate
        With the interval of the difference, which is narrower than those of the means where seeds matter.

    Raises
    ------
    ValueError
        If a temperature is not among those of the sweep.
    """
    figures_of_all, temperatures = values(results, name), results.setting.temperatures
    for temperature in (cold, hot):
        if temperature not in temperatures:
            raise ValueError(
                f"the sweep has no temperature {temperature:g}: it has {', '.join(map(str, temperatures))}"
            )
    at_cold, at_hot = (figures_of_all[:, [temperatures.index(one)]] for one in (cold, hot))  # (seeds, 1) each
    return estimates(at_hot - at_cold)[0]

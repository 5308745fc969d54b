"""Figures with their spread and their aim, as a table."""

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Figure:
    """What was measured, told by one number.

    Attributes
    ----------
    key : str
        Its name in the JSON line, with its unit at the end.
    what : str
        Its name in the table.
    value, least, most : float
        The number, and what it varied between.
    tries : int
        How many measurements it was made of.
    aim : str
        What it should be; empty where nothing is asked.
    """

    key: str
    what: str
    value: float
    least: float
    most: float
    tries: int
    aim: str = ""

    @classmethod
    def middle(cls, key: str, what: str, values: Sequence[float], aim: str = "") -> "Figure":
        """Return the figure of the median of several tries."""
        return cls(key, what, median(values), min(values), max(values), len(values), aim)

    @classmethod
    def high(cls, key: str, what: str, values: Sequence[float], aim: str = "") -> "Figure":
        """Return the figure of the 95th percentile of several tries."""
        return cls(key, what, percentile(values, 0.95), min(values), max(values), len(values), aim)

    @classmethod
    def alone(cls, key: str, what: str, value: float, aim: str = "") -> "Figure":
        """Return the figure of a number that was measured, or worked out, once."""
        return cls(key, what, value, value, value, 1, aim)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the least value that a share of all values does not exceed.

    Examples
    --------
    >>> percentile([40, 10, 30, 20], 0.5), percentile([40, 10, 30, 20], 0.95)
    (20, 40)
    """
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


def table(figures: Sequence[Figure]) -> str:
    """Return figures as a Markdown table."""
    lines = ["| | measured | least – most | tries | aim |", "|---|---|---|---|---|"]
    lines += [
        f"| {figure.what} | {_number(figure.value)} | {_range(figure)} | {figure.tries} | {figure.aim} |"
        for figure in figures
    ]
    return "\n".join(lines)


def as_json(figures: Sequence[Figure]) -> dict[str, float]:
    """Return every figure's number by its name."""
    return {figure.key: round(figure.value, 4) for figure in figures}


def _range(figure: Figure) -> str:
    return "" if figure.tries == 1 else f"{_number(figure.least)} – {_number(figure.most)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def caption() -> str:
    """Return the date, and the machine by its cores and its processor's family."""
    information = Path("/proc/cpuinfo")
    lines = information.read_text("utf-8").splitlines() if information.exists() else []
    models = [line.partition(":")[2].split() for line in lines if line.startswith("model name")]
    family = " ".join(models[0][:2]) if models else platform.machine()
    return f"{date.today().isoformat()}, {os.cpu_count()} cores, {family}"


def say(what: str) -> None:
    """Say on the stream of errors what is being measured."""
    print(f"measuring {what} …", file=sys.stderr, flush=True)

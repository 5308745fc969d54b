"""Text under the bars that changes while the slider moves: layers of the live figure.

What the model writes at each of the slider's temperatures is handed over once. A line of text is one mark, and so is
what is tinted in it: the same line in full blocks, one for each strength of the tint. So a drag moves a few dozen
marks, whatever the texts are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
from numpy.typing import ArrayLike, NDArray

TEXTS = "texts"
LENGTH = 300  # characters
NUMBERS_TOP = 236  # pixels below the figure's top
TOP = "(width > 700 ? 256 : 290)"
LINES = 9  # have room
SIZE = "(width > 700 ? 18 : 14)"  # pixels: a large room gets a large text
WIDTH, LINE = f"(0.603 * {SIZE})", f"(1.36 * {SIZE})"
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
KEEPER = "\u2060"  # takes no room; blanks at the beginning of a line that it stands before are kept
BLOCK, BLANK = "█", "\u00a0"  # a space at the end of a line would be lost
TINT = "#e8710a"
LEVELS = ((2.0, 0.14), (4.0, 0.30), (6.0, 0.50))  # bits of surprise from which a tint of this opacity is laid on


@dataclass(frozen=True)
class SliderText:
    """What the model writes at one of the slider's temperatures.

    Attributes
    ----------
    temperature : float
        The slider's.
    signs : sequence of str
        A sign of one letter for every character.
    surprisals : ndarray, shape (length,)
        Bits at T = 1.
    shared : int
        How many characters are those of the text at T = 1.
    numbers : str
        The measures of the text, in words.
    """

    temperature: float
    signs: Sequence[str]
    surprisals: NDArray[np.float64]
    shared: int
    numbers: str


def nothing() -> dict[str, list[Any]]:
    """Give the data of no texts at all."""
    return rows([SliderText(0.0, "", np.zeros(0), 0, "")])


def rows(texts: Sequence[SliderText]) -> dict[str, list[Any]]:
    """Give the data of the layers: one row a temperature.

    Parameters
    ----------
    texts : sequence of SliderText
        One for each place of the slider.

    Returns
    -------
    dict of list
        Columns `T`, `quiet` (what is shared with T = 1), `loud` (the rest), `numbers`, and `tint0` and so
        on: full blocks where the tint lies.

    Examples
    --------
    >>> found = rows([SliderText(0.5, "ab", np.array([0.0, 7.0]), 1, "1 bit")])
    >>> found["quiet"][0] == "a" + BLANK, found["loud"][0] == BLANK + "b", found["tint2"][0] == BLANK + BLOCK
    (True, True, True)
    """
    columns: dict[str, list[Any]] = {
        "T": [text.temperature for text in texts],
        "quiet": ["".join(text.signs[: text.shared]).ljust(len(text.signs), BLANK) for text in texts],
        "loud": [BLANK * text.shared + "".join(text.signs[text.shared :]) for text in texts],
        "numbers": [text.numbers for text in texts],
    }
    for place, (least, _) in enumerate(LEVELS):
        most = LEVELS[place + 1][0] if place + 1 < len(LEVELS) else np.inf
        columns[f"tint{place}"] = [_blocks(text.surprisals, least, most) for text in texts]
    return columns


def _blocks(surprisals: ArrayLike, least: float, most: float) -> str:
    bits = np.asarray(surprisals)
    return "".join(BLOCK if tinted else BLANK for tinted in (bits >= least) & (bits < most))


def layers(parameter: str, colour: str) -> list[alt.Chart]:
    """Build the layers, without their data.

    Parameters
    ----------
    parameter : str
        The slider's selection, with a field of the same name.
    colour : str
        Of the text.
    """
    here = alt.Chart(alt.NamedData(TEXTS)).transform_filter(f"abs(datum.T - {parameter}.{parameter}) < 0.001")
    wrapped = (
        here.transform_calculate(columns=f"max(10, floor(width / {WIDTH}))")
        .transform_calculate(line=f"sequence(0, {LINES})")
        .transform_flatten(["line"])
        .transform_filter(f"{TOP} + {LINE} * (datum.line + 1) <= height")
    )

    def line_of(column: str, name: str, **style: Any) -> alt.Chart:
        part = f"substring(datum.{column}, datum.line * datum.columns, (datum.line + 1) * datum.columns)"
        line: alt.Chart = (
            wrapped.transform_calculate(bare=part)
            .transform_filter("trim(datum.bare) != ''")
            .transform_calculate(part=f"'{KEEPER}' + datum.bare")
            .mark_text(align="left", baseline="top", font=FONT, fontSize=alt.ExprRef(SIZE), **style)
            .encode(x=alt.value(0), y=alt.value(alt.ExprRef(f"{TOP} + {LINE} * datum.line")), text="part:N")
            .properties(name=name)
        )
        return line

    tints = [
        line_of(f"tint{place}", f"tint{place}", color=TINT, opacity=opacity, aria=False)
        for place, (_, opacity) in enumerate(LEVELS)
    ]
    numbers = (
        here.transform_calculate(shown="width > 700 ? datum.numbers : replace(datum.numbers, / · /g, '\\n')")
        .mark_text(align="left", baseline="top", fontSize=13, lineBreak="\n", color=colour, limit=alt.ExprRef("width"))
        .encode(x=alt.value(0), y=alt.value(NUMBERS_TOP), text="shown:N", description="numbers:N")
        .properties(name="numbers")
    )
    return [
        *tints,
        line_of("quiet", "quiet", color=colour, opacity=0.6),
        line_of("loud", "loud", color=colour, fontWeight=600),
        numbers,
    ]

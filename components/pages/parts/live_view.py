"""The live figure on a page: the chart with its slider, and the same numbers as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from components.charts import live
from components.language_model.vocabulary import Vocabulary
from components.pages.parts import failure_view, figure
from components.pages.parts.component import component
from components.pages.serving.answers import Answers
from components.pages.visit import figures, slider
from components.pages.visit.link import Field, keep
from components.presenting.cut import kept_from
from components.presenting.glyphs import glyph, name, plain
from components.presenting.numbers import percent, plain_number
from components.temperature import NO_CUT, Decoding, apply_temperature, enters_at
from components.words import Words

_LOGARITHMIC, _EVERY, _PAGE, _BUILT = "logarithmic", "every character", "table page", "live built"
_PAGE_ROWS = 100  # of the table


Saying = dict[str, str]  # a sentence each for T at "zero", "below" 1, at "one" and "above"


@dataclass(frozen=True)
class Bars:
    """What the bars are of.

    Attributes
    ----------
    title : str
        What one of them is called.
    signs, names : sequence of str
        What stands under each bar, and what a screen reader says for it.
    logits : ndarray, shape (n,)
        Their scores, in nats.
    entering : ndarray of float64, shape (n,), optional
        The temperature from which on each is kept, inf for never; by default nothing is cut.
    """

    title: str
    signs: Sequence[str]
    names: Sequence[str]
    logits: NDArray[np.floating]
    entering: NDArray[np.float64] | None = None

    @classmethod
    def of(cls, words: Words, vocabulary: Vocabulary, logits: NDArray[np.floating], cut: Decoding = NO_CUT) -> "Bars":
        """Return those of a vocabulary's characters."""
        characters = vocabulary.characters
        signs = [glyph(character) for character in characters]
        names = [name(character, words) for character in characters]
        entering = enters_at(logits, cut) if cut.has_cut else None
        return cls(words.explore.character, signs, names, logits, entering)


def show(
    words: Words,
    answers: Answers,
    bars: Bars | None,
    field: Field[float] = slider.TEMPERATURE,
    *,
    beside: Callable[[], None] | None = None,
    scale: float = 1.0,
) -> float:
    """Show the figure under its slider, and return the temperature at which the slider rests.

    Parameters
    ----------
    words : Words
        The reader's language.
    answers : Answers
        The network's.
    bars : Bars or None
        Those of the next character; None where there are none yet, which is said then.
    field : Field, optional
        The slider's part of the page's address.
    beside : callable, optional
        Shows what stands beside the slider.
    scale : float, optional
        How much larger than the page's the figure's type is.
    """
    if bars is None:
        failure_view.say_missing(words, answers)
        return slider.resting()
    # Both pages say what the lines at T = 1 are.
    if bars.entering is None:
        return draw(
            words, bars, (words.explore, words.cut), words.explore.live_description, field, beside=beside, scale=scale
        )
    return draw(
        words, bars, (words.cut, words.explore), words.cut.live_description_cut, field, beside=beside, scale=scale
    )


def draw(
    words: Words,
    bars: Bars,
    labels: Sequence[object],
    described: str,
    field: Field[float] = slider.TEMPERATURE,
    *,
    beside: Callable[[], None] | None = None,
    scale: float = 1.0,
) -> float:
    """Show the figure of any scores under its slider, and return the temperature at which the slider rests.

    Parameters
    ----------
    words : Words
        The reader's language.
    bars : Bars
        What is drawn.
    labels : sequence
        The pages' words that hold the figure's labels, as for `figure.labels`.
    described : str
        What a screen reader says of the figure, with a blank for the number of its `characters`.
    field, beside, scale
        As for `show`.
    """
    characters, has_cut = len(bars.logits), bars.entering is not None
    base = round(scale * figure.base_size())
    _start_anew((has_cut, base))
    specification, tables = _specification(words, labels, characters, base=base, cut=has_cut), _tables(bars)
    figures.note(
        slider.KEY, figures.Shown(words.pictures.bars, specification, tables, stretched=True, at=slider.resting())
    )
    with st.container(key="figure"):
        st.vega_lite_chart(
            None,
            specification | {"datasets": tables},
            key=slider.KEY,
            on_select="rerun",
            selection_mode=slider.TEMPERATURE.name,
            width="stretch",
            height="stretch",
            alt=described.format(characters=characters),
        )
        component("resting")(key="resting", data={"temperature": slider.resting()})
        component("play")(key="play", data={"play": words.explore.play, "stop": words.explore.play_stop})
        if beside:
            with st.container(key="folds", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
                beside()
    keep(field, slider.chosen())
    return slider.resting()


def _start_anew(built: tuple[bool, int]) -> None:
    """Let the figure start where the slider stands when a cut or its size changes, since then it is built anew."""
    if st.session_state.get(_BUILT) != built:
        st.session_state[_BUILT] = built
        slider.start_here()


def _specification(words: Words, labels: Sequence[object], characters: int, *, base: int, cut: bool) -> dict[str, Any]:
    uniform = words.explore.uniform.format(count=characters, chance=percent(1 / characters))
    short = words.explore.uniform_short.format(count=characters)
    return live.specification(
        figure.labels(live.LiveLabels, *labels, uniform=uniform, uniform_short=short),
        start=slider.start(),
        characters=characters,
        logarithmic=bool(st.session_state.get(_LOGARITHMIC, False)),
        every=bool(st.session_state.get(_EVERY, False)),
        base=base,
        cut=cut,
    )


def _tables(bars: Bars) -> dict[str, pa.Table]:
    rows = live.rows(bars.signs, bars.names, bars.logits, bars.entering)
    sums = live.sums(bars.logits, bars.entering, resting=slider.resting())
    return {live.DATA: pa.table(rows), live.SUMS: pa.table(sums)}


def saying(words: Words, characters: int, cut: Decoding) -> Saying:
    """Return the sentences on what the slider's temperature does."""
    if not cut.has_cut:
        below, one = words.explore.saying_below, words.explore.saying_one
        above = words.explore.saying_above.format(count=characters)
    elif cut.follows_temperature:
        below, one, above = words.cut.saying_below_moves, words.cut.saying_one, words.cut.saying_above_moves
    else:
        below, one, above = words.cut.saying_below_stays, words.cut.saying_one, words.cut.saying_above_stays
    return {"zero": words.explore.saying_zero, "below": below, "one": one, "above": above}


def say(saying: Saying) -> None:
    """Show the sentence that belongs to where the slider stands; it follows the slider in the browser."""
    component("saying")(key="saying", data={**saying, "temperature": slider.resting()})


def options(words: Words) -> None:
    """Show how the bars may be drawn otherwise."""
    for label, key, explanation in (
        (words.explore.logarithmic, _LOGARITHMIC, words.explore.logarithmic_help),
        (words.explore.every_character, _EVERY, words.explore.every_character_help),
    ):
        st.toggle(label, key=key, help=explanation, on_change=slider.start_here, persist_state="session")


def table(words: Words, bars: Bars, temperature: float) -> None:
    """Show the numbers behind the bars, the most likely first, in pages where there are many."""
    logits, entering = bars.logits, bars.entering
    pages = -(-len(logits) // _PAGE_ROWS)
    page = 1
    if pages > 1:
        page = st.number_input(words.explore.table_page.format(pages=pages), 1, pages, key=_PAGE, width=220)
    order = np.argsort(-logits, kind="stable")[_PAGE_ROWS * (page - 1) : _PAGE_ROWS * page]
    base, tempered = words.explore.base_column, words.explore.probability_column
    if entering is not None:
        base, tempered = words.cut.base_column, words.cut.probability_uncut
    uncut = apply_temperature(logits, temperature)
    chances = {base: apply_temperature(logits), tempered.format(temperature=temperature): uncut}
    if entering is not None:
        kept = np.where(entering <= temperature, uncut, 0)
        chances[words.cut.probability_kept.format(temperature=temperature)] = kept / kept.sum()
    columns = {title: [percent(chance[index]) for index in order] for title, chance in chances.items()}
    if entering is not None:
        columns[words.cut.kept_title] = [kept_from(entering[index], words) for index in order]
    st.table(
        {
            words.explore.rank: [str(_PAGE_ROWS * (page - 1) + place) for place in range(1, len(order) + 1)],
            bars.title: [plain(bars.names[index]) for index in order],
            words.explore.logit: [plain_number(float(logits[index]), 3) for index in order],
            **columns,
        }
    )

"""Loss over the time of training, as a figure: on the text that a network learns, and on text that it never reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from components.charts import style
from components.charts.style import encoded

CURVES, WHOLE = "curves", "whole"
HEIGHT = 270  # pixels
_COLOURS = (style.BAR_COLOUR, style.TICK_COLOUR)
_MINUTE = 60.0  # seconds


@dataclass(frozen=True)
class LearningLabels:
    """The figure's texts in the reader's language."""

    minutes_axis: str
    loss_axis: str
    learned: str
    held_out: str


def rows(
    labels: LearningLabels,
    seconds: Sequence[float],
    learned: Sequence[float],
    held_out: Sequence[float],
    *,
    of_seconds: float,
) -> dict[str, list[dict[str, Any]]]:
    """Return the figure's data sets.

    Parameters
    ----------
    labels : LearningLabels
        Those of the specification.
    seconds : sequence of float
        The times of training at which losses were measured, in ascending order.
    learned, held_out : sequence of float
        The losses then, one or more, in nats per character: on the text that is learned, and on the text that is not.
    of_seconds : float
        How long the training is to last.

    Returns
    -------
    dict of list
        `CURVES`, a row for each time and text, with what is kept: the lowest loss on text that is not learned, where
        that is not the last one; `WHOLE`, a row for the last moment of the training.

    Examples
    --------
    >>> data = rows(LearningLabels("", "", "learned", "held out"), [30.0], [2.0], [2.5], of_seconds=120.0)
    >>> data[CURVES][1], data[WHOLE]
    ({'text': 'held out', 'minutes': 0.5, 'loss': 2.5, 'kept': False}, [{'minutes': 2.0}])
    """
    kept, last = (labels.held_out, min(zip(held_out, seconds, strict=True))[1]), (labels.held_out, seconds[-1])
    return {
        CURVES: [
            {"text": text, "minutes": second / _MINUTE, "loss": loss, "kept": (text, second) == kept != last}
            for text, losses in ((labels.learned, learned), (labels.held_out, held_out))
            for second, loss in zip(seconds, losses, strict=True)
        ],
        WHOLE: [{"minutes": of_seconds / _MINUTE}],
    }


@lru_cache(maxsize=16)
def specification(labels: LearningLabels, *, base: int = style.BASE_SIZE) -> dict[str, Any]:
    """Build the figure, without its data.

    Returns
    -------
    dict
        A Vega-Lite specification that takes its rows from the data sets that `rows` returns. It is built once
        and shared: do not change it.
    """
    texts = [labels.learned, labels.held_out]
    x = alt.X(
        "minutes:Q",
        scale=alt.Scale(zero=True, nice=False),
        axis=alt.Axis(title=labels.minutes_axis, format="~g", tickCount=6, grid=False),
    )
    y = alt.Y(
        "loss:Q",
        scale=alt.Scale(zero=False, nice=True),
        axis=alt.Axis(title=labels.loss_axis, format="~g", tickCount=5, gridOpacity=0.5),
    )
    legend = style.legend("bar", "diamond", orient="top")  # one of both
    colour = alt.Color("text:N", scale=alt.Scale(domain=texts, range=list(_COLOURS)), legend=legend)
    shape = alt.Shape("text:N", scale=alt.Scale(domain=texts, range=["square", "diamond"]), legend=legend)
    curves = alt.Chart(alt.NamedData(CURVES))
    at = {"x": x, "y": y, "color": colour}
    lines = encoded(curves.mark_line(strokeWidth=2.5, aria=False), **at)
    points = encoded(
        curves.mark_point(filled=True, size=48),
        **at,
        shape=shape,
        description="text:N",
        tooltip=["minutes:Q", "loss:Q"],
    )
    ring = curves.mark_point(size=240, strokeWidth=2, aria=False)
    kept = encoded(ring, x=x, y=y, opacity=style.visible_if("datum.kept"))
    # The axis is as long as the training from the first moment on, and nothing moves to the left.
    whole = encoded(alt.Chart(alt.NamedData(WHOLE)).mark_rule(opacity=0, aria=False), x=x)
    return style.finished(alt.layer(whole, lines, points, kept), HEIGHT, base=base)

"""The figures of the page "Calibration", with the slider that both follow in the browser."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.calibration_result import TEMPERATURES, AtTemperature, Calibration
from components.charts import loss_curve, reliability
from components.charts.loss_curve import Curve
from components.charts.reliability import Bins
from components.pages.parts import figure, slider_view
from components.pages.visit import slider
from components.presenting import calibration
from components.presenting.calibration import PredictedText
from components.temperature.calibration import BINS
from components.words import Words

_TEXT = "calibration text"
_STYLES = {"held_out": 0, "training": 1, "own": 2}  # the same line whichever others there are


def show(words: Words, texts: Sequence[PredictedText]) -> None:
    """Show the slider and both figures, and under each how it is read."""
    slider_view.show(words, TEMPERATURES, slider.TEMPERATURE, key="calibration slider")
    left, right = st.columns(2, gap="medium")
    with left:
        _losses(words, texts)
    with right:
        _reliability(words, texts)


def _losses(words: Words, texts: Sequence[PredictedText]) -> None:
    with st.container(key="loss head"):
        st.header(words.calibration.loss_title, anchor=False)
    with st.container(key="loss figure"):
        figure.show(
            loss_curve.specification(
                figure.labels(loss_curve.LossLabels, words.calibration, words.parting, words.explore),
                base=figure.base_size(),
            ),
            loss_curve.rows([_curve(words, text) for text in texts], loss_at=words.calibration.loss_at),
            key="losses",
            name=words.calibration.loss_title,
            alt=words.calibration.loss_alt,
            height="stretch",
        )
    st.markdown(words.calibration.loss_lead)


def _curve(words: Words, text: PredictedText) -> Curve:
    best = text.calibration.best
    losses = [at.loss for at in text.calibration.slider]
    lowest = words.calibration.loss_lowest.format(temperature=best.temperature)
    return Curve(text.name, _STYLES[text.kind], TEMPERATURES, losses, best.temperature, best.loss, lowest)


def _reliability(words: Words, texts: Sequence[PredictedText]) -> None:
    with st.container(key="reliability head", horizontal=True, horizontal_alignment="distribute", gap="small"):
        st.header(words.calibration.reliability_title, anchor=False, width="content")
        text = _chosen(words, texts)
    with st.container(key="reliability figure"):
        figure.show(
            reliability.specification(
                figure.labels(reliability.ReliabilityLabels, words.calibration), base=figure.base_size()
            ),
            reliability.rows([_bins(words, text.calibration, at) for at in text.calibration.slider]),
            key="reliability",
            name=words.calibration.reliability_title,
            alt=words.calibration.reliability_alt,
            height="stretch",
        )
    st.markdown(words.calibration.reliability_lead.format(bins=BINS))


def _chosen(words: Words, texts: Sequence[PredictedText]) -> PredictedText:
    """Show the choice of a text, and return the chosen one."""
    by_kind = {text.kind: text for text in texts}
    kind = st.segmented_control(
        words.calibration.reliability_of,
        list(by_kind),
        default=next(iter(by_kind)),
        format_func=lambda kind: by_kind[kind].name,
        key=_TEXT,
        label_visibility="collapsed",
        required=True,
        persist_state="session",
    )
    return by_kind.get(str(kind), texts[0])


def _bins(words: Words, of: Calibration, at: AtTemperature) -> Bins:
    return Bins(at.temperature, at.count, at.confidence, at.accuracy, calibration.readout(words, of, at))

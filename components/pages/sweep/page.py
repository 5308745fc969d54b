"""The page "Sweep": what temperature buys and what it costs, from the stored sweep or the visitor's own."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from components.analysis import stored
from components.analysis.bootstrap import Estimate
from components.analysis.measures import ALONG
from components.analysis.sweep_results import Results, summary, to_csv, to_json
from components.charts import along, over_temperature, trade_off
from components.charts.estimates import Interval
from components.pages.parts import cursor_view, figure, file_view, frame
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.sweep import own
from components.pages.visit import places
from components.pages.visit.link import numbers
from components.pages.visit.places import Pages
from components.presenting.glyphs import plain
from components.presenting.prompt_text import shown as shown_prompt
from components.presenting.sweep import MEASURES, Means, claims, estimate, nearest, sentence, shown, title, trade
from components.temperature.scale import HIGHEST, LOWEST
from components.words import Words

_BEFORE = 1.0  # where a figure's own slider stands until the cursor moves it; another value would build it anew
_DRIFT_AT = 1.0  # the temperature whose drift of entropy is shown


def show(words: Words, pages: Pages) -> None:
    """Show the page."""
    frame.show(words, pages, words.sweep.sweep_title, "", _content, fields=FIELDS)


def _content(words: Words, answers: Answers) -> None:
    visitors = own.results(answers)
    kept = file_view.read(words, models.sweep, stored.SWEEP, answers.path)
    with st.container():  # one element whatever it holds: Streamlit keeps what follows in its place
        own.show(words, answers)
    if visitors is not None:
        results, means = visitors.results, _summed(visitors.task, visitors.done, visitors.results)
    elif kept is not None:
        results, means = kept, models.sweep_summary(answers.path)
    else:
        return
    reference = file_view.read(words, models.reference, stored.REFERENCE, answers.path)
    real = reference.lengths.get(results.setting.length) if reference else None
    with st.container():
        _lead(words, results, real, own=visitors is not None)
    temperatures = results.setting.temperatures
    cursor_view.show(words, temperatures, CURSOR, key="sweep cursor", texts=results.texts)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _measures(words, temperatures, means, real)
    with right:
        _trade_off(words, temperatures, means, real)
        _along(words, temperatures, means, real)
        _claims(words, results, means)
    _take_away(words, answers.path, results, own=visitors is not None)


# Task and number of texts are the key; the results themselves are not hashed.
@st.cache_resource(max_entries=32, show_spinner=False)
def _summed(task: int, done: int, _results: Results) -> Means:  # noqa: ARG001
    return summary(_results)


def _lead(words: Words, results: Results, real: Mapping[str, Estimate] | None, *, own: bool) -> None:
    setting = results.setting
    counts = {"samples": len(results.measures), "length": setting.length, "count": len(setting.temperatures)}
    st.markdown(words.sweep.sweep_lead.format(**counts))
    if own:
        st.caption(plain(words.sweep.sweep_yours.format(prompt=shown_prompt(setting.prompt))))
    how = [words.sweep.sweep_how]
    if 0 in setting.temperatures:
        how.append(words.sweep.sweep_how_at_zero)
    if real is not None:
        how.append(words.sweep.sweep_how_real.format(passages=real["base_bits"].count, reference=setting.length))
    st.caption(" ".join(how))


def _interval(estimate: Estimate | None) -> Interval:
    return (None, None, None) if estimate is None else (estimate.mean, estimate.low, estimate.high)


def _measures(words: Words, temperatures: Sequence[float], means: Means, real: Mapping[str, Estimate] | None) -> None:
    labels = figure.labels(over_temperature.OverTemperatureLabels, words.sweep, words.parting)
    for measure in MEASURES:
        last = measure is MEASURES[-1]
        of_real = real[measure.name] if real else None
        text = sentence(measure, temperatures, means, of_real, words)
        st.markdown(text)
        figure.show(
            over_temperature.specification(
                labels,
                start=_BEFORE,
                highest=max(temperatures) or 1.0,
                percent=measure.percent,
                titled=last,
                base=figure.base_size(),
            ),
            over_temperature.rows(temperatures, [*map(_interval, means[measure.name])], _interval(of_real)),
            key=f"sweep {measure.name}",
            alt=words.sweep.sweep_alt.format(measure=title(measure, words)),
        )


def _trade_off(words: Words, temperatures: Sequence[float], means: Means, real: Mapping[str, Estimate] | None) -> None:
    st.markdown(f"**{words.sweep.trade_off}**")
    st.caption(f"{words.sweep.trade_off_lead} {trade(temperatures, means, real, words)}")
    names = ("compressed_share", "word_share")
    diversity, quality = ([*map(_interval, means[name])] for name in names)
    of_real = (_interval(real[names[0]]), _interval(real[names[1]])) if real else None
    figure.show(
        trade_off.specification(
            figure.labels(trade_off.TradeOffLabels, words.sweep), start=_BEFORE, base=figure.base_size()
        ),
        trade_off.rows(temperatures, diversity, quality, of_real),
        key="trade off",
        alt=words.sweep.trade_off_alt,
    )


def _along(words: Words, temperatures: Sequence[float], means: Means, real: Mapping[str, Estimate] | None) -> None:
    st.markdown(f"**{words.sweep.along}**")
    at = nearest(temperatures, _DRIFT_AT)
    drift = means["entropy_drift"][list(temperatures).index(at)]
    of_real = estimate(real["entropy_drift"], words) if real else shown(None, words, percent=False)
    st.caption(words.sweep.along_lead.format(drift=estimate(drift, words), temperature=at, real=of_real))
    tenths = [[_interval(means[name][index]) for name in ALONG] for index in range(len(temperatures))]
    figure.show(
        along.specification(
            figure.labels(along.AlongLabels, words.sweep, words.parting), start=_BEFORE, base=figure.base_size()
        ),
        along.rows(temperatures, tenths, [_interval(real[name]) for name in ALONG] if real else None),
        key="along",
        alt=words.sweep.along_alt,
    )


def _claims(words: Words, results: Results, means: Means) -> None:
    st.subheader(words.sweep.claims, anchor=False)
    st.markdown(words.sweep.claims_lead)
    for claim in claims(results, means, words):
        verdict = {True: words.sweep.claim_holds, False: words.sweep.claim_fails, None: ""}[claim.holds]
        with st.container(border=True):
            st.markdown(f"**{plain(claim.sentence)}**")
            st.markdown(plain(" ".join(part for part in (verdict, claim.evidence, claim.limits) if part)))


def _take_away(words: Words, model: Path, results: Results, *, own: bool) -> None:
    with st.container(horizontal=True):
        st.download_button(words.sweep.sweep_csv, partial(to_csv, results), "sweep.csv", "text/csv", on_click="ignore")
        make = partial(_json, model, results, own=own)
        st.download_button(words.sweep.sweep_json, make, "sweep.json", "application/json", on_click="ignore")


def _json(model: Path, results: Results, *, own: bool) -> str:
    """Return the stored file as it is, or the visitor's own results with what they were made with."""
    return to_json(results, stored.provenance(model)) if own else (model / stored.SWEEP).read_text("utf-8")


CURSOR = numbers("at", LOWEST, HIGHEST, 1.0, adopt=partial(cursor_view.go_back_to, "sweep cursor"))
FIELDS = (CURSOR, own.SWEPT)
PAGE = places.Page(places.SWEEP, lambda words: words.sweep.sweep_title, show, FIELDS)

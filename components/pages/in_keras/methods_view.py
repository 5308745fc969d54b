"""The methods on a page: idea, result for the prompt and code of each; and where they fail."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components.charts import comparison
from components.language_model import programs
from components.language_model.vocabulary import Vocabulary
from components.pages.parts import figure
from components.presenting.glyphs import glyph, name
from components.presenting.numbers import percent
from components.temperature import apply_temperature, published, reweight
from components.words import Words

if TYPE_CHECKING:  # what these import takes seconds
    from components.language_model.methods import Outcome, Prediction

_NOTHING = 1e-16  # errors below the precision of float64 near 1
_SHOWN = 5  # characters in the table of logits and probabilities


Outcomes = Mapping[str, "Outcome"]  # by method


def show(words: Words, vocabulary: Vocabulary, outcomes: Outcomes | None, temperature: float) -> None:
    """Show every method: its idea, its code, and, where the model is loaded, its result beside the reference."""
    st.subheader(words.in_keras.methods, anchor=False)
    st.markdown(words.in_keras.methods_lead.format(temperature=temperature, most=comparison.MOST))
    for method, title, idea, program in (
        ("scaled", words.in_keras.scaled, words.in_keras.scaled_idea, "scale_last_dense"),
        ("log", words.in_keras.log, words.in_keras.log_idea, "log_divide_exp"),
        ("power", words.in_keras.power, words.in_keras.power_idea, "power"),
        ("layer", words.in_keras.layer, words.in_keras.layer_idea, "temperature_layer"),
        (None, words.in_keras.trained, words.in_keras.trained_idea, "train_temperature"),
    ):
        with st.container(border=True):
            text, chart = st.columns([2, 3]) if method else (st.container(), None)
            text.markdown(f"**{title}**\n\n{idea}")
            if outcomes is not None and method and chart:
                with chart:
                    _figure(words, vocabulary, outcomes[method], title)
            code(words, program)


def code(words: Words, program: str) -> None:
    """Show a program as it stands, folded."""
    with st.expander(words.in_keras.code):
        st.code(programs.source(program), language="python")


def _figure(words: Words, vocabulary: Vocabulary, outcome: "Outcome", title: str) -> None:
    rows = comparison.rows(
        [glyph(character) for character in vocabulary.characters],
        [name(character, words) for character in vocabulary.characters],
        outcome.reference,
        outcome.probabilities,
    )
    figure.show(
        comparison.specification(_labels(words), base=figure.base_size()),
        {comparison.DATA: rows},
        key=f"method {outcome.method}",
        alt=words.in_keras.method_description.format(method=title),
    )
    st.caption(words.in_keras.difference.format(error=outcome.error))


def where_they_fail(words: Words, prediction: "Prediction", outcomes: Sequence["Outcome"]) -> None:
    """Show the largest error of every method at every temperature, and why there."""
    st.subheader(words.in_keras.fails, anchor=False)
    st.markdown(words.in_keras.fails_lead)
    names = {
        "scaled": words.in_keras.scaled,
        "layer": words.in_keras.layer,
        "log": words.in_keras.log,
        "power": words.in_keras.power,
        "log_published": words.in_keras.log_published,
        "power_published": words.in_keras.power_published,
        "unshifted": words.in_keras.unshifted,
        "mistake": words.in_keras.mistake,
    }
    temperatures = list(dict.fromkeys(outcome.temperature for outcome in outcomes))
    cells = {(outcome.method, outcome.temperature): _cell(outcome) for outcome in outcomes}
    st.table(
        {words.in_keras.fails_method: list(names.values())}
        | {f"T = {t:g}": [cells[method, t] for method in names] for t in temperatures}
    )
    probabilities, logits = prediction.probabilities, prediction.logits
    st.markdown(
        words.in_keras.fails_thresholds.format(
            most_likely=percent(probabilities.max()),
            logit=logits.max(),
            underflow=published.underflows_below(probabilities),
            underflow_64=published.underflows_below(probabilities.astype(np.float64)),
            overflow=published.overflows_below(logits),
            overflow_64=published.overflows_below(logits.astype(np.float64)),
        )
    )


def _cell(outcome: "Outcome") -> str:
    error = "NaN" if np.isnan(outcome.error) else f"{outcome.error:.0e}" if outcome.error > _NOTHING else "0"
    return error + (" ⚠" if outcome.warnings else "") + ("" if outcome.accepted else " ✗")


def logits_or_chances(words: Words, vocabulary: Vocabulary, prediction: "Prediction", mistake: "Outcome") -> None:
    """Show softmax(z / T), softmax(log p / T) and the common mistake, in numbers and as bars."""
    temperature = mistake.temperature
    st.subheader(words.in_keras.logits_or_chances, anchor=False)
    st.markdown(words.in_keras.logits_or_chances_lead.format(temperature=temperature))
    order = np.argsort(-prediction.logits, kind="stable")[:_SHOWN]
    columns: dict[str, list[str]] = {
        words.explore.character: [name(vocabulary.characters[index], words) for index in order],
        words.explore.logit: _texts(prediction.logits[order], "{:.3f}"),
        words.explore.base_column: _texts(prediction.probabilities[order], "{:.4f}"),
        words.in_keras.logarithm: _texts(np.log(prediction.probabilities[order]), "{:.3f}"),
        words.in_keras.from_logits: _texts(apply_temperature(prediction.logits, temperature)[order], "{:.6f}"),
        words.in_keras.from_logarithms: _texts(reweight(prediction.probabilities, temperature)[order], "{:.6f}"),
        words.in_keras.from_chances: _texts(mistake.probabilities[order], "{:.6f}"),
    }
    st.table(columns)
    _figure(words, vocabulary, mistake, words.in_keras.from_chances)


def _texts(values: NDArray[np.floating], form: str) -> list[str]:
    return [form.format(value) for value in values]


def _labels(words: Words) -> comparison.ComparisonLabels:
    return comparison.ComparisonLabels(
        words.explore.chance, words.explore.character, words.in_keras.method_gives, words.in_keras.reference
    )

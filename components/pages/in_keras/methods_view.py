"""The methods on a page: each one's idea, what it gives for the prompt, its code; and where they fail."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components.charts import comparison
from components.language_model import recipes
from components.language_model.vocabulary import Vocabulary
from components.pages.parts import figure
from components.presenting.glyphs import glyph, name
from components.temperature import apply_temperature, published, reweight
from components.words.en import Words

if TYPE_CHECKING:  # what these import takes seconds
    from components.language_model.methods import Given, Outcome

_NOTHING = 1e-16  # below what a double of about 1 can tell
_SHOWN = 5  # characters in the table of logits and chances


Outcomes = Mapping[str, "Outcome"]  # by method


def show(words: Words, vocabulary: Vocabulary, outcomes: Outcomes | None, temperature: float) -> None:
    """Show every method: its idea, its code, and, where the model is there, what it gives over the reference."""
    st.subheader(words.methods, anchor=False)
    st.markdown(words.methods_lead.format(temperature=temperature, most=comparison.MOST))
    for method, title, idea, recipe in (
        ("scaled", words.scaled, words.scaled_idea, "scale_last_dense"),
        ("log", words.log, words.log_idea, "log_divide_exp"),
        ("power", words.power, words.power_idea, "power"),
        ("layer", words.layer, words.layer_idea, "temperature_layer"),
        (None, words.trained, words.trained_idea, "train_temperature"),
    ):
        with st.container(border=True):
            told, drawn = st.columns([2, 3]) if method else (st.container(), None)
            told.markdown(f"**{title}**\n\n{idea}")
            if outcomes is not None and method and drawn:
                with drawn:
                    _drawn(words, vocabulary, outcomes[method], title)
            code(words, recipe)


def code(words: Words, recipe: str) -> None:
    """Show a recipe as it stands, folded."""
    with st.expander(words.code):
        st.code(recipes.source(recipe), language="python")


def _drawn(words: Words, vocabulary: Vocabulary, outcome: "Outcome", title: str) -> None:
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
        alt=words.method_description.format(method=title),
    )
    st.caption(words.difference.format(error=outcome.error))


def where_they_fail(words: Words, given: "Given", outcomes: Sequence["Outcome"]) -> None:
    """Show the largest error of every method at every temperature, and why there."""
    st.subheader(words.fails, anchor=False)
    st.markdown(words.fails_lead)
    names = {
        "scaled": words.scaled,
        "layer": words.layer,
        "log": words.log,
        "power": words.power,
        "log_published": words.log_published,
        "power_published": words.power_published,
        "unshifted": words.unshifted,
        "mistake": words.mistake,
    }
    temperatures = list(dict.fromkeys(outcome.temperature for outcome in outcomes))
    cells = {(outcome.method, outcome.temperature): _cell(outcome) for outcome in outcomes}
    st.table(
        {words.fails_method: list(names.values())}
        | {f"T = {t:g}": [cells[method, t] for method in names] for t in temperatures}
    )
    chances, logits = given.probabilities, given.logits
    st.markdown(
        words.fails_thresholds.format(
            most_likely=chances.max(),
            logit=logits.max(),
            underflow=published.underflows_below(chances),
            underflow_64=published.underflows_below(chances.astype(np.float64)),
            overflow=published.overflows_below(logits),
            overflow_64=published.overflows_below(logits.astype(np.float64)),
        )
    )


def _cell(outcome: "Outcome") -> str:
    error = "NaN" if np.isnan(outcome.error) else f"{outcome.error:.0e}" if outcome.error > _NOTHING else "0"
    return error + (" ⚠" if outcome.warnings else "") + ("" if outcome.accepted else " ✗")


def logits_or_chances(words: Words, vocabulary: Vocabulary, given: "Given", mistake: "Outcome") -> None:
    """Show softmax(z / T), softmax(log p / T) and the common mistake, in numbers and as bars."""
    temperature = mistake.temperature
    st.subheader(words.logits_or_chances, anchor=False)
    st.markdown(words.logits_or_chances_lead.format(temperature=temperature))
    order = np.argsort(-given.logits, kind="stable")[:_SHOWN]
    columns: dict[str, list[str]] = {
        words.character: [name(vocabulary.characters[place], words) for place in order],
        words.logit: _texts(given.logits[order], "{:.3f}"),
        words.base_column: _texts(given.probabilities[order], "{:.4f}"),
        words.logarithm: _texts(np.log(given.probabilities[order]), "{:.3f}"),
        words.from_logits: _texts(apply_temperature(given.logits, temperature)[order], "{:.6f}"),
        words.from_logarithms: _texts(reweight(given.probabilities, temperature)[order], "{:.6f}"),
        words.from_chances: _texts(mistake.probabilities[order], "{:.6f}"),
    }
    st.table(columns)
    _drawn(words, vocabulary, mistake, words.from_chances)


def _texts(values: NDArray[np.floating], form: str) -> list[str]:
    return [form.format(value) for value in values]


def _labels(words: Words) -> comparison.ComparisonLabels:
    return comparison.ComparisonLabels(words.chance, words.character, words.method_gives, words.reference)

"""The methods on a page: idea, result for the prompt and code of each; and where they fail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from components.charts import comparison
from components.language_model import programs
from components.language_model.vocabulary import Vocabulary
from components.pages.parts import figure
from components.pages.visit.link import Field, keep, read
from components.presenting.glyphs import glyph, name
from components.presenting.numbers import percent, plain_number, short_number
from components.temperature import apply_temperature, published, reweight
from components.words import Words

if TYPE_CHECKING:  # what these import takes seconds
    from components.language_model.methods import Outcome, Prediction

_NOTHING = 1e-16  # errors below the precision of float64 near 1
_THREAD = "https://stackoverflow.com/questions/37246030"
_METHOD = "method chosen"
_SHOWN = 5  # characters in the table of logits and probabilities


Outcomes = Mapping[str, "Outcome"]  # by method


def show(words: Words, vocabulary: Vocabulary, outcomes: Outcomes | None, temperature: float) -> None:
    """Show a choice of method, its result beside the reference where the network is loaded, and its code."""
    methods = _methods(words)
    chosen = st.selectbox(
        words.in_keras.method,
        list(methods),
        index=list(methods).index(read(METHOD)),
        format_func=lambda method: methods[method].title,
        key=_METHOD,
        persist_state="session",
    )
    keep(METHOD, chosen)
    method = methods[chosen]
    st.code(programs.LINES[method.program], language="python", wrap_lines=True)
    if outcomes is None:
        st.info(words.in_keras.methods_coming)
    else:
        _figure(words, vocabulary, outcomes[chosen], method.title)
        lead = words.in_keras.method_lead.format(temperature=temperature, most=comparison.MOST)
        st.caption(f"{lead} {words.in_keras.difference.format(error=outcomes[chosen].error)}")
    answer = words.in_keras.method_of.format(address=_THREAD, answer=method.answer)
    st.markdown(f"{method.idea} {answer}")
    if chosen != _MISTAKE:
        code(words, method.program)


@dataclass(frozen=True)
class _Method:
    title: str
    idea: str
    answer: str
    program: str  # its name


def _methods(words: Words) -> dict[str, _Method]:
    titles = (
        words.in_keras.scaled,
        words.in_keras.log,
        words.in_keras.power,
        words.in_keras.layer,
        words.in_keras.mistake,
    )
    ideas = (
        words.in_keras.scaled_idea,
        words.in_keras.log_idea,
        words.in_keras.power_idea,
        words.in_keras.layer_idea,
        words.in_keras.mistake_idea,
    )
    answers = (
        words.in_keras.scaled_answer,
        words.in_keras.log_answer,
        words.in_keras.power_answer,
        words.in_keras.layer_answer,
        words.in_keras.mistake_answer,
    )
    each = zip(titles, ideas, answers, programs.LINES, strict=True)
    return {method: _Method(*texts) for method, texts in zip(_NAMES, each, strict=True)}


def trained(words: Words) -> None:
    """Show how a temperature is trained."""
    st.subheader(words.in_keras.trained, anchor=False)
    st.markdown(words.in_keras.trained_idea)
    code(words, "train_temperature")


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
    st.markdown(words.in_keras.one_token.format(**_one_token()))


def _one_token() -> dict[str, str | float]:
    """Return an example of what dividing the log-probability of a single token by T comes to."""
    logits, temperature = np.array([2.0, 1.0, 0.0]), 0.5
    base, right = apply_temperature(logits)[0], apply_temperature(logits, temperature)[0]
    return {
        "logits": ", ".join(map(short_number, logits)),
        "temperature": temperature,
        "base": plain_number(base, 3),
        "divided": plain_number(np.exp(np.log(base) / temperature), 3),
        "right": plain_number(right, 3),
    }


def _texts(values: NDArray[np.floating], form: str) -> list[str]:
    return [form.format(value) for value in values]


def _labels(words: Words) -> comparison.ComparisonLabels:
    return comparison.ComparisonLabels(
        words.explore.chance, words.explore.character, words.in_keras.method_gives, words.in_keras.reference
    )


def _go_back_to(method: str) -> None:
    st.session_state[_METHOD] = method


_MISTAKE = "mistake"
_NAMES = ("scaled", "log", "power", "layer", _MISTAKE)
METHOD = Field(
    "method",
    lambda text: text if text in _NAMES else None,
    _NAMES[0],
    _go_back_to,
    wanted=lambda words: words.in_keras.wanted_method.format(methods=", ".join(_NAMES)),
)

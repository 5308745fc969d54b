"""The methods of the thread on a page: which to use when, and the chosen one's idea, result and code."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from components.charts import comparison
from components.language_model import programs
from components.language_model.vocabulary import Vocabulary
from components.pages.parts import figure
from components.pages.visit.link import Field, keep, read
from components.presenting import methods
from components.presenting.glyphs import glyph, name
from components.presenting.numbers import unbroken
from components.temperature import published
from components.words import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.methods import Outcome

_THREAD = "https://stackoverflow.com/questions/37246030"
_KEY = "method chosen"


@dataclass(frozen=True)
class Method:
    """A method as it is shown.

    Attributes
    ----------
    title, idea : str
        Its name and what is said of it.
    line : str
        The line of code in which T acts.
    program : str, optional
        The whole program, by name; none where it is wrong.
    answer : str, optional
        Where in the thread it stands, if it does.
    """

    title: str
    idea: str
    line: str
    program: str | None = None
    answer: str | None = None


def which(words: Words) -> None:
    """Show which method to use when."""
    with st.container(key="which"):
        st.header(words.in_keras.which, anchor=False)
        st.markdown(words.in_keras.which_lead)


def choose(words: Words) -> str:
    """Show the choice of method with the line in which T acts, and return the chosen one's name."""
    each = _methods(words)
    chosen = st.selectbox(
        words.in_keras.method,
        list(each),
        index=list(each).index(read(METHOD)),
        format_func=lambda method: each[method].title,
        key=_KEY,
        persist_state="session",
    )
    keep(METHOD, chosen)
    st.code(each[chosen].line, language="python", wrap_lines=True)
    return chosen


def result(words: Words, vocabulary: Vocabulary, outcome: "Outcome | None", temperature: float) -> None:
    """Show what the chosen method gives beside the right answer; None while the network is being loaded."""
    if outcome is None:
        st.info(words.in_keras.methods_coming)
        return
    rows = comparison.rows(
        [glyph(character) for character in vocabulary.characters],
        [name(character, words) for character in vocabulary.characters],
        outcome.reference,
        outcome.probabilities,
    )
    with st.container(key="method figure"):
        figure.show(
            comparison.specification(_labels(words), base=figure.base_size()),
            {comparison.DATA: rows},
            key=f"method {outcome.method}",
            name=_methods(words)[outcome.method].title,
            alt=words.in_keras.method_description.format(method=_methods(words)[outcome.method].title),
            height="stretch",
        )
    lead = words.in_keras.method_lead.format(temperature=temperature, most=comparison.MOST)
    st.markdown(unbroken(words.sweep.joint.join([lead, methods.error(words, outcome)])))


def about(words: Words, chosen: str) -> None:
    """Show the chosen method's idea, where it comes from, and the whole program, folded."""
    method = _methods(words)[chosen]
    st.markdown(unbroken(words.in_keras.titled.format(title=method.title, said=method.idea)))
    if method.answer is not None:
        st.markdown(words.in_keras.method_of.format(address=_THREAD, answer=method.answer))
    if method.program is not None:
        code(words, method.program)


def trained(words: Words) -> None:
    """Show how a temperature is trained."""
    st.header(words.in_keras.trained, anchor=False)
    st.markdown(words.in_keras.trained_idea)
    code(words, "train_temperature")


def code(words: Words, program: str) -> None:
    """Show a program as it stands, folded."""
    with st.expander(words.in_keras.code):
        st.code(programs.source(program), language="python", wrap_lines=True)  # no key reaches a scroller


def _methods(words: Words) -> dict[str, Method]:
    return {
        "scaled": _of_the_thread(
            words.in_keras.scaled, words.in_keras.scaled_idea, "scale_last_dense", words.in_keras.scaled_answer
        ),
        "log": _of_the_thread(words.in_keras.log, words.in_keras.log_idea, "log_divide_exp", words.in_keras.log_answer),
        "power": _of_the_thread(words.in_keras.power, words.in_keras.power_idea, "power", words.in_keras.power_answer),
        "layer": _of_the_thread(
            words.in_keras.layer, words.in_keras.layer_idea, "temperature_layer", words.in_keras.layer_answer
        ),
        "mistake": Method(words.in_keras.mistake, words.in_keras.mistake_idea, published.MISTAKE),
    }


def _of_the_thread(title: str, idea: str, program: str, answer: str) -> Method:
    return Method(title, idea, programs.LINES[program], program, answer)


def _labels(words: Words) -> comparison.ComparisonLabels:
    return comparison.ComparisonLabels(
        words.explore.chance, words.explore.character, words.in_keras.method_gives, words.in_keras.reference
    )


def _go_back_to(method: str) -> None:
    st.session_state[_KEY] = method


_NAMES = ("scaled", "log", "power", "layer", "mistake")
METHOD = Field(
    "method",
    lambda text: text if text in _NAMES else None,
    _NAMES[0],
    _go_back_to,
    wanted=lambda words: words.in_keras.wanted_method.format(methods=", ".join(_NAMES)),
)

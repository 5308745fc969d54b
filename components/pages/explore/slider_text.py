"""Text under the slider: what the model writes at every temperature of it, made behind the bars."""

from collections.abc import Sequence
from concurrent.futures import Future

import pyarrow as pa
import streamlit as st

from components.analysis.quality import bits_per_character, distinct_trigrams, surprisals, word_share
from components.charts import live_text
from components.language_model.sample import Sample
from components.pages.serving.answers import Answers
from components.pages.visit import link
from components.presenting.columns import parting, share
from components.presenting.glyphs import glyph
from components.presenting.prompt_text import Prompt
from components.temperature.scale import TEMPERATURES
from components.words.en import Words

_ASKED, _SHOWN = "texts asked", "texts shown"
_SPACE, _LINE_BREAK, _OTHER = live_text.BLANK, "↵", "·"  # one letter each, of the text's own font


def data(words: Words, answers: Answers, prompt: Prompt, seed: int) -> pa.Table:
    """Give the rows of the texts, if they have been written; otherwise none, and the bars do not wait."""
    samples = _written(answers, prompt, seed)
    if samples is None:
        return pa.table(live_text.nothing())
    return _table(answers.name, prompt.text, seed, words.slider_numbers, words, answers, samples)


def at(answers: Answers, prompt: Prompt, seed: int, temperature: float) -> Sample | None:
    """Give the text at the slider, if it has been written."""
    samples = _written(answers, prompt, seed) or []
    return next((sample for sample in samples if sample.temperature == temperature), None)


def follow(answers: Answers, prompt: Prompt, seed: int) -> None:
    """Bring the texts into the figure when they are there."""
    writing = _asked(answers, prompt, seed)
    if writing is not None and st.session_state.get(_SHOWN) is not writing:
        _wait(writing)


def _asked(answers: Answers, prompt: Prompt, seed: int) -> "Future[list[Sample]] | None":
    writing = answers.at_the_slider(prompt.text, seed)
    before = st.session_state.get(_ASKED)
    if before is not None and before is not writing:
        before.cancel()  # if it has not begun: nobody looks at it now
    st.session_state[_ASKED] = writing
    return writing


def _written(answers: Answers, prompt: Prompt, seed: int) -> list[Sample] | None:
    writing = _asked(answers, prompt, seed)
    if writing is None or not writing.done():
        return None
    st.session_state[_SHOWN] = writing
    return writing.result()


@st.fragment(run_every=0.25)
def _wait(writing: "Future[list[Sample]]") -> None:
    if writing.done() and st.session_state.get(_ASKED) is writing:
        link.say_again()
        st.rerun()


# The first four stand for what it is made of: a run that changes none of them measures nothing anew.
@st.cache_resource(max_entries=32, show_spinner=False)
def _table(
    name: str,  # noqa: ARG001
    prompt: str,  # noqa: ARG001
    seed: int,  # noqa: ARG001
    numbers: str,  # noqa: ARG001
    _words: Words,
    _answers: Answers,
    _samples: Sequence[Sample],
) -> pa.Table:
    trained = next(sample.text for sample in _samples if sample.temperature == 1)
    return pa.table(
        live_text.rows(
            [
                live_text.SliderText(
                    temperature,
                    [_sign(character) for character in sample.text],
                    surprisals(sample.base_log_probabilities),
                    _shared(trained, sample.text),
                    _numbers(_words, _answers, sample),
                )
                for temperature, sample in zip(TEMPERATURES, _samples, strict=True)
            ]
        )
    )


def _sign(character: str) -> str:
    if character == " ":
        return _SPACE
    if character == "\n":
        return _LINE_BREAK
    return character if len(glyph(character)) == 1 else _OTHER


def _shared(trained: str, text: str) -> int:
    place = parting(trained, text)
    return len(text) if place is None else place


def _numbers(words: Words, answers: Answers, sample: Sample) -> str:
    return words.slider_numbers.format(
        bits=bits_per_character(sample.base_log_probabilities),
        words=share(word_share(sample.text, answers.known_words), words),
        distinct=share(distinct_trigrams(sample.text), words),
    )

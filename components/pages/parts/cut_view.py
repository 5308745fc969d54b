"""What is cut beside the temperature: folded away beside the slider, and seen there while it is on."""

import streamlit as st

from components.pages.parts.fold_view import fold
from components.pages.visit import cut
from components.pages.visit.link import Field, keep, read
from components.presenting.cut import said
from components.temperature.presets import API, HUGGING_FACE, LLAMA_CPP
from components.words import Words


def show(words: Words, characters: int) -> None:
    """Show the button that folds the fields out; it says what is cut, and beside it stands what clears it.

    Parameters
    ----------
    words : Words
        The reader's language.
    characters : int
        The size of the vocabulary.
    """
    now = cut.current(characters)
    label = said(now, words) or words.cut.cut
    with fold(words, "cut", label, is_on=now.has_cut, clear=cut.clear, clear_help=words.cut.clear_help):
        st.markdown(words.cut.cut_lead)
        _presets(words)
        _numbers(words)
        _order(words)
        sources = {"llama_cpp": LLAMA_CPP.source, "hugging_face": HUGGING_FACE.source, "vllm": API.source}
        st.caption(words.sweep.joint.join([words.cut.presets_sources.format(**sources), words.cut.no_penalty]))


def _presets(words: Words) -> None:
    """Show one button for each program whose cut the fields can have."""
    with st.container(key="cut presets", horizontal=True, gap="small"):
        for label, explanation, preset in (
            (words.cut.as_llama_cpp, words.cut.as_llama_cpp_help, LLAMA_CPP),
            (words.cut.as_hugging_face, words.cut.as_hugging_face_help, HUGGING_FACE),
            (words.cut.as_api, words.cut.as_api_help, API),
        ):
            st.button(label, help=explanation, on_click=cut.put, args=(preset.cut,))


def _numbers(words: Words) -> None:
    with st.container(horizontal=True, gap="small"):
        _number(cut.TOP_K, words.cut.top_k, words.cut.top_k_help, least=1, most=None, step=1)
        _number(cut.TOP_P, words.cut.top_p, words.cut.top_p_help, least=0.0, most=1.0, step=0.05)
        _number(cut.MIN_P, words.cut.min_p, words.cut.min_p_help, least=0.0, most=1.0, step=0.05)
        least = cut.LEAST_WIDTH
        _number(cut.TOP_NSIGMA, words.cut.top_nsigma, words.cut.top_nsigma_help, least=least, most=None, step=0.1)


def _number(
    field: Field[float | None], label: str, explanation: str, *, least: float, most: float | None, step: float
) -> None:
    st.number_input(
        label,
        least,
        most,
        None,
        step,
        "%g" if isinstance(step, float) else None,  # no digits that the value does not have, and none fewer
        key=field.name,
        help=explanation,
        bind="query-params",
        persist_state="session",
        width=150,
    )


def _order(words: Words) -> None:
    labels = {cut.AFTER: words.cut.cut_after, cut.BEFORE: words.cut.cut_before}
    order = st.segmented_control(
        words.cut.order,
        list(labels),
        default=read(cut.ORDER),
        format_func=labels.__getitem__,
        key=cut.ORDER.name,
        help=words.cut.order_help,
        required=True,
        persist_state="session",
    )
    keep(cut.ORDER, str(order))

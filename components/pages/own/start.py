"""Where it begins: a visitor's text, what was found in it, and what is asked for."""

from pathlib import Path

import streamlit as st

from components.language_model.machine import amount
from components.own import store, texts
from components.own.refusal import RefusedError
from components.own.wish import LONGEST, MINUTES, SHORTEST, SIZES, Wish
from components.pages.own import bring
from components.pages.parts import task_view
from components.pages.serving import trainings
from components.pages.visit import language, own
from components.presenting import own as presenting
from components.presenting.glyphs import plain
from components.presenting.numbers import unbroken
from components.words import Words

_TEXT, _FILE, _SIZE, _MINUTES = "text to learn", "own file", "own size", "own minutes"
_LIMITS = {"least": f"{SHORTEST:,}", "most": f"{LONGEST:,}"}


def show(words: Words) -> None:
    """Show the field for a text and what can be chosen, and begin where that is asked for."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        given = _given(words)
        text = _found(words, given)
    with right:
        wish = _wish(words)
        speed = trainings.speed(wish.size)
        with st.container(key="own expected"):
            st.caption(presenting.expected(text, wish, speed, words) if text else words.own.speed_unknown)
        pressed = st.button(words.own.start, type="primary", icon=":material/school:", width="stretch")
        st.caption(unbroken(words.own.whose.format(hours=store.HOURS)))
    bring.show(words)
    if pressed and text:
        _begin(words, text, wish)
    elif pressed and not given:
        with left:
            _refuse(words, RefusedError("empty"))


def forget() -> None:
    """Empty the field for a text; for a callback."""
    st.session_state[_TEXT] = ""


def _given(words: Words) -> str | bytes:
    """Show the field for a text and the one for a file, and return what is in them."""
    text = st.text_area(
        words.own.text,
        key=_TEXT,
        height=220,
        placeholder=words.own.text_placeholder.format(**_LIMITS),
        help=words.own.text_help.format(**_LIMITS),
        persist_state="session",
    )
    file, page_text = st.columns([3, 2], vertical_alignment="bottom")
    with page_text:
        st.button(words.own.page_text, on_click=_take_page_text, help=words.own.page_text_help, width="stretch")
    with file:
        upload = st.file_uploader(words.own.text_file, key=_FILE, max_upload_size=texts.LARGEST // 1_000_000)
    return text or "" if upload is None else upload.getvalue()


def _take_page_text() -> None:
    st.session_state[_TEXT] = presenting.page_text(language.words())


def _found(words: Words, given: str | bytes) -> str | None:
    """Say what was found in a text, and return it; None, and why, where it cannot be learned."""
    if not given:
        st.markdown(words.own.no_text_yet)
        return None
    try:
        text: str = texts.clean(given)
    except RefusedError as refused:
        _refuse(words, refused)
        return None
    st.markdown(unbroken(presenting.found(text, words)))
    st.caption(presenting.most_frequent(text, words))
    return text


def _wish(words: Words) -> Wish:
    names = {"small": words.own.small, "medium": words.own.medium}
    size = st.segmented_control(
        words.own.size,
        SIZES,
        default=SIZES[0],
        format_func=names.__getitem__,
        key=_SIZE,
        help=words.own.size_help,
        required=True,
        persist_state="session",
    )
    minutes = st.slider(
        words.own.minutes, MINUTES.start, MINUTES[-1], Wish().minutes, key=_MINUTES, persist_state="session"
    )
    return Wish(size or SIZES[0], int(minutes))


def _begin(words: Words, text: str, wish: Wish) -> None:
    """Put a text in the lane, and let the page be about it."""
    try:
        if any(map(trainings.under_way, own.folders())):
            raise RefusedError("two_at_once")
        folder = _kept(text, wish)
    except RefusedError as refused:
        _refuse(words, refused)
    except store.FullError:
        _refuse(words, RefusedError("full", most=amount(store.LARGEST)))
    except OSError:
        _refuse(words, RefusedError("room"))
    else:
        own.show(folder)
        task_view.again()


def _kept(text: str, wish: Wish) -> Path:
    """Return the new folder of a text and what is asked for; where they cannot be written, nothing of them stays."""
    folder = store.new()
    try:
        store.write(folder / store.TEXT, text)
        store.write(folder / store.WISH, wish.to_json())
    except OSError:
        store.delete(folder)
        raise
    return folder


def _refuse(words: Words, refused: RefusedError) -> None:
    st.warning(plain(presenting.refusal(refused.name, refused.values, words)), icon=":material/info:")

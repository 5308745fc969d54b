"""What every page has: its name, and with a network a menu of them, and a word while it comes or cannot be had."""

from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st

from components.language_model import folder
from components.language_model.folder import ModelError, ModelFolder
from components.own import store
from components.pages.parts import connection_view, failure_view, fault_view, file_view, history_view, pictures_view
from components.pages.parts.component import component
from components.pages.serving import models
from components.pages.serving.answers import Answers
from components.pages.visit import figures, language, own, places, prompt, slider
from components.pages.visit.link import Field, Fields, keep, mend, read, say_again
from components.pages.visit.places import Pages
from components.presenting import networks
from components.presenting.glyphs import plain
from components.words import Words

CHOICE = "model choice"  # the menu speaks the reader's language, the link the folder's name

_OPENINGS = {"zh": "tang"}  # the networks that the pages of a language open on, where it is not the first of the menu
_LANGUAGE = "language before"

Content = Callable[[Words, Answers], None]
Tools = Callable[[Words], None]


def show(
    words: Words,
    pages: Pages,
    title: str,
    lead: str,
    content: Content,
    *,
    fields: Fields,
    tools: Tools | None = None,
) -> None:
    """Say what was wrong with the link; then show a page, which runs by itself from then on.

    Parameters
    ----------
    words : Words
        The reader's language.
    pages : dict
        Every page by its address.
    title : str
        The page's name.
    lead : str
        One sentence on what is seen, with a blank for the network if it needs one; may be empty.
    content : callable
        Shows the page with a model's answers.
    fields : sequence of Field
        What the page's address can hold.
    tools : callable, optional
        Shows what stands beside the menu of networks.
    """
    _say_what_was_mended(words, (MODEL, language.LANGUAGE, *fields))
    _body(words, pages, title, lead, content, tools)


def show_alone(
    words: Words, pages: Pages, title: str, lead: str, content: Callable[[Words], None], *, fields: Fields
) -> None:
    """Show a page that needs no network: as `show`, but for the menu."""
    _say_what_was_mended(words, (language.LANGUAGE, *fields))
    _body_alone(words, pages, title, lead, content)


def _say_what_was_mended(words: Words, fields: Fields) -> None:
    for sentence in mend(fields, words):
        st.warning(plain(sentence))
    history_view.show(fields)
    connection_view.show(words)


@st.fragment
@fault_view.guard()
def _body_alone(words: Words, pages: Pages, title: str, lead: str, content: Callable[[Words], None]) -> None:
    places.follow(pages)
    figures.begin()
    with st.container(key="top", horizontal=True, vertical_alignment="center", gap="small"):
        st.title(title, anchor=False, width="content")
        with st.container(key="lead"):
            st.markdown(lead)
        _fold(words)
    content(words)
    pictures_view.offer(words)


@st.fragment
@fault_view.guard()
def _body(words: Words, pages: Pages, title: str, lead: str, content: Content, tools: Tools | None) -> None:
    places.follow(pages)
    figures.begin()
    with st.container(key="top", horizontal=True, vertical_alignment="center", gap="small"):
        st.title(title, anchor=False, width="content")
        before_menu = st.container(key="lead")
        _fold(words)
        with st.container(key="tools", horizontal=True, vertical_alignment="center", gap="small", width="content"):
            offered = _offered()
            gone, name = _gone(words, offered), _chosen(words, offered)
            if tools:
                tools(words)
        with before_menu:
            st.markdown(lead.format(network=networks.reader(name, words)))
    if gone:
        st.warning(plain(words.frame.model_gone.format(model=gone)))
    model = ModelFolder.at(offered[name])
    try:
        answers = Answers(model, name)
        words = words.of(answers.lexicon.unit)
        prompt.follow(answers.opening, answers.vocabulary)
        trouble = st.container(key="trouble")
        with trouble:
            for error in answers.troubles:
                file_view.say_what_is_wrong(words, error)
        content(words, answers)
        pictures_view.offer(words)
        _keep(name)  # once more: what the address leaves out depends on what else it names
        coming = not answers.load_soon()
        if answers.failure:
            with trouble:
                failure_view.say(words, answers.failure)
        elif coming:
            _say_coming(words, answers)
            with trouble:
                _wait(words, model.path)
    except ModelError as error:
        file_view.say_what_is_wrong(words, error)


def choose(name: str) -> None:
    """Let the pages show the network of this name from now on; for a callback."""
    _go_back_to(name)
    slider.start_here()


def _offered() -> dict[str, Path]:
    """Return the networks of the menu by name: those that everybody sees, and the visitor's own."""
    own.remember(read(MODEL))
    return folder.available() | own.networks()


def _fold(words: Words) -> None:
    """Show the button that on a phone unfolds the rows of buttons, and the choice of language."""
    component("fold")(key="fold", data={"label": words.frame.menu})


def _gone(words: Words, offered: Mapping[str, Path]) -> str:
    """Return the name of the network that was shown, if its folder has gone away; the first one is shown then."""
    shown = st.session_state.get(CHOICE)
    if shown is None or shown in offered:
        return ""
    choose("")
    return networks.label(str(shown), words)


def _chosen(words: Words, offered: Mapping[str, Path]) -> str:
    """Show the menu of networks, where there is more than one, and return the name of the chosen one."""
    if len(offered) == 1:
        return next(iter(offered))
    labels = {name: _label(name, path, words) for name, path in offered.items()}
    names = list(offered)
    _follow_language(offered)
    chosen = st.selectbox(
        words.frame.model,
        names,
        index=names.index(_asked_for(offered)),
        format_func=labels.__getitem__,
        key=CHOICE,
        on_change=slider.start_here,
        label_visibility="collapsed",
        persist_state="session",
        width=240,
    )
    _keep(chosen)
    return str(chosen)


def opening_network() -> ModelFolder:
    """Return the network that the pages of the reader's language open on."""
    offered = folder.available()
    opening = offered.get(_OPENINGS.get(language.current(), ""), next(iter(offered.values())))
    return ModelFolder.at(opening)


def _asked_for(offered: Mapping[str, Path]) -> str:
    """Return the name of the network that the address means."""
    asked, first = read(MODEL), next(iter(offered))
    return asked if asked in offered else first


def _follow_language(offered: Mapping[str, Path]) -> None:
    """Let the network become that of another language, unless the address says which one is shown."""
    before, now = st.session_state.get(_LANGUAGE), language.current()
    st.session_state[_LANGUAGE] = now
    if before not in (None, now) and CHOICE in st.session_state and MODEL.name not in st.query_params:
        st.session_state[CHOICE] = _asked_for(offered)


def _keep(name: str) -> None:
    keep(MODEL, "" if name == next(iter(folder.available())) else name)


def _label(name: str, path: Path, words: Words) -> str:
    """Return what the menu calls a network: one that reads a window anew for every character says so."""
    label, window = networks.label(name, words), models.window(ModelFolder.beside_network(path))
    return label if window is None else words.frame.windowed.format(model=label, window=window)


def _say_coming(words: Words, answers: Answers) -> None:
    if not answers.missed:
        with st.container(key="coming"):
            st.caption(words.frame.model_coming_behind)


@st.fragment(run_every=0.5)
@fault_view.guard()
def _wait(words: Words, path: Path) -> None:
    """Look whether the model is there, and bring what waits for it; say so where it takes long."""
    model = ModelFolder.at(path)
    try:
        coming = models.load_soon(model) is None
    except Exception:
        coming = False  # the page says what is wrong
    if not coming:
        say_again()
        st.rerun()
    failure_view.say_slow(words, models.begin(model))


def _go_back_to(name: str) -> None:
    st.session_state[CHOICE] = name or next(iter(folder.available()))


MODEL = Field(
    "model",
    lambda text: text if text in folder.available() or own.network(text) else None,
    "",  # the first of the menu
    wanted=lambda words: words.frame.wanted_model.format(models=", ".join(folder.available()), hours=store.HOURS),
    adopt=_go_back_to,
    write=lambda name: name or next(iter(folder.available())),
    openings=_OPENINGS,
)

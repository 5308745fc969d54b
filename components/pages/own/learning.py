"""A training, watched: how far it is, what the network writes by now, how its losses fall."""

from functools import partial
from pathlib import Path

import streamlit as st

from components.charts import learning_curve
from components.charts.learning_curve import LearningLabels
from components.own import store
from components.own.progress import Progress
from components.pages.own import keeping
from components.pages.parts import fault_view, figure, task_view
from components.pages.parts.component import component
from components.pages.serving import trainings
from components.presenting import own as presenting
from components.presenting.numbers import unbroken
from components.words import Words

_POLL = 1.0  # seconds


@st.fragment(run_every=_POLL)
@fault_view.guard()
def show(words: Words, folder: Path) -> None:
    """Show how a training goes, every second, and run the page again when it is over or its folder gone.

    Where nobody trains, it is begun: a process whose server was killed ends some seconds after it.
    """
    reached = trainings.reached(folder) or Progress()
    if reached.over or not folder.is_dir():
        task_view.again()
    trainings.begin(folder)
    with st.container(key="own standing", horizontal=True, vertical_alignment="bottom"):
        _standing(words, folder, reached)
    written(words, reached)
    if reached.points:
        curve(words, reached)


def _standing(words: Words, folder: Path, reached: Progress) -> None:
    waiting = trainings.waiting(folder)
    share = min(1.0, reached.seconds / reached.of_seconds) if reached.of_seconds else 0.0
    if waiting is not None and waiting[0]:
        st.progress(0.0, presenting.wait(*waiting, words))
        st.button(words.own.withdraw, on_click=partial(keeping.delete, folder), icon=":material/delete:")
        return
    if (folder / store.STOP).exists() and reached.phase != "finishing":
        st.progress(share, words.own.stopping)
    else:
        st.progress(share, presenting.standing(reached, words))
    st.button(words.own.stop, on_click=partial(trainings.stop, folder), icon=":material/stop_circle:")


def written(words: Words, reached: Progress) -> None:
    """Show what the network writes by now at every temperature."""
    st.markdown(f"**{words.own.watch}**")
    if reached.watched:
        boxes = [
            [{"title": f"T = {one.temperature:g}", "prompt": one.prompt, "text": one.text}] for one in reached.watched
        ]
        component("side_by_side")(key="watched", data={"boxes": boxes})
    else:
        st.caption(words.own.no_text_written)


def curve(words: Words, reached: Progress) -> None:
    """Show the losses over the time of training, and what they and T* say."""
    labels = figure.labels(LearningLabels, words.own)
    points = reached.points
    data = learning_curve.rows(
        labels,
        [point.seconds for point in points],
        [point.training for point in points],
        [point.held_out for point in points],
        of_seconds=reached.of_seconds or 60.0,
    )
    left, right = st.columns([3, 2], gap="large", vertical_alignment="center")
    with left:
        specification = learning_curve.specification(labels, base=figure.base_size())
        figure.show(specification, data, key="learning", alt=words.own.curve_alt)
    with right:
        said = (presenting.losses(reached, words), presenting.kept(reached, words), presenting.best(reached, words))
        st.markdown(unbroken("\n\n".join(filter(None, said))))

"""The text written at the slider's temperature, and beside it the one at T = 0, where there is no luck."""

from collections.abc import Sequence

from components.pages.parts.component import component
from components.words import Words


def show(words: Words, temperatures: Sequence[float], texts: Sequence[str], start: float) -> None:
    """Show the texts; the one at the slider's temperature follows it in the browser.

    Parameters
    ----------
    words : Words
        The reader's language.
    temperatures : sequence of float
        Those of the page's slider, in ascending order.
    texts : sequence of str
        The text written at each.
    start : float
        Where the slider rests.
    """
    if not texts:
        return
    written = [
        {"T": temperature, "title": words.sweep.written_at.format(temperature=temperature), "text": text}
        for temperature, text in zip(temperatures, texts, strict=True)
    ]
    fixed = [{"title": words.sweep.written_at_zero, "text": one["text"]} for one in written if one["T"] == 0]
    boxes = [written, fixed] if fixed else [written]
    component("side_by_side")(key="written", data={"boxes": boxes, "start": start})

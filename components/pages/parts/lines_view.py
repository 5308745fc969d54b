"""The figure of one pick: every character a line over T, the highest one picked."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from components.charts import noise_lines
from components.pages.parts import figure
from components.temperature import NO_CUT, Decoding, enters_at
from components.words import Words


def show(
    words: Words,
    signs: Sequence[str],
    logits: NDArray[np.floating],
    noise: NDArray[np.floating],
    temperatures: Sequence[float],
    cut: Decoding = NO_CUT,
) -> None:
    """Show the lines of one step, as high as what they stand in.

    Parameters
    ----------
    words : Words
        The reader's language.
    signs : sequence of str
        What each line is called.
    logits, noise : ndarray, shape (n,)
        Scores in nats, and Gumbel noise.
    temperatures : sequence of float
        Those that are compared.
    cut : Decoding, optional
        What is cut.
    """
    figure.show(
        noise_lines.specification(
            figure.labels(noise_lines.NoiseLinesLabels, words.parting, words.explore), base=figure.base_size()
        ),
        noise_lines.rows(
            signs,
            logits,
            noise,
            sorted(set(temperatures)),
            picked_at=words.parting.picked_at,
            second_at=words.parting.second_at,
            cut_at=words.parting.cut_at,
            lower=words.parting.lower,
            enters=enters_at(logits, cut),
        ),
        key="noise lines",
        name=words.pictures.lines,
        alt=with_cut(cut, words.parting.noise_lines_alt, words.parting.rays_alt, words),
        height="stretch",
    )


def with_cut(cut: Decoding, sentence: str, of_the_cut: str, words: Words) -> str:
    """Return a sentence, followed by another one where something is cut."""
    return words.sweep.joint.join([sentence, of_the_cut] if cut.has_cut else [sentence])

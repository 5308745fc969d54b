"""Why the chosen character was picked: its step as lines over T, with the sums beside them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from components.charts import bands, compared
from components.language_model.vocabulary import Vocabulary
from components.pages.parts import figure, lines_view
from components.pages.visit.character import Settled
from components.presenting.columns import parting
from components.presenting.glyphs import glyph, plain
from components.presenting.ledger import seen
from components.presenting.numbers import unbroken
from components.presenting.pick import accounts, table
from components.words import Words

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sample import Drawn


def show(words: Words, vocabulary: Vocabulary, drawn: Sequence["Drawn"], at: Settled) -> None:
    """Show what is seen at a position: a sentence, the lines of all characters, and the picks in numbers."""
    sample = drawn[at.row]
    cut, logits, noise = sample.decoding, sample.logits[at.position], sample.noise[at.position]
    temperatures = _at_step(drawn, at)
    with st.container(key="seen"):
        said = seen([each.scored() for each in drawn], temperatures, at.row, at.position, words)
        st.markdown(plain(unbroken(said)))
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(key="lines"):
        signs = [glyph(character) for character in vocabulary.characters]
        lines_view.show(words, signs, logits, noise, temperatures, cut)
    first = parting(*(each.text for each in drawn))
    together = first is None or at.position <= first
    shown = range(len(drawn)) if together else [at.row]
    picks = {temperatures[row]: int(drawn[row].codes[at.position]) for row in shown}
    with right, st.container(key="picks"):
        st.caption(unbroken(lines_view.with_cut(cut, words.parting.noise_lines_lead, words.parting.rays_lead, words)))
        st.html(table(accounts(logits, noise, picks, vocabulary.characters, words, cut), words))
        st.caption(unbroken(words.parting.units))


def show_chances(words: Words, vocabulary: Vocabulary, drawn: Sequence["Drawn"], at: Settled) -> None:
    """Show the chance of every character over T, without luck."""
    temperatures, cut = sorted(set(_at_step(drawn, at))), drawn[at.row].decoding
    lead = words.parting.bands_lead.format(last=compared.last_shown(temperatures))
    st.header(words.parting.bands, anchor=False)
    st.caption(unbroken(lines_view.with_cut(cut, lead, words.parting.bands_cut, words)))
    figure.show(
        bands.specification(figure.labels(bands.BandsLabels, words.parting, words.explore), base=figure.base_size()),
        bands.rows(
            [glyph(character) for character in vocabulary.characters],
            drawn[at.row].logits[at.position],
            temperatures,
            others=words.parting.others,
            cut=cut,
        ),
        key="bands",
        name=words.parting.bands,
        alt=lines_view.with_cut(cut, words.parting.bands_alt, words.parting.bands_cut, words),
    )


def _at_step(drawn: Sequence["Drawn"], at: Settled) -> list[float]:
    """Return the temperature at which each text has the character at a position."""
    return [float(each.temperatures[at.position]) for each in drawn]

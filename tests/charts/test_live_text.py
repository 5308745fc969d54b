"""The layers of text under the bars: lines of it in the reader's browser are the text, whatever the width."""

import altair as alt
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from components.charts import live, live_text
from components.charts.live_text import BLANK, BLOCK, LEVELS, SliderText, rows
from components.temperature import scale
from tests.charts.test_live_chart import LABELS

texts = st.text("abc↵" + BLANK, min_size=1, max_size=80)


@given(text=texts, shared=st.integers(0, 80), seed=st.integers(0, 99))
def test_every_character_is_quiet_or_loud_and_tinted_once_at_most(text: str, shared: int, seed: int) -> None:
    shared = min(shared, len(text))
    bits = np.random.default_rng(seed).exponential(3, len(text))
    found = rows([SliderText(0.5, list(text), bits, shared, "numbers")])
    quiet, loud = found["quiet"][0], found["loud"][0]
    assert len(quiet) == len(loud) == len(text)
    for place, character in enumerate(text):
        assert (quiet[place], loud[place]) == ((character, BLANK) if place < shared else (BLANK, character))
        tints = [found[f"tint{level}"][0][place] for level in range(len(LEVELS))]
        expected = sum(bits[place] >= least for least, _ in LEVELS)
        assert [tint == BLOCK for tint in tints] == [level + 1 == expected for level in range(len(LEVELS))]


def test_the_figure_with_text_is_valid_and_keeps_one_view() -> None:
    figure = live.specification(LABELS, start=1.0, text=True)
    alt.LayerChart.from_dict(figure, validate=True)
    assert "vconcat" not in figure
    names = {layer["data"]["name"] for layer in figure["layer"] if "data" in layer}
    assert names <= {live.DATA, live_text.TEXTS}
    assert figure["height"] == live.HEIGHT_WITH_TEXT


def test_the_slider_has_sixty_one_places() -> None:
    assert len(scale.TEMPERATURES) == 61
    assert (scale.TEMPERATURES[0], scale.TEMPERATURES[-1]) == (scale.LOWEST, scale.HIGHEST)

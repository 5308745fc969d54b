"""Who would have been picked without the cut."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.temperature import Decoding, enters_at, kept, kept_logits, pick
from components.temperature.exclusion import exclusion

sizes = st.shared(st.integers(1, 20))
values = arrays(np.float64, sizes, elements=st.floats(-30, 30, width=16))
cuts = st.fixed_dictionaries(
    {
        "top_k": st.none() | st.integers(1, 20),
        "top_p": st.none() | st.floats(0, 1),
        "min_p": st.none() | st.floats(0, 1),
    }
)


@given(values, values, st.floats(0, 5, width=16), cuts, st.booleans())
def test_it_is_the_uncut_winner_where_that_was_cut(
    logits: Any, noise: Any, temperature: float, cut: dict[str, Any], first: bool
) -> None:
    decoding = Decoding(**cut, top_nsigma=2.0, cut_first=first)
    picked = int(pick(kept_logits(logits, decoding, temperature), temperature, noise))
    left = kept(logits, decoding, temperature)
    totals = logits + temperature * noise
    excluded = exclusion(logits, noise, temperature, picked, decoding)
    if excluded is None:
        assert left[totals.argmax()]
        return
    assert excluded.index == totals.argmax()
    assert not left[excluded.index]
    assert excluded.lead == totals.max() - totals[picked] >= 0
    assert excluded.enters_at == enters_at(logits, decoding)[excluded.index]
    assert excluded.enters_at >= temperature * (1 - 1e-6)
    assert getattr(decoding, excluded.cut) is not None


def test_the_rare_one_is_back_from_one_temperature_on_or_never() -> None:
    logits = np.log([0.95, 0.045, 0.005])
    after, before = (
        exclusion(logits, [0, 0, 6], 1.0, 0, Decoding(min_p=0.05, cut_first=first)) for first in (False, True)
    )
    assert after is not None
    assert before is not None
    assert (after.index, after.cut, before.cut) == (2, "min_p", "min_p")
    assert after.lead == pytest.approx(6 - np.log(190))
    assert (after.enters_at, before.enters_at) == (pytest.approx(1.7515, abs=5e-5), np.inf)


@pytest.mark.parametrize(
    ("decoding", "cut"),
    [
        (Decoding(top_p=0.95, min_p=0.01), "top_p"),
        (Decoding(top_p=0.95, min_p=0.9), "min_p"),
        (Decoding(top_k=1, top_p=0.5, min_p=0.9, top_nsigma=0.1), "top_k"),
    ],
)
def test_of_several_cuts_the_last_to_let_it_in_is_named_and_of_equals_the_first(decoding: Decoding, cut: str) -> None:
    excluded = exclusion([2.0, 1.0, 0.0], [0.0, 0.0, 9.0], 0.5, 0, decoding)
    assert excluded is not None
    assert excluded.cut == cut

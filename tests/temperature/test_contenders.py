"""Why a character was picked: those beside it are the nearest and the most likely."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.temperature import pick
from components.temperature.contenders import contenders, second

sizes = st.shared(st.integers(1, 20))
lines = {
    "logits": arrays(np.float64, sizes, elements=st.floats(-10, 10)),
    "noise": arrays(np.float64, sizes, elements=st.floats(-4, 10)),
    "temperature": st.floats(0, 3),
}


@given(**lines)
def test_the_pick_the_nearest_and_the_most_likely_are_there_once(logits: Any, noise: Any, temperature: float) -> None:
    picked = int(pick(logits, temperature, noise))
    found = contenders(logits, noise, temperature, picked)
    assert found[0] == picked
    assert len(found) == len(set(found)) <= 3
    assert int(np.argmax(logits)) in found
    if len(logits) > 1:
        sums = logits + temperature * noise
        assert sums[found[1]] == np.delete(sums, picked).max()
    else:
        assert found == (0,)


@given(**lines)
def test_what_is_cut_is_not_second(logits: Any, noise: Any, temperature: float) -> None:
    counting = np.where(np.arange(len(logits)) % 2, -np.inf, logits)
    picked = int(pick(counting, temperature, noise))
    found = second(counting, noise, temperature, picked)
    others = [index for index in range(0, len(logits), 2) if index != picked]
    assert (found is None) == (not others)
    if found is not None:
        sums = logits + temperature * noise
        assert found in others
        assert sums[found] == sums[others].max()
    assert contenders(counting, noise, temperature, picked)[1:2] == (() if found is None else (found,))


def test_logits_that_are_not_finite_are_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        contenders([np.nan, 1.0], [0.0, 0.0], 1.0, 0)

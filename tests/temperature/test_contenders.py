"""Why a character was picked: the numbers add up, whoever won."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.temperature import apply_temperature, pick
from components.temperature.contenders import reason

sizes = st.shared(st.integers(1, 20))
lines = {
    "logits": arrays(np.float64, sizes, elements=st.floats(-10, 10)),
    "noise": arrays(np.float64, sizes, elements=st.floats(-4, 10)),
    "temperature": st.floats(0, 3),
}


@given(**lines)
def test_lead_and_luck_together_decide(logits: Any, noise: Any, temperature: float) -> None:
    picked = int(pick(logits, temperature, noise))
    why = reason(logits, noise, temperature, picked)
    assert why.lead + why.noise_lead >= -1e-9
    assert why.lead == logits[picked] - logits[why.rival]
    assert why.noise_lead == pytest.approx(temperature * (why.noise - why.rivals_noise))
    assert why.probability == pytest.approx(apply_temperature(logits)[picked])
    assert why.rank == 1 + int((logits > logits[picked]).sum() + (logits[:picked] == logits[picked]).sum())


@given(**lines)
def test_the_rival_is_the_likeliest_or_who_came_nearest(logits: Any, noise: Any, temperature: float) -> None:
    picked = int(pick(logits, temperature, noise))
    why = reason(logits, noise, temperature, picked)
    if why.rank > 1:
        assert why.rival == np.argmax(logits)
        assert why.lead <= 0
    elif len(logits) > 1:
        scores = np.delete(logits + temperature * noise, picked)
        assert logits[why.rival] + temperature * noise[why.rival] == pytest.approx(scores.max())


def test_one_character_has_no_rival() -> None:
    assert reason([1.0], [0.0], 1.0, 0).rival == 0

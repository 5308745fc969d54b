"""A pick in words: every case has its sentence, and the numbers in it are those of the pick."""

import re

import numpy as np
import pytest

from components.presenting.pick import sentence
from components.temperature import gumbel_noise, pick
from components.temperature.contenders import reason
from components.words.en import ENGLISH as WORDS

NAMES = ["e", "h", "o"]


def _said(logits: list[float], noise: list[float], temperature: float) -> str:
    picked = int(pick(logits, temperature, noise))
    return sentence(reason(logits, noise, temperature, picked), temperature, NAMES, WORDS)


@pytest.mark.parametrize(
    ("logits", "noise", "temperature", "rest"),
    [
        ([2, 1, 0], [0.5, 3, 0], 0.5, "It trailed “e” by 1.00 nats, but its luck was +3.00 against +0.50, worth"),
        ([2, 1, 0], [0.5, 2, 0], 0.5, "It led “h” by 1.00 nats; the rival's luck was better, +2.00 against +0.50,"),
        ([2, 1, 0], [2, 0.5, 0], 0.5, "It led “h” by 1.00 nats and had the better luck too, +2.00 against +0.50."),
        ([1, 1, 0], [0, 1, 0], 0.5, "It was as likely as “e”; luck decided, +1.00 against 0.00."),
        ([2, 1, 0], [0, 99, 0], 0.0, "At 0 luck counts for nothing, and it led “h” by 1.00 nats."),
        ([1, 1, 0], [0, 9, 0], 0.0, "At 0 luck counts for nothing; “h” was exactly as likely, and the first"),
    ],
)
def test_every_case_has_its_sentence(logits: list[float], noise: list[float], temperature: float, rest: str) -> None:
    assert rest in _said(logits, noise, temperature)


@pytest.mark.parametrize("seed", range(60))
def test_the_numbers_said_are_enough_or_not_as_it_says(seed: int) -> None:
    logits = np.random.default_rng(seed).normal(size=3) * 2
    (noise,) = gumbel_noise(seed, range(1), 3)
    temperature = 0.7
    said = _said(logits.tolist(), noise.tolist(), temperature)
    gap = re.search(r"by ([\d.]+) nats", said)
    worth = re.search(r"= ([\d.]+):", said)
    picked = int(pick(logits, temperature, noise))
    assert f"picked “{NAMES[picked]}”" in said
    if worth and gap:
        enough = float(worth[1]) >= float(gap[1]) - 0.011
        assert enough == ("not enough" not in said) or abs(float(worth[1]) - float(gap[1])) < 0.02

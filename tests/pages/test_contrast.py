"""Text on tints can be read in light and dark: worked out from the colours of the style, by WCAG 2.2."""

import re
import tomllib
from itertools import product
from pathlib import Path

import pytest

from components.charts.bands import COLOURS
from components.pages.style import STYLE
from tests.contrast import LEAST, Colour, contrast, over

ROOT = Path(__file__).parents[2]
THEMES = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]

LEVEL = re.compile(r"\.s(\d) \{ --pale: (\d+)%;(?: background: light-dark\(([^;]*)\);)? \}")
SHARE = re.compile(r"rgb\(var\(--tint\) / ([\d.]+)\)")


def _colour(text: str) -> Colour:
    red, green, blue = (int(text[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _tint() -> Colour:
    (numbers,) = re.findall(r"--tint: (\d+) (\d+) (\d+);", STYLE)
    red, green, blue = (int(number) / 255 for number in numbers)
    return red, green, blue


LEVELS = {
    int(level): (int(pale) / 100, [float(share) for share in SHARE.findall(tints)] or [0.0, 0.0])
    for level, pale, tints in LEVEL.findall(STYLE)
}


def test_black_on_white_has_the_most_that_there_is() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)


def test_every_tint_is_in_the_style() -> None:
    assert sorted(LEVELS) == list(range(10))
    for theme in (0, 1):
        shares = [LEVELS[level][1][theme] for level in range(10)]
        assert shares == sorted(set(shares))  # each stronger than the one before


@pytest.mark.parametrize(("theme", "level"), list(product(("light", "dark"), range(10))))
def test_text_and_pale_text_can_be_read_on_every_tint(theme: str, level: int) -> None:
    ground, text = (_colour(THEMES[theme][name]) for name in ("backgroundColor", "textColor"))
    pale, shares = LEVELS[level]
    tinted = over(_tint(), shares[("light", "dark").index(theme)], ground)
    assert contrast(text, tinted) >= LEAST
    assert contrast(over(text, pale, tinted), tinted) >= LEAST


@pytest.mark.parametrize("band", COLOURS)
def test_black_can_be_read_on_every_band(band: str) -> None:
    assert contrast((0, 0, 0), _colour(band)) >= LEAST


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_chosen_can_be_read(theme: str) -> None:
    assert contrast(_colour(THEMES[theme]["primaryColor"]), _colour(THEMES[theme]["backgroundColor"])) >= LEAST

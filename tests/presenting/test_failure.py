"""Why there is no network, in a sentence."""

import re
import sys

import pytest

from components.language_model.machine import amount
from components.presenting.failure import MEMORY, PYTHONS, SHARE, library, slow
from components.words.languages import LANGUAGES
from tests.serving import ROOT

WORDS = LANGUAGES["en"]


@pytest.mark.parametrize(
    ("system", "python", "remedy"),
    [
        ("win32", (3, 12), WORDS.frame.remedy_windows),
        ("linux", (3, 11), WORDS.frame.remedy_install),
        ("darwin", (3, 13), WORDS.frame.remedy_install),
        ("win32", (3, 14), WORDS.frame.remedy_python.format(oldest="3.11", newest="3.13", version="3.14")),
        ("linux", (3, 10), WORDS.frame.remedy_python.format(oldest="3.11", newest="3.13", version="3.10")),
    ],
)
def test_the_remedy_is_that_of_the_computer(system: str, python: tuple[int, int], remedy: str) -> None:
    assert remedy in library(ImportError("DLL load failed"), WORDS, system=system, python=python)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_of_a_file_and_no_second_line_is_shown(language: str) -> None:
    error = ImportError("cannot import name 'x' from 'y' (C:\\Users\\Anna\\y.py)\n\nFailed to load the runtime.\n" * 9)
    told = library(error, LANGUAGES[language])
    assert "cannot import name 'x' from 'y'" in told
    assert "Anna" not in told
    assert "runtime" not in told


def test_a_long_or_empty_message_is_shortened_or_named() -> None:
    assert "x" * 160 + "…" in library(ImportError("x" * 500), WORDS)
    assert "(ModuleNotFoundError)" in library(ModuleNotFoundError(""), WORDS)


def test_the_readme_and_the_running_python_agree_with_what_is_said() -> None:
    oldest, newest = PYTHONS
    assert oldest <= sys.version_info[:2] <= newest
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.search(rf"Python {oldest[0]}\.{oldest[1]} to {newest[0]}\.{newest[1]}", readme)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_takes_long_is_said_with_what_holds_it_up(language: str) -> None:
    words = LANGUAGES[language]
    before, after = words.frame.network_slow.split("{why}")
    for free, share, why in (
        (MEMORY - 1, 0.9, words.frame.slow_memory.format(free=amount(MEMORY), needed=amount(MEMORY))),
        (123_456_789, 0.1, words.frame.slow_memory.format(free="120.0 MB", needed=amount(MEMORY))),
        (MEMORY, SHARE - 0.01, words.frame.slow_busy.format(share="49 %")),
        (None, 0.012, words.frame.slow_busy.format(share="1 %")),
        (None, SHARE, words.frame.slow_working),
        (MEMORY, 1.7, words.frame.slow_working),
    ):
        assert slow(words, free=free, share=share) == f"{before}{why}{after}"

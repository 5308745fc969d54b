"""Odd numbers that a stored sweep or reference may hold are shown, whatever they are."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import reference, stored, sweep_results
from components.language_model import checksums
from components.language_model.folder import ModelError
from components.words.en import ENGLISH as WORDS
from tests.app.reading import run, seen
from tests.mutations import mutations

FAULT = WORDS.frame.fault.split("{")[0]


def _is_taken(load: Callable[[Path], Any], model: Path) -> bool:
    try:
        load(model)
    except ModelError:
        return False
    return True


@pytest.mark.parametrize(
    ("file", "load", "every"),
    [(stored.SWEEP, sweep_results.load, 37), (stored.REFERENCE, reference.load, 331)],
)
def test_what_is_taken_is_shown(page: AppTest, model: Path, file: str, load: Callable[[Path], Any], every: int) -> None:
    whole, shown = json.loads((model / file).read_text("utf-8")), 0
    for number, (damage, content) in enumerate(mutations(whole)):
        if number % every:
            continue
        checksums.write(model / file, json.dumps(content))
        if _is_taken(load, model):
            run(page)
            assert not page.exception, damage
            assert FAULT not in seen(page.error), damage
            shown += 1
    assert shown > 1

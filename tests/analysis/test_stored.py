"""Results beside the weights: what is missing, damaged, or was made with other weights is told apart."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from components.analysis import stored
from components.analysis.stored import SWEEP
from components.language_model.folder import ModelError


def test_what_is_saved_is_loaded(folder_copy: Callable[[], Path]) -> None:
    model = folder_copy()
    content = {**stored.provenance(model), "figures": [1.5], "text": "“ſ”"}
    assert stored.save(model, SWEEP, content) == model / SWEEP
    found = stored.load(model, SWEEP, dict)
    assert found.value == content
    assert found.same_weights
    assert sorted(path.name for path in model.glob("sweep*")) == [SWEEP]


def test_other_weights_are_seen(folder_copy: Callable[[], Path]) -> None:
    model = folder_copy()
    stored.save(model, SWEEP, {**stored.provenance(model), "network_sha256": "0" * 64})
    assert not stored.load(model, SWEEP, dict).same_weights


@pytest.mark.parametrize("text", ["", "[", "[]", "{}", '"text"', "null", b"\xff"])
def test_a_damaged_file_is_an_error_with_its_remedy(folder_copy: Callable[[], Path], text: str | bytes) -> None:
    model = folder_copy()
    (model / SWEEP).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ModelError, match=r"is damaged.*: mend it with `python -m components.analysis.sweep --model"):
        stored.load(model, SWEEP, dict)


def test_a_missing_file_is_an_error_with_its_remedy(folder_copy: Callable[[], Path]) -> None:
    with pytest.raises(ModelError, match="is missing") as raised:
        stored.load(folder_copy(), SWEEP, dict)
    assert raised.value.kind == "missing"


def test_a_file_is_replaced_only_by_a_whole_one(folder_copy: Callable[[], Path]) -> None:
    model = folder_copy()
    stored.save(model, SWEEP, stored.provenance(model))
    with pytest.raises(TypeError):
        stored.save(model, SWEEP, {"not for JSON": object()})
    assert json.loads((model / SWEEP).read_text("utf-8")) == stored.provenance(model)

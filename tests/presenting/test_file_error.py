"""Why a file is refused reaches the reader, in every language, without a path."""

import re
from pathlib import Path

import pytest

from components.language_model import folder
from components.language_model.folder import ModelError
from components.language_model.origin import Mending
from components.language_model.reasons import NAMES, Reason
from components.presenting.file_error import remedy, sentences, why
from components.words import Words
from components.words.languages import LANGUAGES

ALL = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)


@ALL
@pytest.mark.parametrize("name", NAMES)
def test_every_reason_has_a_sentence_that_is_filled_with_its_values(words: Words, name: str) -> None:
    values = {blank: f"<{blank}>" for blank in NAMES[name]}
    said = why(Reason(name, values), words)
    assert set(re.findall(r"<\w+>", said)) == set(values.values())


@pytest.mark.parametrize(("name", "values"), [("sizes", {}), ("checksum", {"file": "a"}), ("rumour", {})])
def test_a_reason_of_another_name_or_other_values_is_a_mistake_of_ours(name: str, values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=f"no reason '{name}'"):
        Reason(name, values)


@ALL
@pytest.mark.parametrize("kind", ["missing", "damaged", "unfit"])
@pytest.mark.parametrize("origin", ["shipped", "trained", "brought", "unknown", "made"])
def test_no_path_is_told_but_the_names(
    words: Words, kind: str, origin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MODELS", tmp_path)
    error = ModelError(
        tmp_path / "deep" / "mine",
        "words.txt",
        kind,
        f"at {tmp_path}",
        reason=Reason("arrays", {"layer": "layer x"}),
        mending=Mending(origin, "command", "my.keras"),
    )
    said = sentences(error, words)
    assert "words.txt" in said
    assert "deep/mine" in said
    assert "layer x" in said
    assert str(tmp_path) not in said
    assert remedy(error.mending, words) in said
    assert ("my.keras" in said) == (origin == "brought")

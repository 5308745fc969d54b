"""A folder without a scene or a list of words: the page shows what it can, and says what it leaves out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis import stored, sweep
from components.analysis.reference import reference
from components.analysis.sweep import __main__ as sweep_command
from components.analysis.sweep_results import load, to_content
from components.analysis.sweep_setting import SweepSetting
from components.language_model import checksums, folder
from components.language_model.lexicon import Lexicon
from components.language_model.loading import Model
from components.language_model.vocabulary import Vocabulary
from components.words.languages import LANGUAGES
from tests.app.reading import columns, rows, run, seen
from tests.conftest import TEXT

WORDS = LANGUAGES["en"]


@pytest.fixture
def path(app: AppTest, folder_copy: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the small model that may be changed; `app` has loaded its network."""
    copy = folder_copy()
    monkeypatch.setattr(folder, "DEFAULT_MODEL", copy)
    return copy


def _made_without(path: Path, *files: str) -> None:
    for file in files:
        (path / file).unlink()
    checksums.sign(path)


def _captions(app: AppTest) -> str:
    return seen(app.caption)


def test_a_folder_made_without_words_leaves_their_share_out(app: AppTest, path: Path) -> None:
    _made_without(path, folder.WORDS)
    run(app)
    assert not app.error
    assert WORDS.files.without_words in _captions(app)
    assert rows(app)
    for column in columns(app):
        measures = dict(column["measures"])
        assert measures[WORDS.explore.word_share] == WORDS.explore.nothing
        assert measures[WORDS.explore.mean_surprisal] != WORDS.explore.nothing


def test_a_folder_made_without_a_scene_opens_on_one_character(app: AppTest, path: Path) -> None:
    _made_without(path, folder.SCENE)
    run(app)
    assert not app.error
    assert WORDS.files.without_scene in _captions(app)
    assert app.text_input(key="prompt").value == "⏎"
    assert rows(app)
    assert len(columns(app)) == 4


@pytest.mark.parametrize("file", [folder.WORDS, folder.SCENE])
@pytest.mark.parametrize("damage", ["lost", "cut"])
def test_what_was_lost_or_cut_is_said_and_the_page_lives(app: AppTest, path: Path, file: str, damage: str) -> None:
    if damage == "lost":
        (path / file).unlink()
    else:
        content = (path / file).read_bytes()
        (path / file).write_bytes(content[: len(content) // 2])
    run(app)
    assert len(app.error) == 1
    said = seen(app.error)
    assert f"The file {file} of the network “small” is {'missing' if damage == 'lost' else 'damaged'}" in said
    assert (WORDS.files.checksum in said) == (damage == "cut")
    assert str(path.parent) not in said.split("```")[0]
    assert rows(app)
    assert len(columns(app)) == 4


def test_a_scene_of_other_weights_is_not_shown(app: AppTest, path: Path) -> None:
    content = json.loads((path / folder.SCENE).read_text("utf-8"))
    checksums.write(path / folder.SCENE, json.dumps({**content, "network_sha256": "0" * 64}))
    run(app)
    assert WORDS.files.of_others in seen(app.error)
    assert app.text_input(key="prompt").value == "⏎"


def test_commands_measure_what_they_can_without_words(
    path: Path, small_model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made_without(path, folder.WORDS)
    sweep.write(path, SweepSetting(temperatures=(0.5, 1.0), samples=2, length=250))
    found = load(path).value
    for row in found.measures:
        for measures in row:
            assert measures.word_share is None
            assert measures.base_bits is not None


def test_where_no_line_break_is_known_a_sweep_goes_on_from_a_letter(
    small_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[SweepSetting] = []
    monkeypatch.setattr(folder, "vocabulary", lambda _: Vocabulary.of(" ab"))
    monkeypatch.setattr(sweep_command, "_sweep", lambda model, setting, options: begun.append(setting))
    sweep_command.main(["--model", str(small_folder)])
    assert begun == [SweepSetting("a")]


def test_a_sweep_without_words_is_shown_without_a_verdict_on_them(app: AppTest, path: Path, small_model: Model) -> None:
    _made_without(path, folder.WORDS)
    made = sweep.run(
        small_model.sampler, Lexicon(), SweepSetting(temperatures=(0.0, 0.5, 1.0, 1.2), samples=2, length=250)
    )
    stored.save(path, stored.SWEEP, to_content(made, stored.provenance(path)))
    found = reference(small_model.sampler, TEXT * 12, Lexicon())
    stored.save(path, stored.REFERENCE, {**stored.provenance(path), **found})
    page = AppTest.from_function(_sweep_page, default_timeout=60)
    run(page)
    assert not page.exception
    assert not page.error
    assert WORDS.files.without_words in _captions(page)
    cards = [seen([card]) for card in page.markdown]
    verdict = cards[cards.index(f"**{WORDS.sweep.claim_mistakes}**") + 1]
    assert not verdict.startswith((WORDS.sweep.claim_fails, WORDS.sweep.claim_holds))


def _sweep_page() -> None:
    from components.pages.sweep import page as sweep
    from components.words.en import ENGLISH

    sweep.show(ENGLISH, {})


def _calibration_page() -> None:
    from components.pages.calibration import page as calibration
    from components.words.en import ENGLISH

    calibration.show(ENGLISH, {})


@pytest.mark.usefixtures("app", "path")
@pytest.mark.parametrize(("page", "file"), [(_sweep_page, stored.SWEEP), (_calibration_page, stored.CALIBRATION)])
def test_what_was_never_measured_is_no_alarm(page: Callable[[], None], file: str) -> None:
    shown = run(AppTest.from_function(page, default_timeout=60))
    assert not shown.error
    said = seen(shown.info)
    assert WORDS.files.not_made.format(model="small", file=file) in said
    assert f"python -m components.analysis.{file.removesuffix('.json')} --model small" in said
    assert all(folded.proto.expanded for folded in shown.expander)  # what is left to do is open


@pytest.mark.usefixtures("app")
def test_what_a_page_does_not_use_is_not_said_to_be_left_out(path: Path) -> None:
    _made_without(path, folder.WORDS, folder.SCENE)
    sweeping, calibrating = (run(AppTest.from_function(page)) for page in (_sweep_page, _calibration_page))
    assert WORDS.files.without_words in _captions(sweeping)
    assert WORDS.files.without_scene not in _captions(sweeping) + _captions(calibrating)
    assert WORDS.files.without_words not in _captions(calibrating)


def test_a_damaged_list_of_checksums_is_one_sentence(app: AppTest, path: Path) -> None:
    (path / checksums.SUMS).write_text("nothing\n")
    run(app)
    assert not app.exception
    assert checksums.SUMS in seen(app.error)
    assert WORDS.files.no_list in seen(app.error)

"""The page on which texts part as a script: it follows the sampler's own scores and noise, position by position."""

import re
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from components.language_model.loading import Model
from components.language_model.sample import Drawn
from components.language_model.scene import BEFORE_VERSIONS
from components.language_model.vocabulary import Vocabulary
from components.pages.visit import character
from components.presenting.columns import parting
from components.presenting.glyphs import called, glyph
from components.presenting.schedule import head
from components.temperature import Decoding, enters_at
from components.temperature.schedule import Ramp, Schedule, WordPlace
from components.words.en import ENGLISH as WORDS
from tests.app.reading import columns, markdown, press, run, seen

PROMPT = "All:\nSpeak"


def _page() -> None:
    from functools import partial

    import streamlit as st

    from components.pages.parting import page as parting
    from components.pages.visit import places
    from components.words.en import ENGLISH

    pages: places.Pages = {}
    show, taken = partial(parting.show, ENGLISH, pages), lambda: st.write(st.session_state["prompt"])
    pages[places.PARTING] = st.Page(show, title="here", url_path=places.PARTING, default=True)
    pages[places.EXPLORE] = st.Page(taken, title="elsewhere", url_path=places.EXPLORE)
    st.navigation(list(pages.values())).run()


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """Return the page on the small model, which `app` has put in its place; not yet run."""
    opened = AppTest.from_function(_page, default_timeout=60)
    opened.query_params["prompt"] = PROMPT.replace("\n", "⏎")
    return opened


@pytest.fixture(scope="module")
def drawn(small_model: Model) -> list[Drawn]:
    """Return what the sampler itself writes for the page's scene."""
    return small_model.sampler.sample(PROMPT, [0.5, 1.0], character.POSITIONS[-1], BEFORE_VERSIONS.seed)


@pytest.fixture(scope="module")
def small_model(small_folder: Any) -> Model:
    from components.language_model.loading import load

    return load(small_folder)


def _data(page: AppTest, name: str) -> list[dict[str, Any]]:
    for chart in page.get("vega_lite_chart"):
        for data in chart.proto.datasets:
            if data.name == name:
                return pa.ipc.open_stream(data.data.data).read_all().to_pylist()
    raise AssertionError(name)


def _text(page: AppTest) -> str:
    return markdown(page)


def _captions(page: AppTest) -> str:
    return seen(page.caption)


def _table(page: AppTest) -> str:
    (table,) = [element.proto.body for element in page.get("html")]
    return str(table)


def _assert_rules_name_what_was_written(page: AppTest, drawn: list[Drawn], position: int) -> None:
    for rule, sample in zip(_data(page, "rules"), drawn, strict=True):
        assert rule["T"] == sample.temperature
        assert rule["name"] == glyph(sample.text[position])


def test_it_opens_at_the_first_parting_and_names_both_picks(page: AppTest, drawn: list[Drawn]) -> None:
    run(page)
    first = parting(*(sample.text for sample in drawn))
    assert first is not None
    assert page.number_input(key=character.POSITION.name).value == first + 1
    _assert_rules_name_what_was_written(page, drawn, first)
    for sample in drawn:
        of_this_text = {"character": called(sample.text[first], WORDS), "temperatures": f"{sample.temperature:g}"}
        assert WORDS.parting.pick_at.format(**of_this_text) in _text(page)
    assert ["T = 0.5: " in _table(page), "T = 1: " in _table(page)] == [True, True]


def test_arrows_and_the_field_move_everything(page: AppTest, drawn: list[Drawn]) -> None:
    run(page)
    first = parting(*(sample.text for sample in drawn)) or 0
    page.number_input(key=character.POSITION.name).set_value(1)
    run(page)
    if first > 0:
        _assert_rules_name_what_was_written(page, drawn, 0)
    next(button for button in page.button if button.label == "→").click()
    run(page)
    assert page.number_input(key=character.POSITION.name).value == 2
    assert page.query_params["position"] in ("2", ["2"])


def test_past_the_parting_the_chosen_line_tells_its_own_context(page: AppTest, drawn: list[Drawn]) -> None:
    page.query_params["position"] = "200"
    run(page)
    (envelope_at_half,) = [rule for rule in _data(page, "rules") if rule["T"] == 0.5]
    assert envelope_at_half["name"] == glyph(drawn[0].text[199])
    assert WORDS.parting.parted_before.format(text="T = 0.5") in _text(page)
    assert ["T = 0.5: " in _table(page), "T = 1: " in _table(page)] == [True, False]


def test_a_branch_takes_the_text_so_far_and_one_character_more(page: AppTest, drawn: list[Drawn]) -> None:
    page.query_params["position"] = "10"
    run(page)
    next(button for button in page.button if button.label == WORDS.parting.branch_button).click()
    run(page)
    taken = page.markdown[0].value
    assert taken[:-1] == (PROMPT + drawn[0].text[:9]).replace("\n", "⏎")
    assert len(taken) == len(PROMPT) + 10
    assert taken[-1] != glyph(drawn[0].text[9])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"position": "0"}, "the nearest that works here is 1"),
        ({"position": "9999"}, "the nearest that works here is 1000"),
        ({"position": "x"}, "which is not a whole number"),
        ({"compare": ["0.1", "0.2", "0.3", "0.4", "0.5"]}, "the first 4 are shown"),
        ({"compare": ["hot", "1", "2"]}, "which is not a number"),
    ],
)
def test_a_bad_link_is_mended_in_a_sentence(page: AppTest, query: dict[str, Any], said: str) -> None:
    for name, value in query.items():
        page.query_params[name] = value
    run(page)
    assert said in re.sub(r"\\(.)", r"\1", " ".join(warning.value for warning in page.warning))


def test_one_temperature_is_too_few(page: AppTest) -> None:
    page.query_params["compare"] = ["1"]
    run(page)
    assert WORDS.parting.parting_two in [info.value for info in page.info]


# With a cut.


@pytest.mark.parametrize("link", [{"min_p": "0.5"}, {"top_p": "0.5", "cut": "before"}, {"top_k": "2"}])
def test_with_a_cut_rules_name_what_was_written_and_the_cut_is_seen_and_cleared(
    page: AppTest, small_model: Model, vocabulary: Vocabulary, link: dict[str, str]
) -> None:
    page.query_params.update(link | {"v": "2", "seed": "5"})
    run(page)
    names = {"min_p": 0.5, "top_p": 0.5, "top_k": 2}
    cut = Decoding(**{name: names[name] for name in link if name in names}, cut_first="cut" in link)
    written = small_model.sampler.sample(PROMPT, [replace(cut, temperature=t) for t in (0.5, 1.0)], 240, 5)
    position = int(page.number_input(key=character.POSITION.name).value) - 1
    assert position == parting(*(sample.text for sample in written))
    _assert_rules_name_what_was_written(page, written, position)
    pieces = _data(page, "lines")
    enters = enters_at(written[0].logits[position], cut)
    for piece in pieces:
        (entry,) = [t for c, t in zip(vocabulary.characters, enters, strict=True) if glyph(c) == piece["name"]]
        assert piece["kept"] == (entry <= (piece["start"] + piece["end"]) / 2)
    assert f"of {len(enters)} characters that the cut keeps" in _table(page)
    assert WORDS.parting.rays_lead in _captions(page)
    assert WORDS.parting.bands_cut in _captions(page)
    press(page, WORDS.cut.clear)
    assert not [name for name in (*names, "cut") if name in page.query_params]
    assert WORDS.parting.rays_lead not in _captions(page)
    assert all(piece["kept"] for piece in _data(page, "lines"))


def test_who_would_have_won_is_named_where_the_cut_took_it(
    page: AppTest, small_model: Model, vocabulary: Vocabulary
) -> None:
    """Look along a text for a character whose rightful winner was cut."""
    cut = Decoding(1.0, min_p=0.5)
    (written,) = small_model.sampler.sample(PROMPT, [cut], 240, 5)
    totals = written.logits + written.noise
    position = next(place for place in range(240) if totals[place].argmax() != written.codes[place])
    page.query_params.update({"min_p": "0.5", "v": "2", "seed": "5", "position": str(position + 1), "row": "2"})
    run(page)
    winner = called(vocabulary.characters[int(totals[position].argmax())], WORDS)
    assert f"“{winner}” would have won by " in _table(page)
    assert "but with min-p 0.5 it counts only from T = " in _table(page)
    (rule,) = [rule for rule in _data(page, "rules") if rule["T"] == 1.0]
    assert rule["cut"] == WORDS.parting.cut_at.format(character=glyph(winner[0]))


# With a temperature that changes along the text.


@pytest.mark.parametrize(
    ("link", "schedule"),
    [("linear_2_0.2", Ramp(2.0, 0.2, length=300)), ("word_1.3_0.4", WordPlace(first=1.3, inside=0.4))],
)
def test_the_rule_of_a_schedule_stands_at_the_temperature_of_the_very_step(
    page: AppTest, small_model: Model, link: str, schedule: Schedule
) -> None:
    page.query_params.update({"schedule": link, "length": "300", "v": "2", "seed": "5", "row": "3", "min_p": "0.1"})
    run(page)
    cut = Decoding(min_p=0.1)
    decodings = [replace(cut, temperature=temperature) for temperature in (0.5, 1.0, schedule)]
    written = small_model.sampler.sample(PROMPT, decodings, 240, 5)
    first = parting(*(sample.text for sample in written))
    assert first is not None
    for position in (first, 100):
        page.number_input(key=character.POSITION.name).set_value(position + 1)
        run(page)
        page.segmented_control(key=character.ROW.name).set_value(2)
        run(page)
        at_step = sorted({0.5, 1.0, float(written[2].temperatures[position])})
        assert [rule["T"] for rule in _data(page, "rules")] == at_step
        names = {rule["T"]: rule["name"] for rule in _data(page, "rules")}
        assert names[written[2].temperatures[position]] == glyph(written[2].text[position])
        assert f"T = {written[2].temperatures[position]:.4g}: “" in _table(page)
    assert page.query_params["schedule"] in (link, [link])
    assert page.query_params["length"] in ("300", ["300"])
    titles = [text["title"] for text in columns(page)]
    assert titles == ["T = 0.5", "T = 1", head(schedule, WORDS)]


def test_without_a_schedule_the_link_names_none(page: AppTest) -> None:
    run(page)
    assert not {"schedule", "length"} & set(page.query_params)


def _first_page() -> None:
    from functools import partial

    import streamlit as st

    from components.pages.parting import page as parting
    from components.pages.visit import character, cut, places, schedule
    from components.temperature import Decoding
    from components.words.en import ENGLISH

    pages: places.Pages = {}

    def choose() -> None:
        cut.put(Decoding(min_p=0.1))
        schedule.put(schedule.Choice("word", 1.3, 0.4))
        character.open_last_at((0.3, 0.7), 41)

    def first() -> None:
        places.follow(pages)
        st.button("choose", on_click=choose)

    pages[places.EXPLORE] = st.Page(first, title="first", url_path=places.EXPLORE, default=True)
    show = partial(parting.show, ENGLISH, pages)
    pages[places.PARTING] = st.Page(show, title="here", url_path=places.PARTING)
    st.navigation(list(pages.values())).run()


def test_a_character_of_the_text_whose_temperature_changes_opens_the_page_at_it(app: AppTest) -> None:
    page = run(AppTest.from_function(_first_page, default_timeout=60))
    press(page, "choose")
    titles = [text["title"] for text in columns(page)]
    assert titles == ["T = 0.3", "T = 0.7", "1.3 at starts, 0.4 inside"]
    assert page.number_input(key=character.POSITION.name).value == 42
    assert page.segmented_control(key=character.ROW.name).value == 2
    assert not page.warning
    assert page.number_input(key="min_p").value == 0.1
    assert page.query_params["schedule"] in ("word_1.3_0.4", ["word_1.3_0.4"])
    assert page.query_params["row"] in ("3", ["3"])

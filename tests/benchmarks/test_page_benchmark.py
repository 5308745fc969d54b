"""What the page's benchmark works out by itself: what a visitor says, and how figures are told."""

import json

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NumberInput_pb2 import NumberInput

from tests.benchmarks.memory import Memory
from tests.benchmarks.spread import Figure, as_json, table


def _element(kind: str, fragment: str = "", **fields: object) -> ForwardMsg:
    message = ForwardMsg()
    message.delta.fragment_id = fragment
    element = getattr(message.delta.new_element, kind)
    element.SetInParent()
    for name, value in fields.items():
        setattr(element, name, value)
    return message


def _run(script: str = "page") -> ForwardMsg:
    message = ForwardMsg()
    message.new_session.page_script_hash = script
    return message


def _opened() -> Memory:
    memory = Memory()
    memory.hear(_run())
    memory.hear(_element("text_input", "body", id="1", label="Text", default="ab"))
    memory.hear(_element("number_input", "body", id="2", label="Seed", default=1))
    memory.hear(_element("button", "body", id="3", label="Another"))
    return memory


def test_the_first_request_names_nothing() -> None:
    message = Memory().request(whole=True)
    assert message.WhichOneof("type") == "rerun_script"
    asked = message.rerun_script
    assert (asked.query_string, asked.fragment_id) == ("", "")
    assert list(asked.widget_states.widgets) == []


def test_a_typed_text_is_said_with_all_other_values_to_the_fragment() -> None:
    memory = _opened()
    memory.put("Text", "prompt", "ab⏎")
    asked = memory.request().rerun_script
    assert (asked.page_script_hash, asked.fragment_id) == ("page", "body")
    assert asked.query_string == "prompt=ab%E2%8F%8E"
    assert [(widget.id, widget.string_value, widget.int_value) for widget in asked.widget_states.widgets] == [
        ("1", "ab⏎", 0),
        ("2", "", 1),
    ]


def test_a_button_is_pressed_once() -> None:
    memory = _opened()
    pressed = memory.request(pressed="Another").rerun_script.widget_states.widgets
    assert [widget.id for widget in pressed if widget.trigger_value] == ["3"]
    assert not any(widget.trigger_value for widget in memory.request().rerun_script.widget_states.widgets)


def test_a_value_that_the_server_sets_is_kept_and_its_default_is_not() -> None:
    memory = _opened()
    memory.hear(_element("number_input", "body", id="2", label="Seed", default=1, value=7, set_value=True))
    memory.hear(_element("number_input", "body", id="2", label="Seed", default=1))
    assert memory.widgets["Seed"].int_value == 7


def test_an_empty_field_says_nothing_and_one_of_decimals_its_own_number() -> None:
    memory = Memory()
    memory.hear(_element("number_input", id="1", label="Top-k"))
    memory.hear(_element("number_input", id="2", label="Min-p", data_type=NumberInput.FLOAT, default=0.05))
    assert [(field.id, field.double_value) for field in memory.request().rerun_script.widget_states.widgets] == [
        ("2", 0.05)
    ]
    memory.hear(_element("number_input", id="2", label="Min-p", set_value=True))
    assert not memory.request().rerun_script.widget_states.widgets


def test_what_a_component_says_is_said_once_and_where_the_slider_rests_from_then_on() -> None:
    memory = _opened()
    memory.hear(_element("bidi_component", "body", id="4", component_name="texts"))
    memory.hear(_element("vega_lite_chart", "body", id="5"))
    memory.rest(0.4)
    widgets = memory.request(said=("texts", "wanted", True)).rerun_script.widget_states.widgets
    said = [json.loads(widget.json_trigger_value) for widget in widgets if widget.id.endswith("_4__events")]
    assert said == [[{"event": "wanted", "value": True}]]
    resting = {widget.id: widget.string_value for widget in memory.request().rerun_script.widget_states.widgets}
    assert json.loads(resting.pop("5")) == {"selection": {"T": [{"T": 0.4}]}}
    assert set(resting) == {"1", "2"}


def test_what_looks_runs_again_until_the_whole_page_runs() -> None:
    memory, looks, navigation = _opened(), ForwardMsg(), ForwardMsg()
    looks.auto_rerun.fragment_id = "looks"
    navigation.navigation.SetInParent()
    memory.hear(looks)
    asked = memory.request(looking=True).rerun_script
    assert (asked.fragment_id, asked.is_auto_rerun, memory.looking) == ("looks", True, "looks")
    memory.hear(navigation)
    assert memory.looking == ""
    memory.hear(looks)
    assert (memory.request().rerun_script.fragment_id, memory.looking) == ("body", "")


def test_a_figure_is_told_with_its_spread_and_aim() -> None:
    figures = [Figure.middle("wait_ms", "wait, ms", [3, 1, 1250], "≤ 5"), Figure.alone("lost", "lost", 0)]
    assert table(figures).splitlines()[2:] == ["| wait, ms | 3 | 1 – 1,250 | 3 | ≤ 5 |", "| lost | 0 |  | 1 |  |"]
    assert as_json(figures) == {"wait_ms": 3, "lost": 0}

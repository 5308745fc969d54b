"""What a browser remembers of a page, and what it says when it asks again.

It says the values of all widgets, and the fragment that is to run. It keeps no messages, by this project's settings.
"""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

_FIGURE = "figure"  # what the live figure is called among the fields


@dataclass
class Memory:
    """What a browser remembers of what it heard."""

    query: str = ""
    script: str = ""
    fragment: str = ""
    looking: str = ""  # a part of the page that runs again and again until what it looks for is there
    widgets: dict[str, WidgetState] = field(default_factory=dict)  # by label
    buttons: dict[str, str] = field(default_factory=dict)  # id by label
    components: dict[str, str] = field(default_factory=dict)  # id by name

    def hear(self, message: ForwardMsg) -> str:
        """Take in a message of the server, and give the kind of the element that it brings, if any."""
        kind = message.WhichOneof("type")
        element = element_kind(message)
        if kind == "new_session":
            self.script = message.new_session.page_script_hash
        elif kind == "navigation":  # the whole page runs
            self.looking = ""
        elif kind == "auto_rerun":
            self.looking = message.auto_rerun.fragment_id
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif element:
            self._hear_element(element, message.delta)
        return element

    def request(
        self,
        *,
        pressed: str | None = None,
        said: tuple[str, str, object] | None = None,
        whole: bool = False,
        looking: bool = False,
    ) -> BackMsg:
        """Ask for a run of the fragment, of the whole page or of what looks, with the values of all widgets.

        Parameters
        ----------
        pressed : str, optional
            The label of a button that is pressed.
        said : tuple of (str, str, object), optional
            A component of the page by its name, with the name and the value of what it says.
        whole, looking : bool, optional
            What runs, where it is not the fragment.
        """
        message = BackMsg()
        ask = message.rerun_script
        ask.query_string, ask.page_script_hash = self.query, self.script
        if looking:
            ask.fragment_id, ask.is_auto_rerun = self.looking, True
        else:
            ask.fragment_id, self.looking = "" if whole else self.fragment, ""
        ask.widget_states.widgets.extend(self.widgets.values())
        if pressed is not None:
            ask.widget_states.widgets.add(id=self.buttons[pressed], trigger_value=True)
        if said is not None:
            name, event, value = said
            answer = json.dumps([{"event": event, "value": value}])
            ask.widget_states.widgets.add(id=_trigger(self.components[name]), json_trigger_value=answer)
        return message

    def put(self, label: str, parameter: str, text: str) -> None:
        """Change the text of a field that keeps it in the link, too."""
        self.widgets[label].string_value = text
        self.query = urlencode(dict(parse_qsl(self.query)) | {parameter: text})

    def rest(self, temperature: float) -> None:
        """Let the live figure's slider rest somewhere."""
        chosen = json.dumps({"selection": {"T": [{"T": temperature}]}})
        self.widgets[_FIGURE].string_value = chosen

    def _put(self, label: str, state: WidgetState | None) -> None:
        """Remember what a field shows; of one that is empty there is nothing to say."""
        self.widgets.pop(label, None)
        if state is not None:
            self.widgets[label] = state

    def _hear_element(self, kind: str, delta: Delta) -> None:
        element = getattr(delta.new_element, kind)
        if kind == "button":
            self.buttons[element.label] = element.id
        elif kind == "bidi_component":
            self.components[element.component_name] = element.id
        elif kind == "vega_lite_chart" and element.id:
            self.widgets.setdefault(_FIGURE, WidgetState(id=element.id))
        elif kind in _READ and (element.label not in self.widgets or element.set_value):
            self._put(element.label, _READ[kind](element))
        if kind == "text_input":
            self.fragment = delta.fragment_id


def _trigger(component: str) -> str:
    """Return the id under which Streamlit hears what a component says once."""
    return f"$$STREAMLIT_INTERNAL_KEY_{component}__events"


def element_kind(message: ForwardMsg) -> str:
    """Return the kind of the element that a message brings, or nothing."""
    if message.WhichOneof("type") != "delta" or message.delta.WhichOneof("type") != "new_element":
        return ""
    return message.delta.new_element.WhichOneof("type") or ""


def _text(element: Any) -> WidgetState:
    return WidgetState(id=element.id, string_value=element.value if element.set_value else element.default)


def _flag(element: Any) -> WidgetState:
    return WidgetState(id=element.id, bool_value=element.value if element.set_value else element.default)


def _number(element: Any) -> WidgetState | None:
    if not element.HasField("value" if element.set_value else "default"):
        return None
    number = element.value if element.set_value else element.default
    if element.data_type == element.FLOAT:
        return WidgetState(id=element.id, double_value=number)
    return WidgetState(id=element.id, int_value=int(number))


def _numbers(element: Any) -> WidgetState:
    state = WidgetState(id=element.id)
    state.double_array_value.data.extend(element.value if element.set_value else element.default)
    return state


def _choices(element: Any) -> WidgetState:
    chosen = element.raw_values if element.set_value else [element.options[place] for place in element.default]
    state = WidgetState(id=element.id)
    state.string_array_value.data.extend(chosen)
    return state


_READ = {
    "text_input": _text,
    "checkbox": _flag,
    "number_input": _number,
    "slider": _numbers,
    "multiselect": _choices,
}

"""Many visitors at once, over Streamlit's own WebSocket: what they cost, and how long they wait.

A visitor here says what a browser says (the values of all widgets, the fragment that is to run, the
hashes of the large messages that it keeps) and hears all that a browser hears, without drawing it.
Visitors run in this one process, on the machine that also serves them.
"""

import asyncio
import string
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from time import perf_counter
from typing import Any
from urllib.parse import parse_qsl, urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from components.pages import link
from components.words.en import ENGLISH as WORDS
from tests.serving import Server

PATIENCE = 120  # seconds until a visitor who waits is lost
KEPT_RUNS = 2  # a browser keeps large messages for so many runs
TYPING = 0.8  # of all actions; the others ask for another seed
PARTS = 10  # of all actions in their order, to see how their cost varies
WARM_UP = 6  # actions of the visitor who came before

_GOOD_ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class LostError(Exception):
    """A visitor did not get what was asked for."""


@dataclass(frozen=True)
class Crowd:
    """How many visit a page, and how.

    Attributes
    ----------
    visitors : int
        They all stay until the end.
    seconds : float
        How long they act, once all have opened the page.
    gap : float
        Seconds between two actions of a visitor, on average; drawn anew every time (exponentially).
    arrival : float
        Seconds within which they arrive.
    """

    visitors: int
    seconds: float
    gap: float = 5
    arrival: float = 10


@dataclass(frozen=True)
class Load:
    """What a crowd cost.

    Attributes
    ----------
    openings_ms, waits_ms : tuple of float
        From a request to the successful end of its run: the page's first run, and one for each action.
    cpu_ms : float
        The server's CPU time per action, by all threads, while the crowd acted.
    parts_cpu_ms : tuple of float
        The same for the first tenth of the actions, the second, and so on.
    new : float
        The share of actions that asked for what nobody had asked for before; other answers are shared.
    memory_mb : float
        Resident memory of the server at the end, over that with one visitor, per further visitor.
    losses : tuple of str
        Why visitors were lost, one each.
    """

    openings_ms: tuple[float, ...]
    waits_ms: tuple[float, ...]
    cpu_ms: float
    parts_cpu_ms: tuple[float, ...]
    new: float
    memory_mb: float
    losses: tuple[str, ...]


@dataclass
class Memory:
    """What a browser remembers of what it heard."""

    query: str = ""
    script: str = ""
    fragment: str = ""
    widgets: dict[str, WidgetState] = field(default_factory=dict)  # by label
    buttons: dict[str, str] = field(default_factory=dict)  # id by label
    large: dict[str, tuple[str, int]] = field(default_factory=dict)  # kind and last run, by hash
    run: int = 0

    def hear(self, message: ForwardMsg) -> str:
        """Take in a message of the server, and give the kind of the element that it brings, if any."""
        kind = message.WhichOneof("type")
        element = element_kind(message)
        if kind == "new_session":
            self.run += 1
            self.script = message.new_session.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "ref_hash":  # the same as before: not sent again
            element, _ = self.large[message.ref_hash]
            self.large[message.ref_hash] = element, self.run
        elif element:
            self._hear_element(element, message.delta)
        if message.metadata.cacheable:
            self.large[message.hash] = element, self.run
        return element

    def request(self, *, pressed: str | None = None, whole: bool = False) -> BackMsg:
        """Ask for a run of the fragment, or of the whole page, with the values of all widgets."""
        message = BackMsg()
        ask = message.rerun_script
        ask.query_string, ask.page_script_hash = self.query, self.script
        ask.fragment_id = "" if whole else self.fragment
        ask.widget_states.widgets.extend(self.widgets.values())
        if pressed is not None:
            ask.widget_states.widgets.add(id=self.buttons[pressed], trigger_value=True)
        ask.cached_message_hashes.extend(name for name, (_, run) in self.large.items() if run > self.run - KEPT_RUNS)
        return message

    def put(self, label: str, parameter: str, text: str) -> None:
        """Change the text of a field that keeps it in the link, too."""
        self.widgets[label].string_value = text
        self.query = urlencode(dict(parse_qsl(self.query)) | {parameter: text})

    def _hear_element(self, kind: str, delta: Delta) -> None:
        element = getattr(delta.new_element, kind)
        if kind == "button":
            self.buttons[element.label] = element.id
        elif kind in _READ and (element.label not in self.widgets or element.set_value):
            self.widgets[element.label] = _READ[kind](element)
        if kind == "text_input":
            self.fragment = delta.fragment_id


def element_kind(message: ForwardMsg) -> str:
    """Give the kind of the element that a message brings, or nothing."""
    if message.WhichOneof("type") != "delta" or message.delta.WhichOneof("type") != "new_element":
        return ""
    return message.delta.new_element.WhichOneof("type") or ""


def _text(element: Any) -> WidgetState:
    return WidgetState(id=element.id, string_value=element.value if element.set_value else element.default)


def _flag(element: Any) -> WidgetState:
    return WidgetState(id=element.id, bool_value=element.value if element.set_value else element.default)


def _whole_number(element: Any) -> WidgetState:
    return WidgetState(id=element.id, int_value=int(element.value if element.set_value else element.default))


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
    "number_input": _whole_number,
    "slider": _numbers,
    "multiselect": _choices,
}


class Visitor:
    """Somebody who has a page open, and can only ask for it again."""

    answer = "markdown"  # an element that every run brings

    def __init__(self, socket: ClientConnection, random: Random) -> None:
        self.memory = Memory()
        self.random = random
        self._socket = socket

    @property
    def scene(self) -> tuple[str, ...]:
        """What the page was asked to show, in so far as visitors differ in it."""
        return ()

    async def open(self) -> float:
        """Ask for the page, and give the milliseconds until it was there."""
        return await self._ask(self.memory.request(whole=True), "markdown")

    async def act(self) -> float:
        """Do something, and give the milliseconds until all of the answer was there."""
        return await self._ask(self.memory.request(whole=True), self.answer)

    async def wait_for_the_model(self) -> None:
        """Return when nothing is left to be loaded behind the page."""

    async def leave(self) -> None:
        await self._socket.close()

    async def _ask(self, message: BackMsg, wanted: str) -> float:
        begun = perf_counter()
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            await self._hear_a_run(wanted)
        return 1000 * (perf_counter() - begun)

    async def _hear_a_run(self, wanted: str) -> None:
        running = False
        brought: set[str] = set()
        while True:
            message = ForwardMsg()
            message.ParseFromString(await self._hear_bytes())
            brought.add(self.memory.hear(message))
            self._look_for_trouble(message)
            kind = message.WhichOneof("type")
            running = running or kind == "new_session"
            if running and kind == "script_finished":
                if message.script_finished in _GOOD_ENDS:
                    break
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    raise LostError(f"a run ended with {message.script_finished}")
        if wanted not in brought:
            raise LostError(f"a run brought no {wanted}")

    async def _hear_bytes(self) -> bytes:
        heard = await self._socket.recv()
        return heard.encode() if isinstance(heard, str) else heard

    def _look_for_trouble(self, message: ForwardMsg) -> None:
        kind, element = element_kind(message), message.delta.new_element
        if kind == "exception":
            raise LostError(f"the page shows {element.exception.type}: {element.exception.message}")
        if kind == "alert" and element.alert.format == element.alert.ERROR:
            raise LostError(f"the page shows an error: {element.alert.body}")


class Explorer(Visitor):
    """Somebody who types, a character at a time, and asks for other seeds."""

    answer = "html"  # the columns of texts

    def __init__(self, socket: ClientConnection, random: Random) -> None:
        super().__init__(socket, random)
        self._coming = False

    @property
    def scene(self) -> tuple[str, ...]:
        widgets = self.memory.widgets
        return widgets[WORDS.prompt].string_value, str(widgets[WORDS.seed].int_value)

    async def act(self) -> float:
        """Type a character or ask for another seed; the fragment runs for either."""
        if self.random.random() < TYPING:
            typed = self.memory.widgets[WORDS.prompt].string_value + self.random.choice(string.ascii_lowercase)
            self.memory.put(WORDS.prompt, link.PROMPT, typed)
            return await self._ask(self.memory.request(), self.answer)
        return await self._ask(self.memory.request(pressed=WORDS.another_seed), self.answer)

    async def wait_for_the_model(self) -> None:
        for _ in range(2 * PATIENCE):
            self._coming = False
            await self._ask(self.memory.request(whole=True), self.answer)
            if not self._coming:
                return
            await asyncio.sleep(0.5)
        raise LostError(f"the model was not there within {PATIENCE} seconds")

    def _look_for_trouble(self, message: ForwardMsg) -> None:
        super()._look_for_trouble(message)
        element = message.delta.new_element
        said = {element.markdown.body, element.alert.body}
        self._coming = self._coming or bool(said & {WORDS.model_coming, WORDS.model_coming_behind})


@dataclass(frozen=True)
class Action:
    """Something that a visitor did, and had an answer to; `cpu_ms` is what the server had used by then."""

    wait_ms: float
    scene: tuple[str, ...]
    cpu_ms: float


async def load(server: Server, kind: type[Visitor], crowd: Crowd) -> Load:
    """Put a crowd on a server that was just started; one visitor is there before and stays.

    Parameters
    ----------
    server : Server
        The page; it sees no other visitors.
    kind : type of Visitor
        What they do there.
    crowd : Crowd
        How many, and for how long.
    """
    first = await _visitor(server, kind, 0)
    everybody = [first]
    try:
        await first.open()
        await first.wait_for_the_model()
        known = {first.scene}
        for _ in range(WARM_UP):
            await first.act()
            known.add(first.scene)
        memory = server.resident_mb()
        arrivals = await _together([_arrive(server, kind, number + 1, crowd) for number in range(crowd.visitors)])
        there = [arrival for arrival in arrivals if not isinstance(arrival, BaseException)]
        everybody += [visitor for visitor, _ in there]
        begun = _cpu_ms(server)
        actions, losses = await _acting(server, [visitor for visitor, _ in there], crowd)
        used = [begun, *(action.cpu_ms for action in actions)]
        return Load(
            openings_ms=tuple(opening for _, opening in there),
            waits_ms=tuple(action.wait_ms for action in actions),
            cpu_ms=(used[-1] - begun) / len(actions),
            parts_cpu_ms=tuple(per_action(used, PARTS)),
            new=len({action.scene for action in actions} - known) / len(actions),
            memory_mb=(server.resident_mb() - memory) / crowd.visitors,
            losses=tuple(losses + [repr(arrival) for arrival in arrivals if isinstance(arrival, BaseException)]),
        )
    finally:
        await asyncio.gather(*(visitor.leave() for visitor in everybody), return_exceptions=True)


async def _visitor(server: Server, kind: type[Visitor], number: int) -> Visitor:
    # Like a browser, with no limit on a message's size and no pings of its own.
    socket = await connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=None,
        open_timeout=PATIENCE,
        ping_interval=None,
        proxy=None,
    )
    return kind(socket, Random(number))


async def _arrive(server: Server, kind: type[Visitor], number: int, crowd: Crowd) -> tuple[Visitor, float]:
    await asyncio.sleep(crowd.arrival * (number - 1) / crowd.visitors)
    visitor = await _visitor(server, kind, number)
    try:
        return visitor, await visitor.open()
    except BaseException:
        await visitor.leave()
        raise


async def _acting(server: Server, visitors: Sequence[Visitor], crowd: Crowd) -> tuple[list[Action], list[str]]:
    """Let everybody act; give all that they did, and why visitors were lost."""
    actions: list[Action] = []
    end = perf_counter() + crowd.seconds
    ends = await _together([_act_until(end, server, visitor, crowd.gap, actions) for visitor in visitors])
    losses = [repr(result) for result in ends if isinstance(result, BaseException)]
    if not actions:
        raise LostError(f"nobody had an answer within {crowd.seconds} seconds: {losses}")
    return actions, losses


def per_action(used: Sequence[float], parts: int) -> list[float]:
    """Give what an action cost on average, part by part.

    Parameters
    ----------
    used : sequence of float
        What had been used at the begin, and after each action.
    parts : int
        How many parts there may be; each holds an action at least.

    Examples
    --------
    >>> per_action([0, 1, 2, 5, 8], 2)
    [1.0, 3.0]
    """
    parts = min(parts, len(used) - 1)
    bounds = [part * (len(used) - 1) // parts for part in range(parts + 1)]
    return [(used[end] - used[start]) / (end - start) for start, end in pairwise(bounds)]


def _cpu_ms(server: Server) -> float:
    return 1000 * server.cpu_seconds()


async def _act_until(end: float, server: Server, visitor: Visitor, gap: float, actions: list[Action]) -> None:
    while True:
        pause = visitor.random.expovariate(1 / gap)
        if perf_counter() + pause > end:
            await asyncio.sleep(max(0, end - perf_counter()))
            return
        await asyncio.sleep(pause)
        wait = await visitor.act()
        actions.append(Action(wait, visitor.scene, _cpu_ms(server)))


async def _together(tasks: Sequence[Any]) -> list[Any]:
    return list(await asyncio.gather(*tasks, return_exceptions=True))

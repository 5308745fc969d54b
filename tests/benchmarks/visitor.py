"""Somebody who visits a page over Streamlit's own WebSocket, hearing all that a browser hears."""

import asyncio
import string
from random import Random
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

from components.pages.visit import prompt
from components.words.en import ENGLISH as WORDS
from tests.benchmarks.memory import Memory, element_kind

PATIENCE = 120  # seconds until a visitor who waits is lost
LOOKS = 0.25  # seconds between two looks at whether the slider's texts are there
TYPING = 0.8  # of all actions; the others ask for another seed

_GOOD_ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class LostError(Exception):
    """A visitor did not get what was asked for."""


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

    async def _ask(self, message: BackMsg, wanted: str = "") -> float:
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
        return widgets[WORDS.explore.prompt].string_value, str(widgets[WORDS.explore.seed].int_value)

    async def act(self) -> float:
        """Type a character or ask for another seed; the fragment runs for either."""
        if self.random.random() < TYPING:
            return await self.type()
        return await self.reseed()

    async def reseed(self) -> float:
        """Ask for another seed, and give the milliseconds until all of the answer was there."""
        return await self._ask(self.memory.request(pressed=WORDS.explore.another_seed), self.answer)

    async def drag(self) -> float:
        """Come to the slider, wait for its texts and let it rest elsewhere; give the milliseconds as `rest`."""
        await self._ask(self.memory.request(said=("texts", "wanted", True)), self.answer)
        while self.memory.looking:
            await asyncio.sleep(LOOKS)
            await self._ask(self.memory.request(looking=True))
        return await self.rest()

    async def rest(self) -> float:
        """Let the slider rest elsewhere, and give the milliseconds until all of the answer was there."""
        self.memory.rest(self.random.randrange(61) / 20)
        return await self._ask(self.memory.request(), self.answer)

    async def type(self) -> float:
        """Type a character, and give the milliseconds until all of the answer was there."""
        typed = self.memory.widgets[WORDS.explore.prompt].string_value + self.random.choice(string.ascii_lowercase)
        self.memory.put(WORDS.explore.prompt, prompt.PROMPT.name, typed)
        return await self._ask(self.memory.request(), self.answer)

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
        self._coming = self._coming or bool(said & {WORDS.frame.model_coming, WORDS.frame.model_coming_behind})

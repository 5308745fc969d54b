"""The page on several replicas behind the balancer: one of them crashes, and nobody loses what they had."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect
from websockets.exceptions import WebSocketException

from components.pages.visit import prompt
from components.pages.visit.seed import SEED
from components.words.en import ENGLISH as WORDS
from tests.benchmarks.memory import Memory
from tests.benchmarks.visitor import PATIENCE as SECONDS
from tests.benchmarks.visitor import Explorer
from tests.benchmarks.visitors import connected
from tests.browser import sweep_page
from tests.browser.boxes import CONNECTION
from tests.browser.tabs import PATIENCE
from tests.replicas import Replicas, haproxy_required, serving_replicas

pytestmark = pytest.mark.long

LOADING = 200  # seconds that a network may take, of two on one machine
GUESTS = 4  # beside the browser
GAP = 3  # seconds between what a guest does
QUERY, NEXT = "?at=0.5", "at=0.6"
# Whether a click on something reaches it.
REACHED = """() => {
  const title = document.querySelector("h1");
  let reached = false;
  title.addEventListener("click", () => { reached = true; });
  title.click();
  return reached;
}"""


@pytest.fixture(scope="module")
def replicas(browser: Browser) -> Iterator[Replicas]:
    haproxy_required()
    with serving_replicas() as running:
        yield running


class Guest(Explorer):
    """A visitor who comes back with the page's link, as a browser does, when the connection is lost."""

    lost = 0  # times

    @classmethod
    async def arrive(cls, replicas: Replicas, number: int) -> "Guest":
        guest = cls(await connected(replicas.port), Random(number))
        await guest.open()
        return guest

    async def stay(self, replicas: Replicas, end: threading.Event) -> int:
        """Type until the end, and return how often the connection was lost."""
        while not end.is_set():
            try:
                await self.type()
            except WebSocketException:
                self.lost += 1
                await self._come_back(replicas)
            await asyncio.sleep(GAP)
        await self.leave()
        return self.lost

    async def _come_back(self, replicas: Replicas) -> None:
        """Connect again, and know only the page's link."""
        asked = text, seed = self.scene
        link = urlencode({"v": 2, prompt.PROMPT.name: text, SEED.name: seed})
        async with asyncio.timeout(SECONDS):
            while True:
                with suppress(OSError, WebSocketException):
                    self._socket = await connected(replicas.port)
                    self.memory = Memory(query=link)
                    await self.open()
                    break
                await asyncio.sleep(0.2)
        assert self.scene == asked


@contextmanager
def crowd(replicas: Replicas) -> Iterator[Future[list[int]]]:
    """Have guests on all replicas for a block, and hand over what will say how often each was lost."""
    there, end = threading.Event(), threading.Event()

    async def visit() -> list[int]:
        guests = [await Guest.arrive(replicas, number) for number in range(GUESTS)]
        there.set()
        return await asyncio.gather(*(guest.stay(replicas, end) for guest in guests))

    with ThreadPoolExecutor(1) as beside:
        visits = beside.submit(asyncio.run, visit())
        visits.add_done_callback(lambda _: there.set())  # where it failed
        try:
            there.wait()
            if visits.done():
                visits.result()
            yield visits
        finally:
            end.set()


def replica_of(page: Page) -> str:
    (name,) = [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "replica"]
    return str(name)


def settled(page: Page) -> None:
    """Wait until the network is there: while it comes, the page runs twice a second, and each run drops files."""
    for sentence in (WORDS.frame.model_coming, WORDS.frame.model_coming_behind):
        expect(page.get_by_text(sentence)).to_have_count(0, timeout=1000 * LOADING)


def taken(page: Page) -> str:
    """Take the figures away as a file, and return what is in it."""
    with page.expect_download(timeout=PATIENCE) as download:
        page.get_by_role("button", name=WORDS.sweep.sweep_csv).click()
    return Path(download.value.path()).read_text("utf-8")


def test_after_a_crash_everybody_is_on_another_replica_with_their_scene_and_its_files(
    page: Page, replicas: Replicas, complaints: list[str]
) -> None:
    with crowd(replicas) as visits:
        sweep_page.open_sweep(page, replicas, QUERY)
        settled(page)
        before, file = replica_of(page), taken(page)
        page.evaluate("addEventListener('back', () => { window.cameBack = true; })")
        replicas.kill(before)
        expect(page.locator(CONNECTION)).to_have_text(WORDS.frame.coming_back)
        assert not page.evaluate(REACHED)
        page.locator(sweep_page.SLIDER).press("ArrowRight")  # which needs no server
        expect(page.locator(CONNECTION)).to_be_empty()
        assert replica_of(page) != before
        assert page.evaluate("cameBack")
        assert taken(page) == file  # at once, though nobody did anything yet: the page has run by itself
        page.wait_for_url(f"**{NEXT}*")
        expect(page.locator(sweep_page.OUTPUT)).to_have_text(NEXT.removeprefix("at="))
    complaints.clear()  # of what was under way
    lost = visits.result()
    assert 0 < sum(lost) < GUESTS  # those of one replica
    assert set(lost) == {0, 1}

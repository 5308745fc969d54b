"""What the balancer passes on, and to whom: by cookie, past a replica that drains, and past one that is gone."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from random import Random
from urllib.parse import quote

import pytest
from websockets.exceptions import ConnectionClosed

from components.presenting.prompt_text import LONGEST
from tests.benchmarks.visitor import Visitor
from tests.benchmarks.visitors import beside, connected
from tests.replicas import PATIENCE, Replicas

pytestmark = pytest.mark.long

ASKED = 6  # times that the page is asked for without a cookie


def asked(replicas: Replicas, path: str = "/", replica: str | None = None) -> HTTPResponse:
    """Ask for a page, as somebody who belongs to a replica, and return the answer with its body read."""
    line = HTTPConnection("127.0.0.1", replicas.port, timeout=PATIENCE)
    line.request("GET", path, headers={"Cookie": f"replica={replica}"} if replica else {})
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer


def belongs_to(answer: HTTPResponse) -> str:
    """Return the replica that an answer tells a browser to come back to, or nothing."""
    return (answer.headers["Set-Cookie"] or "").partition(";")[0].removeprefix("replica=")


@contextmanager
def out_of_service(replicas: Replicas, name: str, state: str) -> Iterator[None]:
    """Put a replica into a state for a block."""
    replicas.command(f"set server replicas/{name} state {state}")
    try:
        yield
    finally:
        replicas.command(f"set server replicas/{name} state ready")
        replicas.wait_until(name, "UP")


def test_a_link_with_the_longest_chinese_prompt_passes(hello: Replicas) -> None:
    link = f"/?v=2&prompt={quote('好' * LONGEST)}"
    assert len(link) > 18_000
    assert asked(hello, link).status == 200


def test_who_came_once_comes_back_to_the_same_replica(hello: Replicas) -> None:
    assert {belongs_to(asked(hello)) for _ in range(ASKED)} == {"replica1", "replica2"}
    for name in ("replica1", "replica2"):
        with out_of_service(hello, {"replica1": "replica2", "replica2": "replica1"}[name], "maint"):
            assert belongs_to(asked(hello, replica=name)) == ""  # nothing new to say


def test_nobody_new_is_sent_to_a_replica_that_drains_and_who_is_there_stays(hello: Replicas) -> None:
    async def stays() -> None:
        visitor = Visitor(await connected(hello.port, replica="replica1"), Random(1))
        await visitor.open()
        with out_of_service(hello, "replica1", "drain"):
            assert {belongs_to(asked(hello)) for _ in range(ASKED)} == {"replica2"}
            assert hello.visitors()["replica1"] == 1
            await visitor.act()
        await visitor.leave()

    beside(stays())


def test_who_is_still_there_is_sent_on_when_it_stops(hello: Replicas) -> None:
    async def moves() -> None:
        visitor = Visitor(await connected(hello.port, replica="replica1"), Random(1))
        await visitor.open()
        with out_of_service(hello, "replica1", "maint"):
            hello.command("shutdown sessions server replicas/replica1")
            with pytest.raises(ConnectionClosed):
                await visitor.act()
            assert belongs_to(asked(hello, replica="replica1")) == "replica2"

    beside(moves())


def test_who_belongs_to_a_replica_that_crashed_is_sent_to_another_at_once_and_it_comes_back(hello: Replicas) -> None:
    hello.kill("replica1")
    answer = asked(hello, replica="replica1")
    assert (answer.status, belongs_to(answer)) == (200, "replica2")
    hello.wait_until("replica1", "DOWN")
    hello.wait_until("replica1", "UP")
    assert belongs_to(asked(hello, replica="replica1")) == ""

"""Networks of visitors' own, on several replicas: found by those that share their folder, and missed by the others."""

import os
import shutil
from pathlib import Path
from random import Random

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.own import store
from components.presenting import networks
from components.words.en import ENGLISH as WORDS
from tests.benchmarks.memory import element_kind
from tests.benchmarks.visitor import Visitor
from tests.benchmarks.visitors import beside, connected
from tests.replicas import haproxy_required, serving_replicas
from tests.serving import APP, serving

pytestmark = pytest.mark.long


class Reader(Visitor):
    """Somebody who comes with a link, and reads the menu of networks and what is said of the link.

    Attributes
    ----------
    offered : list of str
        What the menu offers.
    warnings : list of str
        What is said.
    """

    offered: list[str]
    warnings: list[str]

    @classmethod
    async def with_link(cls, network: Path, port: int, replica: str) -> "Reader":
        reader = cls(await connected(port, replica=replica), Random(1))
        reader.offered, reader.warnings = [], []
        reader.memory.query = f"model={store.link(network)}"
        await reader.open()
        await reader.leave()
        return reader

    def _look_for_trouble(self, message: ForwardMsg) -> None:
        super()._look_for_trouble(message)
        kind, element = element_kind(message), message.delta.new_element
        if kind == "selectbox" and element.selectbox.label == WORDS.frame.model:
            self.offered = list(element.selectbox.options)
        if kind == "alert":
            self.warnings.append(element.alert.body)


@pytest.fixture
def own(tmp_path: Path, small_folder: Path) -> Path:
    """Return a visitor's folder with the small network in it."""
    folder = store.new(tmp_path / "networks")
    shutil.copytree(small_folder, folder / store.NETWORK)
    return folder


def assert_there(network: Path, port: int, replica: str = "") -> None:
    reader = beside(Reader.with_link(network, port, replica))
    assert networks.label(store.link(network), WORDS) in reader.offered
    assert not reader.warnings


def test_replicas_that_share_a_folder_find_the_same_networks_and_so_after_a_crash(own: Path) -> None:
    haproxy_required()
    with serving_replicas(APP, "--networks", str(own.parent)) as replicas:
        for name in ("replica1", "replica2"):
            assert_there(own, replicas.port, name)
        replicas.kill("replica1")
        assert_there(own, replicas.port, "replica1")  # which is another now


def test_a_replica_with_a_folder_of_its_own_says_that_it_lacks_a_network_which_another_may_have(
    own: Path, tmp_path: Path
) -> None:
    with serving(environment=os.environ | {store.VARIABLE: str(own.parent)}) as here:
        assert_there(own, here.port)
    with serving(environment=os.environ | {store.VARIABLE: str(tmp_path / "others")}) as there:
        reader = beside(Reader.with_link(own, there.port, ""))
    assert networks.label(store.link(own), WORDS) not in reader.offered
    (said,) = reader.warnings
    assert "on another server" in said

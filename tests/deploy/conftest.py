"""Replicas of a page that only says hello, which is enough to see what the balancer does."""

from collections.abc import Iterator

import pytest

from tests.benchmarks.crowds import HELLO
from tests.replicas import Replicas, haproxy_required, serving_replicas
from tests.serving import page_of


@pytest.fixture(scope="session")
def hello() -> Iterator[Replicas]:
    haproxy_required()
    with page_of(HELLO) as page, serving_replicas(page) as running:
        yield running

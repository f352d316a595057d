"""A server and a library whose articles show its pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fetching.server import Server


@pytest.fixture
def server() -> Iterator[Server]:
    opened = Server()
    yield opened
    opened.close()

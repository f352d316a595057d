"""Tests elsewhere in the world."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def computer_in(zone: str) -> Iterator[None]:
    """Let the clock of the computer show the time of a zone, such as "Asia/Shanghai"."""
    with pytest.MonkeyPatch.context() as away:
        away.setenv("TZ", zone)
        time.tzset()
        yield
    time.tzset()

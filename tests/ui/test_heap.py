"""Memory that was needed for a moment goes back to the system."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reader.ui import heap
from reader.ui.collecting import Collector

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="Other C libraries keep nothing so.")

_LARGE = """
import os
from pathlib import Path
from reader.ui import heap

def resident():
    return int(Path("/proc/self/statm").read_text("utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

heap.give_back()
b"x" * 30_000_000  # Once this is given back glibc would take pieces of that size from its arenas.
before = resident()
small, large = [], []
for _ in range(40):
    large.append(b"x" * 1_000_000)
    small.append(b"x" * 1_000)  # Stays behind it.
most = resident()
large.clear()
print(most - before, resident() - before)
"""


def test_a_large_piece_goes_back_at_once_whatever_lies_behind_it() -> None:
    ended = subprocess.run([sys.executable, "-c", _LARGE], capture_output=True, encoding="utf-8", check=True)
    most, left = map(float, ended.stdout.split())
    assert most > 39
    assert left < 2


def resident() -> float:
    """Return the megabytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text("utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def test_what_is_free_between_other_things_goes_back_with_a_round_of_the_collector(qapp: QApplication) -> None:
    texts = [b"x" * 100_000 for _ in range(400)]
    # Every hundredth stays, and what is between is free.
    kept = texts[::100]
    most = resident()
    texts.clear()
    collector = Collector(qapp)
    collector.collect_old()
    collector.stop()
    assert resident() < most - 30
    assert len(kept) == 4


class Kept:
    """Something that only a ring of references holds."""

    def __init__(self) -> None:
        self.itself = self


def test_who_uses_the_window_does_not_wait_for_that(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    may_end, asked = threading.Event(), []

    def give_back() -> None:
        asked.append(threading.get_ident())
        may_end.wait()

    monkeypatch.setattr(heap, "give_back", give_back)
    collector = Collector(qapp)
    collector.collect_old()
    collector.collect_old()  # While the first one goes on.
    may_end.set()
    collector.stop()
    assert len(asked) == 1
    assert asked[0] != threading.get_ident()


def test_where_the_c_library_cannot_be_called_nothing_is_amiss(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ctypes", None)
    gone: list[bool] = []
    weakref.finalize(Kept(), lambda: gone.append(True))
    collector = Collector(qapp)
    collector.collect_old()
    collector.stop()
    assert gone == [True]

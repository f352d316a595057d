"""What nobody refers to any more is taken away in the window's thread, whoever needs memory."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from reader.ui.collecting import Collector


class Ring(QDialog):
    """A dialog that only the collector can find, and that Qt does not let another thread destroy: it has a timer."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        timer = QTimer(self, interval=1000)
        timer.start()


def test_a_worker_that_needs_memory_destroys_no_dialog(qtbot: QtBot) -> None:
    where: list[int] = []
    weakref.finalize(Ring(), lambda: where.append(threading.get_ident()))
    kept: list[list[QObject | None]] = []
    worker = threading.Thread(target=lambda: kept.extend([None] for _ in range(200_000)))
    worker.start()
    worker.join()
    assert where == []

    def another_round() -> bool:
        # The collector takes the youngest first.
        kept.extend([None] for _ in range(1_000))
        return bool(where)

    qtbot.waitUntil(another_round)
    assert where == [threading.get_ident()]


def test_what_has_grown_old_is_taken_away_while_nothing_happens(qtbot: QtBot) -> None:
    gone: list[bool] = []
    ring = Ring()
    weakref.finalize(ring, lambda: gone.append(True))
    collector = Collector(each_ms=1)
    collector.collect_old()
    del ring
    gc.collect()
    assert gone == []  # It is left out of such a round.
    # Whoever waits makes new objects by waiting.
    loop = QEventLoop()
    QTimer.singleShot(500, loop.quit)
    loop.exec()
    collector.stop()
    assert gone == [True]

"""Answers to the questions that hold up the program until somebody presses a button."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

Press = Callable[[str], None]


@pytest.fixture
def shown() -> list[QMessageBox]:
    """The questions that were answered."""
    return []


@pytest.fixture
def press(shown: list[QMessageBox], qapp: QApplication) -> Iterator[Press]:
    """Press buttons of the questions that come, one after another, by the beginning of their words."""
    wanted: list[str] = []
    timer = QTimer(interval=10)

    def look() -> None:
        boxes = [each for each in qapp.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()]
        buttons = [(box, button) for box in boxes for button in box.buttons()]
        for box, button in buttons if wanted else ():
            if button.text().replace("&", "").startswith(wanted[0]):
                shown.append(box)
                wanted.pop(0)
                button.click()
                return

    def then(words: str) -> None:
        wanted.append(words)
        timer.start()

    timer.timeout.connect(look)
    yield then
    timer.stop()
    assert wanted == [], "not all was asked that is answered"

"""What stands where there is nothing to show."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.ui.looks.icons import Icons
from reader.ui.looks.theme import LIGHT
from reader.ui.parts.empty_state import EmptyState


@pytest.mark.parametrize("width", [200, 260, 330, 400, 900])
def test_no_word_is_left_over_however_narrow_it_is(qtbot: QtBot, width: int) -> None:
    state = EmptyState(Icons(LIGHT))
    qtbot.addWidget(state)
    state.set_content("inbox", "Nothing open", "J and K go through the list, N to the next unread.")
    state.resize(width, 400)
    state.show()
    words = next(label for label in state.findChildren(QLabel) if label.text().startswith("J and K"))
    metrics, text = words.fontMetrics(), words.text()
    lines = round(words.heightForWidth(words.width()) / metrics.height())
    assert words.width() < metrics.horizontalAdvance(text) / lines * 1.35 or lines == 1

"""A window that is left open over night says "today" of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.sidebar.lines import Folder
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.test_foreseen import rows
from tests.ui.windows import MakeWindow, idle


class Tomorrow(date):
    @classmethod
    def today(cls) -> Tomorrow:
        return cls.fromordinal(date.today().toordinal() + 1)  # noqa: DTZ011


def test_what_was_of_today_is_of_yesterday_after_midnight(
    library: Library, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.parts.new_day._LOOK_MS", 50)
    add(library, replace(make_post(1), published=datetime.now(UTC)), make_post(2))
    window = make_window()

    def choose(folder: Folder) -> None:
        window.sidebar.tree.setCurrentIndex(window.sidebar.model.find(folder))

    qtbot.waitUntil(lambda: idle(window) and len(rows(window)) == 2)
    choose(Folder.TODAY)
    qtbot.waitUntil(lambda: idle(window) and len(rows(window)) == 1)
    assert window.summary.counts.today == 1
    heading = window.list_pane.model.index(0)
    assert str(heading.data()).startswith("Today · ")
    for module in ("days", "ui.parts.dates", "ui.parts.new_day"):
        monkeypatch.setattr(f"reader.{module}.date", Tomorrow)
    qtbot.waitUntil(lambda: idle(window) and rows(window) == [])
    assert window.summary.counts.today == 0
    choose(Folder.ALL)
    qtbot.waitUntil(lambda: idle(window) and len(rows(window)) == 2)
    assert str(window.list_pane.model.index(0).data()).startswith("Yesterday · ")

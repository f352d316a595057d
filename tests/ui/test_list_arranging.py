"""How the list is arranged: rows, order and headings, chosen in the View menu and kept."""

from __future__ import annotations

from array import array
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.listing.article_model import Role
from reader.ui.listing.row_layout import LAYOUTS, Density, bookmark_place, picture_place, unread_place
from reader.ui.listing.sections import Section
from reader.ui.main_window import MainWindow
from tests.importing.folders import bring_in, write_post
from tests.ui.windows import MakeWindow, idle

NEWEST = ["Zoo", "中国", "Part 10", "阿里", "Part 9"]
BY_TITLE = ["阿里", "Part 9", "Part 10", "中国", "Zoo"]


@pytest.fixture
def window(library: Library, tmp_path: Path, make_window: MakeWindow) -> MainWindow:
    for number, title in enumerate(reversed(NEWEST)):
        folder = tmp_path / ("atlas" if number % 2 else "报纸")
        write_post(folder, f"source/_posts/{number}.md", title, "x", f"2022-01-{1 + number // 2:02} 0{number}:00:00")
    for name in ("atlas", "报纸"):
        bring_in(library, tmp_path / name)
    return make_window()


def rows(window: MainWindow) -> list[str]:
    """Return what the rows say, headings between bars."""
    model = window.list_pane.model
    every = (model.index(row) for row in range(model.rowCount()))
    return [f"|{index.data()}|" if index.data(Role.HEADING) else str(index.data()) for index in every]


def choose(window: MainWindow, qtbot: QtBot, name: str) -> list[str]:
    window.actions_[name].trigger()
    qtbot.waitUntil(lambda: idle(window))
    return rows(window)


def test_articles_are_sorted_and_grouped_as_chosen(window: MainWindow, qtbot: QtBot, make_window: MakeWindow) -> None:
    assert [row for row in rows(window) if row[0] != "|"] == NEWEST
    oldest = choose(window, qtbot, "sort_oldest")
    assert oldest[:4] == ["|Saturday · 1 January 2022|", "Part 9", "阿里", "|Sunday · 2 January 2022|"]
    assert choose(window, qtbot, "sort_title") == BY_TITLE
    assert not window.actions_["group_day"].isEnabled()
    grouped = choose(window, qtbot, "group_source")
    assert grouped == ["|atlas|", "阿里", "中国", "|报纸|", "Part 9", "Part 10", "Zoo"]
    window.close()
    again = make_window()
    assert rows(again) == grouped
    assert choose(again, qtbot, "group_none") == BY_TITLE
    assert choose(again, qtbot, "sort_source") == ["中国", "阿里", "Zoo", "Part 10", "Part 9"]
    assert choose(again, qtbot, "sort_newest") == NEWEST


def test_the_menus_and_the_palette_offer_it(window: MainWindow) -> None:
    menu = window.list_pane.arrange.menu()
    assert [action.text() for action in menu.actions()] == ["Rows", "Sort by", "Group by"]
    assert [name for name, text, _ in window.actions_.commands() if text == "Sort by: Title"] == ["sort_title"]


@pytest.mark.parametrize("density", Density)
def test_rows_of_each_height_stand_exactly_at_a_million(window: MainWindow, density: Density) -> None:
    pane, layout = window.list_pane, LAYOUTS[density]
    pane.model.set_listing(
        array("q", [1] * 1_000_000), [Section(first, date(2022, 1, 1)) for first in range(0, 1_000_000, 300)]
    )
    window.actions_[f"rows_{density}"].trigger()
    view = pane.list
    for row in (0, 1, 301, 302, 777_777, pane.model.rowCount() - 1):
        view.scrollTo(pane.model.index(row))
        place = view.visualRect(pane.model.index(row))
        assert view.viewport().rect().contains(place)
        assert [view.indexAt(point).row() for point in (place.topLeft(), place.bottomLeft())] == [row, row]
    last = view.visualRect(pane.model.index(pane.model.rowCount() - 1))
    assert last.bottom() == view.viewport().height() - 1
    assert last.height() == layout.height
    # What is painted in a row stays in it, and what is clicked does not overlap.
    parts = [place(last, layout) for place in (picture_place, unread_place, bookmark_place)]
    assert all(last.contains(part) for part in parts)
    assert not parts[1].intersects(parts[2])
    pane.grab()


def test_rows_keep_their_place_and_height(window: MainWindow, qtbot: QtBot, make_window: MakeWindow) -> None:
    view = window.list_pane.list
    window.resize(900, 400)
    view.step(1)
    view.verticalScrollBar().setValue(150)
    before = view.anchor()
    window.actions_["rows_cards"].trigger()
    after = view.anchor()
    assert before is not None
    assert after is not None
    assert before[0] == after[0]
    assert view.currentIndex().isValid()
    qtbot.waitUntil(lambda: idle(window))
    window.close()
    again = make_window()
    assert again.list_pane.list.layout_of_rows == LAYOUTS[Density.CARDS]
    assert again.actions_["rows_cards"].isChecked()


def test_the_dot_and_the_bookmark_of_a_row_are_buttons(window: MainWindow, qtbot: QtBot, library: Library) -> None:
    view, model = window.list_pane.list, window.list_pane.model
    article, row = model.ids[1], view.visualRect(model.index(model.row_of(model.ids[1])))

    def state() -> tuple[bool, bool]:
        (found,) = library.articles([article])
        return found.unread, found.bookmarked

    steps = (unread_place, (False, False)), (bookmark_place, (False, True)), (unread_place, (True, True))
    for place, wanted in steps:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(row, view.layout_of_rows).center())
        qtbot.waitUntil(lambda: idle(window))
        assert state() == wanted
    assert window.navigator.article is None
    QTest.mouseMove(view.viewport(), row.center())
    QApplication.processEvents()
    assert not view.grab().isNull()
    assert view.indexAt(QPoint(row.center())).isValid()

"""Rows that were not in sight before are painted in goes, so that none of them holds the window up."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from reader.ui.listing import painting
from reader.ui.listing.article_list import ArticleList
from reader.ui.listing.article_model import ArticleModel
from reader.ui.parts.models import Index
from tests.ui.rows import make_article

# What a row takes (seconds): three of them are all that there is time for at a go.
_ROW = 0.003


class Slow(QStyledItemDelegate):
    """Paints a row in a colour of its own and takes its time; remembers the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[int] = []

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.rows.append(index.row())
        painter.fillRect(option.rect, QColor.fromHsv(index.row() * 40 % 360, 255, 255))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    made = Slow()
    monkeypatch.setattr(painting, "thread_time", lambda: len(made.rows) * _ROW)
    return made


@pytest.fixture
def model() -> ArticleModel:
    made = ArticleModel(lambda ids: [make_article(article) for article in ids])
    made.set_listing(array("q", range(1, 1001)), [])
    return made


@pytest.fixture
def view(qtbot: QtBot, model: ArticleModel, slow: Slow) -> Iterator[ArticleList]:
    made = ArticleList(model)
    made.setItemDelegate(slow)
    qtbot.addWidget(made)
    made.resize(373, 600)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.goes.done)
    slow.rows.clear()
    yield made
    slow.deleteLater()


def painted_at_once(view: ArticleList, slow: Slow) -> list[int]:
    slow.rows.clear()
    view.viewport().repaint()
    return list(slow.rows)


def test_a_jump_paints_what_there_is_time_for_and_the_rest_in_the_next_goes(
    qtbot: QtBot, view: ArticleList, slow: Slow
) -> None:
    view.verticalScrollBar().setValue(500 * 86)
    assert painted_at_once(view, slow) == [500, 501, 502]
    assert not view.goes.done
    qtbot.waitUntil(lambda: view.goes.done)
    assert sorted(slow.rows) == list(range(500, 507))


def test_another_list_is_painted_so_too(qtbot: QtBot, model: ArticleModel, view: ArticleList, slow: Slow) -> None:
    model.set_listing(array("q", range(500, 700)), [])
    assert painted_at_once(view, slow) == [0, 1, 2]
    qtbot.waitUntil(lambda: view.goes.done)
    assert sorted(slow.rows) == list(range(7))


def test_rows_of_the_list_before_have_no_turn_any_more(
    qtbot: QtBot, model: ArticleModel, view: ArticleList, slow: Slow
) -> None:
    view.verticalScrollBar().setValue(500 * 86)
    view.viewport().repaint()
    model.set_listing(array("q", range(1, 4)), [])
    assert painted_at_once(view, slow) == [0, 1, 2]
    assert view.goes.done


def test_a_row_that_takes_longer_than_all_its_time_is_painted(
    qtbot: QtBot, view: ArticleList, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painting, "thread_time", lambda: len(slow.rows) * 1.0)
    view.verticalScrollBar().setValue(500 * 86)
    assert painted_at_once(view, slow) == [500]
    qtbot.waitUntil(lambda: view.goes.done)
    assert sorted(slow.rows) == list(range(500, 507))


@pytest.mark.parametrize("way", [53, -53, 200])
def test_who_scrolls_on_meanwhile_sees_all_rows_whole(qtbot: QtBot, view: ArticleList, slow: Slow, way: int) -> None:
    view.verticalScrollBar().setValue(500 * 86)
    view.viewport().repaint()
    view.verticalScrollBar().setValue(500 * 86 + way)
    QApplication.sendPostedEvents()  # What came into sight is painted before the rows that are left have their turn.
    qtbot.waitUntil(lambda: view.goes.done)
    seen = view.screen().grabWindow(view.winId()).toImage()
    view.viewport().repaint()
    assert view.screen().grabWindow(view.winId()).toImage() == seen


def test_what_was_painted_once_is_painted_at_one_go(view: ArticleList, slow: Slow) -> None:
    assert painted_at_once(view, slow) == list(range(7))
    view.verticalScrollBar().setValue(53)
    assert painted_at_once(view, slow) == list(range(8))


def test_a_picture_of_the_list_is_whole(qtbot: QtBot, view: ArticleList, slow: Slow) -> None:
    view.verticalScrollBar().setValue(500 * 86)
    slow.rows.clear()
    view.window().grab()
    assert slow.rows == list(range(500, 507))
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view.goes.done)

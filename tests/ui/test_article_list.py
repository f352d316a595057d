"""The list: ids first, rows when painted; the keyboard goes from article to article."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyledItemDelegate
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.domain import Article
from reader.ui.listing.article_delegate import ArticleDelegate
from reader.ui.listing.article_list import ArticleList
from reader.ui.listing.article_model import ArticleModel, Role
from reader.ui.listing.sections import HEADING_HEIGHT, ROW_HEIGHT, Section
from reader.ui.looks.icons import Icons
from reader.ui.looks.theme import LIGHT
from reader.ui.parts.dates import day_heading, long_moment
from tests.ui.rows import make_article

Key = Qt.Key


class Shelf:
    """Articles whose title is their id; remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, ids: Sequence[int]) -> list[Article]:
        self.asked.append(list(ids))
        return [make_article(article) for article in ids if article < 10**9]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def model(shelf: Shelf) -> ArticleModel:
    return ArticleModel(shelf)


def days(*firsts: int) -> list[Section]:
    return [Section(first, date(2022, 1, 28 - number)) for number, first in enumerate(firsts)]


def fill(model: ArticleModel, count: int, *firsts: int) -> None:
    model.set_listing(array("q", range(1, count + 1)), days(*firsts))


@pytest.fixture
def view(qtbot: QtBot, model: ArticleModel) -> ArticleList:
    made = ArticleList(model)
    made.setItemDelegate(ArticleDelegate(Icons(LIGHT), lambda _key, _wide: None, made))
    qtbot.addWidget(made)
    made.resize(373, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def chosen(view: ArticleList) -> int | None:
    return view.current_article()


# --- the model


@pytest.mark.parametrize("firsts", [(), (0,), (0, 3, 9)])
def test_the_model_keeps_qt_s_rules(model: ArticleModel, qtmodeltester: ModelTester, firsts: tuple[int, ...]) -> None:
    fill(model, 10, *firsts)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_model_keeps_them_while_it_changes(model: ArticleModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for count, firsts in ((10, (0, 3)), (0, ()), (3, ()), (500, (0, 100))):
        fill(model, count, *firsts)
        model.refresh()
        model.refresh(range(1, 5))
        model.refresh(range(1, 200))
        model.refresh([10**9])
        model.refresh()
    tester.deleteLater()


def test_only_pages_that_are_seen_are_read(model: ArticleModel, shelf: Shelf, view: ArticleList) -> None:
    fill(model, 100_000, 0, 50_000)
    view.grab()
    assert shelf.asked == [list(range(1, 26))]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.grab()
    assert shelf.asked[-1][-1] == 100_000
    assert len(shelf.asked) <= 3


def test_pages_out_of_sight_are_let_go(model: ArticleModel, shelf: Shelf) -> None:
    fill(model, 100_000)
    for row in range(0, 100_000, 100):
        model.index(row).data(Role.ARTICLE)
    assert len(model._pages) <= 120
    assert len(shelf.asked) == 1000


def test_a_change_reads_again_what_is_seen(model: ArticleModel, shelf: Shelf, view: ArticleList) -> None:
    fill(model, 1000)
    view.grab()
    model.refresh([3])
    view.grab()
    assert len(shelf.asked) == 2


def test_rows_and_headings_say_what_they_are(model: ArticleModel) -> None:
    fill(model, 3, 0, 2)
    assert [model.id_at(row) for row in range(-1, 6)] == [None, None, 1, 2, None, 3, None]
    assert [model.row_of(article) for article in (1, 2, 3, 4)] == [1, 2, 4, -1]
    assert "28 January 2022" in str(model.index(0).data())
    assert model.index(1).data() == "Post 1"
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(0).data(Role.ARTICLE) is None


def test_an_article_that_is_no_more_leaves_an_empty_row(model: ArticleModel, view: ArticleList) -> None:
    model.set_listing(array("q", [1, 10**9, 2]), [])
    assert model.index(1).data() is None
    assert not view.grab().isNull()
    assert view.choose(10**9)


# --- the view


def test_the_scroll_bar_knows_the_whole_list(model: ArticleModel, view: ArticleList) -> None:
    fill(model, 100_000, 0, 10, 20)
    height = 100_000 * ROW_HEIGHT + 3 * HEADING_HEIGHT
    assert view.verticalScrollBar().maximum() == height - view.viewport().height()
    fill(model, 1)
    assert view.verticalScrollBar().maximum() == 0


def test_every_point_shows_the_row_that_is_painted_there(model: ArticleModel, view: ArticleList) -> None:
    fill(model, 100, 0, 2, 50)
    view.verticalScrollBar().setValue(1234)
    for y in range(0, view.viewport().height(), 7):
        index = view.indexAt(QPoint(50, y))
        assert view.visualRect(index).contains(QPoint(50, y))


def test_scrolling_paints_only_the_rows_that_come_into_view(
    qtbot: QtBot, model: ArticleModel, view: ArticleList, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []
    paint = ArticleDelegate._paint_article

    def note(self: ArticleDelegate, painter: QPainter, rect: QRect, *rest: Any) -> None:
        painted.append(rect.top())
        paint(self, painter, rect, *rest)

    monkeypatch.setattr(ArticleDelegate, "_paint_article", note)
    fill(model, 100, 0, 2, 50)
    view.choose(5)
    view.verticalScrollBar().setValue(53)
    QApplication.processEvents()
    view.viewport().repaint()
    for step in (53, 20, -31, 300):
        painted.clear()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + step)
        qtbot.waitUntil(lambda: bool(painted))
        # One at each edge, one that changed its looks, and one more under the heading that is held.
        assert 0 < len(painted) <= abs(step) // ROW_HEIGHT + 4, (step, painted)
        moved = view.screen().grabWindow(view.winId()).toImage()
        view.viewport().repaint()
        assert view.screen().grabWindow(view.winId()).toImage() == moved, step


@pytest.mark.parametrize("firsts", [(), (0, 2, 50)])
def test_arrows_walk_over_headings(model: ArticleModel, view: ArticleList, firsts: tuple[int, ...]) -> None:
    fill(model, 100, *firsts)
    seen = []
    for _ in range(4):
        QTest.keyClick(view, Key.Key_Down)
        seen.append(chosen(view))
    QTest.keyClick(view, Key.Key_Up)
    assert (seen, chosen(view)) == ([1, 2, 3, 4], 3)


@pytest.mark.parametrize("firsts", [(), (0,), (0, 1, 2, 3, 4, 5, 50)])
def test_home_end_and_pages_reach_both_ends(model: ArticleModel, view: ArticleList, firsts: tuple[int, ...]) -> None:
    fill(model, 100, *firsts)
    QTest.keyClick(view, Key.Key_End)
    assert chosen(view) == 100
    for _ in range(40):
        QTest.keyClick(view, Key.Key_PageUp)
    assert chosen(view) == 1
    for _ in range(40):
        QTest.keyClick(view, Key.Key_PageDown)
    assert chosen(view) == 100
    QTest.keyClick(view, Key.Key_Home)
    assert chosen(view) == 1


def test_a_low_window_still_turns_pages(model: ArticleModel, view: ArticleList) -> None:
    fill(model, 5, 0, 1, 2, 3, 4)
    view.resize(373, 60)
    seen = []
    for _ in range(6):
        QTest.keyClick(view, Key.Key_PageDown)
        seen.append(chosen(view))
    assert seen == sorted(seen, key=lambda article: article or 0)
    assert seen[-1] == 5
    for _ in range(6):
        QTest.keyClick(view, Key.Key_PageUp)
    assert chosen(view) == 1


def test_keys_on_an_empty_list_do_nothing(view: ArticleList) -> None:
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown, Key.Key_X):
        QTest.keyClick(view, key)
    assert chosen(view) is None
    assert not view.step(1)
    assert not view.step(-1)


def test_the_chosen_row_comes_into_view(model: ArticleModel, view: ArticleList) -> None:
    fill(model, 1000, 0, 500)
    assert view.choose(501)
    inside = view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert inside
    view.verticalScrollBar().setValue(0)
    view.choose(1000)
    assert view.verticalOffset() == view.verticalScrollBar().maximum()
    view.choose(1)
    assert view.verticalOffset() == 0  # with its heading
    assert not view.choose(1001)


def test_home_and_end_lead_back_from_where_the_wheel_went(model: ArticleModel, view: ArticleList) -> None:
    fill(model, 1000, 0, 500)
    bar = view.verticalScrollBar()
    for key, end in ((Key.Key_Home, 0), (Key.Key_End, bar.maximum())):
        QTest.keyClick(view, key)
        bar.setValue(5000)
        QTest.keyClick(view, key)
        assert bar.value() == end
    bar.setValue(5000)
    assert not view.step(1)
    assert bar.value() == bar.maximum()


def test_the_day_in_view_is_held_at_the_upper_edge_until_the_next_one_comes(
    model: ArticleModel, view: ArticleList
) -> None:
    fill(model, 100, 0, 3)
    bar, days = view.verticalScrollBar(), [model.index(row) for row in (0, 4)]
    second = HEADING_HEIGHT + 3 * ROW_HEIGHT
    for place, first, after in (
        (0, 0, second),
        (100, 0, second - 100),
        (second - 10, 10 - HEADING_HEIGHT, 10),
        (second, -second, 0),
        (second + 500, -second - 500, 0),
    ):
        bar.setValue(place)
        assert (view.visualRect(days[0]).top(), view.visualRect(days[1]).top()) == (first, after)
    assert view.indexAt(QPoint(50, 5)) == days[1]
    view.choose(5)
    assert view.visualRect(view.currentIndex()).top() == HEADING_HEIGHT


@pytest.mark.parametrize(
    ("hint", "top"),
    [
        (QAbstractItemView.ScrollHint.PositionAtTop, 0),
        (QAbstractItemView.ScrollHint.PositionAtCenter, (600 - ROW_HEIGHT) // 2),
    ],
)
def test_scrolling_can_say_where_to(
    model: ArticleModel, view: ArticleList, hint: QAbstractItemView.ScrollHint, top: int
) -> None:
    fill(model, 1000)
    index = model.index(400)
    view.scrollTo(index, hint)
    assert view.visualRect(index).top() == top
    view.scrollTo(QModelIndex())


def test_a_click_chooses_and_a_heading_cannot_be_chosen(qtbot: QtBot, model: ArticleModel, view: ArticleList) -> None:
    fill(model, 10, 0, 5)
    with qtbot.waitSignal(view.article_chosen) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(2)).center())
    assert told.args == [2]
    with qtbot.assertNotEmitted(view.article_chosen):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(0)).center())
    assert chosen(view) in (2, None)


@pytest.mark.parametrize(
    "title", ["<b>&amp;</b>", "\u202eolleh", "", "x" * 100_000, "word " * 500, "汉" * 500, "👩‍👩‍👧" * 99]
)
def test_odd_titles_are_painted(qtbot: QtBot, title: str) -> None:
    odd = ArticleModel(lambda ids: [make_article(article, title=title, summary=title) for article in ids])
    made = ArticleList(odd)
    made.setItemDelegate(ArticleDelegate(Icons(LIGHT), lambda _key, _wide: None, made))
    qtbot.addWidget(made)
    odd.set_listing(array("q", [1, 2]), [])
    for width in (373, 40, 1):
        made.resize(width, 300)
        assert not made.grab().isNull()


# --- for those who listen


def test_a_screen_reader_finds_the_rows(model: ArticleModel, view: ArticleList) -> None:
    fill(model, 20, 0)
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken is not None
    assert spoken.childCount() >= 20
    texts = [spoken.child(number).text(QAccessible.Text.Name) for number in range(3)]
    assert any(text.startswith("Post 1, Source, ") and text.endswith(", unread") for text in texts)


def test_the_delegate_is_one_of_qt_s(view: ArticleList) -> None:
    assert isinstance(view.itemDelegate(), QStyledItemDelegate)


def test_a_row_says_its_date_as_the_page_shows_it_and_no_hour_that_the_post_does_not_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.ui.parts.dates.ui_locale", lambda: QLocale(QLocale.Language.English))
    noon = datetime(2024, 11, 3, 12, 0).astimezone().timestamp()
    assert long_moment(int(noon), timed=True) == "Sunday, 3 November 2024, 12:00"
    assert long_moment(int(noon), timed=False) == "Sunday, 3 November 2024"


@pytest.mark.parametrize("locale", ["zh_CN", "zh_TW"])
def test_a_chinese_day_stands_on_the_page_as_in_the_list(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    monkeypatch.setattr("reader.ui.parts.dates.ui_locale", lambda: QLocale(locale))
    noon = datetime(2024, 11, 3, 12, 0).astimezone().timestamp()
    assert long_moment(int(noon), timed=False) == day_heading(date(2024, 11, 3)) == "2024年11月3日 星期日"

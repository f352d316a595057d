"""The columns of a table that does not fit share the width by what they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot

from reader.ui.document.columns import Need, widths
from reader.ui.looks.theme import LIGHT
from reader.ui.reading.article_viewer import ArticleViewer
from tests.viewing.pages import make_page

LAND = "<tr><td>Liechtenstein and a few words<td>39,000<td>1,160<td>243.8<td>12"
TABLE = f"<table><tr><th>Name<th>Population<th>Area<th>Density<th>Rank{LAND}</table>"


def viewer_of(qtbot: QtBot, html: str, width: int) -> ArticleViewer:
    viewer = ArticleViewer(LIGHT, lambda _key: None)
    qtbot.addWidget(viewer)
    viewer.resize(width, 600)
    with qtbot.waitExposed(viewer):
        viewer.show()
    viewer.show_page(make_page(html))
    return viewer


def lines(viewer: ArticleViewer, row: int) -> list[int]:
    """Return how many lines the cells of a row have."""
    (table,) = viewer.document().rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    viewer.document().documentLayout().documentSize()
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    return [cell.firstCursorPosition().block().layout().lineCount() for cell in cells]


@pytest.mark.parametrize("width", [380, 420, 480])
def test_no_number_is_broken_while_words_can_give_way(qtbot: QtBot, width: int) -> None:
    assert lines(viewer_of(qtbot, TABLE, width), 1)[1:] == [1, 1, 1, 1]


def test_a_table_follows_the_width_of_the_page(qtbot: QtBot) -> None:
    viewer = viewer_of(qtbot, TABLE, 420)
    narrow = lines(viewer, 1)[0]
    viewer.resize(1000, 600)
    assert lines(viewer, 1)[0] == 1 < narrow


def test_a_table_follows_the_width_where_the_margins_are_least(qtbot: QtBot) -> None:
    narrow, narrowed = viewer_of(qtbot, TABLE, 380), viewer_of(qtbot, TABLE, 480)
    narrowed.resize(380, 600)
    assert lines(narrowed, 1) == lines(narrow, 1)
    assert not narrowed.horizontalScrollBar().maximum()


FIGURES = "<tr><td>2019<td>12,345<td>1,234,567<td>45,678<td>12,345.67<td>12.3%"


def font_px(viewer: ArticleViewer) -> int:
    table = viewer.document().rootFrame().childFrames()[0]
    return table.firstCursorPosition().block().begin().fragment().charFormat().font().pixelSize()


def test_a_table_whose_numbers_do_not_fit_is_written_smaller(qtbot: QtBot) -> None:
    viewer = viewer_of(qtbot, f"<table>{FIGURES}{FIGURES}</table>", 1000)
    full = font_px(viewer)
    viewer.resize(400, 600)
    assert lines(viewer, 1) == [1] * 6
    assert font_px(viewer) < full
    viewer.resize(1000, 600)
    assert font_px(viewer) == full


def test_many_tables_keep_their_size(qtbot: QtBot) -> None:
    narrow, wide = (viewer_of(qtbot, f"<table>{FIGURES * 40}</table>" * 5, width) for width in (400, 1000))
    assert font_px(narrow) == font_px(wide)


def test_numbers_that_fit_in_no_size_are_broken_as_seldom_as_can_be(qtbot: QtBot) -> None:
    viewer = viewer_of(qtbot, f"<table>{FIGURES}{FIGURES}</table>", 290)
    assert max(lines(viewer, 1)) <= 3


def test_words_wrap_before_a_table_is_written_smaller(qtbot: QtBot) -> None:
    words = "<table><tr><td>Liechtenstein and its neighbours<td>in a few words about them</table>"
    narrow, wide = viewer_of(qtbot, words, 400), viewer_of(qtbot, words, 1000)
    assert lines(narrow, 0) == [2, 2]
    assert font_px(narrow) == font_px(wide)


pixels = st.floats(0, 2000)
needs = st.lists(st.tuples(pixels, pixels, pixels).map(lambda three: Need(*sorted(three))), min_size=1, max_size=8)


@given(needs, st.floats(100, 2000))
def test_columns_never_need_more_than_there_is(needs: list[Need], room: float) -> None:
    found = widths(needs, room)
    assert sum(found) <= room + 0.001
    assert all(width >= 0 for width in found)
    assert bool(found) == (sum(need.most for need in needs) > room)

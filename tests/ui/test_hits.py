"""What the index finds in an article is marked on its page: folded, beside signs of lists, in tables of their own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QUrl
from pytestqt.qtbot import QtBot

from reader.library.conditions.query_language import parse
from reader.ui.document.table_dialog import TableDialog
from reader.ui.looks.theme import LIGHT
from reader.ui.reading import hits
from reader.ui.reading.article_viewer import ArticleViewer
from tests.posts.reading import post
from tests.viewing.pages import make_page

WIDE = "<tr>" + "<td>x" * 9
# What a page shows with signs of its own, or after a click; in it stand things that are not looked for.
HTML = f"""
<p>Begin <q>quoted words</q> end, <ruby>漢<rt>かん</rt></ruby>字です 😀.</p>
<ul><li>alpha<li>beta <ul><li>子项<li>目录</ul></ul><ol start=9><li>nine<li>ten</ol>
<p>before</p><pre>y = 1</pre><p>after <img src=k.png alt=described width=9> all<br>that</p>
<p>图前</p><img src=k.png alt=described><p>图后</p>
<details><summary>Summary <q>here</q> <ruby>山<rt>やま</rt></ruby>道</summary>
<p>A glacier.</p><details><summary>Inner</summary>深处</details></details>
<table>{WIDE * 8}<tr><td>冰山<td>lone cell</table>
<dl><dt>term<dd>meaning</dl><p>H<sub>2</sub>O, <b>中</b>国</p>
<figure><p>他说\n<b>重点</b></p><figcaption><h4>Caption</h4><p>credit</p></figcaption></figure>
"""


@pytest.fixture
def viewer(qtbot: QtBot) -> ArticleViewer:
    shown = ArticleViewer(LIGHT, lambda _key: None)
    qtbot.addWidget(shown)
    shown.resize(666, 746)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def mark(viewer: ArticleViewer, qtbot: QtBot, typed: str) -> list[str]:
    """Mark what a search finds; return it as it stands on the page."""
    viewer.mark_words(parse(typed).terms())
    qtbot.waitUntil(lambda: viewer.marks._inquiry._asking is None)
    return [viewer.marks.cursor(number).selectedText() for number in range(len(viewer.marks.places))]


def test_every_phrase_of_the_stored_text_is_marked(viewer: ArticleViewer, qtbot: QtBot) -> None:
    """Each pair of words that stand side by side, also across items of a list, a block of code and a picture."""
    viewer.show_page(make_page(HTML))
    mark(viewer, qtbot, "glacier 深处")  # opens what is closed
    text = post(f"---\ntitle: T\n---\n{HTML}").text
    pairs = [f'"{one} {other}"' for one, other in pairwise(text.split()) if "x" not in (one, other)]
    assert len(pairs) > 30
    assert [typed for typed in pairs if not mark(viewer, qtbot, typed)] == ['"cell term"']  # out of a table of its own


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ('"end 漢"', []),
        ("漢字で", ["漢(かん)字で"]),
        ("かん", []),
        ('"alpha beta"', ["alpha\u2029•\tbeta"]),
        ("described", []),
        ('"before y"', ["before\u2029\ufffcy"]),
        ('"title begin"', []),
        ("writer", []),
        ("title", ["title"]),
        ("glacier OR 深处", ["glacier", "深处"]),
        ("冰山", ["\ufffc"]),
        ("中国 h2o", ["H2O", "中国"]),
        ("说重", ["说重"]),
        ("caption", ["Caption"]),
        ('"summary here" 山道', ["Summary “here", "山(やま)道"]),
    ],
)
def test_what_is_marked_on_a_page(viewer: ArticleViewer, qtbot: QtBot, typed: str, marked: list[str]) -> None:
    viewer.show_page(make_page(HTML))
    assert mark(viewer, qtbot, typed) == marked


def test_closed_details_with_hits_are_opened_once(viewer: ArticleViewer, qtbot: QtBot) -> None:
    viewer.show_page(make_page(HTML))
    assert mark(viewer, qtbot, "nine") == ["nine"]
    assert "A glacier." not in viewer.toPlainText()
    assert mark(viewer, qtbot, "glac") == ["glacier"]
    assert "深处" not in viewer.toPlainText()
    viewer.anchorClicked.emit(QUrl("toggle:0"))
    assert mark(viewer, qtbot, "glac") == []
    viewer.show_page(make_page(HTML))
    assert mark(viewer, qtbot, "glac") == []


@pytest.mark.parametrize(
    ("typed", "marked"),
    [("漢字", ["漢(かん)字"]), ('"one two"', ["one\u2029•\ttwo"]), ("code", ["code"]), ("described", []), ("かん", [])],
)
def test_closed_details_are_opened_for_what_they_say(
    viewer: ArticleViewer, qtbot: QtBot, typed: str, marked: list[str]
) -> None:
    inside = "<p><ruby>漢<rt>かん</rt></ruby>字<img src=k.png alt=described></p><ul><li>one<li>two</ul><pre>code</pre>"
    table = f"<table>{WIDE * 3}<tr><td><img src=k.png alt=described></table>"
    viewer.show_page(make_page(f"<details>{inside}</details>{table}"))
    assert mark(viewer, qtbot, typed) == marked
    assert ("one" in viewer.toPlainText()) is bool(marked)


def test_what_opens_above_moves_no_place(viewer: ArticleViewer, qtbot: QtBot) -> None:
    """Neither the line that is read, nor where the article is opened again."""
    folded = f"<details><p>A glacier.</p><details>深处{'<p>more</p>' * 20}</details></details>"
    lines = "".join(f"<p>Line {number} of it.</p>" for number in range(90))
    viewer.show_page(make_page(f"{lines}{folded}{lines.replace('it', 'them')}{folded}"))
    at = viewer.toPlainText().index("Line 40 of them")
    viewer.restore((at, 8))
    told: list[int] = []
    viewer.position_changed.connect(told.append)
    for typed in ("glacier", "深处"):
        assert len(mark(viewer, qtbot, typed)) == 2
        top = viewer.cursorForPosition(viewer.viewport().rect().topLeft() + QPoint(200, 16))
        assert top.block().text() == "Line 40 of them."
        viewer.settle()
        viewer.verticalScrollBar().setValue(viewer.verticalScrollBar().value() + 1)
        viewer.settle()
        assert told[-1] == at
        viewer.return_to((at, 8))


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_table_of_its_own_shows_the_cells_with_hits(viewer: ArticleViewer, qtbot: QtBot) -> None:
    viewer.show_page(make_page(HTML))
    mark(viewer, qtbot, "冰山 lone")
    viewer.anchorClicked.emit(QUrl("table:0"))
    (dialog,) = viewer.findChildren(TableDialog)
    items = [dialog.view.item(row, column) for row in range(9) for column in range(9)]
    card = viewer.stage.found
    assert [viewer.document().characterAt(at) for at in card] == ["\ufffc"]
    assert len(viewer.marks.coloured()) == 0  # the card shows it
    coloured = [item.text() for item in items if item and item.background().color().name() == LIGHT.found]
    assert coloured == ["冰山", "lone cell"]
    assert dialog.view.currentItem().text() == "冰山"
    dialog.close()


def test_a_text_is_found_in_the_page_in_whatever_form_it_stands(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page("<p>😀 Naïve compass, 臺灣 and Taiwan台湾 ﬁsh…</p><details>Ｓｎｏｗ</details>"))
    for text, found in (("naive", 1), ("PASS", 1), ("台湾", 2), ("fi", 1), ("SH..", 1), ("snow", 0), ("\u200b", 0)):
        assert len(viewer.occurrences(text)) == found, text
    viewer.reveal("snow")
    (place,) = viewer.occurrences("snow")
    assert hits.passage(viewer.document(), place).selectedText() == "Ｓｎｏｗ"

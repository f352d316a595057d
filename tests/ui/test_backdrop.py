"""What lies behind the text stands where the text does."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QTextCursor
from pytestqt.qtbot import QtBot

from reader.ui.looks.theme import LIGHT
from reader.ui.reading.article_viewer import ArticleViewer
from tests.viewing.pages import make_page


@pytest.fixture
def viewer(qtbot: QtBot) -> ArticleViewer:
    made = ArticleViewer(LIGHT, lambda _key: None)
    qtbot.addWidget(made)
    made.resize(666, 746)
    with qtbot.waitExposed(made):
        made.show()
    return made


def letters(viewer: ArticleViewer, text: str) -> QRectF:
    """Return the space from the top of the capitals to the baseline of that text, as it stands in the window."""
    line = viewer.cursorRect(viewer.document().find(text))
    metrics = QFontMetricsF(viewer.document().find(text).charFormat().font())
    baseline = line.top() + metrics.ascent()
    return QRectF(line.left(), baseline - metrics.capHeight(), 1, metrics.capHeight())


def bar(viewer: ArticleViewer) -> tuple[int, int]:
    """Return where the bar of the quotation begins and ends."""
    picture, colour = viewer.viewport().grab().toImage(), QColor(LIGHT.quote)
    left = round(viewer.document().rootFrame().frameFormat().leftMargin()) + 1
    rows = [y for y in range(picture.height()) if picture.pixelColor(left, y) == colour]
    return rows[0], rows[-1]


@pytest.mark.parametrize("words", ["One line.", "Many words of many lines. " * 20 + "End."])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_bar_of_a_quotation_is_as_far_below_its_letters_as_above_them(
    viewer: ArticleViewer, words: str, lang: str
) -> None:
    viewer.show_page(make_page(f"<p>Above.</p><blockquote>{words}</blockquote><p>Below.</p>", lang=lang))
    top, bottom = bar(viewer)
    above = letters(viewer, words[:3]).top() - top
    below = bottom - letters(viewer, words[-4:]).bottom()
    assert 0 < above < 12
    assert 0 < below < 12
    assert abs(above - below) < 4


@pytest.mark.parametrize("html", ["Words.<pre>code()</pre>", "<pre>code()</pre>"])
def test_the_bar_of_a_quotation_that_ends_in_code_ends_with_its_panel(viewer: ArticleViewer, html: str) -> None:
    viewer.show_page(make_page(f"<blockquote>{html}</blockquote><p>Below.</p>"))
    picture, margin = viewer.viewport().grab().toImage(), viewer.document().rootFrame().frameFormat().rightMargin()
    x, colour = round(picture.width() - margin - 20), QColor(LIGHT.code)
    panel = [y for y in range(picture.height()) if picture.pixelColor(x, y) == colour]
    assert 0 <= panel[-1] - bar(viewer)[1] <= 3


def frames(viewer: ArticleViewer) -> list[int]:
    """Return how wide the lower edges of the frames around keys are, from the left to the right."""
    picture, colour = viewer.viewport().grab().toImage(), QColor(LIGHT.control_line)
    rows = [[picture.pixelColor(x, y) == colour for x in range(picture.width())] for y in range(picture.height())]
    return [len([*same]) for inside, same in groupby(max(rows, key=sum)) if inside]


def test_a_key_has_one_frame_and_space_on_both_sides(viewer: ArticleViewer) -> None:
    viewer.show_page(make_page("<p>Use <kbd>Ctrl</kbd>+<kbd>⌘</kbd>键 now.</p>", lang="zh"))
    assert len(frames(viewer)) == 2
    plus = viewer.document().find("+").charFormat()
    key = viewer.document().find("⌘").charFormat()
    assert plus.fontLetterSpacing() > 2
    assert key.fontLetterSpacing() > 2


def test_a_key_among_words_that_run_to_the_left_has_its_own_frame(viewer: ArticleViewer) -> None:
    keys = "<kbd>Ctrl</kbd> + <kbd>C</kbd>"
    viewer.show_page(make_page(f"<p>Use {keys} now.</p>"))
    usual = frames(viewer)
    viewer.show_page(make_page(f"<p dir='rtl'>اضغط {keys} الآن</p>", lang="ar"))
    assert frames(viewer) == pytest.approx(usual, abs=1)


def test_long_code_is_laid_out_in_parts_on_one_panel(viewer: ArticleViewer) -> None:
    code = "\n".join(f"line {number}" for number in range(1, 1001))
    viewer.show_page(make_page(f"<pre>{code}</pre>"))
    document = viewer.document()
    parts, block = list[int](), document.begin()
    while block.isValid():
        parts.append(block.layout().lineCount())
        block = block.next()
    assert max(parts) <= 200
    # As if it were one: what is copied, where each line stands, what is painted behind.
    viewer.selectAll()
    assert viewer.createMimeDataFromSelection().text().endswith(code)
    viewer.moveCursor(QTextCursor.MoveOperation.Start)
    viewer.place_at_third(document.find("line 200"))
    tops = [viewer.cursorRect(document.find(f"line {number}")).top() for number in range(197, 205)]
    assert len({after - before for before, after in pairwise(tops)}) == 1
    shown, x = viewer.viewport().grab().toImage(), viewer.viewport().width() // 2
    assert {shown.pixelColor(x, y).name() for y in range(tops[0], tops[-1])} == {LIGHT.code}


def test_keys_in_a_paragraph_of_many_have_their_frames_wherever_it_is_read(viewer: ArticleViewer) -> None:
    words = " ".join(f"word{number} <kbd>k{number}</kbd>" for number in range(1000))
    viewer.show_page(make_page(f"<p>{words}</p>"))
    for number in (0, 500, 999):
        viewer.place_at_third(viewer.document().find(f"k{number}"))
        key = viewer.cursorRect(viewer.document().find(f"k{number}"))
        shown = viewer.viewport().grab().toImage()
        frame = {shown.pixelColor(key.left() - 3, key.center().y() + below).name() for below in range(5, 20)}
        assert LIGHT.control_line in frame

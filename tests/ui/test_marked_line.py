"""Lines with marks: what is found is in sight, and stands where it was found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from pytestqt.qtbot import QtBot

from reader.library.search.highlight import Snippet
from reader.ui.listing.marked_line import fit
from reader.ui.looks.fonts import application_font
from reader.ui.parts.set_lines import set_line, set_lines


@pytest.mark.parametrize(
    "text",
    [
        "snow falls",
        "Long before anybody had thought of it, and far from every road, snow falls on the pass for days on end",
        "很久以前，在没有人想到过的地方，离所有的路都很远，山口上连下了好几天的 snow，谁也过不去，只好等待",
        "🙂🙂🙂 " * 20 + "snow",
        "x" * 100 + "snow",
    ],
)
@pytest.mark.parametrize("width", [60, 200, 320])
def test_what_is_found_is_in_sight(qtbot: QtBot, text: str, width: int) -> None:
    font = application_font("en")
    start = text.index("snow")
    shown = fit(Snippet(text, ((start, start + 4),)), font, width)
    assert [shown.text[begin:end] for begin, end in shown.marks] == ["snow"]
    assert QFontMetrics(font).horizontalAdvance(shown.text) <= width


def test_marks_beyond_the_end_are_left_away(qtbot: QtBot) -> None:
    text = "snow " + "and so on " * 20 + "snow"
    shown = fit(Snippet(text, ((0, 4), (len(text) - 4, len(text)))), application_font("en"), 200)
    assert shown.marks == ((0, 4),)
    assert shown.text.endswith("…")


def test_the_colour_stands_behind_the_mark_and_nowhere_else(qtbot: QtBot) -> None:
    image = QImage(200, 20, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    font = application_font("en")
    text = "🙂a snow b"
    with QPainter(image) as painter:
        set_line(text, font, [(3, 7)]).draw(painter, QRect(0, 0, 200, 20), "#00ff00")
    metrics = QFontMetrics(font)
    left, right = (metrics.horizontalAdvance(text[:at]) for at in (3, 7))
    green = [x for x in range(200) if image.pixelColor(x, 3).name() == "#00ff00"]
    assert abs(green[0] - left) <= 3
    assert abs(green[-1] - right) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "short",
        "",
        "How an index of a million articles was rebuilt in a week, and what was learned on the way to it and back",
        "很久以前，在没有人想到过的地方，离所有的路都很远，山口上连下了好几天的雪，谁也过不去，只好等待天晴再说",
        "🙂" * 60,
        "i" * 1000,
        "x" * 1000,
    ],
)
@pytest.mark.parametrize("most", [1, 2])
def test_lines_have_room_and_say_what_a_text_begins_with(qtbot: QtBot, text: str, most: int) -> None:
    lines = set_lines(text, application_font("en"), 200, most)
    assert len(lines) <= most
    assert all(line.width <= 200 for line in lines)
    said = "".join(line.text for line in lines)
    assert said == text or (said.endswith("…") and text.startswith(said[:-1].rstrip()) and len(lines) == most)

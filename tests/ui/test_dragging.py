"""Articles are dragged out of the list, as files or as links."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.main_window import MainWindow
from tests.factories import write_picture
from tests.importing.folders import bring_in, write_post
from tests.ui.windows import MakeWindow, idle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(library: Library, tmp_path: Path, make_window: MakeWindow) -> MainWindow:
    blog = tmp_path / "blog"
    write_post(blog, "source/_posts/a.md", "Snow & ice\nlink: https://example.org/snow", "White.\n\n![](/hills.png)")
    write_post(blog, "source/_posts/b.md", "Tea", "Hot.", "2021-01-01 10:00:00")
    write_picture(blog / "source/hills.png", (60, 40))
    bring_in(library, blog)
    return make_window()


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[Path], str, str]]:
    """What was dragged: files, text, HTML. The mouse button stays down."""
    seen: list[tuple[list[Path], str, str]] = []

    def begin(drag: QDrag, _action: Qt.DropAction) -> Qt.DropAction:
        data = drag.mimeData()
        seen.append(([Path(url.toLocalFile()) for url in data.urls()], data.text(), data.html()))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", begin)
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: LEFT)
    return seen


def drag_row(window: MainWindow, number: int) -> None:
    view, model = window.list_pane.list, window.list_pane.model
    place = view.visualRect(model.index(model.row_of(model.ids[number]))).topLeft() + QPoint(80, 20)
    QTest.mousePress(view.viewport(), LEFT, pos=place)
    QTest.mouseMove(view.viewport(), place + QPoint(0, 3))
    QTest.mouseMove(view.viewport(), place + QPoint(60, 30))
    QTest.mouseRelease(view.viewport(), LEFT, pos=place + QPoint(60, 30))


def test_an_article_is_dragged_as_a_file_and_as_its_link(
    window: MainWindow, qtbot: QtBot, dragged: list[tuple[list[Path], str, str]]
) -> None:
    drag_row(window, 0)
    qtbot.waitUntil(lambda: bool(dragged))
    ((files, text, html),) = dragged
    assert [file.name for file in files] == ["Snow & ice.html"]
    page = files[0].read_text("utf-8")
    assert "<h1>Snow &amp; ice</h1>" in page
    assert "data:image/png;base64," in page
    assert text == "https://example.org/snow"
    assert html == '<a href="https://example.org/snow">Snow &amp; ice</a>'
    qtbot.waitUntil(lambda: idle(window))


def test_all_that_is_selected_is_dragged_in_the_form_of_the_last_export(
    window: MainWindow, qtbot: QtBot, dragged: list[tuple[list[Path], str, str]]
) -> None:
    window.sharing.dragging._settings.set("export_format", "markdown")
    window.list_pane.list.select_all()
    drag_row(window, 1)
    qtbot.waitUntil(lambda: bool(dragged))
    ((files, text, _),) = dragged
    assert [file.name for file in files] == ["Snow & ice.md", "Tea.md", "assets"]
    assert text == "https://example.org/snow\nTea"
    # A click that was none leaves the selection as it is.
    assert window.list_pane.list.count() == 2
    drag_row(window, 1)
    qtbot.waitUntil(lambda: len(dragged) == 2 and idle(window))
    assert not files[0].exists()
    assert dragged[1][0][0].exists()


def test_the_picture_under_the_mouse_tells_of_many_that_they_are(
    window: MainWindow, qtbot: QtBot, dragged: list[tuple[list[Path], str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures: list[QImage] = []

    def begin(drag: QDrag, _action: Qt.DropAction) -> Qt.DropAction:
        pictures.append(drag.pixmap().toImage())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", begin)
    view, accent = window.list_pane.list, window.palette().accent().color()
    drag_row(window, 1)
    qtbot.waitUntil(lambda: len(pictures) == 1 and idle(window))
    view.select_all()
    drag_row(window, 1)
    qtbot.waitUntil(lambda: len(pictures) == 2 and idle(window))
    badge = QPoint(pictures[0].width() - 31, 17)
    assert [picture.pixelColor(badge) == accent for picture in pictures] == [False, True]


def test_who_lets_go_at_once_drags_nothing(
    window: MainWindow, qtbot: QtBot, dragged: list[tuple[list[Path], str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.NoButton)
    drag_row(window, 0)
    qtbot.waitUntil(lambda: idle(window))
    assert dragged == []

"""Pictures in full: opened from the page, gone through, zoomed, moved, copied, saved, played."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from threading import Event
from typing import IO, Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.document.pictures import decode
from reader.ui.main_window import MainWindow
from reader.ui.reading.lightbox import Lightbox
from tests.factories import write_picture
from tests.importing.folders import bring_in, write_post
from tests.ui.windows import MakeWindow, idle

Key = Qt.Key


@pytest.fixture
def window(library: Library, make_window: MakeWindow, tmp_path: Path) -> MainWindow:
    posts = tmp_path / "blog" / "source" / "_posts"
    write_picture(posts / "large.png", (3000, 2000), "red")
    write_picture(posts / "small.png", (80, 60), "blue")
    frames = [Image.new("RGB", (90, 60), colour) for colour in ("red", "lime", "blue")]
    frames[0].save(posts / "moving.gif", save_all=True, append_images=frames[1:], duration=30, loop=0)
    body = "![Large](large.png)\n\n![Small](small.png)\n\n![Moving](moving.gif)"
    write_post(posts, "all.md", "All", body)
    bring_in(library, tmp_path / "blog")
    return make_window()


@pytest.fixture
def box(qtbot: QtBot, window: MainWindow) -> Lightbox:
    """Opened with Tab and Enter on the first picture of the page."""
    window.list_pane.list.choose(window.list_pane.model.ids[0])
    viewer = window.reader.viewer
    qtbot.waitUntil(lambda: viewer.page() is not None and idle(window))
    viewer.setFocus()
    QTest.keyClick(viewer, Key.Key_Tab)
    QTest.keyClick(viewer, Key.Key_Return)
    shown(qtbot, window.lightbox.box, 3000)
    return window.lightbox.box


def shown(qtbot: QtBot, box: Lightbox, width: int) -> None:
    qtbot.waitUntil(lambda: box.canvas.image().width() == width)


def test_pictures_are_gone_through_by_key(qtbot: QtBot, window: MainWindow, box: Lightbox) -> None:
    assert (box.accessibleName(), box.accessibleDescription()) == ("Picture 1 of 3", "Large")
    assert box.hasFocus()
    QTest.keyClick(box, Key.Key_Right)
    shown(qtbot, box, 80)
    assert box.caption.text() == "Small"
    QTest.keyClick(box, Key.Key_PageDown)
    shown(qtbot, box, 90)
    QTest.keyClick(box, Key.Key_PageDown)
    QTest.keyClick(box, Key.Key_PageUp)
    shown(qtbot, box, 80)
    QTest.keyClick(box, Key.Key_Escape)
    assert not box.isVisible()
    assert window.reader.viewer.hasFocus()


def test_pictures_that_were_only_passed_are_not_decoded(
    qtbot: QtBot, box: Lightbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, decoded = Event(), list[str]()

    def slowly(path: Path, *size: int) -> QImage:
        held.wait(20)
        decoded.append(path.name)
        return decode(path, *size)

    monkeypatch.setattr("reader.ui.reading.frames.decode", slowly)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Right):
        QTest.keyClick(box, key)
    held.set()
    shown(qtbot, box, 90)
    assert len(decoded) <= 2


def test_zoom_keeps_what_lies_under_the_pointer(box: Lightbox) -> None:
    canvas = box.canvas
    fitted = canvas.scale()
    assert fitted < 1
    at = QPointF(canvas.rect().center()) + QPointF(200, 100)
    for _ in range(5):
        QTest.keyClick(box, Key.Key_Plus)
    before = canvas._to_picture(at)
    angle, none = QPoint(0, 120), Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        at, at, QPoint(), angle, none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    for _ in range(8):
        canvas.wheelEvent(wheel)
    assert canvas.scale() > 1
    assert (canvas._to_picture(at) - before).manhattanLength() < 1
    QTest.keyClick(box, Key.Key_0)
    assert canvas.scale() == fitted


def test_a_large_picture_is_moved_by_hand_and_by_key(box: Lightbox) -> None:
    canvas = box.canvas
    for _ in range(8):
        QTest.keyClick(box, Key.Key_Plus)
    before = QPointF(canvas._centre)
    QTest.keyClick(box, Key.Key_Right)
    assert canvas._centre.x() > before.x()
    middle = canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(canvas, middle + QPoint(0, 80))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, 80))
    assert canvas._centre.y() < before.y()
    assert box.isVisible()


def test_a_picture_that_moves_plays_on_click(qtbot: QtBot, box: Lightbox) -> None:
    QTest.keyClick(box, Key.Key_PageDown)
    QTest.keyClick(box, Key.Key_PageDown)
    shown(qtbot, box, 90)
    seen: set[str] = set()
    box.frames.played.connect(lambda image: seen.add(image.pixelColor(5, 5).name()))
    QTest.mouseClick(box.canvas, Qt.MouseButton.LeftButton, pos=box.canvas.rect().center())
    qtbot.waitUntil(lambda: seen == {"#ff0000", "#00ff00", "#0000ff"})
    QTest.mouseClick(box.canvas, Qt.MouseButton.LeftButton, pos=box.canvas.rect().center())
    assert not box.frames.playing


def test_a_picture_is_copied_and_saved_as_it_is(
    qtbot: QtBot, window: MainWindow, box: Lightbox, tmp_path: Path
) -> None:
    QTest.keyClick(box, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().image().width() == 3000
    QTest.keyClick(box, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    (dialog,) = window.findChildren(QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Large.png"]
    dialog.fileSelected.emit(str(tmp_path / "copy.png"))
    original = (tmp_path / "blog/source/_posts/large.png").read_bytes()
    qtbot.waitUntil(lambda: (tmp_path / "copy.png").exists() and (tmp_path / "copy.png").read_bytes() == original)
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "copy.png"))
    qtbot.waitUntil(lambda: "could not be saved" in window.toast.accessibleName())
    dialog.close()


def test_a_picture_is_offered_no_name_of_a_device(
    qtbot: QtBot, window: MainWindow, box: Lightbox, tmp_path: Path
) -> None:
    box.copies.ask(tmp_path / "blog/source/_posts/large.png", "Con")
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    (dialog,) = window.findChildren(QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Con_.png"]
    dialog.close()


def test_a_full_disk_leaves_no_half_a_picture_and_the_file_that_was_there(
    qtbot: QtBot, window: MainWindow, box: Lightbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(source: IO[bytes], copy: IO[bytes]) -> None:
        copy.write(source.read(100))
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", half)
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "old.png").write_bytes(b"what was there")
    QTest.keyClick(box, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    (dialog,) = window.findChildren(QFileDialog)
    for name in ("new.png", "old.png"):
        window.toast.dismiss()
        qtbot.waitUntil(lambda: not window.toast.isVisible())
        dialog.fileSelected.emit(str(folder / name))
        qtbot.waitUntil(lambda: window.toast.isVisible() and "No space left" in window.toast.accessibleName())
    assert [file.read_bytes() for file in folder.iterdir()] == [b"what was there"]
    dialog.close()


def test_a_drive_that_hangs_holds_no_picture_up(
    qtbot: QtBot, window: MainWindow, box: Lightbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClick(box, Key.Key_PageDown)
    QTest.keyClick(box, Key.Key_PageDown)
    shown(qtbot, box, 90)
    go_on, open_file = Event(), Path.open

    def hang(*args: Any, **more: Any) -> Any:
        go_on.wait(20)
        return open_file(*args, **more)

    monkeypatch.setattr(Path, "open", hang)
    QTest.keyClick(box, Key.Key_Space)
    QTest.keyClick(box, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert box.frames.playing
    assert not window.findChildren(QFileDialog)
    with qtbot.waitSignal(box.frames.played):
        go_on.set()
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    window.findChildren(QFileDialog)[0].close()


def test_every_button_has_a_name_and_tab_stays_within(window: MainWindow, box: Lightbox) -> None:
    assert all(button.accessibleName() for button in box.buttons.values())
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Key.Key_Tab)
        assert box.isAncestorOf(window.focusWidget())


def test_keys_of_the_window_do_nothing_below(window: MainWindow, box: Lightbox) -> None:
    sidebar = window.sidebar.isVisible()
    for part in (box, box.buttons["save"]):
        part.setFocus()
        QTest.keyClick(part, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(part, Key.Key_F6)
        QTest.keyClick(part, Key.Key_F9)
        assert part.hasFocus()
    assert window.sidebar.isVisible() is sidebar
    QTest.keyClick(box, Key.Key_Escape)
    assert window.reader.viewer.hasFocus()
    QTest.keyClick(window.reader.viewer, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.list_pane.search.hasFocus()


def test_the_keys_that_the_user_gave_it_end_the_program_from_a_picture(window: MainWindow, box: Lightbox) -> None:
    window.actions_.keys.assign("quit", ["Ctrl+W"])
    QTest.keyClick(box, Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert window.isVisible()
    QTest.keyClick(box, Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()


def test_the_usual_keys_end_it_from_a_picture(window: MainWindow, box: Lightbox) -> None:
    QTest.keyClick(box, Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()


def test_a_click_beside_the_picture_puts_it_away(box: Lightbox) -> None:
    QTest.mouseClick(box.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not box.isVisible()

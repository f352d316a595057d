"""A library that an older program made is updated before the window is there, under a sign of life."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from reader.domain import LibraryError
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store import schema
from reader.library.store.database import FILE_NAME, is_older
from reader.ui.keeping import library_opener
from reader.ui.keeping.library_opener import LibraryOpener
from reader.ui.waiting import Wait
from tests.factories import make_post
from tests.library.test_library import add
from tests.test_migrations import make_old


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library of the version before."""
    with Library(tmp_path / "library") as library:
        add(library, make_post(1))
    make_old(tmp_path / "library", schema.VERSION - 1)
    return tmp_path / "library"


def boxes() -> list[QProgressDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QProgressDialog) and each.isVisible()]


def test_the_window_s_thread_goes_on_while_a_library_is_updated(
    qapp: QApplication, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    go_on = threading.Event()

    def open_later(folder: Path, *, locked: bool) -> Library:
        """Open it when the window's thread has looked."""
        go_on.wait()
        return open_library(folder, locked=locked)

    def look() -> None:
        seen.extend(box.labelText() for box in boxes())
        go_on.set()

    monkeypatch.setattr(library_opener, "open_library", open_later)
    QTimer.singleShot(20, look)
    LibraryOpener(old).open()
    assert len(seen) == 1
    assert "updated" in seen[0]
    assert boxes() == []
    assert not is_older(old / FILE_NAME)
    with Library(old) as library:
        assert library.check() == []


@pytest.mark.parametrize("way", [QWidget.close, lambda box: QTest.keyClick(box, Qt.Key.Key_Escape)], ids=["x", "esc"])
def test_the_sign_of_life_cannot_be_put_away(qapp: QApplication, way: Callable[[QWidget], object]) -> None:
    seen: list[int] = []
    go_on = threading.Event()

    def put_away() -> None:
        way(boxes()[0])
        QTimer.singleShot(0, look)

    def look() -> None:
        seen.append(len(boxes()))
        go_on.set()

    QTimer.singleShot(20, put_away)
    assert Wait("Please wait").run(go_on.wait)
    assert (seen, boxes()) == ([1], [])


@pytest.mark.parametrize("made", [True, False])
def test_a_library_of_today_or_none_opens_without_a_word(
    qapp: QApplication, tmp_path: Path, made: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if made:
        Library(tmp_path).close()
    monkeypatch.setattr(QProgressDialog, "show", lambda _box: pytest.fail("there is nothing to wait for"))
    LibraryOpener(tmp_path).open()
    assert (tmp_path / FILE_NAME).exists()


def test_an_update_that_is_refused_says_why(qapp: QApplication, old: Path) -> None:
    with closing(sqlite3.connect(old / FILE_NAME)) as db:
        db.execute("PRAGMA application_id = 1")
    with pytest.raises(LibraryError, match="not a Broadsheet library"):
        LibraryOpener(old).open()
    assert boxes() == []

"""A library that cannot be opened: what is offered before there is a window, and what becomes of it."""

from __future__ import annotations

import errno
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reader.app import open_session
from reader.library.keeping.backups import back_up, backups
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store.database import FILE_NAME
from reader.ui.settings import Settings
from tests.factories import write_posts
from tests.importing.folders import bring_in
from tests.library.test_backups import damage
from tests.library.test_journal import read_titles
from tests.library.test_library import titles
from tests.ui.questions import Press, press, shown
from tests.ui.windows import MakeWindow

__all__ = ["press", "shown"]


@pytest.fixture
def damaged(library: Library, tmp_path: Path) -> Path:
    """The folder of a library that was backed up, and damaged after an article was read."""
    bring_in(library, write_posts(tmp_path / "blog", 3))
    list(back_up(library.folder))
    library.set_read([1], read=True)
    library.close()
    damage(library.folder / FILE_NAME)
    return library.folder


def start(folder: Path, ini: Path) -> bool:
    session = open_session(folder, Settings(ini))
    if isinstance(session, int):
        return False
    session.close()
    return True


@pytest.mark.parametrize("way", ["Restore the backup of", "Repair"])
def test_a_damaged_library_is_rescued_with_all_marks(
    damaged: Path, ini: Path, press: Press, shown: list[QMessageBox], way: str
) -> None:
    if way == "Repair":
        # So that something is left to be repaired.
        data = backups(damaged)[0].file.read_bytes()
        (damaged / FILE_NAME).write_bytes(data[:-100])
    press(way)
    assert start(damaged, ini)
    assert "damaged" in shown[0].text()
    assert str(damaged) in shown[0].informativeText()
    with open_library(damaged) as library:
        assert len(titles(library)) == 3
        assert len(read_titles(library)) == 1
        assert library.check() == []


def test_where_nothing_can_be_read_the_question_says_so_and_stays(
    damaged: Path, ini: Path, press: Press, shown: list[QMessageBox]
) -> None:
    (damaged / FILE_NAME).write_bytes(b"\xa5" * 50_000)
    press("Repair")
    press("Quit")
    assert not start(damaged, ini)
    assert "Nothing of the library can be read" in shown[1].text()
    assert (damaged / FILE_NAME).read_bytes() == b"\xa5" * 50_000


def test_a_library_that_was_begun_anew_reads_its_folders(
    damaged: Path, ini: Path, press: Press, make_window: MakeWindow, qtbot: QtBot
) -> None:
    press("Read the folders again")
    assert start(damaged, ini)
    window = make_window()
    qtbot.waitUntil(lambda: len(window.list_pane.model.ids) == 3, timeout=20_000)
    qtbot.waitUntil(lambda: not window.runner.running)
    with open_library(damaged) as library:
        assert len(read_titles(library)) == 1
        assert not library.rebuild_wanted()


def test_a_newer_library_is_refused_and_nothing_is_offered_but_another(
    library: Library, ini: Path, press: Press, shown: list[QMessageBox]
) -> None:
    library._db.execute("PRAGMA user_version = 999")
    library.close()
    press("Quit")
    assert not start(library.folder, ini)
    assert "newer Broadsheet" in shown[0].text()
    assert [button.text().replace("&", "") for button in shown[0].buttons() if "Restore" in button.text()] == []


@pytest.mark.parametrize(
    ("way", "words"),
    [("file", "not a Broadsheet library"), ("full disk", "disk is full"), ("somebody else's", "permissions")],
)
def test_a_folder_that_cannot_be_made_is_named_with_the_reason(
    tmp_path: Path,
    ini: Path,
    press: Press,
    shown: list[QMessageBox],
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    words: str,
) -> None:
    folder = tmp_path / "library"
    if way == "file":
        folder.touch()
    else:
        refused = OSError(errno.ENOSPC if way == "full disk" else errno.EACCES, "refused")
        monkeypatch.setattr(Path, "mkdir", Mock(side_effect=refused))
    press("Quit")
    assert not start(folder, ini)
    (box,) = shown
    assert words in box.text()
    assert box.informativeText() == str(folder)

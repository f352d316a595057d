"""While nothing is asked for, the window makes the day's backup."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.domain import ImportOptions, LibraryError
from reader.library.keeping.backups import FOLDER, back_up, backups
from reader.library.library import Library
from reader.library.marking.journal import FILE_NAME as JOURNAL
from reader.library.store.database import FILE_NAME
from reader.ui.importing.runner import ImportRunner
from reader.ui.keeping import safekeeping
from reader.ui.keeping.safekeeping import Safekeeping
from reader.ui.session import LibrarySession
from tests.factories import make_post, write_posts
from tests.library.test_backups import damage
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle


def test_an_idle_window_backs_its_library_up(
    make_window: MakeWindow, qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, make_post(1))
    library.set_read([1], read=True)
    (library.folder / JOURNAL).unlink()
    monkeypatch.setattr(safekeeping, "IDLE_MS", 50)
    window = make_window()
    qtbot.waitUntil(lambda: len(backups(library.folder)) == 1)
    # What an older program marked is in the journal, too.
    assert (library.folder / JOURNAL).exists()
    qtbot.waitUntil(lambda: not window.upkeep.safekeeping.under_way)
    window.session.note_opened(1)
    qtbot.waitUntil(lambda: idle(window) and not window.upkeep.safekeeping.under_way)
    assert len(backups(library.folder)) == 1


def test_the_first_backup_is_of_what_was_imported_not_of_the_empty_library_before(
    make_window: MakeWindow, qtbot: QtBot, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[Library] = []
    compact = Library.compact_marks

    def seen(library: Library) -> Iterator[None]:
        rounds.append(library)
        return compact(library)

    monkeypatch.setattr(Library, "compact_marks", seen)
    monkeypatch.setattr(safekeeping, "IDLE_MS", 1)
    window = make_window()
    keeping = window.upkeep.safekeeping
    qtbot.waitUntil(lambda: bool(rounds) and not keeping.under_way)
    assert backups(library.folder) == []
    window.runner.start(write_posts(tmp_path / "blog", 2), ImportOptions())
    qtbot.waitUntil(lambda: len(backups(library.folder)) == 1)
    qtbot.waitUntil(lambda: not keeping.under_way)
    with closing(sqlite3.connect(backups(library.folder)[0].file)) as copy:
        assert copy.execute("SELECT count(*) FROM article").fetchone() == (2,)


def test_it_waits_for_who_needs_the_library_alone(
    qtbot: QtBot, session: LibrarySession, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, make_post(1))

    def at_leisure(folder: Path) -> Iterator[object]:
        for step in back_up(folder):
            while True:
                yield step

    monkeypatch.setattr("reader.library.keeping.backups.back_up", at_leisure)
    monkeypatch.setattr(safekeeping, "IDLE_MS", 1)
    keeping = Safekeeping(session, ImportRunner(session))
    qtbot.waitUntil(lambda: bool(list((library.folder / FOLDER).glob("*.part"))))
    still: list[int] = []
    session.hold(lambda: still.append(1))
    qtbot.waitUntil(lambda: still == [1])
    session.release()
    keeping.stop()
    qtbot.waitUntil(lambda: not keeping.under_way)
    assert not list((library.folder / FOLDER).glob("*.part"))


def test_a_library_that_turns_out_to_be_damaged_is_told(
    qtbot: QtBot, session: LibrarySession, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, *(make_post(number, text="Snow. " * 2000) for number in range(40)))
    library._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    damage(library.folder / FILE_NAME)
    monkeypatch.setattr(safekeeping, "IDLE_MS", 1)
    told: list[LibraryError] = []
    session.refused.connect(told.append)
    keeping = Safekeeping(session, ImportRunner(session))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].kind == "damaged"
    keeping.stop()
    qtbot.waitUntil(lambda: not keeping.under_way)
    assert backups(library.folder) == []

"""When nothing was asked for a while, the library is tidied; it gives way at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.library.store.database import FILE_NAME
from reader.ui.importing.runner import ImportRunner
from reader.ui.keeping import upkeep
from reader.ui.keeping.upkeep import Upkeep
from reader.ui.session import LibrarySession
from tests.factories import make_post, write_posts
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle


def log_size(library: Library) -> int:
    return library.file.with_name(f"{FILE_NAME}-wal").stat().st_size


def test_an_idle_window_tidies_its_library(
    make_window: MakeWindow, qtbot: QtBot, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "IDLE_MS", 50)
    window = make_window()
    window.runner.start(write_posts(tmp_path / "site", 30))
    qtbot.waitUntil(lambda: len(window.list_pane.model.ids) == 30 and not window.runner.running)
    qtbot.waitUntil(lambda: log_size(library) == 0)
    window.session.note_opened(window.list_pane.model.ids[0])
    qtbot.waitUntil(lambda: library.counts(0).unread == 29 and log_size(library) == 0)
    qtbot.waitUntil(lambda: idle(window))


def test_a_log_that_somebody_reads_is_emptied_later(
    qtbot: QtBot, session: LibrarySession, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, make_post(1))
    begun: list[int] = []
    monkeypatch.setattr(upkeep, "IDLE_MS", 1)
    with closing(sqlite3.connect(library.file, isolation_level=None)) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM article").fetchone()
        add(library, make_post(2))
        real = upkeep._tidy

        def tidy(opened: Library) -> Iterator[bool]:
            begun.append(1)
            return real(opened)

        monkeypatch.setattr(upkeep, "_tidy", tidy)
        keeping = Upkeep(session, ImportRunner(session))
        qtbot.waitUntil(lambda: len(begun) > 1)
        assert log_size(library) > 0
    qtbot.waitUntil(lambda: log_size(library) == 0)
    keeping.stop()
    qtbot.waitUntil(lambda: not keeping.under_way)


def test_it_gives_way_to_what_is_done(
    qtbot: QtBot, session: LibrarySession, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "IDLE_MS", 1)
    begun: list[int] = []
    given_up: list[int] = []

    def endless(_library: Library) -> Iterator[None]:
        begun.append(1)
        try:
            while True:
                yield
        finally:
            given_up.append(1)

    monkeypatch.setattr(upkeep, "_tidy", endless)
    keeping = Upkeep(session, ImportRunner(session))
    (article,) = add(library, make_post(1))
    qtbot.waitUntil(lambda: len(begun) == 1)
    assert keeping.under_way
    session.note_opened(article)
    qtbot.waitUntil(lambda: len(given_up) == 1)
    assert library.counts(0).unread == 0
    qtbot.waitUntil(lambda: len(begun) == 2)
    keeping.stop()
    qtbot.waitUntil(lambda: not keeping.under_way)


def test_it_waits_for_the_end_of_an_import(
    qtbot: QtBot, session: LibrarySession, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "IDLE_MS", 1)
    runner = ImportRunner(session)
    runner.start(write_posts(tmp_path / "site", 40))
    keeping = Upkeep(session, runner)
    together: list[bool] = []
    runner.progressed.connect(lambda _progress: together.append(keeping.under_way))
    with qtbot.waitSignal(runner.finished, timeout=30_000):
        pass
    assert together
    assert not any(together)
    qtbot.waitUntil(lambda: log_size(library) == 0)
    keeping.stop()
    qtbot.waitUntil(lambda: not keeping.under_way)

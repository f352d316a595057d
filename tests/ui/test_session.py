"""Jobs run beside the window and answer on its thread; what the user did can be taken back."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery, Changes, LibraryError, MarkKind, State
from reader.library.library import Library
from reader.ui import session as session_module
from reader.ui import undoing
from reader.ui.session import LibrarySession
from tests.factories import make_post
from tests.library.test_library import add, titles

UNREAD = ArticleQuery(state=State.UNREAD)
LATER = ArticleQuery(state=State.BOOKMARKED)


@pytest.fixture
def ids(library: Library) -> list[int]:
    return add(library, make_post(1), make_post(2), make_post(3))


@pytest.fixture
def settled(qtbot: QtBot, session: LibrarySession) -> Callable[[], None]:
    """Wait until every job has ended and was heard of."""
    return lambda: qtbot.waitUntil(lambda: not session._tasks)


def test_an_answer_arrives_on_the_window_s_thread(qtbot: QtBot, session: LibrarySession) -> None:
    threads: list[QThread] = []

    def job(_library: Library) -> QThread:
        return QThread.currentThread()

    def done(worker: QThread) -> None:
        threads.extend((worker, QThread.currentThread()))

    session.read(job, done)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] is not threads[1]
    assert threads[1] is QCoreApplication.instance().thread()  # type: ignore[union-attr]


@pytest.mark.parametrize("now", ["gone", "another"])
def test_a_library_that_is_no_longer_there_takes_no_marks(
    session: LibrarySession, settled: Callable[[], None], ids: list[int], tmp_path: Path, now: str
) -> None:
    """Its drive was taken out, or its folder renamed: an empty one made in its place would swallow them unseen."""
    refused: list[LibraryError] = []
    session.refused.connect(refused.append)
    session.folder.rename(tmp_path / "elsewhere")
    if now == "another":
        with Library(session.folder) as other:
            add(other, make_post(4), make_post(5), make_post(6))
    session.mark_read(ids, read=True, text="")
    settled()
    assert [error.kind for error in refused] == ["cannot-open"]
    assert session.folder.exists() is (now == "another")
    with Library(tmp_path / "elsewhere", writing=False) as library:
        assert titles(library, UNREAD) == ["Post 3", "Post 2", "Post 1"]


def test_progress_comes_in_order(session: LibrarySession, settled: Callable[[], None]) -> None:
    seen: list[int] = []
    session.look(lambda _library: iter(range(100)), seen.append, print)
    settled()
    assert seen == list(range(100))


def test_a_job_is_never_far_ahead_of_who_hears_of_it(session: LibrarySession, settled: Callable[[], None]) -> None:
    seen: list[int] = []
    ahead: list[int] = []

    def job(_library: Library) -> Iterator[int]:
        for number in range(3000):
            ahead.append(number - len(seen))
            yield number

    session.look(job, seen.append, print)
    settled()
    assert seen == list(range(3000))
    assert max(ahead) <= 200


def test_a_cancelled_job_is_closed_and_not_heard_of(
    qtbot: QtBot, session: LibrarySession, settled: Callable[[], None]
) -> None:
    said: list[str] = []
    asked = threading.Event()

    def job(_library: Library) -> Iterator[str]:
        try:
            yield "first"
            asked.wait(10)
            yield "second"
        finally:
            said.append("closed")

    task = session.look(job, said.append, said.append)
    qtbot.waitUntil(lambda: said == ["first"])
    task.cancel()
    asked.set()
    settled()
    assert said == ["first", "closed"]


def test_an_answer_on_its_way_is_not_heard_after_cancel(session: LibrarySession, settled: Callable[[], None]) -> None:
    heard: list[int] = []
    task = session.read(lambda _library: 1, heard.append)
    for pool in session._pools.values():
        pool.waitForDone()
    task.cancel()
    settled()
    assert heard == []


@pytest.mark.parametrize("kind", ["disk-full", "locked"])
def test_what_the_environment_refuses_is_told(qtbot: QtBot, session: LibrarySession, kind: str) -> None:
    def job(library: Library) -> None:
        raise LibraryError(kind, library.folder, "Free some space.")

    with qtbot.waitSignal(session.refused) as told:
        session.write(job)
    assert told.args[0].kind == kind


def test_a_long_job_hears_its_own_refusal(qtbot: QtBot, session: LibrarySession) -> None:
    refused: list[LibraryError] = []

    def job(library: Library) -> Iterator[int]:
        yield 1
        raise LibraryError("disk", library.folder, "Check the disk.")

    with qtbot.assertNotEmitted(session.refused):
        session.run(job, failed=refused.append)
        qtbot.waitUntil(lambda: bool(refused))


def test_a_fault_of_ours_goes_to_the_hook(
    qtbot: QtBot, session: LibrarySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: faults.append(kind))

    def job(_library: Library) -> None:
        raise ZeroDivisionError

    session.write(job)
    qtbot.waitUntil(lambda: faults == [ZeroDivisionError])


def test_marks_that_were_made_are_written_before_the_end(library: Library, ids: list[int]) -> None:
    session = LibrarySession(library.folder)
    for article in ids:
        session.toggle([article], MarkKind.BOOKMARK, text="Read later")
    session.close()
    assert len(titles(library, LATER)) == 3


def test_nothing_is_heard_of_after_the_end(qtbot: QtBot, library: Library, ids: list[int]) -> None:
    session = LibrarySession(library.folder)
    heard: list[object] = []
    session.changed.connect(heard.append)
    session.mark_read(ids, read=True, text="Mark as read")
    session.read(lambda library: library.categories(), heard.append)
    session.close()
    session.read(lambda library: library.categories(), heard.append)
    qtbot.waitUntil(lambda: not session._tasks)
    QCoreApplication.sendPostedEvents()
    assert heard == []


def test_the_end_waits_for_a_long_job_to_close(library: Library) -> None:
    session = LibrarySession(library.folder)
    running = threading.Event()
    closed: list[bool] = []

    def job(_library: Library) -> Iterator[int]:
        try:
            while True:
                running.set()
                yield 1
        finally:
            closed.append(True)

    session.run(job)
    assert running.wait(10)
    session.close()
    assert closed == [True]


def test_the_end_breaks_a_long_question_off(session: LibrarySession) -> None:
    running = threading.Event()
    answered: list[object] = []

    def job(library: Library) -> None:
        running.set()
        # Some ten seconds.
        many = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 50000000) SELECT max(x) FROM n"
        answered.extend(library._db.execute(many))

    session.read(job, answered.append)
    assert running.wait(10)
    session.close()
    assert answered == []
    assert not session.hangs


def test_a_drive_that_hangs_does_not_keep_the_window_open(
    library: Library, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "_PATIENCE_MS", 50)
    session = LibrarySession(library.folder)
    reached, answers = threading.Event(), threading.Event()

    def job(_library: Library) -> Iterator[int]:
        reached.set()
        answers.wait(60)  # as a look at a file may
        yield 1

    session.run(job)
    assert reached.wait(10)
    session.mark_read(ids, read=True, text="Mark as read")
    session.close()
    assert session.hangs
    assert titles(library, UNREAD) == []
    answers.set()
    for pool in session._pools.values():
        pool.waitForDone()


def test_jobs_that_ended_are_let_go(session: LibrarySession, settled: Callable[[], None]) -> None:
    class Answer:
        pass

    kept: list[weakref.ref[Any]] = []

    def ask() -> None:
        words = Answer()
        kept.append(weakref.ref(words))
        task = session.read(lambda _library: repr(words), lambda _answer: None)
        kept.append(weakref.ref(task))

    for _ in range(5):
        ask()
    settled()
    QCoreApplication.sendPostedEvents()
    gc.collect()
    assert [each() for each in kept] == [None] * 10


# --- undo


def test_reading_is_undone_and_done_again(
    library: Library, session: LibrarySession, ids: list[int], settled: Callable[[], None]
) -> None:
    session.mark_read(ids[:1], read=True, text="Mark as read")
    assert session.undo_stack.undoText() == "Mark as read"
    session.undo_stack.undo()
    settled()
    assert len(titles(library, UNREAD)) == 3
    session.undo_stack.redo()
    settled()
    assert len(titles(library, UNREAD)) == 2


def test_undoing_mark_all_restores_only_what_it_changed(
    library: Library, session: LibrarySession, ids: list[int], settled: Callable[[], None]
) -> None:
    library.set_read(ids[:1], read=True)
    session.mark_read(ids, read=True, text="Mark all as read")
    settled()
    assert titles(library, UNREAD) == []
    session.undo_stack.undo()
    settled()
    assert titles(library, UNREAD) == ["Post 3", "Post 2"]


def test_marks_of_a_whole_library_are_not_held_for_ever(
    library: Library,
    session: LibrarySession,
    ids: list[int],
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(undoing, "_MOST_HELD", 6)
    session.toggle([ids[0]], MarkKind.BOOKMARK, text="Read later")
    settled()
    # What changes one mark of many articles knows them all, so that it can be done again.
    library.set_read(ids[:2], read=True)
    for time in range(6):
        session.mark_read(ids, read=time % 2 == 0, text="Mark all")
        settled()
    stack = session.undo_stack
    commands = [stack.command(place) for place in range(stack.count())]
    assert [each.held() for each in commands if isinstance(each, undoing.JobCommand)] == [0, 0, 0, 0, 0, 3, 3]
    # The two newest are taken back; what is older stays as it is, and is no longer offered.
    stack.undo()
    assert stack.canUndo()
    stack.undo()
    settled()
    assert not stack.canUndo()
    assert len(titles(library, UNREAD)) == 3
    assert len(titles(library, LATER)) == 1
    stack.redo()
    settled()
    assert titles(library, UNREAD) == []


def test_what_waits_to_be_marked_is_marked_however_much_undo_would_hold(
    library: Library,
    session: LibrarySession,
    ids: list[int],
    settled: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(undoing, "_MOST_HELD", 1)
    for article in ids:
        session.mark_read([article], read=True, text="Mark as read")
    settled()
    assert titles(library, UNREAD) == []
    session.undo_stack.undo()
    settled()
    assert not session.undo_stack.canUndo()
    assert titles(library, UNREAD) == ["Post 3"]


def test_a_bookmark_is_undone(
    library: Library, session: LibrarySession, ids: list[int], settled: Callable[[], None]
) -> None:
    session.toggle([ids[0]], MarkKind.BOOKMARK, text="Read later")
    session.toggle([ids[1]], MarkKind.BOOKMARK, text="Read later")
    session.toggle([ids[0]], MarkKind.BOOKMARK, text="Take off")
    for _ in range(3):
        session.undo_stack.undo()
    settled()
    assert titles(library, LATER) == []
    for _ in range(2):
        session.undo_stack.redo()
    settled()
    assert len(titles(library, LATER)) == 2


def test_a_move_inside_an_article_is_undone(
    library: Library, session: LibrarySession, ids: list[int], settled: Callable[[], None]
) -> None:
    shown: list[tuple[int, int]] = []
    session.move_position(ids[0], 400, 0, "Back to the beginning", lambda *place: shown.append(place))
    session.undo_stack.undo()
    settled()
    assert shown == [(ids[0], 0), (ids[0], 400)]
    content = library.content(ids[0])
    assert content is not None
    assert content.position == 400


def test_the_panes_hear_which_marks_changed(qtbot: QtBot, session: LibrarySession, ids: list[int]) -> None:
    with qtbot.waitSignal(session.changed) as told:
        session.mark_read(ids[:2], read=True, text="Mark as read")
    changes: Changes = told.args[0]
    assert (set(changes.marks), changes.articles) == (set(ids[:2]), False)

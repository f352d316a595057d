"""Several things done one after another, faster than the library writes."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery, LibraryError, State
from reader.library.library import Library
from reader.ui.listing.held_row import UnreadNumber
from reader.ui.session import LibrarySession
from tests.factories import make_post
from tests.library.test_library import add


def test_a_mark_that_changed_nothing_was_taken_back_and_another_made_meanwhile(
    qtbot: QtBot, library: Library, session: LibrarySession
) -> None:
    first, second = add(library, make_post(1), make_post(2))
    library.set_read([first], read=True)
    wait = threading.Event()
    session.write(lambda _library: wait.wait(10))
    session.mark_read([first], read=True, text="Mark all as read")
    session.undo_stack.undo()
    session.mark_read([second], read=True, text="Mark as read")
    wait.set()
    qtbot.waitUntil(lambda: not session._tasks)
    stack = session.undo_stack
    assert (stack.undoText(), stack.count()) == ("Mark as read", 1)
    assert not any(article.unread for article in library.articles([first, second]))


def test_what_was_refused_can_be_asked_for_again(
    qtbot: QtBot, library: Library, session: LibrarySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    (article,) = add(library, make_post(1))
    refused: list[LibraryError] = []
    session.refused.connect(refused.append)

    def settle() -> None:
        qtbot.waitUntil(lambda: not session._tasks)

    def refuse(*_: object, **__: object) -> None:
        raise LibraryError("locked", library.folder, "Close it and try again.")

    with monkeypatch.context() as locked:
        locked.setattr(Library, "set_read", refuse)
        session.mark_read([article], read=True, text="Mark as read")
        settle()
    assert not session.undo_stack.canUndo()
    session.mark_read([article], read=True, text="Mark as read")
    settle()
    with monkeypatch.context() as locked:
        locked.setattr(Library, "restore", refuse)
        session.undo_stack.undo()
        settle()
    assert session.undo_stack.undoText() == "Mark as read"
    session.undo_stack.undo()
    settle()
    assert library.articles([article])[0].unread
    with monkeypatch.context() as locked:
        locked.setattr(Library, "set_read", refuse)
        session.undo_stack.redo()
        settle()
    session.undo_stack.redo()
    settle()
    assert not library.articles([article])[0].unread
    assert [each.kind for each in refused] == ["locked"] * 3


def test_a_number_that_could_not_be_counted_is_counted_the_next_time(
    qtbot: QtBot, library: Library, session: LibrarySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = add(library, make_post(1), make_post(2), make_post(3))
    number = UnreadNumber(session)
    number.follow(ArticleQuery(state=State.UNREAD))
    counted: list[int] = []
    number.counted.connect(counted.append)

    def refuse(*_: object) -> None:
        raise LibraryError("locked", library.folder, "Close it and try again.")

    with monkeypatch.context() as locked:
        locked.setattr(Library, "count", refuse)
        with qtbot.waitSignal(session.refused):
            session.note_opened(ids[0])
    session.note_opened(ids[1])
    qtbot.waitUntil(lambda: counted == [1])

"""Commands on marks that can be undone, run as jobs one after another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from reader.domain import Changes
from reader.library.library import Library
from reader.ui.undoing import Holding

if TYPE_CHECKING:
    from reader.ui.session import LibrarySession


class MarkCommand(Holding):
    """A change of marks. What it changed is known once its job ran; its undo runs in the same queue, so after it.

    `done` hears of the changes the first time, not when they are made again; `named` then tells what it is called, by
    how many marks it changed. One that changed none is dropped. `size` is the number of articles that `change` knows.
    """

    def __init__(
        self,
        session: LibrarySession,
        text: str,
        change: Callable[[Library], Changes],
        done: Callable[[Changes], None] | None = None,
        named: Callable[[int], str] | None = None,
        size: int = 1,
    ) -> None:
        super().__init__(text)
        self._session = session
        self._change: Callable[[Library], Changes] | None = change
        self._done = done
        self._named = named
        self._size = size
        self._changes = Changes()

    def redo(self) -> None:
        done, self._done = self._done, None
        self.running += 1
        self._session.write(self._do, lambda changes: self._heard(changes, done), self._ended)

    def undo(self) -> None:
        self.running += 1
        self._session.write(lambda library: library.restore(self._changes), self._taken_back, self._ended)

    def held(self) -> int:
        return self._size

    def let_go(self) -> None:
        self._change, self._changes, self._size = None, Changes(), 0

    def _heard(self, changes: Changes, done: Callable[[Changes], None] | None) -> None:
        stack, number = self._session.undo_stack, len(changes.marks)
        if done is not None:
            done(changes)
        if not number:
            stack.drop(self)
        elif self._named is not None:
            stack.rename(self, self._named(number))

    def _ended(self) -> None:
        self.running -= 1
        self._session.undo_stack.bound()

    def _taken_back(self, changes: Changes) -> None:
        if not changes.marks:
            self._session.undo_stack.tell_nothing(self)

    def _do(self, library: Library) -> Changes:
        self._changes = self._change(library) if self._change is not None else Changes()
        return self._changes


class PositionCommand(QUndoCommand):
    """A jump inside an article, such as back to its beginning."""

    def __init__(
        self,
        session: LibrarySession,
        text: str,
        article: int,
        places: tuple[int, int],
        show: Callable[[int, int], None],
    ) -> None:
        super().__init__(text)
        self._session = session
        self._article = article
        self._places = places
        self._show = show

    def redo(self) -> None:
        self._go(self._places[1])

    def undo(self) -> None:
        self._go(self._places[0])

    def _go(self, position: int) -> None:
        self._session.note_position(self._article, position)
        self._show(self._article, position)

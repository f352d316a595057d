"""Commands on marks that can be undone, run as jobs one after another."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from reader.domain import Article, ArticleQuery, Changes, MarkKind
from reader.library.library import Library
from reader.ui.foreseen import Foreseen
from reader.ui.undoing import JobCommand

if TYPE_CHECKING:
    from reader.ui.session import LibrarySession

# Of selected articles so many are looked at to foresee what becomes of all.
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be marked: `change` does it in a worker, and `foresee` tells the window at once, where it can be told.

    That is given the articles as they are shown. Where it cannot tell, `look` does, soon, in another worker. `size` is
    how many articles they know.
    """

    change: Callable[[Library], Changes]
    foresee: Callable[[Callable[[Sequence[int]], list[Article]]], Foreseen | None]
    size: int = 1
    look: Callable[[Library], Foreseen] | None = None


def setting_read(ids: Sequence[int], *, read: bool) -> Wish:
    """Return the wish to mark articles read or unread."""
    mark = Foreseen(ids, MarkKind.READ, read)
    return Wish(lambda library: library.set_read(ids, read=read), lambda _articles: mark, len(ids))


def reading_list(query: ArticleQuery, size: int) -> Wish:
    """Return the wish to mark all articles of a list as read, some `size` of them; later again those it held first."""
    listed: list[Sequence[int]] = []

    def change(library: Library) -> Changes:
        if not listed:
            listed.append(library.listing(query).ids)
        return library.set_read(listed[0], read=True)

    def foresee(_articles: object) -> Foreseen | None:
        return Foreseen(listed[0], MarkKind.READ, on=True) if listed else None

    def look(library: Library) -> Foreseen:
        # By now: what is marked goes by the list as it is when the marks before are written.
        return Foreseen(array("q", sorted(library.listing(query).ids)), MarkKind.READ, on=True, ascending=True)

    return Wish(change, foresee, size, look)


def toggling(ids: Sequence[int], kind: MarkKind) -> Wish:
    """Return the wish to mark articles as read or for later; where all of them are so already, to take that back."""

    def change(library: Library) -> Changes:
        if kind is MarkKind.READ:
            changes = library.set_read(ids, read=True)
            return changes if changes.marks else library.set_read(ids, read=False)
        changes = library.set_bookmarked(ids, bookmarked=True)
        return changes if changes.marks else library.set_bookmarked(ids, bookmarked=False)

    def foresee(articles: Callable[[Sequence[int]], list[Article]]) -> Foreseen | None:
        some = articles(ids[:_LOOKED_AT])
        on = any(row.unread if kind is MarkKind.READ else not row.bookmarked for row in some)
        return Foreseen(ids, kind, on) if on or len(ids) <= _LOOKED_AT else None

    return Wish(change, foresee, len(ids))


class MarkCommand(JobCommand):
    """A change of marks. What it changed is known once its job ran; its undo runs in the same queue, so after it.

    `done` hears of the changes the first time, unless another command came meanwhile; `named` then tells what it is
    called, by how many marks it changed. One that changed none is dropped.
    """

    def __init__(
        self,
        session: LibrarySession,
        text: str,
        wish: Wish,
        done: Callable[[Changes], None] | None = None,
        named: Callable[[int], str] | None = None,
    ) -> None:
        super().__init__(session, text)
        self._wish: Wish | None = wish
        self._done = done
        self._named = named
        self._changes = Changes()

    def redo(self) -> None:
        done, self._done = self._done, None
        foreseen = self._wish.foresee(self._session.articles) if self._wish is not None and not self.moves else None
        self._run(self._do, lambda changes: self._heard(changes, done), foreseen, undone=False)

    def undo(self) -> None:
        changes, foreseen = self._changes, None
        if changes.marks and changes.kind is not None:
            # One change sets a mark or takes it off, so that before it had all of these or none.
            foreseen = Foreseen(changes.marks, changes.kind, bool(changes.before[0]))
        self._run(lambda library: library.restore(self._changes), self._taken_back, foreseen, undone=True)

    def held(self) -> int:
        return self._wish.size if self._wish is not None else 0

    def let_go(self) -> None:
        self._wish, self._changes = None, Changes()

    def _run(
        self,
        job: Callable[[Library], Changes],
        heard: Callable[[Changes], None],
        foreseen: Foreseen | None,
        *,
        undone: bool,
    ) -> None:
        if self.moves:
            return
        marks, shown = self._session.foreseen, list[Foreseen]()

        def show(those: Foreseen) -> None:
            shown.append(those)
            marks.begin(those)

        def over() -> None:
            if looking is not None:
                looking.cancel()
            for those in shown:
                marks.end(those)

        looking = None
        if foreseen is not None:
            show(foreseen)
        elif not undone and self._wish is not None and self._wish.look is not None:
            looking = self._session.read(self._wish.look, show)
        self.carry_out(job, heard, undone=undone, ended=over)

    def _heard(self, changes: Changes, done: Callable[[Changes], None] | None) -> None:
        stack, number = self._session.undo_stack, len(changes.marks)
        # A notice of what is not the newest any more would offer to take back another command.
        if done is not None and stack.is_newest(self):
            done(changes)
        if not number:
            stack.drop(self)
        elif self._named is not None:
            stack.rename(self, self._named(number))

    def _taken_back(self, changes: Changes) -> None:
        if changes.stopped is not None:
            self._session.undo_stack.step_back(self, undone=True)
        # What changed nothing has nothing that could be missing.
        elif self._changes.marks and not changes.marks:
            self._session.undo_stack.tell_nothing(self)

    def _do(self, library: Library) -> Changes:
        self._changes = self._wish.change(library) if self._wish is not None else Changes()
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

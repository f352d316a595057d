"""LibrarySession: the window's library, the jobs that write to it, and undo."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from reader.domain import Article, Changes, LibraryError, MarkKind
from reader.late import late
from reader.library.keeping.places import sealed
from reader.library.library import Library
from reader.library.store.database import gone
from reader.library.store.lock import LibraryLock
from reader.ui.foreseen import ForeseenMarks
from reader.ui.shown_titles import ShownTitles
from reader.ui.tasks import Task, while_there
from reader.ui.undoing import UndoStack

with late():
    from reader.ui import marking

Job = Callable[[Library], Any]
#: A job with its library, in a worker; its argument tells whether its result is still wanted.
Work = Callable[[Callable[[], bool]], Any]

# How many milliseconds closing waits for cancelled jobs. A step takes far less, unless a drive hangs.
_PATIENCE_MS = 10_000


class LibrarySession(QObject):
    """One library for the life of a window.

    `library` belongs to the window's thread and is only read. Everything that writes or may take long is a job: it gets
    a Library of its own, opened and closed in the worker; results for methods of a deleted object are dropped, as Qt
    does with signals. The `lock`, if there is one, is released at the end. `sealed` says why the library is read-only,
    if it is; writing is then refused.
    """

    changed = Signal(Changes)
    refused = Signal(LibraryError)
    #: Long writing jobs that can be resumed are to stop now and start again at once, which waits for `release`.
    giving_way = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None, lock: LibraryLock | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._lock = lock
        self.sealed = sealed(folder)
        self.library = Library(folder, writing=False, sealed=self.sealed is not None)
        self.undo_stack = UndoStack(self)
        self.foreseen, self.titles = ForeseenMarks(self), ShownTitles(self)
        # Marks are written one after another, so that an undo follows what it undoes; an import must not delay them.
        self._pools = {
            name: QThreadPool(self, maxThreadCount=threads)
            for name, threads in (("read", 2), ("aside", 1), ("mark", 1), ("picture", 1), ("long", 3), ("drive", 4))
        }
        self._tasks: set[Task] = set()
        self._held: list[Task] | None = None
        self._when_still: Callable[[], None] | None = None
        self._stop_holder: Callable[[int], bool] | None = None
        #: After `close`, `hangs` means that a job still does, on a drive that does not respond.
        self._closed = self.hangs = False

    def articles(self, ids: Sequence[int]) -> list[Article]:
        """Return articles as they will be once pending marks are written."""
        return self.foreseen.shown(self.library.articles(ids))

    def picture_file(self, key: str) -> Path | None:
        """Return the file of a picture, or None."""
        return self.library.images.file(key)

    def read(self, job: Job, done: Callable[[Any], None], ended: Callable[[], None] | None = None) -> Task:
        """Run a short reading job; `done` gets its result unless the task is cancelled meanwhile.

        `ended` is called in any case, at the end.
        """
        return self._start("read", self._whole(job, writing=False), done=done, ended=ended)

    def consider(self, job: Job, done: Callable[[Any], None], ended: Callable[[], None] | None = None) -> Task:
        """Run a reading job in the background, which nothing the user does waits for."""
        return self._start("aside", self._whole(job, writing=False), done=done, ended=ended)

    def on_drive(self, job: Job, done: Callable[[Any], None], ended: Callable[[], None] | None = None) -> Task:
        """Run a reading job that also goes to a drive of the user's, which may hang: no list waits behind it."""
        return self._start("drive", self._whole(job, writing=False), done=done, ended=ended)

    def grow(self, job: Job, progressed: Callable[[Any], None]) -> Task:
        """Run a short reading job, a generator whose first results are worth showing before the last."""
        return self._start("read", self._steps(job, writing=False), progressed=progressed)

    def write(
        self, job: Job, done: Callable[[Any], None] | None = None, ended: Callable[[], None] | None = None
    ) -> Task:
        """Run a short writing job, after earlier ones; Changes it returns are announced.

        `ended` is called in any case, at the end.
        """
        return self._start("mark", self._whole(job, writing=True), writes=True, done=done, ended=ended)

    def make(self, job: Job, done: Callable[[Any], None]) -> Task:
        """Run a job that makes something visible, such as a thumbnail: no mark waits for it.

        Where the library is sealed it is not made.
        """
        if self.sealed is not None:
            return Task(lambda: None)
        return self._start("picture", self._whole(job, writing=True), writes=True, done=done)

    def look(
        self,
        job: Job,
        progressed: Callable[[Any], None],
        failed: Callable[[Any], None],
        ended: Callable[[], None] | None = None,
    ) -> Task:
        """Run a long reading job, a generator; `failed` gets a LibraryError that ends it."""
        return self._start("long", self._steps(job, writing=False), progressed=progressed, failed=failed, ended=ended)

    def run(
        self,
        job: Job,
        progressed: Callable[[Any], None] | None = None,
        failed: Callable[[Any], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> Task:
        """Run a long writing job, a generator, such as an import; `ended` is called in any case, at the end."""
        work = self._steps(job, writing=True)
        return self._start("long", work, writes=True, progressed=progressed, failed=failed, ended=ended)

    def hold(self, when_still: Callable[[], None], stop: Callable[[int], bool] | None = None) -> None:
        """Let no job start until `release`; `when_still` is called once none is writing.

        `stop` is called should the window be closed before that: it ends what has begun, within so many milliseconds,
        and says whether it did.
        """
        self._held, self._when_still, self._stop_holder = [], when_still, stop
        self.giving_way.emit()
        self._look_whether_still()

    def release(self) -> None:
        """Let jobs start again, beginning with those requested meanwhile."""
        held, self._held, self._when_still, self._stop_holder = self._held or [], None, None, None
        for task in held:
            task.start(self._pools[task.property("pool")])

    def _look_whether_still(self) -> None:
        begun = self._tasks.difference(self._held or ())
        if self._when_still is not None and not any(task.property("writes") for task in begun):
            then, self._when_still = self._when_still, None
            then()

    def mark_read(
        self,
        ids: Sequence[int],
        *,
        read: bool,
        text: str,
        done: Callable[[Changes], None] | None = None,
        named: Callable[[int], str] | None = None,
    ) -> None:
        """Mark articles read or unread; `text` is its name in the undo menu, `named` that for the actual number.

        `done` gets what it really changed.
        """
        self.undo_stack.push(marking.MarkCommand(self, text, marking.setting_read(ids, read=read), done, named))

    def toggle(
        self, ids: Sequence[int], kind: MarkKind, *, text: str, done: Callable[[Changes], None] | None = None
    ) -> None:
        """Mark articles as read or for later, after pending marks; if all of them already are, unmark all."""
        self.undo_stack.push(marking.MarkCommand(self, text, marking.toggling(ids, kind), done))

    def note_opened(self, article: int) -> None:
        """Mark an article read because it was opened: not undoable, M reverts it."""
        if self.sealed is None:
            self.write(lambda library: library.set_read([article], read=True))

    def note_position(self, article: int, position: int) -> None:
        """Remember how far an article was read."""
        if self.sealed is None:
            self.write(lambda library: library.set_position(article, position))

    def move_position(self, article: int, before: int, after: int, text: str, show: Callable[[int, int], None]) -> None:
        """Move the reading position by a command; `show(article, position)` brings it into view, also on undo."""
        self.undo_stack.push(marking.PositionCommand(self, text, article, (before, after), show))

    def announce(self, changes: object) -> None:
        """Tell the panes what changed."""
        if isinstance(changes, Changes):
            self.changed.emit(changes)
            if changes.stopped is not None:
                self.refused.emit(changes.stopped)

    def close(self) -> None:
        """Cancel running jobs, let pending marks be written, and close the library.

        Answers that are still on their way are not passed on, since nobody could show them any more. A job that hangs
        is left behind: whoever ends the program then has to do so without waiting for its thread.
        """
        self._closed, stop = True, self._stop_holder
        self.hangs = stop is not None and not stop(_PATIENCE_MS)
        for task in self._tasks:
            if task.property("pool") != "mark":
                task.cancel()
        self.release()
        self._pools["mark"].waitForDone()
        end = time.monotonic() + _PATIENCE_MS / 1000
        for pool in self._pools.values():
            self.hangs |= not pool.waitForDone(max(1, round((end - time.monotonic()) * 1000)))
        # Commands and stack know one another; left to the collector, a command may go before the stack that deletes it.
        self.undo_stack.clear()
        self.library.close()
        if self._lock is not None:
            self._lock.release()

    def _open(self, *, writing: bool, given_up: Callable[[], bool]) -> Library:
        # Its drive may be out by now, or its folder elsewhere: an empty library made there would swallow the marks.
        if self.sealed is None and self.folder == self.library.folder and not self.library.in_place():
            raise gone(self.library.file)
        library = Library(self.folder, writing=writing, sealed=self.sealed is not None)
        if not writing:
            library.give_up_when(given_up)
        return library

    def _whole(self, job: Job, *, writing: bool) -> Work:
        def in_worker(given_up: Callable[[], bool]) -> Any:
            with self._open(writing=writing, given_up=given_up) as library:
                return job(library)

        return in_worker

    def _steps(self, job: Job, *, writing: bool) -> Work:
        def in_worker(given_up: Callable[[], bool]) -> Iterator[Any]:
            with self._open(writing=writing, given_up=given_up) as library:
                yield from job(library)

        return in_worker

    def _start(
        self,
        pool: str,
        work: Work,
        *,
        writes: bool = False,
        done: Callable[[Any], None] | None = None,
        progressed: Callable[[Any], None] | None = None,
        failed: Callable[[Any], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> Task:
        progressed, done, failed, ended = map(while_there, (progressed, done, failed, ended))
        # All is connected before the start: a short job may end before this method does.
        task = Task(lambda: work(lambda: task.cancelled))
        task.setProperty("pool", pool)
        task.setProperty("writes", writes)

        def heard(slot: Callable[[Any], None]) -> Callable[[Any], None]:
            # An answer may be on its way already when the job is cancelled.
            return lambda value: None if task.cancelled or self._closed else slot(value)

        for signal, slot in ((task.progressed, progressed), (task.finished, self.announce), (task.finished, done)):
            if slot is not None:
                signal.connect(heard(slot))
        task.failed.connect(heard(lambda error: self._tell(error, failed)))
        task.ended.connect(lambda: self._let_go(task, ended))
        if self._closed:
            task.cancel()
            return task
        self._tasks.add(task)
        if self._held is not None:
            self._held.append(task)
        else:
            task.start(self._pools[pool])
        return task

    def _let_go(self, task: Task, ended: Callable[[], None] | None) -> None:
        self._tasks.discard(task)
        # What is connected to it holds it.
        task.deleteLater()
        if ended is not None and not self._closed:
            ended()
        self._look_whether_still()

    def _tell(self, error: BaseException, failed: Callable[[Any], None] | None) -> None:
        if not isinstance(error, LibraryError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif failed is not None:
            failed(error)
        else:
            self.refused.emit(error)

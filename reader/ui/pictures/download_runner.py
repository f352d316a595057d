"""The download of pictures in a worker: started, paused, ended. Has no widget; status bar and dialogs watch it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from reader.domain import Changes
from reader.late import late
from reader.library.library import Library
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

with late():
    from reader import offline

# Rows and the open page are shown anew so often while pictures arrive: often enough to see them come.
_ANNOUNCE_SECONDS = 0.7


def _download(library: Library, allowed: frozenset[str], only: int | None) -> Iterator[offline.DownloadProgress]:
    if not _anything(library):
        return
    # What connects takes longer to load than the window: here, in the worker, when it is first wanted.
    from reader.fetching.downloads import download

    yield from download(library, allowed=allowed, only=only)


def _anything(library: Library) -> bool:
    """Whether there is something to do: a consent for once has at least to come to its end."""
    given = library.web.in_force()
    return any(each.once for each in given) or any(each is not None for each in library.web.wanted(given))


def _stands(library: Library) -> bool:
    return any(not each.once and each.what is not offline.Fetch.NOTHING for each in library.web.in_force())


def _withdraw_all(library: Library) -> None:
    library.web.withdraw(*(each.id for each in library.web.consents() if each.once))


class DownloadRunner(QObject):
    """Runs one download at a time, beside everything else; what it may fetch, the library's consents say.

    `allowed` hosts may be in a private network. `changed` tells that it began, rests, or ended.
    """

    progressed = Signal(object)  # DownloadProgress
    changed = Signal()
    finished = Signal(object)  # DownloadProgress

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._run: Task | None = None
        self._again = False
        self._only: int | None = None
        #: Consents given while the rest is paused, each of which is fetched by itself.
        self._alone: list[int] = []
        self._allowing: list[tuple[int | None, offline.Fetch | None]] = []
        self._changed: set[int] = set()
        self._announced = 0.0
        self.last: offline.DownloadProgress | None = None
        self.paused = False
        #: Whether the user waits for it: what began by itself ends without a word.
        self.asked = False
        self._left_over = session.library.download_left()
        self.offline = session.library.offline()
        self.allowed: frozenset[str] = frozenset()
        session.giving_way.connect(self._give_way)

    @property
    def running(self) -> bool:
        """Whether a download is under way."""
        return self._run is not None

    @property
    def resting(self) -> bool:
        """Whether something is left to do that waits for `resume`: it was paused, or the program ended meanwhile."""
        return not self.running and (self.paused or self._left_over)

    def begin_standing(self) -> None:
        """Begin if something may always be fetched; nothing else begins by itself."""
        if not self.paused and not self.offline:
            self._session.read(_stands, lambda stands: self._launch(None) if stands else None)

    def fetch(self, what: offline.Fetch, scope: offline.PictureScope | None = None, *, retry: bool = False) -> None:
        """Fetch something once: the user has just said so."""
        if not self.offline:
            self.asked = True
            self._session.write(
                lambda library: library.web.allow_once(what, scope or offline.EVERYTHING, retry=retry), self._on_allowed
            )

    def allow(self, what: offline.Fetch | None, source: int | None) -> None:
        """Set what may always be fetched, and begin with it."""
        self.asked = what is not offline.Fetch.NOTHING
        self._allowing.append((source, what))

        def ended() -> None:
            self._allowing.pop(0)
            self.changed.emit()

        self._session.write(lambda library: library.web.allow(what, source), lambda _: self.begin_standing(), ended)

    def choices(self) -> dict[int | None, offline.Fetch | None]:
        """Return what may always be fetched, by source, as was last said, also while that is still being written."""
        consents = self._session.library.web.consents()
        return {each.scope.source: each.what for each in consents if not each.once} | dict(self._allowing)

    def pause(self) -> None:
        """Rest until `resume`; what came stays."""
        self.paused = True
        self._stop()
        self.changed.emit()

    def resume(self) -> None:
        """Go on where `pause` or the end of the program broke off."""
        self.paused, self.asked = False, True
        self._launch(None)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop, and take back all that was allowed once; what may always be fetched stays allowed."""
        self.paused = self._left_over = False
        self._stop()
        self._session.write(_withdraw_all, lambda _: self.changed.emit())

    def work_offline(self, on: bool) -> None:
        """Stop everything that connects, or let it go on."""
        self.offline = on
        if on:
            self._stop()
        self.changed.emit()

        def done(_: object) -> None:
            if not on and not self.paused:
                self.begin_standing()

        self._session.write(lambda library: library.web.work_offline(on), done)

    def _on_allowed(self, consent: int) -> None:
        # While the rest is paused, one wish more is no wish to go on with that.
        self._launch(consent if self.paused else None)

    def _give_way(self) -> None:
        if self._run is not None:
            if self._only is None:
                self._again = True
            else:
                self._alone.insert(0, self._only)
            self._run.cancel()

    def _stop(self) -> None:
        self._again = False
        self._alone.clear()
        if self._run is not None:
            self._run.cancel()

    def _launch(self, only: int | None) -> None:
        if self.offline:
            return
        if self._run is not None:
            # It heeds new consents by itself, unless it is just ending, or about one of them alone.
            if only is None:
                self._again = True
            else:
                self._alone.append(only)
            return
        self.last = None
        self._only = only
        self._left_over = self._left_over and only is not None
        allowed = self.allowed
        self._run = self._session.run(
            lambda library: _download(library, allowed, only), self._on_progress, ended=self._on_ended
        )
        self.changed.emit()

    def _on_progress(self, progress: offline.DownloadProgress) -> None:
        self.last = progress
        self.progressed.emit(progress)
        self._changed.update(progress.articles)
        if time.monotonic() - self._announced > _ANNOUNCE_SECONDS:
            self._announce()

    def _announce(self) -> None:
        if self._changed:
            self._announced = time.monotonic()
            self._session.announce(Changes(pictures=tuple(self._changed)))
            self._changed.clear()

    def _on_ended(self) -> None:
        self._announce()
        again, last = self._again, self.last
        self._run, self._again = None, False
        self.changed.emit()
        if last is not None and last.finished and last.total:
            self.finished.emit(last)
        self.asked = self.asked and (again or bool(self._alone))
        if again:
            self._alone.clear()
            self._launch(None)
        elif self._alone:
            self._launch(self._alone.pop(0))

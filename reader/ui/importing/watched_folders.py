"""Watched folders: changes in them are imported automatically, as soon as nothing else is running."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from reader.domain import Source
from reader.ui.importing.folder_watch import FolderWatch
from reader.ui.importing.runner import ImportRunner
from reader.ui.session import LibrarySession


class WatchedFolders(QObject):
    """Collects what changed in which source, and hands one after the other to the runner."""

    def __init__(self, session: LibrarySession, runner: ImportRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._changed: dict[int, set[str]] = {}
        #: What the environment refused to bring in, such as a full disk: tried again when something else happens.
        self._refused: list[tuple[int, frozenset[str]]] = []
        self._watch = FolderWatch(self)
        self._watch.changed.connect(lambda source, paths: self._note((source, paths)))
        runner.busy_changed.connect(self._on_busy)
        runner.rested.connect(self._go_on)

    def look_again(self) -> None:
        """Watch what is now to be watched, and nothing else."""
        self._session.read(lambda library: library.sources(), self._watch_sources)

    def stop(self) -> None:
        """Watch nothing any more."""
        self._watch.stop()

    def _watch_sources(self, sources: list[Source]) -> None:
        self._watch.watch(sources)

    def _note(self, *changes: tuple[int, frozenset[str]]) -> None:
        for source, paths in (*self._refused, *changes):
            self._changed.setdefault(source, set()).update(paths)
        self._refused.clear()
        self._go_on()

    def _on_busy(self, busy: bool) -> None:
        if not busy:
            # A source may have been added or removed.
            self.look_again()
            self._note()

    def _go_on(self) -> None:
        if self._changed and self._runner.idle:
            source, paths = self._changed.popitem()
            change = source, frozenset(paths)
            self._runner.bring_in(*change, partial(self._on_left, change))

    def _on_left(self, change: tuple[int, frozenset[str]], gave_way: bool) -> None:
        if gave_way:
            self._note(change)
        else:
            self._refused.append(change)

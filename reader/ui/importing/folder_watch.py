"""Watched folders: each in a thread of its own, reported on the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal

from reader.domain import Source

# How long the end of the program waits for all threads, in seconds: a drive that hangs must not keep the window open.
_PATIENCE = 2.0


class FolderWatch(QObject):
    """Says which paths of which source changed; see importing.watching."""

    changed = Signal(int, frozenset)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watches: dict[int, _Watch] = {}

    def watch(self, sources: Sequence[Source]) -> None:
        """Watch those of the sources that are to be, and no others."""
        wanted = {source.id: source.root for source in sources if source.watched}
        for source, watch in list(self._watches.items()):
            if wanted.get(source) != watch.root:
                del self._watches[source]
                watch.stop.set()
        for source, root in wanted.items():
            if source not in self._watches:
                self._watches[source] = _Watch(self, source, root)

    def stop(self) -> None:
        """Watch nothing any more; returns once the threads have ended, unless one hangs."""
        watches, self._watches = list(self._watches.values()), {}
        for watch in watches:
            watch.stop.set()
        end = monotonic() + _PATIENCE
        for watch in watches:
            watch.thread.join(max(0.0, end - monotonic()))


class _Watch:
    def __init__(self, owner: FolderWatch, source: int, root: Path) -> None:
        self.root = root
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._follow, args=(owner, source), name=f"watch {source}", daemon=True)
        self.thread.start()

    def _follow(self, owner: FolderWatch, source: int) -> None:
        # The library that watches is loaded when a folder is first watched.
        from reader.importing.watching import changes

        for paths in changes(self.root, self.stop):
            if self.stop.is_set():
                return
            try:
                owner.changed.emit(source, paths)
            except RuntimeError:  # the window is gone
                return

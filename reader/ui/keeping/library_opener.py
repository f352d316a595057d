"""Opens a library for the first time since the start, with a box if that takes long: it may have to be migrated."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from reader.late import late
from reader.library.opening import open_library, takes_long
from reader.library.store.database import FILE_NAME, is_older

with late():
    from reader.ui import waiting


class LibraryOpener(QObject):
    """Makes a library ready to be read: made if it is missing, updated if an older program made it.

    Who asks for it has the library's lock.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def open(self) -> None:
        """Return once the library is ready. Raises LibraryError when the environment refuses.

        What may take minutes is done in a worker, under a sign of life. Half an update is none, and beginning again
        would take as long: there is nothing to cancel.
        """
        if takes_long(self._folder):
            self._wait(self.tr("The library is being checked. This may take a few minutes."))
        elif is_older(self._folder / FILE_NAME):
            self._wait(
                self.tr("Your library is being updated for this version of Broadsheet. A copy of it as it was is kept.")
            )
        else:
            self._make_ready()

    def _wait(self, words: str) -> None:
        waiting.Wait(words).run(self._make_ready)

    def _make_ready(self) -> None:
        open_library(self._folder, locked=True).close()

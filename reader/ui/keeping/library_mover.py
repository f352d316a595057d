"""Moves the library to another folder while the program waits; then the program restarts there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.domain import LibraryError
from reader.late import late
from reader.ui.keeping.standstill import PARTS, Standstill
from reader.ui.parts.file_dialogs import ask_with, folder_dialog
from reader.ui.session import LibrarySession

with late():
    from reader import remembered

if TYPE_CHECKING:
    from reader.storage import MoveProgress


class LibraryMover(QObject):
    """`moved` has the new folder: nothing may be written to the old one any more. `refused` says what is in the way."""

    moved = Signal(Path)
    refused = Signal(LibraryError)

    def __init__(self, session: LibrarySession, config: Path, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._config = config
        self._window = window
        self._work = Standstill(session, window)
        self._work.stepped.connect(self._on_step)
        self._work.refused.connect(self.refused)
        self._work.ended.connect(self._on_ended)
        self._new: Path | None = None

    def ask(self) -> None:
        """Ask for the new place."""
        title = self.tr("Choose an empty folder for the library")
        ask_with(folder_dialog(self._window, title, Path.home()), self.move)

    def move(self, target: Path) -> None:
        """Move it once nothing writes to it any more; until that is done, nothing else can be done in the program."""
        work = partial(_move, self._session.folder, target, partial(self._switch, target))
        self._work.begin(work, self.tr("Moving the library…"), parts=PARTS)

    def _on_step(self, step: MoveProgress) -> None:
        self._work.show_part(PARTS * step.done // max(1, step.total))

    def _on_ended(self, _whole: bool) -> None:
        # What was marked meanwhile is written now, where the library is.
        self._session.release()
        # Also when it was cancelled a moment too late.
        if self._new is not None:
            self.moved.emit(self._new)

    def _switch(self, target: Path) -> None:
        """Open the library over there from now on; called in the worker."""
        remembered.follow_move(self._config, self._session.folder, target)
        self._session.folder = target  # The jobs that wait are for the new place.
        self._new = target


def _move(folder: Path, target: Path, switch: Callable[[], None]) -> Iterator[MoveProgress]:
    from reader.library.keeping.moving import move_library

    yield from move_library(folder, target, switch)

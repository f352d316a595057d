"""Moves the library into another folder while the program waits; it then ends, to begin again over there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from reader.domain import LibraryError
from reader.offline import MoveProgress
from reader.remembered import follow_move
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

_PARTS = 1000


class LibraryMover(QObject):
    """`moved` has the new folder: nothing may be written to the old one any more. `refused` says what is in the way."""

    moved = Signal(Path)
    refused = Signal(LibraryError)

    def __init__(self, session: LibrarySession, config: Path, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._config = config
        self._window = window
        self._task: Task | None = None
        self._progress: QProgressDialog | None = None
        self._new: Path | None = None

    def ask(self) -> None:
        """Ask for the new place."""
        dialog = QFileDialog(self._window, self.tr("Choose an empty folder for the library"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.move(Path(name)))
        dialog.open()

    def move(self, target: Path) -> None:
        """Move it once nothing writes to it any more; until that is done, nothing else can be done in the program."""
        if self._progress is not None:
            return
        self._new = None
        self._progress = progress = QProgressDialog(self._window)
        # Dialogs that are open beside the window could write as well.
        progress.setWindowModality(Qt.WindowModality.ApplicationModal)
        progress.setWindowTitle("Broadsheet")
        progress.setLabelText(self.tr("Waiting until everything is written…"))
        progress.setCancelButtonText(self.tr("Cancel"))
        progress.setRange(0, 0)
        progress.setMinimumDuration(0)
        progress.setAutoReset(False)
        progress.canceled.connect(self._on_cancelled)
        progress.show()
        self._session.hold(partial(self._begin, target))

    def _begin(self, target: Path) -> None:
        self._task = task = Task(partial(_move, self._session.folder, target, partial(self._switch, target)))
        if self._progress is not None:
            self._progress.setLabelText(self.tr("Moving the library…"))
            self._progress.setRange(0, _PARTS)
        task.progressed.connect(self._on_step)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        # Not one of the session's jobs: those have the library open.
        task.start(QThreadPool.globalInstance())

    def _on_cancelled(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self._on_ended()

    def _on_step(self, step: MoveProgress) -> None:
        if self._progress is not None:
            self._progress.setValue(_PARTS * step.done // max(1, step.total))

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, LibraryError):
            raise error
        self.refused.emit(error)

    def _on_ended(self) -> None:
        task, self._task = self._task, None
        if self._progress is not None:
            self._progress.blockSignals(True)  # Closing it is cancelling, to Qt.
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
        if task is not None:
            task.deleteLater()
        # Also when it was cancelled a moment too late.
        if self._new is not None:
            self.moved.emit(self._new)
        else:
            self._session.release()

    def _switch(self, target: Path) -> None:
        """Open the library over there from now on; called in the worker."""
        follow_move(self._config, self._session.folder, target)
        self._new = target


def _move(folder: Path, target: Path, switch: Callable[[], None]) -> Iterator[MoveProgress]:
    from reader.library.moving import move_library

    yield from move_library(folder, target, switch)

"""File dialogs: they do not stop the window, and begin where the last one ended if that drive responds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.paths import says_yes
from reader.ui.parts.inquiry import Inquiry


def begin_in(disk: Inquiry, last: Path, ask: Callable[[Path], None]) -> None:
    """Call `ask` with a folder, or the one a file is in, if it is there, and otherwise with the user's own."""
    home = Path.home()
    disk.ask(partial(_there, last, home), ask, lambda: ask(home))


def folder_dialog(parent: QWidget, title: str, begins: Path) -> QFileDialog:
    """Return what asks for a folder."""
    dialog = QFileDialog(parent, title, str(begins))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def file_dialog(parent: QWidget, title: str, begins: Path) -> QFileDialog:
    """Return what asks for a file that is there."""
    dialog = QFileDialog(parent, title, str(begins))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def save_dialog(parent: QWidget, title: str, begins: Path, name: str) -> QFileDialog:
    """Return what asks for a file to write; one that is there is agreed to be replaced."""
    dialog = QFileDialog(parent, title, str(begins))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    return dialog


def ask_with(dialog: QFileDialog, then: Callable[[Path], object]) -> None:
    """Show a dialog, and do `then` with what is chosen."""
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _there(last: Path, home: Path) -> Path:
    if says_yes(last.is_dir):
        return last
    return last.parent if says_yes(last.is_file) else home

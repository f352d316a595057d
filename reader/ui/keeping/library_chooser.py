"""Asks what to do about a library that cannot be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from reader.domain import LibraryError
from reader.library.keeping.backups import Backup, BackupKind, backups, restore
from reader.library.keeping.rescue import rebuild, repair
from reader.ui.parts.boxes import make_plain
from reader.ui.parts.dates import short_moment
from reader.ui.parts.problem_words import printable, refusal_words
from reader.ui.waiting import Wait

Rescue = Callable[[], Iterator[int]]


class LibraryChooser(QObject):
    """A question before the window exists: try again, another folder, or quit; for a damaged one also how to go on."""

    def __init__(self, error: LibraryError) -> None:
        super().__init__()
        self._folder = error.path.parent
        self.box = QMessageBox()
        self.box.setIcon(QMessageBox.Icon.Warning)
        self.box.setWindowTitle("Broadsheet")
        self.rescues: dict[QPushButton, Rescue] = {}
        role = QMessageBox.ButtonRole
        if error.kind == "damaged":
            self.box.setText(self.tr("The library is damaged."))
            self._offer_rescues()
        else:
            self.box.setText(refusal_words(error))
            self.box.setInformativeText(printable(str(self._folder)))
        make_plain(self.box)
        self.again = self.box.addButton(self.tr("Try again"), role.AcceptRole)
        self.other = self.box.addButton(self.tr("Choose another folder…"), role.ActionRole)
        self.quit = self.box.addButton(self.tr("Quit"), role.RejectRole)

    def _offer_rescues(self) -> None:
        role = QMessageBox.ButtonRole.ActionRole
        said = [
            printable(str(self._folder)),
            self.tr("What you have read and kept for later is also stored beside the library, and is not lost."),
            self.tr("Repair keeps everything that can be read; the rest comes back when its folder is refreshed."),
            self.tr("Reading the folders again loses articles whose files are gone."),
            self.tr("The damaged library is kept with the backups, whatever you choose."),
        ]
        self.box.setInformativeText("\n\n".join(said))
        backup = self._newest()
        if backup is not None:
            words = self.tr("Restore the backup of {when}").format(when=short_moment(int(backup.made_at)))
            self.rescues[self.box.addButton(words, role)] = partial(restore, self._folder, backup.file)
        self.rescues[self.box.addButton(self.tr("Repair"), role)] = partial(repair, self._folder)
        self.rescues[self.box.addButton(self.tr("Read the folders again"), role)] = partial(rebuild, self._folder)

    def _newest(self) -> Backup | None:
        """Return the newest backup; what was itself replaced may have been damaged."""
        return next((each for each in backups(self._folder) if each.kind is not BackupKind.REPLACED), None)

    def ask(self) -> Path | None:
        """Return the folder to open next, None to leave."""
        while True:
            self.box.exec()
            clicked = self.box.clickedButton()
            rescue = next((job for button, job in self.rescues.items() if button is clicked), None)
            if rescue is not None:
                if self._rescue(rescue):
                    return self._folder
            elif clicked is self.again:
                return self._folder
            elif clicked is self.other:
                chosen = QFileDialog.getExistingDirectory(None, self.tr("Choose a folder for the library"))
                return Path(chosen) if chosen else self._folder
            else:
                return None

    def _rescue(self, rescue: Rescue) -> bool:
        """Do it; False where it was cancelled, or was refused, which the question then says."""
        try:
            return Wait(self.tr("Please wait…"), self.tr("Cancel")).run(rescue)
        except LibraryError as error:
            self.box.setText(refusal_words(error))
            return False

"""The window's dialogs: made when first wanted, shown without stopping the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader import __version__
from reader.domain import LibraryError
from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.import_dialog import ImportDialog
from reader.ui.import_runner import ImportRunner
from reader.ui.problem_words import printable, refusal_words
from reader.ui.settings import Settings
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.shortcut_sheet import ShortcutSheet


class Dialogs(QObject):
    """Shows one dialog or another over the window."""

    def __init__(
        self, window: QWidget, runner: ImportRunner, settings: Settings, appearance: Appearance, actions: Actions
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._appearance = appearance
        self._actions = actions
        self.importing = ImportDialog(runner, appearance.icons, window)
        self._settings_dialog: SettingsDialog | None = None
        self._sheet: ShortcutSheet | None = None
        self._refusal: QMessageBox | None = None
        appearance.language_changed.connect(lambda _language: self._retranslate())

    def import_folder(self, folder: Path | None = None) -> None:
        """Import a folder, or choose one."""
        self.importing.begin(folder)

    def settings(self) -> None:
        """Show the settings."""
        if self._settings_dialog is None:
            self._settings_dialog = SettingsDialog(self._settings, self._appearance, self._window)
        self._settings_dialog.show()
        self._settings_dialog.raise_()

    def shortcuts(self) -> None:
        """Show all keys."""
        if self._sheet is None:
            self._sheet = ShortcutSheet(self._actions.rows(), self._window)
        self._retranslate()
        self._sheet.show()
        self._sheet.raise_()

    def about(self) -> None:
        """Say what this program is."""
        words = self.tr("Version {version}\nA calm, fast, private library of the posts you keep.\nMIT licence.")
        self._tell(QMessageBox.Icon.NoIcon, "Broadsheet", words.format(version=__version__))

    def tell_refusal(self, error: LibraryError) -> None:
        """Say what the environment refused; while that is shown, further refusals are not."""
        if self._refusal is not None:
            return
        self._refusal = self._tell(QMessageBox.Icon.Warning, refusal_words(error), printable(str(error.path)))
        self._refusal.finished.connect(self._on_refusal_read)

    def _on_refusal_read(self) -> None:
        self._refusal = None

    def _retranslate(self) -> None:
        if self._sheet is not None:
            self._sheet.set_rows(self._actions.rows())

    def _tell(self, icon: QMessageBox.Icon, text: str, detail: str) -> QMessageBox:
        box = QMessageBox(icon, "Broadsheet", text, QMessageBox.StandardButton.Ok, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(detail)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return box

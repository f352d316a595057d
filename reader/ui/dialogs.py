"""The window's dialogs: created when first wanted, shown without blocking the window."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from reader import __version__
from reader.domain import LibraryError
from reader.late import late
from reader.paths import log_file
from reader.ui.actions import Actions
from reader.ui.document import typography
from reader.ui.importing.runner import ImportRunner
from reader.ui.importing.turns import Turns
from reader.ui.looks.appearance import Appearance
from reader.ui.looks.coming import Coming
from reader.ui.parts.resting import keeps_nothing, let_go, may_go
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

with late():
    from reader.ui.importing import dialog as import_dialog
    from reader.ui.importing import folders_dialog, history_dialog
    from reader.ui.keyboard import key_dialog, shortcut_sheet
    from reader.ui.parts import boxes, problem_words, versions
    from reader.ui.preferences import settings_dialog
    from reader.ui.reading import manual_window
    from reader.ui.search import sheet as search_sheet


class Dialogs(QObject):
    """Shows one dialog or another over the window."""

    #: A source is watched from now on, or no longer.
    watch_changed = Signal(int, bool)
    #: The import dialog is there: it is made when it is wanted, or an import begins.
    importing_made = Signal(QObject)
    #: What was imported is to be seen: of this source, or of all for 0.
    show_articles = Signal(int)

    def __init__(
        self,
        window: QWidget,
        session: LibrarySession,
        runner: ImportRunner,
        settings: Settings,
        appearance: Appearance,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._runner = runner
        self._settings = settings
        self._appearance = appearance
        self._actions = actions
        self.history_dialog: history_dialog.HistoryDialog | None = None
        self.folders_dialog: folders_dialog.FoldersDialog | None = None
        self._settings_dialog: settings_dialog.SettingsDialog | None = None
        self._sheet: shortcut_sheet.ShortcutSheet | None = None
        self.key_dialog: key_dialog.KeyDialog | None = None
        self._search_sheet: search_sheet.SearchSheet | None = None
        self.manual_window: manual_window.ManualWindow | None = None
        self._refusal: QMessageBox | None = None
        self._turns = Turns(self.import_folder, lambda: self.importing_shown() or runner.running, self)
        runner.busy_changed.connect(self._turns.go_on)
        actions["manual"].triggered.connect(self.manual)
        # It follows the import from its beginning.
        runner.started.connect(lambda: self.importing)
        runner.refused.connect(self._on_import_refused)
        appearance.theme_coming.connect(self._let_go_before)
        appearance.language_coming.connect(self._let_go_before)
        appearance.language_changed.connect(lambda _language: self._retranslate())
        actions.keys.changed.connect(self._retranslate)
        actions["change_keys"].triggered.connect(self.change_keys)

    @cached_property
    def importing(self) -> import_dialog.ImportDialog:
        """The import dialog."""
        dialog = import_dialog.ImportDialog(self._session, self._runner, self._appearance.icons, self._window)
        dialog.show_articles.connect(self.show_articles)
        dialog.drops.dropped.connect(self.take)
        dialog.finished.connect(self._turns.go_on, Qt.ConnectionType.QueuedConnection)
        self.importing_made.emit(dialog)
        return dialog

    def importing_shown(self) -> bool:
        """Whether the import dialog is to be seen, which then tells how an import ended."""
        return "importing" in self.__dict__ and self.importing.isVisible()

    def import_folder(self, folder: Path | None = None) -> None:
        """Import a folder, or choose one. While an import runs, which is shown then, a folder waits for its turn."""
        if folder is not None and self._runner.importing:
            self._turns.wait([folder])
        self.importing.begin(folder)

    def import_folders(self, folders: Sequence[Path]) -> None:
        """Import several folders, one after another."""
        self._turns.open(folders)

    def take(self, folders: Sequence[Path]) -> None:
        """Import what was dropped: the first now, whatever is shown, the others after it."""
        self.import_folder(folders[0])
        self._turns.wait(folders[1:])

    def history(self, source: int | None = None) -> None:
        """Show what the imports did, beginning with the newest, or with that of a source."""
        if self.history_dialog is None:
            self.history_dialog = history_dialog.HistoryDialog(self._session, self._runner, self._window)
            keeps_nothing(self.history_dialog, self, "history_dialog")
        self.history_dialog.begin(source)

    def folders(self) -> None:
        """Show the imported folders."""
        if self.folders_dialog is None:
            self.folders_dialog = folders_dialog.FoldersDialog(self._session, self._runner, self._window)
            keeps_nothing(self.folders_dialog, self, "folders_dialog")
            self.folders_dialog.watch_changed.connect(self.watch_changed)
            self.folders_dialog.history_wanted.connect(self.history)
        self.folders_dialog.begin()

    def settings(self) -> None:
        """Show the settings."""
        if self._settings_dialog is None:
            self._settings_dialog = settings_dialog.SettingsDialog(self._settings, self._actions, self._window)
            self._let_go(self._settings_dialog, "_settings_dialog")
        self._settings_dialog.show()
        self._settings_dialog.raise_()

    def shortcuts(self) -> None:
        """Show all keys."""
        if self._sheet is None:
            self._sheet = shortcut_sheet.ShortcutSheet(self._actions.rows(), self._window)
            self._sheet.change_wanted.connect(self.change_keys)
            self._let_go(self._sheet, "_sheet")
        self._sheet.show()
        self._sheet.raise_()

    def change_keys(self) -> None:
        """Let the keys of commands be changed."""
        if self.key_dialog is None:
            self.key_dialog = key_dialog.KeyDialog(self._actions, self._window)
            keeps_nothing(self.key_dialog, self, "key_dialog")
        self.key_dialog.show()
        self.key_dialog.raise_()
        self.key_dialog.activateWindow()

    def search_help(self) -> None:
        """Show what can be typed into the search box."""
        if self._search_sheet is None:
            self._search_sheet = search_sheet.SearchSheet(self._window)
            self._let_go(self._search_sheet, "_search_sheet")
        self._search_sheet.show()
        self._search_sheet.raise_()

    def manual(self) -> None:
        """Show how all of this is used."""
        if self.manual_window is None:
            self.manual_window = manual_window.ManualWindow(self._appearance, self._window)
            keeps_nothing(self.manual_window, self, "manual_window")
        self.manual_window.begin(typography.load(self._settings))

    def _let_go_before(self, coming: Coming) -> None:
        dialogs = may_go(self._window)
        if dialogs:
            coming.steps.append(self._letting_go(dialogs))

    def _letting_go(self, dialogs: Sequence[QWidget]) -> Generator[None, None, None]:
        """Let what is hidden go one by one: to take many parts down takes as long as to dress the window."""
        for dialog in dialogs:
            let_go(dialog)
            yield

    def _let_go(self, dialog: QDialog, name: str) -> None:
        """Forget a dialog that has nothing to keep when it is closed: each change of theme dresses what is there."""
        dialog.finished.connect(lambda _: setattr(self, name, None))
        dialog.finished.connect(dialog.deleteLater)

    def about(self) -> None:
        """Say what this program is."""
        words = self.tr("Version {version}\nA calm, fast, private library of the posts you keep.\nMIT licence.")
        places = [
            self.tr("Library: {path}").format(path=problem_words.printable(str(self._session.folder))),
            self.tr("Settings: {path}").format(path=problem_words.printable(str(self._settings.file))),
            self.tr("Log: {path}").format(path=problem_words.printable(str(log_file()))),
        ]
        detail = "\n".join((words.format(version=__version__), "", *versions.versions()[1:], "", *places))
        picture = self._window.windowIcon().pixmap(QSize(64, 64), self._window.devicePixelRatioF())
        box = self._tell(picture, "Broadsheet", detail)
        flags = Qt.TextInteractionFlag
        box.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def tell_refusal(self, error: LibraryError) -> None:
        """Say what the environment refused; while that is shown, further refusals are not."""
        if self._refusal is not None:
            return
        self._refusal = self._tell(
            QMessageBox.Icon.Warning, problem_words.refusal_words(error), problem_words.printable(str(error.path))
        )
        self._refusal.finished.connect(self._on_refusal_read)

    def _on_import_refused(self, error: LibraryError) -> None:
        if not self.importing_shown():
            self.tell_refusal(error)

    def _on_refusal_read(self) -> None:
        self._refusal = None

    def _retranslate(self) -> None:
        if self._sheet is not None:
            self._sheet.set_rows(self._actions.rows())

    def _tell(self, icon: QMessageBox.Icon | QPixmap, text: str, detail: str) -> QMessageBox:
        kind = QMessageBox.Icon.NoIcon if isinstance(icon, QPixmap) else icon
        box = QMessageBox(kind, "Broadsheet", text, QMessageBox.StandardButton.Ok, self._window)
        if isinstance(icon, QPixmap):
            box.setIconPixmap(icon)
        box.setInformativeText(detail)
        boxes.make_plain(box)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return box

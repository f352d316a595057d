"""The export dialog: which articles, in what format, where to, progress, and the result."""

from __future__ import annotations

from array import array
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from reader.domain import LibraryError
from reader.exporting.exporter import export
from reader.exporting.file_names import safe_name
from reader.exporting.values import ExportOptions, ExportProgress, Format
from reader.ui.parts.choice import Choice
from reader.ui.parts.figures import n
from reader.ui.parts.file_dialogs import ask_with, begin_in, folder_dialog, save_dialog
from reader.ui.parts.labels import wrapping
from reader.ui.parts.problem_words import printable, refusal_words
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.taking_out.choices import ChoicesDialog
from reader.ui.tasks import Task

#: So much room, in pixels, the box of articles has for words.
_WORDS_PX = 300
_FORMATS = (Format.HTML, Format.MARKDOWN, Format.EPUB, Format.TEXT)


class ExportDialog(ChoicesDialog):
    """Not modal; closing it lets an export go on. `finished_unseen` tells of one that ended meanwhile."""

    finished_unseen = Signal(ExportProgress)
    refused_unseen = Signal(LibraryError)

    def __init__(self, session: LibrarySession, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, settings, parent)
        self.setObjectName("exportDialog")
        self._article, self._title, self._name = 0, "", ""
        self._listed: array[int] = array("q")
        self._selected: array[int] = array("q")
        self._run: Task | None = None
        self._last: ExportProgress | None = None
        self.which, self.form = Choice(self), Choice(self)
        self.pictures, self.book = QCheckBox(self), QCheckBox(self)
        self.told, self.stop = wrapping(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.form.setCurrentIndex(_FORMATS.index(Format(settings.text("export_format", "html", [*Format]))))
        self.pictures.setChecked(settings.flag("export_pictures", default=True))
        self.book.setChecked(settings.flag("export_book", default=True))
        self._set_state()

    def _lay_out(self) -> None:
        progress = QHBoxLayout()
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(30)
        self.stop.setAutoDefault(False)
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.stop)
        form = self._choices((self.which, self.form), (self.book, self.pictures), 260)
        self._put_together((form, progress, self.told))
        self.setMinimumWidth(460)

    def _connect(self) -> None:
        for combo in (self.which, self.form):
            combo.currentIndexChanged.connect(lambda _: self._on_chosen())
        self.stop.clicked.connect(lambda: self._run.cancel() if self._run is not None else None)
        self.go.clicked.connect(self._ask_where)

    def _on_chosen(self) -> None:
        self.told.setText("")  # It was said of another choice.
        self._set_state()

    def begin(self, article: int, title: str, listed: array[int], name: str, selected: array[int]) -> None:
        """Offer to export an article (0 for none), what is selected if it is many, or all listed under a name."""
        if self._run is None:
            self._article, self._title, self._listed, self._name = article, title, listed, name
            self._selected = selected
            self.told.setText("")
            self._fill_which()
            if selected:
                # Who selected them means them, whatever was exported last.
                self.which.setCurrentIndex(self.which.findData("selected"))
            self._set_state()
        self._come_forward()

    def ids(self) -> array[int]:
        """Return the articles that are chosen."""
        which = self.which.currentData()
        if which == "selected":
            return self._selected
        return array("q", [self._article]) if which == "one" else self._listed

    # --- where to

    def _ask_where(self) -> None:
        form = Format(self.form.currentData())
        one_file = len(self.ids()) == 1 or (form is Format.EPUB and self.book.isChecked())

        def ask(begins: Path) -> None:
            if one_file:
                title = self._title if len(self.ids()) == 1 else self._name
                name = f"{safe_name(title, 'article')}{form.ending}"
                dialog = save_dialog(self, self.windowTitle(), begins, name)
                dialog.setNameFilter(f"{self.form.currentText()} (*{form.ending})")
                dialog.setDefaultSuffix(form.ending.lstrip("."))
            else:
                dialog = folder_dialog(self, self.windowTitle(), begins)
            ask_with(dialog, partial(self.export_to, one_file=one_file))

        begin_in(self._disk, self._last_folder(), ask)

    def export_to(self, target: Path, *, one_file: bool) -> None:
        """Write what is chosen: to a file, which was agreed to be replaced if it is there, or into a folder."""
        form = Format(self.form.currentData())
        self._settings.set("export_folder", str(target.parent if one_file else target))
        self._settings.set("export_format", form.value)
        self._settings.set("export_pictures", self.pictures.isChecked())
        if self.book.isVisibleTo(self):
            self._settings.set("export_book", self.book.isChecked())
        options = ExportOptions(
            form, target, self.ids(), one_file, overwrite=True, pictures=self.pictures.isChecked(), title=self._name
        )
        self._last = None
        self.told.setText("")
        self.bar.setRange(0, len(options.ids))
        self.bar.setValue(0)
        self._run = self._session.look(
            lambda library: export(library, options), self._on_step, self._on_failed, self._on_ended
        )
        self._set_state()

    # --- how far it is

    def _on_step(self, step: ExportProgress) -> None:
        self._last = step
        self.bar.setValue(step.done)
        if step.finished:
            self.told.setText(self._result(step))
            if not self.isVisible():
                self.finished_unseen.emit(step)

    def _on_failed(self, error: LibraryError) -> None:
        if not self.isVisible():
            self.refused_unseen.emit(error)
        said = f"{refusal_words(error)}\n{printable(str(error.path))}"
        if self._last is not None and self._last.done:
            complete = self.tr("%n article(s) are complete.", "", self._last.done)
            said = f"{said}\n{complete}"
        self.told.setText(said)

    def _on_ended(self) -> None:
        stopped = self._run is not None and self._run.cancelled
        self._run = None
        if stopped and self._last is not None:
            # A book that is not whole is none; of single files those that are complete stay.
            self.told.setText(self.tr("Stopped. Files that were finished are kept."))
        self._set_state()

    def _result(self, step: ExportProgress) -> str:
        said = [self.tr("%n article(s) exported.", "", step.done - len(step.gone))]
        if step.gone:
            said.append(self.tr("%n article(s) are no longer in the library.", "", len(step.gone)))
        if step.missing:
            said.append(self.tr("%n picture(s) are missing; their descriptions are shown instead.", "", step.missing))
        return " ".join(said)

    def _set_state(self) -> None:
        busy, form = self._run is not None, Format(self.form.currentData() or Format.HTML)
        for widget in (self.which, self.form, self.book, self.pictures, self.go):
            widget.setEnabled(not busy)
        self.book.setVisible(form is Format.EPUB and len(self.ids()) > 1)
        self.pictures.setVisible(form is not Format.TEXT)
        self.go.setEnabled(not busy and len(self.ids()) > 0)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.told.setVisible(bool(self.told.text()))

    # --- words

    def _fill_which(self) -> None:
        chosen = self.which.currentData()
        self.which.blockSignals(True)
        self.which.clear()
        if self._article:
            self.which.addItem(self._fitted(self.tr("This article: {title}").format(title=self._title)), "one")
        if self._selected:
            self.which.addItem(self.tr("%n selected article(s)", "", len(self._selected)), "selected")
        if self._listed:
            count = self.tr("All %n listed article(s)", "", len(self._listed)).replace(
                str(len(self._listed)), n(len(self._listed))
            )
            named = self.tr("{articles}: {name}").format(articles=count, name=self._name) if self._name else count
            self.which.addItem(self._fitted(named), "all")
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self.which.blockSignals(False)

    def _fitted(self, words: str) -> str:
        """Return as much of some words as the box has room for: it would cut them without a sign of it."""
        return self.which.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _WORDS_PX)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Export"))
        self._labels[0].setText(self.tr("Articles"))
        self._labels[1].setText(self.tr("Format"))
        words = (self.tr("Web page"), self.tr("Markdown"), self.tr("E-book"), self.tr("Plain text"))
        chosen = max(0, self.form.currentIndex())
        self.form.blockSignals(True)
        self.form.clear()
        for form, text in zip(_FORMATS, words, strict=True):
            self.form.addItem(text, form.value)
        self.form.setCurrentIndex(chosen)
        self.form.blockSignals(False)
        self._fill_which()
        self._name_choices((self.which, self.form))
        self.book.setText(self.tr("One book, with a chapter for each"))
        self.pictures.setText(self.tr("With pictures"))
        self.stop.setText(self.tr("Stop"))
        self.cancel.setText(self.tr("Close"))
        self.go.setText(self.tr("Export…"))

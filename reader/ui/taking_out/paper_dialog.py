"""Previews an article on paper, before it is saved as PDF or printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, Qt, Signal
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPdfWriter
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QWidget

from reader.exporting.file_names import safe_name
from reader.exporting.paper import for_paper
from reader.exporting.pdf_text import searchable
from reader.library.library import Library
from reader.ui.parts.choice import Choice
from reader.ui.parts.file_dialogs import ask_with, begin_in, save_dialog
from reader.ui.parts.labels import ElidedLabel, plain
from reader.ui.parts.problem_words import printable
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.taking_out.choices import ChoicesDialog
from reader.ui.taking_out.paper import PaperJob, PaperOptions
from reader.ui.tasks import Task
from reader.viewing.page import Page
from reader.whole_files import refusals_told, whole_file

_SIZES = {"A4": QPageSize.PageSizeId.A4, "A5": QPageSize.PageSizeId.A5, "Letter": QPageSize.PageSizeId.Letter}
_MARGINS = {"narrow": 12, "normal": 20, "wide": 32}  # mm
#: Dots an inch that positions in a PDF are rounded to; pictures have their own.
_PDF_DPI = 600


class PaperDialog(ChoicesDialog):
    """One sheet of choices for both; `printing` says which. `saved` has the file, `printed` comes when all is sent."""

    saved = Signal(Path)
    printed = Signal()

    def __init__(self, session: LibrarySession, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, settings, parent)
        self.setObjectName("paperDialog")
        self.printing = False
        self._article, self._title = 0, ""
        self._reading: Task | None = None
        self._writing = False
        self._job: PaperJob | None = None
        self._device: QPagedPaintDevice | None = None
        self._buffer = QBuffer(self)
        self.sheet, self.margin = Choice(self), Choice(self)
        self.numbers, self.pictures = QCheckBox(self), QCheckBox(self)
        #: Which article it is: of many that are selected only the open one is painted.
        self.what = plain(ElidedLabel(self), heavy=True)
        self.told = plain(QLabel(self), tone="secondary")
        self.bar.setRange(0, 0)
        form = self._choices((self.sheet, self.margin), (self.numbers, self.pictures), 200)
        self._put_together((self.what, form, self.bar), beside=self.told)
        self.setMinimumWidth(400)
        self.go.clicked.connect(lambda: self._ask_printer() if self.printing else self._ask_file())
        self.retranslate()
        self._restore()
        self._set_busy(busy=False)

    def begin(self, article: int, title: str, *, printing: bool) -> None:
        """Show the choices for an article, unless another one is just being painted."""
        if self._reading is None and self._job is None:
            self._article, self._title, self.printing = article, title, printing
            self.what.setText(printable(title))
            self.retranslate()
        self._come_forward()

    def options(self) -> PaperOptions:
        """Return what is chosen."""
        return PaperOptions(
            self.sheet.currentData(), self.margin.currentData(), self.numbers.isChecked(), self.pictures.isChecked()
        )

    # --- where to

    def _ask_file(self) -> None:
        name = f"{safe_name(self._title, 'article')}.pdf"

        def ask(begins: Path) -> None:
            dialog = save_dialog(self, self.tr("Save as PDF"), begins, name)
            dialog.setNameFilter(self.tr("PDF (*.pdf)"))
            dialog.setDefaultSuffix("pdf")
            ask_with(dialog, self.save_to)

        begin_in(self._disk, self._last_folder(), ask)

    def _ask_printer(self) -> None:
        # Loaded when it is wanted: it looks for the printers of the network.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self.options().layout())
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)

    def save_to(self, file: Path) -> None:
        """Write the article to a file, which was agreed to be replaced if it is there."""
        self._settings.set("export_folder", str(file.parent))
        self._buffer.close()
        self._buffer.setData(b"")
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(self._buffer)
        writer.setPageLayout(self.options().layout())
        writer.setResolution(_PDF_DPI)
        writer.setTitle(self._title)
        writer.setCreator("Broadsheet")
        self._paint(writer, lambda: self._write(file))

    def print_on(self, printer: QPagedPaintDevice) -> None:
        """Print the article."""

        def sent() -> None:
            self._set_busy(busy=False)
            self.printed.emit()
            self.close()

        self._paint(printer, sent)

    # --- the work

    def _paint(self, device: QPagedPaintDevice, then: Callable[[], None]) -> None:
        self._remember()
        self._set_busy(busy=True)
        options, article = self.options(), self._article
        self._device = device

        def job(library: Library) -> Page | None:
            content = library.content(article)
            return None if content is None else for_paper(content, pictures=options.pictures)

        def done(page: Page | None) -> None:
            self._reading = None
            if page is None:
                self._give_up()
                return
            file = self._session.library.images.file
            self._job = PaperJob(page, device, file, numbers=options.numbers, parent=self)
            self._job.painted.connect(self._tell)
            self._job.finished.connect(lambda whole: self._on_painted(whole, then))
            self._job.start()

        def ended() -> None:
            if self._reading is task:  # It was refused, which the session tells.
                self._reading = None
                self._set_busy(busy=False)

        task = self._reading = self._session.read(job, done, ended)

    def _on_painted(self, whole: bool, then: Callable[[], None]) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job, self._device = None, None
        if whole:
            then()
        elif self.isVisible():
            self._give_up()

    def _write(self, file: Path) -> None:
        data = bytes(self._buffer.data().data())

        def job(_library: Library) -> Path:
            with refusals_told(file), whole_file(file, overwrite=True) as part:
                part.write(searchable(data))
            return file

        def done(written: Path) -> None:
            self.saved.emit(written)
            self.close()

        self._writing = True
        self._reading = self._session.on_drive(job, done, self._on_written)

    def _on_written(self) -> None:
        self._reading, self._writing = None, False
        self._set_busy(busy=False)

    def _give_up(self) -> None:
        self._set_busy(busy=False)
        self.told.setText(self.tr("The pages could not be created."))

    def _tell(self, page: int) -> None:
        self.told.setText(self.tr("Page {number}").format(number=page))

    def _set_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.told.setText("")
        for widget in (self.go, self.sheet, self.margin, self.numbers, self.pictures):
            widget.setEnabled(not busy)
        self.cancel.setText(self.tr("Stop") if busy else self.tr("Cancel"))

    # --- what is remembered

    def _restore(self) -> None:
        letter = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        size = self._settings.text("paper_size", "Letter" if letter else "A4", tuple(_SIZES))
        margin = self._settings.text("paper_margin", "normal", tuple(_MARGINS))
        self.sheet.setCurrentIndex(list(_SIZES).index(size))
        self.margin.setCurrentIndex(list(_MARGINS).index(margin))
        self.numbers.setChecked(self._settings.flag("paper_numbers", default=True))
        self.pictures.setChecked(self._settings.flag("paper_pictures", default=True))

    def _remember(self) -> None:
        self._settings.set("paper_size", list(_SIZES)[self.sheet.currentIndex()])
        self._settings.set("paper_margin", list(_MARGINS)[self.margin.currentIndex()])
        self._settings.set("paper_numbers", self.numbers.isChecked())
        self._settings.set("paper_pictures", self.pictures.isChecked())

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Print") if self.printing else self.tr("Save as PDF"))
        self._labels[0].setText(self.tr("Paper"))
        self._labels[1].setText(self.tr("Margins"))
        margins = (self.tr("Narrow"), self.tr("Normal"), self.tr("Wide"))
        for combo, words, values in (
            (self.sheet, tuple(_SIZES), list(_SIZES.values())),
            (self.margin, margins, list(_MARGINS.values())),
        ):
            chosen = max(0, combo.currentIndex())
            combo.clear()
            for text, value in zip(words, values, strict=True):
                combo.addItem(text, value)
            combo.setCurrentIndex(chosen)
        self._name_choices((self.sheet, self.margin))
        self.numbers.setText(self.tr("Page numbers"))
        self.pictures.setText(self.tr("Pictures"))
        self.go.setText(self.tr("Print…") if self.printing else self.tr("Save…"))
        self.cancel.setText(self.tr("Stop") if self.bar.isVisible() else self.tr("Cancel"))

    def done(self, result: int) -> None:
        """Stop what is read or painted; a file that is being written is finished."""
        if self._job is not None:
            self._job.cancel()
        elif self._reading is not None and not self._writing:
            self._reading.cancel()
            self._reading = None
        if not self._writing:
            self._set_busy(busy=False)
        super().done(result)

"""The Share menu: to the clipboard, by e-mail, into files and on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from reader.domain import LibraryError
from reader.late import late
from reader.library.library import Library
from reader.ui.actions import Actions
from reader.ui.document.view import flat
from reader.ui.listing.list_pane import ListPane
from reader.ui.parts.toast import Toast
from reader.ui.reading.reader_pane import ReaderPane
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.taking_out.dragging import Dragging

# What writes the formats is loaded when it is first wanted: most starts never export anything.
if TYPE_CHECKING:
    from reader.exporting.piece import Piece
    from reader.exporting.values import ExportProgress
    from reader.ui.taking_out.export_dialog import ExportDialog
    from reader.ui.taking_out.paper_dialog import PaperDialog

with late():
    from reader.ui.parts import problem_words

#: More articles than these are not copied at once: nothing takes them in.
_MOST_TOGETHER = 200


class Sharing(QObject):
    """The actions of the Share menu; its dialogs are made when they are first wanted."""

    refused = Signal(LibraryError)

    def __init__(
        self,
        window: QWidget,
        session: LibrarySession,
        list_pane: ListPane,
        reader: ReaderPane,
        toast: Toast,
        settings: Settings,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._list, self._reader, self._toast = list_pane, reader, toast
        self.dragging = Dragging(session, list_pane, toast, settings)
        self.export_dialog: ExportDialog | None = None
        self.paper_dialog: PaperDialog | None = None
        handlers: dict[str, Callable[[], None]] = {
            "copy_text": self.copy_text,
            "copy_markdown": self.copy_markdown,
            "copy_quote": self.copy_quote,
            "mail": self.mail,
            "export": self.export,
            "pdf": lambda: self.paper(printing=False),
            "print": lambda: self.paper(printing=True),
        }
        for name, handler in handlers.items():
            actions[name].triggered.connect(lambda _checked=False, handler=handler: handler())

    def copy_text(self) -> None:
        """Copy the article, or all that are selected, as plain text."""
        from reader.exporting.plain import plain_text

        self._copy(plain_text, self.tr("Copied as text"), between="\n* * *\n\n")

    def copy_markdown(self) -> None:
        """Copy the article, or all that are selected, as Markdown."""
        from reader.exporting.plain import markdown_to_paste

        self._copy(markdown_to_paste, self.tr("Copied as Markdown"), between="\n---\n\n")

    def copy_quote(self) -> None:
        """Copy what is selected on the page, else the beginning of the article, with its source."""
        from reader.exporting.plain import quotation

        passage = flat(self._reader.viewer.textCursor().selectedText()) if self._reader.open_page() else ""
        # A passage is of the page, whatever else is selected in the list.
        said = self.tr("Copied as a quotation")
        self._copy(lambda piece: quotation(piece, passage), said, between="\n", page=bool(passage))

    def mail(self) -> None:
        """Begin a mail that names the articles and their addresses; the mail program sends it, or not."""
        from reader.exporting.plain import mail

        def done(address: str) -> None:
            if not address:
                self._toast.show_message(self.tr("Too many articles for one e-mail"))
            elif not QDesktopServices.openUrl(QUrl.fromEncoded(QByteArray(address.encode()))):
                self._toast.show_message(self.tr("No mail program answered"))

        self._with_pieces(mail, done)

    def export(self) -> None:
        """Offer to export the article, those that are selected, or all that are listed, once all of it is known."""
        self._list.when_whole(self._offer_to_export)

    def _offer_to_export(self) -> None:
        from reader.ui.taking_out.export_dialog import ExportDialog

        if self.export_dialog is None:
            self.export_dialog = ExportDialog(self._session, self._settings, self._window)
            self.export_dialog.finished_unseen.connect(self._tell_exported)
            self.export_dialog.refused_unseen.connect(self.refused)
        article, title = self._current()
        listed = self._list.model.ids[:]
        if not article and not listed:
            self._toast.show_message(self.tr("There is no article here"))
            return
        # A book of what a search found is called after that; what stands above the list may be shortened.
        name = self._list.search_bar.text() or self._list.name
        self.export_dialog.begin(article, title, listed, name, self._list.list.many())

    def paper(self, *, printing: bool) -> None:
        """Offer to save the article as PDF, or to print it."""
        article, title = self._current()
        if not article:
            self._toast.show_message(self.tr("No article is open"))
            return
        from reader.ui.taking_out.paper_dialog import PaperDialog

        if self.paper_dialog is None:
            self.paper_dialog = PaperDialog(self._session, self._settings, self._window)
            self.paper_dialog.saved.connect(self._tell_saved)
            self.paper_dialog.printed.connect(lambda: self._toast.show_message(self.tr("Sent to the printer")))
        self.paper_dialog.begin(article, title, printing=printing)

    def stop(self) -> None:
        """Paint nothing more: the window closes, and what is painted on must be there until the end of it."""
        if self.paper_dialog is not None:
            self.paper_dialog.done(0)

    # --- how

    def _current(self) -> tuple[int, str]:
        """Return the selected article, or of many the open one, and its title; 0 for none."""
        page = self._reader.open_page()
        shown, chosen = page.article if page else 0, self._list.list.current_article() or 0
        article = (shown or chosen) if self._list.list.count() > 1 else (chosen or shown)
        found = self._session.library.articles([article]) if article else []
        return (found[0].id, found[0].title) if found else (0, "")

    def _with_pieces(
        self, make: Callable[[Sequence[Piece]], str], done: Callable[[str], None], *, page: bool = False
    ) -> None:
        """Make something of the articles that are selected in a worker; of the open one if `page` says so."""
        from reader.exporting.piece import piece_of

        shown, many = self._reader.open_page(), self._list.list.many()
        if page and shown is not None:
            ids = [shown.article]
        else:
            ids = list(many[: _MOST_TOGETHER + 1]) or [article for article in self._current()[:1] if article]
        if not ids:
            self._toast.show_message(self.tr("No article is open"))
            return
        if len(ids) > _MOST_TOGETHER:
            self._toast.show_message(self.tr("Too many articles for this. Export them instead."))
            return

        def job(library: Library) -> str | None:
            contents = filter(None, map(library.content, ids))
            pieces = [piece_of(content) for content in contents]
            return make(pieces) if pieces else None

        self._session.read(job, lambda text: None if text is None else done(text))

    def _copy(self, make: Callable[[Piece], str], said: str, *, between: str, page: bool = False) -> None:
        def done(text: str) -> None:
            QApplication.clipboard().setText(text)
            self._toast.show_message(said)

        self._with_pieces(lambda pieces: between.join(map(make, pieces)), done, page=page)

    def _tell_exported(self, done: ExportProgress) -> None:
        said = self.tr("%n article(s) exported", "", done.done - len(done.gone))
        if done.files:
            self._toast.show_message(said, self.tr("Show"), lambda: _open(done.files[0].parent))
        else:
            self._toast.show_message(said)

    def _tell_saved(self, file: Path) -> None:
        said = self.tr("Saved: {name}").format(name=problem_words.printable(file.name))
        self._toast.show_message(said, self.tr("Open"), lambda: _open(file))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

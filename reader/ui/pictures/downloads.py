"""Pictures of the web in the window: asks after an import, begins what may always be fetched, tells how it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.domain import Changes, Source
from reader.library.library import Library
from reader.offline import DownloadProgress, Fetch, PictureScope, Stop, if_allowed
from reader.outcomes import ImportReport
from reader.ui.actions import Actions
from reader.ui.importing.dialog import ImportDialog
from reader.ui.importing.runner import ImportRunner
from reader.ui.parts.problem_words import printable
from reader.ui.parts.toast import Toast
from reader.ui.pictures.download_runner import DownloadRunner
from reader.ui.pictures.offer import Offer
from reader.ui.pictures.words import end_words
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.session import LibrarySession
from reader.ui.status import StatusLine


class Downloads(QObject):
    """Connects the download with the import dialog, the notice, the status bar and the page."""

    #: The user wants to choose what may be fetched for a source.
    choice_wanted = Signal(int)

    def __init__(
        self, session: LibrarySession, importing: ImportRunner, actions: Actions, toast: Toast, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._importing = importing
        self._toast = toast
        self._later: Offer | None = None
        self.runner = DownloadRunner(session, self)
        self._switch = actions["work_offline"]
        self._switch.setChecked(self.runner.offline)
        self._switch.toggled.connect(self.runner.work_offline)
        self.runner.finished.connect(self._tell_end)
        importing.finished.connect(self._look_for_offer)
        importing.busy_changed.connect(lambda busy: None if busy else self.runner.begin_standing())
        importing.rested.connect(self.runner.begin_standing)
        toast.gone.connect(self._offer_later)

    def connect_panes(self, dialog: ImportDialog, status: StatusLine, viewer: ArticleViewer) -> None:
        """Let them show what happens, and ask for it."""
        self._dialog = dialog
        dialog.report.offer.answered.connect(self._on_answer)
        self.runner.progressed.connect(status.show_download)

        def changed() -> None:
            if not self.runner.running:
                status.show_download(None)
            viewer.set_offline(self.runner.offline)

        def ended(last: DownloadProgress) -> None:
            page = viewer.page()
            # What could not be had is told by its card.
            if last.failed and page is not None and page.absent:
                self._session.announce(Changes(pictures=(page.article,)))

        self.runner.changed.connect(changed)
        self.runner.finished.connect(ended)
        viewer.pictures_wanted.connect(lambda article: self._fetch(PictureScope(article=article)))
        viewer.picture_wanted.connect(
            lambda article, address: self._fetch(PictureScope(article=article, address=address))
        )
        changed()

    def _fetch(self, scope: PictureScope) -> None:
        if self.runner.offline:
            self._toast.show_message(
                self.tr("You work offline"), self.tr("Go online"), lambda: self._switch.setChecked(False)
            )
            return
        self.runner.fetch(Fetch.ALL, scope, retry=True)

    # --- the question

    def _look_for_offer(self, _report: ImportReport) -> None:
        folder = self._importing.folder
        self._dialog.report.offer.ask(None)
        if not self.runner.offline:
            self._session.read(lambda library: _offer(library, folder), self._on_offer)

    def _on_offer(self, offer: Offer | None) -> None:
        if offer is None:
            return
        if self._dialog.isVisible():
            self._dialog.report.offer.ask(offer)
            self._note(offer)
            return
        self._later = offer
        if self._toast.isHidden():
            self._offer_later()

    def _offer_later(self) -> None:
        offer, self._later = self._later, None
        if offer is not None:
            said = self.tr("“{name}” names %n picture(s) on the web", "", offer.pictures)
            self._toast.show_message(
                said.format(name=printable(offer.name)),
                self.tr("Choose…"),
                lambda: self.choice_wanted.emit(offer.source),
            )
            self._note(offer)

    def _note(self, offer: Offer) -> None:
        self._session.write(lambda library: library.web.note_asked(offer.source))

    def _on_answer(self, source: int, what: Fetch, always: bool) -> None:
        if always:
            self.runner.allow(what, source)
        elif what is not Fetch.NOTHING:
            self.runner.fetch(what, PictureScope(source=source))

    def _tell_end(self, last: DownloadProgress) -> None:
        full = last.stopped in (Stop.BUDGET, Stop.DISK_FULL)
        if full or (self.runner.asked and (last.stored or last.stopped is not None)):
            self._toast.show_message(end_words(last))


def _offer(library: Library, folder: Path | None) -> Offer | None:
    """Return the first undecided source with pictures on the web: that of a folder, or any."""
    undecided = set(library.web.undecided())
    root = _real(folder)
    for source in library.sources():
        if source.id in undecided and root in (None, source.root):
            number = _pictures(library, source)
            if number:
                return Offer(source.id, source.name, number)
    return None


def _pictures(library: Library, source: Source) -> int:
    scope = PictureScope(source=source.id)
    *_, guess = library.web.estimate([if_allowed(Fetch.ALL, scope)])
    return guess.pictures


def _real(folder: Path | None) -> Path | None:
    try:
        return folder.resolve() if folder is not None else None
    except (OSError, RuntimeError, ValueError):
        return folder

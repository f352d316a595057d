"""Web pictures in the window: asks after an import, starts what is always allowed, reports progress, shows the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.domain import Changes, Source
from reader.late import late
from reader.library.library import Library
from reader.ui.actions import Actions
from reader.ui.importing.runner import ImportRunner
from reader.ui.parts.resting import keeps_nothing
from reader.ui.parts.toast import Toast
from reader.ui.pictures.download_runner import DownloadRunner
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.session import LibrarySession
from reader.ui.status import StatusLine

with late():
    from reader import offline
    from reader.ui.importing import on_disk
    from reader.ui.parts import problem_words
    from reader.ui.pictures import offer as offers
    from reader.ui.pictures import offline_dialog
    from reader.ui.pictures import words as picture_words

if TYPE_CHECKING:
    from pathlib import Path

    from reader.outcomes import ImportReport
    from reader.ui.importing.dialog import ImportDialog
    from reader.ui.importing.report_page import ReportPage


class Downloads(QObject):
    """Connects the download with its dialog, the import dialog, the notice, the status bar and the page."""

    def __init__(
        self, session: LibrarySession, importing: ImportRunner, actions: Actions, toast: Toast, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._importing = importing
        self._toast = toast
        self._dialog: ImportDialog | None = None
        self.offline_dialog: offline_dialog.OfflineDialog | None = None
        self._later: offers.Offer | None = None
        self.runner = DownloadRunner(session, self)
        self._switch = actions["work_offline"]
        self._switch.setChecked(self.runner.offline)
        self._switch.toggled.connect(self.runner.work_offline)
        self.runner.progressed.connect(self._tell_progress)
        self.runner.finished.connect(self._tell_end)
        importing.finished.connect(self._look_for_offer)
        importing.busy_changed.connect(lambda busy: None if busy else self.runner.begin_standing())
        importing.rested.connect(self.runner.begin_standing)
        toast.gone.connect(self._offer_later)
        actions["pictures"].triggered.connect(lambda: self.show_offline())

    def show_offline(self, source: int | None = None) -> None:
        """Show how complete the articles are, with a source chosen if one is given."""
        if self.offline_dialog is None:
            self.offline_dialog = offline_dialog.OfflineDialog(self._session, self.runner, self._window)
            keeps_nothing(self.offline_dialog, self, "offline_dialog")
        self.offline_dialog.begin(source)

    def attach(self, dialog: ImportDialog) -> None:
        """Let the import dialog ask what is to be fetched."""
        self._dialog = dialog
        dialog.offer_answered.connect(self._on_answer)

    def connect_panes(self, status: StatusLine, viewer: ArticleViewer) -> None:
        """Let them show what happens, and ask for it."""
        self.runner.progressed.connect(status.show_download)

        def changed() -> None:
            if not self.runner.running:
                status.show_download(None)
            viewer.set_offline(self.runner.offline)

        def ended(last: offline.DownloadProgress) -> None:
            page = viewer.page()
            # What could not be had is told by its card.
            if last.failed and page is not None and page.absent:
                self._session.announce(Changes(pictures=(page.article,)))

        self.runner.changed.connect(changed)
        self.runner.finished.connect(ended)
        viewer.pictures_wanted.connect(lambda article: self._fetch(offline.PictureScope(article=article)))
        viewer.picture_wanted.connect(
            lambda article, address: self._fetch(offline.PictureScope(article=article, address=address))
        )
        changed()

    def _fetch(self, scope: offline.PictureScope) -> None:
        if self.runner.offline:
            self._toast.show_message(
                self.tr("You are working offline"), self.tr("Go online"), lambda: self._switch.setChecked(False)
            )
            return
        self.runner.fetch(offline.Fetch.ALL, scope, retry=True)

    # --- the question

    def _look_for_offer(self, _report: ImportReport) -> None:
        folder = self._importing.folder
        if not self.runner.offline:
            self._session.on_drive(lambda library: _offer(library, folder), self._on_offer)

    def _on_offer(self, offer: offers.Offer | None) -> None:
        if offer is None:
            return
        if (report := self._seen_report()) is not None:
            report.offer.ask(offer)
            self._note(offer)
            return
        self._later = offer
        if self._toast.isHidden():
            self._offer_later()

    def _offer_later(self) -> None:
        offer, self._later = self._later, None
        if offer is not None:
            said = self.tr("“{name}” uses %n picture(s) from the web", "", offer.pictures)
            self._toast.show_message(
                said.format(name=problem_words.printable(offer.name)),
                self.tr("Choose…"),
                lambda: self.show_offline(offer.source),
            )
            self._note(offer)

    def _note(self, offer: offers.Offer) -> None:
        self._session.write(lambda library: library.web.note_asked(offer.source))

    def _on_answer(self, source: int, what: offline.Fetch, always: bool) -> None:
        if always:
            self.runner.allow(what, source)
        elif what is not offline.Fetch.NOTHING:
            self.runner.fetch(what, offline.PictureScope(source=source))

    def _tell_progress(self, step: offline.DownloadProgress) -> None:
        if self.runner.asked and (report := self._seen_report()) is not None:
            report.tell_fetched(self.tr("Pictures: {progress}").format(progress=picture_words.progress_words(step)))

    def _tell_end(self, last: offline.DownloadProgress) -> None:
        full = last.stopped in (offline.Stop.BUDGET, offline.Stop.DISK_FULL)
        # That one picture could not be had is told by its card.
        if full or (self.runner.asked and (last.stored or last.failed > 1 or last.stopped is not None)):
            said, report = picture_words.end_words(last), self._seen_report()
            if report is not None:
                report.tell_fetched(said)
            else:
                self._toast.show_message(said)

    def _seen_report(self) -> ReportPage | None:
        return self._dialog.seen_report() if self._dialog is not None else None


def _offer(library: Library, folder: Path | None) -> offers.Offer | None:
    """Return the first undecided source with pictures on the web: that of a folder, or any."""
    undecided = set(library.web.undecided())
    sources = library.sources() if folder is None else [on_disk.known(library, folder)]
    for source in sources:
        if source is not None and source.id in undecided:
            number = _pictures(library, source)
            if number:
                return offers.Offer(source.id, source.name, number)
    return None


def _pictures(library: Library, source: Source) -> int:
    scope = offline.PictureScope(source=source.id)
    *_, guess = library.web.estimate([offline.if_allowed(offline.Fetch.ALL, scope)])
    return guess.pictures

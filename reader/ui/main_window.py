"""The main window: places the panes and connects them; does nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from reader import resources
from reader.domain import Changes, Dialect, ImportOptions
from reader.library.library import Library
from reader.ui.actions import Actions
from reader.ui.commands import Commands
from reader.ui.dialogs import Dialogs
from reader.ui.importing.dropping import Drops
from reader.ui.importing.notices import ImportNotices
from reader.ui.importing.runner import ImportRunner
from reader.ui.importing.watched_folders import WatchedFolders
from reader.ui.keeping.dialogs import KeepingDialogs
from reader.ui.keeping.upkeep import Upkeep
from reader.ui.listing.arranging import Arranging
from reader.ui.listing.article_model import ArticleModel
from reader.ui.listing.list_pane import ListPane
from reader.ui.listing.snippets import Snippets
from reader.ui.listing.thumbnails import Thumbnails
from reader.ui.looks.appearance import Appearance
from reader.ui.navigator import Navigator, Shown
from reader.ui.panes import Panes
from reader.ui.parts.array_search import place_in
from reader.ui.parts.empty_state import EmptyState
from reader.ui.parts.toast import Toast
from reader.ui.pictures.downloads import Downloads
from reader.ui.reading.lightbox_opener import LightboxOpener
from reader.ui.reading.reader_pane import ReaderPane
from reader.ui.reading.related import Related
from reader.ui.reading_course import ReadingCourse
from reader.ui.search.going import Going
from reader.ui.search.searching import Searching
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.sidebar.category_commands import CategoryCommands
from reader.ui.sidebar.lines import Folder
from reader.ui.sidebar.sidebar import Sidebar
from reader.ui.sidebar.smart_commands import SmartCommands
from reader.ui.sidebar.stand_in import StandIn
from reader.ui.sidebar.summary import Summary
from reader.ui.status import StatusLine
from reader.ui.taking_out.sharing import Sharing
from reader.ui.times.opener import TimeOpener
from reader.ui.warming import Warming
from reader.ui.welcome import Welcome
from reader.ui.window_state import WindowState

if TYPE_CHECKING:
    from reader.viewing.page import Page


class MainWindow(QMainWindow):
    """Three panes over one library."""

    def __init__(self, session: LibrarySession, settings: Settings, appearance: Appearance) -> None:
        super().__init__()
        self.session, self.appearance = session, appearance
        self.setObjectName("mainWindow")
        self.setWindowTitle("Broadsheet")
        self.setWindowIcon(QIcon(str(resources.path("icons", "broadsheet.svg"))))
        self.setAcceptDrops(True)
        self._make_parts(settings)
        self._place_parts()
        self.state = WindowState(self, settings)
        self._connect_panes()
        self._connect_commands()
        self._connect_import()

    def _make_parts(self, settings: Settings) -> None:
        session, icons = self.session, self.appearance.icons
        self.actions_ = Actions(icons, settings, self)
        self.navigator = Navigator(session, self)
        self.summary = Summary(session, self)
        self.runner = ImportRunner(session, self)
        self.thumbnails = Thumbnails(session, self)
        self.center = QStackedWidget(self)
        self.splitter = Panes(self.center)
        self.sidebar = Sidebar(self.actions_, icons, self.splitter)
        model = ArticleModel(session.titles.articles, self)
        self.list_pane = ListPane(model, self.thumbnails, Snippets(session, self), self.actions_, icons, self.splitter)
        self.reader = ReaderPane(session.picture_file, self.actions_, self.appearance, self.splitter)
        self.related = Related(session, self.reader.viewer, self)
        self.welcome = Welcome(self.actions_, icons, self.center)
        self.status = StatusLine(self)
        self.lightbox = LightboxOpener(session.picture_file, self)
        self.toast = Toast(self)
        self.dialogs = Dialogs(self, session, self.runner, settings, self.appearance, self.actions_)
        self.drops = Drops(self)
        self.notices = ImportNotices(session, self.runner, self.toast, self)
        self.watched = WatchedFolders(session, self.runner, self)
        self.upkeep = Upkeep(session, self.runner, self)
        self.downloads = Downloads(session, self.runner, self.actions_, self.toast, self)
        self.keeping = KeepingDialogs(self, session, settings, self.actions_)
        self.arranging = Arranging(self.actions_, self.list_pane, settings, self)
        self.searching = Searching(
            session, self.navigator, self.sidebar, self.list_pane, self.reader, self.actions_, settings, self
        )
        self.commands = Commands(session, self.navigator, self.list_pane, self.reader, self.toast, self.sidebar, self)
        self.course = ReadingCourse(self, session, self.navigator, self.list_pane, self.reader, self.status, settings)
        self.smart = SmartCommands(session, self.actions_, self.sidebar, self.list_pane, self.toast)
        self.categories = CategoryCommands(session, self.actions_, self.sidebar, self.toast)
        self.going = Going(session, self.navigator, self.sidebar, self.list_pane, self.actions_, icons, settings, self)
        self.times = TimeOpener(session, self.navigator, self.list_pane, self.actions_, icons)
        self.sharing = Sharing(self, session, self.list_pane, self.reader, self.toast, settings, self.actions_)

    def _place_parts(self) -> None:
        self.splitter.hold([self.sidebar.tree, self.list_pane.list, self.reader.viewer])
        self.center.addWidget(self.splitter)
        self.center.addWidget(self.welcome)
        self.setCentralWidget(self.center)
        self.setStatusBar(self.status)
        self.setMinimumSize(560, 360)
        self.resize(1280, 800)
        StandIn(self.sidebar, self.list_pane, self.actions_["sidebar"])
        self.actions_.attach(self, self.splitter.panes)

    def _connect_panes(self) -> None:
        self.list_pane.article_chosen.connect(self.navigator.open)
        self.list_pane.list.clicked.connect(self.splitter.show_page)
        self.arranging.changed.connect(self.searching.show)
        self.navigator.listed.connect(self._on_listed)
        self.navigator.opened.connect(self._on_opened)
        self.navigator.lost.connect(self.reader.clear)
        self.summary.changed.connect(self._on_summary)
        for commands in (self.smart, self.categories):
            commands.shown_changed.connect(self.searching.show)
        self.session.changed.connect(self._on_changes)
        self.session.refused.connect(self.dialogs.tell_refusal)
        viewer = self.reader.viewer
        viewer.next_requested.connect(self.commands.next_unread)
        viewer.previous_requested.connect(lambda: self.list_pane.list.step(-1))
        viewer.link_activated.connect(self.commands.open_link)
        viewer.link_hovered.connect(self.status.show_link)
        viewer.picture_activated.connect(self.lightbox.open)
        viewer.links.article_wanted.connect(self.commands.open_article)
        self.keeping.refused.connect(self.dialogs.tell_refusal)
        self.sharing.refused.connect(self.dialogs.tell_refusal)
        self.lightbox.failed.connect(self.toast.show_message)
        viewer.position_changed.connect(self._on_position)
        self.appearance.theme_coming.connect(viewer.maker.make_ready)
        self.appearance.theme_changed.connect(self._on_theme)
        self.appearance.language_changed.connect(self._set_language)
        self._set_language()
        self.status.show_sealed(self.session.sealed)

    def _connect_commands(self) -> None:
        actions = self.actions_
        self.commands.connect_actions(actions)
        actions["import"].triggered.connect(lambda: self.dialogs.import_folder())
        actions["refresh"].triggered.connect(self.runner.refresh)
        self.sidebar.line_menu.refresh_wanted.connect(lambda source: self.runner.refresh([source]))
        actions["folders"].triggered.connect(self.dialogs.folders)
        actions["history"].triggered.connect(lambda: self.dialogs.history())
        actions["sample"].triggered.connect(self.import_sample)
        actions["settings"].triggered.connect(self.dialogs.settings)
        actions["shortcuts"].triggered.connect(self.dialogs.shortcuts)
        actions["search_help"].triggered.connect(self.dialogs.search_help)
        actions["about"].triggered.connect(self.dialogs.about)
        actions["quit"].triggered.connect(self.close)
        self.splitter.serve(actions)
        actions.set_writable(writable=self.session.sealed is None)

    def _connect_import(self) -> None:
        self.welcome.primary_clicked.connect(lambda: self.dialogs.import_folder())
        self.welcome.secondary_clicked.connect(self.import_sample)
        self.drops.dropped.connect(self.dialogs.take)
        self.runner.progressed.connect(self.status.show_progress)
        shown = self.dialogs.importing_shown
        self.runner.finished.connect(lambda report: None if shown() else self.notices.tell_report(report))
        self.notices.report_wanted.connect(lambda: self.dialogs.importing.show())
        self.runner.busy_changed.connect(lambda busy: None if busy else self.status.show_progress(None))
        self.dialogs.importing_made.connect(self.downloads.attach)
        self.downloads.connect_panes(self.status, self.reader.viewer)
        self.dialogs.show_articles.connect(self.going.show_source)
        self.dialogs.watch_changed.connect(self.watched.look_again)

    def start(self) -> None:
        """Load what was shown last; called once the window is visible."""
        self.state.restore_place()
        self.searching.show()
        self.summary.load()
        self.smart.load()
        QTimer.singleShot(1500, self._begin_rest)

    def _begin_rest(self) -> None:
        """Begin what may wait until the window is there: what was interrupted, and what changed since it was open."""
        Warming(self.session, self.reader.viewer.stage, self).begin()
        if self.session.sealed is not None:
            return
        self.categories.sorting.begin()
        self.runner.finish_pending()
        self.session.read(Library.rebuild_wanted, lambda wanted: self.runner.refresh() if wanted else None)
        self.watched.look_again()

    def open_folders(self, folders: Sequence[Path]) -> None:
        """Offer to import folders, one after another."""
        self.dialogs.import_folders(folders)

    def import_sample(self) -> None:
        """Bring in the sample posts, without questions."""
        self.runner.start(resources.path("sample"), ImportOptions(Dialect.HEXO))

    def _on_listed(self, shown: Shown) -> None:
        self.searching.name_list()
        self.list_pane.show_listing(shown)
        self.going.on_listed(shown)
        if shown.listing.whole:
            self.searching.on_listed(shown)
            self.state.restore_list()
        self._find_focus()

    def _on_opened(self, page: Page) -> None:
        self.splitter.show_page()
        self.reader.show_page(page)
        self.course.trail.on_opened(page)
        self.searching.on_opened(page)
        self.related.begin(page)

    def _on_position(self, position: int) -> None:
        page = self.reader.open_page()
        if page is not None:
            self.session.note_position(page.article, position)

    def _on_summary(self) -> None:
        counts = self.summary.counts
        self.sidebar.model.set_library(self.summary.contents)
        key = self.sidebar.tree.current()
        if self.sidebar.model.text_of(key) == "" and not self.sidebar.model.find(key).isValid():
            # A category that lists nothing any more, or one of another library.
            self.sidebar.tree.choose(Folder.ALL)
            self.searching.show()
        self.status.show_counts(counts)
        page = self.splitter if counts.total else self.welcome
        if self.center.currentWidget() is not page:
            self.center.setCurrentWidget(page)
            if focused := self.splitter.focusWidget():
                focused.clearFocus()
        self._find_focus()

    def _find_focus(self) -> None:
        """Let the keys work in the list when the welcome page, which had the focus, is gone."""
        if self.focusWidget() is None and self.list_pane.list.isVisible():
            self.list_pane.list.setFocus()

    def _on_changes(self, changes: Changes) -> None:
        if changes.marks or changes.pictures:
            self.list_pane.model.refresh(chain(changes.marks, changes.pictures))
        article = self.navigator.article
        if article is not None and place_in(changes.marks, article) >= 0:
            found = self.session.library.articles([article])
            self.reader.set_bookmarked(bookmarked=bool(found) and found[0].bookmarked)

    def _on_theme(self) -> None:
        self.reader.viewer.set_theme(self.appearance.icons.theme)
        for widget in (self, *self.findChildren(EmptyState)):
            widget.update()

    def _set_language(self) -> None:
        self.list_pane.set_language(self.appearance.language)
        self.sidebar.tree.delegate.set_language(self.appearance.language)
        self.going.set_language(self.appearance.language)

    # --- what Qt asks

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.drops.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drops.drop(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.splitter.fit(event.oldSize().width(), event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.summary.look_again()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.state.save()
        for part in (self.watched, self.sharing, self.upkeep, self.lightbox, self.reader):
            part.stop()
        self.runner.cancel()
        self.session.close()
        super().closeEvent(event)

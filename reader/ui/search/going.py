"""Going somewhere by name: opens the quick switcher, and brings what was chosen into the panes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reader.library.query_names import condition_on
from reader.library.query_tree import Naming
from reader.library.switching import Kind, Target
from reader.ui.actions import Actions
from reader.ui.listing.list_pane import ListPane
from reader.ui.looks.icons import Icons
from reader.ui.navigator import Navigator
from reader.ui.search.quick_switcher import QuickSwitcher
from reader.ui.session import LibrarySession
from reader.ui.sidebar.lines import Folder, Key, OfSource, Saved, Tagged
from reader.ui.sidebar.sidebar import Sidebar

_NAMINGS = {Kind.TAG: Naming.TAG, Kind.SOURCE: Naming.SOURCE, Kind.CATEGORY: Naming.CATEGORY}
_KEYS: dict[Kind, Callable[[int], Key]] = {
    Kind.TAG: Tagged,
    Kind.SOURCE: OfSource,
    Kind.SMART: Saved,
    Kind.CATEGORY: int,
}


class Going(QObject):
    """Connects the switcher with the sidebar, the list and the commands."""

    def __init__(
        self,
        session: LibrarySession,
        navigator: Navigator,
        sidebar: Sidebar,
        list_pane: ListPane,
        actions: Actions,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._navigator = navigator
        self._sidebar = sidebar
        self._list = list_pane
        self._actions = actions
        self._wanted: int | None = None
        self.switcher = QuickSwitcher(session, icons, window)
        self.switcher.chosen.connect(self.go)
        actions["go_to"].triggered.connect(lambda: self.switcher.begin(self._places()))
        sidebar.tree.more_wanted.connect(actions["go_to"].trigger)
        # Queued: the list pane shows the list first.
        navigator.listed.connect(self._on_listed, Qt.ConnectionType.QueuedConnection)

    def go(self, target: Target) -> None:
        """Show what was chosen, or do it."""
        self._wanted = None
        if target.kind is Kind.COMMAND:
            self._actions[str(target.key)].trigger()
        elif target.kind is Kind.ARTICLE:
            self._open(int(target.key))
        elif self._sidebar.model.find(_key(target)).isValid():
            self._choose(_key(target))
            self._list.list.setFocus()
        elif target.kind in _NAMINGS:
            # One of many tags, or a hidden category.
            self._choose(Folder.ALL)
            self._list.search.setText(condition_on(_NAMINGS[target.kind], target.name))
            self._list.search_bar.submit()

    def _choose(self, key: Key) -> None:
        """Choose a line of the sidebar and list all of it."""
        self._list.search.clear()
        self._sidebar.tree.setCurrentIndex(self._sidebar.model.find(key))

    def _open(self, article: int) -> None:
        if not self._list.list.choose(article):
            # Among all others it can be gone on from.
            self._wanted = article
            self._choose(Folder.ALL)
            self._navigator.open(article)
        self._list.list.setFocus()

    def _on_listed(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted == self._navigator.article:
            self._list.choose_quietly(wanted)

    def _places(self) -> list[Target]:
        folders = [Target(Kind.FOLDER, folder, self._sidebar.model.name_of(folder)) for folder in Folder]
        commands = self._actions.commands()
        return folders + [Target(Kind.COMMAND, *command) for command in commands if command[0] != "go_to"]


def _key(target: Target) -> Key:
    if target.kind is Kind.FOLDER:
        return Folder(str(target.key))
    key: Key = _KEYS[target.kind](int(target.key))
    return key

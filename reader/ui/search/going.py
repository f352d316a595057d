"""Opens the quick switcher, and brings what was chosen into the panes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.late import late
from reader.ui.actions import Actions
from reader.ui.listing.list_pane import ListPane
from reader.ui.looks.icons import Icons
from reader.ui.navigator import Navigator, Shown
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings
from reader.ui.sidebar.lines import Folder, Key, OfSource, Saved, Tagged
from reader.ui.sidebar.sidebar import Sidebar

with late():
    from reader.library.conditions import query_tree
    from reader.library.navigation import switching
    from reader.ui.parts import conditions
    from reader.ui.preferences import choosing
    from reader.ui.search import quick_switcher

# By switching.Kind, and the keys of these lines.
_KEYS: dict[str, Callable[[int], Key]] = {"tag": Tagged, "source": OfSource, "smart": Saved, "category": int}


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
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._navigator = navigator
        self._sidebar = sidebar
        self._list = list_pane
        self._actions = actions
        self._wanted: int | None = None
        self._session, self._icons, self._settings, self._window = session, icons, settings, window
        self._language = ""
        actions["go_to"].triggered.connect(lambda: self.switcher.begin(self._places()))
        sidebar.tree.more_wanted.connect(actions["go_to"].trigger)

    @cached_property
    def switcher(self) -> quick_switcher.QuickSwitcher:
        """The quick switcher, made when it is first wanted."""
        switcher = quick_switcher.QuickSwitcher(self._session, self._icons, self._window)
        switcher.chosen.connect(self.go)
        switcher.list.delegate.set_language(self._language)
        return switcher

    def set_language(self, language: str) -> None:
        """Draw in the fonts for a user interface in that language."""
        self._language = language
        if "switcher" in self.__dict__:
            self.switcher.list.delegate.set_language(language)

    def go(self, target: switching.Target) -> None:
        """Show what was chosen, or do it."""
        self._wanted = None
        if target.kind is switching.Kind.COMMAND:
            self._actions[str(target.key)].trigger()
        elif target.kind is switching.Kind.SETTING:
            choosing.choose(self._settings, str(target.key))
        elif target.kind is switching.Kind.ARTICLE:
            self._open(int(target.key))
        elif self._sidebar.model.find(_key(target)).isValid():
            self._choose(_key(target))
            self._list.list.setFocus()
        elif target.kind in (switching.Kind.TAG, switching.Kind.SOURCE, switching.Kind.CATEGORY):
            # One of many tags, or a hidden category.
            self._choose(Folder.ALL)
            self._list.search.setText(conditions.naming(query_tree.Naming(target.kind), target.name))
            self._list.search_bar.submit()

    def show_source(self, source: int) -> None:
        """List the articles of a source, where the sidebar has it, and go there."""
        if self._sidebar.model.find(OfSource(source)).isValid():
            self._choose(OfSource(source))
        self._list.list.setFocus()

    def _choose(self, key: Key) -> None:
        """Choose a line of the sidebar and list all of it."""
        self._navigator.narrow(())
        self._list.search.clear()
        self._sidebar.tree.setCurrentIndex(self._sidebar.model.find(key))

    def _open(self, article: int) -> None:
        if not self._list.list.choose(article):
            # Among all others it can be gone on from.
            self._wanted = article
            self._choose(Folder.ALL)
            self._navigator.open(article)
        self._list.list.setFocus()

    def on_listed(self, shown: Shown) -> None:
        """Choose what was gone to in a list that is shown now."""
        wanted = self._wanted
        if shown.listing.whole:
            self._wanted = None
        if wanted is not None and wanted == self._navigator.article:
            self._list.choose_quietly(wanted)

    def _places(self) -> list[switching.Target]:
        kinds, name_of = switching.Kind, self._sidebar.model.name_of
        folders = [switching.Target(kinds.FOLDER, folder, name_of(folder)) for folder in Folder]
        commands = [
            switching.Target(kinds.COMMAND, name, words, key, also=choosing.other_words(self._actions, name))
            for name, words, key in self._actions.commands()
            if name != "go_to"
        ]
        settings = [
            switching.Target(kinds.SETTING, each.key, each.words, self._now(each), also=each.also)
            for each in choosing.offered(self._settings)
        ]
        return folders + commands + settings

    def _now(self, choice: choosing.Chosen) -> str:
        return self.tr("chosen") if choice.now else ""


def _key(target: switching.Target) -> Key:
    if target.kind is switching.Kind.FOLDER:
        return Folder(str(target.key))
    key: Key = _KEYS[target.kind](int(target.key))
    return key

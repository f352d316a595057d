"""Commands on smart folders: saving, changing, moving, deleting, each of them undoable."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.domain import Changes
from reader.late import late
from reader.library.library import Library
from reader.library.navigation.saved import SavedSearch, same_name
from reader.ui.actions import Actions
from reader.ui.listing.list_pane import ListPane
from reader.ui.parts.toast import Toast
from reader.ui.session import LibrarySession
from reader.ui.sidebar.lines import Folder, Key, OfSource, Saved, Tagged
from reader.ui.sidebar.sidebar import Sidebar
from reader.ui.sidebar.smart_folders import SmartFolders
from reader.ui.undoing import JobCommand

with late():
    from reader.library.conditions import query_tree
    from reader.ui.parts import conditions, problem_words
    from reader.ui.sidebar import smart_dialog

_CONDITIONS: dict[Key, tuple[str, str]] = {
    Folder.UNREAD: ("is", "unread"),
    Folder.TODAY: ("on", "today"),
    Folder.LATER: ("is", "bookmarked"),
}

Step = Callable[[Library], object]


class SmartCommand(JobCommand):
    """A change of the smart folders; each way is a job, run after those asked for before."""

    def __init__(
        self, session: LibrarySession, text: str, steps: tuple[Step, Step], done: Callable[[], None] | None
    ) -> None:
        super().__init__(session, text)
        self._steps = steps
        self._done = done

    def redo(self) -> None:
        done, self._done = self._done, None
        self._run(self._steps[0], done, undone=False)

    def undo(self) -> None:
        self._run(self._steps[1], None, undone=True)

    def _run(self, step: Step, done: Callable[[], None] | None, *, undone: bool) -> None:
        def job(library: Library) -> Changes:
            step(library)
            return Changes(searches=True)

        self.carry_out(job, lambda _: done() if done is not None else None, undone=undone)


class SmartCommands(QObject):
    """Connects the sidebar's smart folders with what can be done to them.

    `shown_changed` tells that the one which is shown finds something else now, or is no more.
    """

    shown_changed = Signal()

    def __init__(
        self, session: LibrarySession, actions: Actions, sidebar: Sidebar, list_pane: ListPane, toast: Toast
    ) -> None:
        super().__init__(sidebar)
        self._session = session
        self._folders = SmartFolders(session, self)
        self._sidebar = sidebar
        self._list = list_pane
        self._toast = toast
        self._dialog: smart_dialog.SmartDialog | None = None
        sidebar.line_menu.asked.connect(self._do)
        sidebar.model.renamed.connect(lambda key, name: self.rename(key.id, name) if isinstance(key, Saved) else None)
        sidebar.model.ordered.connect(lambda key, place: self.move(key.id, place) if isinstance(key, Saved) else None)
        actions["save_search"].triggered.connect(self.ask_to_save)
        self._folders.listed.connect(self._on_listed)
        self._folders.counted.connect(sidebar.model.set_unread)

    def load(self) -> None:
        """Show the smart folders, with their numbers as soon as they are counted."""
        self._folders.load()

    def _on_listed(self) -> None:
        tree, model = self._sidebar.tree, self._sidebar.model
        key, before = tree.current(), model.text_of(tree.current())
        model.set_searches(self._folders.searches, self._folders.unread)
        now = model.text_of(key)
        if now is None:
            tree.choose(Folder.ALL)
        if now != before or now is None:
            self.shown_changed.emit()

    def dialog(self) -> smart_dialog.SmartDialog:
        """Return the dialog, made when it is first wanted."""
        if self._dialog is None:
            self._dialog = smart_dialog.SmartDialog(self._sidebar.window())
            self._dialog.answered.connect(self._on_answer)
        return self._dialog

    def ask_to_save(self) -> None:
        """Ask how what is listed now is to be kept: the words of the search box, and where they are looked for."""
        key, typed = self._sidebar.tree.current(), self._list.search.text().strip()
        # The name of another smart folder is taken.
        name = typed or ("" if key == Folder.ALL or isinstance(key, Saved) else self._sidebar.model.name_of(key))
        where = "" if self._list.search_bar.searches_everywhere() else self._conditions(key)
        self.dialog().ask(0, name, " ".join(filter(None, (where, typed))), self._folders.searches)

    def ask_to_change(self, search: int) -> None:
        """Ask for another name or other conditions."""
        if (saved := self._find(search)) is not None:
            self.dialog().ask(search, saved.name, saved.text, self._others(search))

    def save(self, name: str, text: str) -> None:
        """Keep a search."""
        kept: list[SavedSearch] = []

        def do(library: Library) -> None:
            if kept:
                library.saved.restore(kept[0])
            else:
                kept.append(library.saved.add(name, text))

        def done() -> None:
            self._tell(self.tr("“{name}” is now a smart folder"), kept[0].name)

        # Nothing was kept where that was refused.
        steps = do, lambda library: library.saved.remove(kept[0].id) if kept else None
        self._push(self.tr("Save a smart folder"), steps, done)

    def change(self, search: int, name: str, text: str) -> None:
        """Give one another name or other conditions."""
        old = self._find(search)
        if old is not None and (old.name, old.text) != (name, text):
            self._push(
                self.tr("Change a smart folder"),
                (
                    lambda library: library.saved.edit(search, name, text),
                    lambda library: library.saved.edit(search, old.name, old.text),
                ),
            )

    def rename(self, search: int, name: str) -> None:
        """Give one another name, unless that is taken."""
        saved = self._find(search)
        if saved is None or not name.strip():
            return
        if any(same_name(name, other.name) for other in self._others(search)):
            self._toast.show_message(self.tr("There is already a smart folder of this name."))
        else:
            self.change(search, name, saved.text)

    def move(self, search: int, place: int) -> None:
        """Let one stand at another place, from 0."""
        saved = self._find(search)
        place = min(max(place, 0), len(self._folders.searches) - 1)
        if saved is not None and saved.place != place:
            self._push(
                self.tr("Move a smart folder"),
                (
                    lambda library: library.saved.move(search, place),
                    lambda library: library.saved.move(search, saved.place),
                ),
            )

    def remove(self, search: int) -> None:
        """Keep one no longer."""
        if (saved := self._find(search)) is not None:
            self._push(
                self.tr("Delete a smart folder"),
                (lambda library: library.saved.remove(search), lambda library: library.saved.restore(saved)),
                lambda: self._tell(self.tr("The smart folder “{name}” is deleted"), saved.name),
            )

    def _on_answer(self, search: int, name: str, text: str) -> None:
        if search:
            self.change(search, name, text)
        else:
            self.save(name, text)

    def _do(self, what: str, key: object) -> None:
        saved = self._find(key.id) if isinstance(key, Saved) else None
        if saved is None:
            return
        if what == "change":
            self.ask_to_change(saved.id)
        elif what == "remove":
            self.remove(saved.id)
        else:
            self.move(saved.id, saved.place + (-1 if what == "up" else 1))

    def _conditions(self, key: Key) -> str:
        """Return what one would type to list a line of the sidebar."""
        if isinstance(key, Saved):
            return self._sidebar.model.text_of(key) or ""
        if isinstance(key, int):
            return conditions.naming(query_tree.Naming.CATEGORY, self._sidebar.model.path_of(key))
        if isinstance(key, OfSource | Tagged):
            naming = query_tree.Naming.SOURCE if isinstance(key, OfSource) else query_tree.Naming.TAG
            return conditions.naming(naming, self._sidebar.model.name_of(key))
        return conditions.valued(*_CONDITIONS[key]) if key in _CONDITIONS else ""

    def _push(self, text: str, steps: tuple[Step, Step], done: Callable[[], None] | None = None) -> None:
        self._session.undo_stack.push(SmartCommand(self._session, text, steps, done))

    def _tell(self, words: str, name: str) -> None:
        said = words.format(name=problem_words.printable(name))
        self._toast.show_message(said, self.tr("Undo"), self._session.undo_stack.undo)

    def _find(self, search: int) -> SavedSearch | None:
        return next((saved for saved in self._folders.searches if saved.id == search), None)

    def _others(self, search: int) -> list[SavedSearch]:
        return [saved for saved in self._folders.searches if saved.id != search]

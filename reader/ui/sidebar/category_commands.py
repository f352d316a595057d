"""Commands on categories and sources in the sidebar, each of them undoable."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.domain import Changes
from reader.late import late
from reader.library.library import Library
from reader.library.navigation.saved import same_name, tidy_name
from reader.ui.actions import Actions
from reader.ui.parts.problem_words import printable
from reader.ui.parts.toast import Toast
from reader.ui.session import LibrarySession
from reader.ui.sidebar.dragging import siblings
from reader.ui.sidebar.lines import Node, OfSource
from reader.ui.sidebar.sidebar import Sidebar
from reader.ui.sidebar.sorting_out import SortingOut
from reader.ui.undoing import JobCommand, RenameSource

with late():
    from reader.library.navigation import arranging
    from reader.ui.sidebar import aside_dialog, merge_dialog

Change = Callable[[Library], "arranging.Arranged"]


class CategoryCommand(JobCommand):
    """A change of categories. What takes it back is known once its job ran; its undo runs in the same queue."""

    def __init__(self, session: LibrarySession, text: str, change: Change, done: Callable[[], None] | None) -> None:
        super().__init__(session, text)
        self._change = change
        self._done = done
        self._arranged: arranging.Arranged | None = None

    def redo(self) -> None:
        done, self._done = self._done, None
        self._run(self._change, done, undone=False)
        self._change = self._restore

    def undo(self) -> None:
        self._run(self._restore, None, undone=True)

    def _restore(self, library: Library) -> arranging.Arranged:
        return library.arranging.restore(self._arranged) if self._arranged else arranging.Arranged("alias", {})

    def _run(self, change: Change, done: Callable[[], None] | None, *, undone: bool) -> None:
        def job(library: Library) -> Changes:
            self._arranged = change(library)
            return Changes(categories=True)

        def heard(_: Changes) -> None:
            if not self._arranged and not undone:
                self._session.undo_stack.drop(self)
            elif done is not None:
                done()

        self.carry_out(job, heard, undone=undone)


class CategoryCommands(QObject):
    """Connects the sidebar's categories and sources with what can be done to them.

    `shown_changed` tells that another line was chosen, since the one that was shown went into it.
    """

    shown_changed = Signal()

    def __init__(self, session: LibrarySession, actions: Actions, sidebar: Sidebar, toast: Toast) -> None:
        super().__init__(sidebar)
        self._session = session
        self._sidebar = sidebar
        self._toast = toast
        self._dialog: merge_dialog.MergeDialog | None = None
        self._aside: aside_dialog.AsideDialog | None = None
        self.sorting = SortingOut(session, self)
        sidebar.line_menu.asked.connect(self._do)
        sidebar.line_menu.coloured.connect(self.colour)
        sidebar.line_menu.parted.connect(self.part)
        sidebar.model.renamed.connect(self.rename)
        sidebar.model.ordered.connect(self.move)
        sidebar.model.merged.connect(self.merge)
        actions["aside"].triggered.connect(self.show_aside)
        actions["show_hidden"].toggled.connect(sidebar.model.show_hidden)

    def rename(self, key: object, name: str) -> None:
        """Show another name; of a category none, or its own, lets it have that again."""
        node = self._node(key)
        if isinstance(key, OfSource) and node is not None and tidy_name(name):
            self._session.undo_stack.push(RenameSource(self._session, key.id, (node.name, tidy_name(name))))
        elif isinstance(key, int) and node is not None:
            others = [each for each in siblings(node) if each is not node]
            if any(same_name(name, other.name) for other in others):
                self._toast.show_message(self.tr("There is already a category of this name. Merge the two instead."))
            else:
                self._push(self.tr("Rename a category"), lambda library: library.arranging.rename(key, name))

    def hide(self, category: int) -> None:
        """Leave a category out of the sidebar, or show it again."""
        node = self._node(category)
        if node is None:
            return
        hidden = not node.hidden
        name = printable(node.name)
        self._push(
            self.tr("Hide a category") if hidden else self.tr("Show a category again"),
            lambda library: library.arranging.hide(category, hidden=hidden),
            (lambda: self._tell(self.tr("“{name}” is hidden"), name)) if hidden else None,
        )

    def colour(self, category: int, colour: str) -> None:
        """Show a category in one of categories.COLOURS, or in none."""
        self._push(self.tr("Colour a category"), lambda library: library.arranging.colour(category, colour))

    def move(self, key: object, place: int) -> None:
        """Let a category stand at another place among those beside it, from 0."""
        node = self._node(key)
        if node is None or not isinstance(key, int):
            return
        before = [each.key for each in siblings(node) if isinstance(each.key, int)]
        order = [each for each in before if each != key]
        order.insert(min(max(place, 0), len(order)), key)
        if order != before:
            self._push(self.tr("Move a category"), lambda library: library.arranging.put_in_order(order))

    def sort(self, category: int) -> None:
        """Let a category and those beside it stand in the order of their names again."""
        if (node := self._node(category)) is not None:
            beside = [each.key for each in siblings(node) if isinstance(each.key, int)]
            self._push(self.tr("Sort categories by name"), lambda library: library.arranging.sort_by_name(beside))

    def ask_to_merge(self, category: int) -> None:
        """Ask into which other category one is to go."""
        node = self._node(category)
        if node is not None:
            if self._dialog is None:
                self._dialog = merge_dialog.MergeDialog(self._sidebar.window())
                self._dialog.answered.connect(self.merge)
            self._dialog.ask(node, self._sidebar.model.targets(node))

    def merge(self, category: int, target: int) -> None:
        """List in another category what one lists, now and from now on."""
        nodes = self._node(category), self._node(target)
        if nodes[0] is None or nodes[1] is None:
            return
        names = [printable(node.name) for node in nodes if node is not None]

        def done() -> None:
            if self._sidebar.tree.current() == category:
                self._sidebar.tree.choose(target)
                self.shown_changed.emit()
            said = self.tr("“{name}” is now listed in “{other}”").format(name=names[0], other=names[1])
            self._toast.show_message(said, self.tr("Undo"), self._session.undo_stack.undo)

        self._push(self.tr("Merge a category"), lambda library: library.arranging.merge(category, target), done)

    def part(self, category: int) -> None:
        """Let a merged category be one of its own again, and a hidden one be seen."""
        aside = self._sidebar.model.aside(category)
        if aside is None:
            return
        name = printable("/".join(aside.path))
        if aside.into is None:
            text, words = self.tr("Show a category again"), self.tr("“{name}” is shown again")
            self._push(text, lambda library: library.arranging.hide(category, hidden=False), lambda: tell())
        else:
            text, words = self.tr("Unmerge a category"), self.tr("“{name}” is a category of its own again")
            self._push(text, lambda library: library.arranging.part(category), lambda: tell())

        def tell() -> None:
            self._tell(words, name)

    def show_aside(self) -> None:
        """Show which categories the tree leaves out."""
        if self._aside is None:
            self._aside = aside_dialog.AsideDialog(self._session, self._sidebar.window())
            self._aside.chosen.connect(self.part)
            self._aside.finished.connect(lambda _: setattr(self, "_aside", None))
            self._aside.finished.connect(self._aside.deleteLater)
        self._aside.begin()

    def _do(self, what: str, key: object) -> None:
        if not isinstance(key, int):
            return
        node = self._node(key)
        if what in ("up", "down") and node is not None:
            self.move(key, siblings(node).index(node) + (-1 if what == "up" else 1))
            return
        {"hide": self.hide, "sort": self.sort, "merge": self.ask_to_merge}[what](key)

    def _push(self, text: str, change: Change, done: Callable[[], None] | None = None) -> None:
        self._session.undo_stack.push(CategoryCommand(self._session, text, change, done))

    def _tell(self, words: str, name: str) -> None:
        self._toast.show_message(words.format(name=name), self.tr("Undo"), self._session.undo_stack.undo)

    def _node(self, key: object) -> Node | None:
        model = self._sidebar.model
        index = model.find(key)  # type: ignore[arg-type]
        return model.node(index) if index.isValid() else None

"""Every command of the window: its words, keys, icon and place in the menu, in one table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reader.frozen import frozen
from reader.problems import QT_TRANSLATE_NOOP
from reader.ui.keyboard.bindings import Bindings
from reader.ui.keyboard.key_map import KeyMap
from reader.ui.keyboard.menu_key import let_shift_f10_open_menus
from reader.ui.keyboard.sequences import shown_keys
from reader.ui.looks.icons import Icons
from reader.ui.looks.languages import Translate
from reader.ui.settings import Settings


class Group(StrEnum):
    """The parts of the menu and of the shortcut sheet, in their order."""

    LIBRARY = QT_TRANSLATE_NOOP("Actions", "Library")
    ARTICLE = QT_TRANSLATE_NOOP("Actions", "Article")
    SHARE = QT_TRANSLATE_NOOP("Actions", "Share")
    GO = QT_TRANSLATE_NOOP("Actions", "Go")
    VIEW = QT_TRANSLATE_NOOP("Actions", "View")
    HELP = QT_TRANSLATE_NOOP("Actions", "Help")


class Choice(StrEnum):
    """Of these commands one is always chosen; each kind is a menu of its own."""

    ROWS = QT_TRANSLATE_NOOP("Actions", "Rows")
    SORT = QT_TRANSLATE_NOOP("Actions", "Sort by")
    GROUP = QT_TRANSLATE_NOOP("Actions", "Group by")


@frozen
class Spec:
    """One command, and its keys while the user wants no others.

    Single letters work only where nothing is typed: in the sidebar, the list and the page.
    """

    group: Group
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    choice: Choice | None = None


def _choice(choice: Choice, text: str) -> Spec:
    return Spec(Group.VIEW, text, checkable=True, choice=choice)


SPECS: dict[str, Spec] = {
    "import": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Import folder…"), ("Ctrl+I",), "import"),
    "refresh": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Refresh all folders"), ("F5",), "refresh"),
    "folders": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Folders…"), ("Ctrl+Shift+L",), "folder"),
    "history": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Import history…"), ("Ctrl+Shift+H",), "undo"),
    "pictures": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Offline pictures…"), ("Ctrl+Shift+P",), "download"),
    "work_offline": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Work offline"), checkable=True),
    "storage": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Storage…")),
    "backups": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Backups…")),
    "sample": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Add the sample posts")),
    "settings": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Settings…"), ("Ctrl+,",), "settings"),
    "quit": Spec(Group.LIBRARY, QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
    "undo": Spec(Group.ARTICLE, QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",)),
    "redo": Spec(Group.ARTICLE, QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    "toggle_read": Spec(Group.ARTICLE, QT_TRANSLATE_NOOP("Actions", "Mark as read or unread"), ("M",), "unread"),
    "toggle_later": Spec(
        Group.ARTICLE, QT_TRANSLATE_NOOP("Actions", "Read later"), ("B", "S"), "bookmark", checkable=True
    ),
    "read_all": Spec(Group.ARTICLE, QT_TRANSLATE_NOOP("Actions", "Mark all as read"), ("Shift+A",), "check-all"),
    "read_aloud": Spec(Group.ARTICLE, QT_TRANSLATE_NOOP("Actions", "Read aloud, or pause"), ("Ctrl+R",), "speak"),
    "start_over": Spec(Group.ARTICLE, QT_TRANSLATE_NOOP("Actions", "Back to the beginning"), ("0",)),
    "open_original": Spec(Group.ARTICLE, QT_TRANSLATE_NOOP("Actions", "Open the original"), ("V",), "external-link"),
    "copy_text": Spec(Group.SHARE, QT_TRANSLATE_NOOP("Actions", "Copy as text")),
    "copy_markdown": Spec(Group.SHARE, QT_TRANSLATE_NOOP("Actions", "Copy as Markdown")),
    "copy_quote": Spec(
        Group.SHARE, QT_TRANSLATE_NOOP("Actions", "Copy as a quotation with its source"), ("Ctrl+Shift+C",), "copy"
    ),
    "mail": Spec(Group.SHARE, QT_TRANSLATE_NOOP("Actions", "Share by e-mail")),
    "export": Spec(Group.SHARE, QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",)),
    "pdf": Spec(Group.SHARE, QT_TRANSLATE_NOOP("Actions", "Save as PDF…")),
    "print": Spec(Group.SHARE, QT_TRANSLATE_NOOP("Actions", "Print…"), ("Ctrl+P",), "print"),
    "next": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Next article"), ("J",), "chevron-down"),
    "previous": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Previous article"), ("K",), "chevron-up"),
    "first": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "First article")),
    "last": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Last article")),
    "next_unread": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Next unread article"), ("N",)),
    "page_on": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Page down, then the next unread"), ("Space",)),
    "page_back": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Page up"), ("Shift+Space",)),
    "back": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Back"), ("Alt+Left",), "chevron-left"),
    "forward": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Forward"), ("Alt+Right",), "chevron-right"),
    "read_before": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Reading history…"), ("Ctrl+H",)),
    "go_to": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Go to…"), ("Ctrl+K",)),
    "search": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Search articles"), ("Ctrl+F", "/"), "search"),
    "search_everywhere": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Search the whole library"), ("Ctrl+Shift+F",)),
    "save_search": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Save this search…"), ("Ctrl+Shift+S",), "smart-folder"),
    "find": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Find in this article"), ("Ctrl+G",), "find-in-page"),
    "next_hit": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Next hit in the article"), ("F3",)),
    "previous_hit": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Previous hit in the article"), ("Shift+F3",)),
    "outline": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Outline of the article…"), ("O",), "outline"),
    "next_heading": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Next heading of the article"), ("]",)),
    "previous_heading": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Previous heading of the article"), ("[",)),
    "time_machine": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Time machine"), ("Ctrl+D",), "calendar"),
    "earlier_years": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "This day in earlier years")),
    "next_pane": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Next pane"), ("F6",)),
    "previous_pane": Spec(Group.GO, QT_TRANSLATE_NOOP("Actions", "Previous pane"), ("Shift+F6",)),
    "sidebar": Spec(Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Show or hide the sidebar"), ("Ctrl+B",), "sidebar"),
    "wider": Spec(Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Wider pane"), ("Alt+Shift+Right",)),
    "narrower": Spec(Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Narrower pane"), ("Alt+Shift+Left",)),
    "only_unread": Spec(
        Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Only unread articles"), ("U",), "filter", checkable=True
    ),
    "rows_comfortable": _choice(Choice.ROWS, QT_TRANSLATE_NOOP("Actions", "Comfortable")),
    "rows_compact": _choice(Choice.ROWS, QT_TRANSLATE_NOOP("Actions", "Compact")),
    "rows_cards": _choice(Choice.ROWS, QT_TRANSLATE_NOOP("Actions", "Cards")),
    "sort_newest": _choice(Choice.SORT, QT_TRANSLATE_NOOP("Actions", "Newest first")),
    "sort_oldest": _choice(Choice.SORT, QT_TRANSLATE_NOOP("Actions", "Oldest first")),
    "sort_title": _choice(Choice.SORT, QT_TRANSLATE_NOOP("Actions", "Title")),
    "sort_source": _choice(Choice.SORT, QT_TRANSLATE_NOOP("Actions", "Source")),
    "group_day": _choice(Choice.GROUP, QT_TRANSLATE_NOOP("Actions", "Date")),
    "group_source": _choice(Choice.GROUP, QT_TRANSLATE_NOOP("Actions", "Source")),
    "group_none": _choice(Choice.GROUP, QT_TRANSLATE_NOOP("Actions", "Nothing")),
    "typography": Spec(Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Text and colours…"), ("Ctrl+T",), "text-size"),
    "larger": Spec(Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+=")),
    "smaller": Spec(Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",)),
    "normal_size": Spec(Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Normal text size"), ("Ctrl+0",)),
    "show_hidden": Spec(Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Show hidden categories"), checkable=True),
    "aside": Spec(Group.VIEW, QT_TRANSLATE_NOOP("Actions", "Hidden and merged categories…")),
    "manual": Spec(Group.HELP, QT_TRANSLATE_NOOP("Actions", "Manual"), (), "document"),
    "shortcuts": Spec(Group.HELP, QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), ("?", "F1"), "keyboard"),
    "change_keys": Spec(Group.HELP, QT_TRANSLATE_NOOP("Actions", "Change keyboard shortcuts…")),
    "search_help": Spec(Group.HELP, QT_TRANSLATE_NOOP("Actions", "Search help"), ("Shift+F1",), "help"),
    "about": Spec(Group.HELP, QT_TRANSLATE_NOOP("Actions", "About Broadsheet"), (), "info"),
}

#: Above these the menu has a line.
_APART = {
    "folders", "storage", "settings", "toggle_read", "read_aloud", "mail", "page_on", "back", "search", "find",
    "outline", "time_machine", "next_pane", "only_unread", "typography", "show_hidden", "about",
}  # fmt: skip


class Actions(QObject):
    """The QActions of one window, by the names of the table."""

    retranslated = Signal()

    def __init__(self, icons: Icons, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keys = KeyMap(settings, {name: spec.keys for name, spec in SPECS.items()}, self)
        self._actions: dict[str, QAction] = {}
        self._parts: list[tuple[QMenu, Group | Choice]] = []
        choices = {choice: QActionGroup(self) for choice in Choice}
        for name, spec in SPECS.items():
            action = QAction(self)
            action.setObjectName(name)
            action.setCheckable(spec.checkable)
            if spec.icon:
                action.setIcon(icons.icon(spec.icon))
            if spec.choice is not None:
                choices[spec.choice].addAction(action)
            self._actions[name] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def attach(self, window: QWidget, reading: Sequence[QWidget]) -> None:
        """Let keys work: in the whole window, and those that could be typed only in the panes where one reads."""
        Bindings(self._actions, self.keys, window, reading)
        let_shift_f10_open_menus(window)
        self.keys.changed.connect(self.retranslate)

    def name_after(self, name: str, what: str) -> None:
        """Say in the words of an action what it would be done to; "" for nothing."""
        text = self.words(name)
        if what:
            text = QCoreApplication.translate("Actions", "{command}: {what}").format(command=text, what=what)
        self._actions[name].setText(text.replace("&", "&&"))

    def set_writable(self, *, writable: bool) -> None:
        """Offer what changes the library, or do not."""
        for name in ("import", "refresh", "sample", "toggle_read", "toggle_later", "read_all"):
            self._actions[name].setEnabled(writable)

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of all commands."""
        menu = QMenu(parent)
        for group in Group:
            menu.addMenu(self._part(group, menu))
        return menu

    def part(self, group: Group, parent: QWidget) -> QMenu:
        """Return the menu of one group, which keeps to the language of the window."""
        part = self._part(group, parent)
        self._parts.append((part, group))
        return part

    def _part(self, group: Group, parent: QWidget) -> QMenu:
        part = QMenu(QCoreApplication.translate("Actions", group), parent)
        offered: set[Choice] = set()
        for name, spec in SPECS.items():
            if spec.group is not group:
                continue
            if name in _APART:
                part.addSeparator()
            if spec.choice is None:
                part.addAction(self._actions[name])
            elif spec.choice not in offered:
                offered.add(spec.choice)
                part.addMenu(self._choices(spec.choice, part))
        return part

    def choices(self, parent: QWidget) -> QMenu:
        """Return a menu of all that one thing is chosen of, which keeps to the language of the window."""
        menu = QMenu(parent)
        for choice in Choice:
            part = self._choices(choice, menu)
            self._parts.append((part, choice))
            menu.addMenu(part)
        return menu

    def _choices(self, choice: Choice, parent: QWidget) -> QMenu:
        menu = QMenu(QCoreApplication.translate("Actions", choice), parent)
        menu.addActions([self._actions[name] for name, spec in SPECS.items() if spec.choice is choice])
        return menu

    def names(self) -> list[str]:
        """Return every command, in the order of the table."""
        return list(self._actions)

    def words(self, name: str, translate: Translate = QCoreApplication.translate) -> str:
        """Return what a command is called, whatever it would be done to now, and with what it is chosen of."""
        return _whole(SPECS[name], translate("Actions", SPECS[name].text), translate)

    def first_key(self, name: str) -> str:
        """Return the first key of a command as this platform writes it, "" where it has none."""
        return next(map(shown_keys, self.keys.of(name)), "")

    def group_words(self, name: str) -> str:
        """Return what the part of the menu is called that a command stands in."""
        return QCoreApplication.translate("Actions", SPECS[name].group)

    def rows(self) -> list[tuple[str, str, str]]:
        """Return (group, keys, words) of every command that has keys: the shortcut sheet."""
        translate = QCoreApplication.translate
        return [
            (
                translate("Actions", spec.group),
                " / ".join(map(shown_keys, self.keys.of(name))),
                translate("Actions", spec.text),
            )
            for name, spec in SPECS.items()
            if self.keys.of(name) and self._actions[name].isVisible()
        ]

    def commands(self) -> list[tuple[str, str, str]]:
        """Return (name, words, first key) of every command that can be given now."""
        return [
            (name, _whole(SPECS[name], action.text()), self.first_key(name))
            for name, action in self._actions.items()
            if action.isEnabled()
        ]

    def retranslate(self) -> None:
        """Give every action its words in the language that is now chosen."""
        with_key = QCoreApplication.translate("Actions", "{command} ({key})")
        for name, action in self._actions.items():
            text = QCoreApplication.translate("Actions", SPECS[name].text)
            action.setText(text)
            key = self.first_key(name)
            action.setToolTip(with_key.format(command=text.rstrip("…"), key=key) if key else text)
        for part, group in self._parts:
            part.setTitle(QCoreApplication.translate("Actions", group))
        self.retranslated.emit()


def _whole(spec: Spec, text: str, translate: Translate = QCoreApplication.translate) -> str:
    """Return the words of a command where no menu above it says what is chosen."""
    if spec.choice is None:
        return text
    return translate("Actions", "{command}: {what}").format(command=translate("Actions", spec.choice), what=text)

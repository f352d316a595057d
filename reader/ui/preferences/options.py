"""Every setting of the user: its words, its default and its possible values, in one table.

What the window only remembers, such as where it stood or which folder was open, is none and is never taken out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from reader.problems import QT_TRANSLATE_NOOP
from reader.ui.actions import SPECS, Choice
from reader.ui.document import typography as t
from reader.ui.keyboard.key_map import KEY_SET, OWN_KEYS
from reader.ui.keyboard.key_sets import BROADSHEET, KEY_SETS, key_set_words
from reader.ui.looks.appearance import MODES, language_words, theme_words
from reader.ui.looks.languages import LANGUAGES, Translate
from reader.ui.looks.motion import MODES as MOTIONS
from reader.ui.reading.read_marks import LEAST_SECONDS, MOST_SECONDS, USUAL_SECONDS, MarkRule

_STANDARD = t.Typography()
# The commands of each kind that one is always chosen of.
_ARRANGED = {
    choice.name.lower(): tuple(name for name, spec in SPECS.items() if spec.choice is choice) for choice in Choice
}
#: No name of a font is longer.
LONGEST_TEXT = 200


class Section(StrEnum):
    """The parts of the dialog, in their order."""

    LOOK = QT_TRANSLATE_NOOP("Options", "Look")
    READING = QT_TRANSLATE_NOOP("Options", "Reading")
    LIST = QT_TRANSLATE_NOOP("Options", "List")
    PICTURES = QT_TRANSLATE_NOOP("Options", "Pictures")
    LIBRARY = QT_TRANSLATE_NOOP("Options", "Library")
    KEYBOARD = QT_TRANSLATE_NOOP("Options", "Keyboard")


@dataclass(frozen=True, slots=True)
class Option:
    """What one name in the settings may hold: one of `among`, a number between the bounds, a yes or no, or a text."""

    name: str
    default: str | int | bool
    among: tuple[str, ...] = ()
    low: int = 0
    high: int = 0


#: All that may be taken out and brought in.
OPTIONS: dict[str, Option] = {
    option.name: option
    for option in (
        Option("theme", "auto", MODES),
        Option("language", "auto", LANGUAGES),
        Option("motion", "auto", MOTIONS),
        Option("reading/mark_read", MarkRule.OPEN.value, tuple(rule.value for rule in MarkRule)),
        Option("reading/mark_seconds", USUAL_SECONDS, (), LEAST_SECONDS, MOST_SECONDS),
        Option("reading/zoom", _STANDARD.px, (), t.ZOOM_LEAST, t.ZOOM_MOST),
        Option("reading/leading", _STANDARD.leading, (), t.LEADING_LEAST, t.LEADING_MOST),
        Option("reading/width", _STANDARD.width, (), t.WIDTH_LEAST, t.WIDTH_MOST),
        Option("reading/latin", _STANDARD.latin),
        Option("reading/cjk", _STANDARD.cjk),
        Option("reading/paragraphs", _STANDARD.paragraphs, (t.SPACED, t.INDENTED)),
        Option("reading/characters", _STANDARD.characters, t.CHARACTERS),
        Option("reading/han_space", _STANDARD.han_space),
        *(Option(f"list/{kind}", names[0], names) for kind, names in _ARRANGED.items()),
        Option("search/best_first", False),
        Option("export_format", "html", ("html", "markdown", "epub", "text")),
        Option("export_pictures", True),
        Option("export_book", True),
        Option("paper_pictures", True),
        Option("paper_numbers", True),
        Option("paper_margin", "normal", ("narrow", "normal", "wide")),  # The sheet is that of the country by default.
        Option(KEY_SET, BROADSHEET, KEY_SETS),
        Option(OWN_KEYS, "{}"),
    )
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the dialog: settings that are shown and reset together, or a command that leads elsewhere."""

    section: Section
    text: str
    more: str
    names: tuple[str, ...] = ()
    command: str = ""
    words: Callable[[str], str] | None = None


def motion_words(mode: str, translate: Translate = QCoreApplication.translate) -> str:
    """Return what one of the ways to move is called."""
    names = {
        "auto": translate("Options", "Like the system"),
        "on": translate("Options", "Where it helps"),
        "off": translate("Options", "None"),
    }
    return names[mode]


def _action_words(name: str) -> str:
    return QCoreApplication.translate("Actions", SPECS[name].text)


def _row(section: Section, text: str, more: str, *names: str, words: Callable[[str], str] | None = None) -> Row:
    return Row(section, text, more, names, words=words)


def _link(section: Section, command: str, text: str, more: str) -> Row:
    return Row(section, text, more, command=command)


ROWS: tuple[Row, ...] = (
    _row(
        Section.LOOK,
        QT_TRANSLATE_NOOP("Options", "Appearance"),
        QT_TRANSLATE_NOOP("Options", "The colours of window and page: light, dark, sepia, black or high contrast."),
        "theme",
        words=theme_words,
    ),
    _row(
        Section.LOOK,
        QT_TRANSLATE_NOOP("Options", "Language"),
        QT_TRANSLATE_NOOP("Options", "Of the window; articles stay as they were written."),
        "language",
        words=language_words,
    ),
    _row(
        Section.LOOK,
        QT_TRANSLATE_NOOP("Options", "Motion"),
        QT_TRANSLATE_NOOP("Options", "Whether panes slide and notices fade."),
        "motion",
        words=motion_words,
    ),
    _row(
        Section.READING,
        QT_TRANSLATE_NOOP("Options", "Mark as read"),
        QT_TRANSLATE_NOOP("Options", "When an article counts as read."),
        "reading/mark_read",
        "reading/mark_seconds",
    ),
    _link(
        Section.READING,
        "typography",
        QT_TRANSLATE_NOOP("Options", "Text and colours"),
        QT_TRANSLATE_NOOP("Options", "Font, size, spacing, width of the column, paragraphs, Chinese characters."),
    ),
    _row(
        Section.LIST,
        QT_TRANSLATE_NOOP("Options", "Rows"),
        QT_TRANSLATE_NOOP("Options", "How much a row of the list shows."),
        "list/rows",
        words=_action_words,
    ),
    _row(
        Section.LIST,
        QT_TRANSLATE_NOOP("Options", "Sort by"),
        QT_TRANSLATE_NOOP("Options", "The order in which articles are listed."),
        "list/sort",
        words=_action_words,
    ),
    _row(
        Section.LIST,
        QT_TRANSLATE_NOOP("Options", "Group by"),
        QT_TRANSLATE_NOOP("Options", "What the headings in the list say."),
        "list/group",
        words=_action_words,
    ),
    _row(
        Section.LIST,
        QT_TRANSLATE_NOOP("Options", "Best results first"),
        QT_TRANSLATE_NOOP("Options", "The best matches of a search come before the newest."),
        "search/best_first",
    ),
    _link(
        Section.PICTURES,
        "pictures",
        QT_TRANSLATE_NOOP("Options", "Offline pictures"),
        QT_TRANSLATE_NOOP("Options", "Which pictures from the web are downloaded, and when."),
    ),
    _link(
        Section.PICTURES,
        "storage",
        QT_TRANSLATE_NOOP("Options", "Storage"),
        QT_TRANSLATE_NOOP("Options", "How much space pictures may take, what uses it, and where the library is."),
    ),
    _link(
        Section.LIBRARY,
        "folders",
        QT_TRANSLATE_NOOP("Options", "Folders"),
        QT_TRANSLATE_NOOP("Options", "What was imported, how it is read, and whether it is watched."),
    ),
    _link(
        Section.LIBRARY,
        "backups",
        QT_TRANSLATE_NOOP("Options", "Backups"),
        QT_TRANSLATE_NOOP("Options", "Copies of the library, made daily and restored when needed."),
    ),
    _row(
        Section.KEYBOARD,
        QT_TRANSLATE_NOOP("Options", "Set of keys"),
        QT_TRANSLATE_NOOP("Options", "Broadsheet’s own, or keys like Vim’s."),
        KEY_SET,
        OWN_KEYS,
        words=key_set_words,
    ),
    _link(
        Section.KEYBOARD,
        "change_keys",
        QT_TRANSLATE_NOOP("Options", "Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("Options", "Give any command the keys that suit you."),
    ),
)

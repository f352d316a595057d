"""The presets of keys, and the keys that no command may have."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reader.problems import QT_TRANSLATE_NOOP
from reader.ui.keyboard.sequences import clash
from reader.ui.looks.languages import Translate

#: The set of the table of commands, and what Vim-like hands expect.
BROADSHEET, VIM = "broadsheet", "vim"
KEY_SETS = (BROADSHEET, VIM)

# Where the Vim-like set has other keys than the table of commands.
_VIM: dict[str, tuple[str, ...]] = {
    "first": ("G, G",),
    "last": ("Shift+G",),
    "page_on": ("Space", "Ctrl+D"),
    "page_back": ("Shift+Space", "Ctrl+U"),
    "time_machine": ("G, T",),
    "previous_pane": ("H", "Shift+F6"),
    "next_pane": ("L", "F6"),
    "back": ("Shift+H", "Alt+Left"),
    "forward": ("Shift+L", "Alt+Right"),
    "open_original": ("O", "V"),
    "outline": ("G, O",),
    "undo": ("U", "Ctrl+Z"),
    "only_unread": ("Shift+U",),
    "copy_quote": ("Y, Y", "Ctrl+Shift+C"),
    "wider": (">", "Alt+Shift+Right"),
    "narrower": ("<", "Alt+Shift+Left"),
    "go_to": ("Ctrl+K", ":"),
    "larger": ("Ctrl++", "Ctrl+=", "Z, I"),
    "smaller": ("Ctrl+-", "Z, O"),
    "normal_size": ("Ctrl+0", "Z, Z"),
}

# What a Mac has instead, where Ctrl is its command key: with H that hides every program, and with Y it is what programs
# there give to what was seen before.
_MAC: dict[str, tuple[str, ...]] = {"read_before": ("Ctrl+Y",), "redo": ("Ctrl+Shift+Z",)}

_MOVES = QT_TRANSLATE_NOOP("FixedKeys", "moves through the list and the page")
_FOLDS = QT_TRANSLATE_NOOP("FixedKeys", "opens or closes a part of the sidebar")
_FOCUS = QT_TRANSLATE_NOOP("FixedKeys", "goes from one control or link to the next")
_OPENS = QT_TRANSLATE_NOOP("FixedKeys", "opens or presses what has the focus")
_ENDS = QT_TRANSLATE_NOOP("FixedKeys", "ends a search or closes what is open")
_EDITS = QT_TRANSLATE_NOOP("FixedKeys", "selects, copies or pastes")
_FOLDER = QT_TRANSLATE_NOOP("FixedKeys", "changes what is chosen in the sidebar")
_MENU = QT_TRANSLATE_NOOP("FixedKeys", "opens the menu of what has the focus")

_FIXED: dict[str, str] = {
    **dict.fromkeys(("Up", "Down", "PgUp", "PgDown", "Home", "End"), _MOVES),
    **dict.fromkeys(("Left", "Right"), _FOLDS),
    **dict.fromkeys(("Tab", "Shift+Tab", "Backtab", "Shift+Backtab"), _FOCUS),
    **dict.fromkeys(("Return", "Enter"), _OPENS),
    "Esc": _ENDS,
    **dict.fromkeys(("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"), _EDITS),
    **dict.fromkeys(("F2", "Del", "Shift+Del", "Alt+Up", "Alt+Down", "Ctrl+M"), _FOLDER),
    "Ctrl+Space": _EDITS,
    **dict.fromkeys(("Menu", "Shift+F10"), _MENU),
}


def keys_of_set(
    name: str, standard: Mapping[str, tuple[str, ...]], platform: str = sys.platform
) -> dict[str, tuple[str, ...]]:
    """Return the keys of every command in one of KEY_SETS; `standard` are those of the table of commands."""
    return {**standard, **(_MAC if platform == "darwin" else {}), **(_VIM if name == VIM else {})}


def fixed_use(keys: str) -> str:
    """Return what these keys do in a list or on the page whatever else is chosen; "" where they are free."""
    words = next((use for fixed, use in _FIXED.items() if clash(keys, fixed)), "")
    return QCoreApplication.translate("FixedKeys", words) if words else ""


def key_set_words(name: str, translate: Translate = QCoreApplication.translate) -> str:
    """Return what one of KEY_SETS is called."""
    return translate("KeySets", "Vim-like") if name == VIM else "Broadsheet"

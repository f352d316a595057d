"""Keys as texts, such as "Ctrl+F" or "G, G": read, compared, and shown as the platform writes them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from reader.problems import QT_TRANSLATE_NOOP

#: As many keys, one after the other, may give a command.
MOST_KEYS = 2
_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier

#: Where Qt looks for the names of keys. In its Chinese ones the arrows are "the direction to the left" and so on.
ARROWS = (
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
)


def read_keys(text: str) -> str:
    """Return keys in the form in which they are kept; "" for what is none, or too many."""
    sequence = QKeySequence(text, QKeySequence.SequenceFormat.PortableText)
    keys = [each.key() for each in _presses(sequence)]
    if not 0 < len(keys) <= MOST_KEYS or Qt.Key.Key_unknown in keys or _MODIFIERS.intersection(keys):
        return ""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def shown_keys(text: str) -> str:
    """Return keys as this platform writes them."""
    return QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText)


def clash(one: str, other: str) -> bool:
    """Whether one of them cannot be pressed without the other: they are the same, or one begins with the other."""
    first, second = _combined(one), _combined(other)
    common = min(len(first), len(second))
    return common > 0 and first[:common] == second[:common]


def could_be_typed(text: str) -> bool:
    """Whether a search box would take the first of these keys as text, or for moving in it."""
    for first in _presses(QKeySequence(text))[:1]:
        named = Qt.Key.Key_F1 <= first.key() <= Qt.Key.Key_F35
        return not named and not first.keyboardModifiers() & _COMMANDING
    return False


@cache  # Each key is held against all the others, at each start.
def _combined(text: str) -> tuple[int, ...]:
    return tuple(each.toCombined() for each in _presses(QKeySequence(text)))


def _presses(sequence: QKeySequence) -> list[QKeyCombination]:
    return [sequence[number] for number in range(sequence.count())]  # type: ignore[index]  # the stub has none

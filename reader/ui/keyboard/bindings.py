"""Binds keys to commands: in the whole window, or, for keys that type a character, only in the panes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.keyboard.key_map import KeyMap
from reader.ui.keyboard.sequences import could_be_typed


class Bindings(QObject):
    """Follows the map of keys."""

    def __init__(
        self, actions: Mapping[str, QAction], keys: KeyMap, window: QWidget, reading: Sequence[QWidget]
    ) -> None:
        super().__init__(window)
        self._actions, self._keys = actions, keys
        self._window, self._reading = window, reading
        self._everywhere: dict[str, QAction] = {}
        self._apply()
        keys.changed.connect(self._apply)

    def _apply(self) -> None:
        for name, action in self._actions.items():
            keys = self._keys.of(name)
            typed = [key for key in keys if could_be_typed(key)]
            rest = [key for key in keys if key not in typed]
            context = Qt.ShortcutContext
            action.setShortcutContext(context.WidgetWithChildrenShortcut if typed else context.WindowShortcut)
            action.setShortcuts([QKeySequence(key) for key in typed or rest])
            for place in (self._window, *self._reading):
                (place.addAction if (place is self._window) != bool(typed) else place.removeAction)(action)
            self._work_everywhere(name, rest if typed else [])

    def _work_everywhere(self, name: str, keys: Sequence[str]) -> None:
        """Let the other keys of a command work in the whole window."""
        action = self._everywhere.get(name)
        if action is None:
            if not keys:
                return
            action = self._everywhere[name] = QAction(self._window)
            action.triggered.connect(self._actions[name].trigger)
            self._window.addAction(action)
        action.setShortcuts([QKeySequence(key) for key in keys])

"""Whether the window may animate: as the reader wants it, or else the desktop."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QStyle

from reader.ui.looks.portal import Portal
from reader.ui.settings import Settings

MODES = ("auto", "on", "off")
#: How long a movement takes: long enough to be understood, too short to be waited for.
DURATION_MS = 140

# The settings of desktops, and what each says where nothing is to move.
_STILL: dict[tuple[str, str], tuple[object, ...]] = {
    ("org.freedesktop.appearance", "reduced-motion"): (1,),
    ("org.gnome.desktop.interface", "enable-animations"): (False,),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): ("0", 0, 0.0),
}
_PROPERTY = "broadsheet-still"


def allowed() -> bool:
    """Whether anything may move now."""
    app = QApplication.instance()
    return not (app is not None and app.property(_PROPERTY))


class Motion(QObject):
    """Follows the setting, and where that says "auto" the style, which knows of Windows and macOS, and the portal.

    Nobody waits for the portal: until it answers things move.
    """

    def __init__(self, app: QCoreApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings
        self._still: set[tuple[str, str]] = set()
        if sys.platform == "linux":
            portal = Portal(self)
            portal.told.connect(self.hear)
            for setting in _STILL:
                portal.ask(*setting)
        self._apply()
        settings.changed.connect(lambda name: self._apply() if name == "motion" else None)

    def mode(self) -> str:
        """Return what is chosen, one of MODES."""
        return self._settings.text("motion", "auto", MODES)

    def choose(self, mode: str) -> None:
        """Let things move or not from now on, or as the desktop wants it."""
        self._settings.set("motion", mode)

    def hear(self, space: str, key: str, value: object) -> None:
        """Take in what a desktop's setting is now."""
        still = any(value == each and isinstance(value, type(each)) for each in _STILL.get((space, key), ()))
        (self._still.add if still else self._still.discard)((space, key))
        self._apply()

    def _apply(self) -> None:
        mode = self.mode()
        self._app.setProperty(_PROPERTY, mode == "off" or (mode == "auto" and self._wants_still()))

    def _wants_still(self) -> bool:
        duration = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return bool(self._still) or duration == 0

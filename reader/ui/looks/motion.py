"""Whether the window may animate: as the reader wants it, or else the desktop."""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtWidgets import QApplication, QStyle

from reader.ui.settings import Settings

MODES = ("auto", "on", "off")
#: How long a movement takes: long enough to be understood, too short to be waited for.
DURATION_MS = 140

_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
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
        self._asked: list[QDBusPendingCallWatcher] = []
        if sys.platform == "linux":
            self._ask_portal()
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
        while isinstance(value, QDBusVariant):
            value = value.variant()
        still = any(value == each and isinstance(value, type(each)) for each in _STILL.get((space, key), ()))
        (self._still.add if still else self._still.discard)((space, key))
        self._apply()

    def _apply(self) -> None:
        mode = self.mode()
        self._app.setProperty(_PROPERTY, mode == "off" or (mode == "auto" and self._wants_still()))

    def _wants_still(self) -> bool:
        duration = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return bool(self._still) or duration == 0

    def _ask_portal(self) -> None:
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        # The stub asks for bytes, the binding refuses them.
        bus.connect(*_PORTAL, "SettingChanged", self, SLOT("_on_setting(QDBusMessage)"))  # type: ignore[call-overload]
        for space, key in _STILL:
            question = QDBusMessage.createMethodCall(*_PORTAL, "Read")
            question.setArguments([space, key])
            asked = QDBusPendingCallWatcher(bus.asyncCall(question), self)
            asked.finished.connect(lambda call, space=space, key=key: self._on_answer(call, space, key))
            self._asked.append(asked)

    def _on_answer(self, call: QDBusPendingCallWatcher, space: str, key: str) -> None:
        answer = call.reply()
        self._asked.remove(call)
        if answer.type() is QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self.hear(space, key, answer.arguments()[0])

    @Slot(QDBusMessage)
    def _on_setting(self, message: QDBusMessage) -> None:
        arguments = message.arguments()
        if len(arguments) == 3:
            self.hear(str(arguments[0]), str(arguments[1]), arguments[2])

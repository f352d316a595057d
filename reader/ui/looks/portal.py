"""The settings portal of a Linux desktop: asked over D-Bus, and listened to while the program runs."""

from __future__ import annotations

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
_TOO_LATE = ("org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.Timeout")


class Portal(QObject):
    """`told` has the space, the key and the value of a setting: what was asked for, or one that has changed."""

    told = Signal(str, str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        self._asked: set[QDBusPendingCallWatcher] = set()
        if self._bus.isConnected():
            # The stub asks for bytes, the binding refuses them.
            slot = SLOT("_on_changed(QDBusMessage)")
            self._bus.connect(*_PORTAL, "SettingChanged", self, slot)  # type: ignore[call-overload]

    def ask(self, space: str, key: str, patience_ms: int = 0) -> None:
        """Ask for a setting, and wait so long for the answer; one that comes later is told as well."""
        if not self._bus.isConnected():
            return
        # Read, not ReadOne: portals before 2023 know only the former.
        question = QDBusMessage.createMethodCall(*_PORTAL, "Read")
        question.setArguments([space, key])
        if patience_ms:
            answer = self._bus.call(question, QDBus.CallMode.Block, patience_ms)
            if answer.errorName() not in _TOO_LATE:
                self._on_answer(answer, space, key)
                return
        asked = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
        self._asked.add(asked)
        asked.finished.connect(lambda call: self._on_late_answer(call, space, key))

    def _on_late_answer(self, call: QDBusPendingCallWatcher, space: str, key: str) -> None:
        self._asked.discard(call)
        self._on_answer(call.reply(), space, key)

    def _on_answer(self, answer: QDBusMessage, space: str, key: str) -> None:
        if answer.type() is QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self.told.emit(space, key, unwrapped(answer.arguments()[0]))

    @Slot(QDBusMessage)
    def _on_changed(self, message: QDBusMessage) -> None:
        if len(message.arguments()) == 3:
            space, key, value = message.arguments()
            self.told.emit(str(space), str(key), unwrapped(value))


def unwrapped(value: object) -> object:
    """Return what is in a variant, or in one within another: portals differ in how often they wrap."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value

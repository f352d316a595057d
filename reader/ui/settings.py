"""What the window remembers between two starts, by name and with a type."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from reader.paths import PRIVATE


class Settings(QObject):
    """One INI file. A value that makes no sense counts as not set. Who follows a setting hears of `changed`."""

    #: The value of that name is another one.
    changed = Signal(str)

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        with suppress(OSError):  # Nothing is remembered there. Qt would let everybody look into it.
            file.parent.mkdir(PRIVATE, parents=True, exist_ok=True)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, name: str, default: str, among: Sequence[str] = ()) -> str:
        """Return a text; one that is not `among` the known ones counts as not set."""
        value = self._store.value(name, default)
        return value if isinstance(value, str) and (not among or value in among) else default

    def number(self, name: str, default: int, low: int = 0, high: int = 2**31 - 1) -> int:
        """Return a whole number between the bounds."""
        try:
            # INI gives texts back.
            return min(max(int(str(self._store.value(name, default))), low), high)
        except ValueError:
            return default

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a yes or no."""
        return {"true": True, "false": False}.get(str(self._store.value(name, default)).lower(), default)

    def state(self, name: str) -> QByteArray:
        """Return what a widget saved of itself, empty when it did not."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def numbers(self, name: str) -> list[int]:
        """Return a list of whole numbers."""
        parts = self.text(name, "").split()
        return [int(part) for part in parts if part.isdecimal()]

    def set(self, name: str, value: str | int | bool | QByteArray | Sequence[int]) -> None:
        """Remember a value."""
        kept = value if isinstance(value, str | int | bool | QByteArray) else " ".join(map(str, value))
        before = self._store.value(name)
        self._store.setValue(name, kept)
        if before is None or str(before).lower() != str(kept).lower():
            self.changed.emit(name)

    def forget(self, name: str) -> None:
        """Let a value be the default again."""
        if self._store.contains(name):
            self._store.remove(name)
            self.changed.emit(name)

    def save(self) -> None:
        """Write to the disk now."""
        self._store.sync()

"""Which keys trigger which command: a preset, and the user's changes to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from reader.ui.keyboard.key_sets import BROADSHEET, KEY_SETS, fixed_use, keys_of_set
from reader.ui.keyboard.sequences import clash, read_keys
from reader.ui.settings import Settings

#: The names of what is kept in the settings: the set, and a JSON object of commands with lists of keys.
KEY_SET, OWN_KEYS = "keyboard/set", "keyboard/own"
#: So many alternatives a command may have.
MOST_ALTERNATIVES = 4


class KeyMap(QObject):
    """No two commands ever share a key: what the user chose comes before what a set has."""

    changed = Signal()

    def __init__(
        self, settings: Settings, standard: Mapping[str, tuple[str, ...]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._standard = dict(standard)
        self._keys: dict[str, tuple[str, ...]] = {}
        self._read()
        settings.changed.connect(self._on_setting)

    def of(self, command: str) -> tuple[str, ...]:
        """Return the keys of a command, the first of them for menus and tooltips."""
        return self._keys[command]

    def set_name(self) -> str:
        """Return which of KEY_SETS is chosen."""
        return self._settings.text(KEY_SET, BROADSHEET, KEY_SETS)

    def own(self) -> dict[str, tuple[str, ...]]:
        """Return the commands whose keys the user changed."""
        return valid_own(self._settings.text(OWN_KEYS, "{}"), self._standard)

    def users(self, keys: str, besides: str) -> list[str]:
        """Return the other commands that have these keys, or some that cannot be told from them."""
        return [name for name, own in self._keys.items() if name != besides and any(clash(keys, each) for each in own)]

    def assign(self, command: str, keys: Sequence[str]) -> None:
        """Give a command these keys, and take them from any other; what no command may have is passed over."""
        chosen = tuple(key for key in keys if not fixed_use(key))
        changed = {
            name: tuple(each for each in own if not any(clash(each, key) for key in chosen))
            for name, own in self._keys.items()
            if name != command
        }
        own = self.own() | {name: kept for name, kept in changed.items() if kept != self._keys[name]}
        self._keep(own | {command: chosen})

    def reset(self, command: str) -> None:
        """Give a command the keys of the set again, and take these from whoever got them."""
        standard = keys_of_set(self.set_name(), self._standard)
        self.assign(command, standard[command])

    def reset_all(self) -> None:
        """Give every command the keys of the set again."""
        self._keep({})

    def choose_set(self, name: str) -> None:
        """Take one of KEY_SETS, as it is."""
        self._settings.set(OWN_KEYS, "{}")
        self._settings.set(KEY_SET, name)

    def _keep(self, own: Mapping[str, tuple[str, ...]]) -> None:
        standard = keys_of_set(self.set_name(), self._standard)
        differing = {name: list(keys) for name, keys in own.items() if keys != standard[name]}
        self._settings.set(OWN_KEYS, json.dumps(differing))

    def _on_setting(self, name: str) -> None:
        if name in (KEY_SET, OWN_KEYS):
            self._read()
            self.changed.emit()

    def _read(self) -> None:
        own, taken = self.own(), list[str]()
        rest = {name: keys for name, keys in keys_of_set(self.set_name(), self._standard).items() if name not in own}
        for name, keys in (*own.items(), *rest.items()):
            self._keys[name] = _free(keys, taken)
            taken += self._keys[name]


def valid_own(text: str, commands: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what a JSON text says of the keys of commands; all that makes no sense is passed over."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    own: dict[str, tuple[str, ...]] = {}
    for name in commands:
        keys = found.get(name)
        if isinstance(keys, list):
            read = dict.fromkeys(read_keys(key) for key in keys[:MOST_ALTERNATIVES] if isinstance(key, str))
            own[name] = tuple(key for key in read if key and not fixed_use(key))
    return own


def _free(keys: Iterable[str], taken: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if not any(clash(key, other) for other in taken))

"""Settings as a JSON file: exported whole, and imported as far as they are valid."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.domain import LibraryError
from reader.ui.actions import SPECS
from reader.ui.keyboard.key_map import OWN_KEYS, valid_own
from reader.ui.preferences.options import LONGEST_TEXT, OPTIONS, Option
from reader.ui.settings import Settings
from reader.whole_files import refusals_told, whole_file

#: No file of settings is larger; more is not read.
MOST_BYTES = 1_000_000
Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file holds: the settings that make sense, and the names of what does not."""

    values: Mapping[str, Value]
    unknown: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def value_of(settings: Settings, option: Option) -> Value:
    """Return what an option is now."""
    if isinstance(option.default, bool):
        return settings.flag(option.name, default=option.default)
    if isinstance(option.default, int):
        return settings.number(option.name, option.default, option.low, option.high)
    return settings.text(option.name, option.default, option.among)


def is_default(settings: Settings, name: str) -> bool:
    """Whether an option is as it was never touched."""
    return value_of(settings, OPTIONS[name]) == OPTIONS[name].default


def taken_out(settings: Settings) -> str:
    """Return all options as JSON."""
    values: dict[str, object] = {name: value_of(settings, option) for name, option in OPTIONS.items()}
    values[OWN_KEYS] = valid_own(str(values[OWN_KEYS]), SPECS)
    return json.dumps({"program": "Broadsheet", "settings": values}, ensure_ascii=False, indent=2) + "\n"


def brought_in(text: str) -> Brought | None:
    """Return what a JSON text holds, None when it holds no settings."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    values = found.get("settings") if isinstance(found, dict) and found.get("program") == "Broadsheet" else None
    if not isinstance(values, dict):
        return None
    good: dict[str, Value] = {}
    for name, value in values.items():
        if name in OPTIONS and (read := _read(OPTIONS[name], value)) is not None:
            good[name] = read
    unknown = tuple(name for name in values if name not in OPTIONS)
    return Brought(good, unknown, tuple(name for name in values if name in OPTIONS and name not in good))


def _read(option: Option, value: object) -> Value | None:
    """Return a value as it is kept, None for one that the option cannot have."""
    if option.name == OWN_KEYS:
        return json.dumps(valid_own(json.dumps(value), SPECS)) if isinstance(value, dict) else None
    if isinstance(option.default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(option.default, int):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return value if isinstance(value, int) and whole and option.low <= value <= option.high else None
    if not isinstance(value, str) or (option.among and value not in option.among):
        return None
    return value if value.isprintable() and 0 < len(value) <= LONGEST_TEXT else None


def take_over(settings: Settings, brought: Brought) -> None:
    """Set what was brought in; everything else stays."""
    for name, value in brought.values.items():
        settings.set(name, value)


def write_settings(file: Path, text: str) -> LibraryError | None:
    """Write a file of settings, whole or not at all; return what was refused. For a worker."""
    try:
        with refusals_told(file), whole_file(file, overwrite=True) as out:
            out.write(text.encode())
    except LibraryError as error:
        return error
    return None


def read_settings(file: Path) -> Brought | None:
    """Read a file of settings; None when it cannot be read, or holds none. For a worker."""
    try:
        with file.open("rb") as source:
            data = source.read(MOST_BYTES + 1)
    except OSError:
        return None
    return brought_in(data.decode("utf-8-sig", "replace")) if len(data) <= MOST_BYTES else None

"""The library that the window opens, as its settings file names it: read and written here without Qt."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

# The form is that of Qt's INI files: UTF-8, texts in quotes where they need them, a first @ doubled.
_SECTION, _KEY = "[General]", "library="
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_ESCAPED = re.compile(r'\\(x[0-9A-Fa-f]{1,4}|.)|"')
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}


def remembered_library(settings: Path) -> str:
    """Return the folder of the library that a settings file names, "" when it names none."""
    try:
        lines = settings.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return ""
    place = _place(lines)
    return _text(lines[place][len(_KEY) :].strip()) if place is not None else ""


def remember_library(settings: Path, folder: Path) -> None:
    """Let a settings file name another library, and leave all else in it as it is.

    Raises OSError when it cannot be written, and ValueError for a folder whose name is no text of one line.
    """
    name = str(folder)
    if any(sign < " " or "\ud800" <= sign <= "\udfff" for sign in name):
        raise ValueError("a name that is no text of one line")
    said = name.replace("\\", "\\\\").replace('"', '\\"')
    line = f'{_KEY}"{"@" if said.startswith("@") else ""}{said}"'
    lines = settings.read_text(encoding="utf-8").splitlines() if settings.exists() else []
    place = _place(lines)
    if place is not None:
        lines[place] = line
    elif _SECTION in lines:
        lines.insert(lines.index(_SECTION) + 1, line)
    else:
        lines[:0] = [_SECTION, line, ""]
    settings.parent.mkdir(parents=True, exist_ok=True)
    part = settings.with_name(f".{secrets.token_hex(8)}.part")
    part.write_text("\n".join(lines) + "\n", encoding="utf-8")
    part.replace(settings)


def _place(lines: list[str]) -> int | None:
    """Return the number of the line that names the library."""
    section = ""
    for number, line in enumerate(lines):
        if line.startswith("["):
            section = line.strip()
        elif section == _SECTION and line.startswith(_KEY):
            return number
    return None


def _text(value: str) -> str:
    if "," in _QUOTED.sub("", re.sub(r'\\[\\"]', "", value)):
        return ""  # A list, which the program never writes.
    text = _ESCAPED.sub(_sign, value)
    return text[1:] if text.startswith("@@") else "" if text.startswith("@") else text


def _sign(found: re.Match[str]) -> str:
    escaped: str | None = found[1]
    if escaped is None:
        return ""
    return chr(int(escaped[1:], 16)) if len(escaped) > 1 else _CONTROLS.get(escaped, escaped)

"""Turns titles into file names that every system accepts."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

#: Bytes of a name without its ending: with that and a number it stays below the 143 that encrypted folders allow.
LONGEST = 120

#: What Windows forbids (Naming Files, Paths, and Namespaces), and what a shell or a glob would take for a sign.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|\Z))", re.IGNORECASE)


def safe_name(title: str, fallback: str) -> str:
    """Return a title as the name of a file, without ending; `fallback` where nothing of it is left.

    No control, no sign that turns the direction or takes no room, no separator; nothing hidden, no name that Windows
    keeps for devices, no dot or blank at an end; at most LONGEST bytes of UTF-8.
    """
    text = unicodedata.normalize("NFC", title.encode("utf-8", "replace").decode())
    text = "".join(" " if letter.isspace() else letter for letter in text if not _is_unseen(letter))
    text = _FORBIDDEN.sub("-", text)
    text = _cut(" ".join(text.split()).lstrip(". -~").rstrip(". "))
    if not text.strip("-_. "):
        text = _cut(fallback)
    return f"{text}_" if _RESERVED.match(text) and "." not in text else _RESERVED.sub(r"\g<0>_", text, count=1)


def _is_unseen(letter: str) -> bool:
    """Whether a character is a control, a format (bidi, zero width), of private use or none at all."""
    return unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs") and not letter.isspace()


def _cut(text: str) -> str:
    """Shorten to LONGEST bytes, between characters and not before a mark that belongs to the last one."""
    if len(text.encode()) <= LONGEST:
        return text
    short = text.encode()[:LONGEST].decode("utf-8", "ignore")
    while short and unicodedata.combining(text[len(short)]):
        short = short[:-1]
    return short.rstrip(". ")


class Names:
    """Gives each file of a folder a name that is not there and was not given before, in whatever case.

    It keeps a few hundred bytes of each title.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last: dict[str, int] = {}
        self._given: set[str] = set()

    def free(self, stem: str, ending: str) -> Path:
        """Return a path in the folder; titles that are the same get a number."""
        key = _key(stem)
        while True:
            number = self._last[key] = self._last.get(key, 0) + 1
            name = f"{stem}{ending}" if number == 1 else f"{stem} ({number}){ending}"
            if _key(name) not in self._given and not os.path.lexists(self._folder / name):
                self._given.add(_key(name))
                return self._folder / name


def _key(name: str) -> str:
    """Return what names have in common that some file system takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", name).casefold())

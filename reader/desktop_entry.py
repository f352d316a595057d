"""Puts Broadsheet into the desktop's menu, for an installation that no package manager made."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from reader import APP_ID, resources
from reader.late import late
from reader.whole_files import refusals_told, whole_file

with late():
    import shutil
    import subprocess

#: The entry that opens folders and archives. Its name is the last of all: where the user chose no program for these,
#: desktops take the first.
OPENER = "zz-broadsheet-open.desktop"
# Where each file goes, below the folder of the user's data (XDG Base Directory, Icon Theme, AppStream).
_PLACES = {
    f"applications/{APP_ID}.desktop": ("desktop", f"{APP_ID}.desktop"),
    f"applications/{OPENER}": ("desktop", OPENER),
    f"metainfo/{APP_ID}.metainfo.xml": ("desktop", f"{APP_ID}.metainfo.xml"),
    f"icons/hicolor/scalable/apps/{APP_ID}.svg": ("icons", "broadsheet.svg"),
}
# Characters that a word of Exec= may hold as they are; others want quotes (Desktop Entry Specification, "Exec").
_PLAIN = re.compile(r"[\w@+=:,./-]+")
_ESCAPED = re.compile(r'["`$\\]')
# The desktop looks these caches up; where the tools are not installed it reads the folders themselves.
_CACHES = (("update-desktop-database", "applications"), ("gtk-update-icon-cache", "icons/hicolor"))


def install(command: Sequence[str], data: Path | None = None) -> list[Path]:
    """Write the entry, the icon and the description; return the files written.

    `command` starts the program; `data` is the folder for the user's data, XDG_DATA_HOME if it is not given. Raises
    LibraryError where a file cannot be written.
    """
    data = data or data_folder()
    openers = _openers()
    written: list[Path] = []
    for place, parts in _PLACES.items():
        text = resources.path(*parts).read_text(encoding="utf-8")
        if place.endswith(".desktop"):
            text = re.sub(r"^Exec=broadsheet", lambda _: f"Exec={exec_words(command)}", text, flags=re.M)
        file = data / place
        with refusals_told(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(file, overwrite=True) as opened:
                opened.write(text.encode())
        written.append(file)
    _tell_desktop(data)
    _keep(openers)
    return written


def uninstall(data: Path | None = None) -> list[Path]:
    """Take away what `install` wrote; return the files that were there. The library stays."""
    data = data or data_folder()
    gone: list[Path] = []
    for place in _PLACES:
        file = data / place
        with refusals_told(file):
            if file.exists():
                file.unlink()
                gone.append(file)
    _tell_desktop(data)
    return gone


def data_folder() -> Path:
    """Return the folder for the user's data (XDG Base Directory Specification)."""
    named = os.environ.get("XDG_DATA_HOME", "")
    # A relative path is to be ignored, says the specification.
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def own_command() -> list[str]:
    """Return the words that start this very installation, whatever the working directory."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    beside = Path(sys.executable).with_name("broadsheet")
    return [str(beside)] if beside.exists() else [sys.executable, "-m", "reader"]


def exec_words(command: Sequence[str]) -> str:
    """Return a command as the value of Exec= has it: quoted where needed, per cent signs doubled."""
    return " ".join(_exec_word(word) for word in command)


def _exec_word(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    quoted = _ESCAPED.sub(lambda found: f"\\{found[0]}", word).replace("%", "%%")
    # The value is a string of the file, in which a backslash is written as two.
    return f'"{quoted}"'.replace("\\", "\\\\")


def _openers() -> dict[str, str]:
    """Return the entry that opens each type which we can open, too; nothing where that cannot be asked."""
    text = resources.path("desktop", OPENER).read_text(encoding="utf-8")
    kinds = "".join(re.findall(r"^MimeType=(.*)$", text, re.M)).split(";")
    gio = shutil.which("gio")
    said = {kind: _said([gio, "mime", kind]) for kind in kinds if kind and gio}
    # Its first line names the type and, after a colon, the entry.
    found = {kind: re.search(r"^Default.*?([^\s:]+\.desktop)$", words, re.M) for kind, words in said.items()}
    return {kind: entry[1] for kind, entry in found.items() if entry}


def _keep(openers: dict[str, str]) -> None:
    """Let what was opened with another program until now be opened with that: the user's own entries come first."""
    now = _openers()
    for kind, entry in openers.items():
        if now.get(kind) == OPENER != entry:
            _said(["gio", "mime", kind, entry])


def _said(words: list[str]) -> str:
    """Return what a tool of the desktop prints, in English."""
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    return subprocess.run(  # noqa: S603 - a tool of the desktop, with words of ours
        words, capture_output=True, text=True, errors="replace", check=False, env=environment
    ).stdout


def _tell_desktop(data: Path) -> None:
    for tool, folder in _CACHES:
        program = shutil.which(tool)
        if program and (data / folder).is_dir():
            subprocess.run(  # noqa: S603 - a tool of the desktop, on a folder of ours
                [program, str(data / folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )

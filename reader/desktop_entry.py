"""Installs Broadsheet into the desktop's menu, where no package manager did."""

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
    import tempfile

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
# A tool takes a moment. One that hangs, as on a bus that does not answer, is ended after so many seconds.
_PATIENCE = 10.0
# The desktop looks these caches up; where the tools are not installed it reads the folders themselves.
_CACHES = (("update-desktop-database", "applications"), ("gtk-update-icon-cache", "icons/hicolor"))


def install(command: Sequence[str]) -> list[Path]:
    """Write the entry, the icon and the description; return the files written.

    `command` starts the program. Raises LibraryError where a file cannot be written.
    """
    data = _data_folder()
    openers = _openers()
    written: list[Path] = []
    for place, parts in _PLACES.items():
        text = resources.path(*parts).read_text(encoding="utf-8")
        if place.endswith(".desktop"):
            text = _starting(text, command)
        file = data / place
        with refusals_told(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(file, overwrite=True) as opened:
                opened.write(text.encode())
        written.append(file)
    _tell_desktop(data)
    _keep(openers)
    return written


def uninstall() -> list[Path]:
    """Take away what `install` wrote; return the files that were there. The library stays."""
    data = _data_folder()
    gone: list[Path] = []
    for place in _PLACES:
        file = data / place
        with refusals_told(file):
            if file.exists():
                file.unlink()
                gone.append(file)
    _tell_desktop(data)
    return gone


def _data_folder() -> Path:
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


def _starting(entry: str, command: Sequence[str]) -> str:
    """Return an entry that starts `command`; by TryExec a menu leaves it out once the program is gone."""
    values = {"Exec": exec_words(command), "TryExec": _string(command[0])}
    return re.sub("^((?:Try)?Exec)=broadsheet", lambda key: f"{key[1]}={values[key[1]]}", entry, flags=re.M)


def exec_words(command: Sequence[str]) -> str:
    """Return a command as the value of Exec= has it: quoted where needed, per cent signs doubled."""
    return _string(" ".join(_exec_word(word) for word in command))


def _exec_word(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    quoted = _ESCAPED.sub(lambda found: f"\\{found[0]}", word).replace("%", "%%")
    return f'"{quoted}"'


def _string(text: str) -> str:
    """Return a text as a value of the file has it."""
    return text.translate({ord("\\"): "\\\\", ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"})


def _openers() -> dict[str, str]:
    """Return the entry that opens each type which we can open, too; nothing where that cannot be asked."""
    text = resources.path("desktop", OPENER).read_text(encoding="utf-8")
    kinds = "".join(re.findall(r"^MimeType=(.*)$", text, re.M)).split(";")
    gio = shutil.which("gio")
    found: dict[str, str] = {}
    for kind in filter(None, kinds if gio else ()):
        said = _said([gio or "", "mime", kind])
        if said is None:
            return {}
        # Its first line names the type and, after a colon, the entry.
        entry = re.search(r"^Default.*?([^\s:]+\.desktop)$", said, re.M)
        if entry:
            found[kind] = entry[1]
    return found


def _keep(openers: dict[str, str]) -> None:
    """Let what was opened with another program until now be opened with that: the user's own entries come first."""
    now = _openers() if openers else {}
    for kind, entry in openers.items():
        if now.get(kind) == OPENER != entry:
            _said(["gio", "mime", kind, entry])


def _said(words: list[str]) -> str | None:
    """Return what a tool of the desktop prints, in English; None where it cannot be run, or does not end."""
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    # A file, not a pipe: what the tool has started may hold that open when the tool itself is ended.
    with tempfile.TemporaryFile() as said:
        try:
            subprocess.run(  # noqa: S603 - a tool of the desktop, with words of ours
                words,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.DEVNULL,
                check=False,
                env=environment,
                timeout=_PATIENCE,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        said.seek(0)
        return said.read().decode(errors="replace")


def _tell_desktop(data: Path) -> None:
    for tool, folder in _CACHES:
        program = shutil.which(tool)
        if program and (data / folder).is_dir():
            _said([program, str(data / folder)])

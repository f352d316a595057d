"""The program puts itself into the desktop's menu, and out of it."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import APP_ID, app, desktop_entry
from reader.desktop_entry import exec_words


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def test_the_menu_starts_this_very_installation(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["broadsheet", "--install-desktop"]) == 0
    entry = data / "applications" / f"{APP_ID}.desktop"
    assert str(entry) in capsys.readouterr().out
    (line,) = [line for line in entry.read_text("utf-8").splitlines() if line.startswith("Exec=")]
    program = shlex.split(line.removeprefix("Exec=").removesuffix(" %F"))
    said = subprocess.run([*program, "--version"], capture_output=True, text=True, check=True).stdout
    assert said.startswith("Broadsheet ")
    # A menu leaves out what is no longer there.
    assert f"\nTryExec={program[0]}\n" in entry.read_text("utf-8")
    assert (data / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg").exists()
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", str(entry)], check=True)


def test_it_goes_again_and_leaves_what_is_not_its_own(data: Path) -> None:
    desktop_entry.install(["broadsheet"])
    other = data / "applications" / "other.desktop"
    other.touch()
    assert app.run(["broadsheet", "--uninstall-desktop"]) == 0
    assert [file for file in data.rglob("*.*") if file.is_file() and file.suffix != ".cache"] == [other]


def test_a_place_that_cannot_be_written_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.touch()
    assert app.run(["broadsheet", "--install-desktop"]) == 1
    assert str(data) in capsys.readouterr().err


FOLDER, FILES = "inode/directory", "org.gnome.Nautilus.desktop"


def test_tools_of_the_desktop_that_hang_are_not_waited_for(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = tmp_path / "asked"
    for tool in ("gio", "update-desktop-database"):
        # What the tool has started outlives it, and holds what it was given to write to.
        file = tmp_path / tool
        file.write_text(f"#!/bin/sh\necho {tool} >> '{asked}'\nsleep 20 &\nwait\n")
        file.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(desktop_entry, "_PATIENCE", 0.2)
    begun = time.monotonic()
    desktop_entry.install(["broadsheet"])
    assert time.monotonic() - begun < 15
    assert asked.read_text().split() == ["gio", "update-desktop-database"]
    assert (data / "applications" / f"{APP_ID}.desktop").exists()


@pytest.mark.skipif(not shutil.which("gio") or not shutil.which("update-desktop-database"), reason="not installed")
@pytest.mark.parametrize("chosen", [False, True], ids=["nobody chose", "the user chose"])
@pytest.mark.parametrize("packaged", [False, True], ids=["by pip", "by a package"])
def test_folders_are_opened_as_before_and_it_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packaged: bool, chosen: bool
) -> None:
    system = tmp_path / "share"
    (system / "applications").mkdir(parents=True)
    for name, kinds in ((FILES, FOLDER), ("org.kde.ark.desktop", "application/zip"), ("aaa.desktop", FOLDER)):
        entry = f"[Desktop Entry]\nType=Application\nName=A\nExec={shlex.quote(sys.executable)} %F\nMimeType={kinds};\n"
        (system / "applications" / name).write_text(entry)
    subprocess.run(["update-desktop-database", system / "applications"], check=True)
    monkeypatch.setenv("XDG_DATA_DIRS", str(system))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config").mkdir()
    if chosen:
        subprocess.run(["gio", "mime", FOLDER, FILES], check=True, capture_output=True)
    with monkeypatch.context() as place:
        if packaged:
            place.setenv("XDG_DATA_HOME", str(system))
        desktop_entry.install([sys.executable])
    for kind, opener in ((FOLDER, FILES if chosen else "aaa.desktop"), ("application/zip", "org.kde.ark.desktop")):
        said = subprocess.run(["gio", "mime", kind], capture_output=True, text=True, check=True).stdout.splitlines()
        assert said[0].endswith(f": {opener}")
        assert any(line.strip() == desktop_entry.OPENER for line in said[1:])


@pytest.mark.skipif(sys.platform == "win32", reason="the specification is of another desktop")
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\r\t"), min_size=1), min_size=1
    )
)
def test_a_command_is_what_the_desktop_reads_out_of_it(words: list[str]) -> None:
    value = exec_words(words)
    assert "\n" not in value
    assert read_exec(value) == words


def read_exec(value: str) -> list[str]:
    """Read the value of Exec= as the Desktop Entry Specification says: first the string, then quotes, then codes."""
    text = re.sub(r"\\([nrt\\])", lambda found: {"n": "\n", "r": "\r", "t": "\t"}.get(found[1], found[1]), value)
    words, at = [], 0
    while at < len(text):
        word = ""
        if text[at] == '"':
            at += 1
            while text[at] != '"':
                at += text[at] == "\\"
                word += text[at]
                at += 1
            at += 1
        else:
            while at < len(text) and text[at] != " ":
                word += text[at]
                at += 1
        words.append(word.replace("%%", "%"))
        at += 1
    return words

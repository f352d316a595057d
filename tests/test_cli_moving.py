"""The library into another folder by a command, and the window's settings along with it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from reader.library.library import Library
from reader.library.moving import finish_move
from reader.paths import settings_file
from reader.remembered import remember_library, remembered_library
from reader.ui.settings import Settings
from tests.factories import write_posts
from tests.test_cli import Cli, cli

__all__ = ["cli"]


@pytest.fixture
def filled(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A library of three posts; the window has settings of its own."""
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "config")
    cli("import", write_posts(tmp_path / "blog", 3))
    return cli


def remember(folder: Path) -> None:
    """Let the window open a library, and remember something else as well."""
    settings = Settings(settings_file())
    settings.set("library", str(folder))
    settings.set("window/theme", "dark")
    settings.save()


def window_opens() -> tuple[str, str]:
    settings = Settings(settings_file())
    return settings.text("library", ""), settings.text("window/theme", "")


def test_a_library_moves_and_the_window_opens_it_where_it_is(filled: Cli, tmp_path: Path) -> None:
    settings_file().parent.mkdir()
    remember(filled.folder)
    new = tmp_path / "new" / "place, of 雪"
    assert filled.json("move", new) == {"library": str(new)}
    assert (filled.code, filled.folder.exists(), window_opens()) == (0, False, (str(new), "dark"))
    filled.folder = new
    assert filled.json("list")["total"] == 3
    assert filled.json("check")["ok"]


def test_the_window_goes_on_with_another_library_that_it_opens(filled: Cli, tmp_path: Path) -> None:
    settings_file().parent.mkdir()
    remember(tmp_path / "other")
    said = filled("move", tmp_path / "new")
    assert "BROADSHEET_LIBRARY has to name that folder" in said
    assert window_opens() == (str(tmp_path / "other"), "dark")


def test_the_window_that_remembers_none_goes_on_with_its_own_unless_that_one_moves(
    filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_LIBRARY", str(filled.folder))
    filled("move", tmp_path / "new")
    assert not settings_file().exists()
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "new")
    filled.folder = tmp_path / "new"
    filled("move", tmp_path / "newer")
    assert window_opens()[0] == str(tmp_path / "newer")


def test_a_library_that_is_open_elsewhere_is_not_moved(filled: Cli, tmp_path: Path) -> None:
    with closing(Library(filled.folder)) as library:
        assert filled.json("move", tmp_path / "new")["error"] == "locked"
        assert len(library.sources()) == 1
    assert (filled.code, (tmp_path / "new").exists()) == (3, False)
    assert filled.json("list")["total"] == 3


def test_a_folder_that_is_not_empty_is_refused(filled: Cli, tmp_path: Path) -> None:
    assert filled.json("move", tmp_path / "blog")["error"] == "not-empty"
    assert (filled.code, filled.json("list")["total"]) == (3, 3)


def test_settings_that_cannot_be_written_leave_the_library_where_it_was(
    filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    settings_file().parent.mkdir()
    remember(filled.folder)
    with monkeypatch.context() as disk:
        disk.setattr("reader.cli_moving.remember_library", denied)
        said = filled.json("move", tmp_path / "new")
    assert (said["error"], "stays where it was" in said["message"]) == ("cannot-write", True)
    finish_move(filled.folder)
    assert filled.json("list")["total"] == 3


def test_a_command_opens_the_library_that_the_window_opens(filled: Cli, capsys: pytest.CaptureFixture[str]) -> None:
    from reader.cli import main

    settings_file().parent.mkdir()
    remember(filled.folder)
    assert main(["list"]) == 0
    assert "Post 3" in capsys.readouterr().out


NAMES = ["/a b/雪/é", "/a,b;c=d", '/q"x\\y', "@at", " lead ", "/tab\tand\nline", "/100%", "C:\\Users\\x", "/x\\", "@@"]


@pytest.mark.parametrize("name", NAMES)
def test_the_settings_are_read_as_the_window_writes_them(tmp_path: Path, name: str) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set("window/library", "wrong")
    settings.set("library", name)
    settings.save()
    assert remembered_library(tmp_path / "settings.ini") == name


@pytest.mark.parametrize("name", [name for name in NAMES if "\n" not in name])
@pytest.mark.parametrize(
    "before", [None, "", "[General]\nlanguage=zh_CN\n\n[window]\nx=3\n", "[General]\nlibrary=/old\n"]
)
def test_the_window_reads_the_settings_that_a_command_writes(tmp_path: Path, name: str, before: str | None) -> None:
    file = tmp_path / "settings.ini"
    if before is not None:
        file.write_text(before)
    remember_library(file, Path(name))
    settings = Settings(file)
    assert settings.text("library", "") == str(Path(name)) == remembered_library(file)
    assert settings.number("window/x", 3) == 3
    assert [each.name for each in tmp_path.iterdir()] == ["settings.ini"]


def test_settings_that_are_none_name_no_library(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    assert remembered_library(file) == ""
    for data in (
        b"",
        b"\xff\xfe\0",
        b"library=/x\n",
        b"[General]\nlibrary=/a, /b\n",
        b"[General]\nlibrary=@Invalid()\n",
    ):
        file.write_bytes(data)
        assert remembered_library(file) == ""

"""The library into another folder by a command, and the window's settings along with it."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.keeping.moving import finish_move
from reader.library.library import Library
from reader.paths import config_folder
from reader.remembered import remember_library, remembered_library
from tests.cli.test_program import Cli, cli
from tests.factories import write_posts
from tests.library.test_places import make_medium

__all__ = ["cli"]


@pytest.fixture
def filled(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A library of three posts; the window has settings of its own."""
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "config")
    cli("import", write_posts(tmp_path / "blog", 3))
    return cli


def window_opens() -> Path | None:
    return remembered_library(config_folder())


def test_a_library_moves_and_the_window_opens_it_where_it_is(filled: Cli, tmp_path: Path) -> None:
    remember_library(config_folder(), filled.folder)
    new = tmp_path / "new" / "place, of 雪"
    assert filled.json("move", new) == {"library": str(new)}
    assert (filled.code, filled.folder.exists(), window_opens()) == (0, False, new)
    filled.folder = new
    assert filled.json("list")["total"] == 3
    assert filled.json("check")["ok"]


def test_a_library_moves_back_beside_the_settings_where_both_have_one_folder(
    filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows and macOS."""
    usual = tmp_path / "usual"
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: usual)
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: usual / "Logs")
    remember_library(usual, filled.folder)
    (usual / "Logs").mkdir()
    (usual / "settings.ini").write_text("[window]")
    assert filled.json("move", usual) == {"library": str(usual)}
    filled.folder = usual
    assert filled.json("list")["total"] == 3
    filled("move", tmp_path / "new")
    assert sorted(file.name for file in usual.iterdir()) == ["Logs", "library-folder", "settings.ini"]
    (usual / "mine.txt").touch()
    filled.folder = tmp_path / "new"
    assert filled.json("move", usual)["error"] == "not-empty"


def test_the_window_goes_on_with_another_library_that_it_opens(filled: Cli, tmp_path: Path) -> None:
    remember_library(config_folder(), tmp_path / "other")
    said = filled("move", tmp_path / "new")
    assert "BROADSHEET_LIBRARY has to name that folder" in said
    assert window_opens() == tmp_path / "other"


def test_the_window_that_remembers_none_goes_on_with_its_own_unless_that_one_moves(
    filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_LIBRARY", str(filled.folder))
    filled("move", tmp_path / "new")
    assert window_opens() is None
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "new")
    filled.folder = tmp_path / "new"
    filled("move", tmp_path / "newer")
    assert window_opens() == tmp_path / "newer"


def test_a_library_on_a_medium_is_refused_without_opening_it(
    filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_medium(monkeypatch)
    monkeypatch.setattr("reader.cli.moving.Library", None)  # SQLite would tell that its folder is not there.
    assert filled.json("move", tmp_path / "new")["error"] == "read-only"


def test_a_library_that_is_open_elsewhere_is_not_moved(filled: Cli, tmp_path: Path) -> None:
    with closing(Library(filled.folder)) as library:
        assert filled.json("move", tmp_path / "new")["error"] == "locked"
        assert len(library.sources()) == 1
    assert (filled.code, (tmp_path / "new").exists()) == (3, False)
    assert filled.json("list")["total"] == 3


def test_a_folder_that_is_not_empty_is_refused(filled: Cli, tmp_path: Path) -> None:
    assert filled.json("move", tmp_path / "blog")["error"] == "not-empty"
    assert (filled.code, filled.json("list")["total"]) == (3, 3)


def test_a_place_that_cannot_be_remembered_leaves_the_library_where_it_was(
    filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_library(config_folder(), filled.folder)
    with monkeypatch.context() as disk:
        disk.setattr("reader.remembered.os.urandom", lambda _: b"x" * 150)
        said = filled.json("move", tmp_path / "new")
    assert (said["error"], remembered_library(config_folder())) == ("cannot-write", filled.folder)
    finish_move(filled.folder)
    assert filled.json("list")["total"] == 3


def test_a_command_opens_the_library_that_the_window_opens(filled: Cli, capsys: pytest.CaptureFixture[str]) -> None:
    from reader.cli import main

    remember_library(config_folder(), filled.folder)
    assert main(["list"]) == 0
    assert "Post 3" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["/a b/雪/é", "/a,b;c=d", "@at", " lead ", "/two\nlines", "C:\\x", "/\udcff"])
def test_a_folder_of_any_name_is_remembered(tmp_path: Path, name: str) -> None:
    remember_library(tmp_path / "config", Path(name))
    assert remembered_library(tmp_path / "config") == Path(name)
    assert [each.name for each in (tmp_path / "config").iterdir()] == ["library-folder"]


@pytest.mark.skipif(sys.platform != "linux", reason="others are told in other ways to write a folder")
def test_the_disk_holds_the_new_place_before_the_old_one_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two may lie on drives of their own, of which one is behind when the power goes."""
    held: list[list[str]] = []

    def noted(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            held.append(os.listdir(handle))

    monkeypatch.setattr(os, "fsync", noted)
    remember_library(tmp_path / "config", tmp_path)
    assert held == [["library-folder"]]


@pytest.mark.parametrize("data", [None, b"", b"\n", b"\0", b"/a\0b\n"])
def test_what_is_no_name_is_no_library(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "library-folder").write_bytes(data)
    assert remembered_library(tmp_path) is None

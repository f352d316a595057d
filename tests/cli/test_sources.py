"""Sources and the import history on the command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.domain import LibraryError
from reader.library.imports.files import Files
from reader.outcomes import Outcome
from tests.cli.test_program import Cli, cli
from tests.factories import write_posts
from tests.importing.folders import write_post

__all__ = ["cli"]


@pytest.fixture
def folder(tmp_path: Path, cli: Cli) -> Path:
    folder = write_posts(tmp_path / "blog", 3)
    cli("import", folder)
    return folder


def test_an_import_is_taken_back_and_done_again(cli: Cli, folder: Path) -> None:
    write_post(folder, "source/_posts/post-2.md", "Corrected")
    batch = cli.json("import", folder)["batch"]
    assert cli.json("undo")[0] | {"began_at": "", "finished_at": ""} == {
        "id": batch, "kind": "import", "source": 1, "name": "blog", "began_at": "", "finished_at": "", "undone": True,
        "can_undo": False, "can_redo": True, "added": 0, "updated": 1, "moved": 0, "copies": 0, "unchanged": 2,
        "gone": 0, "drafts": 0, "not_posts": 0, "refused": 0,
    }  # fmt: skip
    assert "Post 2" in cli("list")
    cli("redo")
    assert "Corrected" in cli("list")
    cli("undo", 1)
    assert cli("list") == ""
    assert [each["undone"] for each in cli.json("history")] == [True, True]
    cli("redo", batch)
    assert "Corrected" in cli("list")
    for number in (0, 99):
        assert cli.json("undo", number) == {
            "error": "not-found", "message": f"Import {number} cannot be undone.",
        }  # fmt: skip
        assert cli.code == 1
    assert cli.json("redo", 0)["message"] == "Import 0 cannot be redone."
    assert "Corrected" in cli("list")


def test_a_source_is_renamed_and_read_otherwise(cli: Cli, folder: Path) -> None:
    (source,) = cli.json("configure", 1, "--name", "Notes", "--zone", "Asia/Shanghai", "--drafts", "--watch")
    assert (source["name"], source["zone"], source["drafts"], source["watched"]) == (
        "Notes",
        "Asia/Shanghai",
        True,
        True,
    )
    assert cli.json("refresh", 1)["updated"] == 3
    assert cli.json("list", "--limit", 1)["articles"][0]["date"] == "2021-12-31T16:03:00Z"
    cli.json("configure", 1, "--zone", "", "--no-drafts", "--dialect", "jekyll")
    assert cli.json("import", folder)["updated"] == 3
    assert cli.json("sources")[0]["dialect"] == "jekyll"


def test_the_dialect_of_a_source_is_chosen_and_recognised_again(cli: Cli, folder: Path) -> None:
    assert cli.json("configure", 1, "--dialect", "zola")[0]["dialect"] == "zola"
    assert cli.json("configure", 1, "--name", "Notes")[0]["dialect"] == "zola"
    assert cli.json("configure", 1, "--dialect", "auto")[0]["dialect"] == "hexo"
    cli("import", folder)
    assert cli.json("sources")[0]["dialect"] == "hexo"
    cli("configure", 1, "--dialect", "zola")
    folder.rename(folder.parent / "away")
    assert cli.json("configure", 1, "--dialect", "auto", "--name", "Away")["error"] == "no-folder"
    assert (cli.code, cli.json("sources")[0]["dialect"], cli.json("sources")[0]["name"]) == (3, "zola", "Notes")


def test_an_unknown_zone_or_source_is_refused(cli: Cli, folder: Path) -> None:
    cli("import", folder, "--zone", "Europe/Atlantis")
    assert (cli.code, "no time zone" in cli.err) == (2, True)
    for words in (["refresh", 7], ["configure", 7], ["remove", 7]):
        assert cli.json(*words)["error"] == "not-found"
        assert cli.code == 1


def test_an_import_again_is_read_as_before(cli: Cli, folder: Path) -> None:
    cli("import", folder, "--zone", "Asia/Shanghai", "--dialect", "jekyll")
    assert cli.json("import", folder)["unchanged"] == 3
    assert cli.json("import", folder, "--dry-run")["unchanged"] == 3
    assert cli.json("import", folder, "--dry-run")["dialect"] == "jekyll"
    (source,) = cli.json("sources")
    assert (source["zone"], source["dialect"]) == ("Asia/Shanghai", "jekyll")
    cli("import", folder, "--dialect", "auto")
    assert cli.json("sources")[0]["dialect"] == "hexo"


def test_a_removed_source_leaves_its_articles_or_takes_them_along(cli: Cli, folder: Path) -> None:
    assert cli.json("remove", 1) == []
    assert cli.json("list")["total"] == 3
    cli("import", folder)
    assert cli.json("remove", 1, "--with-articles") == []
    assert cli.json("list")["total"] == 0
    cli("undo")
    assert cli.json("list")["total"] == 3
    assert cli.json("check")["ok"]


def test_an_import_tells_what_became_of_each_kind_of_file(cli: Cli, folder: Path) -> None:
    posts = folder / "source/_posts"
    (posts / "post-1.md").rename(posts / "renamed.md")
    (posts / "post-2.md").unlink()
    (posts / "copy.md").write_bytes((posts / "post-3.md").read_bytes())
    write_post(folder, "source/_drafts/idea.md", "An idea")
    expected = {"moved": 1, "gone": 1, "copies": 1, "unchanged": 1, "drafts": 1}
    zero = {"not_posts": 0, "refused": 0, "repaired": 0}
    planned = cli.json("import", folder, "--dry-run")
    assert planned == planned | expected | zero | {"new": 0, "changed": 0, "files": 4}
    assert sorted((file["path"].rpartition("/")[2], file["outcome"]) for file in planned["outcomes"]) == [
        ("copy.md", "copy"), ("idea.md", "draft"), ("post-2.md", "gone"), ("renamed.md", "moved"),
    ]  # fmt: skip
    assert (cli("import", folder, "--dry-run").count("\nmoved                  1\n"), cli.code) == (1, 0)
    report = cli.json("import", folder)
    assert report == report | expected | zero | {"added": 0, "updated": 0, "stopped": None, "left": 0}
    cli("undo")
    lines = cli("import", folder).splitlines()
    assert [line.split() for line in lines[:9]] == [
        ["added", "0"], ["updated", "0"], ["moved", "1"], ["copies", "1"], ["unchanged", "1"], ["gone", "1"],
        ["drafts", "1"], ["not", "posts", "0"], ["refused", "0"],
    ]  # fmt: skip
    assert "1 moved, 1 copies, 1 unchanged, 1 gone, 1 drafts" in cli("history")


def test_an_import_that_stops_says_why_and_how_much_is_left(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_posts(tmp_path / "many", 120)
    add = Files.add
    wrote: list[int] = []

    def full(*words: object) -> list[Outcome]:
        if wrote:
            raise LibraryError("disk-full", cli.folder, "Free some space.")
        wrote.append(1)
        return add(*words)  # type: ignore[arg-type]

    with monkeypatch.context() as disk:
        disk.setattr(Files, "add", full)
        report = cli.json("import", folder)
    assert report["stopped"] == {"error": "disk-full", "path": str(cli.folder), "message": "Free some space."}
    assert (cli.code, cli.err) == (
        3,
        f"broadsheet-cli: {cli.folder}: Free some space. {report['left']} files were not read.\n",
    )
    assert report["added"] + report["left"] == 120
    assert cli.json("history")[0]["finished_at"] is None
    assert cli.json("refresh")["added"] == report["left"] > 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_of_files_give_the_terminal_no_commands(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b]0;title\x07\u202e"
    write_post(folder, "fine.md", "Fine")
    (folder / "b\x1b[2J\n\x9bc.md").write_bytes(b"")
    said = [cli("import", folder), cli("sources"), cli("history"), cli("list")]
    cli("import", folder / "gone\x1b")
    said.append(cli.err)
    assert "b\ufffd[2J\ufffd\ufffdc.md" in said[0]
    assert all(sign.isprintable() for text in said for sign in text.replace("\n", ""))

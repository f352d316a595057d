"""Exporting on the command line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.test_program import Cli, cli
from tests.factories import write_picture
from tests.importing.folders import write_post

__all__ = ["cli"]


@pytest.fixture
def out(tmp_path: Path, cli: Cli) -> Path:
    """A library of three posts, and a folder that is not there yet."""
    blog = tmp_path / "blog"
    write_post(blog, "source/_posts/a.md", "Snow", "White. ![a](/a.png) ![b](https://far.example/b.png)")
    write_post(blog, "source/_posts/b.md", "Tea", "Hot.", "2022-01-02")
    write_post(blog, "source/_posts/c.md", "Sea\ncategories: Water", "Wide.", "2022-01-03")
    write_picture(blog / "source/a.png")
    cli("import", blog)
    return tmp_path / "out"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_all_articles_become_files_in_a_folder(cli: Cli, out: Path) -> None:
    done = cli.json("export", "markdown", out)
    assert done == {
        "files": [str(out / name) for name in ("Sea.md", "Tea.md", "Snow.md")],
        "articles": 3,
        "gone": [],
        "pictures": 1,
        "missing_pictures": 1,
    }
    assert (names(out), cli.code) == (["Sea.md", "Snow.md", "Tea.md", "assets"], 0)


def test_conditions_and_numbers_choose_articles(cli: Cli, out: Path) -> None:
    assert cli("export", "text", out, "--query", "title:tea") == f"{out / 'Tea.txt'}\n"
    assert cli.json("export", "html", out, "--category", "Water")["articles"] == 1
    snow = next(row["id"] for row in cli.json("list")["articles"] if row["title"] == "Snow")
    cli("bookmark", snow)
    assert cli.json("export", "html", out, snow)["files"] == [str(out / "Snow.html")]
    assert cli.json("export", "html", out, "--bookmarked")["files"] == [str(out / "Snow (2).html")]
    assert cli.json("export", "html", out, "--limit", 1)["files"] == [str(out / "Sea (2).html")]


def test_a_book_has_a_chapter_for_each(cli: Cli, out: Path, tmp_path: Path) -> None:
    book = tmp_path / "mine.epub"
    assert cli.json("export", "epub", book, "--title", "Mine")["files"] == [str(book)]
    with zipfile.ZipFile(book) as made:
        assert b"<dc:title>Mine</dc:title>" in made.read("EPUB/package.opf")
        assert b"Sea" in made.read("EPUB/article-1.xhtml")
        assert "EPUB/article-3.xhtml" in made.namelist()


def test_a_file_is_replaced_only_when_asked(cli: Cli, out: Path, tmp_path: Path) -> None:
    book = tmp_path / "mine.epub"
    book.write_text("mine")
    refused = cli.json("export", "epub", book)
    assert (cli.code, refused["error"], refused["path"]) == (3, "exists", str(book))
    assert "already" in cli.err
    assert book.read_text() == "mine"
    cli("export", "epub", book, "--replace", "--no-pictures")
    assert cli.code == 0
    assert zipfile.is_zipfile(book)


def test_what_is_not_there_is_said(cli: Cli, out: Path, tmp_path: Path) -> None:
    assert cli.json("export", "text", out, "--category", "Nowhere")["error"] == "not-found"
    assert cli.json("export", "text", out, "--query", "title:nothing")["error"] == "not-found"
    assert cli.json("export", "text", out, 1, 999)["gone"] == [999]
    assert cli.code == 1
    assert cli.json("export", "text", out / "a" / "b")["error"] == "cannot-write"
    cli("export", "html", tmp_path / "one.html")
    assert (cli.code, "name a folder" in cli.err) == (2, True)

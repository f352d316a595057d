"""Smart folders on the command line: kept, listed, searched in and deleted by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.library.listing import lists
from tests.cli.test_program import Cli
from tests.factories import as_read, make_post, write_posts
from tests.importing.folders import write_post
from tests.library.test_library import store
from tests.library.test_places import make_medium


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    folder = write_posts(tmp_path / "blog", 3)
    write_post(folder, "source/_posts/snow.md", "Snow", "The body of snow.")
    made = Cli(tmp_path / "library", capsys)
    made("import", folder)
    return made


def test_a_search_is_kept_and_used_by_its_name(cli: Cli) -> None:
    cli("read", cli.json("search", "title:2")["articles"][0]["id"])
    (kept,) = cli.json("save-search", "Bodies", "body -snow")
    assert kept == {"id": 1, "name": "Bodies", "conditions": "body -snow", "total": 3, "unread": 2}
    assert cli.json("searches") == [kept]
    assert cli("searches") == "Bodies  body -snow  2 unread of 3\n"
    assert cli.json("search", "--saved", "BODIES")["total"] == 3
    found = cli.json("search", "--saved", "Bodies", "title:2")
    assert [row["title"] for row in found["articles"]] == ["Post 2"]


def test_the_same_name_gets_other_conditions(cli: Cli) -> None:
    cli("save-search", "One", "snow")
    (kept,) = cli.json("save-search", "one", "body")
    assert (kept["id"], kept["name"], kept["total"]) == (1, "one", 4)
    assert len(cli.json("searches")) == 1


def test_one_is_deleted_and_its_articles_stay(cli: Cli) -> None:
    cli("save-search", "One", "snow")
    assert cli.json("remove-search", "ONE") == []
    assert cli.json("list")["total"] == 4


@pytest.mark.parametrize(
    "words",
    [
        ("search", "--saved", "None"),
        ("remove-search", "None"),
        ("save-search", " ", "snow"),
        ("save-search", "One", "tag:"),
    ],
)
def test_what_is_not_there_is_said(cli: Cli, words: tuple[str, ...]) -> None:
    assert cli.json(*words)["error"] == "not-found"
    assert cli.code == 1


def test_hints_are_given_when_it_is_kept(cli: Cli) -> None:
    cli("save-search", "One", "body", "tagg:snow")
    assert "did you mean tag:?" in cli.err


def test_that_titles_come_first_because_so_much_was_found_is_said(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "_MANY", 1)
    assert cli.json("search", "--relevance", "body")["total"] == 4
    assert "those with a match in the title come first" in cli.err


def test_a_library_that_is_only_read_is_searched_as_far_as_it_is_searchable(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(cli.folder) as library:
        store(library, as_read(make_post(9, title="Not searchable yet")))
    make_medium(monkeypatch)
    assert cli.json("search", "snow")["total"] == 1
    assert cli.json("export", "text", tmp_path / "out", "--query", "snow")["articles"] == 1

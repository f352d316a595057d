"""Pictures, storage and verification on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.offline import Fetch
from tests.cli.test_program import Cli, cli
from tests.fetching.conftest import server
from tests.fetching.server import Server, picture, reply
from tests.importing.folders import write_post

__all__ = ["cli", "server"]

LOCAL = ("--allow-host", "127.0.0.1")


@pytest.fixture
def folder(tmp_path: Path, cli: Cli, server: Server) -> Path:
    """Two posts with a picture of the web each, and a lead besides."""
    folder = tmp_path / "blog"
    for number, category in ((1, "A"), (2, "B")):
        server.answers[f"/{number}.png"] = reply(picture(number, (300, 200)))
        server.answers[f"/lead-{number}.png"] = reply(picture(number + 10, (300, 200)))
        post = write_post(
            folder, f"source/_posts/{number}.md", f"Post {number}", f"![a]({server.url(f'/{number}.png')})"
        )
        lead = f"title: Post {number}\ncategories: {category}\ncover: {server.url(f'/lead-{number}.png')}"
        post.write_text(post.read_text().replace(f"title: Post {number}", lead))
    cli("import", folder)
    assert server.requests == []
    return folder


def test_what_is_named_is_fetched_and_nothing_else(cli: Cli, folder: Path, server: Server) -> None:
    guess = cli.json("pictures", "--category", "A", "--dry-run")
    assert (guess["pictures"], guess["articles"], server.requests) == (2, 1, [])
    done = cli.json("pictures", "--category", "A", *LOCAL)
    assert (done["total"], done["stored"], done["failed"], done["stopped"], cli.code) == (2, 2, 0, None, 0)
    assert sorted(server.paths()) == ["/1.png", "/lead-1.png"]
    assert cli.json("pictures", "--bookmarked", *LOCAL)["total"] == 0
    assert cli.json("pictures", "--thumbnails", "--unread", *LOCAL)["stored"] == 1
    assert server.paths()[2:] == ["/lead-2.png"]
    assert cli.json("pictures", "--source", "1", *LOCAL)["stored"] == 2
    assert "key" in cli.json("show", 1)["pictures"][0]
    with Library(cli.folder) as library:
        assert library.web.consents() == ()


def test_what_fails_is_told_with_its_reason(cli: Cli, folder: Path, server: Server) -> None:
    server.answers.clear()
    done = cli.json("pictures", *LOCAL)
    assert done["reasons"] == [{"reason": "its server no longer has it (404)", "pictures": 4}]
    assert cli.json("pictures", *LOCAL)["total"] == 0
    assert cli.json("pictures", "--retry", *LOCAL)["failed"] == 4
    assert "no longer has it" in cli("pictures", "--retry", *LOCAL)
    (missing,) = cli.json("storage")["missing"]
    assert missing == {"reason": "its server no longer has it (404)", "pictures": 4}


def test_a_private_host_is_not_asked_unless_it_is_named(cli: Cli, folder: Path, server: Server) -> None:
    assert cli.json("pictures")["reasons"] == [{"reason": "its host is in a private network", "pictures": 4}]
    assert server.requests == []


def test_the_limit_that_was_set_in_the_window_holds_here_too(cli: Cli, folder: Path, server: Server) -> None:
    with Library(cli.folder) as library:
        library.web.set_most_bytes(40_000)
    assert cli.json("pictures", *LOCAL)["reasons"] == [{"reason": "it is larger than 1 MB", "pictures": 4}]
    with Library(cli.folder) as library:
        library.web.set_most_bytes(1_000_000)
    assert cli.json("pictures", "--retry", *LOCAL)["stored"] == 4


def test_offline_is_offline(cli: Cli, folder: Path, server: Server) -> None:
    with Library(cli.folder) as library:
        library.web.work_offline(True)
    assert cli.json("pictures", *LOCAL)["stopped"] == "offline"
    assert (cli.code, server.requests) == (3, [])
    cli("pictures", *LOCAL)
    assert "offline" in cli.err


def test_what_is_not_there_is_said(cli: Cli, folder: Path) -> None:
    assert cli.json("pictures", "--category", "Nowhere")["error"] == "not-found"
    assert cli.json("pictures", "--source", "9")["error"] == "not-found"
    assert cli.code == 1


def test_storage_is_told_by_kind_source_and_category(cli: Cli, folder: Path) -> None:
    before = cli.json("storage")
    assert (before["complete"], before["partial"], before["text_only"]) == (0, 0, 2)
    cli("pictures", "--category", "A", *LOCAL)
    told = cli.json("storage")
    assert (told["complete"], told["partial"], told["text_only"]) == (1, 0, 1)
    assert told["picture_bytes"] == told["web_picture_bytes"] == told["sources"][0]["picture_bytes"] > 0
    assert told["missing"] == [{"reason": None, "pictures": 2}]
    assert sum(each["text_only"] for each in told["categories"] if each["id"] > 2) == 1
    assert "never asked for" in cli("storage")


def test_verifying_finds_and_mends(cli: Cli, folder: Path) -> None:
    cli("pictures", *LOCAL)
    sound = {"files": 4, "repaired": 0, "missing": [], "damaged": [], "unreadable": [], "orphans": []}
    assert cli.json("verify") == sound
    with Library(cli.folder) as library:
        file, key = next(each for each in library.images.files() if each[1])
    file.write_bytes(b"spoilt")
    assert cli.json("verify")["damaged"] == [key]
    assert cli.code == 1
    assert key in cli("verify", "--repair")
    assert cli.code == 0
    assert cli.json("pictures", *LOCAL)["stored"] == 1
    assert cli.json("verify")["damaged"] == []
    assert cli.json("check")["ok"]


def test_what_may_always_be_fetched_is_set_for_all_and_for_one_source(cli: Cli, folder: Path, server: Server) -> None:
    assert cli.json("consent") == {
        "always": None, "offline": False, "sources": [{"id": 1, "name": "blog", "always": None}],
    }  # fmt: skip
    assert cli.json("consent", "thumbnails")["always"] == "thumbnails"
    said = cli.json("consent", "nothing", "--source", 1)
    assert (said["always"], said["sources"][0]["always"]) == ("thumbnails", "nothing")
    assert cli("consent") == "always          thumbnails\n     1 nothing     blog\n"
    with Library(cli.folder) as library:
        assert [(each.what, each.scope.source) for each in library.web.in_force()] == [
            (Fetch.THUMBNAILS, None), (Fetch.NOTHING, 1),
        ]  # fmt: skip
    assert cli.json("consent", "unset", "--source", 1)["sources"][0]["always"] is None
    assert cli.json("consent", "unset")["always"] is None
    with Library(cli.folder) as library:
        assert library.web.consents() == ()
    assert server.requests == []


def test_a_consent_needs_a_source_that_is_there_and_a_word_that_is_known(cli: Cli, folder: Path) -> None:
    assert cli.json("consent", "all", "--source", 9)["error"] == "not-found"
    cli("consent", "everything")
    assert (cli.code, "usage:" in cli.err) == (2, True)
    cli("consent", "--source", 1)
    assert (cli.code, "usage:" in cli.err) == (2, True)
    assert cli.json("consent")["always"] is None


def test_working_offline_is_told_beside_what_is_allowed(cli: Cli, folder: Path) -> None:
    with Library(cli.folder) as library:
        library.web.work_offline(True)
    assert cli.json("consent", "all")["offline"] is True
    cli("consent")
    assert "You are working offline" in cli.err

"""The command line: what it prints for people, what it promises to scripts, and how it ends."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.library.keeping.moving import move_library
from reader.library.library import Library
from reader.library.store.database import FILE_NAME
from reader.paths import VARIABLE
from tests.containers.packing import pack, zip_of
from tests.factories import write_picture, write_posts
from tests.importing.folders import bring_in, write_post

ROW = {"id", "title", "author", "date", "source", "summary", "unread", "bookmarked", "gone", "thumbnail"}
CONTENT = ROW | {
    "path", "root", "date_text", "zone_assumed", "link", "lang", "categories", "tags", "lead", "pictures", "metadata",
    "problems", "text", "html",
}  # fmt: skip
PROBLEM = {"path", "line", "kind", "message", "repaired"}


class Cli:
    """Runs commands on one library."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.code = 0
        self.err = ""

    def __call__(self, *words: object) -> str:
        """Run a command and return what it printed; its exit code and complaints are kept."""
        try:
            # Straight after the command: what follows "--" would count as words, and the user's own library be opened.
            said = [*map(str, words)]
            self.code = main([*said[:1], "--library", str(self.folder), *said[1:]])
        except SystemExit as end:
            self.code = int(end.code or 0)
        out, self.err = self._capsys.readouterr()
        return out

    def json(self, *words: object) -> Any:
        return json.loads(self(*words, "--json"))


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(tmp_path / "library", capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_posts(tmp_path / "blog", 3)


@pytest.fixture
def filled(cli: Cli, folder: Path) -> Cli:
    with Library(cli.folder) as library:
        bring_in(library, folder)
    return cli


def test_import_reports_what_it_did(cli: Cli, folder: Path) -> None:
    write_post(folder, "source/_posts/empty.md", "").write_text("")
    report = cli.json("import", folder)
    counts = {name: report[name] for name in ("added", "updated", "moved", "unchanged", "refused", "gone", "pictures")}
    assert counts == {"added": 3, "updated": 0, "moved": 0, "unchanged": 0, "refused": 1, "gone": 0, "pictures": 0}
    assert report["indexed"] == 3
    assert [set(problem) for problem in report["problems"]] == [PROBLEM]
    assert report["problems"][0]["kind"] == "empty"
    assert (cli.code, cli.err) == (0, "")


def test_options_may_stand_before_the_command(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--library", str(tmp_path / "elsewhere")]
    assert main([*where, "--json", "import", str(folder)]) == 0
    assert (
        json.loads(capsys.readouterr().out)["added"] == json.loads(tell(capsys, "--json", "stats", *where))["articles"]
    )
    assert not tell(capsys, *where, "stats").startswith("{")


def tell(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main([*words]) == 0
    return capsys.readouterr().out


def test_import_tells_people_the_same(cli: Cli, folder: Path) -> None:
    write_post(folder, "source/_posts/empty.md", "").write_text("")
    out = cli("import", folder)
    assert "added                  3" in out
    assert "refused   source/_posts/empty.md: The file is empty." in out


def test_a_dry_run_makes_no_library(cli: Cli, folder: Path) -> None:
    planned = cli.json("import", folder, "--dry-run")
    assert (planned["dialect"], planned["files"], planned["new"], planned["refused"]) == ("hexo", 3, 3, 0)
    assert planned["categories"] == [{"path": ["News"], "posts": 3}]
    assert {"marker", "changed", "unchanged", "problems"} <= set(planned)
    assert not cli.folder.exists()


def test_a_dry_run_knows_what_is_there(filled: Cli, folder: Path) -> None:
    assert filled.json("import", folder, "--dry-run")["unchanged"] == 3
    assert "unchanged" in filled("import", folder, "--dry-run")


def test_a_link_that_leads_to_itself_is_no_folder(filled: Cli, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for words in (["import", tmp_path / "loop"], ["import", "--dry-run", tmp_path / "loop"]):
        assert (filled.json(*words)["error"], filled.code) == ("no-folder", 3)
    assert (filled.json("move", tmp_path / "loop")["error"], filled.code) == ("cannot-open", 3)


def test_a_home_of_nobody_is_a_folder_of_that_name(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cli.folder = Path("~nobody-of-this-name/library")
    cli("list")
    assert (cli.code, list(tmp_path.iterdir())) == (3, [])


@pytest.mark.parametrize("dialect", ["auto", "hexo", "jekyll", "hugo", "plain"])
def test_the_dialect_can_be_chosen(cli: Cli, folder: Path, dialect: str) -> None:
    said = cli.json("import", folder, "--dialect", dialect, "--dry-run")["dialect"]
    assert said == ("hexo" if dialect == "auto" else dialect)


def test_list_shows_the_newest_first(filled: Cli) -> None:
    listed = filled.json("list")
    assert listed["total"] == 3
    assert [row["title"] for row in listed["articles"]] == ["Post 3", "Post 2", "Post 1"]
    assert all(set(row) == ROW for row in listed["articles"])
    assert listed["articles"][0]["date"] == "2022-01-01T00:03:00Z"
    assert filled("list").splitlines()[0].endswith("2022-01-01  Post 3  (blog)")


def test_list_can_be_narrowed(filled: Cli) -> None:
    newest = filled.json("list", "--limit", 1)
    assert (newest["total"], len(newest["articles"])) == (3, 1)
    filled("list", "--limit", 1)
    assert filled.err == "... 2 more; --limit shows them\n"
    article = newest["articles"][0]["id"]
    filled("read", article)
    filled("bookmark", article)
    assert filled.json("list", "--unread")["total"] == 2
    assert [row["id"] for row in filled.json("list", "--bookmarked")["articles"]] == [article]
    assert filled.json("list", "--bookmarked", "--unread")["total"] == 0
    assert filled.json("list", "--category", "News")["total"] == 3


def test_a_category_is_given_as_a_path(cli: Cli, tmp_path: Path) -> None:
    post = "---\ntitle: One\ndate: 2022-01-01\ncategories: [World/Asia, Tea]\n---\nWords.\n"
    (tmp_path / "one.md").write_text(post)
    cli("import", tmp_path, "--dialect", "hexo")
    assert {"/".join(each["path"]) for each in cli.json("categories")} == {"World/Asia", "World/Asia/Tea"}
    assert cli.json("list", "--category", "World/Asia/Tea")["total"] == 1
    for unknown in ("World", "Tea", "World/Asia/", "/World/Asia"):
        cli("list", "--category", unknown)
        assert (cli.code, cli.err) == (1, f"broadsheet-cli: There is no category {unknown!r}.\n")


def test_search_finds_chinese(filled: Cli) -> None:
    for words in (["中"], ["中文"], ["body", "中"]):
        assert filled.json("search", *words)["total"] == 3
    assert filled.json("search", "body", "--limit", 0) == {"total": 3, "articles": [], "hints": []}


def test_search_shows_where_the_words_are_and_what_it_could_not_read(filled: Cli) -> None:
    found = filled.json("search", "中文 is:odd OR body")
    snippet = found["articles"][0]["snippet"]
    assert [snippet["text"][start:end] for start, end in snippet["marks"]] == ["body", "中文"]
    assert [(hint["kind"], hint["start"], hint["end"]) for hint in found["hints"]] == [("unknown-value", 6, 9)]
    filled("search", "is:odd")
    assert "'odd' is not possible here" in filled.err


def test_search_by_relevance(filled: Cli) -> None:
    newest, best = (filled.json("search", '"post 1" OR 中文', *more) for more in ([], ["--relevance"]))
    assert [found["articles"][0]["title"] for found in (newest, best)] == ["Post 3", "Post 1"]


@pytest.mark.parametrize("words", ["nowhere", '"', "*", "AND", "a NEAR b", "title:x", "(", "\0", "-"])
def test_search_takes_any_words(filled: Cli, words: str) -> None:
    found = filled("search", words) if words != "-" else filled("search", "--", words)
    assert (filled.code, found) == (0, "")


def test_search_shows_nothing_where_nothing_is_asked_for(filled: Cli) -> None:
    assert filled.json("search", "tag:")["total"] == 0
    assert "Nothing follows tag:" in filled.err


def test_show_tells_all_of_an_article(cli: Cli, tmp_path: Path) -> None:
    write_picture(tmp_path / "blog" / "a.png")
    body = "![a](a.png) <script>alert(1)</script> Words."
    write_post(tmp_path / "blog", "post.md", "One", body, date="Thu, 20 Jan 2022 02:24:38 GMT")
    cli("import", tmp_path / "blog", "--dialect", "hexo")
    article = cli.json("list")["articles"][0]["id"]
    shown = cli.json("show", article)
    assert set(shown) == CONTENT
    assert (shown["date"], shown["date_text"]) == ("2022-01-20T02:24:38Z", "Thu, 20 Jan 2022 02:24:38 GMT")
    assert (shown["path"], shown["root"]) == ("post.md", str(tmp_path / "blog"))
    assert shown["metadata"]["title"] == "One"
    assert "alert" not in shown["html"]
    assert shown["pictures"][0]["key"] in shown["html"]
    assert cli("show", article).startswith("One\n")


@pytest.mark.parametrize("command", ["show", "read", "unread", "bookmark", "unbookmark"])
def test_an_unknown_article_is_said_to_be_so(filled: Cli, command: str) -> None:
    assert filled(command, 99) == ""
    assert (filled.code, filled.err) == (1, "broadsheet-cli: There is no article 99.\n")
    assert filled.json(command, 99)["error"] == "not-found"


def test_marks_are_set_and_taken_off(filled: Cli) -> None:
    article = filled.json("list")["articles"][0]["id"]
    for command, mark, value in [
        ("read", "unread", False),
        ("unread", "unread", True),
        ("bookmark", "bookmarked", True),
        ("unbookmark", "bookmarked", False),
    ]:
        (row,) = filled.json(command, article)["articles"]
        assert row[mark] is value


def test_categories_that_are_called_the_same_are_both_listed(filled: Cli, folder: Path) -> None:
    (folder / "source/_posts/other.md").write_text("---\ntitle: Other\ndate: 2022-01-01\ncategories: Other\n---\nx\n")
    filled("import", folder)
    with Library(filled.folder) as library:
        (other,) = (node for node in library.categories() if node.name == "Other")
        library.arranging.rename(other.id, "News")
    assert [line.split() for line in filled("categories").splitlines()].count(["1", "1", "News"]) == 1
    assert filled("categories").count("News") == 2


def test_a_removed_source_is_none_of_the_stats(filled: Cli) -> None:
    filled("remove", 1)
    assert filled.json("stats")["sources"] == 0


def test_categories_are_listed_with_their_numbers(filled: Cli) -> None:
    (found,) = filled.json("categories")
    assert set(found) == {"id", "path", "total", "unread", "original", "hidden", "colour", "merged"}
    assert (found["path"], found["total"], found["unread"]) == (["News"], 3, 3)
    assert filled("categories").split() == ["3", "3", "News"]


def test_stats_are_numbers(filled: Cli) -> None:
    numbers = filled.json("stats")
    assert (numbers["articles"], numbers["unread"], numbers["indexed"], numbers["sources"]) == (3, 3, 3, 1)
    assert all(isinstance(number, int) for number in numbers.values())
    assert "library bytes" in filled("stats")


def test_check_finds_a_sound_library_sound(filled: Cli) -> None:
    assert filled.json("check") == {"ok": True, "faults": []}
    assert filled("check") == "The library is sound.\n"


def test_check_finds_what_is_wrong(filled: Cli) -> None:
    with closing(sqlite3.connect(filled.folder / FILE_NAME)) as db:
        db.execute("DELETE FROM content")
        db.commit()
    assert filled.json("check")["ok"] is False
    assert filled.code == 1


# --- where the library is


def test_the_variable_names_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "by-variable"))
    with Library(tmp_path / "by-variable") as library:
        bring_in(library, write_posts(tmp_path / "blog", 1))
    assert main(["list"]) == 0
    assert "Post 1" in capsys.readouterr().out
    Library(tmp_path / "by-option").close()
    assert main(["list", "--library", str(tmp_path / "by-option")]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", [["list"], ["categories"], ["stats"], ["check"], ["search", "a"], ["read", "1"]])
def test_a_missing_library_is_not_made_by_looking(cli: Cli, words: list[str]) -> None:
    cli(*words)
    assert (cli.code, cli.folder.exists()) == (3, False)
    assert "There is no library here yet." in cli.err


# --- what the environment refuses


def test_a_refused_folder_is_an_exit_code_of_its_own(cli: Cli, tmp_path: Path) -> None:
    refused = cli.json("import", tmp_path / "nowhere")
    assert set(refused) == {"error", "path", "message"}
    assert (refused["error"], refused["path"], cli.code) == ("no-folder", str(tmp_path / "nowhere"), 3)
    assert "cannot be read" in cli.err


def test_another_s_file_is_not_touched(cli: Cli) -> None:
    cli.folder.mkdir()
    (cli.folder / FILE_NAME).write_bytes(b"my diary" * 1000)
    assert cli.json("list")["error"] == "not-a-library"
    assert (cli.folder / FILE_NAME).read_bytes() == b"my diary" * 1000


@pytest.mark.parametrize("command", ["list", "stats", "categories"])
def test_a_damaged_library_is_told(filled: Cli, command: str) -> None:
    file = filled.folder / FILE_NAME
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    file.write_bytes(data)
    assert filled.json(command)["error"] == "damaged"
    assert filled.code == 3


@pytest.mark.parametrize(
    "words",
    [
        [], ["nothing"], ["show"], ["show", "x"], ["show", "-1"], ["show", str(2**63)], ["list", "--limit", "many"],
        ["search"], ["import"], ["import", ".", "--dialect", "word"], ["list", "--library", ""],
    ],
)  # fmt: skip
def test_wrong_words_end_with_two(cli: Cli, words: list[str]) -> None:
    cli(*words)
    assert cli.code == 2
    assert "usage:" in cli.err


def test_titles_cannot_command_the_terminal(cli: Cli, tmp_path: Path) -> None:
    write_post(tmp_path, "post.md", r'"red \e[31m and bell \a and \u009b2J"', "Words \x1b[2J of a stranger.")
    cli("import", tmp_path)
    out = cli("list") + cli("show", 1)
    assert not set(out) & set("\x1b\x07\x9b")


@pytest.mark.parametrize("buffered", [True, False])
def test_a_reader_of_the_output_may_leave(filled: Cli, buffered: bool) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    words = [sys.executable, *([] if buffered else ["-u"]), "-m", "reader.cli", "--library", str(filled.folder), "list"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with os.fdopen(writer, "wb") as out:
        ended = subprocess.run(words, stdout=out, stderr=subprocess.PIPE, env=environment, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_nobody_need_hear_a_command(filled: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["list", "--json", "--library", str(filled.folder)]) == 0


def test_an_import_can_be_stopped_from_the_keyboard(cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.importing.importer.copy_pictures", interrupt)
    cli("import", folder)
    assert (cli.code, cli.err) == (130, "Stopped. What was already saved stays.\n")
    assert cli.json("list")["total"] == 3


def test_an_archive_is_imported_like_a_folder(cli: Cli, folder: Path) -> None:
    archive = pack(folder, folder.parent / "blog.zip", "blog-main")
    assert cli.json("import", archive, "--dry-run")["new"] == 3
    assert cli.json("import", archive)["added"] == 3
    assert cli.json("import", archive)["unchanged"] == 3
    assert {row["source"] for row in cli.json("list")["articles"]} == {"blog.zip"}
    assert cli.json("show", 1)["root"] == str(archive)
    assert cli.json("refresh")["unchanged"] == 3


def test_an_archive_that_is_refused_says_why(cli: Cli, tmp_path: Path) -> None:
    said = cli.json("import", zip_of(tmp_path / "x.zip", {"../evil.md": "text"}))
    assert (cli.code, said["error"]) == (3, "archive-unsafe")
    assert "../evil.md" in said["message"]
    (tmp_path / "y.tgz").write_bytes(b"\x1f\x8b")
    assert cli.json("import", tmp_path / "y.tgz")["error"] == "bad-archive"


def test_a_move_that_was_interrupted_comes_to_its_end(
    filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_folder: Path) -> None:
        raise KeyboardInterrupt

    old, filled.folder = filled.folder, tmp_path / "new"
    with monkeypatch.context() as broken:
        broken.setattr("reader.library.keeping.moving._remove", killed)
        with pytest.raises(KeyboardInterrupt):
            list(move_library(old, filled.folder, lambda: None))
    assert old.exists()
    assert filled.json("stats")["articles"] == 3
    assert not old.exists()


def test_json_is_whole_where_the_output_is_not_utf8(tmp_path: Path) -> None:
    """As in a file on Windows."""
    with Library(tmp_path / "library") as library:
        bring_in(library, write_post(tmp_path / "blog", "a.md", "雪 é 👩").parent)
    done = subprocess.run(
        [sys.executable, "-m", "reader.cli", "--library", str(tmp_path / "library"), "list", "--json"],
        capture_output=True, check=True, timeout=60, env=os.environ | {"PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip
    assert [row["title"] for row in json.loads(done.stdout)["articles"]] == ["雪 é 👩"]


_LOADED = """
import sys
from reader.cli import main
main(sys.argv[1:])
print(*(name for name, module in sys.modules.items() if "__late__" not in vars(module)))
"""


def test_a_command_loads_only_what_it_needs(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        bring_in(library, write_posts(tmp_path / "blog", 2))
    words = ["--library", str(tmp_path / "library"), "list"]
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *words],
        capture_output=True, text=True, check=True, timeout=60, env=os.environ.copy(),
    )  # fmt: skip
    first, *_, told = done.stdout.splitlines()
    loaded = set(told.split())
    assert "Post 2" in first
    assert "reader.library.listing.lists" in loaded
    assert not loaded & {"reader.importing.importer", "reader.exporting.exporter", "reader.viewing.sanitize"}
    assert not {name.split(".")[0] for name in loaded} & {
        "PySide6",
        "PIL",
        "yaml",
        "markdown_it",
        "lxml",
        "nh3",
        "httpx",
    }

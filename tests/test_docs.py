"""The documentation says what the program does: keys, JSON fields, kinds of problems."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import cli
from reader.library.conditions.query_language import OPERATORS
from reader.library.conditions.query_tree import Has, HintKind, Is
from reader.problems import ProblemKind
from tests.factories import write_picture, write_posts

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def words_in_code(page: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", (DOCS / page).read_text("utf-8")))


def test_every_key_of_the_window_is_written_down() -> None:
    actions = pytest.importorskip("reader.ui.actions")
    written: dict[str, tuple[str, ...]] = {}
    group = ""
    for line in (DOCS / "keyboard.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            group = line[3:]
        elif line.startswith("| `") and group != "Elsewhere":
            keys, text = (cell.strip() for cell in line.strip("|").rsplit("|", 1))
            written[f"{group}: {text}"] = tuple(re.findall(r"`([^`]+)`", keys))
    table = {f"{spec.group}: {spec.text}": spec.keys for spec in actions.SPECS.values() if spec.keys}
    assert written == table


def fields(value: object) -> Iterator[str]:
    """Yield every field name in a JSON value; front matter has the author's own."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield name
            if name != "metadata":
                yield from fields(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from fields(inside)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_posts(tmp_path / "saved", 3)
    post = folder / "source" / "_posts" / "post-1.md"
    post.write_text(
        post.read_text("utf-8") + "\n![Hills](/images/hills.png)![Far](http://10.0.0.1/x.png)\n", encoding="utf-8"
    )
    write_picture(folder / "source" / "images" / "hills.png")
    (folder / "source" / "_posts" / "empty.md").touch()
    return folder


def test_every_field_of_the_command_line_is_written_down(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = words_in_code("cli.md")
    common = ["--json", "--library", str(tmp_path / "library")]
    commands = [["import", str(folder), "--dry-run"], ["import", str(folder)], ["list"], ["search", "body"]]
    commands += [["show", str(number)] for number in (1, 2, 3)]
    commands += [["sources"], ["history"], ["undo"], ["redo"], ["refresh"], ["configure", "1", "--name", "News"]]
    commands += [["pictures", "--dry-run"], ["pictures"], ["storage"], ["verify"], ["verify", "--repair"]]
    commands += [["save-search", "Bodies", "body"], ["searches"], ["remove-search", "Bodies"]]
    commands += [["export", "text", str(tmp_path / "out")]]
    commands += [["backups", "--now"]]
    commands += [
        ["categories"],
        ["arrange", "News", "--name", "Reports"],
        ["stats"],
        ["check"],
        ["bookmark", "1"],
        ["import", str(tmp_path / "nowhere")],
    ]
    for command in commands:
        cli.main([*command, *common])
        printed = json.loads(capsys.readouterr().out)
        assert set(fields(printed)) <= written, command


def test_every_kind_of_problem_is_written_down() -> None:
    assert set(ProblemKind) <= words_in_code("cli.md")


def test_every_kind_of_hint_is_written_down() -> None:
    assert set(HintKind) <= words_in_code("cli.md")


def test_every_operator_of_search_is_written_down() -> None:
    text = (DOCS / "search.md").read_text("utf-8")
    for english, chinese in OPERATORS.items():
        assert f"`{english}:" in text
        assert not chinese or f"`{chinese}:`" in text
    assert all(f"`is:{kind}`" in text for kind in Is)
    assert all(f"`has:{kind}`" in text for kind in Has)


def test_the_map_names_every_package() -> None:
    drawn = (DOCS / "design.md").read_text("utf-8").split("## Main paths")[0]
    for file in (ROOT / "reader").rglob("__init__.py"):
        assert f"{file.parent.name}/" in drawn
    for file in (ROOT / "reader").glob("[a-z]*.py"):
        assert file.name in drawn


def pages() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_places_in_a_page_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    headings = {
        re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-") for line in re.findall(r"^#+ (.*)", text, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings

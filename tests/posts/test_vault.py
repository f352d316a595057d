"""Notes of an Obsidian vault: links, embeds, callouts, tags in the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.containers.folder import FolderContainer
from reader.domain import Dialect, Post
from reader.posts.body import vault
from reader.problems import ProblemKind
from tests.posts.reading import kinds, post
from tests.posts.test_site import fill


def note(text: str, root: Path = Path("/nonexistent"), dialect: Dialect = Dialect.OBSIDIAN) -> Post:
    return post(f"---\ntags: [a]\n---\n{text}", dialect, "Notes/Day.md", root)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[[Note]]", '<a href="Note">Note</a>'),
        ("[[Note|its text]]", '<a href="Note">its text</a>'),
        ("[[Folder/Note 1]]", '<a href="Folder/Note%201">Folder/Note 1</a>'),
        ("[[笔记|文]]", ">文</a>"),
        ("[[Note#A Head]]", '<a href="Note#a-head">Note &gt; A Head</a>'),
        ("[[Note#^1a2b]]", '<a href="Note">Note</a>'),
        ("[[#A Head]]\n\n## A Head", '<a href="#a-head">A Head</a>'),
        ("|a|\n|-|\n|[[Note\\|b]]|", '<td><a href="Note">b</a></td>'),
        ("![[Note]]", '<em><a href="Note">Note</a></em>'),
        ("![[p.png|a cat|200x100]]", '<img src="p.png" alt="a cat" width="200" height="100">'),
        ("![100x50](p.png)", '<img src="p.png" alt="" width="100" height="50">'),
        ("|a|\n|-|\n|![[p.png\\|20]]|", '<td><img src="p.png" alt="" width="20"></td>'),
        ("[[a & b|<c>]]", ">&lt;c&gt;</a>"),
        ("`[[a]]`", "<code>[[a]]</code>"),
        ("> [!note] Title\n> text", "<blockquote>\n<p><strong>Title</strong></p>\n<p>text</p>\n</blockquote>"),
        ("> [!tip]- Folded\n> text", "<strong>Folded</strong>"),
        ("> [!my-box|wide]\n> text", "<strong>My box</strong>"),
    ],
)
def test_what_only_a_vault_writes(source: str, expected: str) -> None:
    assert expected in note(source).html


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#one and #two/three, #中文。", ("a", "one", "two/three", "中文")),
        ("#a #a", ("a",)),
        ("# Heading\n\n#1984 a#b https://e.org/#c &#38; #", ("a",)),
        ('<mark style="background: #FFF3A3A6;">#one</mark> #two', ("a", "one", "two")),
        ("`#code`\n\n```\n#code\n```", ("a",)),
    ],
)
def test_tags_in_the_text_are_tags(text: str, tags: tuple[str, ...]) -> None:
    assert note(text).tags == tags


def test_tags_in_the_text_are_text_elsewhere() -> None:
    result = note("#one [[two]]", dialect=Dialect.PLAIN)
    assert result.tags == ("a",)
    assert "[[two]]" in result.html


@pytest.mark.parametrize(
    ("there", "source", "local"),
    [
        (["Files/deep/x.png"], "![[x.png|200]]", "Files/deep/x.png"),
        (["Files/X.PNG"], "![[x.png]]", "Files/X.PNG"),
        (["a/b/x.png", "c/x.png"], "![[x.png]]", "c/x.png"),
        (["c/x.png", "Notes/x.png"], "![[x.png]]", "Notes/x.png"),
        (["Files/deep/x.png"], "![[old/x.png]]", "Files/deep/x.png"),
        (["Files/图 1.png"], "![a](图%201.png)", "Files/图 1.png"),
    ],
)
def test_a_picture_is_found_anywhere_in_the_vault(tmp_path: Path, there: list[str], source: str, local: str) -> None:
    fill(tmp_path, dict.fromkeys(there, "x"))
    result = note(source, tmp_path)
    assert [picture.local for picture in result.pictures] == [local]
    assert ProblemKind.PICTURE_MISSING not in kinds(result)


def test_hidden_folders_and_other_folders_are_not_searched(tmp_path: Path) -> None:
    fill(tmp_path, {"secret/x.png": "x", "vault/.trash/y.png": "x"})
    (tmp_path / "vault" / "out").symlink_to(tmp_path / "secret")
    result = note("![[x.png]] ![[y.png]]", tmp_path / "vault")
    assert [picture.local for picture in result.pictures] == [None, None]


def test_the_index_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "_MOST_ENTRIES", 3)
    fill(tmp_path, {"a.png": "x", "b/c.png": "x", "b/d.png": "x"})
    assert vault.index_pictures(FolderContainer(tmp_path)) == {"a.png": "a.png"}

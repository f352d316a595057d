"""Titles, categories, tags, authors and flags, each by its generator's rules."""

from __future__ import annotations

import json

import pytest

from reader.domain import Dialect
from reader.problems import ProblemKind
from tests.posts.reading import kinds, post, read

HEXO, JEKYLL, HUGO, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.PLAIN
ZOLA, PELICAN, ELEVENTY = Dialect.ZOLA, Dialect.PELICAN, Dialect.ELEVENTY
NEXT, OBSIDIAN = Dialect.NEXT, Dialect.OBSIDIAN


@pytest.mark.parametrize(
    ("dialect", "head", "path", "expected"),
    [
        (HEXO, "categories: [a, b]", "_posts/p.md", (("a", "b"),)),
        (HEXO, "categories: a b", "_posts/p.md", (("a b",),)),
        (HEXO, "categories: 3D,元宇宙,开发", "_posts/p.md", (("3D,元宇宙,开发",),)),
        (HEXO, "categories:\n- - a\n- - b\n  - c\n- d", "_posts/p.md", (("a",), ("b", "c"), ("d",))),
        (HEXO, "categories: [a, '', ~, b]", "_posts/p.md", (("a", "b"),)),
        (HEXO, "categories:\n - 组\n - 源\n - — 频道", "_posts/p.md", (("组", "源", "频道"),)),
        (HEXO, "category: a", "_posts/p.md", (("a",),)),
        (HEXO, "categories: []", "_posts/a/b/p.md", (("a", "b"),)),
        (HEXO, "x: y", "source/_posts/a/p.md", (("a",),)),
        (HEXO, "x: y", "_posts/p.md", ()),
        (JEKYLL, "categories: a b", "_posts/p.md", (("a",), ("b",))),
        (JEKYLL, "category: a b", "_posts/p.md", (("a b",),)),
        (JEKYLL, "categories: [a b, c]", "en/news/_posts/p.md", (("en",), ("news",), ("a b",), ("c",))),
        (JEKYLL, "x: y", "_posts/below/p.md", ()),
        (HUGO, "categories: [a, b c]", "content/p.md", (("a",), ("b c",))),
        (HUGO, "categories: a b", "content/p.md", (("a b",),)),
        (HUGO, "x: y", "news/2020/05/p.md", (("news",),)),
        (HUGO, "x: y", "news/bundle/index.md", (("news",),)),
        (PLAIN, "categories: [a, C/C++]", "p.md", (("a",), ("C/C++",))),
        (PLAIN, 'categories: ["[[Clippings]]", "[[Posts|P]]"]', "p.md", (("Clippings",), ("P",))),
        (PLAIN, "x: y", "01.前端/notes/p.md", (("前端", "notes"),)),
    ],
)
def test_categories(dialect: Dialect, head: str, path: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert post(f"---\ntitle: T\n{head}\n---\nB", dialect, path).categories == expected


@pytest.mark.parametrize(
    ("dialect", "head", "expected"),
    [
        (HEXO, "tags: [a, b c, a]", ("a", "b c")),
        (HEXO, "tags:\n -", ()),
        (HEXO, "tags: 996", ("996",)),
        (HEXO, "tag: a", ("a",)),
        (HUGO, "tags: a b", ("a b",)),
        (JEKYLL, "tags: a b", ("a", "b")),
        (JEKYLL, "tag: x\ntags: [y]", ("x",)),
        (PLAIN, "tags: a, b; c", ("a, b", "c")),
        (PLAIN, "tags: 'a, b'", ("a", "b")),
        (PLAIN, "tags: ['#a', 0🌲]", ("a", "0🌲")),
    ],
)
def test_tags(dialect: Dialect, head: str, expected: tuple[str, ...]) -> None:
    assert post(f"---\ntitle: T\n{head}\n---\nB", dialect).tags == expected


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("S&atilde;o &lt;b&gt;", "São <b>"),
        ("a <em>b</em> Vec<T>", "a b Vec<T>"),
        ('"  a\n  b  "', "a b"),
        ("a\u202eb\u200bc", "abc"),
        ("'\u0627\u0644\u0639\u0631\u0628\u064a\u0629'", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629"),
        ("4.15", "4.15"),
        ("On", "On"),
        ("[转帖]", "[转帖]"),
        ("\n - a\n - b", "a, b"),
        ("x" * 900, "x" * 499 + "…"),
    ],
)
def test_titles_are_what_was_written_and_plain(written: str, title: str) -> None:
    assert post(f"---\ntitle: {written}\n---\nB").title == title


@pytest.mark.parametrize(
    ("text", "dialect", "path", "title"),
    [
        ("---\ntitle:\n---\nintro\n\n## The <b>first</b> one", HEXO, "p.md", "The first one"),
        ("text", HEXO, "_posts/2020-01-02-my-post.md", "my-post"),
        ("text", JEKYLL, "_posts/2020-01-02-my-post.md", "My Post"),
        ("text", HUGO, "posts/bundle/index.md", "bundle"),
        ("<title>Of &amp; page</title><p>text", PLAIN, "p.html", "Of & page"),
    ],
)
def test_a_post_without_title_gets_the_next_best(text: str, dialect: Dialect, path: str, title: str) -> None:
    assert post("<html>" + text if path.endswith(".html") else text, dialect, path).title == title


def test_a_note_is_called_what_its_file_is_called() -> None:
    result = post("# Heading\n\ntext", OBSIDIAN, "Notes/2020-01-02 Talk.md")
    assert result.title == "2020-01-02 Talk"
    assert ProblemKind.TITLE_MISSING not in kinds(result)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("author: A B", "A B"),
        ("authors: [a, b]", "a, b"),
        ("author:\n  name: A\n  link: https://e.org", "A"),
        ("author:\n - nick: A\n - [B, C]", "A"),
        ("author: ~\nauthors: b", "b"),
        ("x: y", ""),
    ],
)
def test_authors(head: str, author: str) -> None:
    assert post(f"---\ntitle: T\n{head}\n---\nB").author == author


@pytest.mark.parametrize(
    ("head", "path", "published"),
    [
        ("date: 2020-01-02 10:00\ntime: '19:00'", "p.md", "2020-01-02T10:00:00"),
        ("date: 2020-01-02\ntime: '19:0:00'", "p.md", "2020-01-02T19:00:00"),
        ("published: 2020-01-02", "p.md", "2020-01-02T00:00:00"),
        ("published: true\nlastmod: 2020-01-02", "p.md", "2020-01-02T00:00:00"),
        ("ms.date: 05/09/2022", "p.md", "2022-05-09T00:00:00"),
        ("x: y", "_posts/2020-1-2-a.md", "2020-01-02T00:00:00"),
        ("x: y", "a/2020-01-02-b/index.md", "2020-01-02T00:00:00"),
        ("path: 2022/04/07/x", "p.md", "2022-04-07T00:00:00"),
        ("x: y", "a/2020/1/2/p.md", "2020-01-02T00:00:00"),
        ("date: 2021-05-05", "_posts/2020-01-02-a.md", "2021-05-05T00:00:00"),
        ("date: 昨天下午", "_posts/2020-01-02-a.md", "2020-01-02T00:00:00"),
        ("x: y", "a/2020/03/p.md", "2020-03-01T00:00:00"),
        ("x: y", "p.md", "2001-09-09T01:46:40"),
    ],
)
def test_the_date_comes_from_the_best_place(head: str, path: str, published: str) -> None:
    assert post(f"---\ntitle: T\n{head}\n---\nB", HUGO, path).published.isoformat() == f"{published}+00:00"


def test_an_unreadable_date_is_told_and_its_text_kept() -> None:
    result = post("---\ntitle: T\ndate: 昨天下午\n---\nB")
    assert kinds(result) == [ProblemKind.DATE_UNREADABLE, ProblemKind.DATE_MISSING]
    assert result.date_text == "昨天下午"


@pytest.mark.parametrize(
    ("head", "path", "kind"),
    [
        ("draft: true", "p.md", ProblemKind.DRAFT),
        ("draft: Yes", "p.md", ProblemKind.DRAFT),
        ("published: false", "p.md", ProblemKind.DRAFT),
        ("hidden: true", "p.md", ProblemKind.DRAFT),
        ("status: Draft", "p.md", ProblemKind.DRAFT),
        ("x: y", "a/_index.md", ProblemKind.NOT_A_POST),
        ("x: y", "a/_index.es.md", ProblemKind.NOT_A_POST),
    ],
)
def test_what_is_not_published_is_refused(head: str, path: str, kind: ProblemKind) -> None:
    result = read(f"---\ntitle: T\n{head}\n---\nB", path=path)
    assert result.post is None
    assert [(problem.kind, problem.repaired) for problem in result.problems] == [(kind, False)]


@pytest.mark.parametrize("head", ["draft: false", "published: true", "publish: false", "status: published"])
def test_what_is_published_is_read(head: str) -> None:
    assert post(f"---\ntitle: T\n{head}\n---\nB").title == "T"


def test_metadata_is_text_that_json_can_write() -> None:
    result = post("---\ncomments: false\nn: 1\nlist: [1, {a: ~}]\n---\nB")
    assert result.metadata == {"comments": "false", "n": "1", "list": ["1", {"a": None}]}
    assert json.loads(json.dumps(result.metadata)) == result.metadata


@pytest.mark.parametrize(
    ("head", "text", "lang"),
    [
        ("lang: zh_CN", "text", "zh-CN"),
        ("x: y", "这是一个测试", "zh"),
        ("x: y", "これは日本語の文章です", "ja"),
        ("x: y", "이것은 한국어입니다", "ko"),
        ("x: y", "Это русский текст", "ru"),
        ("x: y", "هذا نص عربي", "ar"),
        ("x: y", "Plain English, naïve", "en"),
        ("x: y", "", ""),
    ],
)
def test_the_language_is_named_or_guessed(head: str, text: str, lang: str) -> None:
    assert post(f"---\ntitle: T\n{head}\n---\n{text}").lang == lang

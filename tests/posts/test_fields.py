"""Titles, dates, authors, languages and flags, each by its generator's rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.domain import Dialect
from reader.posts.read_post import read_bytes
from reader.posts.sites.site import Site
from reader.problems import ProblemKind
from tests.posts.reading import NOWHERE, STAMP, kinds, post

HEXO, JEKYLL, HUGO, PLAIN = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.PLAIN
PELICAN, ELEVENTY, NEXT, OBSIDIAN = Dialect.PELICAN, Dialect.ELEVENTY, Dialect.NEXT, Dialect.OBSIDIAN


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
        ("true", "true"),
        ("[a, 1]", "[a, 1]"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("2020-01-02", "2020-01-02"),
        ("|\n  a\n\n  b", "a b"),
        ("\n  en: A\n  de: B", "A"),
        ("{en: A}", "{en: A}"),
        ("{{ name }}", "{{ name }}"),
        ("'**a** `b` [c](d)'", "**a** `b` [c](d)"),
        ("x" * 900, "x" * 499 + "…"),
    ],
)
def test_titles_are_what_was_written_and_plain(written: str, title: str) -> None:
    assert post(f"---\ntitle: {written}\n---\nB").title == title


@pytest.mark.parametrize("dialect", list(Dialect))
@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Vec<T> and <x>", "Vec<T> and <x>"),
        ("Set<U>, Map<A, B> of <i>", "Set<U>, Map<A, B> of <i>"),
        ("Pin<P extends Q>", "Pin<P extends Q>"),
        ("The <code> and <img> elements", "The <code> and <img> elements"),
        ("`<b>a</b>` and <b>c</b>", "`<b>a</b>` and c"),
        ("<em>a <b>b</B></em> Box<S>", "a b Box<S>"),
        ("One<br>Two<br />Three", "One Two Three"),
        ('<a class="x" href="https://e.org">A</a> <span style="color: red">B', "A B"),
        ('A <img src="a.png"> B', "A B"),
        ("Option&lt;B&gt; &amp; co", "Option<B> & co"),
        ("A <jane@example.org>", "A <jane@example.org>"),
    ],
)
def test_names_lose_markup_and_nothing_that_only_looks_like_it(dialect: Dialect, written: str, name: str) -> None:
    """A tag is markup where an end belongs to it, or an attribute with a value, in code spans never."""
    quoted = json.dumps(written)
    head = f"title: {quoted}\nauthor: [{quoted}]\ncategories: [[{quoted}]]\ntags: [{quoted}]"
    found = post(f"---\n{head}\n---\nB", dialect, "_posts/2020-01-02-p.md")
    assert (found.title, found.author, found.categories, found.tags) == (name, name, ((name,),), (name,))


@pytest.mark.parametrize("dialect", sorted(set(Dialect) - {OBSIDIAN}))
def test_a_heading_that_stands_for_the_title_keeps_its_code(dialect: Dialect) -> None:
    found = post("---\nx: y\n---\n# Write `<b>a</b>` or `&lt;`\n\ntext", dialect, "p.md")
    assert found.title == "Write <b>a</b> or &lt;"


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
        ("author:\n - nick: A\n - [B, C]", "A, B, C"),
        ("authors: [[a, b], [c, [a, d]]]", "a, b, c, d"),
        ("author: [[Note]]", "Note"),
        ("author: ~\nauthors: b", "b"),
        ("x: y", ""),
    ],
)
def test_authors(head: str, author: str) -> None:
    assert post(f"---\ntitle: T\n{head}\n---\nB").author == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Authors: A B, C", "A B, C"),
        ("Authors: B, A; D, C", "B, A, D, C"),
        ("Authors: A, A, B", "A, B"),
        ("Author: A, B", "A, B"),
        ("Author: A\nAuthor: B", "A"),
    ],
)
def test_authors_of_pelican(line: str, author: str) -> None:
    assert post(f"Title: T\n{line}\n\nB", PELICAN).author == author


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


@pytest.mark.parametrize(
    ("dialect", "head", "published"),
    [
        (JEKYLL, "last_modified_at: 2024-05-05", "2020-01-02"),
        (JEKYLL, "date: 2021-05-05\nlast_modified_at: 2024-05-05", "2021-05-05"),
        (Dialect.ZOLA, "updated: 2024-05-05", "2020-01-02"),
        (HUGO, "lastmod: 2024-05-05", "2024-05-05"),
        (HUGO, "updated: 2024-05-05", "2020-01-02"),
    ],
)
def test_a_day_in_the_name_is_the_post_s_and_not_that_of_its_last_change(
    dialect: Dialect, head: str, published: str
) -> None:
    result = post(f"---\ntitle: T\n{head}\n---\nB", dialect, "_posts/2020-01-02-a.md")
    assert f"{result.published:%Y-%m-%d}" == published


@pytest.mark.parametrize("key", ["pubDatetime", "publishedAt", "date_published", "createdDate"])
def test_themes_of_astro_and_ghost_name_the_date_otherwise(key: str) -> None:
    result = post(f"---\ntitle: T\nmodDatetime: 2024-05-05\n{key}: 2020-01-02\n---\nB", Dialect.NEXT, "a.md")
    assert f"{result.published:%Y-%m-%d}" == "2020-01-02"


def test_the_time_in_a_key_of_its_own_is_the_post_s_hour() -> None:
    result = post("---\ntitle: T\ndate: 2020-01-02\ntime: 9:05 PM\n---\nB")
    assert (result.date_text, result.timed) == ("2020-01-02 9:05 PM", True)
    assert f"{result.published:%H:%M}" == "21:05"


ROBOT = "\n---\ntitle: 'A'\nheadimg: ''\ndate: {}\n---\n\n<div>B\n</div>\n            "


@pytest.mark.parametrize(
    ("text", "path", "fallback"),
    [
        (ROBOT.format("2022-01-20 10:24:38"), "_posts/a.md", True),
        (ROBOT.format("Thu, 20 Jan 2022 02:24:38 GMT"), "_posts/a.md", False),
        (ROBOT.format("2022-01-20"), "_posts/a.md", False),
        (ROBOT.format("2022-01-20 10:24:38 +0800"), "_posts/a.md", False),
        (ROBOT.format("2022-01-20 10:24:38")[1:], "_posts/a.md", False),
        (ROBOT.format("2022-01-20 10:24:38").replace("headimg", "cover"), "_posts/a.md", False),
        ("---\ntitle: A\n---\nB", "a.md", True),
        ("---\ntitle: A\ndate: soon\n---\nB", "a.md", True),
        ("---\ntitle: A\ndate: git Last Modified\n---\nB", "2020-01-02-a.md", True),
        ("---\ntitle: A\n---\nB", "2020-01-02-a.md", False),
        ("---\ntitle: A\n---\nB", "2020/01/a.md", False),
    ],
)
def test_a_date_that_moves_with_the_file_or_the_robot_is_marked(text: str, path: str, fallback: bool) -> None:
    assert post(text, HEXO, path).date_fallback is fallback


@pytest.mark.parametrize("words", ["Last Modified", "Created", "git Last Modified", "git Created", "last modified"])
def test_words_for_the_time_of_the_file_mean_it(words: str) -> None:
    result = post(f"---\ntitle: T\ndate: {words}\n---\nB", ELEVENTY)
    assert result.published.isoformat() == "2001-09-09T01:46:40+00:00"
    assert (kinds(result), result.date_text, result.timed) == ([], "", True)


@pytest.mark.parametrize("head", ["date: 2999-01-01", "date: 2001-01-01\nexpirydate: 2002-01-01"])
def test_future_and_expired_posts_are_shown(head: str) -> None:
    assert kinds(post(f"---\ntitle: T\n{head}\n---\nB", HUGO)) == []


def test_an_unreadable_date_is_told_and_its_text_kept() -> None:
    result = post("---\ntitle: T\ndate: 昨天下午\n---\nB")
    assert kinds(result) == [ProblemKind.DATE_UNREADABLE, ProblemKind.DATE_MISSING]
    assert result.date_text == "昨天下午"


HIDDEN = [
    (HEXO, "draft: true", "p.md", "draft"),
    (HUGO, "draft: Yes", "p.md", "draft"),
    (JEKYLL, "published: false", "p.md", "published: false"),
    (HEXO, "hidden: true", "p.md", "hidden"),
    (PELICAN, "status: Draft", "p.md", "Status: draft"),
    (NEXT, "publish: false", "p.md", "publish: false"),
    (ELEVENTY, "permalink: false", "p.md", "permalink: false"),
    (ELEVENTY, "eleventyExcludeFromCollections: true", "p.md", "eleventyExcludeFromCollections"),
    (JEKYLL, "x: y", "_drafts/p.md", "_drafts"),
    (HEXO, "x: y", "source/_discarded/a/p.md", "_discarded"),
    (HEXO, "x: y", "source/_posts/_p.md", "_p.md"),
    (HEXO, "x: y", "_posts/2020/_old/p.md", "_old"),
]


@pytest.mark.parametrize(("dialect", "head", "path", "reason"), HIDDEN)
def test_what_is_not_published_is_refused_unless_drafts_are_wanted(
    dialect: Dialect, head: str, path: str, reason: str
) -> None:
    data = f"---\ntitle: T\n{head}\n---\nB".encode()
    refused = read_bytes(Site(NOWHERE, dialect), path, data, STAMP)
    assert refused.post is None
    assert [(each.kind, each.detail, each.repaired) for each in refused.problems] == [
        (ProblemKind.DRAFT, reason, False)
    ]
    wanted = read_bytes(Site(NOWHERE, dialect, drafts=True), path, data, STAMP)
    assert wanted.post is not None
    assert wanted.post.text == "B"
    assert (ProblemKind.DRAFT, reason, True) in [(each.kind, each.detail, each.repaired) for each in wanted.problems]


@pytest.mark.parametrize(
    ("root", "above", "reason"),
    [("/n/_posts", (), "_p.md"), ("/n/_posts/_a", ("_a",), "_p.md"), ("/n/saved", (), None)],
)
def test_what_hexo_hides_is_hidden_whichever_folder_was_picked(
    root: str, above: tuple[str, ...], reason: str | None
) -> None:
    found = read_bytes(Site(Path(root), HEXO, above=above), "_p.md", b"---\ntitle: T\n---\nB", STAMP)
    assert [each.detail for each in found.problems if each.kind is ProblemKind.DRAFT] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("head", "path"), [("x: y", "a/_index.md"), ("x: y", "a/_index.es.md"), ("headless: true", "a/index.md")]
)
@pytest.mark.parametrize("drafts", [False, True])
def test_pages_that_are_no_posts_are_none_with_drafts_either(head: str, path: str, drafts: bool) -> None:
    result = read_bytes(Site(NOWHERE, HUGO, drafts=drafts), path, f"---\n{head}\n---\nB".encode(), STAMP)
    assert [(each.kind, each.repaired) for each in result.problems] == [(ProblemKind.NOT_A_POST, False)]


@pytest.mark.parametrize(
    ("dialect", "head", "path"),
    [
        (HEXO, "draft: false", "p.md"),
        (HEXO, "published: true", "p.md"),
        (OBSIDIAN, "publish: false", "p.md"),
        (HEXO, "status: published", "p.md"),
        (HEXO, "permalink: false", "p.md"),
        (HEXO, "x: y", "_draftsman/p.md"),
        (HEXO, "x: y", "saved/_What is this_.md"),
        (HEXO, "x: y", "_posts/a_b/%p_.md"),
        (JEKYLL, "x: y", "_posts/_p.md"),
        (OBSIDIAN, "x: y", "_drafts/p.md"),
    ],
)
def test_what_is_published_is_read(dialect: Dialect, head: str, path: str) -> None:
    assert ProblemKind.DRAFT not in kinds(post(f"---\ntitle: T\n{head}\n---\nB", dialect, path))


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

"""What a file's name says: its language, its title, its day, and the end of its address."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import post

HEXO, JEKYLL, HUGO, ZOLA, NEXT = Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO, Dialect.ZOLA, Dialect.NEXT
ELEVENTY, OBSIDIAN, PLAIN = Dialect.ELEVENTY, Dialect.OBSIDIAN, Dialect.PLAIN


@pytest.mark.parametrize(
    ("path", "head", "lang", "title"),
    [
        ("content/trip/index.es.md", "x: y", "es", "trip"),
        ("about.zh-cn.md", "x: y", "zh-CN", "about"),
        ("about.zh-Hant_tw.md", "x: y", "zh-Hant-TW", "about"),
        ("about.pt-BR.md", "x: y", "pt-BR", "about"),
        ("about.es.md", "lang: fr", "fr", "about"),
        ("v1.2.md", "x: y", "en", "v1.2"),
        ("a.b.md", "x: y", "en", "a.b"),
        ("node.js.md", "x: y", "en", "node.js"),
        ("socket.io.md", "x: y", "en", "socket.io"),
        ("weekly.2015-05-01.md", "x: y", "en", "weekly.2015-05-01"),
        (".es.md", "x: y", "en", ".es"),
    ],
)
def test_a_language_before_the_extension_is_none_of_the_title(path: str, head: str, lang: str, title: str) -> None:
    result = post(f"---\n{head}\n---\nSome words in English.", PLAIN, path)
    assert (result.lang, result.title) == (lang, title)


def test_a_note_s_name_is_its_title_whole() -> None:
    result = post("text", OBSIDIAN, "About.es.md")
    assert (result.title, result.lang) == ("About.es", "en")


@pytest.mark.parametrize(
    ("dialect", "path", "head", "slug"),
    [
        (HEXO, "_posts/2020-01-02-my-post.md", "x: y", "my-post"),
        (HEXO, "_posts/a/我的 文章.md", "x: y", "我的 文章"),
        (HUGO, "content/posts/2020-01-02-trip/index.md", "x: y", "trip"),
        (HUGO, "content/posts/trip/index.fr.md", "x: y", "trip"),
        (HUGO, "content/about.zh-cn.md", "x: y", "about"),
        (HUGO, "content/p.md", "slug: given", "given"),
        (HUGO, "content/p.md", "slug: 're:given'", "re:given"),
        (ELEVENTY, "content/p.md", "slug: '{{ title }}'", "p"),
        (HUGO, "content/p.md", "url: /news/some-post/", "some-post"),
        (HEXO, "_posts/p.md", "permalink: /2020/01/a%20b.html", "a b"),
        (JEKYLL, "_posts/20-1-2-p.md", "permalink: /:categories/:title/", "p"),
        (ELEVENTY, "p.md", "permalink: '/{{ page.fileSlug }}/'", "p"),
        (ZOLA, "content/p.md", "path: 2022/04/07/Rust", "Rust"),
        (ZOLA, "content/2018-10-02T15:00:00Z-hello.md", "x: y", "hello"),
        (PLAIN, "p.md", "url: https://example.org/elsewhere", "p"),
        (PLAIN, "20200102-p.md", "x: y", "p"),
        (PLAIN, "2020-01-02.md", "x: y", "2020-01-02"),
        (PLAIN, "p.md", "permalink: /a/b/index.html?x#y", "b"),
        (PLAIN, "p.md", "permalink: /", "p"),
        (PLAIN, "index.md", "x: y", "index"),
        (OBSIDIAN, "2020-01-02 Talk.md", "x: y", "2020-01-02 Talk"),
    ],
)
def test_the_slug_is_the_end_of_the_post_s_address(dialect: Dialect, path: str, head: str, slug: str) -> None:
    assert post(f"---\ntitle: T\n{head}\n---\nB", dialect, path).slug == slug


@pytest.mark.parametrize(
    ("path", "title"),
    [("01.前端/25.学习.md", "学习"), ("01.2分钟规则.md", "2分钟规则"), ("1.5 times.md", "1.5 times"), ("01.md", "01")],
)
def test_the_number_that_sorts_a_file_is_none_of_its_title(path: str, title: str) -> None:
    assert post("---\nx: y\n---\n", NEXT, path).title == title


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("2020_1_2_a.md", "2020-01-02T00:00:00"),
        ("2020.01.02 a.md", "2020-01-02T00:00:00"),
        ("20200102.md", "2020-01-02T00:00:00"),
        ("20-1-2-a.md", "2020-01-02T00:00:00"),
        ("2018-10-02T15:00:00Z-hello.md", "2018-10-02T15:00:00"),
        ("2018-10-02T15:00:00+02:00_hello.md", "2018-10-02T13:00:00"),
        ("weekly-update.2015-05-01.md", "2015-05-01T00:00:00"),
        ("Notes of 2015-05-01.md", "2015-05-01T00:00:00"),
        ("2020-01-02-trip/photos/a.md", "2020-01-02T00:00:00"),
        ("2020-02-30-a.md", "2001-09-09T01:46:40"),
        ("build-1.2.3-2015.md", "2001-09-09T01:46:40"),
    ],
)
def test_names_bear_dates_in_many_forms(path: str, published: str) -> None:
    assert post("---\ntitle: T\n---\nB", PLAIN, path).published.isoformat() == f"{published}+00:00"

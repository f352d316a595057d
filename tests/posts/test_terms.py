"""Categories and tags, each by its generator's rules."""

from __future__ import annotations

import pytest

from reader.domain import Dialect
from tests.posts.reading import post

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
        (JEKYLL, "category: a\ncategories: b c", "_posts/p.md", (("b",), ("c",), ("a",))),
        (JEKYLL, "categories: [a b, c]", "en/news/_posts/p.md", (("en",), ("news",), ("a b",), ("c",))),
        (JEKYLL, "x: y", "_posts/below/p.md", ()),
        (HUGO, "categories: [a, b c]", "content/p.md", (("a",), ("b c",))),
        (HUGO, "categories: a b", "content/p.md", (("a b",),)),
        (HUGO, "x: y", "news/2020/05/p.md", (("news",),)),
        (HUGO, "x: y", "news/bundle/index.md", (("news",),)),
        (PLAIN, "categories: [a, C/C++]", "p.md", (("a",), ("C/C++",))),
        (PLAIN, 'categories: ["[[Clippings]]", "[[Posts|P]]"]', "p.md", (("Clippings",), ("P",))),
        (PLAIN, "x: y", "01.前端/notes/p.md", (("前端", "notes"),)),
        (NEXT, "x: y", "04.更多/01.2分钟/p.md", (("更多", "2分钟"),)),
        (ZOLA, "taxonomies: {categories: [a, b c], tags: [d]}", "content/p.md", (("a",), ("b c",))),
        (ZOLA, "x: y", "news/trip/index.md", (("news",),)),
        (PELICAN, "category: a, b", "p.md", (("a, b",),)),
        (PELICAN, "x: y", "articles/python/p.md", (("python",),)),
        (PELICAN, "x: y", "articles/2020/p.md", (("articles",),)),
        (PELICAN, "x: y", "p.md", ()),
        (ELEVENTY, "categories: [a, b]", "blog/p.md", (("a",), ("b",))),
        (OBSIDIAN, 'categories: ["[[Clippings]]"]', "Notes/p.md", (("Clippings",),)),
        (OBSIDIAN, "x: y", "Notes/Deep/p.md", (("Notes", "Deep"),)),
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
        (ZOLA, "taxonomies: {tags: [a], people: [b, c], categories: [d], authors: [e]}", ("a", "b", "c")),
        (ZOLA, "taxonomies: {series: [a]}", ("a",)),
        (PELICAN, "tags: a, b c", ("a", "b c")),
        (PELICAN, "tags: 'a, b; c'", ("a, b", "c")),
        (ELEVENTY, "tags: two words, b; c", ("two words", "b; c")),
        (ELEVENTY, "tags: [a, 'b; c']", ("a", "b; c")),
        (NEXT, "tags:\n - null", ()),
        (OBSIDIAN, "tags: 'a, b/c #d'", ("a", "b/c", "d")),
        (OBSIDIAN, "tags: [a/b, '#c']", ("a/b", "c")),
    ],
)
def test_tags(dialect: Dialect, head: str, expected: tuple[str, ...]) -> None:
    assert post(f"---\ntitle: T\n{head}\n---\nB", dialect).tags == expected


@pytest.mark.parametrize(("dialect", "tags"), [(Dialect.PLAIN, ("a", "b")), (Dialect.HUGO, ())])
def test_topics_of_zenn_are_tags(dialect: Dialect, tags: tuple[str, ...]) -> None:
    assert post("---\ntitle: T\ntopics: [a, b]\n---\nB", dialect, "articles/p.md").tags == tags


@pytest.mark.parametrize("line", ["[C#, @x]", "[C#, @x", "[C#, '@x', ]", '["C#", @x]'])
def test_a_list_of_tags_that_is_no_yaml_is_one_all_the_same(line: str) -> None:
    assert post(f"---\ntitle: T\ntags: {line}\n---\nB").tags == ("C#", "@x")

"""Whose rules a folder follows, by what lies in it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reader.domain import Dialect
from reader.posts.sites.site import detect

ROBOT = "\n---\ntitle: 'A'\ncategories: \n - 组\n - 源\n - 频道\nheadimg: ''\n---\n\n<div>x</div>"
ZOLA_TOML = 'base_url = "https://example.org"\ncompile_sass = true\n[markdown]\nhighlight_code = true\n'
HUGO_TOML = 'baseURL = "https://example.org"\ntheme = "x"\n[params]\na = 1\n'
JEKYLL = "---\nlayout: post\ntitle: A\n---\nB"


def fill(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8", newline="")
    return root


@pytest.mark.parametrize(
    ("files", "dialect", "marker"),
    [
        ({"hugo.toml": "", "content/a.md": ""}, Dialect.HUGO, "hugo.toml"),
        ({"config.toml": "", "content/a.md": ""}, Dialect.HUGO, "config.toml"),
        ({"content/a.md": "+++\ntitle = 'A'\n+++\nB"}, Dialect.HUGO, "+++"),
        ({"content/_index.md": "---\n---\n", "content/news/a.md": "---\ntitle: A\n---\n"}, Dialect.HUGO, "content"),
        ({"_config.yml": "source_dir: source\npublic_dir: public\n", "source/a.md": ""}, Dialect.HEXO, "_config.yml"),
        ({"_config.yml": "baseurl: /\nplugins: []\n", "_posts/2020-01-01-a.md": ""}, Dialect.JEKYLL, "_config.yml"),
        ({"source/_posts/a.md": "---\ntitle: A\n---\nB"}, Dialect.HEXO, "source/_posts"),
        ({"_posts/2022-01-20-a.md": ROBOT}, Dialect.HEXO, "headimg"),
        ({"_posts/a/b/2022-01-20-x.md": "---\ncategories:\n - a\n - b\n---\n"}, Dialect.HEXO, "_posts"),
        ({"_posts/2020-01-01-a.md": JEKYLL}, Dialect.JEKYLL, "_posts"),
        ({"docs/_posts/2020-01-01-a.md": "---\ntitle: A\n---\n"}, Dialect.JEKYLL, "_posts"),
        ({"2020-01-01-a.md": JEKYLL}, Dialect.JEKYLL, "YYYY-MM-DD-"),
        ({".obsidian/app.json": "{}", "A.md": "text"}, Dialect.OBSIDIAN, ".obsidian"),
        ({"content/a.md": "Title: A\nDate: 2020-01-01\n\nB"}, Dialect.PELICAN, "Title:"),
        ({"config.toml": ZOLA_TOML, "content/a.md": "", "templates/a.html": ""}, Dialect.ZOLA, "config.toml"),
        ({"config.toml": "[extra]\nx = 1\n", "content/a.md": ""}, Dialect.ZOLA, "config.toml"),
        ({"config.toml": HUGO_TOML, "content/a.md": "", "themes/a.md": ""}, Dialect.HUGO, "config.toml"),
        ({"config.toml": HUGO_TOML, "hugo.yaml": "", "content/a.md": ""}, Dialect.HUGO, "hugo.yaml"),
        ({"a.md": "+++\ntitle = 'A'\n[taxonomies]\ntags = ['x']\n+++\nB"}, Dialect.ZOLA, "+++"),
        ({"a.md": "+++\ntitle = 'A'\npath = 'b'\n+++\nB"}, Dialect.ZOLA, "+++"),
        ({"a.md": "+++\ntitle = 'A'\ntags = ['x']\n+++\nB"}, Dialect.HUGO, "+++"),
        ({"pelicanconf.py": "", "content/a.md": ""}, Dialect.PELICAN, "pelicanconf.py"),
        ({"a.md": "title: A\ntags: x\n\nB"}, Dialect.PELICAN, "Title:"),
        ({"a.md": "title: A\ntags: x\n---\nB", "b.md": "title: B\n---\n"}, Dialect.HEXO, "_posts"),
        ({"SOURCE.txt": "Title: A\nLicence: B\n"}, Dialect.PLAIN, ""),
        ({".eleventy.js": "", "a.md": ""}, Dialect.ELEVENTY, ".eleventy.js"),
        ({"eleventy.config.mjs": "", "_config.yml": "baseurl: /", "a.md": ""}, Dialect.ELEVENTY, "eleventy.config.mjs"),
        ({"src/a.md": "---\neleventyNavigation:\n  key: A\n---\n"}, Dialect.ELEVENTY, "eleventy"),
        ({"a.md": "---\ndate: git Last Modified\n---\n"}, Dialect.ELEVENTY, "eleventy"),
        ({"a.md": "---\ntitle: A\n---\n[b]({{ '/b/' | url }})"}, Dialect.ELEVENTY, "eleventy"),
        ({"next.config.mjs": "", "posts/a.md": ""}, Dialect.NEXT, "next.config.mjs"),
        ({"gatsby-config.ts": "", "content/a.md": ""}, Dialect.NEXT, "gatsby-config.ts"),
        ({"astro.config.mjs": "", "src/content/a.md": ""}, Dialect.NEXT, "astro.config.mjs"),
        ({"docusaurus.config.js": "", "blog/a.md": ""}, Dialect.NEXT, "docusaurus.config.js"),
        ({"docs/.vuepress/config.js": "", "docs/a.md": ""}, Dialect.NEXT, "docs/.vuepress"),
        ({"01.a.md": "---\ntitle: A\n---\n", "02.b/03.c.md": "---\ntitle: A\n---\n"}, Dialect.NEXT, "NN."),
        ({"01. a.md": "text", "02. b.md": "text"}, Dialect.PLAIN, ""),
        ({"blog/a.mdx": "---\ntitle: A\n---\n"}, Dialect.NEXT, ".mdx"),
        ({"_config.yml": "baseurl: /", ".obsidian/app.json": "{}", "a.md": ""}, Dialect.JEKYLL, "_config.yml"),
        ({"A.md": "text\n\n![[b.png]]"}, Dialect.OBSIDIAN, "[[…]]"),
        ({"docfx.json": "{}", "pages/a.md": "---\ntitle: A\n---\n"}, Dialect.PLAIN, "docfx.json"),
        ({"a.md": "# A\n\ntext", "b.txt": "text"}, Dialect.PLAIN, ""),
        ({}, Dialect.PLAIN, ""),
    ],
)
def test_the_generator_is_told_by_its_marks(
    tmp_path: Path, files: dict[str, str], dialect: Dialect, marker: str
) -> None:
    site = detect(fill(tmp_path, files))
    assert (site.dialect, site.marker) == (dialect, marker)


@pytest.mark.parametrize(
    "files",
    [
        {"_posts/a/b/2022-01-20-x.md": "---\ncategories:\n - a\n - b\n---\n"},
        {"a.md": "title: A\ntags: x\n---\nB", "b.md": "title: B\n---\n"},
    ],
)
def test_lines_that_end_as_on_windows_mean_the_same(tmp_path: Path, files: dict[str, str]) -> None:
    site = detect(fill(tmp_path, {name: text.replace("\n", "\r\n") for name, text in files.items()}))
    assert (site.dialect, site.marker) == (Dialect.HEXO, "_posts")


@pytest.mark.parametrize("below", ["source", "source/_posts", "source/_posts/deep"])
def test_a_folder_within_a_site_is_known_by_its_path(tmp_path: Path, below: str) -> None:
    fill(tmp_path, {"source/_posts/deep/a.md": "---\ntitle: A\n---\nB"})
    assert detect(tmp_path / below).dialect is Dialect.HEXO


@pytest.mark.parametrize(
    ("below", "text", "dialect", "marker"),
    [
        ("content/posts", "---\ntitle: A\n---\nB", Dialect.HUGO, "content"),
        ("content/posts", "A text of mine.", Dialect.PLAIN, ""),
        ("src/content/posts", "---\ntitle: A\n---\nB", Dialect.PLAIN, ""),
        ("content/posts", "+++\ntitle = 'A'\n[extra]\nx = 1\n+++\n[b](@/b.md)", Dialect.ZOLA, "+++"),
        ("content/posts", "Title: A\nTags: x\n\nB", Dialect.PELICAN, "Title:"),
        ("_posts/2020", "---\ntitle: A\nheadimg: ''\n---\nB", Dialect.HEXO, "headimg"),
        ("_guides", "---\ntitle: A\n---\n{% highlight js %}x{% endhighlight %}", Dialect.JEKYLL, "_guides"),
        ("pages/blog", "---\ntitle: A\n---\nB", Dialect.NEXT, "pages"),
        ("pages/blog", "A text of mine.", Dialect.PLAIN, ""),
        ("notes", "---\nauthor: '[[B]]'\n---\nB", Dialect.OBSIDIAN, "[[…]]"),
    ],
)
def test_the_posts_and_the_names_above_them_tell_a_folder_within_a_site(
    tmp_path: Path, below: str, text: str, dialect: Dialect, marker: str
) -> None:
    fill(tmp_path, {f"{below}/a.md": text, "hugo.toml": "never opened"})
    site = detect(tmp_path / below)
    assert (site.dialect, site.marker) == (dialect, marker)


def test_what_the_user_says_wins(tmp_path: Path) -> None:
    fill(tmp_path, {"hugo.toml": "", "content/a.md": ""})
    site = detect(tmp_path, Dialect.JEKYLL)
    assert (site.dialect, site.marker) == (Dialect.JEKYLL, "")


def test_a_site_travels_to_another_process(tmp_path: Path) -> None:
    site = detect(fill(tmp_path, {"_posts/2022-01-20-a.md": ROBOT}))
    assert pickle.loads(pickle.dumps(site)) == site


def test_links_between_notes_show_a_vault(tmp_path: Path) -> None:
    assert detect(fill(tmp_path, {"A.md": '---\nauthor:\n  - "[[B]]"\n---\ntext'})).vault
    assert not detect(fill(tmp_path / "other", {"A.md": "text"})).vault


@pytest.mark.parametrize(
    ("name", "text", "host"),
    [
        ("_config.yml", "title: A\nurl: https://www.Blog.example.net\n", "blog.example.net"),
        ("_config.yml", "author:\n  url: https://other.example.net\nurl: 'http://me.example.net'\n", "me.example.net"),
        ("_config.yml", "url:\nroot: https://elsewhere.example.net\n", ""),
        ("_config.yml", "url: http://example.com\n", ""),
        ("hugo.json", '{\n  "title": "A",\n  "baseURL": "https://me.example.net:8080/"\n}', "me.example.net:8080"),
        ("hugo.toml", 'baseURL = "https://me.example.net/"\n', "me.example.net"),
        ("pelicanconf.py", "SITEURL = 'https://me.example.net'\n", "me.example.net"),
        ("_config.yml", "\n" * 60_000, ""),
    ],
)  # fmt: skip
@pytest.mark.timeout(20)  # Blank lines took minutes.
def test_the_settings_tell_on_which_host_a_site_is(tmp_path: Path, name: str, text: str, host: str) -> None:
    assert detect(fill(tmp_path, {name: text, "_posts/2020-01-01-a.md": JEKYLL})).host == host

"""Real posts of twenty sites: each becomes a post or a named problem, and some are known by eye."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain import Dialect, Post
from reader.posts.read_post import read_file
from reader.posts.sites.scan import FoundFile, scan
from reader.posts.sites.site import Site, detect
from reader.problems import ProblemKind

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
FOLDERS = sorted(folder.name for folder in CORPORA.iterdir() if folder.is_dir()) if CORPORA.is_dir() else []
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not FOLDERS, reason="the real posts are not beside the project"),
]
DIALECTS = {
    "seed": Dialect.HEXO, "hexo-site": Dialect.HEXO, "hexo-unit-test": Dialect.HEXO, "crossoverjie": Dialect.HEXO,
    "jekyllorg": Dialect.JEKYLL, "digitalgov": Dialect.HUGO, "carpentries": Dialect.HUGO, "scipyblog": Dialect.HUGO,
    "hugobasic": Dialect.HUGO, "rustblog": Dialect.ZOLA, "twir": Dialect.PELICAN, "jakevdp": Dialect.PELICAN,
    "11ty": Dialect.ELEVENTY, "nodejs": Dialect.NEXT, "reactjs": Dialect.NEXT, "vdoing": Dialect.NEXT,
    "kepano": Dialect.OBSIDIAN,
}  # fmt: skip
REFUSALS = {ProblemKind.NOT_A_POST, ProblemKind.DRAFT, ProblemKind.FOLDER_SKIPPED}


def read(name: str, path: str) -> Post:
    post = read_file(detect(CORPORA / name), path).post
    assert post is not None
    return post


@pytest.mark.parametrize(
    ("below", "dialect"),
    [
        ("crossoverjie/source/_posts/netty", Dialect.HEXO), ("hexo-site/source/docs", Dialect.HEXO),
        ("jekyllorg/docs/_posts", Dialect.JEKYLL), ("jekyllorg/docs/_docs", Dialect.JEKYLL),
        ("digitalgov/content/events/2018", Dialect.HUGO), ("carpentries/content/posts/2009", Dialect.HUGO),
        ("rustblog/content/inside-rust", Dialect.ZOLA), ("jakevdp/content/articles", Dialect.PELICAN),
        ("11ty/src/docs/plugins", Dialect.ELEVENTY), ("nodejs/apps/site/pages/en/blog/release", Dialect.NEXT),
        ("reactjs/content/blog", Dialect.NEXT), ("vdoing/docs/04.更多/01.学习", Dialect.NEXT),
        ("kepano/Clippings", Dialect.OBSIDIAN), ("cpp-docs/docs/build", Dialect.PLAIN),
    ],
)  # fmt: skip
def test_a_folder_within_a_site_shows_whose_it_is(below: str, dialect: Dialect) -> None:
    assert detect(CORPORA / below).dialect is dialect


@pytest.mark.parametrize("name", FOLDERS)
def test_each_file_is_a_post_or_a_named_problem(name: str) -> None:
    site: Site = detect(CORPORA / name)
    assert site.dialect is DIALECTS.get(name, Dialect.PLAIN)
    for found in scan(site):
        if not isinstance(found, FoundFile):
            assert found.kind in REFUSALS
            continue
        result = read_file(site, found.path)
        if result.post is None:
            assert result.problems[-1].kind in REFUSALS, result
            continue
        assert result.post.title
        for picture in result.post.pictures:
            assert picture.local is None or (CORPORA / name / picture.local).is_file()


@pytest.mark.parametrize(
    ("name", "path", "title", "published"),
    [
        ("crossoverjie", "source/_posts/normal-skill1.md", "日常记录（一）MySQL被锁解决方案", "2016-06-05T00:04:56"),
        ("crossoverjie", "source/_posts/Markdown小计.md", "Markdown小计", "2016-05-06T16:04:09"),
        (
            "crossoverjie",
            "source/_posts/ob/newsletter/Newsletter10-20231222.md",
            "技术阅读周刊第十一期",
            "2023-12-22T17:28:25",
        ),
        ("carpentries", "content/posts/2014/03/data-science-workshops-in-seattle.html",
         "Data Science Workshops in Seattle", "2014-03-18T19:00:00"),
        ("carpentries", "content/posts/2014/09/ccsl-bootcamp.html",
         "Software Carpentry Workshop at Universidade of São Paulo", "2014-09-09T11:00:00"),
        ("f18", "content/posts/2015-07-15-openfec-api-update.md",
         "67 million more Federal Election Commission records at your fingertips", "2015-07-15T00:00:00"),
        ("rustblog", "content/Rust-1.60.0/index.md", "Announcing Rust 1.60.0", "2022-04-07T00:00:00"),
        ("twir", "content/2013-09-30-this-week-in-rust.markdown", "This Week in Rust 17", "2013-09-30T13:11:00"),
        ("nodejs", "apps/site/pages/en/blog/release/v14.17.6.md", "Node.js 14.17.6 (LTS)",
         "2021-08-31T15:03:39.337000"),
        ("kepano", "Clippings/In good hands.md", "In good hands", "2023-08-06T00:00:00"),
        ("cpp-docs", "docs/mfc/reference/coleexception-class.md", "COleException Class", "2016-11-04T00:00:00"),
        ("jekyllorg", "docs/_posts/2023-01-29-jekyll-3-9-3-released.markdown", "Jekyll 3.9.3 Released",
         "2023-01-29T00:00:00"),
    ],
)  # fmt: skip
def test_titles_and_dates_known_by_eye(name: str, path: str, title: str, published: str) -> None:
    post = read(name, path)
    assert (post.title, post.published.isoformat()) == (title, f"{published}+00:00")


@pytest.mark.parametrize(
    ("name", "path", "categories"),
    [
        ("crossoverjie", "source/_posts/framework-design/dynamic-rpc.md", (("cim", "rpc", "动态代理"),)),
        ("hexo-unit-test", "source/_posts/categories.md", (("Foo", "Bar", "Baz"),)),
        ("jekyllorg", "docs/_posts/2013-05-06-jekyll-1-0-0-released.markdown", (("release",),)),
        ("twir", "content/2013-09-30-this-week-in-rust.markdown", (("This Week in Rust",),)),
        ("kepano", "Clippings/In good hands.md", (("Clippings",), ("Posts",))),
        ("digitalgov", "content/news/2013/04/2013-04-30-apis-in-government.md", (("news",),)),
        ("scipyblog", "content/posts/matplotlib/book/index.md", (("posts", "matplotlib"),)),
        ("jakevdp", "content/articles/2012-09-05-quantum-python.md", (("articles",),)),
        ("nodejs", "apps/site/pages/en/blog/release/v14.17.6.md", (("release",),)),
    ],
)
def test_categories_known_by_eye(name: str, path: str, categories: tuple[tuple[str, ...], ...]) -> None:
    assert read(name, path).categories == categories


@pytest.mark.parametrize(
    ("name", "path", "summary"),
    [
        ("hugobasic", "content/post/math-typesetting.md",
         "Mathematical notation in a Hugo project can be enabled by using third party JavaScript libraries."),
        ("digitalgov", "content/news/2019/06/2019-06-18-introducing-a-guide-paperwork-reduction-act.md",
         "A guide to navigating the PRA process with confidence."),
        ("cpp-docs", "docs/standard-library/ctgmath.md", "Learn more about: <ctgmath>"),
    ],
)  # fmt: skip
def test_summaries_known_by_eye(name: str, path: str, summary: str) -> None:
    assert read(name, path).summary == summary


def test_pictures_beside_a_bundle_are_found() -> None:
    post = read("scipyblog", "content/posts/networkx/vf2pp/graph-iso-vf2pp/index.md")
    folder = "content/posts/networkx/vf2pp/graph-iso-vf2pp"
    assert {picture.local for picture in post.pictures} >= {f"{folder}/speedup.png", f"{folder}/times.png"}


def test_tags_of_a_theme_s_own_test_page_become_html() -> None:
    post = read("hexo-unit-test", "source/_posts/tag-plugins.md")
    assert '<code class="language-js">' in post.html
    assert "<cite>David Levithan, Wide Awake</cite>" in post.html
    assert "{%" not in post.html

"""Links between posts: each generator's way to name another post, what links here, and what is no post."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain import Post
from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.library.relations import linking
from tests.factories import as_read, make_post
from tests.library.test_library import add, store
from tests.library.test_search import index_all


def post(number: int, path: str, *, slug: str = "", link: str = "", html: str = "") -> Post:
    name = path.rpartition("/")[2].rpartition(".")[0]
    return replace(make_post(number), path=path, slug=slug or name, link=link, html=html or f"<p>{number}</p>")


def linked(*hrefs: str) -> str:
    return "".join(f'<p><a title="a &gt; b" href="{href}">there</a></p>' for href in hrefs)


@pytest.fixture
def folder(library: Library) -> dict[str, int]:
    """Posts of one folder, by the path of each."""
    posts = [
        post(1, "2022/snow.md", link="https://www.example.org/2022/01/snow/"),
        post(2, "2022/2022-01-01-rain-again.md", slug="rain-again"),
        post(3, "en/travel/index.md", slug="travel"),
        post(4, "de/travel/index.md", slug="travel"),
        post(5, "notes/Über Schnee.md"),
    ]
    ids = add(library, *posts)
    index_all(library)
    return dict(zip((each.path for each in posts), ids, strict=True))


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("snow", "2022/snow.md"),  # post_link
        ("/2022/01/01/rain-again/", "2022/2022-01-01-rain-again.md"),  # a permalink
        ("2022-01-01-rain-again", "2022/2022-01-01-rain-again.md"),  # Jekyll's post_url
        ("../2022/snow.md#deep", "2022/snow.md"),
        ("%7Bfilename%7D/2022/snow.md", "2022/snow.md"),  # Pelican
        ("@/de/travel/index.md", "de/travel/index.md"),  # Zola
        ("/en/travel/", "en/travel/index.md"),
        ("../de/travel/", "de/travel/index.md"),
        ("%C3%9Cber%20Schnee", "notes/Über Schnee.md"),  # [[a note]]
        ("http://example.org/2022/01/snow/index.html?", "2022/snow.md"),
        ("//www.example.org/2022/01/snow", "2022/snow.md"),
    ],
)
def test_a_link_finds_the_post_that_it_names(library: Library, folder: dict[str, int], href: str, path: str) -> None:
    (here,) = add(library, post(9, "en/here.md", html=linked(href)))
    index_all(library)
    found = library.links.inside(here)
    assert {each: target.article for each, target in found.items()} == {href: folder[path]}
    assert library.links.to(folder[path]) == [here]


@pytest.mark.parametrize(
    "href",
    [
        "https://elsewhere.example/snow/", "/tags/snow/", "/categories/snow", "snow.png", "/", "..", "#snow", "?snow",
        "file:///2022/snow.md", "javascript:snow", "mailto:snow@example.org", "snowy", "http://[/snow", "here",
        "C:\\snow",
    ],
)  # fmt: skip
def test_what_names_no_post_leads_to_none(library: Library, folder: dict[str, int], href: str) -> None:
    (here,) = add(library, post(9, "en/here.md", html=linked(href)))
    index_all(library)
    assert library.links.inside(here) == {}
    assert library.links.to(folder["2022/snow.md"]) == []


def test_a_post_that_changes_links_anew_and_one_that_goes_links_no_more(
    library: Library, folder: dict[str, int]
) -> None:
    (here,) = add(library, post(9, "en/here.md", html=linked("snow")))
    index_all(library)
    store(library, as_read(replace(post(9, "en/here.md", html=linked("rain-again")), text="Another")))
    index_all(library)
    assert library.links.to(folder["2022/snow.md"]) == []
    assert library.links.to(folder["2022/2022-01-01-rain-again.md"]) == [here]
    assert library.check() == []


def test_links_of_an_older_library_are_noted_in_idle_moments(library: Library, folder: dict[str, int]) -> None:
    (here,) = add(library, post(9, "en/here.md", html=linked("snow", "/2022/01/01/rain-again/")))
    index_all(library)
    for table in ("link", "link_host"):
        library._db.execute(f"DELETE FROM {table}")
    library._db.execute("INSERT INTO setting VALUES (?, ?)", (linking.BELOW, str(here)))
    assert library.links.inside(here) == {}
    assert sum(1 for _ in library.tidy()) > 0
    assert len(library.links.inside(here)) == 2
    assert library.links.to(folder["2022/snow.md"]) == [here]


def test_the_address_in_the_sites_settings_is_its_posts(library: Library, tmp_path: Path) -> None:
    posts = tmp_path / "blog" / "source" / "_posts"
    posts.mkdir(parents=True)
    (tmp_path / "blog" / "_config.yml").write_text("title: Blog\nurl: 'https://www.blog.example/'\n")
    (posts / "first.md").write_text("---\ntitle: First\n---\nSee [there](https://blog.example/2020/02/02/second/).\n")
    (posts / "second.md").write_text("---\ntitle: Second\n---\n[away](https://www.other.example/first/)\n")
    for _ in import_folder(library, tmp_path / "blog"):
        pass
    ids = {row.title: row.id for row in library.articles(range(1, 3))}
    inside = library.links.inside(ids["First"])
    assert [found.title for found in inside.values()] == ["Second"]
    assert library.links.to(ids["First"]) == []


def test_hostile_links_take_no_time_and_are_bounded(library: Library, folder: dict[str, int]) -> None:
    starts = "<a " * 100_000 + '"<a ' * 100_000
    (here,) = add(library, post(9, "en/here.md", html=starts + linked(*(f"{n}/snow" for n in range(2000)))))
    index_all(library)
    assert 0 < len(library.links.inside(here)) <= 300


def test_a_host_that_becomes_known_while_links_are_noted_counts_for_all(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    to, _, here = add(
        library,
        post(1, "to.md"),
        post(2, "between.md"),
        post(3, "here.md", html=linked("https://blog.example/to/")),
    )
    index_all(library)
    library.links.note_site(1, "before.example")
    monkeypatch.setattr(linking, "_NOTED", 1)
    begun: list[str] = []

    def meanwhile(sql: str) -> None:
        begun.extend([sql] if sql == "BEGIN IMMEDIATE" else [])
        if len(begun) == 2:
            library._db.set_trace_callback(None)
            with Library(library.folder) as other:
                other.links.note_site(1, "blog.example")

    library._db.set_trace_callback(meanwhile)
    for _ in library.tidy():
        pass
    assert library.links.to(to) == [here]


def test_a_relative_link_means_its_file_however_many_posts_are_called_the_same(library: Library) -> None:
    parts = [replace(post(number, f"part-{number}/intro.md"), slug="intro") for number in range(1, 50)]
    *ids, here = add(
        library, *parts, post(60, "part-1/here.md", html=linked("../part-49/intro.md", "../part-48/intro/"))
    )
    index_all(library)
    found = library.links.inside(here)
    assert [found[href].article for href in ("../part-49/intro.md", "../part-48/intro/")] == [ids[48], ids[47]]

"""Where a picture is looked for, and where never."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest

from reader.domain import Dialect
from reader.posts.body.pictures import find_picture
from reader.posts.sites.site import Site
from reader.problems import ProblemKind
from tests.posts.reading import kinds, post
from tests.posts.test_site import fill


@pytest.mark.parametrize(
    ("there", "ref"),
    [
        ("_posts/x/a.png", "a.png"),
        ("_posts/x/a.png", "./a.png"),
        ("_posts/a.png", "../a.png"),
        ("_posts/x/p/a.png", "a.png"),
        ("_posts/x/p/a.png", "/2020/01/p/a.png"),
        ("source/img/a.png", "/img/a.png"),
        ("static/a.png", "/a.png?v=2"),
        ("public/a.png", "a.png"),
        ("assets/a.png", "/a.png"),
        ("content/a.png", "/a.png"),
        ("img/a.png", "/img/a.png"),
        ("img/图 1.png", "/img/%E5%9B%BE%201.png"),
        ("img/100%.png", "/img/100%.png"),
        ("img/a.png", "\\img\\a.png"),
        (f"img/{unicodedata.normalize('NFD', 'é.png')}", unicodedata.normalize("NFC", "/img/é.png")),
        (f"img/{unicodedata.normalize('NFC', 'é.png')}", f"/img/{quote(unicodedata.normalize('NFD', 'é.png'))}"),
        (f"img/{'长' * 83}.png", f"/img/{'长' * 83}.png"),
        ("img/\udcff.png", "/img/%FF.png"),
    ],
)
def test_the_places_of_a_picture(tmp_path: Path, there: str, ref: str) -> None:
    fill(tmp_path, {there: "x"})
    assert find_picture(Site(tmp_path, Dialect.HEXO), "_posts/x/p.md", ref).local == there


@pytest.mark.parametrize("ref", ["https://example.org/a.png", "//example.org/a.png", "data:image/png;base64,AA=="])
def test_a_remote_picture_is_no_problem(tmp_path: Path, ref: str) -> None:
    found = find_picture(Site(tmp_path, Dialect.HEXO), "p.md", ref)
    assert (found.local, found.problem) == (None, None)


def test_a_picture_that_is_missing_in_the_folder_above_lies_not_outside(tmp_path: Path) -> None:
    """It is looked for in the site's top folder as well, from where the same words would lead out."""
    fill(tmp_path, {"src/content/blog/p.md": ""})
    found = find_picture(Site(tmp_path, Dialect.NEXT), "src/content/blog/p.md", "../../assets/a.png")
    assert found.problem is ProblemKind.PICTURE_MISSING


@pytest.mark.parametrize(
    ("ref", "problem"),
    [
        ("gone.png", ProblemKind.PICTURE_MISSING),
        ("", ProblemKind.PICTURE_MISSING),
        ("x" * 5000, ProblemKind.PICTURE_MISSING),
        ("../../secret.png", ProblemKind.PICTURE_OUTSIDE),
        ("%2e%2e/%2e%2e/secret.png", ProblemKind.PICTURE_OUTSIDE),
        ("file:///etc/passwd", ProblemKind.PICTURE_OUTSIDE),
        ("C:\\pictures\\a.png", ProblemKind.PICTURE_OUTSIDE),
        ("out/secret.png", ProblemKind.PICTURE_OUTSIDE),
        ("link.png", ProblemKind.PICTURE_OUTSIDE),
    ],
)
def test_nothing_outside_the_folder_is_found(tmp_path: Path, ref: str, problem: ProblemKind) -> None:
    fill(tmp_path, {"secret.png": "x", "root/p.md": ""})
    (tmp_path / "root" / "out").symlink_to(tmp_path)
    (tmp_path / "root" / "link.png").symlink_to(tmp_path / "secret.png")
    found = find_picture(Site(tmp_path / "root", Dialect.PLAIN), "p.md", ref)
    assert (found.local, found.problem) == (None, problem)


def test_a_missing_picture_is_told_once(tmp_path: Path) -> None:
    result = post("---\ntitle: A\ncover: gone.png\n---\n![](gone.png) ![](gone.png)", root=tmp_path)
    assert [problem.kind for problem in result.problems].count(ProblemKind.PICTURE_MISSING) == 1
    assert result.lead is None


@pytest.mark.parametrize(
    ("head", "body", "lead"),
    [
        ("headimg: 'https://e.org/a.jpg'", "", "https://e.org/a.jpg"),
        ("headimg: https://picsum.photos/400/300?random=7", "![](https://e.org/b.jpg)", "https://e.org/b.jpg"),
        ("headimg: https://cors.zfour.workers.dev/?http://e.org/a.jpg", "", "http://e.org/a.jpg"),
        ("image:\n  path: https://e.org/a", "", "https://e.org/a"),
        ("header:\n  image_fullwidth: https://e.org/a.jpg", "", "https://e.org/a.jpg"),
        ("cover: false\nthumbnail: ''\nteaser: some words", "", None),
        ("cover: '#ff0000'", "<p><img src='https://e.org/b'></p>", "https://e.org/b"),
        ("cover:\n  image: https://e.org/a.png\n  alt: A", "", "https://e.org/a.png"),
        ("featured_image:\n  src: https://e.org/a.png", "", "https://e.org/a.png"),
        ("heroImage: https://e.org/a.png", "", "https://e.org/a.png"),
        ("extra:\n  thumbnail: https://e.org/a.png", "", "https://e.org/a.png"),
        ("params:\n  cover:\n    image: https://e.org/a.png", "", "https://e.org/a.png"),
        ("primary_image: some-id", "", None),
        ("featured_image:\n  uid:\n  alt: ''\nprimary_image: ''", "", None),
        ("resources:\n - src: 'images/*.jpg'\n   name: cover", "", None),
        ("cover: https://via.placeholder.com/300x200", "![](https://e.org/b.png)", "https://e.org/b.png"),
        ("cover: https://placehold.co/600x400.png", "", None),
        ("cover: https://source.unsplash.com/random/800x600", "", None),
        (
            "cover: https://source.unsplash.com/abcdEFG1234/800x600",
            "",
            "https://source.unsplash.com/abcdEFG1234/800x600",
        ),
        ("cover: https://api.example.org/random.php?type=pc", "", None),
        ("cover: https://e.org/random-walks.png", "", "https://e.org/random-walks.png"),
        ("cover: https://picsum.photos/id/7/400/300", "", "https://picsum.photos/id/7/400/300"),
        ("resources:\n - name: featuredImage\n   src: https://e.org/a.png", "", "https://e.org/a.png"),
        ("x: y", "![](https://img.shields.io/badge/x) ![](https://e.org/b.png)", "https://e.org/b.png"),
    ],
)
def test_the_lead_is_the_first_real_picture(head: str, body: str, lead: str | None) -> None:
    found = post(f"---\ntitle: A\n{head}\n---\n{body}").lead
    assert (found.ref if found else None) == lead


@pytest.mark.parametrize(
    ("there", "head"),
    [
        ("content/news/some-id.png", "primary_image: some-id"),
        ("static/img/some-id.jpg", "primary_image: some-id"),
        ("assets/images/v1.2-id.webp", "featured_image:\n  uid: v1.2-id"),
        ("static/some-id.png", "image: some-id"),
    ],
)
def test_a_lead_that_is_named_by_its_id_alone_is_found(tmp_path: Path, there: str, head: str) -> None:
    fill(tmp_path, {there: "x"})
    result = post(f"---\ntitle: A\n{head}\n---\nB", Dialect.HUGO, "content/news/a.md", tmp_path)
    assert result.lead is not None
    assert result.lead.local == there


@pytest.mark.parametrize("head", ["primary_image: some-id", "image: true", "image: 5", "primary_image: ../secret"])
def test_an_id_of_another_system_is_no_missing_picture(tmp_path: Path, head: str) -> None:
    fill(tmp_path, {"secret.png": "x", "root/a.md": ""})
    result = post(f"---\ntitle: A\n{head}\n---\nB", Dialect.HUGO, "a.md", tmp_path / "root")
    assert (result.lead, kinds(result)) == (None, [ProblemKind.DATE_MISSING])


@pytest.mark.parametrize(
    "ref", ["{static}/images/a.png", "{static}../images/a.png", "{attach}p/a.png", "|filename|/images/a.png"]
)
def test_the_marks_of_pelican_lead_to_the_picture(tmp_path: Path, ref: str) -> None:
    fill(tmp_path, {"content/images/a.png": "x", "content/blog/p/a.png": "x"})
    result = post(f"Title: A\n\n![]({ref})", Dialect.PLAIN, "content/blog/a.md", tmp_path)
    assert [picture.local for picture in result.pictures] in (["content/images/a.png"], ["content/blog/p/a.png"])


def test_the_marks_of_pelican_lead_to_the_lead_picture(tmp_path: Path) -> None:
    fill(tmp_path, {"content/images/a.png": "x"})
    lead = post("Title: A\nCover: {static}/images/a.png\n\nB", Dialect.PLAIN, "content/a.md", tmp_path).lead
    assert lead is not None
    assert (lead.ref, lead.local) == ("/images/a.png", "content/images/a.png")


@pytest.mark.parametrize("name", ["a.jfif", "a.ICO", "a.bmp", "a.tiff", "a.jpeg"])
def test_a_picture_is_known_by_the_same_endings_wherever_it_is_named(name: str) -> None:
    assert [each.ref for each in post(f"![[{name}]]", Dialect.OBSIDIAN).pictures] == [name]
    assert [each.ref for each in post(f"{{% asset_img {name} %}}").pictures] == [name]
    described = post(f"---\ntitle: T\nsummary: {name}\n---\nThe text begins.", Dialect.HUGO)
    assert described.summary == "The text begins."

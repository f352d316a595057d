"""The door: bytes of any kind come out as a post or as reasons, never as an exception."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

import pytest

from reader.domain import Dialect
from reader.posts import read_post
from reader.posts.read_post import read_file
from reader.posts.sites.site import Site
from reader.problems import ProblemKind
from tests.posts.reading import kinds, post, read

TEXT = "---\ntitle: 标题\ndate: 2020-01-01\n---\n这是一篇关于天气的文章，记者今天在北京报道，气温明显下降。\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, Dialect.PLAIN)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_other_encodings_are_read_and_told(encoding: str) -> None:
    result = post((TEXT * 3).encode(encoding))
    assert result.title == "标题"
    assert "记者今天在北京报道" in result.text
    assert kinds(result) == [ProblemKind.ENCODING_GUESSED]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("這是一個測試文章，關於臺灣的新聞報導。記者表示，這項計畫將於明年開始實施。", "big5"),
        ("これは日本語の文章です。新しいニュースをお届けします。東京で開かれた会議。", "shift_jis"),
        ("Voilà un été où l’élève a reçu des leçons très réussies, déjà à Noël.", "cp1252"),
        ("Это русский текст, новости дня и погода в Москве.", "cp1251"),
    ],
)
def test_old_encodings_are_guessed(text: str, encoding: str) -> None:
    assert text in post(text.encode(encoding) * 3, path="p.md").text


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b""])
def test_marks_and_line_ends_are_nobodys_business(data: bytes) -> None:
    result = post(data + TEXT.replace("\n", "\r\n").encode())
    assert (result.title, result.problems) == ("标题", ())
    assert post(TEXT.replace("\n", "\r").encode()).title == "标题"


@pytest.mark.parametrize("damage", [b"\xff\xfe\x80", b"\0\0", b"\xc2\x85\xc2\x90", b"\x1b[0m"])
def test_damage_is_replaced_and_told(damage: bytes) -> None:
    result = post(TEXT.encode() + damage + "尾".encode())
    assert "\0" not in result.text
    assert kinds(result) == [ProblemKind.BYTES_REPLACED]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (b" \n\n\t ", ProblemKind.EMPTY),
        (b"\xef\xbb\xbf\n", ProblemKind.EMPTY),
        (bytes(range(256)) * 40, ProblemKind.NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\x0dIHDR" * 40, ProblemKind.NOT_TEXT),
    ],
)
def test_what_holds_no_text_is_refused(data: bytes, kind: ProblemKind) -> None:
    result = read(data)
    assert result.post is None
    assert kinds(result) == [kind]


def test_a_block_without_a_body_is_a_post() -> None:
    assert post("---\ntitle: A\ndate: 2020-01-01\ndescription: Short.\n---\n").summary == "Short."


def test_a_known_digest_saves_the_reading(site: Site) -> None:
    (site.root / "a.md").write_text("text")
    digest = blake2b(b"text", digest_size=16).digest()
    result = read_file(site, "a.md", known=digest)
    assert (result.unchanged, result.post, result.digest) == (True, None, digest)
    assert result.stamp.size == 4
    again = read_file(site, "a.md", known=b"other")
    assert not again.unchanged
    assert again.post is not None


def test_a_file_that_cannot_be_read_is_a_problem(site: Site) -> None:
    os.mkfifo(site.root / "pipe.md")
    (site.root / "folder.md").mkdir()
    (site.root / "out.md").symlink_to("/etc/hostname")
    expected = {
        "gone.md": ProblemKind.UNREADABLE,
        "pipe.md": ProblemKind.UNREADABLE,
        "folder.md": ProblemKind.UNREADABLE,
        "out.md": ProblemKind.LINK_SKIPPED,
        "nul\0.md": ProblemKind.UNREADABLE,
    }
    assert {path: kinds(read_file(site, path))[0] for path in expected} == expected


def test_a_link_within_the_folder_is_read(site: Site) -> None:
    (site.root / "a.md").write_text("text")
    (site.root / "b.md").symlink_to(site.root / "a.md")
    assert read_file(site, "b.md").post is not None


def test_a_file_too_large_is_not_read(site: Site) -> None:
    with (site.root / "a.md").open("wb") as file:
        file.truncate(read_post.LARGEST + 1)
    assert kinds(read_file(site, "a.md")) == [ProblemKind.TOO_LARGE]


def test_a_fault_of_ours_ends_one_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_post, "read_block", lambda *_: 1 / 0)
    result = read("text")
    assert kinds(result) == [ProblemKind.PROGRAM_FAULT]
    assert result.problems[0].detail == "ZeroDivisionError: division by zero"


def test_a_saved_page_is_read_like_a_post() -> None:
    head = '<title>A &amp; B - Site</title><meta property="og:title" content="A &amp; B"><meta name=author content=C>'
    date = '<meta property="article:published_time" content="2020-01-02T03:04:05Z">'
    text = "<nav>menu</nav><article><h1>A &amp; B</h1><p>text</p></article><footer>end</footer>"
    result = post(f"<!DOCTYPE html><html lang=fr><head>{head}{date}</head><body>{text}</body></html>", path="p.html")
    assert (result.title, result.author, result.lang, result.text) == ("A & B", "C", "fr", "A & B\ntext")
    assert result.published.isoformat() == "2020-01-02T03:04:05+00:00"
    assert result.problems == ()


def test_a_bare_text_is_a_post_only_where_no_generator_says_otherwise() -> None:
    assert kinds(read("A licence, say.", Dialect.HUGO, "notes.txt")) == [ProblemKind.NOT_A_POST]
    assert post("A note of mine.", Dialect.PLAIN, "notes.txt").text == "A note of mine."
    assert post("---\ntitle: T\n---\nText.", Dialect.HUGO, "notes.txt").title == "T"


def test_a_post_says_whether_it_names_an_hour() -> None:
    assert not post("---\ndate: 2022-01-20\n---\nText.").timed
    assert post("---\ndate: 2022-01-20 10:24\n---\nText.").timed


@pytest.mark.parametrize(
    ("path", "head", "timed"),
    [
        ("_posts/2022-01-20-snow.md", "title: Snow", False),
        ("blog/2022/01/20/snow.md", "title: Snow", False),
        ("blog/2022/01/snow.md", "title: Snow", False),
        ("snow.md", 'path: "2022/01/20/snow"', False),
        ("_posts/2022-01-20-snow.md", "date: at 10:24, I think", False),
        ("blog/2022-01-20T10:24:00Z.md", "title: Snow", True),
        ("snow.md", "title: Snow", True),  # the hour of its file
    ],
)
def test_a_day_that_only_a_name_gives_has_no_hour(path: str, head: str, timed: bool) -> None:
    assert post(f"---\n{head}\n---\nText.", Dialect.HEXO, path).timed is timed


def test_an_exported_story_of_medium_is_its_text() -> None:
    """Its title stands once, and what Medium says below it is read and not shown."""
    page = """<!DOCTYPE html><html><head><title>My story</title></head><body><article class="h-entry">
<header><h1 class="p-name">My story</h1></header><section class="p-summary">About it</section>
<section class="e-content"><h3 class="graf--title">My story</h3><p>Its text.</p></section>
<footer>By <a class="p-author" href="/me">Me Too</a>
<time class="dt-published" datetime="2017-05-06T07:08:09Z">May</time>
<a href="https://e.org/my-story" class="p-canonical">Canonical link</a></footer></article></body></html>"""
    result = post(page, Dialect.PLAIN, "2017-05-06_My-story--1a2b.html")
    assert (result.title, result.text, result.summary, result.author) == ("My story", "Its text.", "About it", "Me Too")
    assert (result.link, f"{result.published:%Y-%m-%d %H}") == ("https://e.org/my-story", "2017-05-06 07")

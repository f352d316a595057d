"""An article is made ready: title, lead picture, language, reading time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain import Article, Content, Picture
from reader.references import address_number
from reader.viewing import blocks as b
from reader.viewing.blocks import Heading
from reader.viewing.language import language, minutes
from reader.viewing.page import Absent, prepare

LEAD = Picture("https://p.example/a.jpg?w=770", "k1", 770, 433)


def content(html: str = "<p>Text.</p>", **changes: object) -> Content:
    article = Article(7, "A title", "", "A. Writer", 1_642_645_478, True, "posts", "", True, False, False)
    made = Content(
        article, "a.md", Path(), html, "", "2022-01-20 02:24", False, "", "", (("World", "Europe", "Kyiv"),), (),
        None, (), {}, (), 0,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_page_says_where_the_article_belongs() -> None:
    page = prepare(content())
    assert (page.article, page.kicker, page.author, page.timed) == (7, "Europe · Kyiv", "A. Writer", True)


def test_an_author_named_above_the_title_is_not_named_again() -> None:
    assert prepare(content(categories=(("A. Writer", "News"),))).author == ""


def test_a_date_without_an_hour_stays_without() -> None:
    assert not prepare(content(article=replace(content().article, timed=False))).timed


@pytest.mark.parametrize(("heading", "kept"), [("A Title!", 0), ("Another", 1)])
def test_a_heading_that_says_the_title_again_goes(heading: str, kept: int) -> None:
    page = prepare(content(f"<h1>{heading}</h1><p>Text.</p>"))
    assert sum(isinstance(block, Heading) for block in page.blocks) == kept


def test_a_post_that_is_all_summary_shows_it() -> None:
    article = replace(content().article, summary="An event, on Friday.")
    assert prepare(content("", article=article)).blocks == (b.Paragraph((b.Run("An event, on Friday."),)),)
    assert b.plain_text(prepare(content("<h2>A title</h2>", article=article)).blocks) == "An event, on Friday."
    assert "Friday" not in b.plain_text(prepare(content(article=article)).blocks)
    empty = prepare(content(""))
    assert (empty.blocks, empty.minutes) == ((), 0)


def test_the_lead_picture_is_shown_once() -> None:
    assert prepare(content(lead=LEAD)).hero is not None
    shown = content(f'<p>a<p>b<p>c<img src="{LEAD.ref}">', lead=LEAD, pictures=(LEAD,))
    assert prepare(shown).hero is None


def test_the_lead_picture_at_another_size_is_the_same() -> None:
    other = replace(LEAD, ref="https://p.example/a.jpg?w=300", key="k2")
    page = prepare(content(f'<p>a<p>b<p>c<img src="{other.ref}">', lead=LEAD, pictures=(other,)))
    assert page.hero is None
    assert page.pictures == {"k1": (770, 433), "k2": (770, 433)}


def test_a_lead_picture_that_is_not_stored_is_not_shown() -> None:
    assert prepare(content(lead=replace(LEAD, key=""))).hero is None


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ("", "这是中文", "zh"), ("", "これは日本語です", "ja"), ("", "한국어 문장", "ko"), ("", "نص عربي", "ar"),
        ("", "plain", "en"), ("zh-TW", "這是中文", "zh-tw"), ("en", "这是中文", "zh"), ("de", "Wörter", "de"),
        ("nonsense!", "plain", "en"),
    ],
)  # fmt: skip
def test_language(said: str, text: str, expected: str) -> None:
    assert language(said, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("", 1), ("字" * 1600, 4), ("word " * 460, 2)])
def test_reading_time(text: str, expected: int) -> None:
    assert minutes(text) == expected


def test_pictures_that_are_still_on_the_web_are_named_with_host_size_and_reason() -> None:
    far = Picture("https://www.host.example/a.jpg", "", 640, 480, "A hill", "its host is not found")
    page = prepare(content(f'<p>Words.</p><img src="{far.ref}" alt="A hill">', pictures=(far,)))
    number = address_number(far.ref)
    assert number is not None
    assert page.absent == {"absent-0": Absent("host.example", 640, 480, "its host is not found", number)}
    (shown,) = b.pictures(page.blocks)
    assert (shown.key, shown.alt) == ("absent-0", "A hill")


def test_a_local_picture_that_is_not_there_is_not_to_be_had_from_the_web() -> None:
    page = prepare(content('<img src="a.png">', pictures=(Picture("a.png", "", reason="it is not in the folder"),)))
    assert page.absent == {}

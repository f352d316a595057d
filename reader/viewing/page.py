"""An article made ready to show: all slow work is done here, in a worker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from reader.domain import Content
from reader.references import LinkedPost, address_number, web_address
from reader.viewing import allow
from reader.viewing import blocks as b
from reader.viewing.language import language, minutes
from reader.viewing.outline import outline
from reader.viewing.sanitize import sanitize

#: Pixels of a stored picture, wide and high.
Size = tuple[int, int]


#: Ids of articles begin at 1.
NO_ARTICLE = 0
#: How the name of a picture begins that is not in the store.
ABSENT = "absent-"


@dataclass(frozen=True, slots=True)
class Absent:
    """A picture of the web that the library does not hold: where it is, how large if that is known, and why.

    `address` is the number of its address (`references.address_number`).
    """

    host: str
    width: int
    height: int
    reason: str
    address: int


@dataclass(frozen=True, slots=True)
class Page:
    """An article as the viewer needs it.

    `kicker` says where it belongs. `author` is "" when the kicker names it already. `published` is seconds since 1970,
    UTC; `timed` tells whether its hour was said. `lang` chooses fonts. `pictures` are the sizes of the stored pictures
    by key; `absent` are those that are still on the web, by names that begin with ABSENT. `hero` is shown above the
    text. `position` is the text offset where reading stopped.

    `article` is NO_ARTICLE for a page of the program's own, which nobody dated or signed.
    """

    article: int
    title: str
    kicker: str
    author: str
    published: int
    timed: bool
    minutes: int
    lang: str
    hero: b.Picture | None
    blocks: tuple[b.Block, ...]
    link: str
    position: int
    bookmarked: bool
    pictures: Mapping[str, Size]
    absent: Mapping[str, Absent] = field(default_factory=dict)
    inside: Mapping[str, LinkedPost] = field(default_factory=dict)
    inks: Mapping[b.Code, tuple[b.Span, ...]] = field(default_factory=dict)


def prepare(content: Content, inside: Mapping[str, LinkedPost] | None = None) -> Page:
    """Return the article as a page; `inside` are the articles that its links lead to, by the address in its HTML.

    Takes some 20 ms for a long one, so it belongs in a worker.
    """
    inside = inside or {}
    # An address of the web stays one: the reader may want to go there all the same.
    ours = {href: f"article:{post.article}" for href, post in inside.items() if not allow.link(href)}
    stored = [picture for picture in (*content.pictures, content.lead) if picture is not None and picture.key]
    sizes = {picture.key: (picture.width, picture.height) for picture in stored}
    absent, names = _absent(content)
    known = sizes | {name: (each.width, each.height) for name, each in absent.items()}
    article = content.article
    html = sanitize(content.html, names | {p.ref: p.key for p in stored}, ours)
    body = _without_title(outline(html, known), article.title) or _all_there_is(article.summary)
    text = b.plain_text(body)
    kicker = _kicker(content)
    return Page(
        article=article.id,
        title=article.title,
        kicker=kicker,
        author="" if article.author.strip() in kicker.split(" · ") else article.author.strip(),
        published=article.published,
        timed=article.timed,
        minutes=minutes(text) if body else 0,
        lang=language(content.lang, f"{article.title}\n{text}"),
        hero=_hero(content, body),
        blocks=body,
        link=content.link,
        position=content.position,
        bookmarked=article.bookmarked,
        pictures=sizes,
        absent=absent,
        inside={ours.get(href) or allow.link(href): post for href, post in inside.items()},
    )


def _absent(content: Content) -> tuple[dict[str, Absent], dict[str, str]]:
    """Return the pictures that are only on the web, by name, and their names by their addresses."""
    absent: dict[str, Absent] = {}
    names: dict[str, str] = {}
    for number, picture in enumerate(content.pictures):
        address = None if picture.key else web_address(picture.ref)
        asked = address_number(picture.ref)
        if address is not None and asked is not None:
            name = names.setdefault(picture.ref, f"{ABSENT}{number}")
            absent[name] = Absent(allow.host(address), picture.width, picture.height, picture.reason, asked)
    return absent, names


def _kicker(content: Content) -> str:
    names = content.categories[0][-2:] if content.categories else (content.article.source,)
    return " · ".join(name for name in names if name)


def _all_there_is(summary: str) -> tuple[b.Block, ...]:
    """Return what a post without a body said of itself, such as one that only announces an event."""
    return (b.Paragraph((b.Run(summary),)),) if summary else ()


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _without_title(body: tuple[b.Block, ...], title: str) -> tuple[b.Block, ...]:
    """Drop the heading that only says the title again."""
    for index, block in enumerate(body[:3]):
        if isinstance(block, b.Heading):
            same = _letters(b.run_text(block.inlines)) == _letters(title) != ""
            return body[:index] + body[index + 1 :] if same else body
        if isinstance(block, b.Paragraph):
            break
    return body


def _name(ref: str) -> str:
    """Return the file name of an address: sizes in its query do not make another picture."""
    try:
        return unquote(PurePosixPath(urlsplit(ref).path).name)
    except ValueError:
        return ref


def _hero(content: Content, body: tuple[b.Block, ...]) -> b.Picture | None:
    """Return the lead picture, if it is stored, the body does not show it, and does not begin with a picture."""
    lead = content.lead
    if lead is None or not lead.key:
        return None
    shown = {picture.key for picture in b.pictures(body)}
    names = {_name(picture.ref) for picture in content.pictures if picture.key in shown}
    if lead.key in shown or _name(lead.ref) in names or next(b.pictures(body[:2]), None) is not None:
        return None
    return b.Picture(lead.key, lead.alt)

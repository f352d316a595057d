"""A piece: an article as every format writes it, made from what the viewer would show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.days import utc
from reader.domain import Content
from reader.references import web_address
from reader.viewing import allow
from reader.viewing import blocks as b
from reader.viewing.page import ABSENT, Page, prepare

#: What no XML may hold (XML 1.0, 2.2), and what would turn the reading direction of all that follows (UAX 9).
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """An article ready to be written.

    `moment` is when it was published, in this computer's zone, as the window shows it; `timed` tells whether its hour
    was said. `link` is http, https or "". `blocks` are the sanitised outline, the lead picture first where the page
    shows it. `addresses` tells where on the web a picture is, by its name in the outline.
    """

    id: int
    title: str
    author: str
    source: str
    moment: datetime
    timed: bool
    link: str
    lang: str
    categories: tuple[tuple[str, ...], ...]
    tags: tuple[str, ...]
    blocks: tuple[b.Block, ...]
    addresses: Mapping[str, str]

    @property
    def date(self) -> str:
        """Its day, and its hour if it has one: 2022-01-20 10:24."""
        return self.moment.strftime("%Y-%m-%d %H:%M" if self.timed else "%Y-%m-%d")

    @property
    def byline(self) -> str:
        """Author, source and date on one line."""
        names = dict.fromkeys(filter(None, (self.author, self.source)))
        return " · ".join((*names, self.date))


def writable(text: str) -> str:
    """Return text that any document may hold."""
    return _FORBIDDEN.sub("", text)


def line(text: str) -> str:
    """Return a name as one line that cannot change how the words around it are read."""
    return " ".join(_TURNING.sub("", writable(text)).split())


def piece_of(content: Content, page: Page | None = None) -> Piece:
    """Return an article as a piece; `page` is what `prepare` made of it, if that was done. For workers."""
    page = page or prepare(content)
    article = content.article
    blocks = page.blocks if page.hero is None else (page.hero, *page.blocks)
    return Piece(
        id=article.id,
        title=line(article.title) or line(article.source) or "…",
        author=line(article.author),
        source=line(article.source),
        moment=_moment(article.published),
        timed=article.timed,
        link=allow.web(content.link),
        lang=_tag(page.lang),
        categories=tuple(tuple(map(line, path)) for path in content.categories),
        tags=tuple(map(line, content.tags)),
        blocks=blocks,
        addresses=_addresses(content),
    )


def _moment(seconds: int) -> datetime:
    """Return a time in this computer's zone; in UTC where the system knows no zone for it, as Windows before 1970."""
    moment = utc(seconds)
    try:
        return moment.astimezone()
    except (OSError, OverflowError, ValueError):
        return moment


def _tag(lang: str) -> str:
    """Return a language tag that every program takes: language, script and region, each in its case (BCP 47, 2.1)."""
    found = _LANGUAGE.match(lang)
    if found is None:
        return lang.split("-")[0].lower() or "en"
    parts = (found[1].lower(), (found[2] or "").capitalize(), (found[3] or "").upper())
    return "-".join(filter(None, parts))


def _addresses(content: Content) -> dict[str, str]:
    """Return where pictures are on the web: stored ones by their key, others by the name the page gave them."""
    found: dict[str, str] = {}
    for number, picture in enumerate(content.pictures):
        address = web_address(picture.ref)
        if address is not None:
            found.setdefault(picture.key or f"{ABSENT}{number}", allow.web(address))
    return found


def is_stored(picture: b.Picture) -> bool:
    """Whether the library had a copy of a picture when the piece was made."""
    return bool(picture.key) and not picture.key.startswith(ABSENT)


def where(picture: b.Picture, piece: Piece) -> str:
    """Return where a click on a picture leads: its own link, else its place on the web, or ""."""
    return allow.link(picture.href) or piece.addresses.get(picture.key, "")


def instead(picture: b.Picture, piece: Piece) -> str:
    """Return the words that stand for a picture which is not there: its description, else the host that has it."""
    return picture.alt or allow.host(piece.addresses.get(picture.key, "")) or picture.host or "…"

"""The one place where an author's HTML becomes harmless: an allow-list, applied right before showing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from types import MappingProxyType
from urllib.parse import unquote

import nh3

from reader.references import short_ref
from reader.viewing import allow
from reader.viewing.limits import bounded, clean_text
from reader.viewing.media import with_cards

NO_LINKS: Mapping[str, str] = MappingProxyType({})
#: A parser moves what stands where it must not, and may read the result otherwise: again, until nothing moves.
_PASSES = 4
_PREFIX = "image:"
#: In what nh3 wrote, quotes are doubled and "<" and ">" are escaped everywhere but in tags.
_IMG = re.compile(r'(<img(?: [^<>"]*"[^"]*")*?) src="remote:([^"]*)"')
#: Within a tag only: the same words in a text are the author's.
_EMBEDDED = re.compile(r'(<[a-z](?:[^<>"]|"[^"]*")*?\ssrc=)"(\s*data:[^"]*)"', re.IGNORECASE)
_CELL = re.compile(r"<t[dh] [^<>]*>")
_PRE = re.compile(r"(<pre[^<>]*>)\n")


def sanitize(html: str, keys: Mapping[str, str], inside: Mapping[str, str] = NO_LINKS) -> str:
    """Return HTML that can do nothing but be read.

    `keys` leads from the address of a picture, as the author wrote it, to its name in the store: such an `img` gets
    `src="image:NAME"`. Any other loses its address; `data-remote` then names the host it was on. Links go to the web,
    to mail or to a place in the page; `inside` leads from the address of any other to one of ours. Players become
    `<span data-card data-url title>`.
    """
    cleaner = _cleaner(keys, inside)
    if "data:" in html:
        # Megabytes of a picture are no text; they go before anything is bounded by length.
        html = _EMBEDDED.sub(lambda found: _stored(found, keys), html)
    clean = _pass(cleaner, with_cards(bounded(html)))
    for _ in range(_PASSES):
        before, clean = clean, _pass(cleaner, clean)
        if clean == before:
            break
    return clean


def _stored(found: re.Match[str], keys: Mapping[str, str]) -> str:
    key = keys.get(short_ref(unescape(found[2])))
    return f'{found[1]}"{_PREFIX}{key}"' if key else f'{found[1]}""'


def _pass(cleaner: nh3.Cleaner, html: str) -> str:
    clean = _in_order(clean_text(cleaner.clean(html)))
    return _PRE.sub(r"\1\n\n", clean)  # a parser drops the first


def _in_order(html: str) -> str:
    """Rename what a filter of values could not rename."""
    html = _IMG.sub(lambda found: f'{found[1]} data-remote="{found[2]}"' if found[2] else found[1], html)
    return _CELL.sub(_aligned, html) if "<td " in html or "<th " in html else html


def _aligned(cell: re.Match[str]) -> str:
    text = cell[0]
    if ' style="' not in text:
        return text
    text = re.sub(r' align="\w*"', "", text)
    return text.replace(' style="', ' align="')


def _cleaner(keys: Mapping[str, str], inside: Mapping[str, str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(allow.TAGS),
        clean_content_tags=set(allow.DROPPED),
        attributes=allow.ATTRIBUTES,
        attribute_filter=_filter(keys, inside),
        url_schemes=set(allow.SCHEMES),
        link_rel=None,
    )


def _filter(keys: Mapping[str, str], inside: Mapping[str, str]) -> Callable[[str, str, str], str | None]:
    known, ours = frozenset(keys.values()), frozenset(inside.values())

    def picture(src: str) -> str | None:
        if src.startswith(_PREFIX):
            return src if src[len(_PREFIX) :] in known else None
        key = keys.get(src) or keys.get(src.strip()) or keys.get(unquote(src.strip()))
        return _PREFIX + key if key else f"remote:{allow.host(src)}"

    def decide(tag: str, name: str, value: str) -> str | None:
        if tag == "img" and name == "src":
            return picture(value)
        if name == "href":
            return value if value in ours else inside.get(value) or allow.link(value) or None
        if name == "data-url":
            return allow.web(value) or None
        return allow.plain(name, value)

    return decide

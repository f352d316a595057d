"""Turns media and active content into a card that says what it was and where it is."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import PurePosixPath

import nh3

from reader.viewing import allow

_MEDIA = re.compile(r"<(?:iframe|video|audio|embed|object)\b", re.I)
_CHECKBOX = re.compile(r"<input\b([^<>]*)>", re.I)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_INSIDE = r'((?:[^<>"]|"[^"]*")*+)'
_PAIRED = re.compile(rf"<(iframe|video|audio|object){_INSIDE}>(.*?)</\1>", re.S)
_SINGLE = re.compile(rf"<(embed){_INSIDE}>()")
_SOURCE = re.compile(rf"<(?:source|embed){_INSIDE}>")
_LEFT = re.compile(r"</?(?:iframe|video|audio|embed|object|source)\b[^<>]*>")
_VIDEO_HOSTS = allow.names("youtube youtu.be vimeo bilibili dailymotion youku iqiyi v.qq.com twitch ted.com")

_first_pass = nh3.Cleaner(
    tags=set(allow.TAGS | allow.MEDIA),
    clean_content_tags=set(allow.DROPPED),
    attributes={
        "*": allow.ATTRIBUTES["*"],
        **allow.ATTRIBUTES,
        **allow.MEDIA_ATTRIBUTES,
        "img": allow.ATTRIBUTES["img"] | {"data-src", "data-original"},
    },
    url_schemes=set(allow.SCHEMES),
    link_rel=None,
)


def _checkbox(tag: re.Match[str]) -> str:
    attributes = tag[1].lower()
    if "checkbox" not in attributes:
        return ""
    return "☑ " if re.search(r"\bchecked\b", attributes) else "☐ "


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def _card(tag: re.Match[str]) -> str:
    own = _attributes(tag[2])
    inner = [_attributes(found) for found in _SOURCE.findall(tag[3])]
    addresses = [a.get(name, "") for a in (own, *inner) for name in ("src", "data-src", "data")]
    url = next(filter(None, map(allow.web, addresses)), "")
    name = next((PurePosixPath(address).name for address in addresses if address and not url), "")
    title = (own.get("title") or name)[:300]
    return f'<span data-card="{_kind(tag[1], url)}" title="{escape(title)}" data-url="{escape(url)}"></span>'


def _kind(tag: str, url: str) -> str:
    if tag in ("video", "audio"):
        return tag
    if any(name in allow.host(url) for name in _VIDEO_HOSTS):
        return "video"
    return "frame" if tag == "iframe" else "embed"


def with_cards(html: str) -> str:
    """Return the markup with cards for media and boxes for task lists.

    Players are found in markup that nh3 has put in order, never in the author's own. What comes back is not yet safe.
    """
    if "<input" in html or "<INPUT" in html:
        html = _CHECKBOX.sub(_checkbox, html)
    if not _MEDIA.search(html):
        return html
    html = _PAIRED.sub(_card, _first_pass.clean(html))
    return _LEFT.sub("", _SINGLE.sub(_card, html))

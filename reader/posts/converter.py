"""The one converter from Markdown to HTML, with what generators add to CommonMark: bare links, notes, heading ids."""

from __future__ import annotations

import re

from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from reader.domain import Dialect
from reader.posts.headings import name_headings

#: Finding links costs their number times the length of their paragraph; no real post seen has a quarter of this.
_MOST_LINKS = 5_000
#: An address ends at Chinese punctuation, quotes and full-width brackets: nobody writes a blank before them.
_ADDRESS_TAIL = re.compile(r"[^\s<>\"`{}|\\^\u2018-\u201f\u2026\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff65]+")
_HOST = re.compile(r"//(?:[^\s/@<>]{1,200}@)?(?:[\w-]|\[[0-9a-f:]+\])", re.IGNORECASE)
_PAIRS = {")": "(", "]": "["}


def to_html(text: str, dialect: Dialect) -> str:
    """Convert Markdown; HTML in it passes through."""
    return str(_converter(text, dialect).render(text, {"dialect": dialect}))


def _converter(text: str, dialect: Dialect) -> MarkdownIt:
    """Choose by the generator: kramdown makes no links of bare addresses, GitHub's Markdown and goldmark do."""
    if dialect is Dialect.JEKYLL or not _may_hold_link(text):
        return _PLAIN
    return _LINKING if text.count("://") + text.count("@") + text.count("www.") < _MOST_LINKS else _PLAIN


def _build(*, linking: bool) -> MarkdownIt:
    converter = (
        MarkdownIt("commonmark", {"html": True, "maxNesting": 100, "linkify": linking})
        .enable(["table", "strikethrough", *(["linkify"] if linking else [])])
        .use(footnote_plugin)
        .use(tasklists_plugin)
        .use(deflist_plugin)
    )
    converter.core.ruler.push("name_headings", name_headings)
    if linking:
        schemas = {
            "http:": {"validate": _address_length},
            "//": None,
            "www.": {"validate": _host_length, "normalize": _complete},
        }
        # A name such as README.md is no address: GitHub's Markdown wants a scheme or "www.".
        linkify = LinkifyIt(schemas, {"fuzzy_link": False})
        # Its own look at every paragraph takes longer than the whole of the rest.
        linkify.pretest = _may_hold_link
        converter.linkify = linkify
    return converter


def _may_hold_link(text: str) -> bool:
    return "://" in text or "www." in text or "@" in text


def _address_length(_linkify: LinkifyIt, text: str, start: int) -> int:
    return _trimmed_length(text, start) if _HOST.match(text, start) else 0


def _host_length(_linkify: LinkifyIt, text: str, start: int) -> int:
    length = _trimmed_length(text, start)
    return length if "." in text[start : start + length] else 0


def _complete(_linkify: LinkifyIt, match: object) -> None:
    match.url = f"http://{match.url}"  # type: ignore[attr-defined]


def _trimmed_length(text: str, start: int) -> int:
    """Measure an address; marks at its end belong to the sentence (GitHub Flavored Markdown 6.9)."""
    found = _ADDRESS_TAIL.match(text, start)
    tail = found.group() if found else ""
    while tail:
        last = tail[-1]
        unpaired = last in _PAIRS and tail.count(last) > tail.count(_PAIRS[last])
        if not unpaired and last not in "?!.,:;*_~'":
            break
        tail = tail[:-1]
    return len(tail)


_PLAIN, _LINKING = _build(linking=False), _build(linking=True)

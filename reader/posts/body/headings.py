"""Ids of headings, so that links within a post lead somewhere: as its generator or as its links name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from reader.domain import Dialect

#: `{#id}`, `{#id .class}` and `{.class}` at a heading's end: kramdown, goldmark, Gatsby, VuePress, Pandoc.
_GIVEN = re.compile(
    r"\{:?[ \t]*(?:#([^\s{}]{1,200})(?:[ \t][^{}]{0,200})?|(?:\.[\w-]|[\w-]{1,40}=)[^{}]{0,200})\}[ \t]*$"
)
_LINKED = re.compile(r"(?:\]\(\s*<?|href=[\"']?)#([^\s)>\"']{1,200})", re.IGNORECASE)
_NO_WORD = re.compile(r"[^\w\- ]+")
#: hexo-util 3, lib/slugize.ts: these become one dash.
_HEXO_SPECIAL = re.compile(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'<>,.?/\x00-\x1f]+")


def slug(text: str) -> str:
    """Return the id GitHub, kramdown and Hugo give to a heading; letters of all scripts stay."""
    return _NO_WORD.sub("", text.strip().lower()).replace(" ", "-")


def _hexo_slug(text: str) -> str:
    return _HEXO_SPECIAL.sub("-", text.strip()).strip("-")


def take_given_ids(state: StateCore) -> None:
    """Cut what an author gave a heading in braces off its text. A rule for markdown-it, before escapes become text."""
    for opening, inline in _headings(state.tokens):
        name = _given_id(inline)
        if name:
            opening.meta["id"] = name


def name_headings(state: StateCore) -> None:
    """Give every heading of a document an id, each once. A rule for markdown-it."""
    taken: dict[str, int] = {}
    linked: dict[str, str] | None = None
    for opening, inline in _headings(state.tokens):
        name = opening.meta.get("id", "")
        if not name:
            if linked is None:
                linked = _linked(state.src)
            name = _made_id(inline, linked, hexo=state.env.get("dialect") is Dialect.HEXO)
        if name:
            opening.attrSet("id", _unique(name, taken))


def _linked(text: str) -> dict[str, str]:
    """Return the places that links of a text name, by their names in lower case."""
    if "](#" not in text and "](<#" not in text and "=#" not in text and '="#' not in text and "='#" not in text:
        return {}
    return {name.lower(): name for name in map(unquote, _LINKED.findall(text))}


def _headings(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token, tokens[index + 1]


def _given_id(inline: Token) -> str:
    """Cut an id or a class off the heading's text; return the id, "" for none."""
    last = inline.children[-1] if inline.children else None
    found = _GIVEN.search(last.content) if last is not None and last.type == "text" else None
    if last is None or found is None:
        return ""
    # The signs that close a heading stand before it, behind a blank: those of "C#" are its own.
    text = last.content[: found.start()].rstrip(" \t")
    open_text = text.rstrip("#")
    last.content = text if open_text[-1:].strip() else open_text.rstrip(" \t")
    return found.group(1) or ""


def _made_id(inline: Token, linked: dict[str, str], *, hexo: bool) -> str:
    """Make an id of the heading's words; the form that a link of the post uses wins over the generator's."""
    words = "".join(each.content for each in inline.children or () if each.type in {"text", "code_inline"})
    forms = (_hexo_slug(words), slug(words)) if hexo else (slug(words), _hexo_slug(words))
    return next((linked[form.lower()] for form in forms if form.lower() in linked), forms[0])


def _unique(name: str, taken: dict[str, int]) -> str:
    """Number a repeated id; `taken` remembers how often each was asked for."""
    unique = name
    while unique in taken:
        taken[name] += 1
        unique = f"{name}-{taken[name]}"
    taken[unique] = 0
    return unique

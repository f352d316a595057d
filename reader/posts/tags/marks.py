"""Generators' markers that are not tags: for excerpts, tabs, captions and link targets."""

from __future__ import annotations

import re

from reader.domain import Dialect
from reader.posts.tags.code_spans import Rewrite, outside_code
from reader.posts.tags.stretches import rewrite_stretches

#: What ends an excerpt, or begins Pelican's.
MORE = re.compile(
    r"<!--\s*(?:more|truncate|(?:end[ -]?)?excerpt|PELICAN_(?:BEGIN|END)_SUMMARY|TEASER_END(?::[^<>]{0,80})?)\s*-->"
    r"|\{/\* *truncate *\*/\}",
    re.I,
)
#: A tab's title, which Hexo's themes write into a comment.
_TAB = re.compile(r"<!--\s*+(?:tab|timeline|node|folder|okr|title)\s++(?!-->)([^\n]{1,200}?)\s{0,200}-->")
_CAPTION = re.compile(r"\\?\[caption[ ]id=[\"”“']?attachment\\?_[^\[\]\n]{0,500}?\\?\]", re.IGNORECASE)
_LONGEST_CAPTION = 5000
_CAPTION_END, _CAPTION_TEXT = re.compile(r"\\?\[/caption\\?\]", re.IGNORECASE), re.compile(r"\bcaption=\"([^\"]*)\"")
_OPTION = re.compile(r"\s(?:percent|status|color):\S+")
#: Zola: the address of another page begins at the folder of all content.
_ZOLA_PAGE = re.compile(r"(\]\(\s*<?|\]:[ \t]*<?|href=[\"']?)@/")
_COLUMN = re.compile(r"^[ \t]*<--->[ \t]*$", re.MULTILINE)
_NOTE, _NOTE_END, _LONGEST_NOTE = re.compile(r"\{#-?\s"), re.compile(r"#\}"), 2000
_WITH_NOTES = frozenset({Dialect.HEXO, Dialect.ELEVENTY, Dialect.PLAIN})
#: Pelican, content: where the file lies is looked up anyway.
_PELICAN_MARK = r"[{|](?:static|filename|attach|photo|tag|category|author|index)[}|]"
_PELICAN_SIGN = re.compile(_PELICAN_MARK, re.IGNORECASE)
_PELICAN = re.compile(rf"(\]\(\s*<?|\w=[\"']?|\]:[ \t]*<?){_PELICAN_MARK}", re.IGNORECASE)


def resolve_marks(text: str, dialect: Dialect) -> str:
    """Take the marks out of a body, Markdown or HTML, outside code, or write what they stand for."""
    steps: tuple[tuple[bool, Rewrite], ...] = (
        (("<!--" in text or "truncate" in text) and MORE.search(text) is not None, lambda part: MORE.sub("", part)),
        ("<!--" in text and dialect is Dialect.HEXO, lambda part: _TAB.sub(_tab_title, part)),
        ("[caption" in text, _without_captions),
        ("@/" in text, lambda part: _ZOLA_PAGE.sub(r"\1/", part)),
        # Of `{static}/a.png` in an address the path stays.
        (
            ("{" in text or "|" in text) and _PELICAN_SIGN.search(text) is not None,
            lambda part: _PELICAN.sub(r"\1", part),
        ),
        # hugo-book: the next of several columns.
        ("<--->" in text and dialect is Dialect.HUGO, lambda part: _COLUMN.sub("", part)),
        ("#}" in text and dialect in _WITH_NOTES, _without_notes),
    )
    for wanted, step in steps:
        if wanted:
            text = outside_code(text, step)
    return text


def _without_notes(part: str) -> str:
    return rewrite_stretches(part, _NOTE, _NOTE_END, _LONGEST_NOTE)


def _without_captions(part: str) -> str:
    return rewrite_stretches(part, _CAPTION, _CAPTION_END, _LONGEST_CAPTION, _captioned)


def _captioned(opened: re.Match[str], inside: str, _closed: re.Match[str]) -> str:
    """Write WordPress' `[caption id="attachment_1"]picture text[/caption]`, which exporters leave, as what it holds."""
    given = _CAPTION_TEXT.search(opened.group())
    return f"{inside} {given.group(1)}" if given else inside


def _tab_title(found: re.Match[str]) -> str:
    title = _OPTION.sub("", found.group(1).partition("@")[0]).strip()
    return f"\n\n**{title}**\n\n" if title else ""

"""A line of Markdown within a tag, such as a caption or a title, as HTML."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from markdown_it import MarkdownIt

#: A line without any of these is what it says.
_SIGN = re.compile(r"[*_`\[<&\\~]")
_LONGEST = 2000


def inline(text: str) -> str:
    """Convert a line of Markdown; HTML in it passes through. Braces stay text: no tag is looked for in what comes."""
    if len(text) > _LONGEST or not _SIGN.search(text):
        return html.escape(text, quote=False)
    written = str(_converter().renderInline(" ".join(text.split())))
    return written.replace("{", "&#123;").replace("}", "&#125;")


def plain(text: str) -> str:
    """Return the words of a line of Markdown, for where no markup may stand."""
    return html.unescape(re.sub(r"<[^<>]*>", "", inline(text))) if _SIGN.search(text) else text


@lru_cache(maxsize=1)
def _converter() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("strikethrough")

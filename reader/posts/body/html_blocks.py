"""HTML blocks in Markdown as kramdown and Python-Markdown read them: up to the closing tag, however indented.

In CommonMark they end at an empty line (kramdown, "HTML Blocks"; Python-Markdown, htmlparser.py, `at_line_start`).
"""

from __future__ import annotations

import re

from reader.posts.tags.stretches import BLANKS_BEFORE

_NAMES = (
    "div|table|thead|tbody|section|article|figure|details|center|aside|ul|ol|dl|form|header|footer|nav|main|blockquote"
)
_ELEMENT = re.compile(rf"<(/?)(?:{_NAMES})\b", re.IGNORECASE)
#: A line that ends with a closing tag, and one below it that begins with none.
_CLOSED = re.compile(rf"</(?:{_NAMES}|p|h[1-6])>[ \t]*$", re.IGNORECASE)
_CLOSED_TIGHTLY = re.compile(rf"</(?:{_NAMES}|p|h[1-6])>[ \t]*\n(?=[^\s<])", re.IGNORECASE)
_AFTER_BLANK = re.compile(r"\n[ \t]*\n(?:[ ]{4}|\t)")
_BLOCK_START = re.compile(r"[ ]{0,3}</?[a-z]", re.IGNORECASE)
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_VERBATIM = re.compile(r"<(pre|script|style|textarea)\b", re.IGNORECASE)
#: An element that says so holds Markdown.
_MARKDOWN_INSIDE = re.compile(
    r"(<([a-z][a-z0-9]{0,20})\b[^<>]{0,300}?)[ \t]markdown=[\"']?(?:1|block|span)[\"']?([^<>]{0,300}>)[ \t]*",
    re.IGNORECASE,
)


def convert_inside(text: str) -> str:
    """Put blank lines around what stands in an element with `markdown="1"`: then it is Markdown."""
    names = {found.group(2).lower() for found in _MARKDOWN_INSIDE.finditer(text)}
    if not names:
        return text
    text = _MARKDOWN_INSIDE.sub(r"\1\3\n\n", text)
    return re.sub(rf"{BLANKS_BEFORE}(</(?:{'|'.join(sorted(names))})>)", r"\n\n\1", text, flags=re.IGNORECASE)


def may_hold_elements(text: str) -> bool:
    """Tell cheaply whether `end_elements` could change the text."""
    indented = _AFTER_BLANK.search(text) is not None and _ELEMENT.search(text) is not None
    return indented or _CLOSED_TIGHTLY.search(text) is not None


def end_elements(text: str) -> str:
    """Let an element end where its closing tag stands, and hold what is indented: after a blank line that were code."""
    lines = text.split("\n")
    depth, closing = 0, ""
    for number, line in enumerate(lines):
        if closing:
            closing = "" if closing in line.lower() else closing
            continue
        fence = _FENCE.match(line)
        if fence:
            closing = fence.group(1)
            continue
        if depth and line[:1] in " \t":
            line = lines[number] = line.lstrip()
        if "<" not in line or not (depth or _BLOCK_START.match(line)):
            continue
        verbatim = _VERBATIM.search(line)
        if verbatim and f"</{verbatim.group(1).lower()}" not in line.lower():
            closing = f"</{verbatim.group(1).lower()}"
        for tag in _ELEMENT.finditer(line):
            depth = max(0, depth - 1) if tag.group(1) else depth + 1
        if not depth and not closing and _CLOSED.search(line):
            lines[number] += "\n"
    return text if depth else "\n".join(lines)

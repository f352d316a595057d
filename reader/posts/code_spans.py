"""Where code stands in Markdown or HTML, so that nothing in it is rewritten."""

from __future__ import annotations

import re
from collections.abc import Callable

Rewrite = Callable[[str], str]
#: Given a text and an offset, the end of a block of its own kind that begins there and what it becomes, or None.
Block = Callable[[str, int], tuple[int, str] | None]

#: CommonMark 0.31, 2.4 and 6.1: a backtick behind a backslash starts no code; within code a backslash is a sign.
_START = re.compile(
    r"^(?P<fence>[ \t>]*(?:[-*+][ ]+|\d{1,9}[.)][ ]+)?(?P<mark>`{3,}+|~{3,}+))(?=[^`\n]*$)"
    r"|(?P<escape>(?<!\\)\\(?:\\\\)*+`)|(?P<ticks>`+)"
    r"|<(?P<tag>pre|code|script|style|textarea)(?=[\s>])|(?P<block>\{%|\{\{)",
    re.MULTILINE | re.IGNORECASE,
)
#: How far a span of code inside a paragraph may reach.
_SPAN_REACH = 4000


def outside_code(text: str, rewrite: Rewrite, block: Block | None = None) -> str:
    """Apply `rewrite` to the stretches of a text that are no code, and `block` where one of its blocks begins."""
    parts: list[str] = []
    lowered = ""
    unclosed: set[str] = set()
    position = scan_from = 0
    while True:
        found = _START.search(text, scan_from)
        if found is None:
            break
        start, replacement, end = found.start(), None, -1
        if found.group("fence"):
            end = _fence_end(text, found)
        elif found.group("ticks"):
            end = _span_end(text, found)
        elif found.group("tag"):
            lowered = lowered or text.lower()
            end = _element_end(lowered, found, unclosed)
        elif found.group("block") and block is not None:
            answer = block(text, start)
            end, replacement = answer if answer else (-1, None)
        if end < 0:
            scan_from = found.end()
            continue
        if start > position:
            parts.append(rewrite(text[position:start]))
        parts.append(text[start:end] if replacement is None else replacement)
        position = scan_from = end
    parts.append(rewrite(text[position:]))
    return "".join(parts)


def _fence_end(text: str, found: re.Match[str]) -> int:
    """Return where a fenced block ends; one that nothing closes reaches to the end of the text."""
    mark = found.group("mark")
    closing = re.compile(rf"^[ \t>]*{re.escape(mark)}{re.escape(mark[0])}*[ \t]*$", re.MULTILINE)
    end = closing.search(text, found.end())
    return end.end() if end else len(text)


def _span_end(text: str, found: re.Match[str]) -> int:
    ticks = found.group("ticks")
    size = len(ticks)
    paragraph = text.find("\n\n", found.end(), found.end() + _SPAN_REACH)
    limit = paragraph if paragraph >= 0 else found.end() + _SPAN_REACH
    at = found.end()
    while True:
        at = text.find(ticks, at, limit)
        if at < 0:
            return -1
        run = at
        while text[run : run + 1] == "`":
            run += 1
        if run - at == size:
            return run
        at = run


def _element_end(lowered: str, found: re.Match[str], unclosed: set[str]) -> int:
    tag = found.group("tag").lower()
    if tag in unclosed or len(lowered) < found.end():
        return -1
    closing = lowered.find(f"</{tag}", found.end())
    if closing < 0:
        unclosed.add(tag)
        return -1
    end = lowered.find(">", closing)
    if end < 0:
        unclosed.add(tag)
        return -1
    return end + 1

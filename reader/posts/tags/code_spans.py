"""Where code is in Markdown or HTML, so that nothing in it is rewritten."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

Rewrite = Callable[[str], str]
#: Given a text and an offset, the end of a block of its own kind that begins there and what it becomes, or None.
Block = Callable[[str, int], tuple[int, str] | None]

#: CommonMark 0.31, 2.4 and 6.1: a backtick behind a backslash starts no code; within code a backslash is a sign. Marks
#: of lists may be given back (`)*`, not `)*+`): see formulas.
_START = re.compile(
    r"^(?P<fence>[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t][ \t>]*+)*(?P<mark>`{3,}+|~{3,}+))(?=[^`\n]*$)"
    r"|(?P<escape>(?<!\\)\\(?:\\\\)*+`)|(?P<ticks>`+)"
    r"|<(?P<tag>pre|code|script|style|textarea)(?=[\s>])|(?P<block>\{%|\{\{)",
    re.MULTILINE | re.IGNORECASE,
)
#: What none of these is in has no code. The search for them looks at few characters more than once, that for _START at
#: each in several ways.
_SIGN = re.compile(r"`|~~~|<(?:pre|code|script|style|textarea)[\s>]|\{[%{]", re.IGNORECASE)
#: How far a span of code inside a paragraph may reach.
_SPAN_REACH = 4000
#: Before and behind the number of code that is out of sight. No text holds them: see encoding.
HIDDEN, _HIDDEN_END = "\ufdd5", "\ufdd6"
_HIDDEN_CODE = re.compile(f"{HIDDEN}(\\d+){_HIDDEN_END}")


class Code(NamedTuple):
    """A stretch of code from `start` to `end`, in characters of its text.

    `replacement` is what a block of the caller's own kind becomes. `inline` tells a span between backticks.
    """

    start: int
    end: int
    inline: bool = False
    replacement: str | None = None


class CodeFinder:
    """Finds the code of one text from left to right; remembers what nothing closes, so that it is looked for once."""

    def __init__(self, text: str, block: Block | None = None) -> None:
        self._text, self._block = text, block
        self._unclosed: set[str] = set()

    def next(self, at: int) -> Code | None:
        """Return the first stretch of code that begins at `at` or behind it, None where there is none."""
        while (sign := _SIGN.search(self._text, at)) is not None:
            # Code begins on the line of its first sign, if not with it.
            line = self._text.rfind("\n", at, sign.start()) + 1
            found = _START.search(self._text, max(at, line))
            if found is None:
                return None
            code = self._read(found)
            if code is not None:
                return code
            at = found.end()
        return None

    def next_block(self, at: int) -> Code | None:
        """Return the first that is no span inside a paragraph."""
        code = self.next(at)
        while code is not None and code.inline:
            code = self.next(code.end)
        return code

    def _read(self, found: re.Match[str]) -> Code | None:
        start, end, replacement = found.start(), -1, None
        if found.group("fence"):
            end = _fence_end(self._text, found)
        elif found.group("ticks"):
            end = _span_end(self._text, found)
        elif found.group("tag"):
            end = _element_end(self._text, found, self._unclosed)
        elif found.group("block") and self._block is not None:
            answer = self._block(self._text, start)
            end, replacement = answer or (-1, None)
        return Code(start, end, bool(found.group("ticks")), replacement) if end >= 0 else None


def pieces(text: str, find: Callable[[int], Code | None]) -> Iterator[tuple[str, Code | None]]:
    """Yield a text piece by piece: what `find`, of a CodeFinder of this text, takes for code, and what is none."""
    position = 0
    while (code := find(position)) is not None:
        if code.start > position:
            yield text[position : code.start], None
        yield text[code.start : code.end], code
        position = code.end
    yield text[position:], None


def outside_code(text: str, rewrite: Rewrite, block: Block | None = None, inside: Rewrite | None = None) -> str:
    """Apply `rewrite` to the stretches of a text that are no code, and `block` where one of its blocks begins.

    `inside` is applied to the code.
    """
    parts: list[str] = []
    for part, code in pieces(text, CodeFinder(text, block).next):
        if code is None:
            parts.append(rewrite(part))
        elif code.replacement is None:
            parts.append(inside(part) if inside else part)
        else:
            parts.append(code.replacement)
    return "".join(parts)


def outside_code_blocks(text: str, rewrite: Rewrite) -> str:
    """Apply `rewrite` to the stretches between blocks of code; code within a line is in them."""
    found = pieces(text, CodeFinder(text).next_block)
    return "".join(rewrite(part) if code is None else part for part, code in found)


def around_code(text: str, rewrite: Rewrite) -> str:
    """Apply `rewrite` to a whole text in which two signs and a number between them stand for each stretch of code.

    So a line stays a line, and what follows code on it is not taken for its beginning. Signs left out take their
    code with them.
    """
    parts: list[str] = []
    hidden: list[str] = []
    for part, code in pieces(text, CodeFinder(text).next):
        parts.append(part if code is None else f"{HIDDEN}{len(hidden)}{_HIDDEN_END}")
        if code is not None:
            hidden.append(part)
    rewritten = rewrite("".join(parts))
    return _HIDDEN_CODE.sub(lambda found: hidden[int(found.group(1))], rewritten) if hidden else rewritten


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


def _element_end(text: str, found: re.Match[str], unclosed: set[str]) -> int:
    tag = found.group("tag").lower()
    if tag in unclosed:
        return -1
    # Not in a text made lower, which may be longer: "İ" becomes two characters.
    closing = re.compile(f"</{tag}", re.IGNORECASE | re.ASCII).search(text, found.end())
    end = text.find(">", closing.end()) if closing else -1
    if end < 0:
        unclosed.add(tag)
        return -1
    return end + 1

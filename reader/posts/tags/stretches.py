"""Spans between an opening and a closing marker, found in linear time.

A pattern for the whole, `{#.{0,2000}?#}`, looks from each opening mark up to its reach, again and again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_Match = re.Match[str]

#: Blanks that go with the mark after them: each run of them is looked at from its start only, not from every blank.
BLANKS_BEFORE = r"(?:(?<![ \t])[ \t]++)?"


def rewrite_stretches(
    text: str,
    opening: re.Pattern[str],
    closing: re.Pattern[str],
    reach: int,
    write: Callable[[_Match, str, _Match], str] = lambda _opened, _inside, _closed: "",
) -> str:
    """Replace each stretch that is closed within `reach` characters, its marks with it, by what `write` makes of it.

    Neither mark may match nothing. Without `write`, the stretches go.
    """
    written: list[str] = []
    position = scan_from = 0
    end: _Match | None = None
    while (found := opening.search(text, scan_from)) is not None:
        if end is None or end.start() < found.end():
            end = closing.search(text, found.end())
            if end is None:
                break
        if end.start() - found.end() > reach:
            scan_from = found.start() + 1
            continue
        written += [text[position : found.start()], write(found, text[found.end() : end.start()], end)]
        position = scan_from = end.end()
    return "".join((*written, text[position:]))

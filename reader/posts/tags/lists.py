"""Tags within the items of a list: what Hexo makes of one stays as deep as the tag stood."""

from __future__ import annotations

import re

_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_BLANKS = re.compile(r"[ \t]*")
#: How far an item reaches that is looked for.
_REACH = 4000


def indent_in_item(text: str, start: int) -> str:
    """Return the blanks before `start` if it begins a line of an item's inside, else ""."""
    line = text.rfind("\n", 0, start) + 1
    indent = text[line:start]
    if not indent or not indent.isspace():
        return ""
    depth = len(indent.expandtabs(4))
    for above in reversed(text[max(0, line - _REACH) : line].split("\n")):
        blanks = _BLANKS.match(above)
        if blanks and above.strip() and len(blanks[0].expandtabs(4)) < depth:
            return indent if _ITEM.match(above) else ""
    return ""


def indented(html: str, indent: str) -> str:
    """Write each line of what a tag became below the blanks that stand before it."""
    return html.lstrip("\n").replace("\n", f"\n{indent}") if indent else html

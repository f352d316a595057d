"""Which elements are inline, and how the text in them looks."""

from __future__ import annotations

from reader.viewing import allow
from reader.viewing.blocks import Style

STYLES = {
    **dict.fromkeys(("b", "strong"), Style.BOLD),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), Style.ITALIC),
    **dict.fromkeys(("code", "samp", "tt"), Style.CODE),
    **dict.fromkeys(("del", "s", "strike"), Style.STRIKE),
    **dict.fromkeys(("ins", "u"), Style.UNDERLINE),
    "kbd": Style.KEY,
    "ruby": Style.BASE,
    "mark": Style.MARK,
    "sub": Style.SUB,
    "sup": Style.SUP,
    "small": Style.SMALL,
}
INLINE = frozenset(STYLES) | allow.names("a abbr bdi bdo big q ruby span time wbr")

"""Bold and italics next to Chinese, Japanese and Korean, which CommonMark often leaves as asterisks.

It lets `**` close after a sign only where a blank or a sign follows. Scripts without blanks have none: of
`**工具（tool）**的` the stars would stay. The rule here is that of the proposal "markdown-cjk-friendly": a neighbour in
these scripts counts like a blank.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize

#: Letters and signs of these scripts, full-width forms among them.
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee\U00020000-\U0003ffff]"
)


def close_beside_ideographs(converter: MarkdownIt) -> None:
    """Teach a converter the rule."""
    converter.inline.ruler.at("emphasis", _emphasis)


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of a rule
    start = state.pos
    if not tokenize(state, silent):
        return False
    before, after = state.src[start - 1 : start] or " ", state.src[state.pos : state.pos + 1] or " "
    beside_before, beside_after = _CJK.match(before), _CJK.match(after)
    if (beside_before or beside_after) and state.src[start] == "*":
        opens = not after.isspace() and (not _is_sign(after) or beside_after or before.isspace() or _is_edge(before))
        closes = not before.isspace() and (not _is_sign(before) or beside_before or after.isspace() or _is_edge(after))
        for delimiter in state.delimiters[start - state.pos :]:
            delimiter.open, delimiter.close = bool(opens), bool(closes)
    return True


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_edge(character: str) -> bool:
    return _is_sign(character) or _CJK.match(character) is not None

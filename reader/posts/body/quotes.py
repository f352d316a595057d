"""Quotations without end: each looks through all lines that may belong to it, and then keeps only a few of them."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

#: How often all lines together may be looked at as the further lines of a quotation, which need no sign of their own.
#: Once for each quotation around them is what a text needs.
_LOOKS_EACH = 10
_LOOKS = "looks_at_further_lines"


def bound_further_lines(converter: MarkdownIt) -> None:
    """Let no more lines be looked at than that: what follows a quotation then begins a paragraph of its own."""
    converter.block.ruler.before("blockquote", "bound_further_lines", _enough, {"alt": ["blockquote"]})


def _enough(state: StateBlock, _line: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - the signature of a rule
    # Only a quotation asks what ends it with this rule among those that may.
    if not silent:
        return False
    looks = state.env[_LOOKS] = state.env.get(_LOOKS, 0) + 1
    return bool(looks > _LOOKS_EACH * len(state.bMarks))

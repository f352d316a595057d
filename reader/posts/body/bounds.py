"""Bounds on what a text can make the converter do: how far it looks for a quotation's lines, how much links repeat."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

#: Each quotation looks through all lines that may belong to it, and then keeps only a few of them. So often all lines
#: together may be looked at as its further lines, which need no sign of their own; once for each quotation around them
#: is what a text needs.
_LOOKS_EACH = 10
_LOOKS = "looks_at_further_lines"
#: A long title that a thousand links name would become a page of gigabytes. So many times the length of the text, and
#: at least so many characters, may stand in the addresses and titles of all links by reference together. The converter
#: looks each up more than once where they are nested.
_TIMES, _LEAST = 4, 1_000_000


def bound_further_lines(converter: MarkdownIt) -> None:
    """Let no more lines be looked at than that: what follows a quotation then begins a paragraph of its own."""
    converter.block.ruler.before("blockquote", "bound_further_lines", _enough, {"alt": ["blockquote"]})


def _enough(state: StateBlock, _line: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - the signature of a rule
    # Only a quotation asks what ends it with this rule among those that may.
    if not silent:
        return False
    looks = state.env[_LOOKS] = state.env.get(_LOOKS, 0) + 1
    return bool(looks > _LOOKS_EACH * len(state.bMarks))


class _References(dict[str, Any]):
    """What the text says of its references, until too much of it was asked for."""

    room = 0

    def get(self, label: str, default: Any = None) -> Any:
        found = super().get(label, default)
        if found:
            self.room -= len(found["href"]) + len(found["title"])
        return found if self.room >= 0 else default


def bound_references(converter: MarkdownIt) -> None:
    """Let links by reference beyond that stay the text that they are written as."""
    converter.core.ruler.after("block", "bound_references", _bound)


def _bound(state: StateCore) -> None:
    if "references" in state.env:
        state.env["references"] = references = _References(state.env["references"])
        references.room = max(_LEAST, _TIMES * len(state.src))

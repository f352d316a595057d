"""Links by reference without end: a long title that a thousand links name would become a page of gigabytes."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

#: So many times the length of the text, and at least so many characters, may stand in the addresses and titles of all
#: links by reference together. The converter looks each up more than once where they are nested.
_TIMES, _LEAST = 4, 1_000_000


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

"""Characters with their readings (ruby), which HTML has elements for, among the runs of a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from reader.viewing.blocks import Inline, Run, Style

_RUBY = Style.BASE | Style.READING


def parted(runs: Iterable[Inline]) -> Iterator[tuple[bool, list[Inline]]]:
    """Return runs in their order: whether the next few are characters and their readings, and these."""
    for ruby, group in groupby(runs, lambda run: isinstance(run, Run) and bool(run.style & _RUBY)):
        found = list(group)
        yield ruby and any(map(reading, found)), found


def reading(run: Inline) -> str:
    """Return how the characters before it are read, without the parentheses; "" for a run that does not tell."""
    if not isinstance(run, Run) or not run.style & Style.READING or "\n" in run.text:
        return ""
    return run.text[1:-1] if run.text[:1] + run.text[-1:] == "()" else ""

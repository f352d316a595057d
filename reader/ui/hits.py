"""Where the words of a search stand in a document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.library.highlight import Range, marks
from reader.library.query_tree import Words

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def found_at(text: str, words: Sequence[Words], most: int) -> list[Range]:
    """Return where words stand in a text, the first so many places, as Qt counts: in halves of UTF-16."""
    wide = [found.start() for found in _WIDE.finditer(text)]
    return [
        (start + bisect_left(wide, start), end + bisect_left(wide, end)) for start, end in marks(text, words)[:most]
    ]

"""What the sidebar's tree shows."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain import Counts
from reader.frozen import frozen
from reader.library.listing.categories import Aside, Category, Label

#: So many tags stand in the tree, those of the most articles; all of them are found by their names.
MOST_TAGS = 40


@frozen
class Contents:
    """What the library lists, with its numbers; all in the order in which it is shown."""

    categories: Sequence[Category] = ()
    counts: Counts = Counts(0, 0, 0, 0, None)
    sources: Sequence[Label] = ()
    tags: Sequence[Label] = ()
    more_tags: bool = False
    aside: Sequence[Aside] = ()

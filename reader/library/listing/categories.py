"""Categories, sources and tags as the sidebar lists them, with their counts."""

from __future__ import annotations

from reader.frozen import frozen


@frozen
class Category:
    """A node of the category tree; counts include what lies below it.

    `name` is the one that is shown, `original` what posts say, where the user gave it another.
    `colour` is one of COLOURS or "". Where it has a `place` the user put it there, among its siblings.
    """

    id: int
    parent: int | None
    name: str
    total: int
    unread: int
    original: str = ""
    hidden: bool = False
    colour: str = ""
    place: int | None = None

    @property
    def renamed(self) -> bool:
        """Whether another name is shown than that which posts name."""
        return self.original not in ("", self.name)


@frozen
class Aside:
    """A category that the tree leaves out: hidden, or listed in another, `into`, which has an id and a path.

    Paths hold the names that are shown, `original` those that posts say.
    """

    id: int
    path: tuple[str, ...]
    original: tuple[str, ...]
    into: int | None = None
    into_path: tuple[str, ...] = ()


#: The colours a category may be shown in, by their names.
COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "grey")


@frozen
class Label:
    """A source or a tag as the sidebar shows it."""

    id: int
    name: str
    total: int
    unread: int

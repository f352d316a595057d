"""Categories as lines of the sidebar, one below another."""

from __future__ import annotations

from reader.domain import ALL, UNCATEGORISED
from reader.library.listing.categories import Aside, Category
from reader.ui.sidebar.contents import Contents
from reader.ui.sidebar.lines import Node


def nested(contents: Contents, uncategorised: str, *, with_hidden: bool) -> list[Node]:
    """Return the uppermost categories, with what is below them; `uncategorised` names what has none."""
    below: dict[int | None, list[Category]] = {}
    for category in contents.categories:
        if with_hidden or not category.hidden:
            below.setdefault(category.parent, []).append(category)
    merged: dict[int | None, list[Aside]] = {}
    for aside in contents.aside:
        merged.setdefault(aside.into, []).append(aside)
    root = Node(ALL, "")
    waiting = [(ALL, root)]
    for category_id, above in waiting:
        for found in below.get(category_id, ()):
            name = uncategorised if found.id == UNCATEGORISED else found.name
            icon = "folder" if found.id in below else "document"
            node = Node(found.id, name, icon, found.unread, found.original, found.colour, found.hidden)
            node.placed = found.place is not None
            node.merged = tuple(merged.get(found.id, ()))
            above.append(node)
            waiting.append((found.id, node))
    return root.children

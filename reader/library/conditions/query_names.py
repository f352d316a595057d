"""The categories, tags and sources that a search names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from reader.domain import ALL, UNCATEGORISED
from reader.library.conditions.query_language import quoted
from reader.library.conditions.query_tree import Hint, HintKind, Named, Naming, Node, Parsed, changed
from reader.library.shelf.merging import SHOWN_NAME, followed, paths, rules, shown_paths
from reader.library.store.statements import exists
from reader.library.words.tokens import units

_LISTS = {
    Naming.TAG: "SELECT id, name FROM tag ORDER BY articles DESC, name",
    Naming.SOURCE: "SELECT id, name FROM source",
}


def resolve(db: sqlite3.Connection, parsed: Parsed) -> Parsed:
    """Return the conditions with the ids of what they name, and a hint for each name that nothing has."""
    if parsed.root is None:
        return parsed
    hints: list[Hint] = []

    def resolved(node: Node) -> Node:
        if not isinstance(node, Named):
            return node
        ids = _ids(db, node)
        if not ids:
            hints.append(Hint(HintKind.UNKNOWN_NAME, node.name, node.start, node.end))
        return replace(node, ids=ids)

    root = changed(parsed.root, resolved)
    return Parsed(root, tuple(sorted((*parsed.hints, *hints), key=lambda hint: hint.start)))


def names(db: sqlite3.Connection, naming: Naming) -> Iterator[tuple[int, str]]:
    """Yield id and name of all categories, tags or sources; a category's is its path, with slashes, as it is shown."""
    if naming is not Naming.CATEGORY:
        yield from db.execute(_LISTS[naming])
        return
    found: dict[int, str] = {}
    # A category is made after the one above it, so that its id is the higher one.
    for node, parent, called in db.execute(
        f"SELECT id, parent_id, {SHOWN_NAME} FROM category WHERE name <> '' AND merged_into IS NULL ORDER BY id"
    ):
        # What is below a merged one is not listed there.
        if parent == ALL or parent in found:
            found[node] = f"{found[parent]}/{called}" if parent != ALL else called
            yield node, found[node]


def _also_called(db: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Yield what posts call renamed categories, and of merged ones and what is below them where it is listed now.

    These go by what posts call them, and by the names that they were given.
    """
    if not exists(db, "FROM category WHERE alias <> '' OR merged_into IS NOT NULL"):
        return
    shown, merged, called, given = dict(names(db, Naming.CATEGORY)), rules(db), paths(db), shown_paths(db)
    ids = {path: node for node, path in called.items()}
    for node, path in called.items():
        led = ids.get(followed(path, merged))
        if node > UNCATEGORISED and led is not None and (led != node or shown.get(node) != "/".join(path)):
            yield led, "/".join(path)
        if led is not None and led != node and given[node] != path:
            yield led, "/".join(given[node])


def condition_on(naming: Naming, name: str) -> str:
    """Return what one types to mean what has this name, "" where nothing can be typed."""
    return f"{naming}:{quoted(name.strip())}" if units(name) else ""


def _ids(db: sqlite3.Connection, named: Named) -> tuple[int, ...]:
    """Return those of exactly this name, folded; if there are none, those whose name holds it.

    A category may be given by its last names only: "b/c" is a category "c" below any "b".
    """
    wanted = _spelled(named.name)
    below = f" /{wanted}" if named.naming is Naming.CATEGORY else wanted
    # The last word may be the beginning of a longer one.
    begun = wanted.rstrip()
    exact, holding = [], []
    others = _also_called(db) if named.naming is Naming.CATEGORY else ()
    for id_, name in chain(names(db, named.naming), others):
        have = _spelled(name)
        if have == wanted or (named.naming is Naming.CATEGORY and have.endswith(below)):
            exact.append(id_)
        elif begun and begun in have:
            holding.append(id_)
    return tuple(dict.fromkeys(exact or holding))


# A name is cut once and not at every key: that takes some 10 microseconds. A library with more names than these cuts
# all of them each time, since they are looked at in their order.
@lru_cache(200_000)
def _spelled(name: str) -> str:
    """Return the units of a name with a blank before and after each: no unit holds one."""
    return f" {' '.join(units(name))} "

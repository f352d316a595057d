"""The categories, tags and sources that a search names."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reader.domain import ALL
from reader.library.query_tree import And, Hint, HintKind, Named, Naming, Node, Not, Or, Parsed
from reader.library.tokens import units

_LISTS = {Naming.TAG: "SELECT id, name FROM tag", Naming.SOURCE: "SELECT id, name FROM source"}


def resolve(db: sqlite3.Connection, parsed: Parsed) -> Parsed:
    """Return the conditions with the ids of what they name, and a hint for each name that nothing has."""
    if parsed.root is None:
        return parsed
    hints: list[Hint] = []
    root = _resolved(db, parsed.root, hints)
    return Parsed(root, tuple(sorted((*parsed.hints, *hints), key=lambda hint: hint.start)))


def names(db: sqlite3.Connection, naming: Naming) -> Iterator[tuple[int, str]]:
    """Yield id and name of all categories, tags or sources; a category's is its path, with slashes."""
    if naming is not Naming.CATEGORY:
        yield from db.execute(_LISTS[naming])
        return
    paths: dict[int, str] = {ALL: ""}
    # A category is made after the one above it, so that its id is the higher one.
    for node, parent, name in db.execute("SELECT id, parent_id, name FROM category WHERE name <> '' ORDER BY id"):
        above = paths.get(parent, "")
        paths[node] = f"{above}/{name}" if above else name
        yield node, paths[node]


def condition_on(naming: Naming, name: str) -> str:
    """Return what one types to mean what has this name, "" where nothing can be typed.

    No quotation mark can stand in quotes; of a name with some its longest part between them has to do.
    """
    part = max(re.split('["“”„]', name), key=len).strip()
    return f'{naming}:"{part}"' if part else ""


def _resolved(db: sqlite3.Connection, node: Node, hints: list[Hint]) -> Node:
    match node:
        case Named():
            ids = _ids(db, node)
            if not ids:
                hints.append(Hint(HintKind.UNKNOWN_NAME, node.name, node.start, node.end))
            return replace(node, ids=ids)
        case Not(inner):
            return Not(_resolved(db, inner, hints))
        case And(items):
            return And(tuple(_resolved(db, item, hints) for item in items))
        case Or(items):
            return Or(tuple(_resolved(db, item, hints) for item in items))
        case _:
            return node


def _ids(db: sqlite3.Connection, named: Named) -> tuple[int, ...]:
    """Return those of exactly this name, folded; if there are none, those whose name holds it.

    A category may be given by its last names only: "b/c" is a category "c" below any "b".
    """
    wanted = _spelled(named.name)
    below = f" /{wanted}" if named.naming is Naming.CATEGORY else wanted
    # The last word may be the beginning of a longer one.
    begun = wanted.rstrip()
    exact, holding = [], []
    for id_, name in names(db, named.naming):
        have = _spelled(name)
        if have == wanted or (named.naming is Naming.CATEGORY and have.endswith(below)):
            exact.append(id_)
        elif begun and begun in have:
            holding.append(id_)
    return tuple(exact or holding)


# A name is cut once and not at every key: that takes some 10 microseconds. A library with more names than these cuts
# all of them each time, since they are looked at in their order.
@lru_cache(200_000)
def _spelled(name: str) -> str:
    """Return the units of a name with a blank before and after each: no unit holds one."""
    return f" {' '.join(units(name))} "

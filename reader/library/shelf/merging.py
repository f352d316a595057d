"""Merged categories: rules from one path to another, stored in `category.merged_into`.

A rule holds for the category itself and for all below it, also for what is yet to come: of several the one for the
longest path counts. No target is itself merged, nor below one that is, so that following the rules ends: each further
rule is about names that the path brought along, and there are fewer of them each time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from reader.library.store.statements import exists

Path = tuple[str, ...]
#: What the user calls a category, in SQL.
SHOWN_NAME = "CASE alias WHEN '' THEN name ELSE alias END"


def any_merged(db: sqlite3.Connection) -> bool:
    """Whether any category is merged into another."""
    return exists(db, "FROM category WHERE merged_into IS NOT NULL")


def paths(db: sqlite3.Connection) -> dict[int, Path]:
    """Return the path of every category by its id: what posts call it."""
    return _paths(db, "name")


def shown_paths(db: sqlite3.Connection) -> dict[int, Path]:
    """Return the path of every category by its id: what the user calls it."""
    return _paths(db, SHOWN_NAME)


def _paths(db: sqlite3.Connection, called: str) -> dict[int, Path]:
    found: dict[int, Path] = {}
    # A category is made after the one above it, so that its id is the higher one.
    for node, parent, name in db.execute(f"SELECT id, parent_id, {called} FROM category ORDER BY id"):
        found[node] = (*found.get(parent, ()), name) if parent is not None else ()
    return found


def rules(db: sqlite3.Connection) -> dict[Path, Path]:
    """Return what is merged: the path of the category, and that of its target."""
    return {path(db, node): path(db, target) for node, target in merged_ids(db)}


def merged_ids(db: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return what is merged by its id, and the id of its target."""
    return db.execute(
        "SELECT id, merged_into FROM category INDEXED BY category_merged WHERE merged_into IS NOT NULL"
    ).fetchall()


def path(db: sqlite3.Connection, node: int, *, shown: bool = False) -> Path:
    """Return the path of one category: what posts call it, or, `shown`, what the user does."""
    called = SHOWN_NAME if shown else "name"
    names: list[str] = []
    while True:
        parent, name = db.execute(f"SELECT parent_id, {called} FROM category WHERE id = ?", (node,)).fetchone()
        if parent is None:
            return tuple(reversed(names))
        names.append(name)
        node = parent


def followed(path: Path, merged: Mapping[Path, Path]) -> Path:
    """Return where what names this path is listed."""
    # Each rule takes at least one of its names, so that there are no more steps than names.
    for _ in range(len(path)):
        for length in range(len(path), 0, -1):
            if path[:length] in merged:
                path = (*merged[path[:length]], *path[length:])
                break
        else:
            break
    return path


def with_rule(merged: Mapping[Path, Path], which: Path, target: Path) -> dict[Path, Path] | None:
    """Return the rules with one more: what named `which` is to be listed at `target`.

    What was merged into it or into one below goes along, unless that would lead to itself. None where the target is
    it, or below it, or where it is merged already.
    """
    target = followed(target, merged)
    if _within(target, which) or followed(which, merged) != which:
        return None
    result = {each: led_to for each, led_to in merged.items() if not _within(led_to, which)}
    result[which] = target
    for each, led_to in merged.items():
        if each not in result:
            moved = followed(led_to, result)
            if not _within(moved, each) and not any(_within(other, each) for other in result.values()):
                result[each] = moved
    return result


def are_sound(merged: Mapping[Path, Path]) -> bool:
    """Whether no target is itself merged, nor below one that is."""
    return all(followed(led_to, merged) == led_to for led_to in merged.values())


def _within(path: Path, other: Path) -> bool:
    """Whether a path is another, or lies below it."""
    return path[: len(other)] == other

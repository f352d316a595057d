"""The user's arrangement of categories: names, hidden ones, colours, order, merges.

Posts keep naming what they name, and no import touches any of this.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain import ALL, UNCATEGORISED, Changes
from reader.frozen import frozen
from reader.late import late
from reader.library.listing import rows
from reader.library.listing.categories import COLOURS, Aside, Label
from reader.library.navigation.saved import tidy_name
from reader.library.shelf import merging
from reader.library.store.database import TRANSACTION_SECONDS, explained, refusals_explained
from reader.library.store.statements import exists, small_statements
from reader.library.store.transactions import transaction
from reader.library.words.collating import name_key

with late():
    from reader.library.shelf import details as detailing
    from reader.library.shelf import relisting

if TYPE_CHECKING:
    from reader.library.store.packing import Packer

# Articles that are listed anew between two looks at the clock.
_TOGETHER = 100


@frozen
class Arranged:
    """A change of the categories: the column, and what each of them had there before. It is all that an undo needs."""

    column: str
    before: Mapping[int, str | int | None]

    def __bool__(self) -> bool:
        return bool(self.before)


class Arranging:
    """Belongs to a Library. Every method raises LibraryError when the environment refuses.

    Each change returns what takes it back, which is nothing where nothing changed. Categories that are not there are
    passed over; "uncategorised" and the root stay as they are.
    """

    def __init__(self, db: sqlite3.Connection, packer: Packer, file: Path) -> None:
        self._db = db
        self._packer = packer
        self.file = file

    @explained
    def sources(self) -> list[Label]:
        """Return every source that has articles."""
        return rows.sources(self._db)

    @explained
    def tags(self, most: int) -> list[Label]:
        """Return the tags that the most articles have, those first."""
        return rows.tags(self._db, most)

    @explained
    def aside(self) -> list[Aside]:
        """Return every category that the tree leaves out, hidden or merged into another, by the sound of paths."""
        shown, called = merging.shown_paths(self._db), merging.paths(self._db)
        merged = [
            Aside(node, shown[node], called[node], into, shown[into]) for node, into in merging.merged_ids(self._db)
        ]
        hidden = self._db.execute("SELECT id FROM category WHERE hidden = 1 AND merged_into IS NULL AND articles > 0")
        found = merged + [Aside(node, shown[node], called[node]) for (node,) in hidden]
        return sorted(found, key=lambda aside: [name_key(name) for name in aside.path])

    @explained
    def rename(self, category: int, name: str) -> Arranged:
        """Show another name; "", or the one that posts name, lets it have its own again."""
        found = self._db.execute("SELECT name FROM category WHERE id = ?", (category,)).fetchone()
        alias = tidy_name(name)
        return self._set("alias", {category: "" if found is not None and alias == found[0] else alias})

    @explained
    def hide(self, category: int, *, hidden: bool) -> Arranged:
        """Leave a category out of the sidebar, with what is below it, or show it again. Its articles stay listed."""
        return self._set("hidden", {category: int(hidden)})

    @explained
    def colour(self, category: int, colour: str) -> Arranged:
        """Show a category in one of COLOURS, or in none, ""."""
        return self._set("colour", {category: colour if colour in COLOURS else ""})

    @explained
    def put_in_order(self, categories: Sequence[int]) -> Arranged:
        """Let siblings stand in this order; those that are not named follow by their names."""
        return self._set("place", {category: at for at, category in enumerate(categories)})

    @explained
    def sort_by_name(self, categories: Sequence[int]) -> Arranged:
        """Let siblings stand in the order of their names again."""
        return self._set("place", dict.fromkeys(categories))

    @explained
    def merge(self, category: int, target: int) -> Arranged:
        """List in one category what another would list, now and from now on, with all that lies below it.

        What had been merged into it goes along. Nothing changes where the target is it, or lies below it. The articles
        follow by `sort_out`.
        """
        with transaction(self._db):
            paths = merging.paths(self._db)
            if not {category, target} <= paths.keys() - {ALL, UNCATEGORISED}:
                return Arranged("merged_into", {})
            old = merging.rules(self._db)
            new = merging.with_rule(old, paths[category], paths[target])
            if new is None:
                return Arranged("merged_into", {})
            details = detailing.Details(self._db)
            ids = {path: node for node, path in paths.items()}
            led = {
                ids[path]: details.node(new[path]) if path in new else None
                for path in {**old, **new}
                if old.get(path) != new.get(path)
            }
            return self._change("merged_into", led)

    @explained
    def part(self, category: int) -> Arranged:
        """Let a merged category be one of its own again. Its articles follow by `sort_out`.

        What had been merged into it before it was itself merged stays where both had gone.
        """
        return self._set("merged_into", {category: None})

    @explained
    def restore(self, arranged: Arranged) -> Arranged:
        """Take a change back; return what does it again.

        A merge is not brought back where what was merged since, by somebody else, leads away from its target.
        """
        with transaction(self._db):
            if arranged.column == "merged_into" and not self._are_sound(arranged.before):
                return Arranged(arranged.column, {})
            return self._change(arranged.column, arranged.before)

    def _are_sound(self, led: Mapping[int, str | int | None]) -> bool:
        """Whether merges would come to an end with these targets, by id, in place of those that are set."""
        called = merging.paths(self._db)
        targets = {**dict(merging.merged_ids(self._db)), **led}
        return merging.are_sound(
            {called[node]: called[into] for node, into in targets.items() if node in called and into in called}
        )

    def _set(self, column: str, values: Mapping[int, str | int | None]) -> Arranged:
        with transaction(self._db):
            return self._change(column, values)

    def _change(self, column: str, values: Mapping[int, str | int | None]) -> Arranged:
        before: dict[int, str | int | None] = {}
        for category, value in values.items():
            # The root is 1.
            found = self._db.execute(
                f"SELECT {column} FROM category WHERE id = ? AND id > ?", (category, UNCATEGORISED)
            ).fetchone()
            if found is not None and found[0] != value:
                before[category] = found[0]
        if column == "merged_into":
            self._note_misplaced(before)
        self._db.executemany(
            f"UPDATE category SET {column} = ? WHERE id = ?", [(values[category], category) for category in before]
        )
        return Arranged(column, before)

    def _note_misplaced(self, categories: Mapping[int, object]) -> None:
        """Note the articles of categories whose rule is about to change: all that are listed where it leads now."""
        paths = merging.paths(self._db)
        merged = merging.rules(self._db)
        ids = {path: node for node, path in paths.items()}
        changed = [paths[category] for category in categories]
        listed = {
            ids[led]
            for path in paths.values()
            if any(path[: len(one)] == one for one in changed)
            if (led := merging.followed(path, merged)) in ids
        }
        self._db.executemany(
            "INSERT OR IGNORE INTO misplaced"
            " SELECT article_id FROM shelf INDEXED BY shelf_newest WHERE category_id = ? AND direct = 1",
            [(node,) for node in sorted(listed)],
        )

    @explained
    def unsorted(self) -> bool:
        """Whether articles are still to follow a merge."""
        return exists(self._db, "FROM misplaced")

    def sort_out(self) -> Iterator[Changes]:
        """Let articles follow their categories, in short transactions; may be closed at any step."""
        with refusals_explained(self.file):
            changed, more = False, True
            while more:
                with small_statements(self._db), transaction(self._db):
                    some, more = self._sort_some()
                    changed = changed or some
                yield Changes()
            yield Changes(articles=changed, categories=changed)

    def _sort_some(self) -> tuple[bool, bool]:
        """Return whether anything changed, and whether more is to be done."""
        details = detailing.Details(self._db)
        deadline = time.monotonic() + TRANSACTION_SECONDS
        changed = False
        while time.monotonic() < deadline:
            found = self._db.execute("SELECT article_id FROM misplaced LIMIT ?", (_TOGETHER,)).fetchall()
            if not found:
                return changed, False
            for (article,) in found:
                changed = relisting.relist(self._db, details, article) or changed
            self._db.executemany("DELETE FROM misplaced WHERE article_id = ?", found)
        return changed, True

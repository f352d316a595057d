"""Smart folders: searches that the user saved, named, in the user's order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from reader.frozen import frozen
from reader.late import late
from reader.library.store.database import explained
from reader.library.store.transactions import transaction

with late():
    from reader.library.conditions import query_language
    from reader.library.store import packing
    from reader.library.words import folding

#: Characters of a name; of conditions there are no more than are read.
LONGEST_NAME = 120


@frozen
class SavedSearch:
    """A smart folder: `text` is what would be typed to find its articles, `place` where it stands, from 0."""

    id: int
    name: str
    text: str
    place: int


class SavedSearches:
    """Belongs to a Library. Every method raises LibraryError when the environment refuses.

    No two have the same name, as search compares names: someone who asks for one by name means one. A name that is
    taken gets a number behind it, so that nothing that was to be kept is refused.
    """

    def __init__(self, db: sqlite3.Connection, file: Path) -> None:
        self._db = db
        self.file = file

    @explained
    def all(self) -> list[SavedSearch]:
        """Return all of them in their order."""
        found = self._db.execute("SELECT id, name, text FROM saved_search ORDER BY place, id")
        return [SavedSearch(search, name, text, place) for place, (search, name, text) in enumerate(found)]

    @explained
    def named(self, name: str) -> SavedSearch | None:
        """Return the one of this name."""
        return next((saved for saved in self.all() if same_name(saved.name, name)), None)

    @explained
    def add(self, name: str, text: str) -> SavedSearch:
        """Keep a search, after all others; `text` must not be empty."""
        with transaction(self._db):
            others = self.all()
            saved = SavedSearch(0, _free(tidy_name(name) or tidy_name(text), others), tidy_text(text), len(others))
            return self._insert(saved, others)

    @explained
    def edit(self, search: int, name: str, text: str) -> SavedSearch | None:
        """Change name and conditions; return what it is now, None when there is none of that id."""
        with transaction(self._db):
            searches = self.all()
            old = next((saved for saved in searches if saved.id == search), None)
            if old is None:
                return None
            others = [saved for saved in searches if saved is not old]
            new = replace(old, name=_free(tidy_name(name) or old.name, others), text=tidy_text(text) or old.text)
            self._db.execute("UPDATE saved_search SET name = ?, text = ? WHERE id = ?", (new.name, new.text, search))
        return new

    @explained
    def move(self, search: int, place: int) -> None:
        """Let one stand at this place among all, from 0; those behind it move on."""
        with transaction(self._db):
            searches = self.all()
            moved = [saved for saved in searches if saved.id == search]
            others = [saved for saved in searches if saved.id != search]
            self._put_in_order([*others[:place], *moved, *others[place:]])

    @explained
    def remove(self, search: int) -> None:
        """Keep a search no longer. Its articles are not touched."""
        with transaction(self._db):
            self._db.execute("DELETE FROM saved_search WHERE id = ?", (search,))

    @explained
    def restore(self, saved: SavedSearch) -> None:
        """Bring back one that was removed, with its id and to its place."""
        with transaction(self._db):
            others = [other for other in self.all() if other.id != saved.id]
            self._db.execute("DELETE FROM saved_search WHERE id = ?", (saved.id,))
            self._insert(replace(saved, name=_free(saved.name, others)), others)

    def _insert(self, saved: SavedSearch, others: Sequence[SavedSearch]) -> SavedSearch:
        made = self._db.execute(
            "INSERT INTO saved_search (id, name, text, place) VALUES (?, ?, ?, ?)",
            (saved.id or None, saved.name, saved.text, saved.place),
        )
        kept = replace(saved, id=made.lastrowid or 0)
        self._put_in_order([*others[: saved.place], kept, *others[saved.place :]])
        return kept

    def _put_in_order(self, searches: Sequence[SavedSearch]) -> None:
        self._db.executemany(
            "UPDATE saved_search SET place = ? WHERE id = ?", [(at, saved.id) for at, saved in enumerate(searches)]
        )


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same to a reader: capitals, accents and blanks at the ends do not matter."""
    return folding.fold(tidy_name(one)) == folding.fold(tidy_name(other))


def tidy_name(name: str) -> str:
    """Return a name as it is kept: on one line, of bounded length."""
    return packing.one_line(name, LONGEST_NAME)


def tidy_text(text: str) -> str:
    """Return conditions as they are kept."""
    return packing.clean(text).strip()[: query_language.MAX_LENGTH]


def _free(name: str, others: Sequence[SavedSearch]) -> str:
    """Return a name that no other has: this one, or this one with a number."""
    taken = {folding.fold(other.name) for other in others}
    candidates = (name if number == 1 else f"{name[: LONGEST_NAME - 8]} {number}" for number in count(1))
    return next(candidate for candidate in candidates if folding.fold(candidate) not in taken)

"""Which characters occur in authors' names: a phrase with any other character is in no name.

Words are looked for in title and text. For FTS5 to tell these from the author it goes through each article's places of
each word, which is a third of what a phrase of frequent characters costs; it need not where no author is called so.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.library.conditions.query_tree import Field, Node, Words, changed
from reader.library.store.settings import setting, write_setting
from reader.library.store.transactions import transaction
from reader.library.words.tokens import tokens, units

# All units of one character that the index ever held for an author, after a blank; "" where that is not known.
_KNOWN = "author_characters"
_TOGETHER = 500


def note(db: sqlite3.Connection, authors: Iterable[str]) -> None:
    """Note what the index gets for authors, as tokens, in the transaction that gives it and before it is there."""
    known = setting(db, _KNOWN)
    if not known and db.execute("SELECT min(id) FROM search_docsize").fetchone()[0] is not None:
        return  # Of what an older version indexed nothing is known: `fill` looks.
    more = _characters(authors).difference(known)
    if more or not known:
        write_setting(db, _KNOWN, (known or " ") + "".join(sorted(more)))


def anywhere(db: sqlite3.Connection, node: Node) -> Node:
    """Return conditions that find the same; words that no author's name holds are looked for in all columns."""
    known = setting(db, _KNOWN)

    def change(each: Node) -> Node:
        if isinstance(each, Words) and each.field is Field.ANY and _has_other(each.text, known):
            return replace(each, field=Field.ANYWHERE)
        return each

    return changed(node, change) if known else node


def _has_other(text: str, known: str) -> bool:
    return any(len(unit) == 1 and unit not in known for unit in units(text))


def fill(db: sqlite3.Connection) -> Iterator[None]:
    """Look through the authors of a library that an older version indexed; may be closed at any step."""
    if setting(db, _KNOWN) or db.execute("SELECT min(id) FROM search_docsize").fetchone()[0] is None:
        return
    seen = _now(db)
    found: set[str] = set()
    last = ""  # Who has no name has no characters.
    while names := _names(db, last):
        found |= _characters(map(tokens, names))
        last = names[-1]
        yield
    with transaction(db):
        # What came meanwhile may have been passed over; then it is for the next time.
        if seen == _now(db):
            write_setting(db, _KNOWN, " " + "".join(sorted(found)))


def _names(db: sqlite3.Connection, after: str) -> list[str]:
    names: list[str] = []
    while len(names) < _TOGETHER:
        (name,) = db.execute("SELECT min(author) FROM article WHERE author > ?", (after,)).fetchone()
        if name is None:
            break
        names.append(name)
        after = name
    return names


def _now(db: sqlite3.Connection) -> tuple[int, int]:
    """Return what is another once anything in the library was changed."""
    return db.execute("PRAGMA data_version").fetchone()[0], db.total_changes


def _characters(authors: Iterable[str]) -> set[str]:
    return {unit for author in authors for unit in author.split() if len(unit) == 1}

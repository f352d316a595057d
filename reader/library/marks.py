"""What the user did to articles: read, bookmarked, how far; and taking it back.

Many articles are marked some thousands at a time, so that no other writer waits long, and what undo needs of them are
two plain arrays: a list of a million articles may be marked at once.
"""

from __future__ import annotations

import json
import sqlite3
import time
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.domain import Changes, MarkKind
from reader.library.journal import MarkJournal

_IDS = "(SELECT value FROM json_each(?))"
# Which of these articles are not in that state yet: the list of all has each of them once.
_CHANGED = f"SELECT article_id FROM shelf WHERE category_id = 1 AND unread <> ? AND article_id IN {_IDS}"
# Which categories, sources and tags they have, each as often as it has articles among them.
_NUMBERED = {
    "category": f"SELECT json_group_array(category_id) FROM shelf WHERE article_id IN {_IDS}",
    "source": f"SELECT json_group_array(source_id) FROM article WHERE id IN {_IDS}",
    "tag": f"SELECT json_group_array(tag_id) FROM article_tag WHERE article_id IN {_IDS}",
}
# Articles marked in one transaction: some tens of milliseconds.
_TOGETHER = 10_000


def set_read(db: sqlite3.Connection, journal: MarkJournal, ids: Sequence[int], *, read: bool) -> Changes:
    """Mark articles as read or unread; only those that were not so already count as changed."""
    return _set(db, journal, ids, MarkKind.READ, int(time.time()) if read else None)


def set_bookmarked(db: sqlite3.Connection, journal: MarkJournal, ids: Sequence[int], *, bookmarked: bool) -> Changes:
    """Put articles on, or take them off, the read-later list."""
    return _set(db, journal, ids, MarkKind.BOOKMARK, int(time.time()) if bookmarked else None)


def set_position(db: sqlite3.Connection, journal: MarkJournal, article: int, position: int) -> None:
    """Remember the text offset at which reading stopped."""
    with journal.transaction():
        db.execute(
            "INSERT INTO mark (article_id, position) SELECT id, ?2 FROM article WHERE id = ?1"
            " ON CONFLICT DO UPDATE SET position = excluded.position",
            (article, position),
        )
        journal.note_position(article, position)


def restore(db: sqlite3.Connection, journal: MarkJournal, changes: Changes) -> Changes:
    """Take a change of marks back: that mark of those articles, whatever else was done to them since."""
    kind = changes.kind
    marks, before = array("q"), array("q")
    if kind is None:
        return Changes()
    for ids, moments in zip(_parts(changes.marks), _parts(changes.before), strict=True):
        wanted = dict(zip(ids, moments, strict=True))
        with journal.transaction():
            found = _moments(db, ids, kind)
            db.executemany(
                f"INSERT INTO mark (article_id, {kind}) VALUES (?, ?)"
                f" ON CONFLICT DO UPDATE SET {kind} = excluded.{kind}",
                [(article, wanted[article] or None) for article, _ in found],
            )
            if kind is MarkKind.READ:
                for unread in (True, False):
                    shelve(db, [article for article, _ in found if (not wanted[article]) == unread], unread=unread)
            values: dict[int, list[int]] = {}
            for article, _ in found:
                values.setdefault(wanted[article], []).append(article)
            for value, articles in values.items():
                journal.note(kind, value or None, articles)
        marks.extend(article for article, _ in found)
        before.extend(moment for _, moment in found)
    return Changes(marks=marks, before=before, kind=kind)


def _set(
    db: sqlite3.Connection, journal: MarkJournal, ids: Sequence[int], kind: MarkKind, moment: int | None
) -> Changes:
    marks, before = array("q"), array("q")
    for part in _parts(ids):
        with journal.transaction():
            found = [(article, was) for article, was in _moments(db, part, kind) if bool(was) != bool(moment)]
            changed = [article for article, _ in found]
            # "WHERE true" keeps the parser from taking ON for a join's.
            db.execute(
                f"INSERT INTO mark (article_id, {kind}) SELECT value, ? FROM json_each(?) WHERE true"
                f" ON CONFLICT DO UPDATE SET {kind} = excluded.{kind}",
                (moment, json.dumps(changed)),
            )
            if kind is MarkKind.READ:
                shelve(db, changed, unread=moment is None)
            journal.note(kind, moment, changed)
        marks.extend(changed)
        before.extend(was for _, was in found)
    return Changes(marks=marks, before=before, kind=kind)


def shelve(db: sqlite3.Connection, ids: Sequence[int], *, unread: bool) -> None:
    """Bring the lists' copy of the read mark up to date, and the numbers of categories, sources and tags."""
    changed = json.dumps([article for (article,) in db.execute(_CHANGED, (unread, json.dumps(ids)))])
    for table, listed in _NUMBERED.items():
        # Counted here: GROUP BY would sort all these rows, which takes twice as long.
        numbers = Counter(json.loads(db.execute(listed, (changed,)).fetchone()[0]))
        db.executemany(
            f"UPDATE {table} SET unread = unread + ? WHERE id = ?",
            [(number if unread else -number, each) for each, number in numbers.items()],
        )
    db.execute(f"UPDATE shelf SET unread = ? WHERE article_id IN {_IDS}", (unread, changed))


def _moments(db: sqlite3.Connection, ids: Sequence[int], kind: MarkKind) -> list[tuple[int, int]]:
    """Return those ids that are articles, each with when it was marked, 0 where it is not."""
    return db.execute(
        f"SELECT id, coalesce({kind}, 0) FROM article LEFT JOIN mark ON article_id = id WHERE id IN {_IDS}",
        (json.dumps(list(ids)),),
    ).fetchall()


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(ids), _TOGETHER):
        yield ids[at : at + _TOGETHER]

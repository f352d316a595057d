"""What belongs to an article's row: its text, categories, tags and pictures."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from reader.domain import ALL, UNCATEGORISED
from reader.library.shelf import shelving
from reader.library.shelf.merging import followed, merged_ids, rules
from reader.library.shelf.ready import ReadyPost
from reader.library.store.packing import clean
from reader.problems import Problem

_Path = Sequence[str]
#: position, ref, alt, local, key, address
_PictureRow = tuple[int, str, str, bytes | None, str, int | None]


class Details:
    """Writes the details of articles; remembers category and tag ids between transactions.

    While `together`, rows wait for `flush`, to be written with those of other articles. So it may be set only for what
    nobody asks about before.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._categories: dict[tuple[int, str], int] = {}
        self._tags: dict[str, int] = {}
        self.together = False
        self._waiting: dict[str, list[tuple[object, ...]]] = {}
        self._shelf: list[shelving.ShelfRow] = []
        self._merged: list[tuple[int, int]] = []
        self._rules: dict[tuple[str, ...], tuple[str, ...]] = {}

    def forget_ids(self) -> None:
        """Forget ids that were given out in a transaction which was rolled back, and rows that wait."""
        for remembered in (self._categories, self._tags, self._waiting, self._shelf):
            remembered.clear()

    def flush(self) -> None:
        """Write the rows that wait."""
        for sql, rows in self._waiting.items():
            self._db.executemany(sql, rows)
        self._waiting.clear()
        if self._shelf:
            shelving.put(self._db, self._shelf)
            self._shelf.clear()

    def put(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Write rows."""
        self._waiting.setdefault(sql, []).extend(rows)
        if not self.together:
            self.flush()

    def drop(self, article: int) -> dict[tuple[str, bytes | None], str]:
        """Drop what a known article's post said; returns the keys of the pictures that were copied, by address."""
        copied = self._db.execute(
            "SELECT ref, local, key FROM picture WHERE article_id = ? AND key <> ''", (article,)
        ).fetchall()
        for table in ("shelf", "article_tag", "picture"):
            self._db.execute(f"DELETE FROM {table} WHERE article_id = ?", (article,))
        return {(ref, local): key for ref, local, key in copied}

    def write_content(self, article: int, post: ReadyPost) -> None:
        """Write the text of a post, and where its title stands among others."""
        row = (article, post.body, post.date_text, post.zone_assumed, post.link, post.lang, post.metadata, post.slug)
        self.put(
            "INSERT OR REPLACE INTO content (article_id, body, date_text, zone_assumed, link, lang, metadata, slug,"
            " fallback) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(*row, post.fallback)],
        )
        self.put("UPDATE sorting SET title = ? WHERE article_id = ?", [(post.place, article)])

    def shelve(self, article: int, published: int, paths: Iterable[_Path], *, unread: bool) -> None:
        """List an article in its categories and in those above them."""
        new = int(unread)
        self._shelf += [
            (article, node, published, new, int(direct)) for node, direct in sorted(self.lists(paths).items())
        ]
        if not self.together:
            self.flush()

    def lists(self, paths: Iterable[_Path]) -> dict[int, bool]:
        """Return the categories that list what names these paths, each with whether it is there by itself."""
        found = {ALL: False}
        merged = self._follow_rules()
        for named in paths:
            path = named
            if merged:
                self.node(named)  # What a rule is about has to be there for the day when it is no more.
                path = followed(tuple(map(clean, named)), merged)
            node = self.node(path, found)
            if node != ALL:
                found[node] = True
        if not any(found.values()):
            found[UNCATEGORISED] = True
        return found

    def _follow_rules(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """Return what is merged into what now; somebody may merge while an import runs."""
        found = merged_ids(self._db)
        if found != self._merged:
            self._merged, self._rules = found, rules(self._db)
        return self._rules

    def node(self, path: _Path, above: dict[int, bool] | None = None) -> int:
        """Return the category of a path, made when it is new; those above it are added to `above`."""
        node = ALL
        for name in path:
            if above is not None:
                above.setdefault(node, False)
            node = self._category(node, clean(name))
        return node

    def _category(self, parent: int, name: str) -> int:
        node = self._categories.get((parent, name))
        if node is None:
            self._db.execute("INSERT OR IGNORE INTO category (parent_id, name) VALUES (?, ?)", (parent, name))
            found = self._db.execute("SELECT id FROM category WHERE parent_id = ? AND name = ?", (parent, name))
            node = int(found.fetchone()[0])
            self._categories[parent, name] = node
        return node

    def tag(self, article: int, names: Sequence[str]) -> None:
        """Give an article its tags."""
        for name in names:
            if name not in self._tags:
                self._db.execute("INSERT OR IGNORE INTO tag (name) VALUES (?)", (name,))
                self._tags[name] = self._db.execute("SELECT id FROM tag WHERE name = ?", (name,)).fetchone()[0]
            self.put("INSERT INTO article_tag VALUES (?, ?)", [(article, self._tags[name])])

    def picture_rows(self, post: ReadyPost, copied: Mapping[tuple[str, bytes | None], str]) -> list[_PictureRow]:
        """Return the pictures of a post as rows; of those in `copied` the library has a copy already."""
        known: dict[int, str] = {}
        rows: list[_PictureRow] = []
        for position, ref, alt, local, address in post.pictures:
            if address is not None and address not in known:  # The lead is often one of the others.
                known[address] = self._known(address)
            key = copied.get((ref, local)) or ("" if address is None else known[address])
            rows.append((position, ref, alt, local, key, address))
        return rows

    def name_pictures(self, article: int, rows: Sequence[_PictureRow]) -> bool:
        """Note the pictures of an article; return whether the library has a copy of any."""
        if rows:
            self.put(
                "INSERT INTO picture (article_id, position, ref, alt, local, key, address)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(article, *row) for row in rows],
            )
        return any(row[4] for row in rows)

    def _known(self, number: int) -> str:
        """Return the key of a picture of the web that another article has already."""
        row = self._db.execute(
            "SELECT max(key) FROM picture INDEXED BY picture_address WHERE address = ?", (number,)
        ).fetchone()
        return row[0] or ""

    def has_problems(self, source: int, path: bytes, problems: Sequence[Problem]) -> bool:
        """Whether an earlier reading of a file found these very problems."""
        found = self._db.execute(
            "SELECT kind, detail, line FROM problem WHERE source_id = ? AND path = ? ORDER BY rowid", (source, path)
        )
        return found.fetchall() == [(each.kind, clean(each.detail), each.line) for each in problems]

    def note_problems(self, source: int, path: bytes, problems: Sequence[Problem], *, again: bool) -> None:
        """Note what the reading of a file found; when it was read before, in place of what was found then."""
        if again:
            self._db.execute("DELETE FROM problem WHERE source_id = ? AND path = ?", (source, path))
        if problems:
            self.put(
                "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?)",
                [(source, path, each.kind, clean(each.detail), each.line, each.repaired) for each in problems],
            )


@lru_cache(maxsize=1000)
def pack_categories(paths: tuple[tuple[str, ...], ...]) -> str:
    """Return category paths as JSON. Most posts name the same few."""
    return json.dumps(paths, ensure_ascii=False)


def unpack_categories(text: str) -> list[tuple[str, ...]]:
    """Return the category paths that pack_categories packed."""
    return [tuple(path) for path in json.loads(text)]

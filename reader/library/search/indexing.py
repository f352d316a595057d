"""The search index: derived from the stored texts, filled and emptied a few articles at a time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from reader.library.conditions import author_names
from reader.library.relations import linking
from reader.library.relations.link_names import hrefs
from reader.library.store.database import explained
from reader.library.store.packing import Packer, own_packer
from reader.library.store.statements import exists
from reader.library.store.transactions import transaction
from reader.library.words.tokens import tokens

# Articles made ready for the index at a time where nobody else makes them so: a few megabytes of text.
_TOGETHER = 400

# So many parts of a size are merged, a little with each transaction: with FTS5's own 4 each word is written twice as
# often. As many more may come meanwhile; of 40, which only tiny ones reach, it makes one at once. Upkeep does the rest.
_MERGING = {"automerge": 16, "crisismerge": 40}

_TEXTS = f"SELECT article.id, title, body, author, {linking.COLUMNS} FROM {linking.TABLES}"


class Text(NamedTuple):
    """An article as it is stored; `frame` is its packed body. Tuples go quickly from process to process.

    `post` is what a linking.Post is made of.
    """

    article: int
    title: str
    frame: bytes
    author: str
    post: linking.Row


class Tokens(NamedTuple):
    """An article as the index takes it, with what is noted of its links."""

    title: str
    body: str
    author: str
    links: linking.Numbers


@dataclass(frozen=True, slots=True)
class Unindexed:
    """Some articles that are not indexed yet, in order of their ids; `seen` stands for the library at that moment."""

    texts: list[Text]
    seen: tuple[int, int]


def tokenize(texts: Sequence[Text]) -> list[Tokens]:
    """Make tokens of articles. Asks no library, so that it can be done in another process."""
    packer = own_packer()
    made = []
    for _, title, frame, author, post in texts:
        html, text = packer.unpack(frame)
        links = linking.numbers(linking.Post.of(*post), hrefs(html))
        made.append(Tokens(tokens(title), tokens(text), tokens(author), links))
    return made


class SearchIndex:
    """The index of one library, filled by whoever opened it. Methods raise LibraryError when the environment refuses.

    Texts are read first and locked by nobody, then tokens are made of them, and then these are written: articles that
    were read anew meanwhile are passed over, and their turn comes again.
    """

    def __init__(self, db: sqlite3.Connection, file: Path) -> None:
        self._db = db
        self.file = file
        # Rows that were changed here: all that other changes of this connection are told from.
        self._written = 0
        self._ready: tuple[Unindexed, list[Tokens]] = (Unindexed([], (0, 0)), [])
        self._merging_set = False

    @explained
    def missing(self) -> int:
        """Return how many articles search does not find yet."""
        counted = self._db.execute("SELECT count(*) FROM article INDEXED BY article_unindexed WHERE indexed = 0")
        return int(counted.fetchone()[0])

    @explained
    def any_missing(self) -> bool:
        """Whether there are any."""
        return exists(self._db, "FROM article INDEXED BY article_unindexed WHERE indexed = 0")

    @explained
    def read(self, after: int = 0, most: int = _TOGETHER) -> Unindexed:
        """Return some articles that are not indexed yet, from those of a greater id than `after` the first."""
        seen = self._now()
        where = "WHERE indexed = 0 AND article.id > ? ORDER BY article.id LIMIT ?"
        found = self._db.execute(f"{_TEXTS} {where}", (after, most))
        return Unindexed([_text(row) for row in found], seen)

    @explained
    def write(self, unindexed: Unindexed, made: Sequence[Tokens], seconds: float) -> int:
        """Index the first of these articles, for about `seconds`, in one transaction; return how many were dealt with.

        `made` are their tokens.
        """
        deadline = time.monotonic() + seconds
        before = self._db.total_changes
        dealt = 0
        try:
            with transaction(self._db):
                unchanged = unindexed.seen == self._now()
                self._set_merging()
                author_names.note(self._db, (row.author for row in made))
                notes = linking.Notes(self._db)
                written: list[tuple[int]] = []
                for text, row in zip(unindexed.texts, made, strict=True):
                    if unchanged or self._still_there(text):
                        self._db.execute(
                            "INSERT INTO search (rowid, title, body, author) VALUES (?, ?, ?, ?)",
                            (text.article, row.title, row.body, row.author),
                        )
                        notes.add(text.post, row.links)
                        written.append((text.article,))
                    dealt += 1
                    if time.monotonic() > deadline:
                        break
                notes.flush()
                self._db.executemany("UPDATE article SET indexed = 1 WHERE id = ?", written)
        finally:
            self._written += self._db.total_changes - before
        return dealt

    @explained
    def some(self, seconds: float) -> int:
        """Index some more articles in one short transaction; return how many, 0 when all are done."""
        unindexed, made = self._ready
        if not made:
            unindexed = self.read()
            made = tokenize(unindexed.texts)
            self._ready = unindexed, made
        done = self.write(unindexed, made, seconds) if made else 0
        del unindexed.texts[:done], made[:done]
        return done

    def _set_merging(self) -> None:
        """Have the index merge its parts as an import wants it; the library keeps that."""
        if not self._merging_set:
            known = dict(self._db.execute("SELECT k, v FROM search_config"))
            for name, number in _MERGING.items():
                if known.get(name) != number:
                    self._db.execute("INSERT INTO search (search, rank) VALUES (?, ?)", (name, number))
            self._merging_set = True

    def _now(self) -> tuple[int, int]:
        """Return what is another once anything but this index was changed, by others and by this connection."""
        others: int = self._db.execute("PRAGMA data_version").fetchone()[0]
        return others, self._db.total_changes - self._written

    def _still_there(self, text: Text) -> bool:
        """Whether an article waits for the index and says what its tokens were made of."""
        current = self._db.execute(f"{_TEXTS} WHERE article.id = ? AND indexed = 0", (text.article,)).fetchone()
        return current is not None and _text(current) == text


def _text(row: tuple[Any, ...]) -> Text:
    article, title, frame, author, *post = row
    return Text(article, title, frame, author, tuple(post))


def forget(db: sqlite3.Connection, packer: Packer, article: int) -> None:
    """Take an article out of the index. A contentless index must be told exactly what it was given."""
    linking.forget(db, article)
    row = db.execute(
        "SELECT title, body, author FROM article JOIN content ON article_id = id WHERE id = ? AND indexed = 1",
        (article,),
    ).fetchone()
    if row is not None:
        title, frame, author = row
        db.execute(
            "INSERT INTO search (search, rowid, title, body, author) VALUES ('delete', ?, ?, ?, ?)",
            (article, tokens(title), tokens(packer.unpack(frame)[1]), tokens(author)),
        )

"""Read files into rows: new ones added, known ones updated in place, refused ones remembered."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from enum import StrEnum

from reader.domain import ALL, UNCATEGORISED, Post, ReadFile
from reader.library.database import transaction
from reader.library.indexing import forget
from reader.library.packing import Packer, clean, pack_metadata, path_bytes
from reader.library.pictures import choose_thumbnail

# A bookmark made during an import waits for one transaction at most; see docs/design.md.
TRANSACTION_SECONDS = 0.08


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UPDATED = "updated"
    MOVED = "moved"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class PostWriter:
    """Writes the files of one import; remembers category and tag ids between transactions."""

    def __init__(self, db: sqlite3.Connection, packer: Packer) -> None:
        self._db = db
        self._packer = packer
        self._categories: dict[tuple[int, str], int] = {}
        self._tags: dict[str, int] = {}

    def add(self, source: int, files: Sequence[ReadFile]) -> list[Outcome]:
        """Write as many of `files`, from the first, as one short transaction takes; return an outcome for each."""
        deadline = time.monotonic() + TRANSACTION_SECONDS
        outcomes: list[Outcome] = []
        try:
            with transaction(self._db):
                for file in files:
                    outcomes.append(self._write(source, file))
                    if time.monotonic() > deadline:
                        break
        except BaseException:
            # Ids given out in a transaction that was rolled back are not there.
            self._categories.clear()
            self._tags.clear()
            raise
        return outcomes

    def _write(self, source: int, file: ReadFile) -> Outcome:
        path = path_bytes(file.path)
        row = self._db.execute(
            "SELECT article_id FROM file WHERE source_id = ? AND path = ?", (source, path)
        ).fetchone()
        article = row[0] if row else None
        if row is not None and not file.unchanged:
            self._db.execute("DELETE FROM problem WHERE source_id = ? AND path = ?", (source, path))
        if file.unchanged:
            outcome = Outcome.UNCHANGED
        elif file.post is None:
            # An article whose file became unreadable stays as it was last read.
            outcome = Outcome.REFUSED
            self._note_problems(source, path, file)
        else:
            outcome, article = self._write_post(source, article, file.post)
            self._note_problems(source, path, file)
        self._db.execute(
            "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " size = excluded.size, mtime_ns = excluded.mtime_ns, digest = excluded.digest,"
            " article_id = excluded.article_id",
            (source, path, file.stamp.size, file.stamp.mtime_ns, file.digest, article),
        )
        return outcome

    def _write_post(self, source: int, article: int | None, post: Post) -> tuple[Outcome, int]:
        published = int(post.published.timestamp())
        row = (source, published, post.timed, clean(post.title), clean(post.summary), clean(post.author))
        outcome = Outcome.UPDATED
        if article is None:
            article = self._moved(source, published, clean(post.title))
            outcome = Outcome.MOVED
        if article is None:
            article = self._insert(row)
            outcome = Outcome.ADDED
            self._name_pictures(article, post, {})
            self._shelve(article, published, post.categories, unread=True)
        else:
            forget(self._db, self._packer, article)
            self._db.execute(
                "UPDATE article SET (source_id, published, timed, title, summary, author) = (?, ?, ?, ?, ?, ?),"
                " gone_at = NULL, indexed = 0 WHERE id = ?",
                (*row, article),
            )
            self._name_pictures(article, post, self._forget_details(article))
            self._shelve(article, published, post.categories, unread=self._unread(article))
            choose_thumbnail(self._db, [article])
        self._write_content(article, post)
        self._tag(article, post.tags)
        return outcome, article

    def _forget_details(self, article: int) -> dict[tuple[str, bytes | None], str]:
        """Drop what a known article's post said; returns the keys of the pictures that were copied, by address."""
        copied = self._db.execute(
            "SELECT ref, local, key FROM picture WHERE article_id = ? AND key <> ''", (article,)
        ).fetchall()
        for table in ("shelf", "article_tag", "picture"):
            self._db.execute(f"DELETE FROM {table} WHERE article_id = ?", (article,))
        return {(ref, local): key for ref, local, key in copied}

    def _unread(self, article: int) -> bool:
        found = self._db.execute("SELECT read_at FROM mark WHERE article_id = ?", (article,)).fetchone()
        return found is None or found[0] is None

    def _insert(self, row: tuple[object, ...]) -> int:
        made = self._db.execute(
            "INSERT INTO article (source_id, published, timed, title, summary, author) VALUES (?, ?, ?, ?, ?, ?)", row
        )
        return int(made.lastrowid or 0)

    def _moved(self, source: int, published: int, title: str) -> int | None:
        """Find the article of a file that went missing and held this very post: it was renamed."""
        row = self._db.execute(
            "SELECT id FROM article WHERE source_id = ? AND published = ? AND title = ? AND gone_at IS NOT NULL",
            (source, published, title),
        ).fetchone()
        if row is None:
            return None
        self._db.execute("DELETE FROM file WHERE source_id = ? AND article_id = ?", (source, row[0]))
        return int(row[0])

    def _write_content(self, article: int, post: Post) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO content VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                article,
                self._packer.pack(post.html, post.text),
                clean(post.date_text),
                post.zone_assumed,
                clean(post.link),
                clean(post.lang),
                pack_metadata(post.metadata),
            ),
        )

    def _shelve(self, article: int, published: int, paths: Sequence[Sequence[str]], *, unread: bool) -> None:
        direct: set[int] = set()
        above: set[int] = {ALL}
        for path in paths:
            node = ALL
            for name in path:
                above.add(node)
                node = self._category(node, clean(name))
            if node != ALL:
                direct.add(node)
        if not direct:
            direct.add(UNCATEGORISED)
        self._db.executemany(
            "INSERT INTO shelf VALUES (?, ?, ?, ?, ?)",
            [(article, node, published, unread, node in direct) for node in sorted(above | direct)],
        )

    def _category(self, parent: int, name: str) -> int:
        node = self._categories.get((parent, name))
        if node is None:
            self._db.execute("INSERT OR IGNORE INTO category (parent_id, name) VALUES (?, ?)", (parent, name))
            found = self._db.execute("SELECT id FROM category WHERE parent_id = ? AND name = ?", (parent, name))
            node = int(found.fetchone()[0])
            self._categories[parent, name] = node
        return node

    def _tag(self, article: int, names: Sequence[str]) -> None:
        for name in dict.fromkeys(map(clean, names)):
            if name not in self._tags:
                self._db.execute("INSERT OR IGNORE INTO tag (name) VALUES (?)", (name,))
                self._tags[name] = self._db.execute("SELECT id FROM tag WHERE name = ?", (name,)).fetchone()[0]
            self._db.execute("INSERT INTO article_tag VALUES (?, ?)", (article, self._tags[name]))

    def _name_pictures(self, article: int, post: Post, copied: dict[tuple[str, bytes | None], str]) -> None:
        """Note the pictures of a post; of those in `copied` the library has a copy already."""
        named = [(-1, post.lead)] if post.lead else []
        named += enumerate(post.pictures)
        rows = []
        for position, picture in named:
            local = path_bytes(picture.local) if picture.local is not None else None
            ref = clean(picture.ref)
            rows.append((article, position, ref, clean(picture.alt), local, copied.get((ref, local), "")))
        if rows:
            self._db.executemany(
                "INSERT INTO picture (article_id, position, ref, alt, local, key) VALUES (?, ?, ?, ?, ?, ?)", rows
            )

    def _note_problems(self, source: int, path: bytes, file: ReadFile) -> None:
        rows = [
            (source, path, problem.kind, clean(problem.detail), problem.line, problem.repaired)
            for problem in file.problems
        ]
        if rows:
            self._db.executemany("INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?)", rows)

"""Which article an unknown file belongs to: one that had another file name before, or none."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.shelf.ready import ReadyPost
from reader.library.store.statements import exists
from reader.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Standing:
    """What the posts of other files are compared with, of an article; `published` in seconds since 1970.

    `clocked` tells that its date is only a clock's, `gone` that its file is missing.
    """

    title: str
    published: int
    identity: int | None
    clocked: bool = False
    gone: bool = False


def standings(db: sqlite3.Connection, articles: Sequence[int]) -> dict[int, Standing]:
    """Return what other files are compared with, by article."""
    found = db.execute(
        "SELECT id, title, published, identity, fallback, gone_at IS NOT NULL FROM article"
        " JOIN content ON article_id = id WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )
    return {
        article: Standing(title, published, identity, bool(clocked), bool(gone))
        for article, title, published, identity, clocked, gone in found
    }


def of_identity(db: sqlite3.Connection, source: int, identity: int, title: str) -> list[int]:
    """Return the articles of a source that are this very post; mostly there is one at most."""
    found = db.execute(
        "SELECT id FROM article WHERE identity = ? AND source_id = ? AND title = ? ORDER BY id",
        (identity, source, title),
    )
    return [article for (article,) in found]


class Finder:
    """Looks among the articles of a source: those whose file is missing first, then those that say the same."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        # The missing articles whose date is only a clock's, by title: their files are known again by their names.
        self._clocked: tuple[int, dict[str, list[tuple[int, bytes, bytes]]]] | None = None
        # Sources of which no file is missing: nothing can have been renamed there.
        self._whole: set[int] = set()

    def forget(self) -> None:
        """Look again when next asked: other files are missing now."""
        self._clocked = None
        self._whole.clear()

    def find(self, source: int, path: bytes, post: ReadyPost) -> tuple[int | None, Outcome]:
        """Find the article of a post in a file that is not known: of a renamed file, or of the same post elsewhere."""
        identity, title = post.identity, post.title
        row = None if self._is_whole(source) else self._renamed(source, post)
        if row is not None:
            return int(row[0]), Outcome.MOVED
        same = of_identity(self._db, source, identity, title) if identity is not None else []
        if same:
            return same[0], Outcome.COPY
        moved = self._by_name(source, path, post) if post.fallback and not self._is_whole(source) else None
        return moved, Outcome.NEW if moved is None else Outcome.MOVED

    def _renamed(self, source: int, post: ReadyPost) -> tuple[int] | None:
        found = self._db.execute(
            "SELECT id FROM article WHERE source_id = ? AND published = ? AND title = ? AND gone_at IS NOT NULL"
            " ORDER BY identity IS ? DESC, id",
            (source, post.published, post.title, post.identity),
        )
        row: tuple[int] | None = found.fetchone()
        return row

    def _is_whole(self, source: int) -> bool:
        if source not in self._whole:
            gone = "FROM article INDEXED BY article_gone WHERE gone_at IS NOT NULL AND source_id = ?"
            if exists(self._db, gone, (source,)):
                return False
            self._whole.add(source)
        return True

    def _by_name(self, source: int, path: bytes, post: ReadyPost) -> int | None:
        """Return the missing article that a file of this title and name, or of this very content, was."""
        if self._clocked is None or self._clocked[0] != source:
            self._clocked = (source, self._missing(source))
        candidates = self._clocked[1].get(post.title, [])
        name = path.rpartition(b"/")[2]
        for candidate in candidates[:]:
            article, other, fingerprint = candidate
            if other.rpartition(b"/")[2] == name or fingerprint == post.fingerprint:
                candidates.remove(candidate)
                # Another file may have been known again as this one meanwhile, by title and date.
                standing = standings(self._db, [article]).get(article)
                if standing is not None and standing.gone:
                    return article
        return None

    def _missing(self, source: int) -> dict[str, list[tuple[int, bytes, bytes]]]:
        found: dict[str, list[tuple[int, bytes, bytes]]] = {}
        for title, article, path, fingerprint in self._db.execute(
            "SELECT title, article.id, path, fingerprint FROM article INDEXED BY article_gone"
            " JOIN content ON content.article_id = article.id JOIN file ON file.article_id = article.id"
            " WHERE gone_at IS NOT NULL AND article.source_id = ? AND fallback = 1"
            " ORDER BY article.id, path",
            (source,),
        ):
            found.setdefault(title, []).append((article, path, fingerprint))
        return found

"""The pictures of articles: which wait to be copied, which were, and their thumbnails."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.domain import Changes
from reader.library.database import transaction
from reader.library.images import ImageStore, PictureError, StoredImage, make_thumbnail
from reader.library.packing import path_bytes, path_text


@dataclass(frozen=True, slots=True)
class WaitingPicture:
    """A file of the source, relative to its root, that articles show and the library has no copy of."""

    local: str
    post: str


@dataclass(frozen=True, slots=True)
class SettledPicture:
    """What became of a waiting picture: its copy, or the reason why there is none."""

    source: int
    local: str
    stored: StoredImage | None
    reason: str = ""


def waiting(db: sqlite3.Connection, source: int) -> list[WaitingPicture]:
    """Return each waiting file once, with a post that names it."""
    found = db.execute(
        "SELECT local, min(path) FROM picture INDEXED BY picture_waiting"
        " JOIN file ON file.article_id = picture.article_id"
        " WHERE local IS NOT NULL AND key = '' AND reason = '' AND source_id = ? GROUP BY local",
        (source,),
    )
    return [WaitingPicture(path_text(local), path_text(path)) for local, path in found]


def retry(db: sqlite3.Connection, source: int) -> None:
    """Forget why local pictures of a source could not be copied: the folder may hold them by now."""
    db.execute(
        "UPDATE picture INDEXED BY picture_failed SET reason = ''"
        " WHERE local IS NOT NULL AND key = '' AND reason <> ''"
        " AND (SELECT source_id FROM article WHERE id = article_id) = ?",
        (source,),
    )


def any_waiting(db: sqlite3.Connection) -> bool:
    """Whether any picture of any source waits."""
    return bool(
        db.execute(
            "SELECT EXISTS (SELECT 1 FROM picture INDEXED BY picture_waiting"
            " WHERE local IS NOT NULL AND key = '' AND reason = '')"
        ).fetchone()[0]
    )


def settle(db: sqlite3.Connection, settled: Sequence[SettledPicture]) -> Changes:
    """Write the outcomes into every article that names these files; lead pictures become thumbnails of their rows."""
    changed: set[int] = set()
    with transaction(db):
        for picture in settled:
            stored = picture.stored
            if stored is not None:
                db.execute(
                    "INSERT OR IGNORE INTO image (key, width, height, bytes) VALUES (?, ?, ?, ?)",
                    (stored.key, stored.width, stored.height, stored.bytes),
                )
            key = stored.key if stored else ""
            for article, position in _places(db, picture):
                db.execute(
                    "UPDATE picture SET key = ?, reason = ? WHERE article_id = ? AND position = ?",
                    (key, picture.reason, article, position),
                )
                changed.add(article)
        choose_thumbnail(db, changed)
    return Changes(pictures=tuple(sorted(changed)))


def choose_thumbnail(db: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Let the lead picture stand for each article, or the first of its pictures that the library has."""
    db.executemany(
        "UPDATE article SET thumbnail = coalesce("
        "(SELECT key FROM picture WHERE article_id = id AND key <> '' ORDER BY position LIMIT 1), '') WHERE id = ?",
        [(article,) for article in articles],
    )


def _places(db: sqlite3.Connection, picture: SettledPicture) -> list[tuple[int, int]]:
    """Return (article, position) wherever a source's file is still waited for."""
    return db.execute(
        "SELECT article_id, position FROM picture INDEXED BY picture_waiting JOIN article ON article.id = article_id"
        " WHERE local = ? AND key = '' AND reason = '' AND source_id = ?",
        (path_bytes(picture.local), picture.source),
    ).fetchall()


def thumbnail(db: sqlite3.Connection, key: str) -> bytes | None:
    """Return the small copy of a picture, if there is one."""
    row = db.execute("SELECT thumbnail FROM image WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def make(db: sqlite3.Connection, store: ImageStore, key: str) -> bytes | None:
    """Make the small copy of a picture and keep it."""
    kept = thumbnail(db, key)
    file = store.file(key)
    if kept is not None or file is None:
        return kept
    try:
        made = make_thumbnail(file)
    except PictureError:
        return None
    with transaction(db):
        db.execute("UPDATE image SET thumbnail = ? WHERE key = ?", (made, key))
    return made

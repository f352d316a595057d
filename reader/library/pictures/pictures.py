"""The pictures of articles: which still have to be copied, which were, and their thumbnails."""

from __future__ import annotations

import html
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.domain import Changes
from reader.library.pictures.decoding import PictureError, make_thumbnails
from reader.library.pictures.images import ImageStore, StoredImage
from reader.library.store.packing import Packer, path_bytes, path_text
from reader.library.store.statements import exists
from reader.library.store.transactions import transaction
from reader.references import embedded_bytes, short_ref

#: Which articles show a picture; without the index's own condition the whole table would be walked.
SHOWN_BY = "SELECT article_id FROM picture INDEXED BY picture_key WHERE key = ? AND key <> ''"
_EMBEDDED = "substr(ref, 1, 6) = 'data:#' AND key = '' AND reason = ''"
_SOURCES = re.compile(r'\ssrc="(\s*data:[^"]*)"', re.IGNORECASE)


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
    local = "FROM picture INDEXED BY picture_waiting WHERE local IS NOT NULL AND key = '' AND reason = ''"
    return exists(db, local) or exists(db, f"FROM picture INDEXED BY picture_embedded WHERE {_EMBEDDED}")


def waiting_embedded(db: sqlite3.Connection, source: int) -> list[int]:
    """Return the articles with embedded pictures that are still only in their text."""
    found = db.execute(
        "SELECT DISTINCT article_id FROM picture INDEXED BY picture_embedded JOIN article ON id = article_id"
        f" WHERE {_EMBEDDED} AND source_id = ?",
        (source,),
    )
    return [article for (article,) in found]


def embedded(db: sqlite3.Connection, packer: Packer, article: int) -> Iterator[tuple[str, bytes | None]]:
    """Yield the embedded pictures of an article that wait, by their short address; None for one that holds no bytes."""
    waits = {ref for (ref,) in db.execute(f"SELECT ref FROM picture WHERE article_id = ? AND {_EMBEDDED}", (article,))}
    row = db.execute("SELECT body FROM content WHERE article_id = ?", (article,)).fetchone()
    if row is None:  # Another program took the article away meanwhile.
        return
    for found in _SOURCES.finditer(packer.unpack(row[0])[0]):
        ref = html.unescape(found[1])
        short = short_ref(ref)
        if short in waits:
            waits.discard(short)
            try:
                yield short, embedded_bytes(ref)
            except ValueError:
                yield short, None
    for short in waits:
        yield short, None


def settle_embedded(
    db: sqlite3.Connection, store: ImageStore, article: int, settled: Mapping[str, StoredImage | str]
) -> Changes:
    """Write down what became of an article's embedded pictures: their copies, or the reasons why there are none."""
    store.write_through([outcome.key for outcome in settled.values() if not isinstance(outcome, str)])
    with transaction(db):
        for ref, outcome in settled.items():
            if isinstance(outcome, str):
                values = ("", outcome)
            elif note_image(db, store, outcome, remote=False) is None:
                continue
            else:
                values = (outcome.key, "")
            db.execute(
                "UPDATE picture SET key = ?, reason = ? WHERE article_id = ? AND ref = ?", (*values, article, ref)
            )
        restate(db, [article])
    return Changes(pictures=(article,))


def settle(db: sqlite3.Connection, store: ImageStore, settled: Sequence[SettledPicture]) -> Changes:
    """Write the outcomes into every article that names these files; lead pictures become thumbnails of their rows."""
    changed: set[int] = set()
    store.write_through([picture.stored.key for picture in settled if picture.stored is not None])
    with transaction(db):
        for picture in settled:
            stored = picture.stored
            if stored is not None:
                again = note_image(db, store, stored, remote=False)
                if again is None:
                    continue
                changed.update(again)
            key = stored.key if stored else ""
            for article, position in _places(db, picture):
                db.execute(
                    "UPDATE picture SET key = ?, reason = ? WHERE article_id = ? AND position = ?",
                    (key, picture.reason, article, position),
                )
                changed.add(article)
        restate(db, changed)
    return Changes(pictures=tuple(sorted(changed)))


def note_image(db: sqlite3.Connection, store: ImageStore, stored: StoredImage, *, remote: bool) -> list[int] | None:
    """Note that the store holds a picture; return the articles that had lost it and have it again.

    None when its file is not there: it was given up between its writing and now, and has to be added once more. Runs
    in the caller's transaction.
    """
    if store.file(stored.key) is None:
        return None
    known = db.execute("SELECT stored_at FROM image WHERE key = ?", (stored.key,)).fetchone()
    db.execute(
        "INSERT INTO image (key, width, height, bytes, stored_at, remote) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET stored_at = coalesce(stored_at, excluded.stored_at), reason = '',"
        " remote = min(remote, excluded.remote)",
        (stored.key, stored.width, stored.height, stored.bytes, int(time.time()), remote),
    )
    if known is None or known[0] is not None:
        return []
    return [article for (article,) in db.execute(SHOWN_BY, (stored.key,))]


def restate(db: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Let each article's row tell which of its pictures stands for it, and how many it lacks.

    That is its lead picture, or the first one that the library has or had. Runs in the caller's transaction.
    """
    db.executemany(
        "UPDATE article SET thumbnail = coalesce("
        "(SELECT key FROM picture WHERE article_id = id AND key <> '' ORDER BY position LIMIT 1), ''),"
        " lacks = (SELECT CASE count(stored_at) WHEN count(*) THEN 0 WHEN 0 THEN 2 ELSE 1 END"
        " FROM picture LEFT JOIN image USING (key) WHERE article_id = id) WHERE id = ?",
        [(article,) for article in articles],
    )


def _places(db: sqlite3.Connection, picture: SettledPicture) -> list[tuple[int, int]]:
    """Return (article, position) wherever a source's file is still waited for."""
    return db.execute(
        "SELECT article_id, position FROM picture INDEXED BY picture_waiting JOIN article ON article.id = article_id"
        " WHERE local = ? AND key = '' AND reason = '' AND source_id = ?",
        (path_bytes(picture.local), picture.source),
    ).fetchall()


def thumbnail(db: sqlite3.Connection, key: str, density: int) -> bytes | None:
    """Return the small copy of a picture, if there is one; of an older library's there may only be a larger one."""
    row = db.execute(
        "SELECT data FROM thumbnail WHERE key = ? AND density >= ? ORDER BY density LIMIT 1", (key, density)
    ).fetchone()
    return row[0] if row else None


def make(db: sqlite3.Connection, store: ImageStore, key: str, density: int) -> bytes | None:
    """Make the small copies of a picture and keep them; return that of a density."""
    kept = thumbnail(db, key, density)
    file = store.file(key)
    if kept is not None or file is None:
        return kept
    try:
        made = make_thumbnails(file)
    except PictureError:
        return None
    with transaction(db):
        keep_thumbnails(db, key, made)
    return made[density]


def keep_thumbnails(db: sqlite3.Connection, key: str, made: Mapping[int, bytes]) -> None:
    """Keep small copies, by density; in the caller's transaction."""
    # Where nothing is known of the picture, there is nothing that they could belong to.
    db.executemany(
        "INSERT OR IGNORE INTO thumbnail SELECT key, ?, ? FROM image WHERE key = ?",
        [(density, data, key) for density, data in made.items()],
    )

"""An article with everything that belongs to it as one value: what undoing an import restores.

A snapshot is a zstd frame of JSON: for each table the rows of the article, each a mapping of column to value, bytes in
base64. Columns that a later version adds so keep their defaults.
"""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.library.pictures.pictures import restate
from reader.library.search.indexing import forget
from reader.library.shelf import shelving
from reader.library.shelf.details import Details
from reader.library.shelf.relisting import relist
from reader.library.store.packing import Packer

#: The tables that hold rows of an article, and by which column; in the order in which they can be written.
_TABLES = {
    "article": "id", "content": "article_id", "file": "article_id", "shelf": "article_id", "article_tag": "article_id",
    "picture": "article_id", "mark": "article_id",
}  # fmt: skip
_ROWS = dict[str, list[dict[str, Any]]]


def take(db: sqlite3.Connection, packer: Packer, article: int) -> bytes | None:
    """Return an article as it is now, None when there is none of that id."""
    rows = {table: _rows(db, table, f"{key} = ?", article) for table, key in _TABLES.items()}
    if not rows["article"]:
        return None
    rows["problem"] = _rows(
        db, "problem", "(source_id, path) IN (SELECT source_id, path FROM file WHERE article_id = ?)", article
    )
    return packer.pack_bytes(json.dumps(rows, ensure_ascii=False, default=_as_base64).encode())


def take_presence(db: sqlite3.Connection, packer: Packer, article: int) -> bytes | None:
    """Return no more than whether the article's file was there, all that missing it changes; None for no article."""
    found = db.execute("SELECT gone_at FROM article WHERE id = ?", (article,)).fetchone()
    return None if found is None else packer.pack_bytes(json.dumps({"gone_at": found[0]}).encode())


def complete(db: sqlite3.Connection, packer: Packer, article: int, presence: bytes) -> bytes | None:
    """Return the whole article as it was when only its presence was taken."""
    whole = take(db, packer, article)
    if whole is None:
        return None
    rows = json.loads(packer.unpack_bytes(whole))
    rows["article"][0]["gone_at"] = json.loads(packer.unpack_bytes(presence))["gone_at"]
    return packer.pack_bytes(json.dumps(rows, ensure_ascii=False).encode())


def swap(db: sqlite3.Connection, packer: Packer, images: Mapping[int, bytes | None]) -> dict[int, bytes | None]:
    """Put articles back to their snapshots, or take them away (None); return snapshots of what was there instead.

    Articles that have files of one another are to be swapped together: see `entangled`. The marks of an article that is
    there stay as they are; one that comes back brings its own.
    """
    read = {article: _unpacked(packer, image) for article, image in images.items()}
    instead: dict[int, bytes | None] = {}
    there = {article: _There.take(db, packer, article) for article, rows in read.items() if not _of_presence(rows)}
    for article, found in there.items():
        instead[article] = found.image
        if found.image is not None:
            _remove(db, packer, article)
    for article, rows in read.items():
        if rows is not None and _of_presence(rows):
            instead[article] = _swap_presence(db, packer, article, rows["gone_at"])
        elif rows is not None:
            found = there[article]
            _put_back(db, article, rows if found.image is None else rows | {"mark": found.marks}, found.fetched)
    return instead


def entangled(db: sqlite3.Connection, packer: Packer, image: bytes | None) -> list[int]:
    """Return the articles that have files of a snapshot now."""
    rows = _unpacked(packer, image)
    paths = [(file["source_id"], _from_base64(file["path"])) for file in (rows or {}).get("file", ())]
    owners: set[int] = set()
    for path in paths:
        found = db.execute("SELECT article_id FROM file WHERE source_id = ? AND path = ?", path).fetchone()
        if found and found[0] is not None:
            owners.add(found[0])
    return sorted(owners)


@dataclass(frozen=True, slots=True)
class _There:
    """What is there of an article before it is swapped."""

    image: bytes | None
    marks: list[dict[str, Any]]
    fetched: list[tuple[str, int]]

    @classmethod
    def take(cls, db: sqlite3.Connection, packer: Packer, article: int) -> _There:
        # What is about to be taken away may be all that knows which picture an address gave.
        fetched = db.execute(
            "SELECT DISTINCT key, address FROM picture WHERE article_id = ? AND key <> '' AND address IS NOT NULL",
            (article,),
        ).fetchall()
        return cls(take(db, packer, article), _rows(db, "mark", "article_id = ?", article), fetched)


def _unpacked(packer: Packer, image: bytes | None) -> dict[str, Any] | None:
    rows: dict[str, Any] | None = json.loads(packer.unpack_bytes(image)) if image is not None else None
    return rows


def _of_presence(rows: dict[str, Any] | None) -> bool:
    return rows is not None and "gone_at" in rows


def _swap_presence(db: sqlite3.Connection, packer: Packer, article: int, gone_at: int | None) -> bytes | None:
    instead = take_presence(db, packer, article)
    db.execute("UPDATE article SET gone_at = ? WHERE id = ?", (gone_at, article))
    return instead


def _remove(db: sqlite3.Connection, packer: Packer, article: int) -> None:
    forget(db, packer, article)
    db.execute("DELETE FROM problem WHERE (source_id, path) IN (SELECT source_id, path FROM file WHERE article_id = ?)",
               (article,))  # fmt: skip
    # All other rows of it go with it, its files' included.
    db.execute("DELETE FROM article WHERE id = ?", (article,))


def _put_back(db: sqlite3.Connection, article: int, rows: _ROWS, fetched: Sequence[tuple[str, int]]) -> None:
    rows["article"][0]["indexed"] = 0
    for row in rows["shelf"]:
        row["unread"] = 0 if rows["mark"] and rows["mark"][0]["read_at"] is not None else 1
    for file in rows["file"]:
        named = (file["source_id"], _from_base64(file["path"]))
        db.execute("DELETE FROM problem WHERE source_id = ? AND path = ?", named)
    for table in (*_TABLES, "problem"):
        for row in rows[table]:
            names = ", ".join(row)
            signs = ", ".join("?" * len(row))
            values = [_from_base64(value) for value in row.values()]
            db.execute(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({signs})", values)
    shelving.count(db, [(row["category_id"], bool(row["unread"])) for row in rows["shelf"]])
    # Since then a category may have been merged, or be no longer.
    relist(db, Details(db), article)
    _name_copies(db, article, fetched)
    restate(db, [article])


def _name_copies(db: sqlite3.Connection, article: int, fetched: Sequence[tuple[str, int]]) -> None:
    """Let the pictures of an article that came back be those which the library has now."""
    # Pictures whose copies the library gave up meanwhile are not shown as if it had them.
    db.execute(
        "UPDATE picture SET key = '' WHERE article_id = ? AND key <> '' AND key NOT IN (SELECT key FROM image)",
        (article,),
    )
    # An older version kept no numbers of addresses, and embedded pictures whole.
    db.execute(
        "UPDATE picture SET ref = short_ref(ref), address = address_number(ref) WHERE article_id = ? AND local IS NULL",
        (article,),
    )
    # Pictures that were fetched since are there all the same.
    db.executemany(
        "UPDATE picture SET key = ?, reason = '' WHERE article_id = ? AND key = '' AND address = ?",
        [(key, article, address) for key, address in fetched],
    )
    db.execute(
        "UPDATE picture SET key = coalesce((SELECT max(key) FROM picture AS other INDEXED BY picture_address"
        " WHERE other.address = picture.address), '') WHERE article_id = ? AND key = '' AND address IS NOT NULL",
        (article,),
    )


def _rows(db: sqlite3.Connection, table: str, where: str, article: int) -> list[dict[str, Any]]:
    found = db.execute(f"SELECT * FROM {table} WHERE {where}", (article,))
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


def _as_base64(value: object) -> dict[str, str]:
    if not isinstance(value, bytes):
        raise TypeError(type(value).__name__)
    return {"base64": base64.b64encode(value).decode("ascii")}


def _from_base64(value: object) -> object:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value

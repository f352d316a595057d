"""One whole article."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from reader.domain import Content, Picture
from reader.library.listing import rows
from reader.library.shelf.shelving import listed_in
from reader.library.store.packing import Packer, path_text, unpack_metadata
from reader.library.store.transactions import one_moment
from reader.offline import GIVEN_UP
from reader.problems import Problem, ProblemKind


def content(db: sqlite3.Connection, packer: Packer, article: int) -> Content | None:
    """Return everything the library holds of one article."""
    with one_moment(db):
        return _whole(db, packer, article)


def _whole(db: sqlite3.Connection, packer: Packer, article: int) -> Content | None:
    listed = rows.articles(db, [article])
    if not listed:
        return None
    body, date_text, zone_assumed, link, lang, metadata = db.execute(
        "SELECT body, date_text, zone_assumed, link, lang, metadata FROM content WHERE article_id = ?", (article,)
    ).fetchone()
    html, text = packer.unpack(body)
    source, root, path = db.execute(
        "SELECT source.id, root, path FROM article JOIN source ON source.id = article.source_id"
        " LEFT JOIN file ON article_id = article.id WHERE article.id = ?",
        (article,),
    ).fetchone()
    lead, pictures = _pictures(db, article)
    tags = db.execute(
        "SELECT name FROM article_tag JOIN tag ON tag.id = tag_id WHERE article_id = ? ORDER BY tag_id", (article,)
    )
    position = db.execute("SELECT position FROM mark WHERE article_id = ?", (article,)).fetchone()
    return Content(
        article=listed[0],
        path=path_text(path or b""),
        root=Path(path_text(root)),
        html=html,
        text=text,
        date_text=date_text,
        zone_assumed=bool(zone_assumed),
        link=link,
        lang=lang,
        categories=listed_in(db, article, shown=True),
        tags=tuple(name for (name,) in tags),
        lead=lead,
        pictures=pictures,
        metadata=unpack_metadata(metadata),
        problems=problems(db, source, path or b""),
        position=position[0] if position else 0,
    )


def problems(db: sqlite3.Connection, source: int, path: bytes) -> tuple[Problem, ...]:
    """Return what the last reading of a file found."""
    found = db.execute(
        "SELECT kind, detail, line, repaired FROM problem WHERE source_id = ? AND path = ? ORDER BY rowid",
        (source, path),
    )
    return tuple(
        Problem(path_text(path), ProblemKind(kind), detail, line, bool(repaired))
        for kind, detail, line, repaired in found
    )


def _pictures(db: sqlite3.Connection, article: int) -> tuple[Picture | None, tuple[Picture, ...]]:
    found = db.execute(
        "SELECT position, ref, CASE WHEN stored_at IS NULL THEN '' ELSE picture.key END, coalesce(width, 0),"
        " coalesce(height, 0), alt, picture.reason, stored_at, coalesce(image.reason, ''), coalesce(refusal.reason, '')"
        " FROM picture LEFT JOIN image ON image.key = picture.key LEFT JOIN refusal USING (address)"
        " WHERE article_id = ? ORDER BY position",
        (article,),
    ).fetchall()
    named = [
        (position, Picture(ref, key, width, height, alt, _reason(*why)))
        for position, ref, key, width, height, alt, *why in found
    ]
    lead = next((picture for position, picture in named if position < 0), None)
    return lead, tuple(picture for position, picture in named if position >= 0)


def _reason(own: str, stored_at: int | None, given_up: str, refused: str) -> str:
    """Return why there is no copy of a picture, "" where there is one or none was tried for."""
    if stored_at is not None:
        return ""
    return own or GIVEN_UP.get(given_up, "") or refused

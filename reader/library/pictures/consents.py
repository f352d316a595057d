"""What the user allows to be fetched from the web, and the one decision whether that covers a picture."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence

from reader.domain import ALL
from reader.library.store.settings import offline
from reader.library.store.transactions import transaction
from reader.offline import ArticleFacts, Consent, Fetch, Level, Permission, PictureScope

_COLUMNS = "id, what, source_id, category_id, article_id, unread, bookmarked, address, retry, up_to, given_at"

#: The beginning of the settings that tell which sources the user was asked about.
ASKED = "asked_pictures:"


def permission(consents: Sequence[Consent], article: ArticleFacts, address: int | None = None) -> Permission:
    """Decide what may be fetched for an article. Nothing that this does not allow is ever fetched.

    `address` is the number of the picture in question: without it, consents to a single picture do not count. Of the
    consents for always that of the article's source counts, also where it allows less than the general one; what is
    allowed for once comes on top.
    """
    always = [each for each in consents if not each.once]
    own = [each for each in always if each.scope.source == article.source]
    level = max(
        (_level(each, article) for each in own or always if _covers(each, article, address)), default=Level.NONE
    )
    again, until = False, 0
    for each in consents:
        if each.once and _covers(each, article, address):
            level = max(level, _level(each, article))
            again = True
            until = max(until, each.given_at if each.retry else 0)
    return Permission(level, again, until)


def _covers(consent: Consent, article: ArticleFacts, address: int | None) -> bool:
    scope = consent.scope
    return (
        (consent.up_to is None or article.id <= consent.up_to)
        and (scope.source is None or scope.source == article.source)
        and (scope.article is None or scope.article == article.id)
        and scope.category in (ALL, *article.categories)
        and (article.unread or not scope.unread)
        and (article.bookmarked or not scope.bookmarked)
        and scope.address in (None, address)
    )


def _level(consent: Consent, article: ArticleFacts) -> Level:
    if consent.what is Fetch.THUMBNAILS:
        return Level.THUMBNAIL
    if consent.what is Fetch.ALL or (consent.what is Fetch.BOOKMARKED and article.bookmarked):
        return Level.FULL
    return Level.NONE


def in_force(db: sqlite3.Connection) -> tuple[Consent, ...]:
    """Return what holds now: nothing while the user works offline."""
    return () if offline(db) else given(db)


def given(db: sqlite3.Connection) -> tuple[Consent, ...]:
    """Return every consent, whether it holds now or not."""
    found = db.execute(f"SELECT {_COLUMNS} FROM consent ORDER BY id")
    return tuple(
        Consent(
            id_,
            Fetch(what),
            PictureScope(category, source, article, bool(unread), bool(bookmarked), address),
            up_to,
            bool(retry),
            given_at,
        )
        for id_, what, source, category, article, unread, bookmarked, address, retry, up_to, given_at in found
    )


def allow(db: sqlite3.Connection, what: Fetch | None, source: int | None) -> None:
    """Set what may always be fetched for a source, or for all; None lets a source be as all are."""
    with transaction(db):
        db.execute("DELETE FROM consent WHERE up_to IS NULL AND source_id IS ?", (source,))
        if what is not None:
            db.execute(
                "INSERT INTO consent (what, source_id, given_at) VALUES (?, ?, ?)", (what, source, int(time.time()))
            )


def allow_once(db: sqlite3.Connection, what: Fetch, scope: PictureScope, *, retry: bool) -> int:
    """Allow something for the articles that are there now; return the number of the consent."""
    with transaction(db):
        made = db.execute(
            "INSERT INTO consent"
            " (what, source_id, category_id, article_id, unread, bookmarked, address, retry, up_to, given_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM article), ?)",
            (
                what,
                scope.source,
                scope.category,
                scope.article,
                scope.unread,
                scope.bookmarked,
                scope.address,
                retry,
                int(time.time()),
            ),
        )
    return int(made.lastrowid or 0)


def undecided(db: sqlite3.Connection) -> list[int]:
    """Return the sources that no consent for always speaks of, and that the user was not asked about."""
    found = db.execute(
        "SELECT id FROM source WHERE removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM consent WHERE up_to IS NULL"
        " AND (source_id IS NULL OR source_id = source.id)) AND NOT EXISTS (SELECT 1 FROM setting"
        " WHERE name = ? || source.id) ORDER BY id",
        (ASKED,),
    )
    return [source for (source,) in found]


def withdraw_all(db: sqlite3.Connection, source: int) -> None:
    """Allow nothing more for a source that is removed, whatever is allowed for all. Runs in the caller's transaction.

    Nobody sees any more what was allowed for it; and should it be imported again, it must not begin to connect.
    """
    db.execute("UPDATE consent SET what = ? WHERE up_to IS NULL AND source_id = ?", (Fetch.NOTHING, source))
    db.execute(
        "DELETE FROM consent WHERE up_to IS NOT NULL"
        " AND ? IN (source_id, (SELECT source_id FROM article WHERE article.id = consent.article_id))",
        (source,),
    )


def withdraw(db: sqlite3.Connection, consents: Sequence[int]) -> None:
    """Take consents back, by their numbers."""
    with transaction(db):
        db.executemany("DELETE FROM consent WHERE id = ?", [(each,) for each in consents])

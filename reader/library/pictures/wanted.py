"""Which pictures to fetch: those that are allowed and missing, of the newest articles first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from reader.domain import ALL
from reader.library.pictures import consents as consenting
from reader.offline import ArticleFacts, Consent, Estimate, Level, Permission, Wanted

# Articles looked at together: some milliseconds.
_PAGE = 300

#: Bytes of a picture while the library knows too few to tell: what pictures of pages weigh in the mean.
_USUAL_BYTES, _FEW = 150_000, 20

_FACTS = "SELECT id, article.published, source_id, read_at IS NULL, bookmarked_at IS NOT NULL"
LACKING = (
    f"{_FACTS} FROM article INDEXED BY article_lacking LEFT JOIN mark ON article_id = id"
    " WHERE lacks > 0 AND (article.published, id) < (?, ?) ORDER BY article.published DESC, id DESC LIMIT ?"
)
LACKING_OF = (
    f"{_FACTS} FROM article LEFT JOIN mark ON article_id = id"
    " WHERE lacks > 0 AND id IN (SELECT value FROM json_each(?)) ORDER BY article.published DESC, id DESC"
)
ABSENT = (
    "SELECT article_id, position, ref, address, picture.key, coalesce(image.reason, ''), lasting, tried_at"
    " FROM picture LEFT JOIN image ON image.key = picture.key LEFT JOIN refusal USING (address)"
    " WHERE article_id IN (SELECT value FROM json_each(?)) AND address IS NOT NULL AND stored_at IS NULL"
    " ORDER BY article_id DESC, position"
)
_AFTER_ALL = 2**62


class Wants:
    """Walks the articles that lack pictures, newest first, and yields what may be fetched, each address once.

    `wanted` yields None after each page, so that a caller can do something else meanwhile.
    """

    def __init__(
        self, db: sqlite3.Connection, consents: Sequence[Consent], but: AbstractSet[str] = frozenset()
    ) -> None:
        self._db = db
        self._but = but
        self._consents = consents
        self._categories = sorted({each.scope.category for each in consents} - {ALL})
        # Single pictures that are allowed, and the articles for which; None stands for any.
        single = [each.scope for each in consents if each.scope.address is not None]
        self._single = {each.address for each in single}
        self._single_of = {each.article for each in single}
        self._seen: dict[int, bool] = {}
        self.articles = 0

    def wanted(self) -> Iterator[Wanted | None]:
        """Yield the pictures to fetch, and None after each page of articles."""
        named = {each.scope.article for each in self._consents}
        if None not in named:
            # Single articles, as a click on a card allows them: nobody walks all the others for these.
            yield from self._of_page(
                self._db.execute(LACKING_OF, (json.dumps(sorted(filter(None, named))),)).fetchall()
            )
            yield None
            return
        last = (_AFTER_ALL, _AFTER_ALL)
        while page := self._db.execute(LACKING, (*last, _PAGE)).fetchall():
            last = (page[-1][1], page[-1][0])
            yield from self._of_page(page)
            yield None

    def _of_page(self, page: Sequence[tuple[int, int, int, int, int]]) -> Iterator[Wanted]:
        facts = self._facts(page)
        permissions = {id_: consenting.permission(self._consents, each) for id_, each in facts.items()}
        some = [id_ for id_, may in permissions.items() if may.level or self._single_of & {None, id_}]
        rows = self._db.execute(ABSENT, (json.dumps(some),)).fetchall()
        order = {article: place for place, article in enumerate(some)}
        rows.sort(key=lambda row: (order[row[0]], row[1]))
        counted: set[int] = set()
        for article, position, ref, number, key, reason, lasting, tried_at in rows:
            may = permissions[article]
            if number in self._single:
                may = consenting.permission(self._consents, facts[article], number)
            full = may.level is Level.FULL
            # One that is wanted small may be wanted whole for another article.
            if self._seen.get(number, -1) >= full or not _wanted(may, position, key, reason):
                continue
            if key in self._but or (lasting and tried_at > may.retry_until):
                continue
            self._seen[number] = full
            counted.add(article)
            yield Wanted(number, ref, full)
        self.articles += len(counted)

    def _facts(self, page: Sequence[tuple[int, int, int, int, int]]) -> dict[int, ArticleFacts]:
        shelves: dict[int, set[int]] = {}
        if self._categories:
            found = self._db.execute(
                "SELECT article_id, category_id FROM shelf WHERE article_id IN (SELECT value FROM json_each(?))"
                " AND category_id IN (SELECT value FROM json_each(?))",
                (json.dumps([row[0] for row in page]), json.dumps(self._categories)),
            )
            for article, category in found:
                shelves.setdefault(article, set()).add(category)
        return {
            id_: ArticleFacts(id_, source, bool(unread), bool(bookmarked), frozenset(shelves.get(id_, ())))
            for id_, _, source, unread, bookmarked in page
        }


def _wanted(may: Permission, position: int, key: str, reason: str) -> bool:
    """Whether an absent picture is to be had: for its small copy, or for itself."""
    if may.level is Level.NONE:
        return False
    if may.level is Level.THUMBNAIL:
        return position < 0 and not key
    # What was given up for its room would only push out another; the user may ask for it.
    return may.again or reason not in ("evicted", "cleared")


def estimate(db: sqlite3.Connection, consents: Sequence[Consent]) -> Iterator[Estimate]:
    """Yield how much there is to fetch, page by page; the last one is whole."""
    known, total = db.execute("SELECT count(*), coalesce(sum(bytes), 0) FROM image WHERE remote = 1").fetchone()
    if known < _FEW:
        known, total = db.execute("SELECT count(*), coalesce(sum(bytes), 0) FROM image").fetchone()
    mean = total / known if known >= _FEW else _USUAL_BYTES
    wants = Wants(db, consents)
    pictures = 0
    for each in wants.wanted():
        if each is not None:
            pictures += 1
            continue
        yield Estimate(pictures, round(pictures * mean), wants.articles)
    yield Estimate(pictures, round(pictures * mean), wants.articles)

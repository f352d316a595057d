"""Which posts link to which: numbers of names, noted with the search index, and looked at once more when asked for.

A post's own names and those that its links name are kept as numbers of 32 bits. They only say where to look: what a
link really means is decided from the post's text when somebody asks, so that nothing has to be kept true.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reader.library.relations import link_names
from reader.library.relations.link_names import Named, Target
from reader.library.store.database import transaction
from reader.library.store.packing import Packer, path_bytes, path_text
from reader.library.store.settings import setting, write_setting
from reader.references import LinkedPost

#: The setting that says up to which id articles of an older library are still to be noted.
BELOW = "links_below"
# Articles that are noted in one step of upkeep: some tens of milliseconds.
_NOTED = 100
# Posts of one name that are compared, files of one post that name it, and posts looked through for a link.
_SAME_NAME, _FILES, _LINKING = 30, 5, 200
# How the name of a post's file goes on behind its place.
_FILE_NAMES = ("", "/index", "/README")
_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class _Post:
    """A post, its title, and the host of its source."""

    named: Named
    title: str
    site: str


class _Hosts:
    """Which hosts articles come from, each looked up once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[str, bool] = {}

    def known(self, host: str) -> bool:
        found = self._known.get(host)
        if found is None:
            asked = "SELECT EXISTS (SELECT 1 FROM link_host WHERE number = ?)"
            found = bool(self._db.execute(asked, (link_names.number("host", host),)).fetchone()[0])
            self._known[host] = found
        return found


def note(db: sqlite3.Connection, article: int, hrefs: Iterable[str]) -> None:
    """Note an article, the addresses of whose links are given; runs in the caller's transaction.

    Links to hosts that no article comes from are left out.
    """
    post = _post(db, article)
    if post is None:
        return
    own_host = link_names.host_of(post.named.link)
    if own_host:
        db.execute("INSERT OR IGNORE INTO link_host VALUES (?)", (link_names.number("host", own_host),))
    source = post.named.source
    targets = _targets(post, hrefs, _Hosts(db))
    named = {number for target in targets for number in link_names.numbers_of(target, source)}
    rows = [(article, 1, number) for number in sorted(link_names.own_numbers(post.named))]
    rows += [(article, 0, number) for number in sorted(named)]
    db.executemany("INSERT OR IGNORE INTO link VALUES (?, ?, ?)", rows)


def _targets(post: _Post, hrefs: Iterable[str], hosts: _Hosts) -> Iterator[Target]:
    """Yield what the links of a post name that may be posts of the library."""
    path = post.named.paths[0] if post.named.paths else ""
    for href in hrefs:
        host = link_names.host_of(href)
        if not host or host == post.site or hosts.known(host):
            target = link_names.target(href, path, post.named.link, post.site)
            if target is not None:
                yield target


def forget(db: sqlite3.Connection, article: int) -> None:
    """Forget what was noted of an article that is to change."""
    db.execute("DELETE FROM link WHERE article_id = ?", (article,))


def note_site(db: sqlite3.Connection, source: int, host: str) -> None:
    """Note on which host all posts of a source are; where that is news, its articles are looked at again in time."""
    with transaction(db):
        changed = db.execute("UPDATE source SET site = ?2 WHERE id = ?1 AND site <> ?2", (source, host)).rowcount
        highest = db.execute("SELECT max(id) FROM article WHERE source_id = ?", (source,)).fetchone()[0]
        if changed and highest is not None:
            write_setting(db, BELOW, str(max(int(setting(db, BELOW) or 0), highest)))


def fill(db: sqlite3.Connection, packer: Packer) -> Iterator[None]:
    """Note the articles that were indexed before links were noted, the newest first; may be closed at any step."""
    while below := int(setting(db, BELOW) or 0):
        rows = db.execute(
            "SELECT id, body FROM article JOIN content ON article_id = id"
            " WHERE id <= ? AND indexed = 1 ORDER BY id DESC LIMIT ?",
            (below, _NOTED),
        ).fetchall()
        found = [(article, link_names.hrefs(packer.unpack(body)[0])) for article, body in rows]
        with transaction(db):
            for article, hrefs in found:
                # One that was read anew meanwhile is noted with its index.
                if db.execute("SELECT 1 FROM article WHERE id = ? AND indexed = 1", (article,)).fetchone():
                    note(db, article, hrefs)
            # More are to be looked at again where another program just learned of a host.
            if int(setting(db, BELOW) or 0) == below:
                write_setting(db, BELOW, str(rows[-1][0] - 1) if rows else "")
        yield


def inside(db: sqlite3.Connection, packer: Packer, article: int) -> dict[str, LinkedPost]:
    """Return the posts of the library that an article links to, by the address as its HTML has it."""
    row = db.execute("SELECT body FROM content WHERE article_id = ?", (article,)).fetchone()
    post = _post(db, article)
    if row is None or post is None:
        return {}
    found = {}
    posts: dict[int, _Post | None] = {article: post}
    for target in _targets(post, link_names.hrefs(packer.unpack(row[0])[0]), _Hosts(db)):
        meant = _meant(db, target, post.named.source, posts)
        if meant is not None and meant.article != article:
            found[target.href] = meant
    return found


def to(db: sqlite3.Connection, packer: Packer, article: int, most: int) -> list[int]:
    """Return the articles that link to one, the last that came first, at most so many; takes 0.3 s at most."""
    until = time.monotonic() + _SECONDS
    candidates: set[int] = set()
    for (number,) in db.execute("SELECT number FROM link WHERE article_id = ? AND own = 1", (article,)).fetchall():
        rows = db.execute(
            "SELECT article_id FROM link INDEXED BY link_number WHERE number = ? AND own = 0"
            " ORDER BY article_id DESC LIMIT ?",
            (number, _LINKING),
        )
        candidates.update(other for (other,) in rows.fetchall())
    found: list[int] = []
    for other in sorted(candidates - {article}, reverse=True):
        if len(found) == most or time.monotonic() > until:
            break  # What was found until now has to do.
        if any(each.article == article for each in inside(db, packer, other).values()):
            found.append(other)
    return found


def _meant(db: sqlite3.Connection, target: Target, source: int, posts: dict[int, _Post | None]) -> LinkedPost | None:
    """Return the post that a link means; of several that are called so, the one that the rest of it fits best."""
    best, surest = None, (0, 0)
    for other in _called_so(db, target, source):
        if other not in posts:
            posts[other] = _post(db, other)
        post = posts[other]
        if post is not None and (sure := link_names.agreement(target, post.named, source)) > surest:
            best, surest = LinkedPost(other, post.title), sure
    return best


def _called_so(db: sqlite3.Connection, target: Target, source: int) -> Iterator[int]:
    """Yield the posts that a link may mean: that at the place of a relative one, then some of those called so."""
    for name in _FILE_NAMES if target.place else ():
        path = path_bytes(f"{target.place}{name}")
        rows = db.execute(
            "SELECT article_id FROM file WHERE source_id = ? AND path > ? AND path < ? AND article_id IS NOT NULL"
            " LIMIT ?",
            (source, path + b".", path + b"/", _FILES),  # "/" follows ".".
        )
        yield from (other for (other,) in rows.fetchall())
    for number in link_names.numbers_of(target, source):
        rows = db.execute(
            "SELECT article_id FROM link INDEXED BY link_number WHERE number = ? AND own = 1"
            " ORDER BY article_id LIMIT ?",
            (number, _SAME_NAME),
        )
        yield from (other for (other,) in rows.fetchall())


def _post(db: sqlite3.Connection, article: int) -> _Post | None:
    row = db.execute(
        "SELECT source_id, title, published, link, slug, site FROM article JOIN content ON article_id = article.id"
        " JOIN source ON source.id = source_id WHERE article.id = ?",
        (article,),
    ).fetchone()
    if row is None:
        return None
    source, title, published, link, slug, site = row
    paths = db.execute("SELECT path FROM file WHERE article_id = ? LIMIT ?", (article, _FILES)).fetchall()
    day = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=published)
    texts = tuple(path_text(path) for (path,) in paths)
    return _Post(Named(article, source, link, slug, texts, (day.year, day.month, day.day)), title, site)

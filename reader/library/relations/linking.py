"""Which posts link to which: hashes of names, stored with the search index, and resolved on demand.

A post's own names and those that its links name are kept as numbers of 32 bits. They only say where to look: what a
link really means is decided from the post's text when somebody asks, so that nothing has to be kept true.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from reader.days import utc
from reader.library.relations import link_names
from reader.library.relations.link_names import Named, Target
from reader.library.store.packing import Packer, path_bytes, path_text
from reader.library.store.settings import setting, write_setting
from reader.library.store.statements import exists
from reader.library.store.transactions import transaction
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

#: What `Post.of` makes a post of, of rows of article with those of content and source.
COLUMNS = (
    "article.id, source_id, title, published, link, slug, site,"
    " (SELECT group_concat(hex(path)) FROM file WHERE article_id = article.id)"
)
#: The tables that these columns are in, joined in the order in which they are to be looked into.
TABLES = "article CROSS JOIN content ON article_id = article.id CROSS JOIN source ON source.id = source_id"
_POST = f"SELECT {COLUMNS} FROM {TABLES} WHERE article.id = ?"
#: Such a row; tuples go quickly from process to process.
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post, its title, and the host of its source."""

    named: Named
    title: str
    site: str

    @classmethod
    def of(
        cls, article: int, source: int, title: str, published: int, link: str, slug: str, site: str, paths: str | None
    ) -> Post:
        """Make a post of its row."""
        day = utc(published)
        files = paths.split(",")[:_FILES] if paths else ()
        texts = tuple(path_text(bytes.fromhex(path)) for path in files)
        return cls(Named(article, source, link, slug, texts, (day.year, day.month, day.day)), title, site)

    def target(self, href: str) -> Target | None:
        """Return what a link names, None for what names no post."""
        path = self.named.paths[0] if self.named.paths else ""
        return link_names.target(href, path, self.named.link, self.site)

    def is_inner(self, host: str) -> bool:
        """Tell whether a link to this host, "" for none, stays within the site."""
        return not host or host == self.site


class Numbers(NamedTuple):
    """What is noted of a post: the numbers of its own host (at most one) and names, and those that its links name.

    `foreign` are links to other hosts, behind the number of each. They count where an article comes from there.
    """

    host: tuple[int, ...]
    own: tuple[int, ...]
    named: tuple[int, ...]
    foreign: tuple[tuple[int, str], ...]


def numbers(post: Post, hrefs: Iterable[str]) -> Numbers:
    """Return what is to be noted of a post with these links. Asks no library: another process can do it."""
    own_host = link_names.host_of(post.named.link)
    named: set[int] = set()
    foreign: list[tuple[int, str]] = []
    for href in hrefs:
        host = link_names.host_of(href)
        if not post.is_inner(host):
            foreign.append((_host_number(host), href))
        elif target := post.target(href):
            named.update(link_names.numbers_of(target, post.named.source))
    return Numbers(
        (_host_number(own_host),) if own_host else (),
        tuple(sorted(link_names.own_numbers(post.named))),
        tuple(named),
        tuple(foreign),
    )


def _host_number(host: str) -> int:
    return link_names.number("host", host)


class Notes:
    """Notes posts within one transaction of the caller's."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._hosts = _Hosts(db)
        self._rows: list[tuple[int, int, int]] = []

    def add(self, row: Row, found: Numbers) -> None:
        """Note a post. Links to hosts that no article comes from so far are left out."""
        for host in found.host:
            self._hosts.add(host)
        named = set(found.named)
        hrefs = [href for host, href in found.foreign if self._hosts.known(host)]
        if hrefs:
            post = Post.of(*row)
            for target in filter(None, map(post.target, hrefs)):
                named.update(link_names.numbers_of(target, post.named.source))
        self._rows += [(row[0], 1, number) for number in found.own]
        self._rows += [(row[0], 0, number) for number in sorted(named)]

    def flush(self) -> None:
        """Write what was noted."""
        self._db.executemany("INSERT OR IGNORE INTO link VALUES (?, ?, ?)", self._rows)
        self._rows.clear()


class _Hosts:
    """Which hosts articles come from, by their numbers, each looked up once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[int, bool] = {}

    def known(self, host: int) -> bool:
        found = self._known.get(host)
        if found is None:
            found = self._known[host] = exists(self._db, "FROM link_host WHERE number = ?", (host,))
        return found

    def add(self, host: int) -> None:
        if not self._known.get(host):
            self._db.execute("INSERT OR IGNORE INTO link_host VALUES (?)", (host,))
            self._known[host] = True


def _targets(post: Post, hrefs: Iterable[str], hosts: _Hosts) -> Iterator[Target]:
    """Yield what the links of a post name that may be posts of the library."""
    for href in hrefs:
        host = link_names.host_of(href)
        if post.is_inner(host) or hosts.known(_host_number(host)):
            target = post.target(href)
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
            notes = Notes(db)
            for article, hrefs in found:
                # One that was read anew meanwhile is noted with its index.
                row = db.execute(f"{_POST} AND indexed = 1", (article,)).fetchone()
                if row is not None:
                    notes.add(row, numbers(Post.of(*row), hrefs))
            notes.flush()
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
    posts: dict[int, Post | None] = {article: post}
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


def _meant(db: sqlite3.Connection, target: Target, source: int, posts: dict[int, Post | None]) -> LinkedPost | None:
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


def _post(db: sqlite3.Connection, article: int) -> Post | None:
    row = db.execute(_POST, (article,)).fetchone()
    return None if row is None else Post.of(*row)

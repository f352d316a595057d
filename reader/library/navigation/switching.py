"""The quick switcher's targets: categories, tags, sources, smart folders and article titles, by a few letters."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from reader.domain import ArticleQuery
from reader.library.conditions.query_language import MAX_CONDITIONS, MAX_LENGTH
from reader.library.conditions.query_names import names
from reader.library.conditions.query_tree import And, Field, Naming, Words
from reader.library.listing import lists, rows
from reader.library.navigation.saved import SavedSearches
from reader.library.store.database import explained
from reader.library.store.packing import clean
from reader.library.words import fuzzy
from reader.library.words.fuzzy import Names, Rank
from reader.library.words.tokens import units

# Names of a kind that are held in memory, and titles of the newest articles: some 10 MB in all. Titles of all articles
# are looked up in the index, by their words.
_MOST_NAMES, _NEWEST = 30_000, 5_000
_LONGEST_NAME = 300
#: Hits of each kind, and of articles and settings: there are seven themes.
MOST, MOST_ARTICLES = 5, 8
# One thing may be found by so many of its names.
_MOST_NAMES_OF_ONE = 4
# The index may be asked for so long: a beginning of two letters stands for thousands of words.
_SECONDS = 0.25
# Steps of SQLite's machine between two looks at the clock, about a millisecond.
_STEPS = 20_000

LISTED = {
    Naming.CATEGORY: "SELECT id FROM category WHERE EXISTS (SELECT 1 FROM shelf WHERE category_id = category.id)",
    Naming.TAG: "SELECT id FROM tag WHERE EXISTS (SELECT 1 FROM article_tag WHERE tag_id = tag.id)",
    Naming.SOURCE: "SELECT id FROM source WHERE EXISTS (SELECT 1 FROM article WHERE source_id = source.id)",
}
NEWEST = """
SELECT article.id, title, source.name, article.published
FROM shelf CROSS JOIN article ON article.id = shelf.article_id JOIN source ON source.id = source_id
WHERE shelf.category_id = 1 ORDER BY shelf.published DESC, shelf.article_id DESC LIMIT ?
"""


class Kind(StrEnum):
    """What one jumps to, in the order in which kinds that fit as well are shown."""

    FOLDER = "folder"  # what always stands in the sidebar; its key is the window's
    SMART = "smart"
    CATEGORY = "category"
    SOURCE = "source"
    TAG = "tag"
    COMMAND = "command"  # its key is the window's, too
    SETTING = "setting"  # one of the values of a setting, likewise
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to jump to: its id or key, what it is called, and what else tells it from others.

    A category is called by its path, with slashes. `published` is an article's time, seconds since 1970. `also` are
    names by which it is found as well, as they are written, such as those in other languages.
    """

    kind: Kind
    key: int | str
    name: str
    detail: str = ""
    published: int | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A target that fits, with the ranges of its name that were typed."""

    target: Target
    marks: tuple[tuple[int, int], ...] = ()


Fitting = tuple[Rank, Target]


class Targets:
    """What one can jump to, made ready to be looked through at every key."""

    def __init__(self, targets: Sequence[Target]) -> None:
        self._targets = {kind: [target for target in targets if target.kind is kind] for kind in Kind}
        self._names = {
            kind: Names(
                [target.name for target in some], paths=[kind is Kind.CATEGORY] * len(some), newest=kind is Kind.ARTICLE
            )
            for kind, some in self._targets.items()
        }
        # Each as often as it has other names.
        self._renamed = {kind: [target for target in some for _ in target.also] for kind, some in self._targets.items()}
        self._other_names = {
            kind: Names(
                [name for target in some for name in target.also], [False] * len(self._renamed[kind]), silent=True
            )
            for kind, some in self._targets.items()
        }

    def listen(self) -> Iterator[None]:
        """Make ready how all of it sounds, kind by kind, so that the first letter need not wait for that."""
        for names_of_kind in self._names.values():
            names_of_kind.with_sounds()
            yield

    def first(self) -> list[Hit]:
        """Return what to show while nothing is typed."""
        return [Hit(target) for kind in (Kind.FOLDER, Kind.SMART) for target in self._targets[kind]]

    def find(self, typed: str, titles: Sequence[Target] = (), stopped: Callable[[], bool] = lambda: False) -> list[Hit]:
        """Return what fits, kind by kind, that with the best fit first; `titles` are articles that the index found."""
        found = {kind: self._fits(kind, typed, stopped) for kind in Kind}
        found[Kind.ARTICLE] = _with_titles(found[Kind.ARTICLE], typed, titles)
        best = min((hits[0][0][0] for hits in found.values() if hits), default=0)
        if best < fuzzy.LETTERS:
            # Beside what is meant, letters that happen to stand in their order are noise.
            found = {kind: [hit for hit in hits if hit[0][0] < fuzzy.LETTERS] for kind, hits in found.items()}
        groups = sorted((hits for hits in found.values() if hits), key=lambda hits: hits[0][0][0])
        return [
            Hit(target, fuzzy.marks(target.name, typed))
            for hits in groups
            for _, target in hits[: _most(hits[0][1].kind)]
        ]

    def _fits(self, kind: Kind, typed: str, stopped: Callable[[], bool]) -> list[Fitting]:
        found: dict[int | str, Fitting] = {}
        for names_, targets in ((self._names, self._targets), (self._other_names, self._renamed)):
            for fit in names_[kind].find(typed, _MOST_NAMES_OF_ONE * _most(kind), stopped):
                target = targets[kind][fit.place]
                if target.key not in found or fit.rank < found[target.key][0]:
                    found[target.key] = fit.rank, target
        return sorted(found.values(), key=lambda fitting: fitting[0])[: _most(kind)]


def _most(kind: Kind) -> int:
    return MOST_ARTICLES if kind in (Kind.ARTICLE, Kind.SETTING) else MOST


def _with_titles(found: Sequence[Fitting], typed: str, titles: Sequence[Target]) -> list[Fitting]:
    """Return the articles that fit with those that the index found; the newest of those that fit as well first."""
    ready = Names([title.name for title in titles], [False] * len(titles))
    ranks = {fit.place: fit.rank for fit in ready.find(typed, len(titles))}
    # Words in another order fit no name, but the title holds them all.
    held = (fuzzy.INSIDE, 0, 0)
    both = {title.key: (min(ranks.get(at, held), held), title) for at, title in enumerate(titles)}
    for rank, target in found:
        if target.key not in both:
            both[target.key] = rank, target
    return sorted(both.values(), key=lambda hit: (hit[0][0], -(hit[1].published or 0)))


class Switching:
    """Belongs to a Library. Every method raises LibraryError when the environment refuses."""

    def __init__(self, db: sqlite3.Connection, file: Path, saved: SavedSearches) -> None:
        self._db = db
        self._saved = saved
        self.file = file

    @explained
    def targets(self) -> list[Target]:
        """Return what can be held in memory: names that list something, up to 30,000 of a kind, and newest titles."""
        found = [Target(Kind.SMART, saved.id, saved.name, saved.text) for saved in self._saved.all()]
        for kind, naming in ((Kind.CATEGORY, Naming.CATEGORY), (Kind.SOURCE, Naming.SOURCE), (Kind.TAG, Naming.TAG)):
            listed = {id_ for (id_,) in self._db.execute(LISTED[naming])}
            some = ((id_, name) for id_, name in names(self._db, naming) if id_ in listed)
            found += [Target(kind, id_, name[:_LONGEST_NAME]) for id_, name in islice(some, _MOST_NAMES)]
        newest = self._db.execute(NEWEST, (_NEWEST,))
        found += [Target(Kind.ARTICLE, id_, title[:_LONGEST_NAME], *rest) for id_, title, *rest in newest]
        return found

    @explained
    def titles(
        self, typed: str, stopped: Callable[[], bool] = lambda: False, seconds: float = _SECONDS
    ) -> list[Target]:
        """Return the newest articles whose titles hold all words, or longer ones that begin so.

        There are none when it takes longer than some seconds, or once it is `stopped`.
        """
        words = [word for word in clean(typed)[:MAX_LENGTH].split()[:MAX_CONDITIONS] if units(word)]
        if not words:
            return []
        root = And(tuple(Words(word, Field.TITLE, unfinished=True, least=2) for word in words))
        end = time.monotonic() + seconds
        self._db.set_progress_handler(lambda: int(stopped() or time.monotonic() > end), _STEPS)
        try:
            ids = lists.first(self._db, ArticleQuery(), root, MOST_ARTICLES).ids
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            return []
        finally:
            self._db.set_progress_handler(None, 0)
        return [
            Target(Kind.ARTICLE, row.id, row.title[:_LONGEST_NAME], row.source, row.published)
            for row in rows.articles(self._db, ids)
        ]

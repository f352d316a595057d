"""The articles of a folder as an import would produce them, file by file, without writing any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from reader.domain import Post
from reader.importing.survey import Presence, Survey
from reader.library.imports.finding import Standing
from reader.library.imports.sources import KnownFile
from reader.library.library import Library
from reader.library.store.packing import clean
from reader.outcomes import Outcome


class Prospect:
    """Finds the article of each file by the rules of PostWriter and Finder, among those that would be there by then.

    Files are to be given in the order in which an import writes them: see Survey.read.
    """

    def __init__(self, library: Library | None, found: Survey, here: Presence) -> None:
        self._library = library
        self._source = found.source
        copies = set(here.copies)
        self._files = Counter(
            known.article for path, known in found.known.items() if known.article is not None and path not in copies
        )
        #: What articles are compared by; those of the library only as far as somebody asked.
        self._standings: dict[int, Standing] = library.files.standings(list(here.missing)) if library else {}
        #: Articles whose file is missing, now or since long, with a path of each.
        self._missing = {article: here.missing[article] for article in self._standings}
        self._before = {article for article, standing in self._standings.items() if standing.gone}
        self._renamed: dict[tuple[int, str], list[int]] = {}
        for article, standing in sorted(self._standings.items()):
            self._renamed.setdefault((standing.published, standing.title), []).append(article)
        self._clocked = _clocked(found.known, self._standings)
        self._written: dict[tuple[int, str], int] = {}
        self._made = 0

    def gone(self) -> list[str]:
        """Return a path of each article that would be found gone."""
        return [path for article, path in self._missing.items() if article not in self._before]

    def write(self, post: Post, known: KnownFile | None) -> Outcome:
        """Take in a file that changed or is new, and return what would become of it."""
        article = known.article if known else None
        outcome = Outcome.CHANGED
        if article is None or self._became_another(article, post):
            if article is not None:
                self._files[article] -= 1
            article, outcome = self._find(post)
            if outcome is Outcome.MOVED:
                self._files[article] = 0
                del self._missing[article]
            self._files[article] += 1
        if outcome is not Outcome.COPY:
            self._note(article, post)
        return outcome

    def _note(self, article: int, post: Post) -> None:
        published = int(post.published.timestamp())
        before = self._standing(article) if post.date_fallback else None
        if before is not None and before.clocked:
            published = before.published
        title = clean(post.title)
        self._standings[article] = Standing(title, published, post.identity, post.date_fallback)
        if post.identity is not None:
            self._written[post.identity, title] = article

    def _standing(self, article: int) -> Standing | None:
        if article not in self._standings and article > 0 and self._library is not None:
            self._standings.update(self._library.files.standings([article]))
        return self._standings.get(article)

    def _became_another(self, article: int, post: Post) -> bool:
        if self._files[article] < 2:
            return False
        standing = self._standing(article)
        said = clean(post.title), int(post.published.timestamp())
        return standing is not None and (standing.title, standing.published) != said

    def _find(self, post: Post) -> tuple[int, Outcome]:
        title = clean(post.title)
        same = [
            each for each in self._renamed.get((int(post.published.timestamp()), title), ()) if each in self._missing
        ]
        if same:
            return next(
                (each for each in same if self._standings[each].identity == post.identity), same[0]
            ), Outcome.MOVED
        copied = self._of_identity(post.identity, title) if post.identity is not None else None
        if copied is not None:
            return copied, Outcome.COPY
        moved = self._by_name(post, title) if post.date_fallback else None
        if moved is not None:
            return moved, Outcome.MOVED
        self._made -= 1  # The library numbers its articles from 1.
        return self._made, Outcome.NEW

    def _of_identity(self, identity: int, title: str) -> int | None:
        found: list[int] = []
        if self._library is not None and self._source is not None:
            found = self._library.files.of_identity(self._source, identity, title)
        written = self._written.get((identity, title))
        for article in [*found, *([] if written is None else [written])]:
            standing = self._standings.get(article)
            if standing is None or (standing.identity, standing.title) == (identity, title):
                return article
        return None

    def _by_name(self, post: Post, title: str) -> int | None:
        name = _name(post.path)
        for article, path, fingerprint in self._clocked.get(title, ()):
            if article in self._missing and (_name(path) == name or fingerprint == post.fingerprint):
                return article
        return None


def _clocked(
    known: Mapping[str, KnownFile], standings: Mapping[int, Standing]
) -> dict[str, list[tuple[int, str, bytes]]]:
    """Return the articles whose date is only a clock's, by title: their files are known again by their names."""
    found: dict[str, list[tuple[int, str, bytes]]] = {}
    for path, file in known.items():
        standing = standings.get(file.article) if file.article is not None else None
        if file.article is not None and standing is not None and standing.clocked:
            found.setdefault(standing.title, []).append((file.article, path, file.fingerprint))
    for candidates in found.values():
        candidates.sort()
    return found


def _name(path: str) -> str:
    return path.rpartition("/")[2]

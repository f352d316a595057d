"""What an import of a folder would do: a dry run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.domain import AS_FOUND, ImportOptions, Post, ReadFile
from reader.importing.reading import read_files
from reader.importing.survey import Survey, no_posts, survey
from reader.library.library import Library
from reader.outcomes import READ, Counts, FileOutcome, ImportPlan, Outcome, refusal

# Plans are told once in so many files.
_STEP = 50


def plan(library: Library | None, folder: Path, options: ImportOptions = AS_FOUND) -> Iterator[ImportPlan]:
    """Yield ever fuller plans of an import; nothing is written. The last one is complete.

    Raises LibraryError when the folder cannot be read or holds no posts.
    """
    found: Survey | None = None
    for found in survey(library, folder, options):
        yield _begun(found)
    if found is None or not (found.found or found.known):
        raise no_posts(folder)
    foresight = _Foresight(library, found)
    yield foresight.so_far()
    for number, file in enumerate(read_files(found.site, foresight.wanted), start=1):
        foresight.look_at(file)
        if number % _STEP == 0:
            yield foresight.so_far()
    yield foresight.whole()


def _begun(found: Survey) -> ImportPlan:
    return ImportPlan(found.site.dialect, found.site.marker, len(found.found), zone=found.site.zone)


class _Foresight:
    """Decides for each file as the library would when it writes it."""

    def __init__(self, library: Library | None, found: Survey) -> None:
        self.wanted = found.wanted()
        self._found = found
        self._library = library
        self._outcomes: list[FileOutcome] = []
        self._counts, self._repaired, self._read = Counts(), 0, 0
        for problem in found.problems:
            self._add(FileOutcome(problem.path, refusal(problem), problems=(problem,)))
        changing = {path for path, _ in self.wanted}
        self._same = [file.path for file in found.found if file.path not in changing]
        # Files that were not looked into yet.
        self._left = Counter(path in found.known for path in changing)
        self._categories: Counter[tuple[str, ...]] = Counter()
        self._files_of = Counter(known.article for known in found.known.values())
        here = found.presence()
        rows = library.articles(list(here.missing)) if library else []
        self._missing = {row.id: here.missing[row.id] for row in rows if not row.gone}
        self._copies = here.copies
        # Articles whose file is missing, now or since long, by what a renamed file is known by.
        self._renamed = {(row.published, row.title): row.id for row in rows}
        self._identities: set[int] = set()

    def look_at(self, file: ReadFile) -> None:
        """Count one more file that was read."""
        self._read += 1
        post, known = file.post, self._found.known.get(file.path)
        self._left[known is not None] -= 1
        if file.unchanged or (post and known and known.fingerprint == post.fingerprint != b""):
            self._same.append(file.path)
            return
        if post is None:
            outcome = refusal(file.problems[-1])
        elif known is not None and known.article is not None and not self._became_another(known.article, post):
            outcome = Outcome.CHANGED
        else:
            outcome = self._new(post)
        if post is not None:
            self._categories.update(post.categories)
            if post.identity is not None:
                self._identities.add(post.identity)
        self._add(FileOutcome(file.path, outcome, post.title if post else "", file.problems))

    def _new(self, post: Post) -> Outcome:
        article = self._renamed.pop((int(post.published.timestamp()), post.title), None)
        if article is not None:
            self._missing.pop(article, None)
            return Outcome.MOVED
        return Outcome.COPY if self._is_copy(post.identity) else Outcome.NEW

    def _became_another(self, article: int, post: Post) -> bool:
        """Whether one of several files of an article now holds another post: see PostWriter."""
        if self._files_of[article] < 2 or self._library is None:
            return False
        rows = self._library.articles([article])
        return any((row.title, row.published) != (post.title, int(post.published.timestamp())) for row in rows)

    def _is_copy(self, identity: int | None) -> bool:
        if identity is None or identity in self._identities:
            return identity is not None
        source = self._found.source
        return self._library is not None and source is not None and self._library.files.holds(source, identity)

    def _add(self, file: FileOutcome) -> None:
        self._outcomes.append(file)
        self._counts[file.outcome] += 1
        self._repaired += file.repaired and file.outcome in READ

    def so_far(self) -> ImportPlan:
        """Return the plan; files that were not looked into yet count as new or as changed."""
        counts = Counts(self._counts)
        counts[Outcome.SAME] = len(self._same)
        counts[Outcome.NEW] += self._left[False]
        counts[Outcome.CHANGED] += self._left[True]
        return replace(
            _begun(self._found), counts=counts, repaired=self._repaired, to_read=len(self.wanted), read=self._read,
            scanned=True,
        )  # fmt: skip

    def whole(self) -> ImportPlan:
        """Return the plan once all files were looked into, with what becomes of each."""
        for path in (*self._missing.values(), *self._copies):
            self._add(FileOutcome(path, Outcome.GONE))
        return replace(
            self.so_far(), outcomes=tuple(self._outcomes), same=tuple(self._same),
            categories=tuple(self._categories.most_common()), complete=True,
        )  # fmt: skip

"""What an import of a folder would do: a dry run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.domain import AS_FOUND, ImportOptions, ReadFile
from reader.importing.prospect import Prospect
from reader.importing.reading import without_texts
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
    for number, file in enumerate(found.read(foresight.wanted, without_texts), start=1):
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
        self._outcomes: list[FileOutcome] = []
        self._counts, self._repaired, self._read = Counts(), 0, 0
        for problem in found.problems:
            self._add(FileOutcome(problem.path, refusal(problem), problems=(problem,)))
        changing = {path for path, _ in self.wanted}
        self._same = [file.path for file in found.found if file.path not in changing]
        # Files that were not looked into yet.
        self._left = Counter(path in found.known for path in changing)
        self._categories: Counter[tuple[str, ...]] = Counter()
        here = found.presence()
        self._prospect = Prospect(library, found, here)
        self._copies = here.copies

    def look_at(self, file: ReadFile) -> None:
        """Count one more file that was read."""
        self._read += 1
        post, known = file.post, self._found.known.get(file.path)
        self._left[known is not None] -= 1
        article = known.article if known else None
        if file.unchanged or (post and known and article and known.fingerprint == post.fingerprint != b""):
            self._same.append(file.path)
            return
        if post is None:
            outcome = refusal(file.problems[-1])
        else:
            outcome = self._prospect.write(post, known)
            self._categories.update(post.categories)
        self._add(FileOutcome(file.path, outcome, post.title if post else "", file.problems))

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
        for path in (*self._prospect.gone(), *self._copies):
            self._add(FileOutcome(path, Outcome.GONE))
        return replace(
            self.so_far(), outcomes=tuple(self._outcomes), same=tuple(self._same),
            categories=tuple(self._categories.most_common()), complete=True,
        )  # fmt: skip

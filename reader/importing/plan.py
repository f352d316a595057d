"""What an import of a folder would do: a dry run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.domain import Dialect, ReadFile
from reader.importing.reading import read_files
from reader.importing.survey import Survey, no_posts, survey
from reader.library.library import Library
from reader.outcomes import ImportPlan

# Plans are told once in so many files.
_STEP = 50


def plan(library: Library | None, folder: Path, dialect: Dialect | None = None) -> Iterator[ImportPlan]:
    """Yield ever fuller plans of an import; nothing is written. The last one is complete.

    Raises LibraryError when the folder cannot be read or holds no posts.
    """
    found: Survey | None = None
    for found in survey(library, folder, dialect):
        yield ImportPlan(found.site.dialect, found.site.marker, len(found.found))
    if found is None or not (found.found or found.known):
        raise no_posts(folder)
    wanted = found.wanted()
    new = sum(known is None for _, known in wanted)
    so_far = ImportPlan(
        found.site.dialect,
        found.site.marker,
        files=len(found.found),
        new=new,
        changed=len(wanted) - new,
        unchanged=len(found.found) - len(wanted),
        to_read=len(wanted),
        scanned=True,
    )
    yield so_far
    categories: Counter[tuple[str, ...]] = Counter()
    problems = list(found.problems)
    for file in read_files(found.site, wanted):
        problems += file.problems
        categories.update(file.post.categories if file.post else ())
        so_far = _count(so_far, file, is_new=file.path not in found.known)
        if so_far.read % _STEP == 0:
            yield so_far
    yield replace(so_far, categories=tuple(categories.most_common()), problems=tuple(problems), complete=True)


def _count(so_far: ImportPlan, file: ReadFile, *, is_new: bool) -> ImportPlan:
    refused = file.post is None and not file.unchanged
    return replace(
        so_far,
        read=so_far.read + 1,
        refused=so_far.refused + refused,
        new=so_far.new - (refused and is_new),
        changed=so_far.changed - ((refused or file.unchanged) and not is_new),
        unchanged=so_far.unchanged + file.unchanged,
    )

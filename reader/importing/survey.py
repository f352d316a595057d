"""What a folder holds, and which of it has to be read: the first step of a plan and of an import."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.containers.opening import open_container
from reader.domain import Dialect, FileStamp, LibraryError, Source
from reader.importing.reading import Wanted
from reader.library.library import KnownFile, Library
from reader.posts.scan import FoundFile, scan
from reader.posts.site import Site, detect
from reader.problems import Problem, ProblemKind

# Progress is told once in so many files.
_STEP = 500


@dataclass(slots=True)
class Survey:
    """The post files of a folder held against what the library remembers of them."""

    site: Site
    known: dict[str, KnownFile]
    found: list[FoundFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def wanted(self) -> list[Wanted]:
        """Return the files that are new or whose size or time changed, newest path first, with their old digests.

        Paths mostly carry a date or a rising number, so the newest posts tend to be listed first.
        """
        changed: list[Wanted] = []
        for file in reversed(self.found):
            old = self.known.get(file.path)
            if old is None or old.stamp != file.stamp:
                changed.append((file.path, old.digest if old else None))
        return changed

    def presence(self) -> tuple[set[int], set[int]]:
        """Return the ids of articles whose file is there, and of those whose file is missing.

        A file or folder that could not be looked at is no proof that something is gone.
        """
        paths = {file.path for file in self.found}
        unread = {problem.path for problem in self.problems if problem.kind is ProblemKind.UNREADABLE}
        below = tuple(f"{path}/" for path in unread)
        present = {known.article for path, known in self.known.items() if path in paths and known.article}
        missing = {
            known.article
            for path, known in self.known.items()
            if known.article and path not in paths and path not in unread and not path.startswith(below)
        }
        return present, missing


def survey(library: Library | None, folder: Path, dialect: Dialect | None) -> Iterator[Survey]:
    """Scan a folder or an archive; yields the same, growing Survey now and then, and once more when it is whole.

    Raises LibraryError when it is not there, cannot be read, or is an archive that is refused.
    """
    container = open_container(folder)
    root = container.root
    source = next((source for source in library.sources() if source.root == root), None) if library else None
    site = detect(container, dialect)
    known = _known(library, source)
    if source is not None and source.dialect is not site.dialect:
        # Other rules make other posts of the same files; Library.source_for forgets the stamps likewise.
        known = {path: replace(file, stamp=FileStamp(-1, -1), digest=b"") for path, file in known.items()}
    result = Survey(site, known)
    for number, item in enumerate(scan(result.site), start=1):
        if isinstance(item, Problem):
            if item.path == "." and item.kind is ProblemKind.UNREADABLE:
                # It was there a moment ago. Going on would find every article gone.
                raise LibraryError("no-folder", folder, f"The folder cannot be read ({item.detail}).")
            result.problems.append(item)
        else:
            result.found.append(item)
        if number % _STEP == 0:
            yield result
    yield result


def no_posts(folder: Path) -> LibraryError:
    """Return the refusal of a folder without any post file."""
    advice = "No posts were found here. Choose a folder of Markdown or HTML files."
    return LibraryError("no-posts", folder, advice)


def _known(library: Library | None, source: Source | None) -> dict[str, KnownFile]:
    return library.known_files(source.id) if library and source else {}

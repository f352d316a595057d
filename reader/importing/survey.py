"""What a folder contains, and which of it has to be read: the first step of a plan and of an import."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from reader.containers.container import Container
from reader.containers.opening import open_container
from reader.domain import Dialect, FileStamp, ImportOptions, LibraryError, ReadFile, Source
from reader.importing.reading import Wanted, read_files
from reader.library.imports.sources import KnownFile
from reader.library.library import Library
from reader.library.shelf.ready import ReadyFile
from reader.posts.sites import zones
from reader.posts.sites.folder_rules import POST_EXTENSIONS, extension_of
from reader.posts.sites.scan import FoundFile, scan, scan_paths
from reader.posts.sites.site import Site, detect
from reader.problems import Problem, ProblemKind

#: A file that was read, or what was made of it.
Made = TypeVar("Made", ReadFile, ReadyFile)

# Progress is told once in so many files.
_STEP = 500


@dataclass(slots=True)
class Presence:
    """Articles by id, each with a path of it; `copies` are missing files of articles that have another one."""

    present: dict[int, str] = field(default_factory=dict)
    missing: dict[int, str] = field(default_factory=dict)
    copies: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Survey:
    """The post files of a folder held against what the library remembers of them."""

    site: Site
    known: dict[str, KnownFile]
    #: The folder's source, None when it is new.
    source: int | None = None
    found: list[FoundFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    #: Other files of articles, where only a part of the folder was looked at: they are taken to be there.
    elsewhere: Mapping[int, str] = field(default_factory=dict)
    #: Files of which another reading may make more, although they are the same.
    again: AbstractSet[str] = frozenset()

    def take(self, item: FoundFile | Problem) -> None:
        """Take in what the search yields; raises LibraryError when the folder itself went away or cannot be read.

        Going on would tell of each file that it cannot be read, or find every article gone.
        """
        if not isinstance(item, Problem):
            self.found.append(item)
            return
        if item.kind is ProblemKind.UNREADABLE:
            still_there(self.site.container)
            if item.path == ".":
                raise LibraryError("no-folder", self.site.root, f"The folder cannot be read ({item.detail}).")
        self.problems.append(item)

    def wanted(self) -> list[Wanted]:
        """Return the files that are new or whose size or time changed, with their old digests, in order of `read`.

        The newest path comes first. Paths mostly carry a date or a rising number, so the newest posts tend to be listed
        first.
        """
        new: list[Wanted] = []
        changed: list[Wanted] = []
        for file in reversed(self.found):
            old = self.known.get(file.path)
            again = file.path in self.again
            if again or old is None or old.stamp != file.stamp:
                digest = None if again or old is None else old.digest
                (changed if self._has_article(file.path) else new).append((file.path, digest))
        return new + changed

    def read(self, wanted: Sequence[Wanted], make: Callable[[ReadFile], Made]) -> Iterator[Made]:
        """Yield what `make` makes of the wanted files: of those that have no article before those that have one.

        A file may have been renamed and another post written in its place: under its new name it has to find its
        article before the other post takes that.
        """
        for known in (False, True):
            some = [each for each in wanted if self._has_article(each[0]) is known]
            yield from self._stamped(read_files(self.site, some, make))

    def _has_article(self, path: str) -> bool:
        known = self.known.get(path)
        return known is not None and known.article is not None

    def _stamped(self, files: Iterable[Made]) -> Iterator[Made]:
        """Give a file that is too large to be read the stamp it was found with: it need not be tried again."""
        stamps: dict[str, FileStamp] = {}
        for file in files:
            if any(problem.kind is ProblemKind.TOO_LARGE for problem in file.problems):
                stamps = stamps or {each.path: each.stamp for each in self.found}
                stamp = stamps.get(file.path, file.stamp)
                yield file._replace(stamp=stamp) if isinstance(file, ReadyFile) else replace(file, stamp=stamp)
            else:
                yield file

    def presence(self) -> Presence:
        """Return which articles have their file in the folder, and which do not.

        A file or folder that could not be looked at is no proof that something is gone, nor that it is there again.
        """
        paths = {file.path for file in self.found}
        unread = {problem.path for problem in self.problems if problem.kind is ProblemKind.UNREADABLE}
        below = tuple(f"{path}/" for path in unread)
        result = Presence()
        unknown = set(self.elsewhere)
        absent: list[tuple[int, str]] = []
        for path, known in self.known.items():
            if known.article is None:
                continue
            if path in paths:
                result.present[known.article] = path
            elif path in unread or path.startswith(below):
                unknown.add(known.article)
            else:
                absent.append((known.article, path))
        for article, path in absent:
            if article in result.present or article in unknown:
                result.copies.append(path)
            else:
                result.missing[article] = path
        return result


def survey(library: Library | None, folder: Path, options: ImportOptions) -> Iterator[Survey]:
    """Scan a folder or an archive; yields the same, growing Survey now and then, and once more when it is whole.

    Raises LibraryError when it is not there, cannot be read, or is an archive that is refused.
    """
    result = _begin(library, open_container(folder), options)
    root = result.site.root
    if library and result.source:
        result.known = library.files.known(result.source)
        source = library.source_at(root)
        if source and source.options != replace(options, dialect=result.site.dialect):
            # Other rules make other posts of the same files; beginning the import forgets the stamps likewise.
            result.known = {
                path: replace(file, stamp=FileStamp(-1, -1), digest=b"") for path, file in result.known.items()
            }
    for number, item in enumerate(scan(result.site), start=1):
        result.take(item)
        if number % _STEP == 0:
            yield result
    still_there(result.site.container)
    yield result


def _begin(library: Library | None, container: Container, options: ImportOptions) -> Survey:
    # A zone that was chosen on another system need not be known on this one.
    zone = options.zone if zones.known(options.zone) else ""
    result = Survey(detect(container, options.dialect, zone=zone, drafts=options.drafts), {})
    source = library.source_at(container.root) if library else None
    if library and source:
        result.source = source.id
        result.again = library.files.to_read_again(source.id)
    return result


def recognise(root: Path) -> Dialect:
    """Return whose rules the posts of a folder or an archive follow, by what it looks like.

    Raises LibraryError when it is not there, cannot be read, or is an archive that is refused.
    """
    return detect(open_container(root)).dialect


def survey_paths(library: Library, source: Source, paths: Collection[str]) -> Survey:
    """Look only at these paths of a source, relative to it, and at what lies below them.

    Raises LibraryError when the source is not there or cannot be read.
    """
    result = _begin(library, open_container(source.root), source.options)
    if any(extension_of(path) not in POST_EXTENSIONS for path in paths):
        # It may be a picture that was missing.
        paths = {*paths, *result.again}
    result.known = library.files.known(source.id, sorted(paths))
    for item in scan_paths(result.site, paths):
        result.take(item)
    still_there(result.site.container)
    result.elsewhere = library.files.others(source.id, result.known)
    return result


def no_posts(folder: Path) -> LibraryError:
    """Return the refusal of a folder without any post file."""
    advice = "No posts were found here. Choose a folder of Markdown or HTML files."
    return LibraryError("no-posts", folder, advice)


def is_gone(container: Container) -> bool:
    """Tell whether a folder went away while it was read; an archive stays open, whatever happens to its name."""
    return container.by_path and not container.root.exists()


def folder_gone(container: Container) -> LibraryError:
    """Return the report of a folder that went away while it was read."""
    advice = "The folder is no longer there. What was read stays; import it again to continue."
    return LibraryError("folder-gone", container.root, advice)


def still_there(container: Container) -> None:
    """Raise LibraryError when a folder went away while it was read."""
    if is_gone(container):
        raise folder_gone(container)

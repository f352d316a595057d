"""The post files below a folder; everything skipped is explained."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from reader.containers.container import Entry, Kind
from reader.domain import FileStamp
from reader.posts.sites.folder_rules import POST_EXTENSIONS, extension_of, why_folder_skipped, why_no_post
from reader.posts.sites.site import Site
from reader.problems import Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may be a post: its path below the root, "/" between the parts, and its stamp."""

    path: str
    stamp: FileStamp


@dataclass(slots=True)
class _Walk:
    site: Site
    seen: set[Hashable] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    #: Links to folders inside the root: walked last, and only if what they lead to was not walked.
    links: list[str] = field(default_factory=list)


def scan(site: Site) -> Iterator[FoundFile | Problem]:
    """Yield every post file below the site's root, folder by folder in order of name, and why others are not.

    Symbolic links are followed only inside the root. Nothing but regular files is ever opened, and none is here.
    """
    walk = _Walk(site)
    walk.waiting.append("")
    yield from _go_on(walk)


def scan_paths(site: Site, paths: Iterable[str]) -> Iterator[FoundFile | Problem]:
    """Yield what `scan` would yield for these paths and for all below them; nothing for what is not there."""
    names: dict[str, set[str]] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        names.setdefault(folder, set()).add(name)
    walk = _Walk(site)
    for folder, only in names.items():
        if site.container.is_folder(folder) and not _is_below_skipped(site, folder):
            yield from _folder(walk, folder, only)
    yield from _go_on(walk)


def _is_below_skipped(site: Site, folder: str) -> bool:
    parts = folder.split("/") if folder else []
    above = ("/".join(parts[:number]) for number in range(1, len(parts) + 1))
    return any(why_folder_skipped(site, path, set()) for path in above)


def _go_on(walk: _Walk) -> Iterator[FoundFile | Problem]:
    while walk.waiting or walk.links:
        if walk.waiting:
            yield from _folder(walk, walk.waiting.pop())
        else:
            yield from _linked_folder(walk, walk.links.pop(0))


def _folder(walk: _Walk, folder: str, only: AbstractSet[str] | None = None) -> Iterator[FoundFile | Problem]:
    """Go through a folder, or through no more than those of its entries that are named."""
    container = walk.site.container
    try:
        identity = container.identity(folder)
        if identity in walk.seen:
            yield _refusal(folder, ProblemKind.LINK_SKIPPED, "this folder was read already")
            return
        walk.seen.add(identity)
        entries = container.entries(folder)
    except OSError as error:
        yield _refusal(folder, ProblemKind.UNREADABLE, error.strerror or type(error).__name__)
        return
    inside: list[str] = []
    names = {entry.name for entry in entries}
    for entry in entries:
        if only is not None and entry.name not in only:
            continue
        path = f"{folder}/{entry.name}" if folder else entry.name
        try:
            kind = entry.kind()
            if kind is Kind.FOLDER:
                reason = why_folder_skipped(walk.site, path, names)
                if reason:
                    yield _refusal(path, ProblemKind.FOLDER_SKIPPED, reason)
                else:
                    inside.append(path)
            else:
                yield from _entry(walk, entry, kind, path)
        except OSError as error:
            yield _refusal(path, ProblemKind.UNREADABLE, error.strerror or type(error).__name__)
    walk.waiting.extend(reversed(inside))


def _entry(walk: _Walk, entry: Entry, kind: Kind, path: str) -> Iterator[FoundFile | Problem]:
    """Yield a file, or why it is none."""
    extension = extension_of(entry.name)
    if kind is Kind.LINK:
        yield from _link(walk, path, extension)
    elif kind is Kind.FILE:
        reason = why_no_post(walk.site, path, extension)
        if reason:
            yield _refusal(path, ProblemKind.NOT_A_POST, reason)
        elif extension in POST_EXTENSIONS:
            yield FoundFile(path, entry.stamp())
    else:
        yield _refusal(path, ProblemKind.UNREADABLE, "not a regular file")


def _link(walk: _Walk, path: str, extension: str) -> Iterator[FoundFile | Problem]:
    try:
        target = walk.site.container.follow(path)
    except OSError as error:  # A loop, or nothing there.
        yield _refusal(path, ProblemKind.LINK_SKIPPED, error.strerror or "it leads nowhere")
        return
    # What lies outside an archive is not known; a name without an extension may be that of a folder.
    if target.kind is Kind.FOLDER or (target.kind is None and not extension):
        if not target.inside:
            yield _refusal(path, ProblemKind.LINK_SKIPPED, "it leads out of the folder")
        elif not path.rpartition("/")[2].startswith("."):
            walk.links.append(path)
    elif extension in POST_EXTENSIONS:
        if not target.inside:
            yield _refusal(path, ProblemKind.LINK_SKIPPED, "it leads out of the folder")
        elif target.kind is not Kind.FILE:
            yield _refusal(path, ProblemKind.UNREADABLE, "not a regular file")
        elif not why_no_post(walk.site, path, extension):
            yield FoundFile(path, target.stamp)


def _linked_folder(walk: _Walk, path: str) -> Iterator[FoundFile | Problem]:
    reason = why_folder_skipped(walk.site, path, set())
    if reason:
        yield _refusal(path, ProblemKind.FOLDER_SKIPPED, reason)
    else:
        yield from _folder(walk, path)


def _refusal(path: str, kind: ProblemKind, detail: str) -> Problem:
    return Problem(path or ".", kind, detail, repaired=False)

"""The post files below a folder; what is left out is explained."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.domain import FileStamp
from reader.posts.folder_rules import POST_EXTENSIONS, extension_of, why_folder_skipped, why_no_post
from reader.posts.site import Site, is_inside
from reader.problems import Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may be a post: its path below the root, "/" between the parts, and its stamp."""

    path: str
    stamp: FileStamp


@dataclass(slots=True)
class _Walk:
    site: Site
    root: str
    seen: set[tuple[int, int]] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    #: Links to folders inside the root: walked last, and only if what they lead to was not walked.
    links: list[str] = field(default_factory=list)


def scan(site: Site) -> Iterator[FoundFile | Problem]:
    """Yield every post file below the site's root, folder by folder in order of name, and why others are not.

    Symbolic links are followed only inside the root. Nothing but regular files is ever opened, and none is here.
    """
    root = os.fspath(site.root)
    walk = _Walk(site, os.path.realpath(root))
    walk.waiting.append("")
    while walk.waiting or walk.links:
        if walk.waiting:
            yield from _folder(walk, walk.waiting.pop())
        else:
            yield from _linked_folder(walk, walk.links.pop(0))


def _full(walk: _Walk, path: str) -> str:
    return f"{walk.site.root}/{path}" if path else str(walk.site.root)


def _folder(walk: _Walk, folder: str) -> Iterator[FoundFile | Problem]:
    try:
        full = _full(walk, folder)
        state = Path(full).stat()
        if (state.st_dev, state.st_ino) in walk.seen:
            yield _refusal(folder, ProblemKind.LINK_SKIPPED, "this folder was read already")
            return
        walk.seen.add((state.st_dev, state.st_ino))
        with os.scandir(full) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield _refusal(folder, ProblemKind.UNREADABLE, error.strerror or type(error).__name__)
        return
    inside: list[str] = []
    names = {entry.name for entry in entries}
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        try:
            if entry.is_dir(follow_symlinks=False):
                reason = why_folder_skipped(walk.site, path, names)
                if reason:
                    yield _refusal(path, ProblemKind.FOLDER_SKIPPED, reason)
                else:
                    inside.append(path)
            else:
                yield from _entry(walk, entry, path)
        except OSError as error:
            yield _refusal(path, ProblemKind.UNREADABLE, error.strerror or type(error).__name__)
    walk.waiting.extend(reversed(inside))


def _entry(walk: _Walk, entry: os.DirEntry[str], path: str) -> Iterator[FoundFile | Problem]:
    """Yield a file, or why it is none."""
    if entry.is_symlink():
        yield from _link(walk, entry, path)
        return
    extension = extension_of(entry.name)
    if entry.is_file(follow_symlinks=False):
        reason = why_no_post(walk.site, path, extension)
        if reason:
            yield _refusal(path, ProblemKind.NOT_A_POST, reason)
        elif extension in POST_EXTENSIONS:
            state = entry.stat(follow_symlinks=False)
            yield FoundFile(path, FileStamp(state.st_size, state.st_mtime_ns))
    else:
        yield _refusal(path, ProblemKind.UNREADABLE, "not a regular file")


def _link(walk: _Walk, entry: os.DirEntry[str], path: str) -> Iterator[FoundFile | Problem]:
    extension = extension_of(entry.name)
    real = os.path.realpath(entry.path)
    try:
        state = entry.stat()
    except OSError as error:  # A loop, or nothing there.
        yield _refusal(path, ProblemKind.LINK_SKIPPED, error.strerror or "it leads nowhere")
        return
    if stat.S_ISDIR(state.st_mode):
        if not is_inside(walk.root, real):
            yield _refusal(path, ProblemKind.LINK_SKIPPED, "it leads out of the folder")
        elif not entry.name.startswith("."):
            walk.links.append(path)
    elif extension in POST_EXTENSIONS:
        if not is_inside(walk.root, real):
            yield _refusal(path, ProblemKind.LINK_SKIPPED, "it leads out of the folder")
        elif not stat.S_ISREG(state.st_mode):
            yield _refusal(path, ProblemKind.UNREADABLE, "not a regular file")
        elif not why_no_post(walk.site, path, extension):
            yield FoundFile(path, FileStamp(state.st_size, state.st_mtime_ns))


def _linked_folder(walk: _Walk, path: str) -> Iterator[FoundFile | Problem]:
    reason = why_folder_skipped(walk.site, path, set())
    if reason:
        yield _refusal(path, ProblemKind.FOLDER_SKIPPED, reason)
    else:
        yield from _folder(walk, path)


def _refusal(path: str, kind: ProblemKind, detail: str) -> Problem:
    return Problem(path or ".", kind, detail, repaired=False)

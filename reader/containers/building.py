"""Builds an archive's index member by member, within limits, and looks through its single top folder."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from reader.containers.endings import archive_stem
from reader.containers.index import Index, Member
from reader.containers.member_names import LONGEST, inner_path
from reader.containers.refusals import bad_archive, large_archive, unsafe_archive

Value = TypeVar("Value")

#: A folder of more files and folders than this is imported as a folder; an index of it would take over 200 MB.
MOST_MEMBERS = 500_000
#: All paths, and what links say, together, in characters: folders are spelled out with every path that lies in them.
_MOST_TEXT = 100_000_000
#: What an archive may unpack to, in bytes: texts shrink to a fifth or a tenth, and bombs to a thousandth and less.
_ALWAYS, _RATIO, _MOST_UNPACKED = 256 << 20, 200, 64 << 30
_LATEST = 1 << 33  # Seconds since 1970: the year 2242. The library keeps nanoseconds in 64 bits.
#: What systems put beside the one folder that was packed.
_BESIDE = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})
#: A folder of one of these names is part of a site and not the site.
_PARTS_OF_SITES = frozenset(
    {"_posts", "_drafts", "content", "contents", "source", "src", "docs", "site", "pages", "static", "public", "assets"}
)


def most_unpacked(packed: int) -> int:
    """Return how many bytes an archive of so many bytes may unpack to."""
    return min(_ALWAYS + _RATIO * packed, _MOST_UNPACKED)


class Builder:
    """Takes members in the archive's order; of two with one name the last counts, as when they are unpacked.

    Every method may raise the LibraryError that refuses the whole archive.
    """

    def __init__(self, archive: Path, packed: int) -> None:
        self._archive = archive
        self._most = most_unpacked(packed)
        self._unpacked = self._text = self._count = 0
        self._files: dict[str, Member] = {}
        self._folders: set[str] = {""}
        self._links: dict[str, str] = {}
        self._hard_links: dict[str, str] = {}
        self._others: set[str] = set()

    def add_file(self, name: str, size: int, mtime_ns: int, place: int) -> None:
        """Take in a file; its size is what the archive declares."""
        if size < 0:
            raise bad_archive(self._archive, f"the size of {name[:200]}")
        self._unpacked += size
        if self._unpacked > self._most:
            raise large_archive(self._archive)
        self._files[self._path(name)] = Member(size, max(0, min(mtime_ns, _LATEST * 1_000_000_000)), place)

    def add_folder(self, name: str) -> None:
        """Take in a folder."""
        self._enter(self._path(name))

    def add_link(self, name: str, target: str) -> None:
        """Take in a link, with what it says; one that is longer than any path leads nowhere."""
        target = target if len(target) <= LONGEST else "/"
        self._text += len(target)
        self._links[self._path(name)] = target

    def add_hard_link(self, name: str, target: str) -> None:
        """Take in another name for a member."""
        inner = self._inner(target)
        self._hard_links[self._path(name)] = inner

    def add_other(self, name: str) -> None:
        """Take in a pipe, a device or the like."""
        self._others.add(self._path(name))

    def _path(self, name: str) -> str:
        path = self._inner(name)
        self._forget(path)
        self._count_in(path)
        self._enter(path.rpartition("/")[0])
        return path

    def _forget(self, path: str) -> None:
        self._files.pop(path, None)
        self._links.pop(path, None)
        self._hard_links.pop(path, None)
        self._others.discard(path)

    def _inner(self, name: str) -> str:
        if len(name) > LONGEST:
            raise bad_archive(self._archive, f"a name of {len(name)} characters")
        path = inner_path(name)
        if path is None:
            raise unsafe_archive(self._archive, name)
        return path

    def _enter(self, folder: str) -> None:
        while folder not in self._folders:
            self._folders.add(folder)
            self._count_in(folder)
            folder = folder.rpartition("/")[0]

    def _count_in(self, path: str) -> None:
        self._count += 1
        self._text += len(path)
        if self._count > MOST_MEMBERS or self._text > _MOST_TEXT:
            raise large_archive(self._archive)

    def finish(self) -> tuple[tuple[str, ...], Index]:
        """Return the index, and the names that lead to its root: the archive's, and that of its one top folder."""
        for folder in self._folders:  # What has something in it is a folder, whatever else is said of it.
            self._forget(folder)
        top = self._top()
        below = len(top) + 1 if top else 0  # Every path begins with the top, but for what a system put beside it.
        links = _cut(self._links, top)
        for path, target in _cut(self._hard_links, top).items():
            links[path] = "../" * path.count("/") + target[below:]
        folders, others = (set(_cut(dict.fromkeys(paths), top)) for paths in (self._folders, self._others))
        index = Index(_cut(self._files, top), folders | {""}, links, others)
        stem = archive_stem(self._archive.name)
        return (stem, top) if top else (stem,), index

    def _top(self) -> str:
        """Return the name of the folder in which all the rest lies, as archives of repositories have one."""
        names = {
            path
            for paths in (self._files, self._folders, self._links, self._hard_links, self._others)
            for path in paths
            if path and "/" not in path and path not in _BESIDE and not path.startswith("._")
        }
        top = names.pop() if len(names) == 1 else ""
        usable = top in self._folders and top not in _PARTS_OF_SITES and not top.startswith(".")
        return top if usable else ""


def _cut(paths: dict[str, Value], top: str) -> dict[str, Value]:
    """Return what lies in a folder by its path from there; all of it for ""."""
    if not top:
        return paths
    start = f"{top}/"
    return {path[len(start) :]: value for path, value in paths.items() if path.startswith(start)}

"""Opens a path the user named as a container, or says why it is none."""

from __future__ import annotations

from pathlib import Path

from reader.containers.archive import ArchiveContainer
from reader.containers.building import Builder
from reader.containers.container import Container, NotAFileError
from reader.containers.endings import ENDINGS, looks_like_archive
from reader.containers.folder import FolderContainer
from reader.containers.handle import Handle
from reader.containers.refusals import bad_archive
from reader.containers.tar_reader import list_tar
from reader.containers.zip_reader import list_zip
from reader.domain import LibraryError

_BEGINNINGS = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
)
_TAR_MARK, _TAR_MARK_AT = b"ustar", 257


def open_container(path: Path) -> Container:
    """Return the files of a folder or of an archive; an archive is listed whole, which takes a while when it is large.

    Raises LibraryError: "no-folder" when nothing can be read there, "not-a-folder" for a file of another kind,
    "bad-archive", "archive-encrypted", "archive-unsafe" or "archive-too-large" for an archive that is refused.
    """
    try:
        root = path.resolve(strict=True)
        if root.is_dir():
            next(root.iterdir(), None)
            return FolderContainer(root)
        handle = Handle(root)
        form = _form(handle, root.name.lower())
    except NotAFileError:
        form = None
    except (OSError, RuntimeError, ValueError) as error:
        # A link that leads to itself is a RuntimeError before Python 3.13; a name with a NUL is a ValueError.
        what = "archive" if looks_like_archive(path) else "folder"
        reason = getattr(error, "strerror", None) or error
        raise LibraryError("no-folder", path, f"The {what} cannot be read ({reason}).") from error
    if form is None:
        advice = "This is neither a folder nor an archive. Choose its folder."
        raise LibraryError("not-a-folder", path, advice)
    return _archive(path, root, handle, form)


def _archive(path: Path, root: Path, handle: Handle, form: str) -> ArchiveContainer:
    if handle.size == 0:
        raise bad_archive(path, "it is empty")
    builder = Builder(path, handle.size)
    reader = list_zip(path, handle, builder) if form == "zip" else list_tar(path, handle, form, builder)
    return ArchiveContainer(root, *builder.finish(), reader)


def _form(handle: Handle, name: str) -> str | None:
    """Return "zip", or how a tar is packed, "" for not at all; by its first bytes, then by its name."""
    start = handle.read_at(0, 512)
    for beginning, form in _BEGINNINGS:
        if start.startswith(beginning):
            return form
    if start[_TAR_MARK_AT:].startswith(_TAR_MARK) or name.endswith(".tar"):
        return ""
    if name.endswith(".zip"):
        return "zip"
    # An archive's name and other bytes: the name is what its owner goes by.
    return "gz" if name.endswith(ENDINGS) else None

"""Places where a library can only be read: read-only media and folders, and network drives."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path

from reader.domain import LibraryError
from reader.library.store.database import FILE_NAME, refusals_explained
from reader.paths import there

#: Stands in the folder that a library is moved to until the old one is gone.
MOVING = "moving.json"

# SQLite's log needs memory that all who use a file share, which two computers have not; its own documentation
# (sqlite.org/wal.html) rules network file systems out.
_NETWORK = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "glusterfs", "davfs",
        "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.davfs2", "fuse.s3fs",
    }
)  # fmt: skip
_MOUNTS = Path("/proc/self/mountinfo")

NETWORK_ADVICE = "A library cannot be kept on a network drive. Choose a folder on this computer."


class Sealed(StrEnum):
    """Why a library is only read."""

    MEDIUM = "medium"
    NETWORK = "network"


def sealed(folder: Path) -> Sealed | None:
    """Return why the library in a folder can only be read, None where it can be written, or there is none.

    Raises LibraryError for a folder that cannot be looked at.
    """
    file = folder / FILE_NAME
    with refusals_explained(file):
        if not there(file):
            return None
    if not (os.access(folder, os.W_OK) and os.access(file, os.W_OK)):
        return Sealed.MEDIUM
    return Sealed.NETWORK if on_network(folder) else None


def refuse_sealed(folder: Path) -> None:
    """Raise LibraryError where the library in a folder can only be read."""
    if sealed(folder):
        raise LibraryError("read-only", folder, "This library can only be read. Copy its folder to this computer.")


def on_network(folder: Path) -> bool:
    """Whether a folder lies on another computer's drive; False where that cannot be told."""
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(folder.resolve())[0]
        remote = 4  # DRIVE_REMOTE
        # A long path of this computer, and a drive without a letter, begin with "\\?\".
        share = drive.startswith("\\\\") and drive[2:3] not in ("?", ".")
        return share or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == remote
    try:
        mounts = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    return _kind_of(os.fsencode(os.path.realpath(folder)), mounts) in _NETWORK


def _kind_of(path: bytes, mounts: list[bytes]) -> str:
    """Return the kind of the file system that holds a path, from the lines of Linux' mountinfo."""
    longest, kind = b"", ""
    for line in mounts:
        before, _, after = line.partition(b" - ")
        fields = before.split(b" ")
        if len(fields) < 5 or not after:
            continue
        # Blanks, tabs, line ends and backslashes are written in octal.
        point = fields[4].decode("unicode_escape").encode("latin-1", "replace") if b"\\" in fields[4] else fields[4]
        inside = path == point or path.startswith(point.rstrip(b"/") + b"/")
        # Of two at one place the later one covers the other.
        if inside and len(point) >= len(longest):
            longest, kind = point, after.split(b" ")[0].decode("ascii", "replace")
    return kind

"""Rounds in which the power goes: what the disk holds at that moment is all that is left.

A disk in a file is copied while the program runs, in one step, and the copy takes its place. What the system had not
written yet is not in it. Needs root, and `mkfs.xfs` for the place of the copies, which shares what two files hold.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tests.killing.rounds import Ended, Rounds, Tally, run
from tests.killing.world import World

#: Bytes of the disk, and of what holds its copies.
_DISK, _HOST = 900_000_000, 8_000_000_000
_PATIENCE = 20


class Power(Rounds):
    """The same rounds on a disk with a file system such as "ext4", "xfs", "btrfs" or "vfat"."""

    def __init__(self, place: Path, seed: int, web: str, kinds: Sequence[str], system: str) -> None:
        super().__init__(place / "disk", seed, web, kinds)
        self._system, self._host = system, place / "host"
        self._image, self._copy = self._host / "disk", self._host / "copy"
        _make_disk(place / "host.disk", _HOST, "xfs")
        _mount(place / "host.disk", self._host)
        _make_disk(self._image, _DISK, system)
        _mount(self._image, self._place)

    def play(self, number: int) -> Tally:
        """Play so many rounds, and take the disks away again."""
        try:
            return super().play(number)
        finally:
            for place in (self._place, self._host):
                _unmount(place)

    def _run(self, world: World, kind: str, after: float) -> Ended:
        os.sync()
        ended = run(world, kind, after, self._take_copy)
        if ended.code is None:
            _unmount(self._place)
            self._copy.replace(self._image)
            if self._system == "vfat":
                # It has no journal: a desktop looks through one that was not unmounted. Ends with 1 where it mended.
                subprocess.run(["fsck.vfat", "-a", str(self._image)], capture_output=True, check=False)
            _mount(self._image, self._place)
        return ended

    def _take_copy(self) -> None:
        _do("cp", "--reflink=always", str(self._image), str(self._copy))


def _make_disk(file: Path, size: int, system: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        opened.truncate(size)
    _do(f"mkfs.{system}", str(file))


def _mount(file: Path, place: Path) -> None:
    place.mkdir(exist_ok=True)
    _do("mount", "-o", "loop", str(file), str(place))


def _unmount(place: Path) -> None:
    end = time.monotonic() + _PATIENCE
    # What was killed may take a moment to go.
    while subprocess.run(["umount", str(place)], capture_output=True, check=False).returncode:
        if time.monotonic() > end:
            raise TimeoutError(f"{place} is still in use")
        time.sleep(0.1)


def _do(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=True)

"""Rounds on a disk that is full: a small one of memory where that can be mounted, else a bound on the size of files."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.killing import works
from tests.killing.rounds import Ended, Rounds, Tally, run
from tests.killing.world import World, faults

#: Bytes of the disk, of which a backup leaves 500 million free; and the most that is left while a work runs.
_DISK, _LEFT = 640_000_000, 1_500_000
#: Done, nothing of that kind, or refused.
_REFUSED = (0, 1, 3)


class Full(Rounds):
    """The same rounds, but nobody is killed: the disk is full, the work says so, and then there is room again."""

    def __init__(self, place: Path, seed: int, web: str = "", kinds: Sequence[str] = ()) -> None:
        super().__init__(place, seed, web, kinds or [kind for kind in works.WORKS if kind != "window"])
        self._mounted = _mount(place)

    def _round(self, world: World, kind: str) -> list[str]:
        works.prepare(world, kind)
        ballast = world.place.parent / "ballast"
        if self._mounted:
            left = self._chance.choice((0, self._chance.randrange(_LEFT)))
            with ballast.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, max(1, shutil.disk_usage(ballast.parent).free - left))
            ended = run(world, kind, None)
            ballast.unlink()
        else:
            ended = self._run_bounded(world, kind)
        self.tally.rounds[kind] = self.tally.rounds.get(kind, 0) + 1
        self.tally.killed[kind] = self.tally.killed.get(kind, 0) + (ended.code != 0)
        self.tally.marks += ended.marks
        found = faults(world, ended.unsure, gone=kind in ("undo", "redo", "repair", "rebuild", "restore"))
        if ended.code not in _REFUSED and "LibraryError" not in ended.said:
            found.append(f"ended with {ended.code}: {ended.said[-1500:]}")
        works.settle(world, kind)
        return found + faults(world, set(), gone=kind == "restore") + works.whole(world, kind)

    def _run_bounded(self, world: World, kind: str) -> Ended:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._chance.randrange(4_000, 800_000), before[1]))
        try:
            return run(world, kind, None)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    def play(self, number: int) -> Tally:
        """Play so many rounds, and take the disk away again."""
        try:
            return super().play(number)
        finally:
            if self._mounted and not self.tally.faults:
                subprocess.run(["umount", str(self._place)], check=False)


def _mount(place: Path) -> bool:
    """Let `place` be a small disk of memory; False where that is not allowed."""
    place.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "broadsheet", str(place)]
    if shutil.which("mount") is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0

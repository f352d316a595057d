"""One round: a world in which something is to be done, a process that does it, its end at some moment, and a look."""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.killing import works
from tests.killing.world import World, faults

#: Seconds after which a work counts as one that hangs.
_PATIENCE = 120
#: Rounds in one world: long enough for one thing to meet what another left.
_TOGETHER = 12


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its exit code, None for one that was killed; seconds; output.

    `unsure` are the titles that it was marking, `marks` how many marks it acknowledged.
    """

    code: int | None
    seconds: float
    said: str
    unsure: set[str]
    marks: int


@dataclass
class Tally:
    """What all rounds did."""

    rounds: dict[str, int] = field(default_factory=dict)
    killed: dict[str, int] = field(default_factory=dict)
    marks: int = 0
    faults: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return a line for each kind of work, and one for all."""
        each = [f"{kind:10} {self.killed.get(kind, 0):4} killed of {number:4}" for kind, number in self.rounds.items()]
        total = f"{sum(self.killed.values())} killed of {sum(self.rounds.values())}"
        return [*each, f"all: {total}; {self.marks} marks acknowledged, {len(self.faults)} faults", *self.faults]


def run(world: World, kind: str, after: float | None, cut: Callable[[], object] = lambda: None) -> Ended:
    """Let a process do a work, and kill it, with all that it started, after so many seconds.

    `cut` is called once all of it stands still, before it is killed.
    """
    told, tell = os.pipe()
    with tempfile.TemporaryFile() as output:
        began = time.monotonic()
        child = os.fork()
        if child == 0:
            os.close(told)
            _work(world, kind, tell, output.fileno())
        # Both say so: it may be killed before it has said anything.
        os.setpgid(child, child)
        os.close(tell)
        killed, said = _watch(child, told, after, cut)
        status = os.waitpid(child, 0)[1]
        seconds = time.monotonic() - began
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    os.close(told)
    unsure, told_of = _note(world, said)
    code = None if killed or os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    if os.WIFSIGNALED(status) and not killed:
        text += f"\nended by signal {os.WTERMSIG(status)}"
        code = -os.WTERMSIG(status)
    return Ended(code, seconds, text, unsure, told_of)


def _work(world: World, kind: str, tell: int, output: int) -> None:
    os.setpgid(0, 0)
    for stream in (1, 2):
        os.dup2(output, stream)
    code = 70
    try:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - until the process ends
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        code = works.WORKS[kind](world, tell)
    except BaseException:  # noqa: BLE001 - told as the output of a process that failed
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _watch(child: int, told: int, after: float | None, cut: Callable[[], object]) -> tuple[bool, bytes]:
    """Read what a process tells until it ends or is killed; return whether it was, and what it told."""
    said = b""
    end = time.monotonic() + (_PATIENCE if after is None else after)
    while (left := end - time.monotonic()) > 0:
        if select.select([told], [], [], left)[0]:
            part = os.read(told, 65536)
            if not part:
                return False, said
            said += part
    os.killpg(child, signal.SIGSTOP)
    cut()
    os.killpg(child, signal.SIGKILL)
    # What was told before the end counts.
    while part := os.read(told, 65536):
        said += part
    return True, said


def _note(world: World, said: bytes) -> tuple[set[str], int]:
    """Note the marks that were acknowledged; return the titles whose marks were under way, and how many were not."""
    unsure: set[str] = set()
    number = 0
    # A line that the end cut off acknowledges nothing.
    for text in said.decode().split("\n")[:-1]:
        first, *rest = text.split("\t")
        if first == "try":
            unsure.add(rest[0])
        else:
            world.marks[first] = (rest[0] == "1", rest[1] == "1")
            unsure.discard(first)
            number += 1
    return unsure, number


class Rounds:
    """Plays rounds, world after world; `place` holds them, and keeps those in which a fault was found."""

    def __init__(self, place: Path, seed: int, web: str = "", kinds: Sequence[str] = ()) -> None:
        self.tally = Tally()
        self._place, self._web = place, web
        self._chance = random.Random(seed)
        self._kinds = list(kinds or works.WORKS)
        self._seconds: dict[str, float] = {}
        self._world: World | None = None
        self._number = 0

    def play(self, number: int) -> Tally:
        """Play so many rounds."""
        for _ in range(number):
            kind = self._kinds[self._number % len(self._kinds)]
            try:
                found = self._round(self._begin(), kind)
            except Exception as error:  # noqa: BLE001 - whatever is raised is a fault that the harness is for
                found = [f"{type(error).__name__}: {error}", traceback.format_exc()]
            self._number += 1
            if found:
                print(f"round {self._number}, {kind}:", *found, sep="\n", flush=True)  # noqa: T201 - hours may follow
                self.tally.faults += [f"round {self._number}, {kind}: {each}" for each in found]
                self._world = None  # It stays on the disk, to be looked at.
        if self._world is not None:
            self._world.clear()
            self._world = None
        return self.tally

    def _begin(self) -> World:
        if self._world is not None and self._number % _TOGETHER == 0:
            self._world.clear()
            self._world = None
        if self._world is None:
            self._world = World(self._place / f"world-{self._number}", self._chance, self._web)
            self._world.write(self._chance.choice((12, 60)))
            works.finish(self._world, "import")
            self._world.kept = set(self._world.posts)
        return self._world

    def _round(self, world: World, kind: str) -> list[str]:
        works.prepare(world, kind)
        ended = self._run(world, kind, self._chance.uniform(0, self._seconds.get(kind, 1.0)))
        # The longest that it took, growing while it is always killed before its end.
        known = self._seconds.get(kind, 1.0)
        self._seconds[kind] = min(known * 1.2, 8.0) if ended.code is None else max(0.3 * known, ended.seconds * 1.1)
        self.tally.rounds[kind] = self.tally.rounds.get(kind, 0) + 1
        self.tally.killed[kind] = self.tally.killed.get(kind, 0) + (ended.code is None)
        self.tally.marks += ended.marks
        if ended.code not in (None, 0):
            return [f"ended with {ended.code}: {ended.said[-1500:]}"]
        found = faults(world, ended.unsure, gone=kind in ("undo", "redo", "repair", "rebuild", "restore"))
        works.settle(world, kind)
        return found + faults(world, set(), gone=kind == "restore") + works.whole(world, kind)

    def _run(self, world: World, kind: str, after: float) -> Ended:
        return run(world, kind, after)

"""A stand-in for reading a chunk in a worker process. Small, since each worker imports it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from reader.domain import FileStamp, ReadFile
from reader.importing.reading import site_at_work

#: Where a worker waits before it dies, if this FIFO is in the folder.
GATE = "gate"


def read_or_die(chunk: Sequence[tuple[str, bytes | None, object]]) -> list[ReadFile]:
    """Read nothing; a file named "fatal" takes the process with it, an "endless" one takes for ever."""
    if any("fatal" in path for path, _, _ in chunk):
        gate = site_at_work().root / GATE
        if gate.exists():
            gate.read_bytes()
        os._exit(1)
    if any("endless" in path for path, _, _ in chunk):
        re.fullmatch("(a*)*b", "a" * 64)
    return [ReadFile(path, FileStamp(1, 1), b"", None) for path, _, _ in chunk]


def whole(file: ReadFile) -> ReadFile:
    """Leave a file as it was read."""
    return file


def die(_work: object) -> None:
    """Take the process with it, whatever there is to do."""
    os._exit(1)

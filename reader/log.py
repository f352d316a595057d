"""The log: a file of limited size with the program's errors, and nothing of what anybody reads."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from types import TracebackType

from reader.late import late
from reader.paths import PRIVATE

with late():
    from logging import handlers

# Bytes of the file, and of the one before it.
_MOST = 500_000
_FORMAT = "%(asctime)s %(levelname)s %(message)s"


def begin(file: Path) -> None:
    """Let all that the program logs from now on go to a file, which is made for the first of it."""
    log = _Log(file)
    log.setFormatter(_Wordless(_FORMAT))
    logging.basicConfig(level=logging.WARNING, handlers=[log])


class _Log(logging.Handler):
    """Writes to a file which most starts have nothing to write to: it is opened when they have."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._writer: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._writer is None:
            try:
                self._file.parent.mkdir(PRIVATE, parents=True, exist_ok=True)
                self._writer = handlers.RotatingFileHandler(
                    self._file, "a", _MOST, 1, "utf-8", errors="backslashreplace"
                )
            except OSError:
                # A log that cannot be written must not keep anybody from reading.
                self._writer = logging.StreamHandler()
            self._writer.setFormatter(self.formatter)
        self._writer.emit(record)


class _Wordless(logging.Formatter):
    """Tells the kind of a fault and where it arose, but not its message: that may be a part of an article."""

    def formatException(  # noqa: N802
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        lines: list[str] = []
        error, told = ei[1], set[int]()
        while error is not None and id(error) not in told:
            told.add(id(error))
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            steps = ((frame.f_code, line) for frame, line in traceback.walk_tb(error.__traceback__))
            lines += [f"  {code.co_filename}:{line} in {code.co_name}" for code, line in steps]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)

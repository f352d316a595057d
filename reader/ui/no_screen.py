"""Says that there is no screen to open a window on, where Qt would crash with a core dump."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

#: What is said; the program then ends with this code.
WORDS, CODE = "There is no screen to open a window on. broadsheet-cli needs none.", 2
# Said where one is named; Qt does not tell the two apart.
_REFUSED = (
    "No window can be opened: the screen does not answer, or the system lacks a library that Qt needs, such as "
    "libxkbcommon-x11. broadsheet-cli needs neither."
)
# By what Qt finds a screen on Linux, or is told what to do without one.
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")


def none_named() -> bool:
    """Whether nothing names a screen, so that Qt need not look for one."""
    return sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS)


@contextmanager
def refusal_told() -> Iterator[None]:
    """Let Qt look for a screen: where the one that is named does not answer, this says so and ends the program.

    Qt says what it lacks, which is passed on, and gives no other sign before it aborts.
    """

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        print(message, file=sys.stderr)  # noqa: T201 - as Qt does where nobody hears
        if kind is QtMsgType.QtFatalMsg:
            print(_REFUSED, file=sys.stderr, flush=True)  # noqa: T201
            os._exit(CODE)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)

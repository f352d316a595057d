"""The versions this program runs on: for error reports, and the About box."""

from __future__ import annotations

import platform

import PySide6

from reader import __version__
from reader.library.store.database import SQLITE_VERSION


def versions() -> list[str]:
    """Return a line each for the program, Python and the system, the window's library, and the database's."""
    return [
        f"Broadsheet {__version__}",
        f"Python {platform.python_version()} · {platform.platform(terse=True)} · {platform.machine()}",
        f"PySide6 {PySide6.__version__}",
        f"SQLite {SQLITE_VERSION}",
    ]

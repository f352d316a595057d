"""`python -m reader`: starts the window.

Worker processes import this module too, so nothing heavy may be imported at its top. What a frozen build needs to tell
them from the window is done where that begins (packaging/begin.py).
"""

from __future__ import annotations

import builtins
import gc
import sys
from types import ModuleType


def main() -> int:
    """Run the program; returns the process's exit code."""
    return load().run(sys.argv)  # type: ignore[no-any-return]


def load() -> ModuleType:
    """Return the program's own beginning, with all that it imports; garbage is left to who runs it (`Collector`)."""
    # Of what a start makes nothing goes again. The collector would look it through, more of it each time.
    gc.disable()
    _import_plainly()
    from reader import app

    return app


def _import_plainly() -> None:
    """Take PySide's own way to import back: it reads the source of each module, and asks at each import statement.

    It looks for its own name, to know where it may have to switch between names of Qt's functions (`__feature__`).
    Nothing here has it switch any. A PySide that goes about it in another way goes on as it likes.
    """
    import PySide6.QtCore  # noqa: F401 - brings what is taken back

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())

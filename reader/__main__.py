"""`python -m reader`: starts the window.

Worker processes import this module too, so nothing heavy may be imported at its top. What a frozen build needs to tell
them from the window is done where that begins (packaging/begin.py).
"""

from __future__ import annotations

import gc
import sys
from types import ModuleType


def main() -> int:
    """Run the program; returns the process's exit code."""
    return load().run(sys.argv)  # type: ignore[no-any-return]


def load() -> ModuleType:
    """Return the program's own beginning, with all that it imports."""
    # Of what is imported nothing goes again. The collector would look it through, more of it each time.
    gc.disable()
    from reader import app

    gc.freeze()
    gc.enable()
    return app


if __name__ == "__main__":
    sys.exit(main())

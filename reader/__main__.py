"""`python -m reader`: starts the window.

Worker processes import this module too, so nothing heavy may be imported at its top.
"""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run the program; returns the process's exit code."""
    multiprocessing.freeze_support()
    from reader.app import run

    return run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())

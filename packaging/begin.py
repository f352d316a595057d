"""Where a frozen build begins: the window, or the command line where it is called by that name."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

if __name__ == "__main__":
    # A worker process of an import begins here as well, and goes no further.
    multiprocessing.freeze_support()
    if Path(sys.argv[0]).stem == "broadsheet-cli":
        from reader import cli

        sys.exit(cli.main())
    from reader.__main__ import main

    sys.exit(main())

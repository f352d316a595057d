"""Where a file dialog starts: in the folder used last, unless its drive does not respond."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from reader.paths import says_yes
from reader.ui.parts.inquiry import Inquiry


def begin_in(disk: Inquiry, folder: str, ask: Callable[[Path], None]) -> None:
    """Call `ask` with a folder if it is there, and otherwise with the user's own."""
    home = Path.home()
    disk.ask(partial(_there, Path(folder), home), ask, lambda: ask(home))


def _there(folder: Path, home: Path) -> Path:
    return folder if says_yes(folder.is_dir) else home

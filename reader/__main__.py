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
    try:
        app = load()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        _tell(error)
        return 1
    return app.run(sys.argv)  # type: ignore[no-any-return]


def _tell(error: Exception) -> None:
    """Say that the program cannot even be loaded, as where one of its files is gone: who starts it from a menu, too."""
    import traceback

    traceback.print_exception(error)
    from PySide6.QtWidgets import QApplication, QMessageBox

    from reader.ui import no_screen

    # An option is asked for in a terminal, or by another program.
    if no_screen.none_named() or any(word.startswith("-") for word in sys.argv[1:]):
        return
    with no_screen.refusal_told():
        _app = QApplication.instance() or QApplication(sys.argv[:1])
    words = "Broadsheet cannot start. Your library is safe. Install Broadsheet again."
    box = QMessageBox(QMessageBox.Icon.Warning, "Broadsheet", words, QMessageBox.StandardButton.Ok)
    box.setInformativeText(f"{type(error).__name__}: {error}")
    box.setDetailedText("".join(traceback.format_exception(error)))
    box.exec()


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

"""The composition root: arguments, faults, the application and its one window."""

from __future__ import annotations

import argparse
import gc
import json
import logging
import logging.handlers
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader import __version__, desktop_entry
from reader.domain import LibraryError
from reader.library.database import FILE_NAME
from reader.library.lock import LibraryLock, in_use
from reader.library.places import sealed
from reader.paths import library_folder, log_file, settings_file
from reader.remembered import remember_library, remembered_library
from reader.ui.handover import Handover, come_forward, hand_over
from reader.ui.keeping.library_chooser import LibraryChooser
from reader.ui.keeping.library_opener import LibraryOpener
from reader.ui.looks.appearance import Appearance
from reader.ui.main_window import MainWindow
from reader.ui.parts.fault_box import FaultBox
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

# So long may a worker that computes let the window's thread wait for Python, instead of Python's own 5 ms; it waits
# several times for each frame. Beside a busy thread a frame takes hardly longer than alone, at 5 ms more than twice as
# long; shorter turns cost the thread more than the window gains.
_SWITCH_SECONDS = 0.0002


def run(words: Sequence[str]) -> int:
    """Start the program with the command line's words; returns the exit code."""
    options = _parser().parse_args(words[1:])
    if options.install_desktop or options.uninstall_desktop:
        return change_desktop(install=options.install_desktop)
    if options.selftest:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application(list(words[:1]))
    if options.selftest:
        from reader.selftest import selftest

        with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder:
            timings = selftest(app, Path(folder))
        print(json.dumps(timings, indent=1))  # noqa: T201 - what a self-test is for
        return 0
    _keep_log(log_file())
    settings = Settings(settings_file())
    appearance = Appearance(app, settings)
    watch_faults()
    wanted = Path(options.folder).absolute() if options.folder else None
    session = open_session(library_folder(options.library, remembered_folder(settings)), settings, wanted)
    if isinstance(session, int):
        return session
    window = MainWindow(session, settings, appearance)
    window.show()
    if session.sealed is None:
        handover = Handover(session.folder, window)
        handover.asked.connect(lambda folder: _on_started_again(window, folder))
        app.aboutToQuit.connect(handover.stop)
    QTimer.singleShot(0, window.start)
    # What the start made lives as long as the program. Left out of the collector's rounds, none of which now takes
    # longer than a frame; with it the oldest generation took 40 ms.
    gc.freeze()
    if wanted:
        QTimer.singleShot(0, lambda: window.open_folder(wanted))
    return app.exec()


def change_desktop(*, install: bool) -> int:
    """Put the program into the desktop's menu, or take it out; returns the exit code."""
    if sys.platform in ("win32", "darwin"):
        print("Only Linux keeps a menu of this kind.", file=sys.stderr)  # noqa: T201 - asked for in a terminal
        return 2
    try:
        files = desktop_entry.install(desktop_entry.own_command()) if install else desktop_entry.uninstall()
    except LibraryError as error:
        print(f"{error.path}: {error.advice}", file=sys.stderr)  # noqa: T201
        return 1
    for file in files:
        print(file)  # noqa: T201
    return 0


def _on_started_again(window: MainWindow, folder: Path | None) -> None:
    come_forward(window)
    if folder is not None:
        window.open_folder(folder)


def make_application(words: list[str]) -> QApplication:
    """Return the application, named so that the desktop and the settings know it."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    app = QApplication(words)
    app.setApplicationName("Broadsheet")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(desktop_entry.APP_ID)
    return app


def open_session(folder: Path, settings: Settings, wanted: Path | None = None) -> LibrarySession | int:
    """Open the library; while it refuses, the user may try again, choose another place, or leave.

    Where another window has it open, that one is asked to come forward and to open the `wanted` folder. Returns the
    exit code where no window is to be opened here.
    """
    while True:
        lock = LibraryLock(folder)
        try:
            if sealed(folder) is None and not lock.take():
                if hand_over(folder, wanted):
                    return 0
                if not lock.take():  # It may have ended meanwhile.
                    raise in_use(folder / FILE_NAME)
            LibraryOpener(folder).open()
            return LibrarySession(folder, lock=lock)
        except LibraryError as error:
            chosen = LibraryChooser(error).ask()
            lock.release()
            if chosen is None:
                return 3
            if chosen != folder:
                with suppress(LibraryError):  # It is opened now all the same, and asked for again at the next start.
                    remember_library(settings.file.parent, chosen)
            folder = chosen


def remembered_folder(settings: Settings) -> Path | None:
    """Return the remembered library; up to 0.1.0 the window's settings named it."""
    config, before = settings.file.parent, settings.text("library", "")
    if before and remembered_library(config) is None:
        with suppress(LibraryError):
            remember_library(config, Path(before))
    return remembered_library(config) or (Path(before) if before else None)


def watch_faults() -> None:
    """Let a fault of the program be told and logged instead of ending it; one before the window is there ends it."""
    box = FaultBox()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        logging.getLogger("broadsheet").error("fault", exc_info=(kind, error, trace))
        box.tell(error)

    sys.excepthook = hook


def _keep_log(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(file, maxBytes=500_000, backupCount=1)
    except OSError:
        # A log that cannot be written must not keep anybody from reading.
        handler = logging.StreamHandler()
    logging.basicConfig(level=logging.WARNING, handlers=[handler], format="%(asctime)s %(levelname)s %(message)s")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("broadsheet", description="Read a folder of saved posts.")
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="a folder or an archive of posts to import")
    parser.add_argument("--library", metavar="DIR", help="the library's folder (default: BROADSHEET_LIBRARY, or yours)")
    parser.add_argument("--install-desktop", action="store_true", help="add Broadsheet to the menu, and end (Linux)")
    parser.add_argument("--uninstall-desktop", action="store_true", help="take it out of the menu again, and end")
    parser.add_argument("--selftest", action="store_true", help="try the program out in a temporary library, and end")
    parser.add_argument("--version", action="version", version=f"Broadsheet {__version__}")
    return parser

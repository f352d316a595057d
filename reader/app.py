"""The composition root: arguments, fault handling, the application and its one window."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reader import APP_ID, __version__, log
from reader.domain import LibraryError
from reader.late import late
from reader.library.keeping.places import sealed
from reader.library.store.database import FILE_NAME
from reader.library.store.lock import LibraryLock, in_use
from reader.paths import library_folder, log_file, settings_file
from reader.ui import fcitx, no_screen
from reader.ui.collecting import Collector
from reader.ui.keeping.library_opener import LibraryOpener
from reader.ui.looks.appearance import Appearance
from reader.ui.main_window import MainWindow
from reader.ui.parts.dialog_layout import keep_within_screen
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

with late():
    import tempfile

    from reader import desktop_entry, remembered, selftest
    from reader.ui import handover, tour
    from reader.ui.keeping import library_chooser
    from reader.ui.parts import fault_box

# How long a busy worker may keep the GIL from the window's thread, instead of Python's default of 5 ms; it waits
# several times for each frame. Beside a busy thread a frame takes hardly longer than alone, at 5 ms more than twice as
# long; shorter intervals cost the thread more than the window gains.
_SWITCH_SECONDS = 0.0002
# Hints wait until one has looked at the window.
_CALM_MS = 1500


def run(words: Sequence[str]) -> int:
    """Start the program with command line arguments; return the exit code."""
    options = _parser().parse_args(words[1:])
    if options.install_desktop or options.uninstall_desktop:
        return change_desktop(install=options.install_desktop)
    if options.selftest:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if no_screen.none_named():
        print(no_screen.WORDS, file=sys.stderr)  # noqa: T201
        return no_screen.CODE
    app = make_application(list(words[:1]))
    Collector(app)
    if options.selftest:
        import json

        with tempfile.TemporaryDirectory(prefix="broadsheet-", ignore_cleanup_errors=True) as folder:
            timings = selftest.selftest(app, Path(folder))
        print(json.dumps(timings, indent=1))  # noqa: T201 - what a self-test is for
        return 0
    log.begin(log_file())
    watch_faults()
    settings = Settings(settings_file())
    appearance = Appearance(app, settings)
    wanted = [Path(folder).absolute() for folder in options.folders]
    session = open_session(library_folder(options.library, remembered_folder(settings)), settings, wanted)
    if isinstance(session, int):
        return session
    window = MainWindow(session, settings, appearance)
    show(window)
    QTimer.singleShot(0, window.start)
    QTimer.singleShot(_CALM_MS, lambda: tour.Tour(window, settings))
    if session.sealed is None:
        QTimer.singleShot(0, lambda: app.aboutToQuit.connect(hear_of_starts(window).stop))
    # What the start made lives as long as the program. Without it no garbage collection takes longer than a frame; with
    # it the oldest generation took 40 ms.
    gc.freeze()
    if wanted:
        QTimer.singleShot(0, lambda: window.open_folders(wanted))
    return _ended(app.exec(), session)


def show(window: MainWindow) -> None:
    """Show the window no larger than the screen, which Qt ensures itself where the window was last."""
    if not window.state.in_place:
        keep_within_screen(window)
    window.show()


def _ended(code: int, session: LibrarySession) -> int:
    """Return the exit code, or exit at once if a job hangs on a drive: Qt would wait for its thread for ever."""
    if session.hangs:
        os._exit(code)  # Everything is written.
    return code


def change_desktop(*, install: bool) -> int:
    """Add the program to the desktop's menu, or remove it; return the exit code."""
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


def hear_of_starts(window: MainWindow) -> handover.Handover:
    """Bring the window to the front when the program is started again with its library."""

    def again(folders: Sequence[Path]) -> None:
        handover.come_forward(window)
        window.open_folders(folders)

    hearing = handover.Handover(window.session.folder, window)
    hearing.asked.connect(again)
    return hearing


def make_application(words: list[str]) -> QApplication:
    """Return the application, with the names by which the desktop and the settings know it."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    fcitx.speak_as_ibus()
    with no_screen.refusal_told():
        app = QApplication(words)
    app.setApplicationName("Broadsheet")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_ID)
    return app


def open_session(folder: Path, settings: Settings, wanted: Sequence[Path] = ()) -> LibrarySession | int:
    """Open the library; while that fails, the user may try again, choose another place, or quit.

    If another window has it open, that one is asked to come to the front and to open the `wanted` folders. Returns the
    exit code if no window is to be opened here.
    """
    while True:
        lock = LibraryLock(folder)
        try:
            if sealed(folder) is None and not lock.take():
                if handover.hand_over(folder, wanted):
                    return 0
                if not lock.take():  # It may have ended meanwhile.
                    raise in_use(folder / FILE_NAME)
            LibraryOpener(folder).open()
            return LibrarySession(folder, lock=lock)
        except LibraryError as error:
            chosen = library_chooser.LibraryChooser(error).ask()
            lock.release()
            if chosen is None:
                return 3
            if chosen != folder:
                with suppress(LibraryError):  # It is opened now all the same, and asked for again at the next start.
                    remembered.remember_library(settings.file.parent, chosen)
            folder = chosen


def remembered_folder(settings: Settings) -> Path | None:
    """Return the remembered library; up to 0.1.0 the window's settings named it."""
    config, before = settings.file.parent, settings.text("library", "")
    if before and remembered.remembered_library(config) is None:
        with suppress(LibraryError):
            remembered.remember_library(config, Path(before))
    return remembered.remembered_library(config) or (Path(before) if before else None)


class _Faults(QObject):
    """Carries a fault to the window's thread, in which alone a box can be shown: it may be a worker's."""

    happened = Signal(object)


def watch_faults() -> None:
    """Report and log uncaught exceptions instead of exiting; one before the window exists ends the program."""
    # Made when first needed: most runs have no fault.
    box, faults = cache(lambda: fault_box.FaultBox()), _Faults()
    faults.happened.connect(lambda error: box().tell(error))

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        logging.getLogger("broadsheet").error("fault", exc_info=(kind, error, trace))
        faults.happened.emit(error)

    sys.excepthook = hook


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("broadsheet", description="Read folders of saved posts.")
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="a folder or an archive of posts to import")
    parser.add_argument("--library", metavar="DIR", help="the library's folder (default: BROADSHEET_LIBRARY, or yours)")
    parser.add_argument("--install-desktop", action="store_true", help="add Broadsheet to the menu, and exit (Linux)")
    parser.add_argument("--uninstall-desktop", action="store_true", help="remove it from the menu, and exit")
    parser.add_argument("--selftest", action="store_true", help="try out the program in a temporary library, and exit")
    parser.add_argument("--version", action="version", version=f"Broadsheet {__version__}")
    return parser

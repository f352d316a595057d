"""Takes a picture of the program with its sample posts: the one in README.md, or another theme and language.

python tools/screenshots.py [--theme NAME] [--language en|zh_CN] [--search WORDS] [FILE]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

# Before Qt is imported: no screen is needed, and the picture must not depend on where it is taken.
os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "TZ": "UTC", "LANG": "C.UTF-8"}

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reader import resources
from reader.app import make_application
from reader.domain import ArticleQuery, Dialect, ImportOptions
from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.ui.looks.appearance import MODES, Appearance
from reader.ui.main_window import MainWindow
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

ROOT = Path(__file__).parent.parent
WIDTH, HEIGHT = 1280, 800
# The status bar tells when the last import was; a picture taken anew should not differ by that.
IMPORTED = datetime(2024, 11, 6, 8, 30, tzinfo=UTC).timestamp()
OPEN = {"en": "How this reader works", "zh_CN": "泡一杯茶要多久"}
# The picture is ready when nothing has changed for so long.
STILL_SECONDS, PATIENCE = 0.6, 30.0


def main() -> None:
    """Take the picture the command line asks for."""
    options = _options()
    app = make_application(["broadsheet"])
    app.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(folder / "settings.ini")
        settings.set("theme", options.theme)
        settings.set("language", options.language)
        article = _fill(folder / "library", OPEN[options.language])
        window = MainWindow(LibrarySession(folder / "library"), settings, Appearance(app, settings))
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.start()
        _wait(app, lambda: window.list_pane.list.choose(article))
        window.sidebar.tree.expandAll()
        if options.search:
            _search(app, window, options.search)
        window.list_pane.list.setFocus()
        picture = _still_picture(app, window)
        window.close()
    options.file.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(options.file)):
        raise SystemExit(f"{options.file} cannot be written")
    print(options.file)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Take a picture of Broadsheet with its sample posts.")
    parser.add_argument("--theme", choices=MODES, default="light")
    parser.add_argument("--language", choices=list(OPEN), default="en")
    parser.add_argument("--search", metavar="WORDS", help="with the results of a search, the first of them open")
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "docs" / "pictures" / "main-light.png")
    return parser.parse_args()


def _fill(folder: Path, title: str) -> int:
    """Import the sample, as if some of it had been read; return the article of that title."""
    with Library(folder) as library:
        with mock.patch("time.time", return_value=IMPORTED):
            for _ in import_folder(library, resources.path("sample"), ImportOptions(Dialect.HEXO)):
                pass
        articles = library.articles(library.listing(ArticleQuery()).ids)
        library.set_read([article.id for article in articles[3:5]], read=True)
        library.set_bookmarked([article.id for article in articles[2:7:4]], bookmarked=True)
    return next(article.id for article in articles if article.title == title)


def _search(app: QApplication, window: MainWindow, words: str) -> None:
    """Type words, and open the first article that is found."""
    listed: list[str] = []
    window.navigator.listed.connect(lambda shown: listed.append(shown.query.text))
    window.list_pane.search.setFocus()
    window.list_pane.search.setText(words)
    _wait(app, lambda: words.strip() in listed)
    if window.list_pane.model.ids:
        window.list_pane.list.choose(window.list_pane.model.ids[0])


def _wait(app: QApplication, reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not reached():
        if time.monotonic() > deadline:
            raise SystemExit("the window did not come to show what was asked of it")
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _still_picture(app: QApplication, window: MainWindow) -> QImage:
    """Return the window once thumbnails, pictures and counts have all arrived."""
    picture, since = QImage(), time.monotonic()

    def still() -> bool:
        nonlocal picture, since
        now = window.grab().toImage()
        if now != picture:
            picture, since = now, time.monotonic()
        return window.reader.open_page() is not None and time.monotonic() - since > STILL_SECONDS

    _wait(app, still)
    return picture


if __name__ == "__main__":
    main()

"""What reading costs: `python -m benchmarks.reading FOLDER...` imports real posts and reads the longest of them.

Times are processor time of the thread that works, since a shared machine's clock says little; each stands beside the
bare text in a QTextDocument, laid out in the same run.
"""

from __future__ import annotations

import argparse
import itertools
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figures, share
from benchmarks.scale_start import resident
from benchmarks.table import wait
from benchmarks.window import open_window
from reader.domain import ArticleQuery, Content
from reader.importing.importer import import_folder
from reader.library.library import Library
from reader.ui.document.typography import ZOOM_DEFAULT
from reader.ui.looks.theme import DARK, LIGHT
from reader.ui.main_window import MainWindow
from reader.viewing.highlighting import highlighted
from reader.viewing.page import Page, prepare

# The longest articles are opened, so many of them; the longest of all is looked at under changes, so many times.
_LONGEST, _TIMES = 100, 12
_FIRST, _MORE = 100, 500


def main() -> None:
    """Import the folders into a library of their own, open the window over it, and print the figures."""
    parser = argparse.ArgumentParser("benchmarks.reading", description="Measure what reading costs.")
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="folders of posts")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as scratch:
        folder = Path(scratch) / "library"
        ids = _import(options.folders, folder)
        app, window = open_window(folder)
        wait(app, lambda: window.list_pane.model.rowCount() > 0)
        figures = Figures(len(ids), ["processor time"])
        longest = _open(app, window, ids, figures)
        _change(app, window, longest, figures)
        _read_on(app, window, ids, figures)
        window.close()


def _import(folders: Sequence[Path], library: Path) -> list[int]:
    """Return all articles, those with the longest texts first."""
    with Library(library) as opened:
        for folder in folders:
            for _ in import_folder(opened, folder):
                pass
        ids = list(opened.listing(ArticleQuery()).ids)
        lengths = {article: len(content.text) for article in ids if (content := opened.content(article)) is not None}
    return sorted(ids, key=lambda article: -lengths.get(article, 0))


def _took(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that a piece of work takes this thread."""
    began = time.thread_time()
    work()
    return time.thread_time() - began


def _open(app: QApplication, window: MainWindow, ids: Sequence[int], figures: Figures) -> Page:
    """Measure the longest articles being made ready and shown; return the longest."""
    made, shown, bare = list[float](), list[float](), list[float]()
    pages: list[Page] = []
    for article in ids[:_LONGEST]:
        content = window.session.library.content(article)
        if content is None:
            continue
        made.append(_took(partial(_make_ready, content, pages)))
        shown.append(_took(partial(_show, window, pages[-1])))
        bare.append(_took(partial(_bare, content.text)))
        app.processEvents()
    for part, name, goal in ((0.5, "p50", "< 15 ms at 5 KB"), (0.99, "p99", "< 80 ms at 200 KB")):
        beside = ("its bare text", share(bare, part))
        figures.add(f"the {len(pages)} longest articles made ready, {name}", share(made, part), "ms", "", *beside)
        figures.add(f"the {len(pages)} longest articles shown, {name}", share(shown, part), "ms", goal, *beside)
    return pages[0]


def _make_ready(content: Content, pages: list[Page]) -> None:
    pages.append(highlighted(prepare(content)))


def _show(window: MainWindow, page: Page) -> None:
    window.reader.show_page(page)
    window.reader.viewer.repaint()


def _bare(text: str, width: int = 600, px: int = 17) -> None:
    document = QTextDocument()
    font = document.defaultFont()
    font.setPixelSize(px)
    document.setDefaultFont(font)
    document.setPlainText(text)
    document.setTextWidth(width)
    document.size()


def _change(app: QApplication, window: MainWindow, page: Page, figures: Figures) -> None:
    """Measure what changes the longest article as a whole: theme, width, size of its text."""
    viewer = window.reader.viewer
    _show(window, page)
    content = window.session.library.content(page.article)
    text = content.text if content is not None else ""
    bare = share([_took(partial(_bare, text)) for _ in range(_TIMES)], 0.5)
    themes = itertools.cycle((DARK, LIGHT))
    widths, sizes = itertools.cycle((1100, 1300)), itertools.cycle((ZOOM_DEFAULT + 2, ZOOM_DEFAULT))
    changes: dict[str, Callable[[], None]] = {
        "theme, the page alone": lambda: viewer.set_theme(next(themes)),
        "width of the window": lambda: window.resize(next(widths), 800),
        "size of the text": lambda: viewer.set_zoom(next(sizes)),
    }
    for name, change in changes.items():
        took = [_took(partial(_settled, app, change)) for _ in range(_TIMES)]
        figures.add(f"{name} changed, p50", share(took, 0.5), "ms", "", "its bare text", bare)
        figures.add(f"{name} changed, worst", share(took, 1), "ms")
    names = itertools.islice(itertools.cycle(("dark", "light")), _TIMES)
    goes = [_wear(app, window, name) for name in names]
    figures.add("theme, the whole window changed, p50", share([sum(each) for each in goes], 0.5), "ms")
    longest = [max(each) for each in goes]
    figures.add("theme, most of that at one go, p50", share(longest, 0.5), "ms", "", "its bare text", bare)
    figures.add("theme, most of that at one go, worst", share(longest, 1), "ms", "< 100 ms")


def _wear(app: QApplication, window: MainWindow, name: str) -> list[float]:
    """Change the theme; return the seconds of each go of the window's thread, the last of which paints it."""
    goes = [_took(lambda: window.appearance.choose_theme(name))]
    while window.reader.viewer.stage.theme.name != name:
        goes.append(_took(app.processEvents))
    goes[-1] += _took(app.processEvents)
    return goes


def _settled(app: QApplication, change: Callable[[], None]) -> None:
    """Do something and all that follows at once: painting, and what was put off."""
    change()
    app.processEvents()


def _read_on(app: QApplication, window: MainWindow, ids: Sequence[int], figures: Figures) -> None:
    """Measure what the process has to itself after the first articles, and after many more, twice."""
    articles = itertools.cycle(ids)

    def read(many: int) -> float:
        for article in itertools.islice(articles, many):
            window.navigator.open(article)
            wait(app, lambda: not window.session._tasks)  # noqa: SLF001 - no signal tells that all is done
        return resident()

    first = read(_FIRST)
    for lap in ("500 articles read in a row", "500 more"):
        figures.add(f"memory, {lap}", read(_MORE), "MB", "no growth", "after the first 100", first)


if __name__ == "__main__":
    main()

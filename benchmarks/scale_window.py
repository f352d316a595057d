"""The real window over a large library: lists shown and scrolled, and how late it is while work goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.corpus import write
from benchmarks.figures import Figures, share
from benchmarks.importing import stat_all
from benchmarks.scrolling import scroll, with_empty_rows
from benchmarks.table import lateness, timed, wait
from benchmarks.window import jump, open_window
from reader.domain import ArticleQuery, State
from reader.ui.main_window import MainWindow
from reader.ui.navigator import Shown

_MORE = 10_000
_SEARCHES = 20
_AT_A_GO = "computed at a go"


def run(folder: Path, scratch: Path, figures: Figures) -> None:
    """Measure the window over the library in `folder`, which is changed by it."""
    app, window = open_window(folder)
    wait(app, lambda: len(window.list_pane.model.ids) == figures.posts)
    many = max((node for node in window.summary.contents.categories if node.id > 1), key=lambda node: node.total).id
    for name, query in (
        ("Unread", ArticleQuery(state=State.UNREAD)),
        ("the largest category", ArticleQuery(category=many)),
        ("a search that finds much", ArticleQuery(text="is:read")),
        ("All", ArticleQuery()),
    ):
        first, whole = _shown(app, window, query)
        figures.add(f"{name} shown in the window, first rows", first * 1000, "ms", "< 100 ms")
        figures.add(f"{name} shown in the window, whole", whole * 1000, "ms")
    _scrolling(app, window, figures)
    with _lateness(app, figures, "idle"):
        _pass(app, 2)
    with _lateness(app, figures, "All listed again and again"):
        for _ in range(3):
            _shown(app, window, ArticleQuery())
    _searching(app, window, figures)
    _marking(app, window, figures)
    _importing(app, window, write(scratch / "more", _MORE), figures)
    window.close()


def _shown(app: QApplication, window: MainWindow, query: ArticleQuery) -> tuple[float, float]:
    """Return the seconds until the first rows of a list are painted, and until all of it is there."""
    times: list[float] = []
    heard: list[Shown] = []
    rows = window.list_pane.list

    def note(shown: Shown) -> None:
        rows.viewport().repaint()
        heard.append(shown)

    def painted() -> bool:
        # All rows in sight are there, which may take some goes.
        if rows.goes.done and len(times) < len(heard):
            times.extend([time.perf_counter()] * (len(heard) - len(times)))
        return bool(times) and heard[len(times) - 1].listing.whole

    window.navigator.listed.connect(note)
    began = time.perf_counter()
    window.navigator.show(query)
    wait(app, painted)
    window.navigator.listed.disconnect(note)
    return times[0] - began, times[-1] - began


def _scrolling(app: QApplication, window: MainWindow, figures: Figures) -> None:
    longest, whole = jump(app, window, 300)
    figures.add("jump anywhere, p99", share(longest, 0.99), "ms", "< 16 ms")
    figures.add("jump anywhere, all rows there, p99", share(whole, 0.99), "ms")
    empty = with_empty_rows(app, window, 600)
    frames = scroll(app, window, 600)
    figures.add(
        "a frame of scrolling, p99", share(frames, 0.99), "ms", "< 16 ms", "an empty delegate", share(empty, 0.99)
    )


def _searching(app: QApplication, window: MainWindow, figures: Figures) -> None:
    """Look for the beginnings of titles from all over the list, each until its rows say where the words stand."""
    ids = window.list_pane.model.ids
    found = window.session.library.articles(ids[:: max(1, len(ids) // _SEARCHES)][:_SEARCHES])
    with _lateness(app, figures, f"{_SEARCHES} searches"):
        for article in found:
            _shown(app, window, ArticleQuery(text=article.title[:2]))
            wait(app, lambda: not window.session._tasks)  # noqa: SLF001
    _shown(app, window, ArticleQuery())


def _marking(app: QApplication, window: MainWindow, figures: Figures) -> None:
    _shown(app, window, ArticleQuery(state=State.UNREAD))
    # The article that a start brought back is read by that, and keeps its row.
    ids = [article for article in window.list_pane.model.ids[:50_000] if article != window.navigator.article]
    session = window.session

    def done(unread: int) -> Callable[[], bool]:
        return lambda: window.summary.counts.unread == unread and not session._tasks  # noqa: SLF001

    def seen(ask: Callable[[], object]) -> float:
        seconds, _ = timed(lambda: (ask(), window.list_pane.list.viewport().repaint()))
        return seconds * 1000

    before = window.summary.counts.unread
    with _lateness(app, figures, "50,000 marked, and taken back"):
        marked = seen(lambda: session.mark_read(ids, read=True, text="benchmark"))
        wait(app, done(before - len(ids)))
        undone = seen(session.undo_stack.undo)
        wait(app, done(before))
    figures.add("50,000 marked, seen", marked, "ms", "< 50 ms")
    figures.add("50,000 marked, undo seen", undone, "ms", "< 50 ms")


def _importing(app: QApplication, window: MainWindow, more: Path, figures: Figures) -> None:
    with _lateness(app, figures, f"{_MORE:,} more imported"):
        seconds, _ = timed(lambda: _import(app, window, more))
    figures.add(f"import of {_MORE:,} more, all phases", _MORE / seconds, "posts/s", ">= 1,500")
    again, _ = timed(lambda: _import(app, window, more))
    walking, _ = timed(lambda: stat_all(more))
    figures.add(f"the same {_MORE:,} again, unchanged", again, "s", "", "scandir and stat", walking)


def _import(app: QApplication, window: MainWindow, more: Path) -> None:
    window.runner.start(more)
    wait(app, lambda: not window.runner.running)


@contextmanager
def _lateness(app: QApplication, figures: Figures, name: str) -> Iterator[None]:
    """Measure how late a timer of 10 ms comes in the window's thread meanwhile."""
    with lateness(app) as found:
        yield
    for said, part, goal in (("p99", 0.99, "< 20 ms"), ("worst", 1, "< 50 ms")):
        computed = share(found.computed, part)
        figures.add(f"window late, {name}, {said}", share(found.late, part), "ms", goal, _AT_A_GO, computed)


def _pass(app: QApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    wait(app, lambda: time.monotonic() > until)

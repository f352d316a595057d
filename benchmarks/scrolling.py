"""Whether the list scrolls smoothly while its pictures arrive from a server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from benchmarks.pictures import HOST, photo, serve_photos
from benchmarks.table import at, plain, timed, wait
from benchmarks.window import open_window
from reader.domain import FileStamp, ImportOptions, PictureRef, Post, ReadFile
from reader.library.library import Library
from reader.offline import Fetch
from reader.ui.main_window import MainWindow

# Two thirds of a row a frame: as fast as one can scroll and still read titles.
_STEP = 53


class _Empty(QStyledItemDelegate):
    """Paints nothing: what is left is the view itself."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint nothing."""


def run(scratch: Path, pictures: int = 600) -> None:
    """Print how long a frame takes: with rows that paint nothing, with all pictures there, and while they arrive."""
    folder = scratch / "scrolling"
    with serve_photos([photo(number) for number in range(20)]) as port:
        with Library(folder) as library:
            _fill(library, [f"http://{HOST}:{port}/{number}.jpg" for number in range(pictures)])
        app, window = open_window(folder)
        window.downloads.runner.allowed = frozenset({HOST})
        wait(app, lambda: window.list_pane.model.rowCount() > 0)
        _tell("list scrolled, empty delegate", with_empty_rows(app, window))
        window.downloads.runner.fetch(Fetch.THUMBNAILS)
        wait(app, lambda: window.downloads.runner.running)
        _tell("list scrolled, pictures arriving", scroll(app, window, while_downloading=True))
        _tell("list scrolled, pictures there", scroll(app, window))
        window.close()


def _fill(library: Library, addresses: list[str]) -> None:
    source, batch = library.history.begin_import(Path("/folder"), ImportOptions())
    began = datetime(2022, 1, 1, tzinfo=UTC)
    files = []
    for number, address in enumerate(addresses):
        path, moment = f"{number}.md", began + timedelta(hours=number)
        pictures = (PictureRef(address),)
        post = Post(path, f"A picture that comes {number}", moment, "<p>Words</p>", "Words", pictures=pictures)
        files.append(ReadFile(path, FileStamp(1, 1), number.to_bytes(4, "big"), post))
    library.files.add(source, files, library.history.recorder(batch))


def with_empty_rows(app: QApplication, window: MainWindow, most: int | None = None) -> list[float]:
    """The same as `scroll`, with rows that paint nothing."""
    rows = window.list_pane.list
    ours = rows.itemDelegate()
    rows.setItemDelegate(_Empty(rows))
    frames = scroll(app, window, most)
    rows.setItemDelegate(ours)
    return frames


def scroll(
    app: QApplication, window: MainWindow, most: int | None = None, *, while_downloading: bool = False
) -> list[float]:
    """Scroll down the whole list and up again, over and over while a download runs; returns seconds a frame.

    After `most` frames it ends.
    """
    bar = window.list_pane.list.verticalScrollBar()
    frames: list[float] = []
    step = _STEP
    rounds = 0
    while len(frames) != most and (rounds < 2 or (while_downloading and window.downloads.runner.running)):
        if not bar.minimum() <= bar.value() + step <= bar.maximum():
            step = -step
            rounds += 1
        bar.setValue(bar.value() + step)
        # All that waits is done, which brings the pictures and paints what was scrolled.
        frames.append(timed(app.processEvents)[0])
    return frames


def _tell(name: str, frames: list[float]) -> None:
    plain(f"{name}, p50 / p99 / worst", f"{at(frames, 0.5)} / {at(frames, 0.99)} / {at(frames, 1)} ms")

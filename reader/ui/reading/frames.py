"""A picture in full, decoded in a worker; and the frames of an animated one, one after another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader

from reader.ui.document.pictures import decode, open_reader

#: Pixels of the longer side that are decoded: more than any screen has, and 100 MB at most.
LONGEST = 5000
_SMALLEST = 600
#: Browsers wait that long where a frame says it wants no time at all.
_LEAST_DELAY_MS = 20
_USUAL_DELAY_MS = 100


class Frames(QObject):
    """Gives what was asked for last; whatever else was on its way is dropped.

    `shown` has the picture, each next one half as large so that it looks well when it is small, none when it cannot be
    read; and whether it moves. `played` has each next frame.
    """

    shown = Signal(list, bool)
    played = Signal(QImage)
    _decoded = Signal(int, list, bool)
    _next = Signal(int, QImage, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._wanted = 0
        self._path: Path | None = None
        self.playing = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._waiting: QImage | None = None
        self._decoded.connect(self._on_decoded)
        self._next.connect(self._on_next)

    def load(self, path: Path | None) -> None:
        """Decode a picture; its first frame, if it moves."""
        self.stop()
        self._path = path
        wanted = self._wanted
        if path is None:
            self.shown.emit([], False)
            return

        def work() -> None:
            images = _halved(decode(path, LONGEST, LONGEST))
            self._tell(self._decoded, wanted, images, bool(images) and _moves(path))

        self._pool.start(work)

    def play(self) -> None:
        """Show frame after frame until `stop`."""
        path = self._path
        if path is None or self.playing:
            return
        self.playing = True
        self._reader = _Loop(path)
        self._waiting = None
        self._ask()

    def stop(self) -> None:
        """Show nothing more of what was asked for."""
        self._wanted += 1
        self.playing = False
        self._timer.stop()
        self._pool.clear()

    def close(self) -> None:
        """Let nothing run any more."""
        self.stop()
        self._pool.waitForDone(2000)

    def _ask(self) -> None:
        if self._waiting is not None:
            self.played.emit(self._waiting)
            self._waiting = None
        wanted, reader = self._wanted, self._reader

        def work() -> None:
            image, delay = reader.step()
            self._tell(self._next, wanted, image, delay)

        self._pool.start(work)

    def _tell(self, signal: object, *values: object) -> None:
        try:
            signal.emit(*values)  # type: ignore[attr-defined]
        except RuntimeError:  # the window is gone
            return

    def _on_decoded(self, wanted: int, images: list[QImage], moves: bool) -> None:
        if wanted == self._wanted:
            self.shown.emit(images, moves)

    def _on_next(self, wanted: int, image: QImage, delay: int) -> None:
        if wanted != self._wanted or image.isNull():
            return
        # The frame is shown when the one before it has had its time.
        self._waiting = image
        self._timer.start(delay)


class _Loop:
    """The frames of a file for ever; used by one worker at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._delay = 0
        self._reader: QImageReader | None = None

    def _open(self) -> None:
        self._reader = open_reader(self._path)
        if self._reader is not None:
            size = self._reader.size()
            if max(size.width(), size.height()) > LONGEST:
                self._reader.setScaledSize(size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio))

    def step(self) -> tuple[QImage, int]:
        """Return the next frame, and how many milliseconds the one before it stays."""
        image = self._reader.read() if self._reader is not None else QImage()
        if image.isNull():
            self._open()
            image = self._reader.read() if self._reader is not None else QImage()
        before, self._delay = self._delay, self._reader.nextImageDelay() if self._reader is not None else 0
        return image, before if before >= _LEAST_DELAY_MS else _USUAL_DELAY_MS


def _halved(image: QImage) -> list[QImage]:
    """Return a picture and its halves down to some hundred pixels; nothing for none."""
    if image.isNull():
        return []
    images = [image]
    while max(image.width(), image.height()) > _SMALLEST:
        half = QSize(max(1, image.width() // 2), max(1, image.height() // 2))
        image = image.scaled(half, mode=Qt.TransformationMode.SmoothTransformation)
        images.append(image)
    return images


def _moves(path: Path) -> bool:
    reader = open_reader(path)
    return reader is not None and reader.supportsAnimation() and reader.imageCount() > 1

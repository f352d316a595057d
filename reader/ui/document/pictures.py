"""Pictures of the page: decoded in workers at the size shown, kept within a budget of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from reader.late import late

if TYPE_CHECKING:
    from reader.viewing.page import Absent

with late():
    from reader.library.pictures import decoding

PictureFile = Callable[[str], Path | None]

#: Bytes of decoded pictures: some fifteen at the full width of the column on a fine screen.
BUDGET = 64 * 1024 * 1024
#: Megabytes one picture may need while it is decoded, and its most pixels: beyond lies only malice.
_ALLOCATION = 256
_MOST_PIXELS = 120_000_000
#: How files begin, and what Qt calls them. SVG is absent on purpose: drawing one may open files that it names.
_FORMATS = (
    (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"RIFF", "webp"), (b"BM", "bmp"),
    (b"II*\0", "tiff"), (b"MM\0*", "tiff"), (b"\0\0\1\0", "ico"),
)  # fmt: skip


def open_reader(path: Path) -> QImageReader | None:
    """Return a reader of a picture file, None for what is none, or one that nobody needs.

    The format is told, not left to Qt to find out: it would ask its reader of SVG, which connects signals while this
    thread holds Python's lock, and waits for ever should the window's thread be disconnecting one and want that lock.
    """
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError:
        return None
    kind = next((name for sign, name in _FORMATS if start.startswith(sign)), "")
    if not kind:
        return None
    reader = QImageReader(str(path), QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    return reader if size.isValid() and size.width() * size.height() <= _MOST_PIXELS else None


def _turned(reader: QImageReader) -> bool:
    """Tell whether the file says that width and height change places."""
    return bool(reader.transformation().value & QImageIOHandler.Transformation.TransformationRotate90.value)


def probe(path: Path) -> tuple[int, int]:
    """Return the pixels of a picture file by its header, (0, 0) for what is none."""
    reader = open_reader(path)
    if reader is None:
        return 0, 0
    size = reader.size().transposed() if _turned(reader) else reader.size()
    return size.width(), size.height()


def decode(path: Path, width: int, height: int) -> QImage:
    """Return a picture of at most that many pixels, null when it cannot be read. For workers."""
    reader = open_reader(path)
    if reader is None:
        return _decoded_by_the_core(path, width, height)
    box = QSize(height, width) if _turned(reader) else QSize(width, height)
    shown = reader.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    if shown.width() < reader.size().width():
        reader.setScaledSize(shown)
    image = reader.read()
    # Without a channel for what shines through there is none to be looked for when it is drawn, above all into a PDF.
    clear, opaque = QImage.Format.Format_ARGB32_Premultiplied, QImage.Format.Format_RGB32
    return image if image.isNull() else image.convertToFormat(clear if image.hasAlphaChannel() else opaque)


def _decoded_by_the_core(path: Path, width: int, height: int) -> QImage:
    """Return a picture of a kind that Qt does not read and the library does, such as AVIF; null for any other."""
    try:
        shown, high, data = decoding.pixels(path, width, height)
    except decoding.PictureError:
        return QImage()
    # The copy has pixels of its own; the image is only a view of these bytes.
    image = QImage(data, shown, high, shown * 4, QImage.Format.Format_RGBA8888).copy()
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class Pictures(QObject):
    """Hands out decoded pictures; `arrived` says that one more can be had."""

    arrived = Signal()
    failed = Signal()  # one turned out to be unreadable: its place changes size
    _decoded = Signal(str, int, QImage)

    def __init__(self, picture_file: PictureFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QImageReader.setAllocationLimit(_ALLOCATION)
        self._file = picture_file
        self._images: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._bytes = 0
        self._waiting: set[tuple[str, int]] = set()
        self._sizes: dict[str, tuple[int, int]] = {}
        self._broken: set[str] = set()
        self._absent: Mapping[str, Absent] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        if (program := QCoreApplication.instance()) is not None:
            program.aboutToQuit.connect(self._pool.clear)  # or leaving waits for every picture still to come
        self._decoded.connect(self._keep)

    def show(self, sizes: dict[str, tuple[int, int]], absent: Mapping[str, Absent] = MappingProxyType({})) -> None:
        """Begin an article whose pictures have these sizes; what was still waiting for the last one is dropped."""
        self._absent = absent
        self._pool.clear()
        self._waiting.clear()
        self._broken.clear()
        self._sizes = dict(sizes)
        self._forget_other_widths()

    def any(self) -> bool:
        """Whether the article has pictures, or will have some."""
        return bool(self._sizes or self._absent)

    def size(self, key: str) -> tuple[int, int]:
        """Return the pixels of a stored picture, (0, 0) when there is none."""
        known = self._sizes.get(key, (0, 0))
        if key and not all(known) and key not in self._broken:
            path = self._file(key)
            known = probe(path) if path is not None else (0, 0)
            self._sizes[key] = known
            if not all(known):
                self._broken.add(key)
        return known

    def absent(self, key: str) -> Absent | None:
        """Return what is known of a picture that is still on the web; None for any other."""
        return self._absent.get(key)

    def broken(self, key: str) -> bool:
        return key in self._broken

    def image(self, key: str, width: int, height: int) -> QImage | None:
        """Return the picture for a box of that many pixels, or None while it is being decoded or when it is broken."""
        wanted = (key, width)
        if wanted in self._images:
            self._images.move_to_end(wanted)
            return self._images[wanted]
        if wanted not in self._waiting and key not in self._broken:
            self._start(wanted, height)
        return next((image for (name, _), image in self._images.items() if name == key), None)

    def close(self) -> None:
        """Stop decoding. To be called before the program ends."""
        self._pool.clear()
        self._pool.waitForDone(2000)
        self._waiting.clear()

    def _start(self, wanted: tuple[str, int], height: int) -> None:
        key, width = wanted
        path = self._file(key)
        if path is None:
            self._broken.add(key)
            return
        self._waiting.add(wanted)

        def work() -> None:
            image = decode(path, width, height)
            try:
                self._decoded.emit(key, width, image)
            except RuntimeError:  # the window is gone
                return

        self._pool.start(work)

    def _forget_other_widths(self) -> None:
        """Keep what was used last of each picture; the others are of widths that the column had before.

        Not while the article is shown: it may have one at two widths, and each painting would ask for both.
        """
        newest = dict(list(self._images))
        for key, width in list(self._images):
            if newest[key] != width:
                self._bytes -= self._images.pop((key, width)).sizeInBytes()

    def _keep(self, key: str, width: int, image: QImage) -> None:
        self._waiting.discard((key, width))
        if image.isNull():
            self._broken.add(key)
            self.failed.emit()
        else:
            old = self._images.pop((key, width), None)
            self._bytes += image.sizeInBytes() - (old.sizeInBytes() if old is not None else 0)
            self._images[key, width] = image
            while self._bytes > BUDGET and len(self._images) > 1:
                _, gone = self._images.popitem(last=False)
                self._bytes -= gone.sizeInBytes()
        self.arrived.emit()

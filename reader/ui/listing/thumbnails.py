"""Thumbnails for rows: read or made in workers, cached as pixmaps."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from reader.domain import Changes
from reader.ui.session import LibrarySession

_KEPT = 400
# So many pixels wide are the copies of the first density (decoding.ROW, which would bring Pillow along).
_SMALL = 76


class Thumbnails(QObject):
    """Gives a thumbnail if it is at hand, and else sees to it that it soon is."""

    ready = Signal()

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        # By the key of the picture, and the density of the copy.
        self._pixmaps: OrderedDict[tuple[str, int], QPixmap | None] = OrderedDict()
        self._asked: set[tuple[str, int]] = set()
        session.changed.connect(self._on_changes)

    def pixmap(self, key: str, wide: float) -> QPixmap | None:
        """Return the thumbnail of a stored picture; None while it is not there, or when it cannot be.

        It is to fill so many pixels of the screen.
        """
        density = 1 if wide <= _SMALL else 2
        named = key, density
        if named in self._pixmaps:
            self._pixmaps.move_to_end(named)
            return self._pixmaps[named]
        stored = self._session.library.thumbnail(key, density)
        if stored is not None:
            return self._keep(named, QImage.fromData(stored))
        if named not in self._asked:
            self._asked.add(named)
            self._session.make(
                lambda library: library.make_thumbnail(key, density), lambda made: self._arrived(named, made)
            )
        return None

    def _on_changes(self, changes: Changes) -> None:
        """Look again for what there was none of, since pictures came; what is under way is asked for twice at worst."""
        if changes.pictures:
            self._asked.clear()
            for named in [named for named, pixmap in self._pixmaps.items() if pixmap is None]:
                del self._pixmaps[named]

    def _arrived(self, named: tuple[str, int], made: bytes | None) -> None:
        self._asked.discard(named)
        # Decoded here, in a fraction of a millisecond: document.pictures.open_reader says what a worker risks.
        self._keep(named, QImage.fromData(made) if made else QImage())
        self.ready.emit()

    def _keep(self, named: tuple[str, int], image: QImage) -> QPixmap | None:
        pixmap = None if image.isNull() else QPixmap.fromImage(image)
        self._pixmaps[named] = pixmap
        while len(self._pixmaps) > _KEPT:
            self._pixmaps.popitem(last=False)
        return pixmap

"""Small pictures for rows: read or made in workers, kept as pixmaps while they are likely to be seen."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from reader.domain import Changes
from reader.ui.session import LibrarySession

_KEPT = 400


class Thumbnails(QObject):
    """Gives a thumbnail if it is at hand, and else sees to it that it soon is."""

    ready = Signal()

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pixmaps: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._asked: set[str] = set()
        session.changed.connect(self._on_changes)

    def pixmap(self, key: str) -> QPixmap | None:
        """Return the thumbnail of a stored picture; None while it is not there, or when it cannot be."""
        if key in self._pixmaps:
            self._pixmaps.move_to_end(key)
            return self._pixmaps[key]
        stored = self._session.library.thumbnail(key)
        if stored is not None:
            return self._keep(key, QImage.fromData(stored))
        if key not in self._asked:
            self._asked.add(key)
            self._session.make(lambda library: library.make_thumbnail(key), lambda made: self._arrived(key, made))
        return None

    def _on_changes(self, changes: Changes) -> None:
        """Look again for what there was none of, since pictures came; what is under way is asked for twice at worst."""
        if changes.pictures:
            self._asked.clear()
            for key in [key for key, pixmap in self._pixmaps.items() if pixmap is None]:
                del self._pixmaps[key]

    def _arrived(self, key: str, made: bytes | None) -> None:
        self._asked.discard(key)
        # Decoded here, in a fraction of a millisecond: document.pictures.open_reader says what a worker risks.
        self._keep(key, QImage.fromData(made) if made else QImage())
        self.ready.emit()

    def _keep(self, key: str, image: QImage) -> QPixmap | None:
        pixmap = None if image.isNull() else QPixmap.fromImage(image)
        self._pixmaps[key] = pixmap
        while len(self._pixmaps) > _KEPT:
            self._pixmaps.popitem(last=False)
        return pixmap

"""Dragging articles out of the list: as files for targets that take files, as links for those that take text."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QDrag, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette, QPixmap

from reader.frozen import frozen
from reader.library.library import Library
from reader.ui.listing.list_pane import ListPane
from reader.ui.parts.figures import n
from reader.ui.parts.toast import Toast
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

if TYPE_CHECKING:
    from reader.exporting.values import Format

#: More articles than these take longer to write than a drag lasts.
_MOST = 20


@frozen
class _Taken:
    """What is dragged: files, and (title, address) of each article; "" where a post does not say its address."""

    files: tuple[Path, ...]
    links: tuple[tuple[str, str], ...]


class Dragging(QObject):
    """Writes the files when a drag begins, in a worker, and lets it go on with them a moment later.

    Whoever takes a file looks at it when it is dropped. Only a QMimeData made in Python could write it then, and that
    would be asked after its end: some systems keep it longer than the drag.
    """

    def __init__(self, session: LibrarySession, list_pane: ListPane, toast: Toast, settings: Settings) -> None:
        super().__init__(list_pane)
        self._session, self._list, self._toast, self._settings = session, list_pane.list, toast, settings
        # Who took a file may still be copying it: it stays until the next drag, or the end of the program.
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._list.drag_wanted.connect(self.begin)

    def begin(self, row: int) -> None:
        """Take what is selected out, while the mouse button stays down; a row stands for it."""
        # Before they are taken out of the list: they may be a million.
        if self._list.count() > _MOST:
            self._toast.show_message(self.tr("Too many articles for this. Export them instead."))
            return
        current = self._list.current_article()
        ids = list(self._list.many()) or ([] if current is None else [current])
        if not ids:
            return
        from reader.exporting.values import Format

        form = Format(self._settings.text("export_format", "html", [*Format]))
        pictures = self._settings.flag("export_pictures", default=True)
        # Windows removes no file that is still being copied.
        new = tempfile.TemporaryDirectory(prefix="broadsheet-", ignore_cleanup_errors=True)
        old, self._folder = self._folder, new
        folder = Path(self._folder.name)

        def job(library: Library) -> _Taken:
            if old is not None:
                old.cleanup()
            return _write(library, folder, ids, form, pictures=pictures)

        place = self._list.visualRect(self._list.model().index(row, 0))
        picture = self._list.viewport().grab(place)
        self._session.read(job, lambda taken: self._drag(taken, picture))

    def _drag(self, taken: _Taken, picture: QPixmap) -> None:
        if not taken.links or not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in taken.files])
        data.setText("\n".join(link or title for title, link in taken.links))
        lines = (
            f'<a href="{escape(link)}">{escape(title)}</a>' if link else escape(title) for title, link in taken.links
        )
        data.setHtml("<br/>".join(lines))
        drag = QDrag(self._list)
        drag.setMimeData(data)
        if len(taken.links) > 1:
            _tell_number(picture, len(taken.links), self._list.palette())
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(40, round(picture.deviceIndependentSize().height()) // 2))
        drag.exec(Qt.DropAction.CopyAction)


def _tell_number(picture: QPixmap, number: int, palette: QPalette) -> None:
    """Say on the picture of one row how many are dragged."""
    words, width = n(number), picture.deviceIndependentSize().width()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    wide = max(22, QFontMetrics(font).horizontalAdvance(words) + 12)
    place = QRectF(width - wide - 14, 6, wide, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.accent())
    painter.drawRoundedRect(place, 11, 11)
    painter.setPen(palette.brightText().color())
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()


def _write(library: Library, folder: Path, ids: Sequence[int], form: Format, *, pictures: bool) -> _Taken:
    """Write articles into a folder; of Markdown its pictures are dragged along."""
    from reader.exporting.exporter import ASSETS, export
    from reader.exporting.piece import piece_of
    from reader.exporting.values import ExportOptions

    *_, last = export(library, ExportOptions(form, folder, ids, pictures=pictures))
    pieces = [piece_of(content) for content in map(library.content, ids) if content is not None]
    assets = folder / ASSETS
    files = (*last.files, assets) if assets.exists() else last.files
    return _Taken(files, tuple((piece.title, piece.link) for piece in pieces))

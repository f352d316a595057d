"""Opens the lightbox, which is created when first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.late import late
from reader.ui.document.pictures import PictureFile

with late():
    from reader.ui.reading import lightbox


class LightboxOpener(QObject):
    """`failed` says why a copy of a picture could not be written."""

    failed = Signal(str)

    def __init__(self, picture_file: PictureFile, window: QWidget) -> None:
        super().__init__(window)
        self._file = picture_file
        self._window = window

    @cached_property
    def box(self) -> lightbox.Lightbox:
        """The lightbox."""
        box = lightbox.Lightbox(self._file, self._window)
        box.copies.failed.connect(self.failed)
        return box

    def open(self, pictures: Sequence[tuple[str, str]], place: int) -> None:
        """Show one of these pictures, each its key and its description."""
        self.box.open_box(pictures, place)

    def stop(self) -> None:
        """Read no picture any more: the window closes."""
        if "box" in self.__dict__:
            self.box.frames.close()

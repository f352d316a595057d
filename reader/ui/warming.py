"""Prepares in idle moments what the start left out: the first article and dialog open as fast as others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea

from reader.domain import ArticleQuery, LibraryError
from reader.late import first_needed, late, run, waiting
from reader.library.library import Library
from reader.ui.session import LibrarySession

with late():
    from reader.ui.document import document
    from reader.viewing import page

if TYPE_CHECKING:
    from reader.ui.document.image_objects import Stage

# The window's thread loads one module at a time, or sets one block, and has so many milliseconds for others between.
_BETWEEN_MS = 40
_WINDOW = "reader.ui"
# What knows no Qt is loaded in a worker.
_IN_WORKER = ("reader.viewing", "reader.library")
# So many blocks of an article use the fonts that most pages do.
_BLOCKS = 8


class Warming(QObject):
    """Begins when it is told to, and ends by itself; pages will be shown on the `stage`."""

    def __init__(self, session: LibrarySession, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._stage = session, stage
        self._page: page.Page | None = None
        self._steps = self._course()
        self._timer = QTimer(self, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Load what is left."""
        self._session.look(_load, self._keep, self._keep_none, self._timer.start)

    def _keep(self, prepared: page.Page | None) -> None:
        self._page = prepared

    def _keep_none(self, _error: LibraryError) -> None:
        """Leave it to whoever opens an article to hear why it cannot be read."""

    def _step(self) -> None:
        if next(self._steps, self) is self:
            self._timer.stop()

    def _course(self) -> Iterator[None]:
        QScrollArea().viewport()  # a widget that Qt made, the first that Python meets (parts/viewports.py)
        yield
        while left := waiting(_WINDOW):
            run(first_needed(left[0], _WINDOW))
            yield
        # Set out of sight: what is used for the first time, fonts above all, takes as long as all else of a page.
        prepared, self._page = self._page, None
        if prepared is None:
            return
        draft = document.Draft(prepared, self._stage.theme, self._stage.typography, readings_above=True)
        built, steps = document.begin(draft)
        yield
        yield from steps
        built.document.setTextWidth(self._stage.column)
        yield
        built.document.documentLayout().documentSize()


def _load(library: Library) -> Iterator[page.Page | None]:
    """Load modules, and at last yield the beginning of the newest article, if there is one."""
    for package in _IN_WORKER:
        for name in waiting(package):
            run(name)
            yield None
    for article in library.first(ArticleQuery(), 1).ids:
        content = library.content(article)
        if content is not None:
            prepared = page.prepare(content)
            yield replace(prepared, blocks=prepared.blocks[:_BLOCKS])

"""Makes the documents of a viewer, or has one ready before it is wanted."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from reader.late import late
from reader.ui.document.image_objects import Stage
from reader.ui.document.typography import Typography
from reader.ui.looks.coming import Coming
from reader.ui.looks.theme import Theme

with late():
    from reader.ui.document import document, look, related, writer

if TYPE_CHECKING:
    from reader.viewing.page import Page


class _Wanted(NamedTuple):
    """What a document depends on: the page, how it is set, which of its details the reader turned, and its foot."""

    page: Page
    theme: Theme
    typography: Typography
    opened: frozenset[int]
    foot: related.Foot

    def same(self, other: _Wanted) -> bool:
        """Whether both lead to the same document."""
        return self.page is other.page and self[1:] == other[1:]


class PageMaker(QObject):
    """Makes a page into documents of a viewer, which has the stage; knows what the reader and the library add to it."""

    def __init__(self, stage: Stage, viewer: QObject) -> None:
        super().__init__(viewer)
        self._stage, self._viewer = stage, viewer
        self._page: Page | None = None
        self._built: writer.Built | None = None
        self._ready: tuple[_Wanted, writer.Built] | None = None
        self._foot: related.Foot = {}
        self.opened: set[int] = set()  # details whose state the reader changed

    def make(self, page: Page) -> writer.Built:
        """Return the document of a page, which was ready or is made now; what was added to another page is gone."""
        if self._page is None or self._page.article != page.article:
            self.opened.clear()
        if page is not self._page:
            self._foot = {}
        self._page = page
        wanted = self._wanted(page, self._stage.theme)
        ready, self._ready = self._ready, None
        if ready is not None and ready[0].same(wanted):
            self._built = ready[1]
            self._built.document.setParent(self._viewer)
        else:
            self._built = document.build(*wanted[:4], self._viewer, readings_above=True, foot=wanted.foot)
        return self._built

    def forget(self) -> None:
        """No page is shown any more."""
        self._page = self._built = self._ready = None

    def show_foot(self, foot: related.Foot) -> None:
        """Write below the page, once, what the library holds beside it; it stays there for as long as this is shown."""
        if self._page is not None and self._built is not None and any(foot.values()) and not self._foot:
            self._foot = foot
            related.append(self._built, look.Look(self._stage.theme, self._stage.typography, self._page.lang), foot)

    def make_ready(self, coming: Coming) -> None:
        """Have the page ready in the colours of a theme before it is worn."""
        if self._page is not None and coming.theme != self._stage.theme:
            coming.steps.append(self._steps(self._wanted(self._page, coming.theme)))

    def _steps(self, wanted: _Wanted) -> Generator[None, None, None]:
        shown, self._ready = self._built, None
        # Nobody's yet: it may never be wanted, and what its viewer had would stay for as long as that.
        built, steps = document.begin(*wanted[:4], readings_above=True, foot=wanted.foot)
        yield from steps
        if self._built is shown:  # else something else changed meanwhile, such as the language
            self._ready = (wanted, built)

    def _wanted(self, page: Page, theme: Theme) -> _Wanted:
        return _Wanted(page, theme, self._stage.typography, frozenset(self.opened), self._foot)

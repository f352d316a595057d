"""Makes the documents of a viewer, or prepares one before it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Generator
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.late import late
from reader.ui.document.image_objects import Stage
from reader.ui.document.typography import Typography
from reader.ui.looks.coming import Coming, Readying
from reader.ui.looks.theme import Theme

with late():
    from reader.ui.document import document, look, related, writer
    from reader.viewing import blocks

if TYPE_CHECKING:
    from reader.viewing.page import Page

# A page of so many blocks, those of its lists and tables among them, is made in some milliseconds.
_SHORT = 100


class PageMaker(QObject):
    """Makes a page into documents of a viewer, which has the stage; knows what the reader and the library add to it."""

    def __init__(self, stage: Stage, viewer: QObject) -> None:
        super().__init__(viewer)
        self._stage, self._viewer = stage, viewer
        self._page: Page | None = None
        self._built: writer.Built | None = None
        self._ready: tuple[document.Draft, writer.Built] | None = None
        self._foot: related.Foot = {}
        self._readying = Readying(self)
        self.opened: set[int] = set()  # details whose state the reader changed

    def make(self, page: Page) -> writer.Built:
        """Return the document of a page, which was ready or is made now; what was added to another page is gone."""
        if self._page is None or self._page.article != page.article:
            self.opened.clear()
        if page is not self._page:
            self._foot = {}
        self._page = page
        draft = self._draft(page, self._stage.theme, self._stage.typography)
        ready, self._ready = self._ready, None
        if ready is not None and ready[0].same(draft):
            self._built = ready[1]
            self._built.document.setParent(self._viewer)
        else:
            self._built = document.build(draft, self._viewer)
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
        if self._page is not None and coming.theme is not None and coming.theme != self._stage.theme:
            coming.steps.append(self._steps(self._draft(self._page, coming.theme, self._stage.typography)))

    def have_ready(self, typography: Typography, then: Callable[[], None]) -> None:
        """Have the page ready in that type, and in the language of the window, and go on; at once if it is short."""
        coming = Coming(then)
        if self._page is not None and any(islice(blocks.walk(self._page.blocks), _SHORT, None)):
            coming.steps.append(self._steps(self._draft(self._page, self._stage.theme, typography)))
        self._readying.begin(coming)

    def _steps(self, draft: document.Draft) -> Generator[None, None, None]:
        shown, self._ready = self._built, None
        # Nobody's yet: it may never be wanted, and what its viewer had would stay for as long as that.
        built, steps = document.begin(draft)
        yield from steps
        if self._built is shown:  # else something else changed meanwhile, such as the language
            self._ready = (draft, built)

    def _draft(self, page: Page, theme: Theme, typography: Typography) -> document.Draft:
        opened = frozenset(self.opened)
        return document.Draft(page, theme, typography, opened, readings_above=True, foot=self._foot)

"""Titles in lists, in the characters the page is shown in: converted for display, never in the library."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain import Article
from reader.late import late
from reader.library.library import Library
from reader.ui.tasks import Task
from reader.viewing.forms import FORMS

with late():
    from reader.viewing import conversion

if TYPE_CHECKING:
    from reader.ui.session import LibrarySession

# So many rows are known at once: as many as a list keeps.
_KEPT = 3000

#: Gives articles as they are shown, for a worker with its library.
Showing = Callable[[Library, Sequence[Article]], list[Article]]


class ShownTitles(QObject):
    """Gives rows as they are shown if that is at hand, and else sees to it that they soon are.

    As long as Chinese is shown as it was written, articles are handed on as they are. `changed` names those that look
    otherwise now, or is None where all may.
    """

    changed = Signal(object)

    def __init__(self, session: LibrarySession) -> None:
        super().__init__(session)
        self._session = session
        self._form = ""
        # By article: as it is, as it is shown, and in which form that is.
        self._known: OrderedDict[int, tuple[Article, Article, str]] = OrderedDict()
        self._wanted: dict[int, Article] = {}
        self._task: Task | None = None
        # All rows of one painting are asked for together.
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    def choose(self, form: str) -> None:
        """Show Chinese in one of FORMS from now on; anything else leaves it as it was written."""
        form = form if form in FORMS else ""
        if form == self._form:
            return
        self._form = form
        self._wanted.clear()
        if not form:
            self._known.clear()
        self.changed.emit(None)

    def articles(self, ids: Sequence[int]) -> list[Article]:
        """Return articles as they are shown, with the marks that are being written."""
        found = self._session.articles(ids)
        return [self._shown(article) for article in found] if self._form else found

    def showing(self) -> Showing:
        """Return what does the same in a worker, at once."""
        form = self._form
        return lambda library, articles: list(_converted(library, articles, form).values()) if form else [*articles]

    @property
    def form(self) -> str:
        """Which of FORMS is chosen, "" for none."""
        return self._form

    def _shown(self, article: Article) -> Article:
        before, after, form = self._known.get(article.id, (None, article, ""))
        same = before is not None and _words(before) == _words(article)
        if not same or form != self._form:
            self._wanted[article.id] = article
            if self._task is None:
                self._asking.start()
        # What was shown in another form serves until this one is there.
        return replace(article, title=after.title, summary=after.summary, author=after.author) if same else article

    def _ask(self) -> None:
        if self._task is not None or not self._wanted:
            return
        wanted, form, self._wanted = [*self._wanted.values()], self._form, {}

        def job(library: Library) -> Mapping[int, Article]:
            return _converted(library, wanted, form)

        self._task = self._session.read(job, lambda found: self._arrived(wanted, found, form), self._ended)

    def _arrived(self, wanted: Sequence[Article], found: Mapping[int, Article], form: str) -> None:
        for article in wanted:
            self._known[article.id] = article, found[article.id], form
            self._known.move_to_end(article.id)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        if form == self._form:
            self.changed.emit([article.id for article in wanted])

    def _ended(self) -> None:
        self._task = None
        if self._wanted:
            self._asking.start()


def _words(article: Article) -> tuple[str, ...]:
    return article.title, article.summary, article.author


def _converted(library: Library, articles: Sequence[Article], form: str) -> dict[int, Article]:
    languages = library.languages([article.id for article in articles])
    return {each.id: conversion.converted_row(each, languages.get(each.id, ""), form) for each in articles}

"""Snippets of search results: computed in workers for the visible rows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain import Article
from reader.frozen import frozen
from reader.late import late
from reader.library.library import Library
from reader.ui.session import LibrarySession
from reader.ui.tasks import Task

with late():
    from reader.library.conditions import query_language
    from reader.library.search import highlight
    from reader.viewing import conversion

if TYPE_CHECKING:
    from reader.library.conditions.query_tree import Words

# A line of a row shows some 30 Chinese or 60 Latin characters.
_WIDTH = 90
# What one job looks up: the rows in sight, of which 0.3 ms each.
_MOST = 24
_KEPT = 600


@frozen
class Found:
    """Where the words of a search stand in an article: in its title, and in a piece of its text."""

    title: tuple[highlight.Range, ...]
    snippet: highlight.Snippet


class Snippets(QObject):
    """Gives what was found in an article if that is at hand, and else sees to it that it soon is."""

    ready = Signal()

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = ""
        self._terms: tuple[Words, ...] = ()
        self._found: OrderedDict[int, Found] = OrderedDict()
        self._old: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._task: Task | None = None
        self._form = session.titles.form
        session.titles.changed.connect(self._on_titles)
        # All rows of one painting are asked for together.
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    def begin(self, text: str) -> None:
        """Show the hits of another search, or of the same one anew; "" ends it."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._wanted.clear()
        if text != self._text:
            self._text, self._terms = text, query_language.parse(text).terms() if text else ()
            self._found.clear()
        # The same words, but the texts may be others: what is known serves until it is known again.
        self._old = set(self._found)

    def _on_titles(self) -> None:
        """Show pieces in the characters that titles are shown in now."""
        if self._form != self._session.titles.form:
            self._form = self._session.titles.form
            self._old = set(self._found)

    @property
    def wanted(self) -> bool:
        """Whether there are words to show in the rows."""
        return bool(self._terms)

    def of(self, article: int) -> Found | None:
        """Return what was found in an article, None while that is not known."""
        found = self._found.get(article)
        if self._terms and (found is None or article in self._old):
            # Last in, first out: the rows painted last are the ones in sight.
            self._wanted.pop(article, None)
            self._wanted[article] = None
            if self._task is None:
                self._asking.start()
        return found

    def _ask(self) -> None:
        if self._task is not None or not self._wanted:
            return
        ids, text, terms, form = list(self._wanted)[-_MOST:], self._text, self._terms, self._form
        # What is not in sight any more is not worth the time; what is will be painted again.
        self._wanted.clear()

        def job(library: Library) -> dict[int, Found]:
            articles = {article.id: article for article in library.articles(ids)}
            said = library.languages(ids) if form else {}
            pieces = library.search.snippets(ids, text, _WIDTH)
            return {
                each: Found(
                    tuple(highlight.marks(articles[each].title, terms)),
                    _in_form(piece, articles[each], said.get(each, ""), form) if form else piece,
                )
                for each, piece in pieces.items()
                if each in articles
            }

        task = self._task = self._session.read(job, self._arrived, lambda: self._ended(task))

    def _arrived(self, found: Mapping[int, Found]) -> None:
        self._old.difference_update(found)
        for article, each in found.items():
            self._found[article] = each
            self._found.move_to_end(article)
        while len(self._found) > _KEPT:
            self._old.discard(self._found.popitem(last=False)[0])
        self.ready.emit()

    def _ended(self, task: Task) -> None:
        if task is self._task:  # else another search has begun
            self._task = None
            if self._wanted:
                self._asking.start()


def _in_form(piece: highlight.Snippet, article: Article, said: str, form: str) -> highlight.Snippet:
    # The title and the summary tell its language; a piece alone may be Latin letters.
    words = piece.text, article.title, article.summary
    return replace(piece, text=conversion.converted_words(words, said, form)[0])

"""Pending marks, shown as they will be; one that is refused is no longer shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from reader.domain import Article, MarkKind

_TOGETHER = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Foreseen:
    """What these articles will be: marked so (`on`), or not so any more. `ascending` where their ids are in order."""

    ids: Sequence[int]
    kind: MarkKind
    on: bool
    ascending: bool = False

    def among(self, articles: set[int]) -> set[int]:
        """Return which of some articles are of these. They may be a million, and those on a page stand together."""
        if self.ascending:
            places = {article: bisect_left(self.ids, article) for article in articles}
            return {each for each, place in places.items() if place < len(self.ids) and self.ids[place] == each}
        found: set[int] = set()
        for start in range(0, len(self.ids), _TOGETHER):
            found |= articles.intersection(self.ids[start : start + _TOGETHER])
            if len(found) == len(articles):
                break
        return found

    def of(self, article: Article) -> Article:
        """Return an article of these as it will be."""
        if self.kind is MarkKind.READ:
            return replace(article, unread=not self.on)
        return replace(article, bookmarked=self.on)


class ForeseenMarks(QObject):
    """Those that are on their way to the library, in their order. `changed` names articles that look otherwise now."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: list[Foreseen] = []

    def begin(self, marks: Foreseen) -> None:
        """Show marks before they are written."""
        self._marks.append(marks)
        self.changed.emit(marks.ids)

    def end(self, marks: Foreseen) -> None:
        """Show what the library holds: they are written, or were refused."""
        self._marks.remove(marks)
        self.changed.emit(marks.ids)

    def shown(self, articles: list[Article]) -> list[Article]:
        """Return articles of the library as they will be."""
        for marks in self._marks:
            these = marks.among({article.id for article in articles})
            articles = [marks.of(article) if article.id in these else article for article in articles]
        return articles

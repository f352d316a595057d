"""Navigator: from what the user chose to what the list and the page show. The latest choice wins."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.days import today_began
from reader.domain import ArticleQuery, Changes, Order, State
from reader.frozen import frozen
from reader.late import late
from reader.library.library import Library
from reader.library.listing.lists import Listing
from reader.ui.listing.held_row import holding, of_the_same, same_but_for_state
from reader.ui.listing.sections import Grouping, Section, sections_of
from reader.ui.session import LibrarySession
from reader.ui.sidebar.lines import Folder, Key, OfSource, Tagged
from reader.ui.tasks import Task

with late():
    from reader.library.conditions import query_language
    from reader.viewing import conversion, highlighting, page

if TYPE_CHECKING:
    from reader.library.conditions.query_tree import Hint, Words

# While an import goes on, its list is read anew for a tenth of the time at most: a million articles take seconds, in
# which the import stands back.
_SHARE = 9


@frozen
class Shown:
    """A list that is ready: `again` when it is the same query as before, read anew.

    `held` is the article that is read, where the list before was of the same place: it is chosen, and of unread ones
    it keeps its row, `found` or not by this list.
    `unsearched` articles may hold the words, too: they are not searchable yet. `hints` are about what was typed.
    """

    query: ArticleQuery
    listing: Listing
    sections: list[Section]
    again: bool
    unsearched: int = 0
    hints: tuple[Hint, ...] = ()
    held: int | None = None
    found: int = 0


def query_of(
    key: Key,
    *,
    unread: bool,
    text: str,
    within: str,
    everywhere: bool = False,
    best_first: bool = False,
    order: Order = Order.NEWEST,
    grouping: Grouping = Grouping.DAY,
) -> ArticleQuery:
    """Return the list behind a line of the sidebar, narrowed to unread articles and to words.

    `within` are the conditions of the smart folder that stands there. A search `everywhere` does not heed the sidebar,
    and one with what fits best first neither order nor headings.
    """
    if text and best_first:
        order, grouping = Order.RELEVANCE, Grouping.NONE
    state = State.UNREAD if unread else State.ANY
    by_day, by_source = grouping is Grouping.DAY, grouping is Grouping.SOURCE
    query = ArticleQuery(text=text, state=state, order=order, by_day=by_day, by_source=by_source)
    if text and everywhere:
        return query
    query = replace(query, within=within)
    if key == Folder.UNREAD:
        return replace(query, state=State.UNREAD)
    if key == Folder.TODAY:
        return replace(query, since=today_began())
    if key == Folder.LATER:
        # What was kept last comes first; its dates are in no order that days could be headings of.
        kept = not text and order is Order.NEWEST and not by_source
        return replace(query, state=State.BOOKMARKED, order=Order.NEWEST_MARK if kept else order)
    if isinstance(key, OfSource):
        return replace(query, source=key.id)
    if isinstance(key, Tagged):
        return replace(query, tag=key.id)
    return replace(query, category=key) if isinstance(key, int) else query


class Navigator(QObject):
    """Loads lists and articles in workers; only the answer to the latest question is passed on."""

    listed = Signal(Shown)
    #: An article is to be read, or only seen again; it is not there yet.
    begun = Signal(int, bool)
    opened = Signal(object)
    lost = Signal(int)
    #: The periods that all lists are narrowed to from now on, () for none.
    narrowed = Signal(object)

    def __init__(self, session: LibrarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.query = ArticleQuery()
        self.article: int | None = None
        self._characters = ""
        self._page: page.Page | None = None
        self._listing: Task | None = None
        self._shown: Shown | None = None
        self._began = self._rests_until = 0.0
        self._opening: Task | None = None
        session.changed.connect(self._on_changes)

    def words(self) -> tuple[Words, ...]:
        """Return the words searched for, to be marked in the article."""
        texts = filter(None, (self.query.text, self.query.within))
        return tuple(word for text in texts for word in query_language.parse(text).terms())

    def show(self, query: ArticleQuery) -> None:
        """List something else."""
        self._load(replace(query, periods=self.query.periods), again=False)

    def narrow(self, periods: tuple[tuple[int, int], ...]) -> None:
        """List only what was published in one of these periods (moments in seconds, UTC), () for all again.

        That holds of whatever is listed next, too.
        """
        if periods != self.query.periods:
            self._load(replace(self.query, periods=periods), again=False)
            self.narrowed.emit(periods)

    def narrow_next(self, periods: tuple[tuple[int, int], ...]) -> None:
        """Narrow so what will be listed next, without listing it."""
        self.query = replace(self.query, periods=periods)

    def reload(self) -> None:
        """List the same again, as the library and the day now are."""
        since = self.query.since if self.query.since is None else today_began()
        self._load(replace(self.query, since=since), again=True)

    def open(self, article: int, *, mark: bool = True) -> None:
        """Read an article; to see it again without a `mark` is no reading of it."""
        self.article = article
        self._page = None
        self._fetch(article)
        self.begun.emit(article, mark)

    def set_characters(self, form: str) -> None:
        """Show Chinese in simplified or traditional characters from now on, or as it was written."""
        if form != self._characters:
            self._characters = form
            if self.article is not None:
                self._fetch(self.article)

    def close(self) -> None:
        """Read nothing."""
        if self._opening is not None:
            self._opening.cancel()
        article, self.article, self._page = self.article, None, None
        self.lost.emit(article or 0)

    def _load(self, query: ArticleQuery, *, again: bool) -> None:
        if self._listing is not None:
            self._listing.cancel()
        self.query = query
        before = self._shown.listing if self._shown and same_but_for_state(query, self._shown.query) else None
        reading = self.article
        stays = self._shown is not None and of_the_same(query, self._shown.query)

        def job(library: Library) -> Iterator[Shown]:
            searched = bool(query.text or query.within)
            begun = again
            for listing in library.growing(query):
                if again and not listing.whole:
                    continue  # What is shown already is more of it.
                found, held = len(listing.ids), reading if before is not None and reading in before.ids else None
                if before is not None and held is not None and listing.whole:
                    listing = holding(library, query, listing, held, before)
                if stays and reading is not None and reading in listing.ids:
                    held = reading
                sections = sections_of(query, listing)
                hints = library.search.read(query.text, listing).hints if searched else ()
                unsearched = library.unindexed() if searched else 0
                yield Shown(query, listing, sections, begun, unsearched, hints, held, found)
                begun = True

        self._began, self._rests_until = time.monotonic(), float("inf")
        self._listing = self._session.grow(job, self._on_listed)

    def _on_listed(self, shown: Shown) -> None:
        self._shown = shown
        if shown.listing.whole:
            now = time.monotonic()
            self._rests_until = now + _SHARE * (now - self._began)
        self.listed.emit(shown)

    def _fetch(self, article: int) -> None:
        if self._opening is not None:
            self._opening.cancel()

        form = self._characters

        def job(library: Library) -> page.Page | None:
            content = library.content(article)
            if content is None:
                return None
            prepared = page.prepare(content, library.links.inside(article))
            return highlighting.highlighted(conversion.converted(prepared, form))

        self._opening = self._session.read(job, self._on_fetched)

    def _on_fetched(self, page: page.Page | None) -> None:
        if page is None:
            article, self.article, self._page = self.article, None, None
            self.lost.emit(article or 0)
            return
        unmarked = replace(page, position=0, bookmarked=False)
        # The same page again, after an import say, would only take a selection away.
        if unmarked != self._page:
            self._page = unmarked
            self.opened.emit(page)

    def _on_changes(self, changes: Changes) -> None:
        if changes.growing:
            # Nor is the page read anew: what it shows has hardly changed, and the end of it is told.
            if changes.articles and time.monotonic() >= self._rests_until:
                self.reload()
            return
        if changes.articles:
            self.reload()
        if self.article is not None and (changes.articles or changes.categories or self.article in changes.pictures):
            self._fetch(self.article)

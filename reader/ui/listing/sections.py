"""Where the headings of a list are, and the height of each of its rows: exact without touching every row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from itertools import groupby

from reader.days import local_day, midnight
from reader.domain import ArticleQuery, Order
from reader.frozen import frozen
from reader.library.listing.lists import Listing
from reader.ui.parts.dates import days_with_names

#: So many headings are never in the way; more are to have so many articles each.
_FEW, _WORTH_IT = 8, 2
#: The height of an article where nobody chose another; and of a heading.
ROW_HEIGHT = 86
HEADING_HEIGHT = 34


class Grouping(StrEnum):
    """What stands together under a heading."""

    DAY = "day"
    SOURCE = "source"
    NONE = "none"


class Unit(StrEnum):
    """How much of the calendar is under one heading."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@frozen
class Section:
    """A run of articles of one day, or of one `name`; `first` is the index of its first article in the list.

    Of a month or a year, `day` is that of its first article.
    """

    first: int
    day: date | None
    name: str = ""
    unit: Unit = Unit.DAY


def sections_of(query: ArticleQuery, listing: Listing) -> list[Section]:
    """Return what stands under headings in a list."""
    if query.by_source:
        return [Section(first, None, name) for first, name in listing.sources]
    if query.by_day and query.order in (Order.NEWEST, Order.OLDEST):
        days = day_sections(listing.times, oldest_first=query.order is Order.OLDEST)
        return worthwhile(days, len(listing.times))
    return []


def worthwhile(days: list[Section], articles: int) -> list[Section]:
    """Return headings of days; or of months, or of years, where there would be one for hardly more than an article.

    Today and yesterday keep theirs.
    """
    found, named = days, days_with_names()

    def stretch(section: Section, digits: int) -> date | str | None:
        return section.day if section.day in named else section.day and section.day.isoformat()[:digits]

    for unit, digits in ((Unit.MONTH, len("2022-01")), (Unit.YEAR, len("2022"))):
        if len(found) > _FEW and articles < _WORTH_IT * len(found):
            firsts = [next(run) for _, run in groupby(found, key=partial(stretch, digits=digits))]
            found = [first if first.day in named else replace(first, unit=unit) for first in firsts]
    return found


def day_sections(times: Sequence[int], *, oldest_first: bool = False) -> list[Section]:
    """Split publication times (seconds, UTC, in order) into local days; the work grows with the days only."""
    sections: list[Section] = []
    first = 0
    while first < len(times):
        day = local_day(times[first])
        sections.append(Section(first, day))
        start = midnight(day)
        if oldest_first:
            following = midnight(day + timedelta(days=1))
            if times[first] >= following:
                # After the last day of the calendar; so is all that follows.
                break
            if times[first] < start:
                first = bisect_left(times, True, lo=first, key=_is_in_calendar)
            else:
                first = bisect_left(times, following, lo=first)
        elif times[first] < start:
            # Before the first day of the calendar; so is all that follows.
            break
        else:
            first = bisect_right(times, -start, lo=first, key=lambda moment: -moment)
    return sections


def _is_in_calendar(moment: int) -> bool:
    return midnight(local_day(moment)) <= moment


class RowGeometry:
    """The rows of a list: articles of one height, headings of another. All look-ups are O(log headings)."""

    def __init__(self, articles: int, sections: Sequence[Section] = (), row_height: int = ROW_HEIGHT) -> None:
        self.articles = articles
        self.row_height = row_height
        self.sections = sections
        self.rows = articles + len(sections)
        self.height = articles * row_height + len(sections) * HEADING_HEIGHT
        self._heading_rows = [section.first + number for number, section in enumerate(sections)]
        self._heading_tops = [
            section.first * row_height + number * HEADING_HEIGHT for number, section in enumerate(sections)
        ]

    def section_at(self, row: int) -> Section | None:
        """Return the section whose heading this row is, None for an article."""
        number = bisect_left(self._heading_rows, row)
        if number < len(self._heading_rows) and self._heading_rows[number] == row:
            return self.sections[number]
        return None

    def has_day_above(self, row: int) -> bool:
        """Whether an article's heading says its day."""
        number = bisect_right(self._heading_rows, row) - 1
        return number >= 0 and self.sections[number].day is not None and self.sections[number].unit is Unit.DAY

    def article_at(self, row: int) -> int:
        """Return the index in the list of the article in this row; meaningless for a heading."""
        return row - bisect_right(self._heading_rows, row)

    def articles_above(self, row: int) -> int:
        """Return how many articles stand above this row, or above the end of the list."""
        return row - bisect_left(self._heading_rows, row)

    def row_of(self, article: int) -> int:
        """Return the row of the article with this index."""
        return article + bisect_right(self.sections, article, key=lambda section: section.first)

    def held(self, y: int) -> tuple[int, int] | None:
        """Return the row of the heading under which this pixel lies and which begins above it, None without one.

        It is held at that pixel meanwhile; the second number is how far (pixels, negative) the next one pushes it up.
        """
        number = bisect_right(self._heading_tops, y) - 1
        if number < 0 or self._heading_tops[number] == y or y >= self.height:
            return None
        below = self._heading_tops[number + 1] if number + 1 < len(self._heading_tops) else self.height
        return self._heading_rows[number], min(0, below - y - HEADING_HEIGHT)

    def top(self, row: int) -> int:
        """Return the row's upper edge in pixels from the top of the list."""
        headings = bisect_left(self._heading_rows, row)
        return (row - headings) * self.row_height + headings * HEADING_HEIGHT

    def height_of(self, row: int) -> int:
        """Return the row's height in pixels."""
        return HEADING_HEIGHT if self.section_at(row) else self.row_height

    def row_at(self, y: int) -> int:
        """Return the row that holds this pixel, -1 outside the list."""
        if not 0 <= y < self.height:
            return -1
        number = bisect_right(self._heading_tops, y) - 1
        if number < 0:
            return y // self.row_height
        below = y - self._heading_tops[number] - HEADING_HEIGHT
        row = self._heading_rows[number]
        return row if below < 0 else row + 1 + below // self.row_height

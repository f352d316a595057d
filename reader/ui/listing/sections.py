"""Where the day headings of a list stand, and how high each of its rows does: exact without touching every row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reader.ui.parts.days import local_day, midnight

ROW_HEIGHT = 86
HEADING_HEIGHT = 34


@dataclass(frozen=True, slots=True)
class Section:
    """A run of articles of one day; `first` is the index of its first article in the list."""

    first: int
    day: date


def day_sections(times: Sequence[int]) -> list[Section]:
    """Split publication times (seconds, UTC, newest first) into local days; the work grows with the days only."""
    sections: list[Section] = []
    first = 0
    while first < len(times):
        day = local_day(times[first])
        sections.append(Section(first, day))
        start = midnight(day)
        if times[first] < start:
            # Before the first day of the calendar; so is all that follows.
            break
        first = bisect_right(times, -start, lo=first, key=lambda moment: -moment)
    return sections


class RowGeometry:
    """The rows of a list: articles of one height, headings of another. All look-ups are O(log headings)."""

    def __init__(self, articles: int, sections: Sequence[Section] = ()) -> None:
        self.articles = articles
        self.sections = sections
        self.rows = articles + len(sections)
        self.height = articles * ROW_HEIGHT + len(sections) * HEADING_HEIGHT
        self._heading_rows = [section.first + number for number, section in enumerate(sections)]
        self._heading_tops = [
            section.first * ROW_HEIGHT + number * HEADING_HEIGHT for number, section in enumerate(sections)
        ]

    def section_at(self, row: int) -> Section | None:
        """Return the section whose heading this row is, None for an article."""
        number = bisect_left(self._heading_rows, row)
        if number < len(self._heading_rows) and self._heading_rows[number] == row:
            return self.sections[number]
        return None

    def article_at(self, row: int) -> int:
        """Return the index in the list of the article in this row; meaningless for a heading."""
        return row - bisect_right(self._heading_rows, row)

    def row_of(self, article: int) -> int:
        """Return the row of the article with this index."""
        return article + bisect_right(self.sections, article, key=lambda section: section.first)

    def top(self, row: int) -> int:
        """Return the row's upper edge in pixels from the top of the list."""
        headings = bisect_left(self._heading_rows, row)
        return (row - headings) * ROW_HEIGHT + headings * HEADING_HEIGHT

    def height_of(self, row: int) -> int:
        """Return the row's height in pixels."""
        return HEADING_HEIGHT if self.section_at(row) else ROW_HEIGHT

    def row_at(self, y: int) -> int:
        """Return the row that holds this pixel, -1 outside the list."""
        if not 0 <= y < self.height:
            return -1
        number = bisect_right(self._heading_tops, y) - 1
        if number < 0:
            return y // ROW_HEIGHT
        below = y - self._heading_tops[number] - HEADING_HEIGHT
        row = self._heading_rows[number]
        return row if below < 0 else row + 1 + below // ROW_HEIGHT

"""Days, weeks, months and longer periods of the reader's calendar, as chosen and as the library is asked."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from reader.days import midnight

#: Where one can walk: a week farther there is no calendar any more.
FIRST, LAST = date(2, 1, 1), date(9998, 12, 31)
# So many bars have room beside one another, and the months that one stands for: a quarter, a year, a decade, a century.
_BARS, _LONGER = 60, (3, 12, 120, 1200)
# As far back go the earlier years of a day: no more periods are asked of the library at once.
_YEARS = 300


class Unit(IntEnum):
    """How much a click or Enter chooses."""

    DAY = 0
    WEEK = 1
    MONTH = 2


@dataclass(frozen=True, slots=True)
class Span:
    """From a day until before another."""

    first: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.end


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to; with `day`, these are that day in the years before it."""

    spans: tuple[Span, ...]
    day: date | None = None

    def __contains__(self, day: date) -> bool:
        return any(day in span for span in self.spans)

    def bounds(self) -> tuple[tuple[int, int], ...]:
        """Return the moments in which the periods begin and are over (seconds, UTC)."""
        return tuple((midnight(span.first), midnight(span.end)) for span in self.spans)


def written(chosen: Chosen | None) -> str:
    """Return a choice as text that `read_chosen` reads, "" for none."""
    if chosen is None:
        return ""
    spans = [f"{span.first.isoformat()}/{span.end.isoformat()}" for span in chosen.spans]
    return " ".join([*spans, chosen.day.isoformat()] if chosen.day is not None else spans)


def read_chosen(text: str) -> Chosen | None:
    """Return the choice that was written, None where it makes no sense."""
    spans: list[Span] = []
    day: date | None = None
    try:
        for word in text.split()[: _YEARS + 1]:
            first, between, end = word.partition("/")
            if between:
                spans.append(Span(date.fromisoformat(first), date.fromisoformat(end)))
            else:
                day = date.fromisoformat(first)
    except ValueError:
        return None
    sound = all(FIRST <= span.first <= span.end <= LAST for span in spans)
    return Chosen(tuple(spans), day) if spans and sound else None


def walked(day: date, days: int = 0, months: int = 0) -> date:
    """Return the day so many days or months from another: the last of its month where that has no such day."""
    place = min(max(day.year * 12 + day.month - 1 + months, FIRST.year * 12), LAST.year * 12 + 11)
    first = date(place // 12, place % 12 + 1, 1)
    moved = first.replace(day=min(day.day, (month_of(first).end - timedelta(days=1)).day))
    return min(max(moved + timedelta(days=days), FIRST), LAST)


def week_of(day: date, starts_on: int) -> Span:
    """Return the week of a day; it `starts_on` a weekday, 1 for Monday to 7 for Sunday."""
    first = day - timedelta(days=(day.isoweekday() - starts_on) % 7)
    return Span(first, first + timedelta(days=7))


def month_of(day: date) -> Span:
    """Return the month of a day."""
    first = day.replace(day=1)
    return Span(first, (first + timedelta(days=31)).replace(day=1))


def span_of(day: date, unit: Unit, starts_on: int) -> Span:
    """Return the day itself, its week or its month."""
    if unit is Unit.WEEK:
        return week_of(day, starts_on)
    return month_of(day) if unit is Unit.MONTH else Span(day, day + timedelta(days=1))


def earlier_years(day: date, first_year: int) -> Chosen:
    """Choose a day in the years before it, back to the first year; the 29th of February is a day of leap years only."""
    years = [
        year for year in range(day.year - 1, first_year - 1, -1) if (day.month, day.day) != (2, 29) or isleap(year)
    ]
    spans = tuple(span_of(day.replace(year=year), Unit.DAY, 1) for year in years)
    # Where there are none, nothing is listed, not everything.
    return Chosen(spans or (Span(day, day),), day)


@dataclass(frozen=True, slots=True)
class Bar:
    """A month, a quarter, a year or longer of the histogram, and how many articles it has."""

    span: Span
    count: int


def bars_of(counts: Mapping[date, int]) -> list[Bar]:
    """Return the whole time from the first article to the last in bars of one length, those without any included."""
    if not counts:
        return []
    days = [min(max(day, FIRST), LAST) for day in counts]
    first, last = (day.year * 12 + day.month - 1 for day in (min(days), max(days)))
    length = next((length for length in (1, *_LONGER) if last // length - first // length < _BARS), _LONGER[-1])
    numbers = dict.fromkeys(range(first // length, last // length + 1), 0)
    for day, count in zip(days, counts.values(), strict=True):
        numbers[(day.year * 12 + day.month - 1) // length] += count
    return [Bar(Span(_first_of(at * length), _first_of((at + 1) * length)), count) for at, count in numbers.items()]


def _first_of(month: int) -> date:
    month = min(max(month, FIRST.year * 12), LAST.year * 12 + 11)
    return date(month // 12, month % 12 + 1, 1)

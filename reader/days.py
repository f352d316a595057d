"""Moments, and days in the reader's time zone, also those that Windows knows nothing of."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta


def utc(seconds: int) -> datetime:
    """Return a moment in UTC by its seconds since 1970; `fromtimestamp` knows none before on Windows."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def local_day(seconds: int) -> date:
    """Return the day of a moment where the reader is; a moment no calendar holds falls on its first or last day."""
    try:
        return datetime.fromtimestamp(seconds).date()  # noqa: DTZ006 - the reader's own day is meant
    except (OverflowError, OSError, ValueError):
        first, last = date.min + timedelta(days=2), date.max - timedelta(days=2)
    try:
        # Windows knows no zone before 1970.
        return min(max(date(1970, 1, 1) + timedelta(days=seconds // 86_400), first), last)
    except OverflowError:
        return first if seconds < 0 else last


def today_began() -> int:
    """Return the moment this day began where the reader is, in seconds since 1970."""
    return midnight(date.today())  # noqa: DTZ011 - the reader's own day is meant


def midnight(day: date) -> int:
    """Return the moment a local day begins, in seconds since 1970."""
    try:
        return int(datetime.combine(day, time.min).timestamp())
    except (OverflowError, OSError, ValueError):
        return int((day - date(1970, 1, 1)).total_seconds())

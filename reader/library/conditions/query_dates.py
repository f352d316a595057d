"""The dates of a search: `2022`, `2022-01`, `2022-01-20`, `7d`, `today`, as periods of the reader's own days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reader.days import midnight
from reader.library.conditions.query_tree import Published

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)|年?)\Z")
_AGO = re.compile(r"(\d{1,4})([dwmy]|天|[周週]|[个個]月)\Z|(\d{1,3})年\Z", re.IGNORECASE)
_UNITS = {"天": "d", "周": "w", "週": "w", "个月": "m", "個月": "m"}
_WORDS = {"today": 0, "今天": 0, "yesterday": 1, "昨天": 1}


def published(operator: str, value: str, today: date) -> Published | None:
    """Return the period of `before:`, `after:` or `on:`, None when `value` is no date.

    `after` includes the day, month or year itself, `before` does not; a number of days ago is the time since then.
    """
    days = _days(value.strip(), today)
    if days is None:
        return None
    first, end = days
    if operator == "before":
        return Published(None, midnight(first))
    return Published(midnight(first), midnight(end) if operator == "on" and end is not None else None)


def _days(value: str, today: date) -> tuple[date, date | None] | None:
    """Return the first day of a period and the one after its last; None for a period that is not over."""
    try:
        ago = _AGO.match(value)
        if ago:
            unit = (ago[2] or "y").lower()
            return _back(today, int(ago[1] or ago[3]), _UNITS.get(unit, unit)), None
        back = _WORDS.get(value.lower())
        if back is not None:
            day = today - timedelta(days=back)
            return day, day + timedelta(days=1)
        found = _DATE.match(value)
        return _calendar(*found.groups()) if found else None
    except (ValueError, OverflowError):
        return None  # the 31st of June, or before the year 1


def _calendar(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first = date(int(year), int(month or 1), int(day or 1))
    if day:
        return first, first + timedelta(days=1)
    if month:
        return first, (first + timedelta(days=31)).replace(day=1)
    return first, date(first.year + 1, 1, 1)


def _back(today: date, number: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=number * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "y" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(today.day, last.day))

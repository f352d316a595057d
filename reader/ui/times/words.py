"""Days and periods in the window's language."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from reader.ui.parts.dates import month_words, said, ui_locale
from reader.ui.times.periods import Chosen, Span, month_of


def day_words(day: date) -> str:
    """Return "20 January 2022"."""
    return said(day, "d MMMM yyyy", "yyyy年M月d日")


def span_words(span: Span) -> str:
    """Return a day, a month, a year, or from which to which."""
    last = max(span.first, span.end - timedelta(days=1))
    if last == span.first:
        return day_words(last)
    if span == month_of(span.first):
        return month_words(span.first)
    if (span.first.month, span.first.day, last.month, last.day) == (1, 1, 12, 31):
        first_year, last_year = (said(day, "yyyy", "yyyy年") for day in (span.first, last))
        return first_year if first_year == last_year else f"{first_year} – {last_year}"
    whole_months = span.first.day == span.end.day == 1
    first, end = (
        said(day, "MMM yyyy", "yyyy年M月") if whole_months else said(day, "d MMM yyyy", "yyyy年M月d日")
        for day in (span.first, last)
    )
    return f"{first} – {end}"


def chosen_words(chosen: Chosen) -> str:
    """Return what the list is narrowed to."""
    return earlier_words(chosen.day) if chosen.day is not None else span_words(chosen.spans[0])


def earlier_words(day: date) -> str:
    """Return "20 January in earlier years"."""
    name = said(day, "d MMMM", "M月d日")
    return QCoreApplication.translate("Times", "{day} in earlier years").format(day=name)


def with_number(words: str, count: int) -> str:
    """Return "20 January 2022, 12 articles"."""
    number = QCoreApplication.translate("Times", "%n article(s)", "", count)
    #: A day or another period, and the number of its articles.
    return QCoreApplication.translate("Times", "{when}, {number}").format(when=words, number=number)


def starts_on() -> int:
    """Return the day on which weeks start here, 1 for Monday to 7 for Sunday."""
    return ui_locale().firstDayOfWeek().value

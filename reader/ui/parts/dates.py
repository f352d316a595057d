"""Dates and times in the words of the window's language."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from reader.days import local_day
from reader.domain import Article

_CHINESE_DAY = "yyyy年M月d日 dddd"
_CHINESE_MOMENT = "yyyy年M月d日 HH:mm"


def ui_locale() -> QLocale:
    """Return the locale of the window's language, which need not be the system's."""
    return QLocale()


def in_chinese() -> bool:
    """Whether the window's language is Chinese."""
    return ui_locale().language() == QLocale.Language.Chinese


def in_traditional() -> bool:
    """Whether the window's language is Chinese in traditional characters."""
    return ui_locale().script() == QLocale.Script.TraditionalHanScript


def days_with_names() -> tuple[date, date]:
    """Return the days that have words of their own: today and yesterday."""
    today = date.today()  # noqa: DTZ011 - the reader's own day is meant
    return today, today - timedelta(days=1)


def day_heading(day: date) -> str:
    """Return the words above a day's articles: "Today · 20 January"."""
    today, yesterday = days_with_names()
    name = said(day, "d MMMM", "M月d日")
    translate = QCoreApplication.translate
    if day == today:
        return translate("Dates", "Today · {date}").format(date=name)
    if day == yesterday:
        return translate("Dates", "Yesterday · {date}").format(date=name)
    return said(day, "dddd · d MMMM yyyy", _CHINESE_DAY)


def month_words(day: date) -> str:
    """Return "January 2022"."""
    return said(day, "MMMM yyyy", "yyyy年M月")


def year_words(day: date) -> str:
    """Return "2022"."""
    return said(day, "yyyy", "yyyy年")


def said(day: date, form: str, chinese: str) -> str:
    """Return a day in one form, or in another where the window speaks Chinese."""
    return ui_locale().toString(QDate(day.year, day.month, day.day), chinese if in_chinese() else form)


def clock(seconds: int) -> str:
    """Return the time of day of a moment, where the reader is."""
    return moment(seconds).toString("HH:mm")


def row_time(article: Article, *, with_day: bool) -> str:
    """Return what the right of a row says: the time, if there is one, or the day where no heading says it."""
    if not with_day:
        return clock(article.published) if article.timed else ""
    return row_day(article.published)


def row_day(seconds: int) -> str:
    """Return the day of a moment, shortly, where the reader is: "3 Nov 2024"."""
    day = local_day(seconds)
    # Qt's English has the month before the day, which half of the readers take for the day.
    english = ui_locale().language() == QLocale.Language.English
    short = "d MMM yyyy" if english else QLocale.FormatType.ShortFormat
    return ui_locale().toString(QDate(day.year, day.month, day.day), short)


def short_moment(seconds: int) -> str:
    """Return a moment for a column of a table: the day and the time, where the reader is."""
    return ui_locale().toString(moment(seconds), _CHINESE_MOMENT if in_chinese() else "d MMM yyyy, HH:mm")


def usual_moment(seconds: int) -> str:
    """Return a moment for a sentence: the day with the name of its month and the time, where the reader is."""
    return ui_locale().toString(moment(seconds), _CHINESE_MOMENT if in_chinese() else "d MMMM yyyy, HH:mm")


def long_day(day: QDate) -> str:
    """Return a day in full: "Sunday, 3 November 2024"."""
    # Qt's English has the month before the day, as in row_day, and its Chinese no space that the list has.
    ours = {QLocale.Language.English: "dddd, d MMMM yyyy", QLocale.Language.Chinese: _CHINESE_DAY}
    return ui_locale().toString(day, ours.get(ui_locale().language(), QLocale.FormatType.LongFormat))


def long_moment(seconds: int, *, timed: bool) -> str:
    """Return a moment in full, as a page and a screen reader say it; the hour where the post names one."""
    then = moment(seconds)
    if not timed:
        return long_day(then.date())
    #: The date of an article and its hour.
    both = QCoreApplication.translate("ArticleViewer", "{date}, {time}")
    return both.format(date=long_day(then.date()), time=then.toString("HH:mm"))


def moment(seconds: int) -> QDateTime:
    """Return a moment where the reader is."""
    return QDateTime.fromSecsSinceEpoch(seconds)

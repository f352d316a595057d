"""The query language in one table: for the search help, and for the notes beside suggestions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from reader.library.conditions import query_values
from reader.problems import QT_TRANSLATE_NOOP
from reader.ui.parts.dates import in_chinese, in_traditional
from reader.viewing.conversion import convert
from reader.viewing.forms import TRADITIONAL


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be typed, as one would type it in English and in Chinese, and what it finds."""

    english: str
    chinese: str
    meaning: str
    operator: str = ""

    def example(self) -> str:
        """Return what to type, in the language of the window."""
        if not in_chinese():
            return self.english
        return convert(self.chinese, TRADITIONAL) if in_traditional() else self.chinese

    def words(self) -> str:
        """Return what it finds, in the language of the window."""
        return QCoreApplication.translate("SearchSyntax", self.meaning)


SYNTAX = (
    Entry("snow pass", "山口 大雪", QT_TRANSLATE_NOOP("SearchSyntax", "All of these words, anywhere")),
    Entry('"closes the pass"', "“大雪封山”", QT_TRANSLATE_NOOP("SearchSyntax", "These words next to each other")),
    Entry("snow OR rain", "雪 OR 雨", QT_TRANSLATE_NOOP("SearchSyntax", "Either of the two")),
    Entry("-rain", "-雨", QT_TRANSLATE_NOOP("SearchSyntax", "What does not contain it; works before all of these")),
    Entry(
        "(snow OR rain) -hail",
        "(雪 OR 雨) -冰雹",
        QT_TRANSLATE_NOOP("SearchSyntax", "Parentheses group conditions"),
    ),
    Entry("title:snow", "标题:雪", QT_TRANSLATE_NOOP("SearchSyntax", "In the title"), "title"),
    Entry("author:smith", "作者:沈", QT_TRANSLATE_NOOP("SearchSyntax", "By an author of this name"), "author"),
    Entry(
        "category:news/world",
        "分类:新闻/国际",
        QT_TRANSLATE_NOOP("SearchSyntax", "In a category and all below it"),
        "category",
    ),
    Entry("tag:travel", "标签:旅行", QT_TRANSLATE_NOOP("SearchSyntax", "With a tag"), "tag"),
    Entry(
        'source:"my blog"', "来源:“我的网站”", QT_TRANSLATE_NOOP("SearchSyntax", "From an imported folder"), "source"
    ),
    Entry(
        "on:2022-01",
        "日期:2022-01",
        QT_TRANSLATE_NOOP("SearchSyntax", "Published in that year or month, or on that day"),
        "on",
    ),
    Entry("after:2022-01", "晚于:2022-01", QT_TRANSLATE_NOOP("SearchSyntax", "Published since then"), "after"),
    Entry("before:2022-01", "早于:2022-01", QT_TRANSLATE_NOOP("SearchSyntax", "Published before then"), "before"),
    Entry(
        "after:7d",
        "晚于:7d",
        QT_TRANSLATE_NOOP("SearchSyntax", "In the last seven days; d, w, m and y are days, weeks, months and years"),
    ),
    Entry("is:unread", "状态:未读", QT_TRANSLATE_NOOP("SearchSyntax", "Unread, read, bookmarked or gone"), "is"),
    Entry("has:picture", "包含:图片", QT_TRANSLATE_NOOP("SearchSyntax", "With a picture or a thumbnail"), "has"),
    Entry("lang:zh", "语言:中文", QT_TRANSLATE_NOOP("SearchSyntax", "Written in a language"), "lang"),
)


def meaning_of(operator: str) -> str:
    """Return what an operator finds, in the language of the window; "" when it is none."""
    return next((entry.words() for entry in SYNTAX if operator and entry.operator == operator), "")


#: What a value finds, where that is another word than the value.
_VALUES = {
    "unread": QT_TRANSLATE_NOOP("SearchSyntax", "unread"),
    "read": QT_TRANSLATE_NOOP("SearchSyntax", "read"),
    "bookmarked": QT_TRANSLATE_NOOP("SearchSyntax", "kept to read later"),
    "gone": QT_TRANSLATE_NOOP("SearchSyntax", "no longer in the folder"),
    "picture": QT_TRANSLATE_NOOP("SearchSyntax", "with a picture"),
    "thumbnail": QT_TRANSLATE_NOOP("SearchSyntax", "with a picture in the list"),
    "today": QT_TRANSLATE_NOOP("SearchSyntax", "today"),
    "yesterday": QT_TRANSLATE_NOOP("SearchSyntax", "yesterday"),
    "7d": QT_TRANSLATE_NOOP("SearchSyntax", "seven days ago"),
    "1m": QT_TRANSLATE_NOOP("SearchSyntax", "a month ago"),
    "1y": QT_TRANSLATE_NOOP("SearchSyntax", "a year ago"),
}


def value_words(operator: str, value: str) -> str:
    """Return what a value of an operator means, in the language of the window; "" where it says so itself."""
    if operator == "lang":
        return language_words(value) if value.isascii() else ""
    meaning = _VALUES.get(query_values.english(value), "") if operator in query_values.VALUES else ""
    words = QCoreApplication.translate("SearchSyntax", meaning) if meaning else ""
    return "" if words == value else words


def language_words(tag: str) -> str:
    """Return what a language calls itself, by its tag; "" for one that nobody knows."""
    # Qt says whose English or Chinese it is, also where the tag does not.
    whole = {"en": "English", "zh": "中文"}.get(tag.lower())
    locale = QLocale(tag.replace("_", "-"))
    return whole or ("" if locale.language() == QLocale.Language.C else locale.nativeLanguageName())

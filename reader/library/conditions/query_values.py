"""The words allowed after `is:`, `has:`, `lang:` and the date operators, in English and in Chinese."""

from __future__ import annotations

from reader.library.conditions.query_tree import Has, Is
from reader.library.words.folding import fold

_DATES = ("today", "yesterday", "7d", "1m", "1y")
#: What may stand behind an operator, in the order in which it is offered; languages are those of the library.
VALUES: dict[str, tuple[str, ...]] = {
    "is": tuple(Is), "has": tuple(Has), "before": _DATES, "after": _DATES, "on": ("today", "yesterday"),
}  # fmt: skip

# By the value: its name in simplified characters, in traditional ones, and others that mean it. What differs only in
# its characters means the same.
_CHINESE: dict[str, tuple[str, ...]] = {
    "unread": ("未读", "未讀"),
    "read": ("已读", "已讀"),
    "bookmarked": ("稍后阅读", "稍後閱讀", "稍后"),
    "gone": ("已不在", "已不在"),
    "picture": ("图片", "圖片"),
    "thumbnail": ("缩略图", "縮圖"),
    "today": ("今天", "今天"),
    "yesterday": ("昨天", "昨天"),
}
_LANGUAGES: dict[str, tuple[str, ...]] = {
    "zh": ("中文", "中文", "汉语"),
    "en": ("英文", "英文", "英语"),
    "ja": ("日文", "日文", "日语"),
    "ko": ("韩文", "韓文", "韩语"),
    "fr": ("法文", "法文", "法语"),
    "de": ("德文", "德文", "德语"),
    "es": ("西班牙文", "西班牙文", "西班牙语"),
    "ru": ("俄文", "俄文", "俄语"),
}
_ENGLISH = {fold(name): value for value, names in {**_CHINESE, **_LANGUAGES}.items() for name in names}


def english(typed: str) -> str:
    """Return the value that a Chinese word means; any other comes back in lower case."""
    return typed.lower() if typed.isascii() else _ENGLISH.get(fold(typed), typed)


def chinese(value: str, *, traditional: bool) -> str:
    """Return what a value is called in Chinese; one that has no such name is called what it is."""
    names = _CHINESE.get(value, (value, value))
    return names[1] if traditional else names[0]


def languages(*, traditional: bool) -> list[str]:
    """Return what languages are called in Chinese."""
    return [names[1] if traditional else names[0] for names in _LANGUAGES.values()]

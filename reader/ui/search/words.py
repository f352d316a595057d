"""Hints on a search in the window's language: what could not be read, and what was done instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.library.conditions.query_tree import Hint, HintKind
from reader.problems import QT_TRANSLATE_NOOP

_SENTENCES = {
    HintKind.UNKNOWN_OPERATOR: QT_TRANSLATE_NOOP(
        "Search", "“{typed}:” is not a condition and was searched as text. Did you mean {detail}:?"
    ),
    HintKind.UNKNOWN_VALUE: QT_TRANSLATE_NOOP(
        "Search", "“{typed}” is not possible here, so it was searched as text. Possible values: {detail}"
    ),
    HintKind.BAD_DATE: QT_TRANSLATE_NOOP(
        "Search", "“{detail}” is not a date, so it was searched as text. Dates are 2022, 2022-01, 2022-01-20 or 7d."
    ),
    HintKind.NO_VALUE: QT_TRANSLATE_NOOP("Search", "Nothing follows “{detail}:” yet, so it was ignored."),
    HintKind.UNKNOWN_NAME: QT_TRANSLATE_NOOP("Search", "The library has no “{detail}”."),
    HintKind.OPEN_QUOTE: QT_TRANSLATE_NOOP("Search", "A quotation mark is not closed; the phrase reaches to the end."),
    HintKind.OPEN_GROUP: QT_TRANSLATE_NOOP("Search", "A parenthesis is not closed; the group reaches to the end."),
    HintKind.ONLY_SIGNS: QT_TRANSLATE_NOOP(
        "Search", "“{detail}” was ignored. Put it in quotation marks to search for it."
    ),
    HintKind.JOINS_NOTHING: QT_TRANSLATE_NOOP("Search", "“{detail}” joins nothing here, so it was searched as text."),
    HintKind.MINUS_MEANT: QT_TRANSLATE_NOOP(
        "Search", "“{detail}” was searched as text. A “-” before a word excludes what contains it."
    ),
    HintKind.TOO_LONG: QT_TRANSLATE_NOOP("Search", "This is too long; the end of it was ignored."),
    HintKind.TOO_DEEP: QT_TRANSLATE_NOOP("Search", "Too many parentheses are nested; some were ignored."),
    HintKind.TITLES_FIRST: QT_TRANSLATE_NOOP(
        "Search",
        "Very many articles match: first come those with a match in the title, then the others, each newest first.",
    ),
}
#: More of what was typed than this does not help to see what is meant.
_LONGEST = 40
_MOST = 2


def hint_words(hints: Sequence[Hint], typed: str) -> str:
    """Return what there is to say about `typed`, the first two remarks, each once; "" where there is none."""
    sentences = dict.fromkeys(_sentence(hint, typed) for hint in hints)
    return "\n".join(list(sentences)[:_MOST])


def _sentence(hint: Hint, typed: str) -> str:
    detail = hint.detail or QCoreApplication.translate("Search", "languages such as en and zh-CN")
    if hint.kind is HintKind.UNKNOWN_VALUE:
        detail = detail.replace(", ", QCoreApplication.translate("Search", ", "))
    words = QCoreApplication.translate("Search", _SENTENCES[hint.kind])
    return words.format(typed=_short(typed[hint.start : hint.end].strip()), detail=_short(detail))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

"""Suggestions of the search box: operators, their values, and the names in the library."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reader.library.conditions.query_language import MAX_LENGTH, OPERATORS, TRADITIONAL, operator_name, quoted
from reader.library.conditions.query_names import names
from reader.library.conditions.query_tree import Field, Naming
from reader.library.conditions.query_values import VALUES, chinese, languages
from reader.library.words.folding import fold
from reader.library.words.pinyin import sounds_like

MOST = 12
#: Distinct authors that are looked at. A library whose every article has its own offers the first of them.
_AUTHORS = 2000
#: Names whose sound is looked up, at some 50 microseconds each when they are first met.
_SOUNDED = 5000
# Each step is one look into the index, however many articles an author has.
ALL_AUTHORS = f"""
WITH RECURSIVE one (name) AS (
    SELECT min(author) FROM article WHERE author > ''
    UNION ALL SELECT (SELECT min(author) FROM article WHERE author > one.name) FROM one WHERE one.name IS NOT NULL
    LIMIT {_AUTHORS}
)
SELECT name FROM one WHERE name IS NOT NULL
"""
ALL_LANGUAGES = """
WITH RECURSIVE one (name) AS (
    SELECT min(lang COLLATE NOCASE) FROM content WHERE lang > '' COLLATE NOCASE
    UNION ALL
    SELECT (SELECT min(lang COLLATE NOCASE) FROM content WHERE lang > one.name COLLATE NOCASE) FROM one
    WHERE one.name IS NOT NULL
    LIMIT 50
)
SELECT name FROM one WHERE name IS NOT NULL
"""
_OPERATOR = r"(?:^|(?<=[\s(（]))[-－]?(?:(?P<operator>[^\W\d_]{2,12})[:：]"
_QUOTED = re.compile(_OPERATOR + r'(?P<quote>["“＂「『])(?P<value>[^"“”＂」』]*))\Z')
_BARE = re.compile(_OPERATOR + r'(?P<quote>))?(?P<value>[^\s"“”＂「『()（）:：]*)\Z')
_NEEDS_QUOTES = re.compile(r'[\s"()“”„＂「『（）]')
_CLOSING = ('"', "”", "＂", "」", "』")


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` in place of the input from `start` to `end`; `name` is what to show for it.

    `operator` is the one whose value it is, "" for none.
    """

    text: str
    name: str
    start: int
    end: int
    operator: str = ""


def complete(db: sqlite3.Connection, typed: str, cursor: int, *, traditional: bool = False) -> list[Completion]:
    """Return what the word before the cursor may become, at most twelve, the likeliest first.

    What is the same in simplified and in traditional characters so far goes on in those that are wanted.
    """
    before = typed[:cursor]
    found = _QUOTED.search(before) or _BARE.search(before) if cursor <= MAX_LENGTH else None
    if found is None:
        return []
    operator, value = found["operator"], found["value"]
    if operator is None:
        start = found.start("value")
        return [Completion(name, name, start, cursor) for name in _operators(value.lower(), traditional=traditional)]
    in_chinese = not (operator + value).isascii()
    operator = operator_name(operator)
    start = found.start("quote")
    end = cursor + 1 if found["quote"] and typed[cursor : cursor + 1] in _CLOSING else cursor
    if operator in VALUES:
        fitting = [*_values(operator, value, in_chinese=in_chinese, traditional=traditional)]
    elif operator == "lang" and value and not value.isascii():
        fitting = [name for name in languages(traditional=traditional) if fold(name).startswith(fold(value))]
    else:
        fitting = _first(_candidates(db, operator), value)
    return [Completion(_as_value(name), name, start, end, operator) for name in fitting]


def _values(operator: str, begun: str, *, in_chinese: bool, traditional: bool) -> Iterator[str]:
    """Yield the values that begin so, in Chinese where that is what is typed; their sound may be typed as well."""
    wanted = fold(begun)
    for value in VALUES[operator]:
        name = chinese(value, traditional=traditional) if in_chinese else value
        sounds = wanted.isalpha() and wanted.isascii() and not name.isascii() and sounds_like(fold(name), wanted)
        if value.startswith(wanted) or fold(name).startswith(wanted) or sounds:
            yield name


def _operators(begun: str, *, traditional: bool) -> list[str]:
    """Return the operators that begin so, each in the characters that are typed, else in those that are wanted."""
    found = [f"{name}:" for name in OPERATORS]
    for name, simplified in OPERATORS.items():
        forms = [f"{form}:" for form in (TRADITIONAL.get(name, simplified), simplified)]
        forms = forms if traditional else forms[::-1]
        found += [form for form in forms if form.startswith(begun)][:1]
    return [name for name in found if begun and name.startswith(begun)]


def _candidates(db: sqlite3.Connection, operator: str) -> Iterator[str]:
    if operator in set(Naming):
        yield from (name for _, name in names(db, Naming(operator)))
    elif operator == Field.AUTHOR:
        yield from (name for (name,) in db.execute(ALL_AUTHORS))
    elif operator == "lang":
        yield from (name for (name,) in db.execute(ALL_LANGUAGES))


def _first(candidates: Iterable[str], value: str) -> list[str]:
    """Return the first candidates that fit: those that begin so, then those with a part that does, then by pinyin."""
    wanted = fold(value)
    beginning: list[str] = []
    holding: list[str] = []
    others: list[str] = []
    for name in candidates:
        folded = _folded(name)
        fitting = beginning if folded.startswith(wanted) else holding if wanted in folded else others
        fitting.append(name)
    found = [*beginning[:MOST], *holding[:MOST]]
    if len(found) < MOST and wanted.isascii() and wanted.isalpha():
        chinese = (name for name in others if not name.isascii())
        found += (name for name in islice(chinese, _SOUNDED) if sounds_like(_folded(name), wanted))
    return found[:MOST]


# A name is folded once and not at every key, unless there are more of them than these.
_folded = lru_cache(200_000)(fold)


def _as_value(name: str) -> str:
    return quoted(name) if _NEEDS_QUOTES.search(name) else name

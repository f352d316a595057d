"""The user's text parsed into conditions. docs/search.md describes the language for users.

Conditions that stand beside one another must all hold; OR joins the two beside it, as in the search boxes of mail
programs. Whatever cannot be read as an operator is text, and a hint says so: no input is refused. The time is linear in
its length.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from reader.library.conditions import query_values
from reader.library.conditions.query_dates import published
from reader.library.conditions.query_tree import (
    And,
    Field,
    Has,
    Hint,
    HintKind,
    Is,
    Language,
    Named,
    Naming,
    Node,
    Not,
    Or,
    Parsed,
    Words,
    changed,
)
from reader.library.words.folding import fold
from reader.library.words.tokens import units

#: What goes beyond is passed over: nobody types it, and each word costs a look into the index. Of groups in groups
#: SQLite 3.40 takes no more than eight, where each is denied and holds an alternative.
MAX_LENGTH, MAX_CONDITIONS, MAX_DEPTH = 2000, 64, 7

#: The operators in the order in which they are offered, with their Chinese names.
OPERATORS = {
    "title": "标题", "author": "作者", "category": "分类", "tag": "标签", "source": "来源",
    "before": "早于", "after": "晚于", "on": "日期", "is": "状态", "has": "包含", "lang": "语言",
}  # fmt: skip

#: Their names in traditional characters, where these are others.
TRADITIONAL = {
    "title": "標題", "category": "分類", "tag": "標籤", "source": "來源", "before": "早於", "after": "晚於",
    "is": "狀態", "lang": "語言",
}  # fmt: skip

# Those that may stand before a group: `title:(snow OR rain)`.
_OF_GROUPS = frozenset((Field.TITLE, Field.AUTHOR, *Naming))
# What a Chinese keyboard types for the signs of the language; one for one, so that places stay.
_PLAIN = str.maketrans("：“”„＂（）－｜\u3000\0", ':""""()-|  ')
_BLANKS = re.compile(r"\s*")
_OPERATOR = re.compile(r"([^\W\d_]{2,12}):(?!//)")
# Corner brackets are quotation marks as well; what stands in one pair may hold any other.
_QUOTED = re.compile(r'"(?P<plain>[^"]*)"?|「(?P<single>[^」]*)」?|『(?P<double>[^』]*)』?')
_OPENING = '"「『'
_WORD = re.compile(r'[^\s"「『]+')
_WORD_IN_GROUP = re.compile(r'[^\s"「『()]+(?:\([^\s"「『()]*\))*')
_NEGATION = re.compile(r'-(?=[("]|[.#@$_]?[^\W_]|[^\x00-\x7f])')
_KEYWORD = re.compile(r"(OR|AND|\|)(?=\s)\s*(?=[^\s)])")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*\Z", re.IGNORECASE)


def operator_name(typed: str) -> str:
    """Return the English name of an operator in any of its forms; what is none comes back in lower case."""
    if typed.isascii():
        return typed.lower()
    folded = fold(typed)
    return next((name for name, chinese in OPERATORS.items() if fold(chinese) == folded), folded)


def quoted(name: str) -> str:
    """Return a name as one types it where it has blanks or signs: in marks that it does not hold itself.

    Of a name that holds all three kinds the longest part between quotation marks has to do.
    """
    for opening, closing, held in (('"', '"', '["“”„＂]'), ("「", "」", "」"), ("『", "』", "』")):
        if not re.search(held, name):
            return f"{opening}{name}{closing}"
    part = max(re.split('["“”„＂]', name), key=len).strip()
    return f'"{part}"'


def parse(text: str, today: date | None = None) -> Parsed:
    """Read what was typed; `today` is the day from which "7d" counts back. Never raises."""
    reading = _Reading(text, today or date.today())  # noqa: DTZ011 - the reader's own day is meant
    root = reading.conditions()
    return Parsed(root, tuple(sorted(reading.hints, key=lambda hint: hint.start)))


class _Reading:
    """Reads one input from its beginning to its end."""

    def __init__(self, text: str, today: date) -> None:
        # Lone surrogates, which some keyboards send by halves, cannot be handed to SQLite.
        clean = text[:MAX_LENGTH].encode("utf-8", "replace").decode()
        self._text = clean.translate(_PLAIN)
        self._today = today
        self._place = self._depth = self._number = 0
        self.hints: list[Hint] = []
        if len(text) > MAX_LENGTH:
            self._hint(HintKind.TOO_LONG, "", MAX_LENGTH, len(text))

    def conditions(self) -> Node | None:
        """Read to the end of the input, or of the group."""
        found: list[Node] = []
        signs: list[Node] = []
        joining = False
        known = len(self.hints)
        while self._more():
            keyword = _KEYWORD.match(self._text, self._place) if found else None
            if keyword:
                joining = keyword[1] != "AND"
                self._place = keyword.end()
                continue
            begun = self._place
            condition = self._condition()
            if condition is None:
                continue
            self._remark_on_keyword(begun)
            if self._is_only_signs(condition, begun):
                signs.append(condition)
            elif joining:
                found[-1] = Or((*(found[-1].items if isinstance(found[-1], Or) else (found[-1],)), condition))
            else:
                found.append(condition)
            joining = False
        if not found:
            # Nothing but signs: then they are what is looked for.
            self.hints[known:] = [hint for hint in self.hints[known:] if hint.kind is not HintKind.ONLY_SIGNS]
            found = signs
        return found[0] if len(found) == 1 else And(tuple(found)) if found else None

    def _more(self) -> bool:
        blanks = _BLANKS.match(self._text, self._place)
        self._place = blanks.end() if blanks else self._place
        if self._place >= len(self._text):
            return False
        if self._number >= MAX_CONDITIONS:
            self._hint(HintKind.TOO_LONG, "", self._place, len(self._text))
            self._place = len(self._text)
            return False
        return not (self._depth and self._text[self._place] == ")")

    def _remark_on_keyword(self, begun: int) -> None:
        """Tell of a word that joins conditions elsewhere and does not here."""
        word = self._text[begun : self._place]
        if word in ("OR", "AND", "NOT"):
            kind = HintKind.MINUS_MEANT if word == "NOT" else HintKind.JOINS_NOTHING
            self._hint(kind, word, begun, self._place)

    def _is_only_signs(self, condition: Node, begun: int) -> bool:
        """Whether a word is only signs, as between two words that are listed; in quotes they are meant."""
        if not isinstance(condition, Words) or condition.field is not Field.ANY:
            return False
        if any(mark in self._text[begun : self._place] for mark in _OPENING):
            return False
        if any(sign.isalnum() or unicodedata.category(sign) == "So" for sign in condition.text):
            return False
        self._hint(HintKind.ONLY_SIGNS, condition.text, begun, self._place)
        return True

    def _condition(self) -> Node | None:
        self._number += 1
        negation = _NEGATION.match(self._text, self._place)
        if negation:
            self._place = negation.end()
            inner = self._positive(negated=True)
            return Not(inner) if inner is not None else None
        return self._positive(negated=False)

    def _positive(self, *, negated: bool) -> Node | None:
        if self._text[self._place] == "(":
            return self._group()
        operator = _OPERATOR.match(self._text, self._place)
        if operator:
            name = self._operator_name(operator[1])
            if name:
                return self._operator(name, operator.end(), negated=negated)
        return self._words(Field.ANY, negated=negated)

    def _group(self) -> Node | None:
        begun = self._place
        self._place += 1
        if self._depth >= MAX_DEPTH:
            self._hint(HintKind.TOO_DEEP, "", begun, self._place)
            return None
        self._depth += 1
        inside = self.conditions()
        self._depth -= 1
        if self._place < len(self._text):
            self._place += 1
        else:
            self._hint(HintKind.OPEN_GROUP, "", begun, self._place)
        return inside

    def _operator_name(self, typed: str) -> str:
        name = operator_name(typed)
        if name in OPERATORS:
            return name
        near = difflib.get_close_matches(name, OPERATORS, 1, 0.75)
        if near:
            self._hint(HintKind.UNKNOWN_OPERATOR, near[0], self._place, self._place + len(typed))
        return ""

    def _operator(self, name: str, value_at: int, *, negated: bool) -> Node | None:
        begun, self._place = self._place, value_at
        if name in _OF_GROUPS and self._text.startswith("(", value_at):
            inside = self._group()
            if inside is None:
                self._no_value(begun, value_at)
            return inside if inside is None else _all_of(inside, name, value_at, self._place)
        if name in (Field.TITLE, Field.AUTHOR):
            found: Node | None = self._words(Field(name), negated=negated)
            if found is None:
                self._no_value(begun, value_at)
            return found
        value, _ = self._value()
        if not value:
            self._no_value(begun, value_at)
            return None
        return self._read_value(name, value, value_at) or Words(f"{self._text[begun:value_at]}{value}")

    def _no_value(self, begun: int, value_at: int) -> None:
        """Remark on an operator by the name that was typed, which may be a Chinese one."""
        self._hint(HintKind.NO_VALUE, self._text[begun : value_at - 1], begun, self._place)

    def _read_value(self, name: str, value: str, at: int) -> Node | None:
        """Return the condition, or a hint and None where the value is not one of the operator's."""
        if name in set(Naming):
            return Named(Naming(name), value, at, self._place)
        if name in ("before", "after", "on"):
            found: Node | None = published(name, value, self._today)
            if found is None:
                self._hint(HintKind.BAD_DATE, value, at, self._place)
            return found
        meant = query_values.english(value)
        if name == "lang" and _LANGUAGE.match(meant):
            return Language(meant.replace("_", "-"))
        choices: Callable[[str], Is | Has] = Is if name == "is" else Has
        kinds = query_values.VALUES.get(name, ())
        if meant in kinds:
            return choices(meant)
        told = kinds if value.isascii() else [query_values.chinese(kind, traditional=False) for kind in kinds]
        self._hint(HintKind.UNKNOWN_VALUE, ", ".join(told), at, self._place)
        return None

    def _words(self, field: Field, *, negated: bool) -> Words | None:
        text, open_ended = self._value()
        unfinished = open_ended and not negated and self._place >= len(self._text)
        return Words(text, field, unfinished) if units(text) else None

    def _value(self) -> tuple[str, bool]:
        """Read a word, or what stands in quotes; return also whether it may still be being typed."""
        quoted = _QUOTED.match(self._text, self._place)
        if quoted:
            inside = quoted[quoted.lastgroup or 0]
            is_open = quoted.end() - quoted.start() == len(inside) + 1
            if is_open:
                self._hint(HintKind.OPEN_QUOTE, "", quoted.start(), quoted.end())
            self._place = quoted.end()
            return inside.strip(), is_open and not inside.endswith(" ")
        word = (_WORD_IN_GROUP if self._depth else _WORD).match(self._text, self._place)
        if word is None:
            # A sign that no word can begin with in a group stands for itself.
            single = self._text[self._place : self._place + 1]
            if single in ("", ")") or single.isspace():
                return "", False
            self._place += 1
            return single, False
        self._place = word.end()
        return word[0], True

    def _hint(self, kind: HintKind, detail: str, start: int, end: int) -> None:
        self.hints.append(Hint(kind, detail, start, end))


def _all_of(node: Node, name: str, start: int, end: int) -> Node:
    """Return the conditions of a group with all its words as values of the operator before it."""

    def change(each: Node) -> Node:
        if not isinstance(each, Words) or each.field is not Field.ANY:
            return each
        named = name in set(Naming)
        return Named(Naming(name), each.text, start, end) if named else replace(each, field=Field(name))

    return changed(node, change)

"""Quotation marks for each form of Chinese: “” and ‘’ in simplified text, 「」 and 『』 in traditional.

Rules: GB/T 15834-2011, 4.8, and the Revised Handbook of Punctuation of Taiwan's Ministry of Education (2008).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.viewing.forms import SIMPLIFIED

_CURLY, _CORNER = "“”‘’", "「」『』"
_TO_CURLY = str.maketrans(_CORNER, _CURLY)
_TO_CORNER = str.maketrans(_CURLY, _CORNER)
_MARK = re.compile(f"[{_CURLY}]")
_CLOSED_BY = {"“": "”", "‘": "’"}
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
#: How far beside a mark a character is looked for.
_NEAR = 20


def in_form(text: str, form: str) -> str:
    """Return a paragraph with the marks of that form, as long as it was.

    Curly marks are those of other languages as well, and ’ is an apostrophe: a pair becomes a Chinese one only where a
    Chinese character is the next letter on any of its sides.
    """
    if form == SIMPLIFIED:
        return text.translate(_TO_CURLY)
    if not _MARK.search(text):
        return text
    letters = list(text)
    for at in _chinese(text):
        letters[at] = letters[at].translate(_TO_CORNER)
    return "".join(letters)


def _chinese(text: str) -> Iterator[int]:
    """Yield where the marks stand that are Chinese ones."""
    opened: list[int] = []
    for mark in _MARK.finditer(text):
        at, sign = mark.start(), mark[0]
        if sign in _CLOSED_BY:
            opened.append(at)
            continue
        while opened and _CLOSED_BY[text[opened[-1]]] != sign and sign == "”":
            yield from _if_chinese(text, opened.pop())
        if opened and _CLOSED_BY[text[opened[-1]]] == sign and not _is_apostrophe(text, at):
            yield from _if_chinese(text, opened.pop(), at)
        elif sign == "”":
            yield from _if_chinese(text, at)
    for at in opened:  # A quotation of several paragraphs is closed in the last one only.
        yield from _if_chinese(text, at)


def _if_chinese(text: str, *marks: int) -> tuple[int, ...]:
    return marks if any(_HAN.match(letter) for at in marks for letter in _beside(text, at)) else ()


def _beside(text: str, at: int) -> Iterator[str]:
    """Yield the next letter before a mark and the one behind it."""
    before, behind = text[max(0, at - _NEAR) : at][::-1], text[at + 1 : at + 1 + _NEAR]
    for side in (before, behind):
        if found := _LETTER.search(side):
            yield found[0]


def _is_apostrophe(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return len(around) == 2 and around.isascii() and around.isalpha()

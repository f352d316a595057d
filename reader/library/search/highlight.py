"""Where in a text the words of a search are: what the index found, shown in the original."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.frozen import frozen
from reader.library.conditions.query_tree import Words
from reader.library.conditions.search import is_beginning
from reader.library.words.folding import fold_with_origins
from reader.library.words.tokens import BLANK, GAP, UNSPACED, units, word_characters

Range = tuple[int, int]

#: Hits of one word that are weighed against one another for the best place of a snippet.
_WEIGHED = 300
_BLANKS = re.compile(r"\s+")


@frozen
class Snippet:
    """Some of a text on one line, and the ranges of it to mark."""

    text: str
    marks: tuple[Range, ...] = ()


def marks(text: str, terms: Sequence[Words]) -> list[Range]:
    """Return the ranges of `text` that the words of a search are found at, in order, none within another."""
    merged: list[Range] = []
    for start, end in sorted(place for places in _hits(text, terms) for place in places):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def snippet(text: str, terms: Sequence[Words], width: int = 160) -> Snippet:
    """Return about `width` characters around the place that shows most of the words, the first of such places.

    Without any it is the beginning of the text.
    """
    places = [places[:_WEIGHED] for places in _hits(text, terms)]
    first = _best(places, width)
    begin = 0 if first is None else max(0, first - width // 4)
    end = min(len(text), begin + width)
    begin = max(0, min(begin, end - width))
    if begin:
        begin = _next_break(text, begin, first or begin)
    if end < len(text):
        end = _last_break(text, begin, end)
    return _on_one_line(text[begin:end], begin, text, terms)


def _hits(text: str, terms: Sequence[Words]) -> list[list[Range]]:
    folded = fold_with_origins(text) if terms else None
    if folded is None:
        return []
    patterns = dict.fromkeys(_pattern(tuple(units(term.text)), is_beginning(term)) for term in terms)
    return [[folded.origin(*found.span()) for found in pattern.finditer(folded.text)] for pattern in patterns]


@lru_cache(256)
def _pattern(phrase: tuple[str, ...], beginning: bool) -> re.Pattern[str]:  # noqa: FBT001 - cached by position
    """Return what finds a phrase in a folded text exactly where the index does; see tokens.py."""
    word, unspaced = re.compile(f"[{word_characters()}]"), re.compile(f"[{UNSPACED}]")
    parts = []
    for unit, following in zip(phrase, (*phrase[1:], ""), strict=True):
        parts.append(f"(?:[{BLANK}]+|{GAP})" if unit == GAP else re.escape(unit))
        if len(parts) == 1 and word.match(unit):
            # Looking back only after the word lets the search for its letters run at full speed.
            parts.append(f"(?<![{word_characters()}]{parts[0]})")
        if word.match(unit) and word.match(following):
            parts.append(f"[{BLANK}]+")
        elif following and GAP not in (unit, following) and not (unspaced.match(unit) and unspaced.match(following)):
            parts.append(f"[{BLANK}]*")
    if word.match(phrase[-1]):
        parts.append(f"[{word_characters()}]*" if beginning else f"(?![{word_characters()}])")
    return re.compile("".join(parts))


def _best(places: Sequence[Sequence[Range]], width: int) -> int | None:
    """Return where the first stretch of half a snippet's width begins that shows the most different words."""
    hits = sorted((start, number) for number, ranges in enumerate(places) for start, _ in ranges)
    best, most, left = None, 0, 0
    inside = [0] * len(places)
    for start, number in hits:
        inside[number] += 1
        while start - hits[left][0] > width // 2:
            inside[hits[left][1]] -= 1
            left += 1
        different = sum(map(bool, inside))
        if different > most:
            best, most = hits[left][0], different
    return best


def _next_break(text: str, begin: int, latest: int) -> int:
    """Return where a word begins, not after `latest`."""
    found = _BLANKS.search(text, begin, latest)
    return found.end() if found and found.end() - begin <= 20 else begin


def _last_break(text: str, begin: int, end: int) -> int:
    space = max(text.rfind(blank, max(begin, end - 20), end) for blank in " \n")
    return space if space > begin else end


def _on_one_line(piece: str, begin: int, text: str, terms: Sequence[Words]) -> Snippet:
    before, after = "…" if begin else "", "…" if begin + len(piece) < len(text) else ""
    line = f"{before}{_BLANKS.sub(' ', piece).strip()}{after}"
    return Snippet(line, tuple(marks(line, terms)))

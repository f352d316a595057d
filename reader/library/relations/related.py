"""Related articles: those that share the rarest words of an article.

Chinese has no blanks, so its words are taken for pairs of characters: those that are none are either rare or, being
everywhere, left out. How rare each is says the index itself, up to a bound; nothing needs to be kept true.
"""

from __future__ import annotations

import math
import re
import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reader.library.store.packing import Packer
from reader.library.words.tokens import UNSPACED, tokens, word_characters

_MOST = 5
#: Terms that are looked up at most, the most frequent of the article; those that are then compared, the rarest.
_LOOKED_UP, _COMPARED = 60, 16
#: What more articles hold than this says nothing about any of them.
_COMMON = 1000
_TITLE_WEIGHT = 4
_LENGTH = 20_000
_SECONDS = 0.5
#: Sharing fewer terms is chance.
_SHARED = 2


def related(db: sqlite3.Connection, packer: Packer, article: int, seconds: float = _SECONDS) -> list[int]:
    """Return up to five other articles, the nearest first; copies of it are none. It takes about `seconds` at most."""
    row = db.execute(
        "SELECT title, body, identity FROM article JOIN content ON article_id = id WHERE id = ?", (article,)
    ).fetchone()
    if row is None:
        return []
    title, frame, identity = row
    terms = _terms(title, packer.unpack(frame)[1])
    holders = _holders(db, article, terms, time.monotonic() + seconds)
    # Every id is counted, also of articles that are gone: quicker than counting, and near enough for a weight.
    total = db.execute("SELECT max(id) FROM search_docsize").fetchone()[0]
    scores: defaultdict[int, float] = defaultdict(float)
    shared: Counter[int] = Counter()
    for term, found in sorted(holders.items(), key=lambda item: len(item[1]))[:_COMPARED]:
        weight = math.log(total / len(found)) * (1 + math.log(terms[term]))
        for other in found:
            scores[other] += weight
            shared[other] += 1
    near = (other for other in sorted(scores, key=scores.__getitem__, reverse=True) if shared[other] >= _SHARED)
    return _without_copies(db, near, identity)


def _terms(title: str, text: str) -> Counter[str]:
    """Return the words and pairs of characters of an article, and how often each occurs."""
    counted = Counter(_phrases(text[:_LENGTH]))
    for term in _phrases(title):
        counted[term] += _TITLE_WEIGHT
    return counted


def _phrases(text: str) -> Iterator[str]:
    unspaced, word = re.compile(f"[{UNSPACED}]"), re.compile(f"[{word_characters()}]{{3,}}")
    all_units = tokens(text).split()
    for unit, following in pairwise((*all_units, "")):
        if word.match(unit):
            if not unit.isdecimal():
                yield unit
        elif unspaced.match(unit) and unspaced.match(following):
            yield f"{unit} {following}"


def _holders(db: sqlite3.Connection, article: int, terms: Counter[str], deadline: float) -> dict[str, list[int]]:
    """Return the other articles that hold each of the terms that some do, and not many."""
    found: dict[str, list[int]] = {}
    for term, _ in terms.most_common(_LOOKED_UP):
        if time.monotonic() > deadline:
            break  # What was found until now has to do.
        rows = db.execute(
            "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", (f'{{title body}} : "{term}"', _COMMON)
        ).fetchall()
        others = [other for (other,) in rows if other != article]
        if others and len(rows) < _COMMON:
            found[term] = others
    return found


def _without_copies(db: sqlite3.Connection, articles: Iterator[int], identity: int | None) -> list[int]:
    seen = {identity} - {None}
    chosen: list[int] = []
    for article in articles:
        same = db.execute("SELECT identity FROM article WHERE id = ?", (article,)).fetchone()
        if same is None or same[0] in seen:
            continue
        if same[0] is not None:
            seen.add(same[0])
        chosen.append(article)
        if len(chosen) == _MOST:
            break
    return chosen

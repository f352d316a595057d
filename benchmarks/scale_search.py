"""Searching at scale, beside a LIKE scan, grep and SQLite's own trigram over some of the same texts."""

from __future__ import annotations

import random
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figures, share
from benchmarks.table import best, timed
from reader.domain import ArticleQuery, Order
from reader.library.library import Library
from reader.library.words.tokens import tokens

_QUERIES, _SAMPLE = 200, 10_000
_TRIGRAM = "CREATE VIRTUAL TABLE trigram USING fts5 (body, content = '', tokenize = 'trigram')"
_OURS = "CREATE VIRTUAL TABLE ours USING fts5 (body, content = '', tokenize = 'ascii')"


@dataclass(frozen=True, slots=True)
class Sample:
    """The texts of some articles, and how many there are in all."""

    texts: list[str]
    total: int

    @property
    def times(self) -> float:
        """How many times the sample the whole library is."""
        return self.total / len(self.texts)


def run(folder: Path, scratch: Path, figures: Figures) -> Sample:
    """Measure searching in the library in `folder`; returns what peers may be given as well."""
    with Library(folder, writing=False) as library:
        ids = library.listing(ArticleQuery()).ids
        chance = random.Random(3)
        contents = map(library.content, chance.sample(list(ids), min(_SAMPLE, len(ids))))
        sample = Sample([content.text for content in contents if content], len(ids))
        words = [_word(chance, text) for text in sample.texts[:_QUERIES]]
        newest = [timed(lambda word=word: _page(library, word, Order.NEWEST))[0] for word in words]  # type: ignore[misc]
        best_first = [timed(lambda word=word: _page(library, word, Order.RELEVANCE))[0] for word in words]  # type: ignore[misc]
    like, grep = _like(sample, words[:5]), _grep(sample, words[:5], scratch / "texts")
    p50 = share(newest, 0.5)
    figures.add("search, first page, newest first, p50", p50, "ms", "< 30 ms", "LIKE scan*", like)
    figures.add("search, first page, newest first, p99", share(newest, 0.99), "ms", "< 150 ms", "grep -r*", grep)
    figures.add("search, by relevance, p50", share(best_first, 0.5), "ms", "< 150 ms", "LIKE scan*", like)
    figures.add("search, by relevance, p99", share(best_first, 0.99), "ms", "< 500 ms", "grep -r*", grep)
    _trigram(sample, words, figures)
    return sample


def _page(library: Library, word: str, order: Order) -> None:
    """Do what the window does for the first page of a search."""
    found = library.first(ArticleQuery(text=word, order=order), 100)
    library.articles(found.ids[:20])
    library.search.snippets(found.ids[:8], word)


def _word(chance: random.Random, text: str) -> str:
    """Return something that stands in a text: two to four Chinese characters, or a word."""
    while True:
        at = chance.randrange(len(text))
        piece = text[at : at + chance.randint(2, 4)]
        if not piece.isascii() and piece.isalnum():
            return piece
        if text[at].isascii():
            word = chance.choice(text.split()).strip(".,")
            if word.isascii() and word.isalnum():
                return word


def _like(sample: Sample, words: Sequence[str]) -> float:
    """Return the milliseconds of a LIKE scan of all texts, reckoned from those of the sample."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE post (body TEXT)")
        db.executemany("INSERT INTO post VALUES (?)", [(text,) for text in sample.texts])
        sql = "SELECT count(*) FROM post WHERE body LIKE ?"
        seconds = [best(lambda word=word: db.execute(sql, (f"%{word}%",)).fetchall(), 2) for word in words]  # type: ignore[misc]
    return sum(seconds) / len(seconds) * sample.times * 1000


def _grep(sample: Sample, words: Sequence[str], folder: Path) -> float:
    """Return the milliseconds that grep takes for files of all texts, reckoned from those of the sample."""
    for number, text in enumerate(sample.texts):
        file = folder / str(number // 500) / f"{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def look(word: str) -> None:
        subprocess.run(["grep", "-rlF", "--", word, str(folder)], capture_output=True, check=False)

    seconds = [best(lambda word=word: look(word), 2) for word in words]  # type: ignore[misc]
    return sum(seconds) / len(seconds) * sample.times * 1000


def _trigram(sample: Sample, words: Sequence[str], figures: Figures) -> None:
    """Make both kinds of index over the sample, and ask both."""

    def units(text: str) -> str:
        return " ".join(tokens(text).split()).replace('"', '""')

    made: list[tuple[float, float]] = []
    for sql, name, cut, query in (
        (_OURS, "ours", tokens, units),
        (_TRIGRAM, "trigram", str, lambda word: word.replace('"', '""')),
    ):
        made.append(_indexed(sample.texts, words, sql, name, cut, query))
    (our_rate, our_time), (rate, asked) = made
    figures.add(f"index, {len(sample.texts):,} texts", our_rate, "texts/s", "", "trigram", rate)
    figures.add(f"all hits among {len(sample.texts):,} texts, p50", our_time, "ms", "", "trigram (3 and more)", asked)


def _indexed(
    texts: Sequence[str],
    words: Sequence[str],
    sql: str,
    name: str,
    cut: Callable[[str], str],
    query: Callable[[str], str],
) -> tuple[float, float]:
    """Return the texts a second that an index takes, and the milliseconds of a question at p50."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(sql)
        rows = enumerate(map(cut, texts))
        seconds, _ = timed(lambda: db.executemany(f"INSERT INTO {name} (rowid, body) VALUES (?, ?)", rows))
        ask = f"SELECT count(*) FROM {name} WHERE {name} MATCH ?"
        asked = [
            timed(lambda word=word: db.execute(ask, (f'"{query(word)}"',)).fetchall())[0]  # type: ignore[misc]
            for word in words
            if name == "ours" or len(word) > 2
        ]
    return len(texts) / seconds, share(asked, 0.5)

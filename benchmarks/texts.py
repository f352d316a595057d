"""Texts to fill a large library with, quickly: words as frequent as in real ones, the same for the same number."""

from __future__ import annotations

import random
from itertools import accumulate

_SENTENCES = 60_000
# What most posts hold, some and few: Zipf's law, as in every language.
_HAN_WORDS, _LATIN_WORDS = 30_000, 20_000


class Texts:
    """Sentences made once, of which each post takes some; every post also has a word that no other has."""

    def __init__(self) -> None:
        chance = random.Random(20_220_120)
        han = _words(chance, [chr(0x4E00 + 7 * number) for number in range(2900)], _HAN_WORDS, (1, 2, 2, 2, 3, 4))
        latin = _words(chance, ["ba", "be", "ci", "do", "el", "fa", "go", "hi", "ka", "lo", "mi", "no"], _LATIN_WORDS)
        self._chinese = _sentences(chance, han, "", "。", (14, 60))
        self._english = _sentences(chance, latin, " ", ".", (8, 30))

    def paragraphs(self, chance: random.Random, size: int, *, chinese: bool) -> list[str]:
        """Return some paragraphs, `size` bytes in the mean."""
        pool = self._chinese if chinese else self._english
        number = max(1, round(size / (240 if chinese else 160) * chance.lognormvariate(-0.125, 0.5)))
        chosen = chance.choices(pool, k=number)
        return ["".join(chosen[at : at + 4]) for at in range(0, number, 4)]

    def title(self, chance: random.Random, *, chinese: bool) -> str:
        """Return a title of up to 30 characters."""
        return chance.choice(self._chinese if chinese else self._english)[:30].strip()


def _words(chance: random.Random, parts: list[str], number: int, lengths: tuple[int, ...] = (1, 2, 3, 4)) -> list[str]:
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(parts))))
    return ["".join(chance.choices(parts, cum_weights=weights, k=chance.choice(lengths))) for _ in range(number)]


def _sentences(chance: random.Random, words: list[str], blank: str, end: str, length: tuple[int, int]) -> list[str]:
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    made = []
    for _ in range(_SENTENCES):
        chosen = chance.choices(words, cum_weights=weights, k=chance.randint(*length))
        middle = len(chosen) // 2
        comma = "，" if not blank else ", "
        made.append(f"{blank.join(chosen[:middle])}{comma}{blank.join(chosen[middle:])}{end}{blank}")
    return made

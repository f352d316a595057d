"""Search without an index: every stored text is cut into units character by character, and walked through."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reader.library.library import Library
from reader.library.words.folding import fold
from reader.library.words.tokens import GAP, UNSPACED

_UNSPACED = re.compile(f"[{UNSPACED}]")


def kind(character: str) -> str:
    """Return what a folded character is: "blank", "unspaced", "word" or "sign"."""
    if character.isspace() or character < " " or character == "\x7f":
        return "blank"
    if _UNSPACED.match(character):
        return "unspaced"
    letter = character.isalnum() or unicodedata.category(character)[0] == "M"
    return "word" if letter else "sign"


def cut(text: str) -> list[tuple[str, str]]:
    """Return the units of a text, each with its kind, as the beginning of tokens.py describes them."""
    found: list[tuple[str, str]] = []
    before = "blank"
    for character in fold(text):
        now = kind(character)
        if now == "word" and before == "word":
            found[-1] = (found[-1][0] + character, "word")
        elif now != "blank":
            if before == "blank" and now == "unspaced" and found and found[-1][1] == "unspaced":
                found.append((GAP, "gap"))
            found.append((character, now))
        before = now
    return found


class Cut:
    """A text cut into units, and where each of them stands in it."""

    def __init__(self, text: str) -> None:
        self._units = cut(text)
        self.kinds = set(self._units)
        self._places: dict[str, list[int]] = {}
        for at, (unit, _) in enumerate(self._units):
            self._places.setdefault(unit, []).append(at)

    def holds(self, phrase: Sequence[tuple[str, str]], *, beginning: bool = False) -> bool:
        """Whether the text holds a cut phrase, the last word of which may be a beginning."""
        *first, (last, last_kind) = phrase
        ends = {last}
        if beginning and len(last) > 2 and last_kind == "word":
            ends.update(unit for unit, kind in self.kinds if kind == "word" and unit.startswith(last))
        return any(
            at >= len(first) and self._units[at - len(first) : at] == first
            for end in ends
            for at in self._places.get(end, ())
        )


class Scan:
    """The stored titles and texts of a library, cut once."""

    def __init__(self, library: Library, ids: Sequence[int]) -> None:
        self.texts: dict[int, tuple[str, str]] = {}
        for article in ids:
            content = library.content(article)
            assert content is not None
            self.texts[article] = (content.article.title, content.text)
        self._cut = [(article, text) for article, pair in self.texts.items() for text in map(Cut, pair)]

    def find(self, phrase: str, *, beginning: bool = False) -> set[int]:
        """Return the articles that hold a phrase."""
        wanted = cut(phrase)
        needed = set(wanted[:-1] if beginning else wanted)
        return {
            article for article, text in self._cut if needed <= text.kinds and text.holds(wanted, beginning=beginning)
        }

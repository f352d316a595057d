"""Finds names by a few letters: a beginning, initials, letters in order, or the pronunciation of Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from reader.library.words.folding import fold, fold_with_origins
from reader.library.words.pinyin import sounded_places, sounding, sounds
from reader.library.words.tokens import UNSPACED

#: Of a name no more is looked at, and of what is typed.
LONGEST = 200
_MOST_TYPED = 60
# Of what is typed so many letters are taken for sounds; each may go on in two ways.
_MOST_SOUNDED = 24
# Two initials in a row are anywhere in a long text.
_FEW_LETTERS, _SHORT = 2, 8
_UNSPACED = re.compile(f"[{UNSPACED}]")
# Names between two looks at whether to stop: some milliseconds.
_STRIDE = 2000
_WORD = re.compile(r"(?<![^\W_])[^\W_]")
# Letters in their order mean a name only if they stand close together, and initials if hardly a word is left out.
_SPREAD = 4

#: How well a name fits, the best first: kind of fit, how far apart or how far behind, how much else there is.
Rank = tuple[int, int, int]
WHOLE, BEGINNING, WORD, INITIALS, SOUND, INSIDE, LETTERS = range(7)


@dataclass(frozen=True, slots=True)
class Fit:
    """A name that fits: its place among the names, and how well."""

    place: int
    rank: Rank


class Names:
    """Names made ready to be looked through at every key.

    `paths` are such whose last part is a name of its own. Where the `newest` stand first, they do so among those that
    fit as well; else those in which what was typed is most of it. `silent` ones are not found by their sound.
    """

    def __init__(
        self, names: Sequence[str], paths: Sequence[bool], *, newest: bool = False, silent: bool = False
    ) -> None:
        self._names = names
        self._newest = newest
        self._folded = [fold(name[:LONGEST]) for name in names]
        self._tails = [
            folded.rfind("/") + 1 if is_path else 0 for folded, is_path in zip(self._folded, paths, strict=True)
        ]
        # Made when letters are first typed; what is written with letters alone has none.
        self._sounds: list[str] = [""] * len(names) if silent else []

    def find(self, typed: str, most: int, stopped: Callable[[], bool] = lambda: False) -> list[Fit]:
        """Return the names that fit, the best first; nothing more is looked at once `stopped`."""
        wanted = _Wanted(typed)
        if not wanted.letters:
            return []
        found: list[Fit] = []
        heard = self.with_sounds() if wanted.sound else ()
        for place, folded in enumerate(self._folded):
            if place % _STRIDE == 0 and stopped():
                break
            kind = wanted.fit(folded, self._tails[place])
            if kind is None and heard and heard[place]:
                kind = wanted.fit_sound(self._names[place], heard[place])
            if kind is not None:
                found.append(Fit(place, (kind[0], place, 0) if self._newest else (*kind, len(folded))))
        return nsmallest(most, found, key=lambda fit: fit.rank)

    def with_sounds(self) -> list[str]:
        """Return how each name sounds, made when it is first wanted."""
        if not self._sounds:
            heard = (_UNSPACED.search(name) is not None for name in self._names)
            self._sounds = [
                sounds(name[:LONGEST]) if has_sound else "" for name, has_sound in zip(self._names, heard, strict=True)
            ]
        return self._sounds


class _Wanted:
    """What was typed, ready to be compared with many names."""

    def __init__(self, typed: str) -> None:
        self.text = " ".join(fold(typed[:_MOST_TYPED]).split())
        self.letters = self.text.replace(" ", "")
        could_sound = self.letters.isascii() and self.letters.isalnum() and len(self.letters) <= _MOST_SOUNDED
        self.sound = sounding(self.letters) if could_sound else None
        self.beginning = re.compile(rf"(?<![^\W_]){re.escape(self.text)}")

    def fit(self, folded: str, tail: int) -> tuple[int, int] | None:
        """Return the kind of fit and how far apart or behind it is; `tail` is where the last part of a path begins."""
        at = folded.find(self.text)
        if at < 0:
            places = self.places(folded)
            if places is None:
                return None
            initials = all(place == 0 or not folded[place - 1].isalnum() for place in places)
            return (INITIALS if initials else LETTERS), places[-1] - places[0]
        if at in (0, tail) or folded.startswith(self.text, tail):
            at = tail if folded.startswith(self.text, tail) else at
            return (WHOLE if at + len(self.text) == len(folded) else BEGINNING), 0
        word = self.beginning.search(folded)
        return (WORD, word.start()) if word else (INSIDE, at)

    def fit_sound(self, name: str, sounds: str) -> tuple[int, int] | None:
        """Return the same of how a name sounds."""
        found = self.sound.search(sounds) if self.sound else None
        if found is None:
            return None
        cell = sounds.count("|", 0, found.start())
        if cell == 0:
            return SOUND, 0
        if len(self.letters) <= _FEW_LETTERS and sounds.count("|") > _SHORT:
            return None
        at = sounded_places(name[:LONGEST])[cell]
        return (INSIDE if name[at - 1].isalnum() else SOUND), at

    def heard(self, name: str) -> tuple[int, int] | None:
        """Return from where to where a name sounds so."""
        text = sounds(name)
        found = self.sound.search(text) if self.sound else None
        if found is None:
            return None
        places = sounded_places(name)
        first, last = text.count("|", 0, found.start()), text.count("|", 0, found.end()) - 1
        return places[first], places[last] + 1

    def places(self, folded: str) -> list[int] | None:
        """Return where the letters stand in their order, from the beginning of a word on; None if too far apart."""
        if len(self.letters) < 2 or not _in_order(self.letters, folded):
            return None
        words = [word.start() for word in _WORD.finditer(folded)]
        firsts, reach = [(place, folded[place]) for place in words], len(self.letters) * 3 // 2
        for at, (_, first) in enumerate(firsts):
            if first == self.letters[0]:
                initials = _places(self.letters, firsts[at : at + reach])
                if initials is not None:
                    return initials
        for start in words:
            if folded[start] == self.letters[0]:
                places = _places(self.letters, list(enumerate(folded[start:], start)))
                if places is not None and places[-1] - start <= _SPREAD * len(self.letters):
                    return places
        return None


def _in_order(letters: str, text: str) -> bool:
    at = -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _places(letters: str, places: Sequence[tuple[int, str]]) -> list[int] | None:
    """Return at which of these places the letters are, each the first one behind that before it."""
    found: list[int] = []
    for place, letter in places:
        if letter == letters[len(found)]:
            found.append(place)
            if len(found) == len(letters):
                return found
    return None


def marks(name: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Return what of a name that fits was typed: ranges from a beginning to an end, in order."""
    found = _marks(name, typed)
    # Words in another order than they were typed in.
    return found or _joined(sorted(mark for word in typed.split() for mark in _marks(name, word)))


def _marks(name: str, typed: str) -> tuple[tuple[int, int], ...]:
    wanted = _Wanted(typed)
    if not wanted.letters:
        return ()
    folded = fold_with_origins(name[:LONGEST])
    text, tail = folded.text, folded.text.rfind("/") + 1
    if wanted.text in text:
        word = wanted.beginning.search(text, tail) or wanted.beginning.search(text)
        at = word.start() if word else text.find(wanted.text)
        return (folded.origin(at, at + len(wanted.text)),)
    places = wanted.places(text)
    if places is not None:
        return _joined([folded.origin(place, place + 1) for place in places])
    heard = wanted.heard(name[:LONGEST])
    return (heard,) if heard else ()


def _joined(ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)

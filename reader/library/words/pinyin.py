"""Finds Chinese names by Latin letters: initials (`xmt`), syllables (`xinmeiti`), or both mixed (`xinmt`)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.library.words.folding import fold
from reader.library.words.readings import readings

#: The readings of a character, all in lower case: 重 is zhong and chong. A letter is its own; signs have none.
Readings = tuple[str, ...]
_TONES = "1234"


def sounds_like(name: str, typed: str) -> bool:
    """Whether the sound of a name, or of the last part of a path, begins with the letters that were typed."""
    parts = dict.fromkeys((name, name.rpartition("/")[2]))
    return any(_end([each for each in _readings(part) if each], typed) is not None for part in parts)


def sounds(name: str) -> str:
    """Return how a name sounds as one text: before each character that has a sound a bar, its readings by commas."""
    return "".join(map(_sound, name))


def sounded_places(name: str) -> list[int]:
    """Return where the characters stand that have a sound."""
    return [place for place, character in enumerate(name) if _sound(character)]


@lru_cache(65_536)
def _sound(character: str) -> str:
    # To fold takes a table that is long in the making: for signs, which are in many names, it need not be made.
    if not character.isalnum() and not unicodedata.normalize("NFKD", character)[0].isalnum():
        return ""
    found = _of_character(character if readings(character) else _typed(character))
    return f"|{','.join(found)}" if found else ""


def _typed(character: str) -> str:
    """Return what a character sounds like that is not read: a letter with accents as the one that is typed."""
    letter = fold(character)
    return letter if len(letter) == 1 and letter.isascii() else character


def sounding(typed: str) -> re.Pattern[str]:
    """Return what finds, in a text of sounds, characters in a row whose sound begins with the letters typed.

    After each letter the next one is that of the same syllable, or the first one of the next character.
    """
    first, *others = map(re.escape, typed)
    return re.compile(rf"\|(?:[^|,]*,)*{first}" + "".join(rf"(?:[^|]*\|(?:[^|,]*,)*)?{letter}" for letter in others))


def _end(readings: list[Readings], typed: str) -> int | None:
    """Return with which character the sound of the first ones has all letters that were typed."""
    # How much of what was typed may be spent on the characters so far: several ways, since 重 is zhong and chong.
    spent = {0}
    for place, character in enumerate(readings):
        reached: set[int] = set()
        for done in spent:
            rest = typed[done:]
            for reading in character:
                if reading.startswith(rest):
                    return place
                if rest.startswith(reading):
                    reached.add(done + len(reading))
                if rest[0] == reading[0]:
                    reached.add(done + 1)
        if not reached:
            return None
        spent = reached
    return None


@lru_cache(8192)
def _readings(name: str) -> tuple[Readings, ...]:
    return tuple(map(_of_character, name))


@lru_cache(32_768)
def _of_character(character: str) -> Readings:
    # All readings of each character make up for what only phrases tell: 重 is chong in 重庆.
    found = [reading.rstrip(_TONES) for reading in readings(character)]
    return tuple(dict.fromkeys(found)) or ((character.lower(),) if character.isalnum() else ())

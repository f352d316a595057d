"""Chinese names found by Latin letters: initials (`xmt`), syllables (`xinmeiti`), or both mixed (`xinmt`)."""

from __future__ import annotations

import os
from functools import lru_cache

#: The readings of a character, all in lower case: 重 is zhong and chong. A letter is its own; signs have none.
Readings = tuple[str, ...]


def sounds_like(name: str, typed: str) -> bool:
    """Whether the sound of a name, or of the last part of a path, begins with the letters that were typed."""
    parts = dict.fromkeys((name, name.rpartition("/")[2]))
    return any(_end([each for each in _readings(part) if each], typed) is not None for part in parts)


def sounding(name: str, typed: str) -> tuple[int, int] | None:
    """Return from where to where the first characters stand whose sound begins with the letters that were typed."""
    cells = [(place, each) for place, each in enumerate(_readings(name)) if each]
    for first, (start, readings) in enumerate(cells):
        if any(reading[0] == typed[0] for reading in readings):
            last = _end([each for _, each in cells[first:]], typed)
            if last is not None:
                return start, cells[first + last][0] + 1
    return None


def sound_key(name: str) -> str:
    """Return all readings in a row: letters that a name sounds like stand in it in their order."""
    return "".join("".join(each) for each in _readings(name))


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
    if character.isascii():
        return (character.lower(),) if character.isalnum() else ()
    # With its phrases the library takes 57 MB and 0.4 s to load; without them 13 MB and 0.1 s. All readings of each
    # character make up for them.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin

    (readings,) = pinyin(character, style=Style.NORMAL, heteronym=True)
    return tuple(dict.fromkeys(reading.lower() for reading in readings if reading[:1].isalnum()))

"""Chinese names found by Latin letters: initials (`xmt`), syllables (`xinmeiti`), or both mixed (`xinmt`)."""

from __future__ import annotations

import os
from functools import lru_cache


def sounds_like(name: str, typed: str) -> bool:
    """Whether the sound of a name, or of the last part of a path, begins with the letters that were typed."""
    return any(_begins(_readings(part), typed) for part in dict.fromkeys((name, name.rpartition("/")[2])))


def _begins(readings: tuple[tuple[str, ...], ...], typed: str) -> bool:
    # How much of what was typed may be spent on the characters so far: several ways, since 重 is zhong and chong.
    spent = {0}
    for character in readings:
        reached: set[int] = set()
        for place in spent:
            rest = typed[place:]
            for reading in character:
                if reading.startswith(rest):
                    return True
                if rest.startswith(reading):
                    reached.add(place + len(reading))
                if rest[0] == reading[0]:
                    reached.add(place + 1)
        spent = reached
    return False


@lru_cache(8192)
def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the readings of each character; letters are their own, blanks and signs have none."""
    # With its phrases the library takes 57 MB and 0.4 s to load; without them 13 MB and 0.1 s. All readings of each
    # character make up for them.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin

    found: list[tuple[str, ...]] = []
    for character in name:
        (readings,) = pinyin(character, style=Style.NORMAL, heteronym=True)
        kept = tuple(dict.fromkeys(reading.lower() for reading in readings if reading[:1].isalnum()))
        if kept:
            found.append(kept)
    return tuple(found)

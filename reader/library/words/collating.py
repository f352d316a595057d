"""Sort keys of titles and names: Chinese by pronunciation, numbers by value, without symbols and accents.

Latin and Chinese stand together, as names do in a telephone: 中 between "zebra" and "zoo". A character with several
sounds has its most usual one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from reader.library.words.readings import readings
from reader.library.words.tokens import UNSPACED

# Of a key so many bytes are kept: six Chinese characters, or eight words. Whole keys take a tenth of a library more,
# these a twenty-fifth. Titles that have more in common stand by their age.
_KEPT = 48
_LONGEST = 80
_DIGITS = 99


@cache
def _piece() -> re.Pattern[str]:
    """Return what finds the pieces of a title, words as a group; made when first wanted: a start loads this module."""
    # What has so many characters takes a millisecond to compile; it is named once.
    return re.compile(rf"\d+|([^\W\d_{UNSPACED}]+)|.", re.DOTALL)


def sort_key(title: str) -> str:
    """Return a text by whose code points titles are sorted."""
    return _whole_key(title).encode("utf-8", "replace")[:_KEPT].decode("utf-8", "ignore")


@lru_cache(65_536)
def name_key(name: str) -> tuple[str, str]:
    """Return what sorts a category, source or tag: as a title, and by itself among those that sound alike."""
    return _whole_key(name), name


def _whole_key(title: str) -> str:
    text = unicodedata.normalize("NFKC", title[:_LONGEST]).casefold()
    parts: list[str] = []
    for found in _piece().finditer(text):
        piece = found[0]
        if piece.isdecimal():
            # The length before the digits: 9 before 10.
            digits = piece.lstrip("0")[:_DIGITS]
            parts.append(f"{len(digits):02}{digits}")
        elif piece[0].isalpha():
            parts.append(piece if piece.isascii() else "".join(map(_plain if found[1] else _sound, piece)))
        elif parts and parts[-1] != " ":
            parts.append(" ")
    # A title of nothing but signs stands behind all others.
    return "".join(parts).strip() or f"\U0010ffff{text}"


def _plain(character: str) -> str:
    """Return a letter without its accents."""
    return unicodedata.normalize("NFD", character)[0]


@lru_cache(32_768)
def _sound(character: str) -> str:
    """Return the sound of a Chinese character and itself, so that 是 and 事 do not mix."""
    usual = next(iter(readings(character)), "")
    # Neutral tones, and what has no sound in Chinese, such as kana.
    return f"{usual}{'' if usual[-1:].isdigit() else '5'}{character}" if usual else character

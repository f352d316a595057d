"""Texts as the units that search compares: characters, words and symbols, one token each.

- Each character of a script written without blanks (Han, kana, Thai, Lao, Khmer, Burmese, Tibetan, Yi) and each Korean
  syllable is a unit, and so is each sign: punctuation, symbols, emoji.
- What is left, letters and digits of other scripts with no sign between, are words: a unit each.
- Blanks tell words apart. Between two unspaced characters a blank is a unit of its own, and 国美 is not in 中国 美国.
  Beside a sign, and between a word and an unspaced character, it does not count: `iPhone15手机` is in iPhone15 手机.

The index is an FTS5 table whose "ascii" tokenizer is told that every sign of ASCII belongs to a token; what is not
ASCII always does there. So it splits at blanks and controls, and does nothing else to what tokens() gives it.

A text holds a phrase when the phrase's units occur in it one right after the other. This is all there is to it, and
because signs are units as well, the index alone decides: C++ is found, and C#, C and `c + d` are not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from reader.library.words.folding import every_character, fold

#: Han with its marks, kana, bopomofo, hangul, Yi, Thai, Lao, Tibetan, Burmese, Khmer and Tai.
UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u3005-\u3007\u3021-\u3029"
    "\u3031-\u3035\u3040-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\ua9e0-\ua9ff"
    "\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
#: Stands for a blank between two unspaced characters.
GAP = "␣"

#: What is blank in a folded text.
BLANK = "\x00-\x20\x7f"
# Letters of rare scripts. A set that names each would be slow: it is one look into a bitmap in the first plane only.
_ASTRAL_WORDS = "\U00010000-\U0001cfff\U0001e000-\U0001efff"
_ASCII_SIGN = re.compile(f"([^a-z0-9{BLANK}])")
_BLANKS = re.compile(f"[{BLANK}]+")


@cache
def word_characters() -> str:
    """Return the characters of words as a set of a regular expression. 10 ms, when first wanted."""
    # Marks, such as the vowel signs of the scripts of India, are no letters to Python, but belong to their words.
    letters = re.finditer(f"(?:(?![{UNSPACED}])[^\\W_])+", every_character())
    others = re.findall(f"(?![{UNSPACED}])[^\\w\\s\\x00-\\x7f]", every_character())
    ranges = "".join(f"{found[0][0]}-{found[0][-1]}" for found in letters)
    marks = "".join(other for other in others if unicodedata.category(other)[0] == "M")
    return f"{ranges}{marks}{_ASTRAL_WORDS}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(f"[{BLANK}](?<=[{UNSPACED}][{BLANK}])[{BLANK}]*(?=[{UNSPACED}])"),
        re.compile(f"([^{word_characters()}{BLANK}]+)"),
    )


def tokens(text: str) -> str:
    """Return the units of `text` with blanks between, as the index takes them."""
    text = fold(text)
    if text.isascii():
        return " ".join(_ASCII_SIGN.split(text))
    gaps, singles = _patterns()
    # Nothing, replaced by a blank, stands around each character: twice as quick as to join them by blanks.
    parts = singles.split(gaps.sub(GAP, text))
    parts[1::2] = [run.replace("", " ") for run in parts[1::2]]
    return "".join(parts)


def units(text: str) -> list[str]:
    """Return the units of `text`."""
    return [unit for unit in _BLANKS.split(tokens(text)) if unit]

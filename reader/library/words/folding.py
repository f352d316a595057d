"""One normalisation for index, queries and highlighting: what differs only in form becomes the same.

The steps, each character by itself but for the first:

1. NFKC: full and half width, ligatures, circled numbers, composed and decomposed letters. Where it would make a part of
   a word or number of what is none, as of `Java™` and `3½`, it gets something else.
2. Unicode case folding: `ß` is `ss`.
3. Marks above and below letters of Latin, Greek and Cyrillic go, but for `й`, a letter of its own, and the vowel points
   of Hebrew and Arabic; `ø`, `ł`, `đ`, `ð`, `þ`, `ħ`, `ŧ`, `ı`, `æ` and `œ` are what a keyboard without them types.
4. Simplified, traditional and Japanese forms of a Chinese character become one (resources/search/han.txt).
5. Digits of all scripts are 0 to 9; signs that look alike are the one that is typed, such as curly and straight quotes,
   all dashes, and the dots within names; characters that cannot be seen go.

Hiragana and katakana stay apart: they are two spellings, as a reader of Japanese sees them. A change of any of this
needs a migration that empties the index, which holds folded texts.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from functools import cache

from reader import resources
from reader.frozen import frozen

# What no eye sees: soft hyphens, joiners, marks of direction, selectors of variants, the Arabic stretching bar.
_INVISIBLE = "\u00ad\u034f\u061c\u0640\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_ACCENTED = "\u00c0-\u02af\u0370-\u052f\u1d00-\u1fff\u2c60-\u2c7f\ua640-\ua69f\ua720-\ua7ff\uab30-\uab6f"
_STRIPPED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ς": "σ"}
)
# Marks to Unicode, letters to whoever reads them.
_UNSTRIPPED = "йЙ"
# Nearly all that a Chinese text needs folded is its punctuation. Replaced at first, it lets the quick checks of the
# other steps find nothing left, which are then passed over.
_PUNCTUATION = [(wide, unicodedata.normalize("NFKC", wide)) for wide in "，：；！？（）…"]
_PUNCTUATION += [("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-")]
# The others. What a blank between characters is in the index (tokens.py) is never what a text says.
_RARE_SIGNS = {
    '"': "„‟〝〞〟״", "'": "‚‛′ʹʻʼʽʾʿ׳", "-": "‐‑‒–—―−֊־", "--": "⸺", "---": "⸻", "...": "⋯", "·": "‧•・∙⋅", "~": "〜∼",
    ":": "∶", "/": "⁄∕", "⎵": "␣",
}  # fmt: skip
# What NFKC would make words of, or parts of the number before: "1⁄2", "tm" and " ́".
_KEPT = {"™": "®", "℠": "®", "№": " no ", "´": "'"}
_KEPT |= {half: f" {unicodedata.normalize('NFKC', half)}" for half in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅟↉"}
_ANY_KEPT = re.compile(f"[{''.join(_KEPT)}]")
# Numbers in black circles, or in two, which are signs to NFKC.
_CIRCLED = "⓫-⓴⓵-⓾⓿❶-➓㉈-㉏"
_ANY_MARK = re.compile(f"[{_MARKS}]")
# Putting marks in order takes a time that grows with the square of their number: 64,000 on one letter took five
# seconds. Unicode's Stream-Safe Text Format parts them by a joiner, which goes again in step 5.
_MANY_MARKS = re.compile(r"[^\w\s\x00-\x7f]{30}")


class _Table(dict[str, str]):
    """What single characters become in the steps after case folding. Those it does not know are worked out."""

    def __missing__(self, character: str) -> str:
        decimal = unicodedata.decimal(character, None)
        folded = character if decimal is None else str(decimal)
        self[character] = folded
        return folded


@cache
def every_character() -> str:
    """Return the characters of the first plane, to find those of a kind by one regular expression."""
    return array("I", (*range(0xD800), *range(0xE000, 0x10000))).tobytes().decode("utf-32")


@cache
def _table() -> tuple[re.Pattern[str], _Table]:
    """Return the characters that steps 3 to 5 change, and what they become. 30 ms, when first wanted."""
    table = _Table()
    for letter in re.findall(f"[{_ACCENTED}]", every_character()):
        bare = _ANY_MARK.sub("", unicodedata.normalize("NFKD", letter)).casefold().translate(_STRIPPED)
        if bare != letter and letter not in _UNSTRIPPED:
            table[letter] = bare
    for line in resources.path("search", "han.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            table.update(dict.fromkeys(line[1:], line[0]))
    for digit in re.findall(r"(?![0-9])\d", every_character()):
        table[digit] = str(unicodedata.decimal(digit))
    for number in re.findall(f"[{_CIRCLED}]", every_character()):
        table[number] = f"{unicodedata.numeric(number):.0f}"
    for plain, signs in _RARE_SIGNS.items():
        table.update(dict.fromkeys(signs, plain))
    table.update(dict.fromkeys(re.findall(f"[{_MARKS}{_INVISIBLE}]", every_character()), ""))
    table.update(dict.fromkeys(re.findall(r"(?![\x00-\x7f])\s", every_character()), " "))
    table.update(dict.fromkeys(map(chr, (*range(0xE0020, 0xE0080), *range(0xE0100, 0xE01F0))), ""))
    # A set of characters is one look into a bitmap, but only in the first plane; beyond it a single range has to do.
    changed = "".join(sorted(character for character in table if character < "\U00010000"))
    return re.compile(f"[{re.escape(changed)}\U00010000-\U0010ffff]"), table


def fold(text: str) -> str:
    """Return `text` in the form in which it is compared."""
    if text.isascii():
        return text.lower()
    for sign, plain in _PUNCTUATION:
        text = text.replace(sign, plain)
    if not unicodedata.is_normalized("NFKC", text):
        text = _ANY_KEPT.sub(lambda found: _KEPT[found[0]], text)
        text = unicodedata.normalize("NFKC", _MANY_MARKS.sub("\\g<0>\u034f", text))
    changed, table = _table()
    return changed.sub(lambda found: table[found[0]], text.casefold())


# Characters that _is_plain() has met: most texts hold no others.
_PLAIN: set[str] = set()


@frozen
class Folded:
    """A folded text that knows where it came from.

    It is cut into stretches: stretch n begins at `starts[n]` in the folded text and at `origins[n]` in the original. Of
    an even stretch each character is one of the original; an odd one is a whole, such as a letter with its accents.
    """

    text: str
    starts: list[int]
    origins: list[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original that became a range of the folded text, which is not empty."""
        return self._place(start, 0), self._place(end - 1, 1)

    def _place(self, index: int, after: int) -> int:
        stretch = bisect_right(self.starts, index) - 1
        if stretch % 2:
            return self.origins[stretch + after]
        return self.origins[stretch] + index - self.starts[stretch] + after


def fold_with_origins(text: str) -> Folded:
    """Return the folded text with the places its characters came from."""
    odd = {character for character in set(text) - _PLAIN if not _is_plain(character)}
    if not odd:
        return Folded(fold(text), [0], [0])
    attached = re.escape("".join(sorted(filter(_attaches, odd))))
    others = re.escape("".join(sorted(odd)))
    whole = re.compile(f"[^{attached}]?[{attached}]+|[{others}]" if attached else f"[{others}]", re.DOTALL)
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = end = 0
    for found in whole.finditer(text):
        for piece, origin in ((text[end : found.start()], found.start()), (found[0], found.end())):
            pieces.append(fold(piece))
            length += len(pieces[-1])
            starts.append(length)
            origins.append(origin)
        end = found.end()
    pieces.append(fold(text[end:]))
    return Folded("".join(pieces), starts, origins)


def _is_plain(character: str) -> bool:
    """Whether a character is one character when folded, whatever stands around it."""
    plain = len(fold(character)) == 1 and not _attaches(character)
    if plain:
        _PLAIN.add(character)
    return plain


@cache
def _attaches(character: str) -> bool:
    """Whether a character may become one with that before it: a mark, or a vowel or final of a Korean syllable."""
    first = unicodedata.normalize("NFKD", character)[0]
    return unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff"

"""A text's script, and how long it takes to read."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import accumulate

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f]")
_HEBREW = re.compile(r"[\u0590-\u05ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*\Z", re.I)
_CJK = ("zh", "ja", "ko", "yue")
_SAMPLE = 4000

CJK_A_MINUTE = 400
WORDS_A_MINUTE = 230
#: So many characters lie between two figures of `pace`.
PACE_STEP = 500


def is_cjk(lang: str) -> bool:
    return lang.split("-")[0] in _CJK


def is_rtl(lang: str) -> bool:
    return lang.split("-")[0] in ("ar", "he", "fa", "ur", "yi", "ps", "ug")


def has_rtl(text: str) -> bool:
    return bool(_ARABIC.search(text) or _HEBREW.search(text))


def mostly_rtl(text: str) -> bool:
    """Tell whether most letters of a text run from right to left."""
    letters = sum(map(str.isalpha, text))
    return len(_ARABIC.findall(text)) + len(_HEBREW.findall(text)) > letters / 2


def language(said: str, text: str) -> str:
    """Return a language tag in lower case: what the post says, unless its letters say otherwise; "en" in doubt."""
    seen = _guess(text[:_SAMPLE])
    tag = said.strip().lower().replace("_", "-")
    if not _TAG.match(tag):
        return seen
    # Sites set one language for all their posts; Chinese drawn by a Latin stack looks wrong, so the letters win.
    return seen if is_cjk(seen) != is_cjk(tag) or seen in ("ar", "he") else tag


def _guess(text: str) -> str:
    letters = sum(1 for c in text if c.isalpha()) or 1
    kana, hangul, han = (len(kind.findall(text)) for kind in (_KANA, _HANGUL, _HAN))
    if kana > 0.1 * letters:
        return "ja"
    if hangul > 0.2 * letters:
        return "ko"
    if han > 0.2 * letters:
        return "zh"
    for tag, kind in (("ar", _ARABIC), ("he", _HEBREW), ("ru", _CYRILLIC)):
        if len(kind.findall(text)) > 0.5 * letters:
            return tag
    return "en"


def minutes(text: str) -> int:
    """Return how many minutes a text takes to read, at least 1."""
    return max(1, round(_time(text)))


@dataclass(frozen=True, slots=True)
class Pace:
    """The minutes it takes to read as far as each PACE_STEPth of `length` characters, 0 first, all of them last."""

    figures: array[float]
    length: int

    def after(self, at: int) -> float:
        """Return how many minutes what follows a character takes."""
        return self.figures[-1] - self.to(at)

    def to(self, at: int) -> float:
        """Return how many minutes it takes to read as far as a character."""
        step, rest = divmod(max(at, 0), PACE_STEP)
        if at >= self.length:
            return self.figures[-1]
        of = min(PACE_STEP, self.length - step * PACE_STEP)
        return self.figures[step] + (self.figures[step + 1] - self.figures[step]) * rest / of


def pace(text: str) -> Pace:
    """Return the pace at which a text is read. Takes some milliseconds for each 10,000 characters."""
    pieces = (text[at : at + PACE_STEP] for at in range(0, len(text), PACE_STEP))
    return Pace(array("d", accumulate(map(_time, pieces), initial=0.0)), len(text))


def _time(text: str) -> float:
    characters = sum(len(kind.findall(text)) for kind in (_HAN, _KANA, _HANGUL))
    words = len(_WORD.findall(text))
    return characters / CJK_A_MINUTE + words / WORDS_A_MINUTE

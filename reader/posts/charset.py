"""Guesses the encoding of bytes that are not UTF-8, by the symbols and frequent letters of each script.

charset-normalizer knows more encodings, but takes short Chinese texts for Korean or rare Traditional Chinese. So the
East Asian encodings are looked at here, and the rest is left to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from charset_normalizer import from_bytes

#: Bytes that are enough for a guess; more only cost time.
SAMPLE, _SHORT_SAMPLE = 8192, 2048
_GUESSABLE = [
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1252", "cp1251", "koi8_r", "cp1250", "iso8859_2",
]  # fmt: skip
#: The letters that nearly every text of a language holds.
_SIMPLIFIED = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好"
    "都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长新闻今世界使目录第博客网站"
)
_TRADITIONAL = frozenset(
    "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好"
    "都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長新聞今世界使目錄第網誌站歡迎"
)
_HANGUL = frozenset("이다는을가에의하고은지도를로한기사나자리어있시대인으아일서그수들해습니안녕세요첫번글보정과만여라")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_HANGUL_SYLLABLE = re.compile("[\uac00-\ud7a3]")
_ESCAPED = re.compile(rb"\x1b\$[@B].{1,400}?\x1b\([BJ]", re.DOTALL)
_CYRILLIC = re.compile("[\u0400-\u045f]")
#: What cp1250 makes of the Polish and Czech letters of ISO 8859-2.
_SIGN_IN_WORD = re.compile("[a-z][¶¦¬±]|[¶¦¬±][a-z]")
#: Letters that Polish, Czech with Slovak, and Hungarian do not share with the west, and how many of them are enough.
_CENTRAL = ((set("ąćęłńśźżŁŚŻ"), 3), (set("čďěľňřťůŘČ"), 3), (set("őű"), 2))


def guess_encoding(data: bytes) -> str:
    """Return the name of the encoding, "" where nothing fits. UTF-16 and UTF-32 are no matter of this guess."""
    sample = data[:SAMPLE]
    if _ESCAPED.search(sample):
        return "iso2022_jp"
    return _east_asian(sample[:_SHORT_SAMPLE]) or _any(sample, whole=len(data) <= SAMPLE)


def wide_encoding(data: bytes) -> str:
    """Return which of UTF-16 and UTF-32 bytes without a mark are, "" for neither.

    Read in the right way, there are ASCII blanks or line ends, and nothing that no text holds.
    """
    for name, unit in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        text = data[: SAMPLE - SAMPLE % unit].decode(name, "replace")
        odd = sum(unicodedata.category(each) in {"Cn", "Co", "Cs", "Cc"} for each in text if each not in "\t\n\r")
        odd += text[:-1].count("\ufffd")
        if len(text) > 1 and odd <= len(text) * 0.02 and any(sign in text for sign in "\n -:"):
            return name
    return ""


def _east_asian(sample: bytes) -> str:
    best, name = 0.0, ""
    for encoding, judge in _JUDGES:
        text = sample.decode(encoding, "replace")
        letters = [each for each in text if each > "\x7f"]
        broken = letters.count("\ufffd")
        if not letters or broken > min(1 + len(letters) // 50, len(letters) // 10):
            continue
        share = judge(letters)
        if share > best:
            best, name = share, encoding
        if share > _SURE_SHARE:
            break
    return name if best >= _LEAST_SHARE else _everyday(sample)


def _everyday(sample: bytes) -> str:
    """Return which Chinese encoding makes everyday characters of nearly all, the simplified one where both do."""
    best, name = _LEAST_EVERYDAY, ""
    for encoding, charset, first, last in _EVERYDAY:
        text = sample.decode(encoding, "replace")
        found = [each for each in text if each > "\x7f" and unicodedata.category(each)[0] != "P"]
        ranks = (each.encode(charset, "ignore")[:1] for each in found)
        share = sum(first <= rank <= last for rank in ranks) / max(len(found), 2)
        if share > best:
            best, name = share, encoding
    return name


def _common(letters: frozenset[str]) -> Callable[[list[str]], float]:
    return lambda found: sum(each in letters for each in found) / len(found)


def _korean(found: list[str]) -> float:
    hangul = sum(_HANGUL_SYLLABLE.match(each) is not None for each in found)
    return _common(_HANGUL)(found) if hangul > 0.8 * len(found) else 0.0


def _japanese(found: list[str]) -> float:
    kana = sum(_KANA.match(each) is not None for each in found)
    half = sum(_HALF_KANA.match(each) is not None for each in found)
    return kana / len(found) if half < 0.1 * len(found) else 0.0


#: A share of frequent letters that no text reaches by chance: read wrongly, real ones stay below 0.1.
_LEAST_SHARE = 0.2
_SURE_SHARE = 0.3
#: Both standards have the characters of every day in rows of their own, before the rare ones.
_LEAST_EVERYDAY = 0.9
_EVERYDAY = (("gb18030", "gb2312", b"\xb0", b"\xd7"), ("big5", "big5", b"\xa4", b"\xc6"))
_JUDGES: tuple[tuple[str, Callable[[list[str]], float]], ...] = (
    ("gb18030", _common(_SIMPLIFIED)),
    ("big5", _common(_TRADITIONAL)),
    ("euc_kr", _korean),
    ("shift_jis", _japanese),
    ("euc_jp", _japanese),
)


def _any(sample: bytes, *, whole: bool) -> str:
    for cut in range(1 if whole else 4):  # The sample may end inside a character.
        best = from_bytes(sample[: len(sample) - cut], cp_isolation=_GUESSABLE, steps=3, chunk_size=1024).best()
        if best:
            return _told_apart(sample, best.encoding)
    # One byte a character decodes anything: the last resort for western texts.
    high = len(sample.translate(None, bytes(range(128))))
    return "cp1252" if high < 0.3 * len(sample) else ""


def _told_apart(sample: bytes, encoding: str) -> str:
    """Choose among encodings that have the signs of western texts in the same places."""
    text = sample.decode(encoding, "replace")
    if encoding == "cp1251" and not _CYRILLIC.search(text):
        return "cp1252"
    if encoding == "cp1250":
        if _SIGN_IN_WORD.search(text):
            return "iso8859_2"
        return encoding if _is_central(text) else "cp1252"
    return encoding


def _is_central(text: str) -> bool:
    """Tell whether the letters are those of one language: the à, è and ù of French become ŕ, č and ů of three."""
    letters = set(text)
    return any(len(letters & own) >= least for own, least in _CENTRAL)

"""Corrects the text of a PDF that Qt wrote, so that it can be found and copied.

Qt tells of each glyph the lowest of its characters. Chinese fonts draw some radicals with the glyph of the character
that looks the same, so that 生 would be copied as U+2F63, which nobody searches for; and a blank would be a tab.
"""

from __future__ import annotations

import re
import unicodedata

#: Radicals of U+2E80 to U+2EF3 and their characters (Unicode's EquivalentUnifiedIdeograph.txt); others have none that
#: fonts draw alike. Those from U+2F00 on are known to NFKC.
_SUPPLEMENT = dict(
    zip(
        "⺁⺄⺅⺇⺉⺋⺌⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺬⺭⺯⺰⺱⺲⺴⺵⺶⺷⺹⺺⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻐⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻯⻰⻲⻳",
        "厂乙亻几刂㔾小兀尣尢巳幺彑忄㣺扌攵旡日月歺母民氵氺灬爫爫丬牛犭王疋示礻糸纟罓罒网罓羊羊耂肀臼艹虎衤覀西见角讠贝车辶钅長镸长门雨青韦页风飞食饣饣马骨鬼鱼鸟卤麦黄黾齐齿竜龙亀龟",
        strict=True,
    )
)
_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_ARRAY = re.compile(rb"\[[^\]]*\]|(?<=> )<[0-9A-F]{4}>(?=[ \r]*\n)")
_CODE = re.compile(rb"<([0-9A-F]{4})>")
_BLANKS = {0x0009: 0x0020, 0x00A0: 0x0020, 0x00AD: 0x002D}


def searchable(pdf: bytes) -> bytes:
    """Return the same PDF with the right characters; no byte moves, since each is written in four digits."""
    return _MAP.sub(lambda found: _ARRAY.sub(_codes, found[0]), pdf)


def _codes(part: re.Match[bytes]) -> bytes:
    return _CODE.sub(lambda code: b"<%04X>" % _right(int(code[1], 16)), part[0])


def _right(code: int) -> int:
    """Return the character that people write instead of one that looks the same."""
    if code in _BLANKS:
        return _BLANKS[code]
    letter = chr(code)
    if 0x2E80 <= code < 0x2F00:
        letter = _SUPPLEMENT.get(letter, letter)
    elif 0x2F00 <= code < 0x2FD6 or 0xF900 <= code < 0xFB00:
        letter = unicodedata.normalize("NFKC", letter)
    return ord(letter) if len(letter) == 1 and ord(letter) < 0x10000 else code

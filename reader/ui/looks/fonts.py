"""Which fonts the window and the page ask for, by platform and by language."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Literal

from PySide6.QtGui import QFont

Role = Literal["ui", "serif", "mono"]

#: What may be chosen for the text of articles, besides the name of a family.
SERIF, SANS = "serif", "sans"

#: The pixel size of the window's own text.
UI_PX = 13

_LATIN: dict[str, dict[Role, list[str]]] = {
    "linux": {
        "ui": ["Inter", "Noto Sans", "DejaVu Sans"],
        "serif": ["Source Serif 4", "Charter", "Georgia", "Noto Serif", "DejaVu Serif"],
        "mono": ["JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono"],
    },
    "win32": {
        "ui": ["Inter", "Segoe UI"],
        "serif": ["Source Serif 4", "Charter", "Georgia"],
        "mono": ["Cascadia Mono", "Consolas"],
    },
    "darwin": {
        "ui": [".AppleSystemUIFont", "Inter", "Helvetica Neue"],
        "serif": ["Source Serif 4", "Charter", "Georgia"],
        "mono": ["SF Mono", "Menlo"],
    },
}

_REGION = re.compile(r"(.+) (?:SC|TC|HK|JP|KR)")

#: The unnamed fallback draws Chinese with Japanese shapes: a CJK family is always named.
_CJK: dict[str, dict[str, dict[Role, list[str]]]] = {
    "linux": {
        key: {
            "ui": [f"Noto Sans CJK {key.upper()}", f"Source Han Sans {key.upper()}"],
            "serif": [f"Noto Serif CJK {key.upper()}", f"Source Han Serif {key.upper()}"],
            "mono": [f"Noto Sans Mono CJK {key.upper()}"],
        }
        for key in ("sc", "tc", "jp", "kr")
    },
    "win32": {
        "sc": {"ui": ["Microsoft YaHei UI"], "serif": ["SimSun"], "mono": ["NSimSun"]},
        "tc": {"ui": ["Microsoft JhengHei UI"], "serif": ["PMingLiU"], "mono": ["MingLiU"]},
        "jp": {"ui": ["Yu Gothic UI"], "serif": ["Yu Mincho"], "mono": ["MS Gothic"]},
        "kr": {"ui": ["Malgun Gothic"], "serif": ["Batang"], "mono": ["GulimChe"]},
    },
    "darwin": {
        "sc": {"ui": ["PingFang SC"], "serif": ["Songti SC"], "mono": ["PingFang SC"]},
        "tc": {"ui": ["PingFang TC"], "serif": ["Songti TC"], "mono": ["PingFang TC"]},
        "jp": {"ui": ["Hiragino Sans"], "serif": ["Hiragino Mincho ProN"], "mono": ["Hiragino Sans"]},
        "kr": {"ui": ["Apple SD Gothic Neo"], "serif": ["AppleMyungjo"], "mono": ["Apple SD Gothic Neo"]},
    },
}

_ARABIC: dict[str, dict[Role, list[str]]] = {
    "linux": {"ui": ["Noto Sans Arabic"], "serif": ["Noto Naskh Arabic"], "mono": ["Noto Sans Arabic"]},
    "win32": {"ui": ["Segoe UI"], "serif": ["Sakkal Majalla"], "mono": ["Segoe UI"]},
    "darwin": {"ui": ["Geeza Pro"], "serif": ["Geeza Pro"], "mono": ["Geeza Pro"]},
}


def cjk(lang: str) -> str:
    """Return "sc", "tc", "jp" or "kr" for a language tag in one of these scripts, "" for any other."""
    tag = lang.lower().replace("_", "-").split("-")
    if tag[0] in ("zh", "yue"):
        traditional = tag[0] == "yue" or {"tw", "hk", "mo", "hant"} & set(tag)
        return "tc" if traditional and "hans" not in tag else "sc"
    return {"ja": "jp", "ko": "kr"}.get(tag[0], "")


def families(role: Role, lang: str) -> list[str]:
    """Return the families to ask for, best first, for text in that language ("" when it is not known).

    Qt keeps one fallback per first family: CJK text must name its own first, or a page in Traditional Chinese is drawn
    with the shapes of the Simplified one seen before it. Code stays Latin first: it is Latin, and must align.
    """
    here = sys.platform if sys.platform in _LATIN else "linux"
    script = cjk(lang)
    latin, han, arabic = _LATIN[here][role], _CJK[here][script or "sc"][role], _ARABIC[here][role]
    first = [han, latin] if script and role != "mono" else [latin, han]
    return list(dict.fromkeys([*first[0], *first[1], *arabic]))


def reading_families(lang: str, latin: str, han: str, *, latin_first: bool) -> list[str]:
    """Return the families for the text of an article in that language, best first.

    `latin` and `han` are what is chosen for each script: SERIF, SANS, or the name of a family.
    """
    here = sys.platform if sys.platform in _LATIN else "linux"
    script = cjk(lang) or "sc"
    first = [_chosen(latin, _LATIN[here]), _chosen(_sibling(han, script), _CJK[here][script])]
    if not latin_first:
        first.reverse()
    return list(dict.fromkeys([*first[0], *first[1], *_ARABIC[here]["ui" if latin == SANS else "serif"]]))


def _chosen(choice: str, standard: Mapping[Role, list[str]]) -> list[str]:
    if choice in (SERIF, SANS):
        return standard["serif" if choice == SERIF else "ui"]
    return [choice, *standard["serif"]]


def _sibling(family: str, script: str) -> str:
    """Return the family for another script of the same design: each draws the same characters in its own way."""
    named = _REGION.fullmatch(family)
    if named:
        return f"{named[1]} {script.upper()}"
    return family if script in ("sc", "tc") or family == SANS else SERIF


def font(role: Role, lang: str, px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return a font of that pixel size."""
    result = QFont(families(role, lang))
    result.setPixelSize(px)
    result.setWeight(weight)
    return result


def application_font(language: str) -> QFont:
    """Return the font of the window for a user interface in that language.

    Latin stays first even in Chinese: lists mix both scripts, and names and numbers read better in the Latin face.
    """
    here = sys.platform if sys.platform in _LATIN else "linux"
    result = QFont([*_LATIN[here]["ui"], *_CJK[here][cjk(language) or "sc"]["ui"], *_ARABIC[here]["ui"]])
    result.setPixelSize(UI_PX)
    return result

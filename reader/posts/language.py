"""A cheap guess at a text's language, by its script."""

from __future__ import annotations

import re

_SAMPLE = 600
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_KANA = re.compile("[\u3040-\u30ff]+")
_OTHERS = (
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]+")),
    ("ru", re.compile("[\u0400-\u04ff]+")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+")),
    ("he", re.compile("[\u0590-\u05ff]+")),
    ("el", re.compile("[\u0370-\u03ff]+")),
    ("hi", re.compile("[\u0900-\u097f]+")),
    ("th", re.compile("[\u0e00-\u0e7f]+")),
)


def guess_language(text: str) -> str:
    """Return "zh", "ja", "ko" and so on where a good share of the text is in that script, else "en"; "" for no text."""
    sample = text[:_SAMPLE]
    if not sample:
        return ""
    if sample.isascii():
        return "en"
    share = len(sample) * 0.15
    kana = _count(_KANA, sample)
    han = _count(_HAN, sample)
    if kana > share * 0.3 and kana * 4 > han:
        return "ja"
    if han > share:
        return "zh"
    return next((name for name, script in _OTHERS if _count(script, sample) > share), "en")


def _count(script: re.Pattern[str], sample: str) -> int:
    return sum(map(len, script.findall(sample)))

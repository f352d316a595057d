"""What is said of an article and in which language: sentence by sentence, split where the script changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.viewing.language import is_cjk

# A sentence ends at its mark and what closes it, or with its line. A full stop of Latin needs a blank behind it.
_SENTENCE = re.compile(r"[^\n]*?(?:[。！？…]+[」』”’）)\]]*|(?<![.!?])[.!?]+[\"'”’)\]]*(?=\s)|(?=\n)|\Z)")
_SCRIPTS = (
    ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("han", re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ar", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f]")),
)
_STRETCH = re.compile(
    r"(?P<east>[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff])"
    r"|(?P<right>[\u0590-\u06ff\u0750-\u077f])|(?P<cyrillic>[\u0400-\u04ff])|(?P<greek>[\u0370-\u03ff])"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f])"
)
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+")
# A name or a term in a text of another script is said by the voice of that text.
_FEW_WORDS = 3
_EAST, _RIGHT, _CYRILLIC = (
    ("zh", "ja", "ko", "yue"),
    ("ar", "he", "fa", "ur", "yi", "ps", "ug"),
    ("ru", "uk", "bg", "sr", "be", "mk"),
)
_NOT_LATIN = {*_EAST, *_RIGHT, *_CYRILLIC, "el"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one script: characters `begin` to `end` of the text, all or a part of a `sentence`."""

    begin: int
    end: int
    lang: str
    sentence: tuple[int, int]


def pieces(text: str, lang: str, at: int = 0) -> Iterator[Piece]:
    """Yield what is to be said of a text from a character on; `lang` is the language tag of the article."""
    for found in _SENTENCE.finditer(text, text.rfind("\n", 0, at) + 1):
        words = found.group()
        begin = found.start() + len(words) - len(words.lstrip())
        end = found.start() + len(words.rstrip())
        if end > at and any(character.isalnum() for character in text[begin:end]):
            for first, last in _stretches(text, begin, end, mixed=lang.split("-")[0] in _NOT_LATIN):
                yield Piece(first, last, _language(text[first:last], lang), (begin, end))


def _stretches(text: str, begin: int, end: int, *, mixed: bool) -> Iterator[tuple[int, int]]:
    """Split a sentence where the script changes; signs and digits stay with what is before them.

    In a `mixed` one so do a few Latin words, or with what follows them where they come first.
    """
    starts, kinds = [begin], [""]
    for found in _STRETCH.finditer(text, begin, end):
        kind = found.lastgroup or ""
        if not kinds[-1]:
            kinds[-1] = kind
        elif kind != kinds[-1]:
            starts.append(found.start())
            kinds.append(kind)
    first, before = begin, ""
    for start, last, kind in zip(starts, [*starts[1:], end], kinds, strict=True):
        few = mixed and kind == "latin" and len(_WORD.findall(text, start, last)) < _FEW_WORDS
        if before and kind != before and not few:
            yield first, start
            first = start
        before = before if few else kind
    yield first, end


def _language(words: str, lang: str) -> str:
    counts = {name: len(script.findall(words)) for name, script in _SCRIPTS}
    if not any(counts.values()):
        return lang
    if counts["kana"] * 10 > counts["kana"] + counts["han"] and counts["kana"] + counts["han"] >= counts["latin"]:
        return "ja"  # A single の is fashion in Chinese.
    # A character says as much as several letters.
    most = max(counts, key=lambda name: counts[name] * (3 if name == "han" else 1))
    base = lang.split("-")[0]
    if most == "han":
        return lang if is_cjk(lang) and base != "ko" else "zh"
    if most == "latin":
        return "en" if base in _NOT_LATIN else lang
    # Many languages are written in one of these scripts: the article's own, if it is one of them.
    families = {"ar": ("ar", "fa", "ur", "ps", "ug"), "he": ("he", "yi"), "ru": _CYRILLIC}
    return lang if base in families.get(most, ()) else most

"""Splits a text by script: Latin letters and figures may have a font of their own, and a space beside Chinese."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_LATIN = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f"
#: Where CSS Text 4 puts a space by `text-autospace: normal`.
_SEAM = re.compile(f"[{_HAN}](?=[{_LATIN}])|[{_LATIN}](?=[{_HAN}])")
#: From the first letter or figure to the last: signs at the ends belong to the text around.
_STRETCH = re.compile(f"[{_LATIN}](?:[{_LATIN}!-~ ]*[{_LATIN}])?")
#: What fills a square, as a range of characters.
CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_CJK = re.compile(f"[{CJK}]")


class Piece(NamedTuple):
    """Some text of one script; `spaced` when a space follows it that is not in the text.

    It is `dotted` where its characters, if they have no italic, get marks of emphasis.
    """

    text: str
    latin: bool = False
    spaced: bool = False
    dotted: bool = False


def has_cjk(text: str) -> bool:
    """Whether a text holds anything that has no italic."""
    return bool(_CJK.search(text))


def count_cjk(text: str) -> int:
    """Return how many characters fill a square."""
    return len(_CJK.findall(text))


def pieces(text: str, after: str, *, scripts: bool, seams: bool) -> list[Piece]:
    """Return a text in pieces: by `scripts`, or cut at `seams`, or both. `after` is the text that follows it."""
    stretches = [match.span() for match in _STRETCH.finditer(text)] if scripts else []
    ends = {match.end() for match in _SEAM.finditer(text + after[:1])} if seams else set()
    if not stretches and not ends:
        return [Piece(text)]
    cuts = {0, len(text), *ends, *(end - 1 for end in ends)}
    cuts.update(cut for span in stretches for cut in span)
    found: list[Piece] = []
    number = 0
    for start, end in pairwise(sorted(cuts)):
        while number < len(stretches) and stretches[number][1] <= start:
            number += 1
        latin = number < len(stretches) and stretches[number][0] <= start
        found.append(Piece(text[start:end], latin, end in ends))
    return found


def key_space(found: list[Piece], after: str) -> list[Piece]:
    """Return the pieces with a space between them and `after`, one of which names a key, unless there is one."""
    *before, last = found
    head, end = last.text[:-1], last.text[-1:]
    # Other letters may change their shape when they are parted from the ones before.
    apart = not head or end.isascii() or has_cjk(end)
    if not apart or end.isspace() or after[:1].isspace():
        return found
    return [*before, *([last._replace(text=head, spaced=False)] if head else []), last._replace(text=end, spaced=True)]

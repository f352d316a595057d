"""Chinese of the program's own as Taiwan reads it: in its characters, its words for computers, its quotation marks."""

from __future__ import annotations

import re
from functools import cache

from reader import resources
from reader.viewing.conversion import convert
from reader.viewing.forms import TRADITIONAL

# Of two forms that both are right, OpenCC takes the one that is less common there.
_SIGNS = str.maketrans("“”‘’臺", "「」『』台")


@cache
def _terms() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = resources.path("i18n", "taiwan.txt").read_text("utf-8").splitlines()
    terms = dict(line.split() for line in lines if line and not line.startswith("#"))
    return re.compile("|".join(sorted(map(re.escape, terms), key=len, reverse=True))), terms


def in_taiwan(text: str) -> str:
    """Return a text of Simplified Chinese so."""
    known, terms = _terms()
    at, done = 0, []
    for term in known.finditer(text):
        done += [convert(text[at : term.start()], TRADITIONAL), terms[term[0]]]
        at = term.end()
    done.append(convert(text[at:], TRADITIONAL))
    return "".join(done).translate(_SIGNS)

"""Definition lists whose terms share a definition, as PHP Markdown Extra and those who follow it have them."""

from __future__ import annotations

import re

#: Lines with a definition below them, which the converter would take for a paragraph.
_TERMS = re.compile(
    r"(?:\A|(?<=\n\n))((?:[ ]{0,3}(?![:|>#<]|[*+-][ \t]|\d{1,9}[.)][ \t])[^\s][^\n]*+\n){2,10})"
    r"(?=\n?[ ]{0,3}:[ \t]+\S)"
)
#: kramdown and Python-Markdown see no code in a definition that stands far behind its colon.
_FAR = re.compile(r"^([ ]{0,3}:)[ \t]{5,}(?=\S)", re.MULTILINE)


def join_terms(text: str) -> str:
    """Put terms that share a definition into one line (kramdown, "Definition Lists"; goldmark, definition_list.go)."""
    return _TERMS.sub(lambda found: found[1].rstrip("\n").replace("\n", "<br>") + "\n", text)


def near_definitions(text: str) -> str:
    """Let a definition begin near its colon."""
    return _FAR.sub(r"\1   ", text)

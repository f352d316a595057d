"""Links as kramdown and Python-Markdown read them, which follow Markdown's first converter; CommonMark is stricter."""

from __future__ import annotations

import re

from reader.posts.tags.code_spans import HIDDEN

_TEXT = r"\[[^\[\]\n]{1,500}\]"
_PART = rf"[^()<>\s\"'{HIDDEN}]+"
#: An address with blanks: `[a](/some page)`.
_BLANKS = re.compile(rf"(?<![!\\])({_TEXT})\([ ]*+({_PART}(?:[ ]{_PART}){{1,20}})[ ]*+(\"[^\"\n]*\"|'[^'\n]*')?[ ]*+\)")
_ADDRESS_SIGN = re.compile(r"[/#]|\w\.\w")
#: A title with quotes inside: it ends with the quote that stands before the bracket.
_TITLE = re.compile(r"(\]\([ ]*+[^\s()\"]{1,2000}[ ]++)\"([^\n]{1,500}?)\"(?=[ ]*+\))")
#: A reference behind a blank, `[a] [b]`; the box of a task is none.
_PARTED = re.compile(rf"(?<![\]!\\])(?<![-*+.][ ])({_TEXT})(?:[ ]|[ ]?\n)(\[([^\[\]\n]{{1,200}})\])(?![\[(:])")
_LABEL = re.compile(r"^[ ]{0,3}\[([^\[\]\n]{1,200})\]:[ \t]*\S", re.MULTILINE)
#: What one of these would be found by: most texts hold none.
_LOOSE = re.compile(r"\]\([^()\n<]{0,2000}?[^\s()<>\"'][ ]+(?:[^\s()\"']|\"[^\n\"]{0,500}\"[ ]*[^\n) ])|\][ ]?[ \n]\[")
#: What is indented may be code.
_LINES = re.compile(r"(?:^(?![ ]{4}|\t)[^\n]*+(?:\n|\Z))+", re.MULTILINE)


def may_be_loose(text: str) -> bool:
    """Tell cheaply whether `tighten_links` could change the text."""
    return _LOOSE.search(text) is not None


def tighten_links(text: str) -> str:
    """Write links so that CommonMark reads them, too (kramdown, parser/link.rb; Python-Markdown, inlinepatterns.py)."""
    labels = {" ".join(name.lower().split()) for name in _LABEL.findall(text)}
    return _LINES.sub(lambda lines: _tightened(lines[0], labels), text)


def _tightened(text: str, labels: set[str]) -> str:
    text = _TITLE.sub(_quoted, _BLANKS.sub(_angled, text))
    return _PARTED.sub(lambda found: _joined(found, labels), text) if labels else text


def _angled(found: re.Match[str]) -> str:
    words, address, title = found.groups()
    return f"{words}(<{address}>{f' {title}' if title else ''})" if _ADDRESS_SIGN.search(address) else found[0]


def _quoted(found: re.Match[str]) -> str:
    start, title = found.groups()
    title = title.replace('"', "&quot;")
    return f'{start}"{title}"'


def _joined(found: re.Match[str], labels: set[str]) -> str:
    words, reference, label = found.groups()
    names = (" ".join(name.lower().split()) for name in (words[1:-1], label))
    # Where both are labels, their author may have meant two links.
    return words + reference if [name in labels for name in names] == [False, True] else found[0]

"""The plain text of a body for the search index and the list: a line per block, and a summary from the first."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

#: Marks for the edge of a block, a heading, a block of code; none of them is a character of any script.
_EDGE, _HEADING, _CODE = "\u2029", "\ufdd0", "\ufdd1"
#: The end of a cell: a blank, but none beside which a line was broken by hand.
_CELL = "\f"
SUMMARY_LENGTH = 300
_SENTENCE_END = re.compile(r"[。！？!?…][”’」』\"')]*|\.(?=\s)")
_BLOCKS = (
    "address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer",
    "form header hr iframe li main nav ol option p pre section summary table tbody tfoot thead tr ul video audio",
    "h1 h2 h3 h4 h5 h6",
)
#: What each tag becomes; all others become nothing.
_MARKS = {
    **{name: _EDGE for block in " ".join(_BLOCKS).split() for name in (block, f"/{block}")},
    **{f"h{level}": _EDGE + _HEADING for level in range(1, 7)},
    "br": _EDGE,
    "pre": _EDGE + _CODE,
    "/td": _CELL,
    "/th": _CELL,
}
_TAG = re.compile(r"<(/?[a-zA-Z][^\s>]*)[^>]*>")
#: The reading beside a character would cut words in two for the search.
_READING = re.compile(r"<r[tp][ >].*?</r[tp]>", re.DOTALL)
#: The cell of a table with the line numbers of the code in the next cell, as Hexo, Rouge, Chroma and Pygments write it.
_LINE_NUMBERS = re.compile(
    r"<td[^>]*>\s*(?:<div[^>]*>\s*)?<pre[^>]*>(?:[\s\d]|</?(?:a|br|code|div|pre|span)\b[^>]*>)*</td>"
    r"(?=\s*<td[^>]*>\s*(?:<(?:code|div|figure)\b[^>]*>\s*)*<pre)"
)
#: What pages never show: what browsers say that cannot play or draw, and what is no text.
_NEVER = ("video audio iframe object canvas svg math", "template noscript select datalist textarea button map")
_UNSEEN = frozenset(" ".join(_NEVER).split())
_WIDE = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
# A line that was broken between two Chinese or Japanese characters. It begins with what is rare.
_SOFT_BREAK = re.compile(rf"\n(?<=[{_WIDE}]\n)[ \t\r\n]*(?=[{_WIDE}])")
_DROPPED = re.compile(r"<(script|style)\b|<!--", re.IGNORECASE)
_DROPPED_ENDS = {
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    "": re.compile("-->"),
}
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|blockquote|pre|section|article)\b[^<>]{0,2000}>", re.IGNORECASE
)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
#: Typographic signs as they are typed: see typography.
_TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---", "…": "..."})


@dataclass(frozen=True, slots=True)
class Plain:
    """Text with a block a line, about 300 characters of it, its first heading, and its first line of prose."""

    text: str
    summary: str
    heading: str
    first: str = ""


def read_html(written: str, title: str) -> Plain:
    """Read HTML as libxml2 writes it: every tag closed, no `<` or `>` outside tags. `title` is not repeated."""
    return _read_marked(_mark(written), title)


def _mark(written: str) -> str:
    if "<rt" in written:
        written = _READING.sub("", written)
    if "<td" in written and "<pre" in written:
        written = _LINE_NUMBERS.sub("", written)
    parts = _TAG.split(written)
    if not _UNSEEN.isdisjoint(parts[1::2]):
        _take_unseen(parts)
    parts[1::2] = [_MARKS.get(tag, "") for tag in parts[1::2]]
    text = "".join(parts)
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&")
    return text


def _take_unseen(parts: list[str]) -> None:
    """Take away what stands within elements that are not shown; `parts` are texts and, at odd places, tags between."""
    within, depth = "", 0
    for at in range(1, len(parts), 2):
        tag = parts[at]
        if not depth and tag in _UNSEEN:
            within, depth = tag, 1
        elif depth:
            depth += (tag == within) - (tag == f"/{within}")
            parts[at] = tag if tag in _MARKS else ""
        if depth:
            parts[at + 1] = ""


def _read_marked(marked: str, title: str) -> Plain:
    lines: list[str] = []
    prose: list[str] = []
    heading, wanted = "", SUMMARY_LENGTH
    for part in marked.split(_EDGE):
        words = part.split()
        if not words:
            continue
        if _CODE in part:
            code = "\n".join(line.rstrip() for line in part.replace(_CODE, "").split("\n")).strip("\n")
            if code.strip():
                lines.append(code)
            continue
        line = " ".join(words if "\n" not in part else unbroken(part).split())
        if _HEADING in line:
            line = line.replace(_HEADING, "").strip()
            heading = heading or line
        elif line and wanted > 0 and not _is_same(line, title):
            prose.append(line)
            wanted -= len(line) + 1
        if line:
            lines.append(line)
    summary = " ".join(prose) or " ".join(line for line in lines if line != title)[: SUMMARY_LENGTH * 4]
    first = shorten(prose[0]) if prose else ""
    return Plain("\n".join(lines), shorten(" ".join(summary.split())), heading, first)


def unbroken(text: str) -> str:
    """Return a text without the line breaks between two Chinese or Japanese characters: no blank is meant there."""
    if "\n" not in text or text.isascii():
        return text
    *lines, last = text.split("\n")
    return _SOFT_BREAK.sub("", "\n".join([*(line.rstrip(" \t\r") for line in lines), last]))


def _is_same(line: str, title: str) -> bool:
    """Tell whether a line says the title, be it in typographic signs, the longest of which stands for three."""
    if line == title or not len(line) <= len(title) <= 3 * len(line):
        return line == title
    return line.translate(_TYPED) == title.translate(_TYPED)


def shorten(text: str) -> str:
    """Cut a text after a sentence or a word, to the length of a summary."""
    if len(text) <= SUMMARY_LENGTH:
        return text
    cut = text[:SUMMARY_LENGTH]
    ends = [found.end() for found in _SENTENCE_END.finditer(cut)]
    if ends and ends[-1] > SUMMARY_LENGTH * 0.6:
        return cut[: ends[-1]]
    blank = cut.rfind(" ", int(SUMMARY_LENGTH * 0.7))
    return (cut[:blank] if blank > 0 else cut[:-1]).rstrip(" ,;，；、") + "…"


def rough_text(source: str) -> list[str]:
    """Return the paragraphs of HTML or text of any shape, in time that grows with its length only."""
    source = _BLOCK_TAG.sub("\n", _without_dropped(source))
    text = html.unescape(_ANY_TAG.sub("", source))
    return [line for line in (" ".join(each.split()) for each in text.split("\n")) if line]


def _without_dropped(source: str) -> str:
    """Put a line end for each program, style and comment; what is not closed stays, and is not looked for again."""
    written: list[str] = []
    unclosed: set[str] = set()
    position = 0
    for found in _DROPPED.finditer(source):
        kind = (found.group(1) or "").lower()
        if found.start() < position or kind in unclosed:
            continue
        end = _DROPPED_ENDS[kind].search(source, found.end())
        if end is None:
            unclosed.add(kind)
            continue
        written += [source[position : found.start()], "\n"]
        position = end.end()
    return "".join((*written, source[position:]))

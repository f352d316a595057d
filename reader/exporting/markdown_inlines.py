"""Runs of text as Markdown that every CommonMark reader renders alike; as HTML where Markdown could not be sure."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby

from reader.exporting.markup import address
from reader.exporting.piece import writable
from reader.exporting.ruby import parted, reading
from reader.viewing import blocks as b
from reader.viewing.blocks import Style

#: Signs that mean something wherever they stand, in CommonMark or in what generators add to it.
_SIGNS = re.compile(r"[*_\]~|}$^]|!(?=[\[!]|\Z)|==|\+\+")
#: Signs that mean something where a line begins.
_LINE_START = re.compile(r"^(?:[#>+\-=:]|@(?=tab\b)|\d{1,9}[.)]|\[\^\d+\]:)")
#: Of a note, and of a caption as exporters of WordPress leave it, which is one with backslashes as well.
_OPENING = re.compile(r"\[(?=\^|caption\s)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_IN_HTML = re.compile(r"[&<>{}$\\\[\]`|~]")
_WORD = re.compile(r"[^\W_]")
#: Styles that only HTML has a name for.
_NAMED = (
    (Style.UNDERLINE, "u"), (Style.MARK, "mark"), (Style.SUB, "sub"), (Style.SUP, "sup"), (Style.SMALL, "small"),
    (Style.KEY, "kbd"),
)  # fmt: skip
_MARKS = ((Style.STRIKE, "~~", "s"), (Style.ITALIC, "*", "em"), (Style.BOLD, "**", "strong"))

PictureText = Callable[[b.Picture], str]


def escaped(text: str, *, in_link: bool = False) -> str:
    """Return text in which nothing is a sign of Markdown, HTML or a template."""
    # As entities, since tools that look for tags and formulas do not all know what a backslash means.
    text = _ENTITY.sub("&amp;", writable(text)).replace("\\", "&#92;").replace("<", "&lt;")
    text = text.replace("{", "&#123;").replace("`", "&#96;")
    # A bracket that nothing closes is text, but not within the brackets of a link.
    text = text.replace("[", "&#91;") if in_link else _OPENING.sub("&#91;", text)
    return _SIGNS.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), text)


def safe_line(text: str) -> str:
    """Return a line that begins no list, heading or quotation."""
    text = text.lstrip(" \t")
    found = _LINE_START.match(text)
    return text if found is None else f"{found[0][:-1]}\\{found[0][-1]}{text[found.end() :]}"


def destination(url: str) -> str:
    """Return an address as a link of Markdown holds it."""
    url = _ENTITY.sub("&amp;", address(url) if "://" in url or url.startswith("mailto:") else url)
    url = url.replace("*", "%2A").replace("_", "\\_") if "*" in url else url
    return f"<{url}>" if re.search(r"[()\s]", url) else url


class Inlines:
    """Writes runs; `notes` are the numbers of footnotes by their place, `ids` the places that links lead to."""

    def __init__(self, picture: PictureText, ids: dict[str, str], notes: dict[str, int]) -> None:
        self._picture, self._ids, self._notes = picture, ids, notes
        self._open = set(ids)

    def lines(self, runs: tuple[b.Inline, ...], line_break: str = "\\\n") -> str:
        """Return runs as the lines of a paragraph."""
        text = self._text(runs).strip()
        return line_break.join(safe_line(each) for each in text.split("\n"))

    def line(self, runs: tuple[b.Inline, ...]) -> str:
        """Return runs as one line: a heading, a cell, a term."""
        return self.lines(runs, "<br>")

    def _text(self, runs: tuple[b.Inline, ...]) -> str:
        text = ""
        for href, group in groupby(runs, lambda run: run.href if isinstance(run, b.Run) else ""):
            inner = ""
            for ruby, pieces in parted(group):
                inner += "<ruby>" * ruby
                for run in pieces:
                    inner = self._with(inner, text[-1:], run)
                inner += "</ruby>" * ruby
            text += self._linked(inner, href)
        return text

    def _with(self, inner: str, before: str, run: b.Inline) -> str:
        if isinstance(run, b.Run):
            return _joined(inner or before, inner, run)
        if isinstance(run, b.Picture):
            return inner + self._picture(run)
        if run.id not in self._open:
            return inner
        self._open.discard(run.id)
        return f'{inner}<a id="{self._ids[run.id]}"></a>'

    def _linked(self, text: str, href: str) -> str:
        """Return text as a link; blanks at its ends stay outside."""
        inner = text.strip()
        if not href or not inner:
            return text
        if href.startswith("#"):
            target = self._target(href[1:])
            if target.startswith("[^"):
                return target
        else:
            target = destination(href) if address(href) else ""
        if not target:
            return text
        start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{start}[{inner}]({target}){end}"

    def _target(self, name: str) -> str:
        if name in self._notes:
            return f"[^{self._notes[name]}]"
        return f"#{self._ids[name]}" if name in self._ids else ""


def _joined(before: str, inner: str, run: b.Run) -> str:
    """Return `inner` with a run; `before` ends with what stands before the run on the line."""
    if run.style is Style.PLAIN:
        return inner + escaped(run.text, in_link=bool(run.href))
    said = reading(run)
    text = (said or run.text).strip()
    if not text:
        return inner + run.text
    start = run.text[: len(run.text) - len(run.text.lstrip())]
    end = run.text[len(run.text.rstrip()) :]
    written = _styled(text, run.style, start or before[-1:], in_link=bool(run.href))
    if said:
        written = f"<rt>{written}</rt>"
    return f"{inner}{start}{written}{end}"


def _styled(text: str, style: Style, before: str, *, in_link: bool) -> str:
    written = _code(text, before) if style & Style.CODE else escaped(text, in_link=in_link)
    for name_of, name in _NAMED:
        if style & name_of:
            written = f"<{name}>{written}</{name}>"
    # Marks count as such only between letters and blanks (CommonMark 6.2); beside anything else tags are sure.
    sure = bool(_WORD.match(written[0]) and _WORD.match(written[-1])) and before not in ("*", "~", "\\")
    for name_of, mark, name in _MARKS:
        if style & name_of:
            written = f"{mark}{written}{mark}" if sure and "\n" not in text else f"<{name}>{written}</{name}>"
            sure = False
    return written


def _code(text: str, before: str) -> str:
    text = " ".join(writable(text).split("\n"))
    # Behind a bracket that begins the line "]:" makes a definition of it, whatever the backticks say (CommonMark 4.7).
    if "|" in text or "{" in text or "]:" in text or "`" in (before, text[0], text[-1]):
        return f"<code>{escaped(text, in_link=True)}</code>"
    fence = fence_around(text, 1)
    return f"{fence}{text}{fence}"


def fence_around(code: str, least: int) -> str:
    """Return the backticks that code stands between: more than any row of them in it, and at least so many."""
    return "`" * max(least, 1 + max(map(len, re.findall("`+", code)), default=0))


def html_text(text: str) -> str:
    """Return text inside an HTML block, where signs of Markdown count for nothing, but those of templates may."""
    return _IN_HTML.sub(lambda found: f"&#{ord(found[0])};", writable(text))

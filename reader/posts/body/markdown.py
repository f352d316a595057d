"""Generators' Markdown extensions rewritten as CommonMark; and limits on what would be too much."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reader.domain import Dialect
from reader.posts.body.boxes import open_containers, quote_admonitions, title_alerts
from reader.posts.body.definitions import join_terms, near_definitions
from reader.posts.body.fences import title_fences
from reader.posts.body.formulas import (
    holds_one_in_dollars,
    keep_all_formulas,
    keep_formulas,
    keep_letters,
    may_hold_formula,
)
from reader.posts.body.html_blocks import convert_inside, end_elements, may_hold_elements
from reader.posts.body.kramdown import (
    complete_tables,
    escape_bars,
    may_hold_nested,
    nest_items,
    part_lines,
    without_abbreviations,
    without_attributes,
    without_contents,
)
from reader.posts.body.loose_links import may_be_loose, tighten_links
from reader.posts.body.mdx import part_custom_elements, unindent_components, without_program
from reader.posts.body.vault import rewrite_note
from reader.posts.sites.site import Site
from reader.posts.tags.code_spans import HIDDEN, Rewrite, around_code, outside_code
from reader.posts.tags.stretches import rewrite_stretches
from reader.posts.tags.tag_media import VIDEO_ID

#: Each of these costs the converter about a second; no real post seen comes near (1 MB, 20,000 lines).
_MOST_CHARACTERS, _MOST_LINES, _LONGEST_LINE, _MOST_BARS = 2_000_000, 50_000, 60_000, 60_000
_MOST_NOTES, _MOST_MARKS = 5_000, 150_000
#: From each bracket the converter looks for the one that closes it, or as far as the paragraph goes: so many signs.
_MOST_LOOKED_AT = 500_000
_LOOKED_AT = re.compile(r"[\[\]]|\n[ \t]*+(?=\n)|[\n!#$%&*+:<=>@\\^_`{}~-]")

#: Kramdown and goldmark know no `:::`; a line of it is text there.
_WITH_CONTAINERS = frozenset({Dialect.HEXO, Dialect.NEXT, Dialect.PLAIN})
#: Python-Markdown's `!!!`.
_WITH_ADMONITIONS = frozenset({Dialect.PELICAN, Dialect.PLAIN})
#: kramdown, Python-Markdown, VuePress and Pandoc; CommonMark knows none.
_WITH_ABBREVIATIONS = frozenset({Dialect.JEKYLL, Dialect.PELICAN, Dialect.NEXT, Dialect.PLAIN})
#: kramdown and Python-Markdown end an HTML block at its closing tag, CommonMark at a blank line.
_WITH_WHOLE_ELEMENTS = frozenset({Dialect.JEKYLL, Dialect.PELICAN})
#: PHP Markdown Extra's definition lists: kramdown, Python-Markdown, goldmark.
_WITH_TERMS = frozenset({Dialect.JEKYLL, Dialect.PELICAN, Dialect.HUGO})
#: VuePress and MDX read Markdown between the lines of a component's tags; CommonMark passes it through.
_WITH_COMPONENTS = frozenset({Dialect.NEXT, Dialect.PLAIN})
#: Attributes in braces: goldmark, markdown-it-attrs, Pandoc.
_WITH_BRACES = frozenset({Dialect.HUGO, Dialect.NEXT, Dialect.ELEVENTY, Dialect.PLAIN})
_BRACES = re.compile(
    r"(?<=\S)\n[ ]{0,3}\{[.#][\w-][^{}\n]{0,300}\}[ \t]*$|(?<=\))\{(?:[.#][\w-]|[\w-]+=)[^{}\n]{0,300}\}",
    re.MULTILINE,
)
_SPAN = re.compile(r"(?<![\]!])\[([^\[\]\n]{1,500})\]\{(?:\.[\w-]|[\w-]{1,40}=)[^{}\n]{0,300}\}")
_TIGHT_HEADING = re.compile(r"^(#{1,6})(?=[^#\s])", re.MULTILINE)
#: kramdown writes a heading's attributes on the next line, the pages of React in a comment of MDX.
_HEADING_ID = re.compile(
    r"^([ ]{0,3}#{1,6}[ \t][^\n]{0,1000}?)(?:\n[ ]{0,3}\{:[^{}\n#]{0,200}#([\w:.-]{1,200})[^{}\n]{0,200}\}"
    r"|\{/\*[ ]?([\w:.-]{1,200})[ ]?\*/\})[ \t]*$",
    re.MULTILINE,
)
_WILD_IMAGE = re.compile(
    rf"!\[([^\[\]\n]{{0,500}})\]\(\s*+([^()<>\s\"'{HIDDEN}]+(?:[ \n][^()<>\s\"'{HIDDEN}]+){{1,20}})\s*+"
    r"(\"[^\"\n]*\"|'[^'\n]*')?\s*+\)"
)
_IMAGE_SIZE = re.compile(r"(!\[[^\[\]\n]{0,500}\]\([^()\s]{1,2000})[ ]+=\d{0,5}%?[x*]?\d{0,5}%?\)")
#: Where the generator puts a table of contents: Python-Markdown, GitLab, markdown-it's plugin, CSDN, Hatena.
_CONTENTS = re.compile(
    r"^[ ]{0,3}(?:\[(?:TOC|toc|:contents)\]|\[\[(?:_TOC_|toc|TOC)\]\]|@\[(?:TOC|toc)\](?:\([^()\n]{0,200}\))?)[ \t]*$",
    re.MULTILINE,
)
#: Zenn's and VuePress' `@[card](address)`, and Hatena's `[address:embed:cite]`.
_EMBEDDED = re.compile(
    r"(?<!\S)@\[(youtube|card|tweet|gist|codepen|codesandbox|stackblitz|jsfiddle|slideshare|speakerdeck|docswell|figma"
    r"|code|bilibili|pdf)\b[^\[\]\\\n]{0,100}\]\(([^()\s]{1,1000})\)"
)
_HATENA = re.compile(r"\[(https?://[^\s\[\]]{1,1000}?):embed(?::cite)?\]")
#: kramdown's own comments.
_HIDDEN, _HIDDEN_END, _LONGEST_HIDDEN = re.compile(r"\{::comment\}"), re.compile(r"\{:/(?:comment)?\}"), 20_000
#: DocFX takes in another file; the link leads to it.
_TAKEN_IN = re.compile(
    r"\[!(?:INCLUDE|code-[\w-]{1,30}|VIDEO)[ \t]*(\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\))\]", re.IGNORECASE
)
#: GitHub's and Hugo's tables take in rows that are indented like code.
_TABLE = re.compile(
    r"^([ ]{0,3})(\|?[ \t]*+:?-+:?[ \t]*+(?:\|[ \t]*+:?-+:?[ \t]*+){1,50}\|?[ \t]*+\n)"
    r"((?:[ ]*+(?=\S)[^\n|]{0,2000}\|[^\n]*(?:\n|\Z)){1,2000})",
    re.MULTILINE,
)

#: The converter silently drops what is nested deeper than it follows; a line is enough to see it.
_DEEPEST_QUOTE, _DEEPEST_INDENT = 30, 90
_TOO_NESTED = re.compile(
    rf"(?:(?:[-*+][ \t]{{1,3}}){{0,40}}>[ \t]{{0,3}}){{{_DEEPEST_QUOTE}}}"
    rf"|^[ \t]{{{_DEEPEST_INDENT},}}(?:[-*+]|\d{{1,9}}[.)])[ \t]"
)


def too_heavy(text: str) -> str:
    """Return what would keep the converter busy for more than a second or so, "" for all but made-up texts."""
    lines = text.split("\n")
    if any(
        (line.count(">") >= _DEEPEST_QUOTE or line[:_DEEPEST_INDENT].isspace()) and _TOO_NESTED.search(line)
        for line in lines
    ):
        return "nested too deeply"
    if len(text) > _MOST_CHARACTERS:
        return f"{len(text)} characters"
    longest = max(map(len, lines))
    if longest > _LONGEST_LINE:
        return f"a line of {longest} characters"
    if len(lines) > _MOST_LINES:
        return f"{len(lines)} lines"
    if text.count("|") > _MOST_BARS:
        return "a table too large"
    if text.count("\n: ") > _MOST_NOTES or text.count("[^") > _MOST_NOTES:
        return "too many notes or definitions"
    if sum(map(text.count, "<*_[`\\&")) > _MOST_MARKS:
        return "too many marks"
    return "brackets that nothing closes" if _looked_at(text) > _MOST_LOOKED_AT else ""


def _looked_at(text: str) -> int:
    """Return at how many signs the converter looks for the ends of brackets; 0 where it cannot be too many."""
    if text.count("[") * len(text) <= _MOST_LOOKED_AT or _from_brackets(text) <= _MOST_LOOKED_AT:
        return 0
    # Code is not looked through: a log may be full of brackets. Without code two signs and a number stand for it.
    bare: list[str] = []

    def keep(whole: str) -> str:
        bare.append(whole)
        return whole

    around_code(text, keep)
    return _from_brackets(bare[0])


def _from_brackets(text: str) -> int:
    looked_at = place = 0
    opened: list[int] = []
    for found in _LOOKED_AT.finditer(text):
        sign = found[0]
        place += 1
        if sign == "[":
            opened.append(place)
        elif sign == "]":
            looked_at += place - opened.pop() if opened else 0
        elif sign[0] == "\n" and text.startswith("\n", found.end()):
            looked_at += sum(place - start for start in opened)
            opened.clear()
    return looked_at + sum(place - start for start in opened)


def tame(text: str, site: Site, *, module: bool) -> str:
    """Rewrite outside code what CommonMark would show raw: attribute lists, boxes, formulas, links between notes.

    `module` tells that the file is a program as well (MDX).
    """
    if site.dialect in _WITH_ADMONITIONS and ("!!! " in text or "??? " in text or "???+ " in text):
        text = quote_admonitions(text)
    if site.dialect in _WITH_WHOLE_ELEMENTS and "<" in text and may_hold_elements(text):
        text = end_elements(text)
    if site.dialect in _WITH_WHOLE_ELEMENTS and "|" in text and "`" in text:
        text = escape_bars(text)
    if site.dialect is Dialect.JEKYLL and "{:" in text and "file=" in text:
        text = title_fences(text)
    if may_hold_formula(text):
        letters = holds_one_in_dollars(text)
        text = outside_code(text, keep_all_formulas if site.dialect is Dialect.JEKYLL else keep_formulas)
        text = outside_code(text, keep_letters) if letters else text
    by_line = _steps_by_line(text, site, module=module)
    if by_line:
        text = around_code(text, lambda whole: _in_order(whole, by_line))
    steps = _steps(text, site, module=module)
    return outside_code(text, lambda part: _in_order(part, steps)) if steps else text


def _in_order(text: str, steps: list[Rewrite]) -> str:
    for step in steps:
        text = step(text)
    return text


def _steps_by_line(text: str, site: Site, *, module: bool) -> list[Rewrite]:
    """Return what is to be done to whole lines, where code is out of sight."""
    found: list[tuple[bool, Rewrite]] = [
        (module, unindent_components),
        ("{::comment" in text, _without_hidden),
        ("{:" in text and "toc" in text, without_contents),
        *((change.sign in text, change.apply) for change in _CHANGES),
        ("{:" in text, without_attributes),
        ("\n:" in text and site.dialect in _WITH_TERMS, join_terms),
        ("\n:" in text and site.dialect in _WITH_WHOLE_ELEMENTS, near_definitions),
        (site.dialect in _WITH_WHOLE_ELEMENTS and may_be_loose(text), tighten_links),
        (":::" in text and site.dialect in _WITH_CONTAINERS, open_containers),
        ("[!" in text, title_alerts),
        ("#" in text and site.dialect is Dialect.PELICAN, _part_heading_signs),
        ("*[" in text and site.dialect in _WITH_ABBREVIATIONS, without_abbreviations),
        ("|" in text and site.dialect is Dialect.JEKYLL, complete_tables),
        (site.dialect is Dialect.JEKYLL and may_hold_nested(text), nest_items),
        (("\\\\\n" in text or "\n^" in text) and site.dialect is Dialect.JEKYLL, part_lines),
    ]
    return [step for wanted, step in found if wanted]


def _without_hidden(text: str) -> str:
    return rewrite_stretches(text, _HIDDEN, _HIDDEN_END, _LONGEST_HIDDEN)


def _steps(text: str, site: Site, *, module: bool) -> list[Rewrite]:
    """Return what is to be done to the text between code, in order."""
    found: tuple[tuple[bool, Rewrite], ...] = (
        (site.vault, rewrite_note),
        ("markdown=" in text, convert_inside),
        (module, without_program),
        (module or site.dialect in _WITH_COMPONENTS, part_custom_elements),
        ("{" in text and (module or site.dialect in _WITH_BRACES), without_braces),
    )
    return [step for wanted, step in found if wanted]


def _part_heading_signs(text: str) -> str:
    """Python-Markdown wants no blank behind the signs of a heading (blockprocessors.py, HashHeaderProcessor)."""
    return _TIGHT_HEADING.sub(r"\1 ", text)


def without_braces(text: str) -> str:
    """Take the attributes in braces off pictures, links, spans and blocks; of a span its words stay."""
    return _BRACES.sub("", _SPAN.sub(r"\1", text))


def _heading_id(found: re.Match[str]) -> str:
    return f"{found.group(1).rstrip()} {{#{found.group(2) or found.group(3)}}}"


def _unindent_rows(found: re.Match[str]) -> str:
    indent, line, rows = found.groups()
    return indent + line + re.sub(rf"^{indent}[ ]{{4,}}", indent, rows, flags=re.MULTILINE)


def _embedded(found: re.Match[str]) -> str:
    """Write what is embedded as a link that leads there; a video by its number as a player."""
    name, target = found.groups()
    if name == "youtube" and VIDEO_ID.match(target):
        return f'\n\n<iframe src="https://www.youtube.com/embed/{target}"></iframe>\n\n'
    return f"[{target}]({target})"


def _angled(found: re.Match[str]) -> str:
    """Put an address with blanks into angle brackets; a line break in one was made by wrapping the text."""
    address = re.sub(r"\s*\n\s*", "", found.group(2))
    title = f" {found.group(3)}" if found.group(3) else ""
    return f"![{found.group(1)}](<{address}>{title})"


@dataclass(frozen=True, slots=True)
class _Change:
    """What to rewrite; a text without `sign` cannot match `pattern`."""

    sign: str
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]

    def apply(self, text: str) -> str:
        return self.pattern.sub(self.replacement, text)


_CHANGES = (
    _Change("{:", _HEADING_ID, _heading_id),
    _Change("{/*", _HEADING_ID, _heading_id),
    _Change("![", _IMAGE_SIZE, r"\1)"),
    _Change("![", _WILD_IMAGE, _angled),
    _Change("[!", _TAKEN_IN, r"\1"),
    _Change("-|", _TABLE, _unindent_rows),
    _Change("- |", _TABLE, _unindent_rows),
    _Change("TOC]", _CONTENTS, ""),
    _Change("toc]", _CONTENTS, ""),
    _Change("_TOC_", _CONTENTS, ""),
    _Change("[:contents]", _CONTENTS, ""),
    _Change("@[", _EMBEDDED, _embedded),
    _Change(":embed", _HATENA, r"<\1>"),
)

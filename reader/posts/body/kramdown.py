"""Where kramdown, Jekyll's Markdown, differs from CommonMark: tables, attributes, spans that begin lines."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import html_block as standard_html_block
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from reader.posts.tags.code_spans import HIDDEN, outside_code_blocks

#: Elements within a line: a line that begins with one is a paragraph (kramdown, lib/kramdown/parser/html.rb,
#: HTML_SPAN_ELEMENTS; Python-Markdown knows the same blocks, markdown/core.py, block_level_elements).
_SPAN = re.compile(
    r"</?(?:a|abbr|acronym|b|big|bdo|br|button|cite|code|del|dfn|em|font|i|img|input|ins|kbd|label|mark|option|q|rb|rp|rt"
    r"|ruby|samp|select|small|span|strike|strong|sub|sup|tt|u|var)(?=[\s/>])",
    re.IGNORECASE,
)
#: Lines that begin with a bar, below an empty line (kramdown, parser/kramdown/table.rb).
_ROWS = re.compile(r"(?:\A\n*|(?<=\n\n))((?:[ ]{0,3}\|[^\n]*(?:\n|\Z)){1,2000})")
_LINE = re.compile(r"[+|: \t]*-[+|: \t-]*$")
_FOOT_LINE = re.compile(r"[+|: \t]*=[+|: \t=]*$")
_BAR = re.compile(r"(?<!\\)\|")
#: A table with a line of dashes, and code in it that holds a bar.
_TABLE = re.compile(
    r"(?:^[ ]{0,3}\|[^\n]*+\n){1,5}[ ]{0,3}\|[ \t]*+:?-[-+|: \t]*(?:\n[ ]{0,3}\|[^\n]*+){1,2000}", re.MULTILINE
)
_CODE = re.compile(r"(?<!`)(`{1,5})(?!`)([^\n]{1,200}?)(?<!`)\1(?!`)")
#: Abbreviations, whose long form shows when one points at them.
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[[^\]\n]{1,200}\]:[^\n]*(?:\n|\Z)", re.MULTILINE)
#: A list that only marks where the table of contents goes.
_CONTENTS = re.compile(
    r"^(?:[ ]{0,3}(?:[*+-]|\d{1,9}\.)[ \t][^\n]*\n){1,20}"
    r"[ ]{0,3}\{:(?:[^{}\n]{0,200}[ \t])?toc(?:[ \t][^{}\n]{0,200})?\}[ \t]*$",
    re.MULTILINE,
)
#: One that holds code is text.
_LIST = rf"\{{:[^{{}}\n{HIDDEN}]{{0,500}}\}}"
#: Attributes on a line of their own, behind the text they belong to, and first in an item of a list.
_ATTRIBUTES = re.compile(
    rf"^[ ]{{0,3}}{_LIST}[ \t]*$|(?<=\S){_LIST}|(?<=\S)\n[ \t]{{4,12}}{_LIST}[ \t]*$"
    rf"|(?P<item>^[ \t]*+(?:[*+>-]|\d{{1,9}}\.)[ \t]++){_LIST}[ \t]*",
    re.MULTILINE,
)
#: An item with a number, and one right below it that is indented less than its text.
_NUMBERED, _BELOW = re.compile(r"\d{1,9}\.[ ]+(?=\S)"), re.compile(r"([ ]+)(?:[*+-]|\d{1,9}\.)[ \t]")
#: What parts two blocks of a kind, and a line break.
_END_OF_BLOCK = re.compile(r"^\^[ \t]*$", re.MULTILINE)
_BREAK = re.compile(r"^((?![ ]{4}|\t)(?:[^\n]*[^\\\n])?)\\\\$", re.MULTILINE)
_ID, _LINKED = re.compile(r"[\s:]#([\w:.-]{1,200})"), re.compile(r"\]\(#([\w:.-]{1,200})\)")


def part_lines(text: str) -> str:
    """Write the end of a block and of a line as CommonMark has them (kramdown, "EOB Marker", "Paragraphs")."""
    return _BREAK.sub(r"\1\\", _END_OF_BLOCK.sub("\n<!-- -->\n", text))


def may_hold_nested(text: str) -> bool:
    """Tell cheaply whether `nest_items` could change the text."""
    return "\n  * " in text or "\n  - " in text or "\n * " in text or "\n - " in text


def nest_items(text: str) -> str:
    """Indent what kramdown reads as a list in a numbered item as far as CommonMark wants it (kramdown, list.rb)."""
    lines = text.split("\n")
    width = shift = least = 0
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        item = _NUMBERED.match(line)
        if item:
            width, shift = item.end(), 0
        elif not line.strip():
            width = 0
        elif shift and indent >= least:
            lines[number] = " " * shift + line
        elif width and 0 < indent < width and _BELOW.match(line):
            shift, least = width - indent, indent
            lines[number] = " " * shift + line
        elif not indent:
            width = shift = 0
    return "\n".join(lines)


def without_contents(text: str) -> str:
    """Take out the list in whose place kramdown writes a table of contents (converter/html.rb, `convert_ul`)."""
    return _CONTENTS.sub("", text)


def without_attributes(text: str) -> str:
    """Take attribute lists out; where a link of the text leads to the id that one gives, the place stays."""
    linked = frozenset(_LINKED.findall(text))
    return _ATTRIBUTES.sub(lambda found: _place(found, linked), text)


def _place(found: re.Match[str], linked: frozenset[str]) -> str:
    item = found["item"] or ""
    given = _ID.search(found[0])
    name = given[1] if given else ""
    if name not in linked:
        return item
    # Right below a table it would be another row.
    above = found.string.rfind("\n", 0, max(found.start() - 1, 0)) + 1
    start = "\n" if found[0][0] == "\n" or (not item and found.string.startswith("|", above)) else item
    return f'{start}<a id="{name}"></a>'


def without_abbreviations(text: str) -> str:
    """Take the lines out that say what an abbreviation stands for."""
    return _ABBREVIATION.sub("", text)


def complete_tables(text: str) -> str:
    """Give tables the head and the line below it that CommonMark's tables need, and take other lines in them out."""
    return _ROWS.sub(_complete, text)


def _complete(found: re.Match[str]) -> str:
    rows = [line.strip() for line in found.group(1).rstrip("\n").split("\n")]
    while len(rows) > 1 and _LINE.match(rows[0]) and any(map(_LINE.match, rows[1:])):
        del rows[0]  # A line above the head is only drawn.
    lines = [number for number, row in enumerate(rows) if _LINE.match(row)]
    feet = [number for number, row in enumerate(rows) if _FOOT_LINE.match(row)]
    width = max((_width(row) for number, row in enumerate(rows) if number not in lines), default=0)
    if not width or (lines == [1] and not feet and _width(rows[0]) == _width(rows[1])):
        return found.group()
    first = lines[0] if lines else -1
    head = rows[:first] if first > 0 else []
    body = [row for number, row in enumerate(rows) if number >= len(head) and number not in {*lines, *feet}]
    aligned = [cell.strip() for cell in _cells(rows[first].replace("+", "|"))] if first >= 0 else []
    aligned = [cell if re.fullmatch(":?-+:?", cell) else "---" for cell in aligned[:width]]
    aligned += ["---"] * (width - len(aligned))
    title = head[0] if head else "|" * (width + 1)
    title += "|" * (width - _width(title)) if _width(title) < width else ""
    return "\n".join([title, f"|{'|'.join(aligned)}|", *head[1:], *body]) + "\n" * found.group().endswith("\n")


def _cells(row: str) -> list[str]:
    cells = _BAR.split(row)[1:]
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells


def _width(row: str) -> int:
    return len(_cells(row))


def escape_bars(text: str) -> str:
    """Let bars in code part no cells: kramdown and Python-Markdown read code first (table.rb; extensions/tables.py)."""
    return outside_code_blocks(text, lambda part: _TABLE.sub(lambda table: _CODE.sub(_escaped, table[0]), part))


def _escaped(code: re.Match[str]) -> str:
    return _BAR.sub(r"\\|", code[0])


def drop_empty_heads(state: StateCore) -> None:
    """Take the head off a table that had none. A rule for markdown-it."""
    kept: list[Token] = []
    start = -1
    for token in state.tokens:
        if token.type == "thead_open":
            start = len(kept)
        kept.append(token)
        if token.type == "thead_close" and not any(each.content.strip() for each in kept[start:]):
            del kept[start:]
    state.tokens = kept


def read_spans(converter: MarkdownIt) -> None:
    """Let no line that begins with an element of a line's inside begin a block of HTML."""

    def html_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
        at = state.bMarks[start_line] + state.tShift[start_line]
        if _SPAN.match(state.src, at):
            return False
        return standard_html_block(state, start_line, end_line, silent)

    converter.block.ruler.at("html_block", html_block, {"alt": ["paragraph", "reference", "blockquote"]})

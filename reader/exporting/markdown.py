"""A piece as Markdown: CommonMark with GitHub's tables, footnotes, and front matter that our own import can read."""

from __future__ import annotations

import re
from typing import Any

import yaml

from reader.exporting.markdown_inlines import Inlines, PictureText, destination, escaped, fence_around, html_text
from reader.exporting.markup import place_ids
from reader.exporting.piece import Piece, instead, where, writable
from reader.viewing import allow
from reader.viewing import blocks as b
from reader.viewing.notes import without_way_back

_RULE = "***"


def front_matter(piece: Piece) -> str:
    """Return the block at the head of the file: YAML, keys as Hexo, Jekyll and Hugo name them."""
    values: dict[str, Any] = {"title": piece.title}
    values["date"] = piece.moment if piece.timed else piece.moment.date()
    if piece.author:
        values["author"] = piece.author
    if piece.categories:
        # One category is a list of names; several are a list of lists (Hexo's rule, which all others can read).
        paths = [list(path) for path in piece.categories]
        values["categories"] = paths[0] if len(paths) == 1 else paths
    if piece.tags:
        values["tags"] = list(piece.tags)
    if piece.link:
        values["link"] = piece.link
    values["lang"] = piece.lang
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{text}---\n"


def markdown(piece: Piece, picture_text: PictureText) -> str:
    """Return the text below the front matter. `picture_text` writes a picture, or what stands for it."""
    blocks = tuple(map(_one_way, piece.blocks))
    body = _Writer(blocks, picture_text).blocks(blocks)
    return f"{body}\n" if body else ""


def picture(shown: b.Picture, source: str, piece: Piece) -> str:
    """Return a picture at an address, or its description as a link where there is none."""
    href = shown.href if source else where(shown, piece)
    alt = escaped(shown.alt if source else instead(shown, piece), in_link=True).replace("\n", " ")
    text = f"![{alt}]({destination(source)})" if source else alt
    leads = href and not href.startswith("#")
    return f"[{text}]({destination(href)})" if leads and text else text


class _Writer:
    def __init__(self, blocks: tuple[b.Block, ...], picture_text: PictureText) -> None:
        ids = place_ids(blocks)
        self._notes = _numbers(blocks, ids)
        ids = {name: place for name, place in ids.items() if name not in self._notes}
        self._inlines = Inlines(picture_text, ids, self._notes)
        self._picture = picture_text

    def blocks(self, blocks: tuple[b.Block, ...]) -> str:
        """Return blocks with an empty line between them."""
        parts: list[str] = []
        before: b.Block | None = None
        other = False
        for block in blocks:
            other = _go_on(before, block) and not other
            text = self._block(block, other=other)
            if text:
                parts.append(text)
                before = block
        return "\n\n".join(parts)

    def _block(self, block: b.Block, *, other: bool) -> str:
        match block:
            case b.Paragraph(runs):
                return self._inlines.lines(runs)
            case b.Heading(level, runs):
                return f"{'#' * max(1, min(level, 6))} {_unclosed(self._inlines.line(runs))}".rstrip()
            case b.Code(text, language):
                return _fenced(text, language)
            case b.Picture():
                return self._picture(block)
            case b.Rule():
                return _RULE
            case b.Quote(inner):
                return "\n".join(f"> {line}".rstrip() for line in self.blocks(inner).split("\n"))
            case b.ListBlock(items, ordered):
                return self._list(items, ordered=ordered, other=other)
            case _:
                return self._larger(block)

    def _larger(self, block: b.Block) -> str:
        match block:
            case b.Table():
                return self._table(block)
            case b.Card(kind, title, url):
                host = allow.host(url)
                name = escaped(title or host or kind, in_link=True)
                return f"[▶ {name}]({destination(url)})" if url else f"▶ {name}"
            case b.Figure(inner, caption):
                parts = self.blocks(inner), self._inlines.lines(caption)
                return "\n\n".join(filter(None, reversed(parts) if b.is_titled(inner) else parts))
            case b.Details(summary, inner):
                title = html_text(b.run_text(summary)).replace("\n", " ") or "…"
                return f"<details>\n<summary>{title}</summary>\n\n{self.blocks(inner)}\n\n</details>"
            case b.Definitions(entries):
                # A meaning belongs to the line right above it.
                ends = {True: "\n", False: "\n\n"}
                return "".join(self._definition(entry) + ends[entry.term] for entry in entries).strip()
            case b.Footnotes(items):
                return "\n\n".join(filter(None, (self._note(item) for item in items)))
            case _:
                return ""

    def _list(self, items: tuple[b.Item, ...], *, ordered: bool, other: bool) -> str:
        apart = "\n\n" if any(_is_long(item) for item in items) else "\n"
        return apart.join(self._item(item, ordered=ordered, other=other) for item in items)

    def _item(self, item: b.Item, *, ordered: bool, other: bool) -> str:
        number = 1 if item.number is None else item.number
        marker = (f"{number}{')' if other else '.'}") if ordered else ("+" if other else "-")
        text = self.blocks(item.blocks)
        box = next((mark for sign, mark in (("☑ ", "[x] "), ("☐ ", "[ ] ")) if text.startswith(sign)), "")
        text = box + text[2:] if box else text
        return _indented(f"{marker} {text}".rstrip() if text else marker, len(marker) + 1)

    def _definition(self, entry: b.Definition) -> str:
        if entry.term:
            return self._inlines.line(b.on_a_line(entry.blocks))
        return _indented(f":   {self.blocks(entry.blocks)}", 4)

    def _note(self, item: b.Item) -> str:
        """Return a footnote; one that nothing refers to would not be shown, so it is a paragraph."""
        name = next((run.id for run in _leading(item) if isinstance(run, b.Place)), "")
        text = self.blocks(item.blocks)
        number = self._notes.get(name)
        if number is None:
            return f"{item.number or 1}. {text}" if text else ""
        return _indented(f"[^{number}]: {text}", 4)

    # --- tables

    def _table(self, table: b.Table) -> str:
        rows = [self._row(row, table.columns) for row in table.rows]
        head = rows.pop(0) if table.header and rows else [""] * table.columns
        first = table.rows[min(table.header, len(table.rows) - 1)] if table.rows else ()
        sides = [{"right": "--:", "center": ":-:"}.get(cell.align, "---") for cell in first]
        sides += ["---"] * (table.columns - len(sides))
        lines = [head, sides[: table.columns], *rows]
        caption = self._inlines.lines(table.caption)
        text = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        return f"{caption}\n\n{text}" if caption else text

    def _row(self, cells: tuple[b.Cell, ...], columns: int) -> list[str]:
        found: list[str] = []
        for cell in cells:
            found.append(self._cell(cell))
            found.extend([""] * (cell.columns - 1))
        return [*found, *([""] * columns)][:columns]

    def _cell(self, cell: b.Cell) -> str:
        """Return a cell on one line."""
        lines: list[str] = []
        for block in cell.blocks:
            if isinstance(block, b.Paragraph | b.Heading):
                lines.append(self._inlines.line(block.inlines))
            elif isinstance(block, b.Picture):
                lines.append(self._picture(block))
            else:
                lines.extend(escaped(line) for line in b.plain_text((block,)).split("\n") if line.strip())
        return "<br>".join(filter(None, lines))


def _go_on(first: b.Block | None, second: b.Block) -> bool:
    """Whether two blocks are lists that would be one if their marks were the same."""
    return isinstance(first, b.ListBlock) and isinstance(second, b.ListBlock) and first.ordered == second.ordered


def _is_long(item: b.Item) -> bool:
    """Whether an item is more than a line, with lists below it at most."""
    return any(not isinstance(block, b.ListBlock) for block in item.blocks[1:]) or any(
        isinstance(inner, b.ListBlock) and any(map(_is_long, inner.items)) for inner in item.blocks
    )


def _indented(text: str, width: int) -> str:
    """Indent all lines but the first."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{' ' * width}{line}" if line else "" for line in rest)])


def _fenced(text: str, language: str) -> str:
    text = writable(text).replace("\r\n", "\n").replace("\r", "\n")
    fence = fence_around(text, 3)
    name = re.sub(r"[^\w+#.-]", "", language)
    return f"{fence}{name}\n{text}\n{fence}"


def _leading(item: b.Item) -> tuple[b.Inline, ...]:
    return b.inlines(item.blocks[0]) if item.blocks else ()


def _numbers(blocks: tuple[b.Block, ...], ids: dict[str, str]) -> dict[str, int]:
    """Return the numbers of the footnotes that the text refers to, by their place."""
    notes = [item for block in b.walk(blocks) if isinstance(block, b.Footnotes) for item in block.items]
    names = (run.id for item in notes for run in _leading(item)[:1] if isinstance(run, b.Place) and run.id in ids)
    return {name: number for number, name in enumerate(dict.fromkeys(names), 1)}


def _one_way(block: b.Block) -> b.Block:
    """Leave out the arrows that lead from notes to their signs: every reading program sets its own."""
    if not isinstance(block, b.Footnotes):
        return block
    return b.Footnotes(tuple(b.Item(tuple(map(without_way_back, item.blocks)), item.number) for item in block.items))


def _unclosed(heading: str) -> str:
    """Return the text of a heading whose last sign does not close it, as some take that of "C#" to do."""
    return f"{heading[:-1]}\\#" if heading.endswith("#") and not heading.endswith("\\#") else heading

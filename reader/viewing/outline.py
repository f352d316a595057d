"""Sanitised HTML into a small tree of blocks, which the window, the printer and every export walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reader.viewing import elements
from reader.viewing.blocks import (
    Block,
    Definition,
    Definitions,
    Details,
    Figure,
    Footnotes,
    Heading,
    Inline,
    Item,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Run,
    Style,
)
from reader.viewing.elements import INLINE, STYLES, Element, has_class, tag
from reader.viewing.lines import Line, one_paragraph
from reader.viewing.tables import read_table

#: Elements inside elements; what lies deeper is read as text.
MAX_DEPTH = 90
#: Quotations in lists in quotations: deeper ones stay at the last level.
MAX_LEVELS = 8
MAX_BLOCKS = 20_000


@dataclass(frozen=True, slots=True)
class _Here:
    """What an element inherits."""

    style: Style = Style.PLAIN
    href: str = ""
    rtl: bool | None = None
    centred: bool = False
    depth: int = 0
    level: int = 0


class _Budget:
    def __init__(self) -> None:
        self.left = MAX_BLOCKS


class _Reader:
    """Reads one flow of blocks: the page, a quotation, an item, a cell."""

    def __init__(self, sizes: Mapping[str, tuple[int, int]], budget: _Budget) -> None:
        self.blocks: list[Block] = []
        self.line = Line()
        self._sizes, self._budget = sizes, budget

    def flow(self, element: Element, here: _Here) -> None:
        if here.depth > MAX_DEPTH:
            self.line.text("".join(map(str, element.itertext())), here.style, here.href)
            return
        self._text(element.text, here)
        for child in element:
            self._node(child, replace(here, depth=here.depth + 1))
            self._text(child.tail, here)

    def end(self, here: _Here) -> None:
        """Close the paragraph."""
        if runs := self.line.take():
            self._add(Paragraph(runs, here.rtl, here.centred))

    def _text(self, text: str | None, here: _Here) -> None:
        if text:
            self.line.text(text, here.style, here.href)

    def _add(self, *blocks: Block) -> None:
        if self._budget.left > 0:
            self.blocks.extend(blocks)
            self._budget.left -= len(blocks)
            if self._budget.left <= 0:
                self.blocks.append(Paragraph((Run("…"),)))

    def _inside(self, element: Element, here: _Here) -> tuple[Block, ...]:
        """Return the blocks inside an element, with the place its id names."""
        inner = _Reader(self._sizes, self._budget)
        for place in self.line.places():
            inner.line.place(place.id)
        inner.flow(element, replace(here, level=here.level + 1))
        inner.end(here)
        for place in inner.line.places():
            self.line.place(place.id)
        return tuple(inner.blocks)

    def _runs(self, element: Element, here: _Here) -> tuple[Inline, ...]:
        """Return what an element says in one paragraph: a heading, a caption."""
        blocks = self._inside(element, here)
        self._add(*(block for block in blocks if isinstance(block, Picture)))
        return one_paragraph(blocks)

    def _node(self, element: Element, here: _Here) -> None:
        name = tag(element)
        if name in INLINE or name in ("br", "img", "rt", "rp"):
            self._place(element)
            self._inline(element, name, here)
        elif name:
            self.end(here)
            self._place(element)
            self._block(element, name, replace(here, rtl=elements.direction(element, inherited=here.rtl)))

    def _place(self, element: Element) -> None:
        if name := element.get("id") or element.get("name"):
            self.line.place(name)

    def _inline(self, element: Element, name: str, here: _Here) -> None:
        if name == "br":
            self._break(here)
        elif name == "img":
            self._picture(element, here)
        elif name == "rt":
            style = here.style & ~Style.BASE | Style.READING
            self.line.text(f"({''.join(map(str, element.itertext())).strip()})", style, here.href)
        elif card := elements.card(element):
            self.end(here)
            self._add(card)
        elif name != "rp":
            self._styled(element, name, here)

    def _styled(self, element: Element, name: str, here: _Here) -> None:
        style = here.style | STYLES.get(name, Style.PLAIN)
        href = elements.link(element) or here.href if name == "a" else here.href
        inner = replace(here, style=style, href=href, rtl=elements.direction(element, inherited=here.rtl))
        if name == "q":
            self.line.text("“", style | Style.ADDED, href)
        self.flow(element, inner)
        if name == "q":
            self.line.text("”", style | Style.ADDED, href)

    def _break(self, here: _Here) -> None:
        """Two breaks in a row are how old pages part their paragraphs."""
        if self.line.ends_in_break():
            self.end(here)
        else:
            self.line.line_break()

    def _picture(self, element: Element, here: _Here) -> None:
        picture = elements.picture(element, here.href, self._sizes)
        if picture is None:
            return
        if picture.inline and picture.key:
            self.line.picture(picture)
        elif picture.inline:
            self.line.text(picture.alt, here.style | Style.ADDED, here.href)
        else:
            self.end(here)
            self._add(picture)

    def _block(self, element: Element, name: str, here: _Here) -> None:
        if name in ("section", "div") and has_class(element, "footnotes", "footnote"):
            self._footnotes(element, here)
        elif name[0] == "h" and name[1:].isdigit():
            if runs := self._runs(element, here):
                self._add(Heading(int(name[1:]), runs, here.rtl))
        elif name == "pre":
            self._add(elements.code(element))
        elif name == "hr":
            self._add(Rule())
        elif name == "table" and here.level < MAX_LEVELS:
            inside = replace(here, level=here.level + 1)
            self._add(*read_table(element, lambda e: self._inside(e, inside), lambda e: self._runs(e, inside)))
        elif here.level < MAX_LEVELS and name in ("ul", "ol", "blockquote", "figure", "details", "dl"):
            getattr(self, f"_{name}")(element, here)
        elif not here.href and (row := elements.row(element, self._sizes)):
            beside = [inline for picture in row for inline in (Run(" "), picture)][1:]
            self._add(Paragraph(tuple(beside), here.rtl, here.centred or name == "center"))
        else:
            self.flow(element, replace(here, centred=here.centred or name == "center"))
            self.end(here)

    def _ul(self, element: Element, here: _Here) -> None:
        ordered = element.tag == "ol"
        items = self._items(element, here, ordered=ordered)
        if items:
            self._add(ListBlock(items, ordered, element.get("type", "1")))

    _ol = _ul

    def _items(self, element: Element, here: _Here, *, ordered: bool) -> tuple[Item, ...]:
        items: list[Item] = []
        number = elements.number(element, "start", 1, 999_999)
        self._add_to_items(items, self._alone(element.text, here))
        for child in element:
            self._place(child)
            blocks = self._inside(child, here) if tag(child) == "li" else self._alone(child, here)
            if tag(child) == "li":
                number = elements.number(child, "value", number, 999_999)
                items.append(Item(blocks, number if ordered else None))
                number += 1
            else:
                self._add_to_items(items, blocks)
            self._add_to_items(items, self._alone(child.tail, here))
        return tuple(items)

    @staticmethod
    def _add_to_items(items: list[Item], blocks: tuple[Block, ...]) -> None:
        """Let what stands between items belong to the one before."""
        if blocks and items:
            items[-1] = replace(items[-1], blocks=items[-1].blocks + blocks)
        elif blocks:
            items.append(Item(blocks, None))

    def _alone(self, what: Element | str | None, here: _Here) -> tuple[Block, ...]:
        """Return what an element holds, or a text, that stands where only items should."""
        inner = _Reader(self._sizes, self._budget)
        if what is None or isinstance(what, str):
            inner._text(what, here)
        else:
            inner._node(what, replace(here, level=here.level + 1))
        inner.end(here)
        return tuple(inner.blocks)

    def _blockquote(self, element: Element, here: _Here) -> None:
        if blocks := self._inside(element, here):
            self._add(Quote(blocks))

    def _figure(self, element: Element, here: _Here) -> None:
        captions = [child for child in element.iter("figcaption") if child is not element]
        caption = tuple(run for child in captions[:1] for run in self._runs(child, here))
        for child in captions[:1]:
            child.clear(keep_tail=True)
        blocks = self._inside(element, here)
        if caption:
            self._add(Figure(blocks, caption) if blocks else Paragraph(caption, here.rtl))
        else:
            self._add(*blocks)

    def _details(self, element: Element, here: _Here) -> None:
        summaries = [child for child in element if tag(child) == "summary"]
        summary = tuple(run for child in summaries[:1] for run in self._runs(child, here))
        for child in summaries[:1]:
            child.clear(keep_tail=True)
        self._add(Details(summary, self._inside(element, here), element.get("open") is not None))

    def _dl(self, element: Element, here: _Here) -> None:
        entries = tuple(entry for entry in self._entries(element, here) if entry.blocks)
        if entries:
            self._add(Definitions(entries))

    def _entries(self, element: Element, here: _Here) -> Iterator[Definition]:
        """Yield terms and what they mean, also those that are grouped, and what stands between them."""
        yield Definition(self._alone(element.text, here), term=False)
        for child in element:
            if tag(child) == "div" and element.tag == "dl":
                yield from self._entries(child, here)
            elif tag(child) in ("dt", "dd"):
                yield Definition(self._inside(child, here), child.tag == "dt")
            elif tag(child):
                yield Definition(self._alone(child, here), term=False)
            yield Definition(self._alone(child.tail, here), term=False)

    def _footnotes(self, element: Element, here: _Here) -> None:
        notes = next((child for child in element if tag(child) == "ol"), None)
        if notes is None:
            self.flow(element, here)
            self.end(here)
        else:
            if self.blocks and isinstance(self.blocks[-1], Rule):  # the notes bring a line of their own
                self.blocks.pop()
            self._add(Footnotes(self._items(notes, here, ordered=True)))


def outline(html: str, sizes: Mapping[str, tuple[int, int]] | None = None) -> tuple[Block, ...]:
    """Return the blocks of sanitised HTML. `sizes` are the pixels of stored pictures: small ones stay in their line."""
    root = elements.parse(html)
    if root is None:
        return ()
    reader = _Reader(sizes or {}, _Budget())
    reader.flow(root, _Here())
    reader.end(_Here())
    return tuple(reader.blocks)

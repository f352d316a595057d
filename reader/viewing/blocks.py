"""The values of the outline: an article as a small tree of blocks, which every way of showing it walks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import NamedTuple


class Style(Flag):
    """How a run of text differs from its paragraph."""

    PLAIN = 0
    BOLD = auto()
    ITALIC = auto()
    CODE = auto()
    KEY = auto()  # a key of the keyboard
    STRIKE = auto()
    UNDERLINE = auto()
    MARK = auto()
    SUB = auto()
    SUP = auto()
    SMALL = auto()
    READING = auto()  # how the characters before it are pronounced, in parentheses
    BASE = auto()  # characters whose reading follows
    ADDED = auto()  # what its markup says: the marks of a quotation, the description of a picture


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style. "\\n" breaks the line. `href` is http, https, mailto, "article:ID", "#place" or ""."""

    text: str
    style: Style = Style.PLAIN
    href: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link to `#id` leads."""

    id: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture. `key` opens it in the store, "" when it is not there; `host` then says where it is, "" for nowhere.

    `width` and `height` are what the page asked for, 0 when it did not. `inline` stands in a line of text.
    """

    key: str
    alt: str = ""
    host: str = ""
    href: str = ""
    width: int = 0
    height: int = 0
    inline: bool = False


Inline = Run | Place | Picture


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]
    rtl: bool | None = None
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    inlines: tuple[Inline, ...]
    rtl: bool | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """`number` is None in a list without numbers."""

    blocks: tuple[Block, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """`form` is how HTML names the numbering: "1", "a", "A", "i", "I"."""

    items: tuple[Item, ...]
    ordered: bool = False
    form: str = "1"


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    language: str = ""


class Ink(Enum):
    """What a piece of code is; themes have a colour for each."""

    COMMENT = auto()
    KEYWORD = auto()
    STRING = auto()
    NUMBER = auto()
    NAME = auto()


class Span(NamedTuple):
    """A piece of code of one colour: where it begins and how many characters it has."""

    start: int
    length: int
    ink: Ink


@dataclass(frozen=True, slots=True)
class Cell:
    blocks: tuple[Block, ...]
    header: bool = False
    align: str = ""
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """`header` is the number of leading rows that name the columns; `columns` counts spans."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    header: int = 0
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    blocks: tuple[Block, ...]
    caption: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What plays or runs elsewhere. `kind` is "video", "audio", "frame" or "embed"; `url` may be ""."""

    kind: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Rule:
    pass


@dataclass(frozen=True, slots=True)
class Details:
    summary: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A term (`term` is true), or what it means."""

    blocks: tuple[Block, ...]
    term: bool


@dataclass(frozen=True, slots=True)
class Definitions:
    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes below the text; each begins with its Place."""

    items: tuple[Item, ...]


Block = (
    Paragraph
    | Heading
    | ListBlock
    | Quote
    | Code
    | Table
    | Picture
    | Figure
    | Card
    | Rule
    | Details
    | Definitions
    | Footnotes
)


def children(block: Block) -> tuple[Block, ...]:
    """Return the blocks directly inside a block."""
    match block:
        case Quote(blocks) | Figure(blocks) | Details(_, blocks):
            return blocks
        case ListBlock(items) | Footnotes(items):
            return tuple(inner for item in items for inner in item.blocks)
        case Definitions(entries):
            return tuple(inner for entry in entries for inner in entry.blocks)
        case Table(rows):
            return tuple(inner for row in rows for cell in row for inner in cell.blocks)
        case _:
            return ()


def inlines(block: Block) -> tuple[Inline, ...]:
    """Return the runs that belong to the block itself."""
    match block:
        case Paragraph(runs) | Heading(_, runs) | Figure(_, runs) | Details(runs):
            return runs
        case Table(caption=runs):
            return runs
        case _:
            return ()


def is_titled(blocks: tuple[Block, ...]) -> bool:
    """Tell a figure of code, whose caption is its title and stands above it, as all generators have it."""
    return bool(blocks) and all(isinstance(block, Code) for block in blocks)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block, parents first, in reading order."""
    for block in blocks:
        yield block
        yield from walk(children(block))


def pictures(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    """Yield every picture in reading order."""
    for block in walk(blocks):
        if isinstance(block, Picture):
            yield block
        yield from (run for run in inlines(block) if isinstance(run, Picture))


def run_text(runs: tuple[Inline, ...]) -> str:
    """Return the runs as plain text; pictures by their description."""
    return "".join(run.text if isinstance(run, Run) else run.alt if isinstance(run, Picture) else "" for run in runs)


def on_a_line(blocks: tuple[Block, ...]) -> tuple[Inline, ...]:
    """Return what blocks say one after the other, as a term of a definition: their runs, or the text in them."""
    return tuple(run for block in blocks for run in inlines(block) or (Run(plain_text((block,))),))


def plain_text(blocks: tuple[Block, ...]) -> str:
    """Return the article as text: paragraphs apart by an empty line, items and cells by a line."""
    return "\n\n".join(filter(None, (_text(block).strip("\n") for block in blocks)))


def _text(block: Block) -> str:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            return run_text(runs)
        case Code(text):
            return text
        case Picture(alt=alt):
            return alt
        case Card(_, title, url):
            return "\n".join(filter(None, (title, url)))
        case ListBlock(items) | Footnotes(items):
            return "\n".join(_item(item) for item in items)
        case Table(rows, caption=caption):
            lines = ["\t".join(plain_text(cell.blocks).replace("\n", " ") for cell in row) for row in rows]
            return "\n".join([*filter(None, [run_text(caption)]), *lines])
        case Figure(blocks, caption):
            parts = plain_text(blocks), run_text(caption)
            return "\n".join(filter(None, reversed(parts) if is_titled(blocks) else parts))
        case Details(summary, blocks):
            return "\n\n".join(filter(None, (run_text(summary), plain_text(blocks))))
        case _:
            return plain_text(children(block))


def _item(item: Item) -> str:
    marker = "- " if item.number is None else f"{item.number}. "
    return marker + plain_text(item.blocks).replace("\n", "\n" + " " * len(marker))

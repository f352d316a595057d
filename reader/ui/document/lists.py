"""Writes lists, definitions and footnotes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.ui.document.kinds import Kind
from reader.ui.document.look import Role
from reader.viewing import blocks as b

if TYPE_CHECKING:
    from reader.ui.document.document import Builder, Level

_BULLETS = "•◦▪"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def write(builder: Builder, block: b.ListBlock | b.Definitions | b.Footnotes, level: Level) -> None:
    match block:
        case b.ListBlock():
            _items(builder, block.items, block.form, level)
            builder.owe(level.gap)
        case b.Definitions(entries):
            for entry in entries:
                _definition(builder, entry, level)
            builder.owe(level.gap)
        case b.Footnotes(items):
            builder.writer.begin(Role.META, builder.shape(level, 0.9, kind=Kind.NOTES))
            _items(builder, items, "1", level._replace(role=Role.NOTE))
            builder.owe(1.0)


def label(number: int, form: str) -> str:
    """Return a number the way its list counts."""
    if form in ("a", "A") and number > 0:
        letters = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(form) + rest) + letters
        return letters
    if form in ("i", "I") and 0 < number < 4000:
        letters = ""
        for value, sign in _ROMAN:
            count, number = divmod(number, value)
            letters += sign * count
        return letters.upper() if form == "I" else letters
    return str(number)


def _items(builder: Builder, items: tuple[b.Item, ...], form: str, level: Level) -> None:
    labels = [_BULLETS[0] if item.number is None else label(item.number, form) + "." for item in items]
    em = builder.look.size(level.role)
    indent = round(em * max(1.15, 0.56 * max(map(len, labels), default=1) + 0.25))
    inside = level._replace(left=level.left + indent + round(em * 0.35), gap=min(level.gap, 0.28))
    for item, text in zip(items, labels, strict=True):
        _item(builder, item.blocks, text, inside, indent)


def _item(builder: Builder, blocks: tuple[b.Block, ...], marker: str, level: Level, indent: int) -> None:
    first = blocks[0] if blocks else None
    runs: tuple[b.Inline, ...] = ()
    rtl = None
    if isinstance(first, b.Paragraph):
        runs, rtl, blocks = first.inlines, first.rtl, blocks[1:]
        marker, runs = _box(marker, runs)
    elif marker in _BULLETS and blocks:  # a bullet alone on its line, above a picture, says nothing
        builder.flow(blocks, level._replace(gap=0.4))
        return
    builder.writer.begin(level.role, builder.shape(level, indent=indent, rtl=rtl))
    marker += builder.look.gap_sign(rtl)
    builder.writer.add(marker, builder.look.marker(level.role, bullet=marker[0] in _BULLETS))
    builder.writer.runs(runs, level.role, level.left)
    builder.owe(0.28)
    builder.flow(blocks, level._replace(gap=0.4))
    builder.owe(0.28)


def _box(marker: str, runs: tuple[b.Inline, ...]) -> tuple[str, tuple[b.Inline, ...]]:
    """Let the box of a task stand where the bullet would."""
    for index, run in enumerate(runs):
        if isinstance(run, b.Run):
            if run.text[:1] in ("☑", "☐"):
                rest = replace(run, text=run.text[1:].lstrip())
                return run.text[0], (*runs[:index], rest, *runs[index + 1 :])
            break
    return marker, runs


def _definition(builder: Builder, entry: b.Definition, level: Level) -> None:
    if entry.term:
        builder.owe(0.4)
        blocks = tuple(
            replace(block, inlines=_bold(block.inlines)) if isinstance(block, b.Paragraph) else block
            for block in entry.blocks
        )
        builder.flow(blocks, level._replace(gap=0.1))
    else:
        builder.flow(entry.blocks, level._replace(left=level.left + builder.look.em(1.5), gap=0.28))


def _bold(runs: tuple[b.Inline, ...]) -> tuple[b.Inline, ...]:
    return tuple(replace(run, style=run.style | b.Style.BOLD) if isinstance(run, b.Run) else run for run in runs)

"""Shows Chinese in simplified or in traditional characters: as long as it was, so that offsets stay true."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from reader import resources
from reader.viewing import blocks as b
from reader.viewing.forms import SIMPLIFIED, TRADITIONAL
from reader.viewing.page import Page

_TAGS = {SIMPLIFIED: "zh-hans", TRADITIONAL: "zh-hant"}
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


@cache
def _table(form: str) -> tuple[dict[str, str], dict[str, int]]:
    """Return what becomes of characters and phrases, and the longest phrase that begins with a character."""
    entries: dict[str, str] = {}
    longest: dict[str, int] = {}
    for line in resources.path("han", f"{form}.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        half = len(line) // 2
        entries[line[:half]] = line[half:]
        longest[line[0]] = max(half, longest.get(line[0], 1))
    return entries, longest


def convert(text: str, form: str) -> str:
    """Return a text in that form, longest phrases first, as OpenCC's t2s and s2t do. Some 1 ms for 1,000 characters."""
    entries, longest = _table(form)

    def stretch(match: re.Match[str]) -> str:
        han, at, found = match[0], 0, []
        while at < len(han):
            for length in range(longest.get(han[at], 1), 0, -1):
                piece = han[at : at + length]
                if length == 1 or piece in entries:
                    found.append(entries.get(piece, piece))
                    at += len(piece)
                    break
        return "".join(found)

    return _HAN.sub(stretch, text)


def converted(page: Page, form: str) -> Page:
    """Return a Chinese page in that form, and any other as it is. For a worker, as `prepare` is."""
    if form not in _TAGS or page.lang.split("-")[0] not in ("zh", "yue"):
        return page
    return replace(
        page,
        title=convert(page.title, form),
        kicker=convert(page.kicker, form),
        author=convert(page.author, form),
        lang=_TAGS[form],
        hero=_picture(page.hero, form) if page.hero is not None else None,
        blocks=_blocks(page.blocks, form),
    )


def _blocks(blocks: tuple[b.Block, ...], form: str) -> tuple[b.Block, ...]:
    return tuple(_block(block, form) for block in blocks)


def _block(block: b.Block, form: str) -> b.Block:
    match block:
        case b.Paragraph(runs) | b.Heading(_, runs):
            return replace(block, inlines=_runs(runs, form))
        case b.ListBlock(items) | b.Footnotes(items):
            return replace(block, items=tuple(replace(item, blocks=_blocks(item.blocks, form)) for item in items))
        case b.Quote(inner):
            return b.Quote(_blocks(inner, form))
        case b.Figure(inner, caption):
            return b.Figure(_blocks(inner, form), _runs(caption, form))
        case b.Details(summary, inner):
            return replace(block, summary=_runs(summary, form), blocks=_blocks(inner, form))
        case b.Definitions(entries):
            return b.Definitions(tuple(replace(entry, blocks=_blocks(entry.blocks, form)) for entry in entries))
        case b.Table(rows, caption=caption):
            cells = (tuple(replace(cell, blocks=_blocks(cell.blocks, form)) for cell in row) for row in rows)
            return replace(block, rows=tuple(cells), caption=_runs(caption, form))
        case b.Card(kind, title, url):
            return b.Card(kind, convert(title, form), url)
        case b.Picture():
            return _picture(block, form)
        case _:
            return block


def _runs(runs: tuple[b.Inline, ...], form: str) -> tuple[b.Inline, ...]:
    return tuple(_run(run, form) for run in runs)


def _run(run: b.Inline, form: str) -> b.Inline:
    if isinstance(run, b.Picture):
        return _picture(run, form)
    if isinstance(run, b.Run) and not run.style & (b.Style.CODE | b.Style.KEY):
        return replace(run, text=convert(run.text, form))
    return run


def _picture(picture: b.Picture, form: str) -> b.Picture:
    return replace(picture, alt=convert(picture.alt, form)) if picture.alt else picture

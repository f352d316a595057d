"""The outline as markup: well-formed XHTML that browsers read as HTML, from a closed list of elements."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Protocol
from urllib.parse import quote, unquote, urlsplit

from reader.exporting.piece import Piece, instead, where, writable
from reader.exporting.ruby import parted, reading
from reader.viewing import allow
from reader.viewing import blocks as b
from reader.viewing.blocks import Style

_TAGS = (
    (Style.BOLD, "strong"), (Style.ITALIC, "em"), (Style.STRIKE, "s"), (Style.UNDERLINE, "u"), (Style.MARK, "mark"),
    (Style.SUB, "sub"), (Style.SUP, "sup"), (Style.SMALL, "small"), (Style.CODE, "code"), (Style.KEY, "kbd"),
)  # fmt: skip
_ALIGN = {"left": "start", "center": "middle", "right": "end"}
#: What an address may hold as it is; "%" stays, since it is written as %XX already.
_SAFE = "/:=?;%&,+@!$*'()~-._"
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")

Write = Callable[[str], object]


class Sources(Protocol):
    """Where the pictures of the document are."""

    def begin(self, key: str) -> bool:
        """Whether the picture of that name in the outline can be had; its address is then written next."""

    def write(self, out: Write) -> None:
        """Write its address."""


def address(href: str) -> str:
    """Return an address as markup may hold it (RFC 3986), "" for one that no program could follow."""
    href = allow.link(writable(href))
    try:
        parts = urlsplit(href)
        host = (parts.hostname or "").encode("idna").decode() if parts.scheme != "mailto" else ""
        place = f"[{host}]" if ":" in host else host
        place += f":{parts.port}" if parts.port is not None else ""
    except (ValueError, UnicodeError):
        return ""
    if "@" in parts.netloc:
        place = f"{_quoted(parts.netloc.rpartition('@')[0])}@{place}"
    return parts._replace(
        netloc=place, path=_quoted(parts.path), query=_quoted(parts.query), fragment=_quoted(parts.fragment)
    ).geturl()


def _quoted(part: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", part), safe=_SAFE, errors="replace")


def place_ids(blocks: tuple[b.Block, ...]) -> dict[str, str]:
    """Return an id of ours for every place that a link of the text leads to, by the author's name for it."""
    runs = [run for block in b.walk(blocks) for run in b.inlines(block)]
    wanted = {run.href[1:] for run in runs if isinstance(run, b.Run) and run.href.startswith("#")}
    wanted |= {unquote(name) for name in wanted}
    names = dict.fromkeys(run.id for run in runs if isinstance(run, b.Place) and run.id in wanted)
    return {name: f"p{number}" for number, name in enumerate(names, 1)}


class Markup:
    """Writes the blocks of one piece; `out` gets the markup in pieces, in order."""

    def __init__(self, piece: Piece, sources: Sources, out: Write) -> None:
        self._piece, self._sources, self._out = piece, sources, out
        self._ids = place_ids(piece.blocks)
        self._open = set(self._ids)

    def blocks(self, blocks: tuple[b.Block, ...]) -> None:
        """Write blocks one below the other."""
        for block in blocks:
            self._block(block)

    def _block(self, block: b.Block) -> None:
        match block:
            case b.Paragraph(runs, centred=centred):
                self._element("p", runs, _direction(block) + (' class="centred"' if centred else ""))
            case b.Heading(level, runs):
                # The title of the piece is the only one of the first rank.
                self._element(f"h{min(level + 1, 6)}", runs, _direction(block))
            case b.Code(text, language):
                kind = f' class="language-{escape(language)}"' if language else ""
                self._out(f"<pre><code{kind}>{escape(writable(text), quote=False)}</code></pre>\n")
            case b.Picture():
                self._alone(block)
            case b.Rule():
                self._out("<hr/>\n")
            case b.Card():
                self._card(block)
            case b.Quote(inner):
                self._around("blockquote", inner)
            case _:
                self._larger(block)

    def _larger(self, block: b.Block) -> None:
        match block:
            case b.ListBlock(items, ordered, form):
                self._list(items, ordered=ordered, form=form)
            case b.Footnotes(items):
                self._out('<section class="footnotes">\n')
                self._list(items, ordered=True, form="1")
                self._out("</section>\n")
            case b.Table():
                self._table(block)
            case b.Figure(inner, caption):
                self._out("<figure>")
                if b.is_titled(inner):
                    self._element("figcaption", caption)
                self.blocks(inner)
                if not b.is_titled(inner):
                    self._element("figcaption", caption)
                self._out("</figure>\n")
            case b.Details(summary, inner):
                # Open, since paper and many reading devices cannot open it.
                self._out('<details open="open">')
                self._element("summary", summary or (b.Run("…"),))
                self.blocks(inner)
                self._out("</details>\n")
            case b.Definitions(entries):
                self._definitions(entries)

    def _around(self, name: str, inner: tuple[b.Block, ...]) -> None:
        self._out(f"<{name}>\n")
        self.blocks(inner)
        self._out(f"</{name}>\n")

    def _element(self, name: str, runs: tuple[b.Inline, ...], attributes: str = "") -> None:
        self._out(f"<{name}{attributes}>")
        self.runs(runs)
        self._out(f"</{name}>\n")

    def _list(self, items: tuple[b.Item, ...], *, ordered: bool, form: str) -> None:
        name = "ol" if ordered else "ul"
        self._out(f'<ol type="{form}">\n' if ordered and form in "aAiI" else f"<{name}>\n")
        number = 1
        for item in items:
            value = f' value="{item.number}"' if ordered and item.number not in (None, number) else ""
            number = (item.number if item.number is not None else number) + 1
            self._item(item.blocks, value)
        self._out(f"</{name}>\n")

    def _item(self, blocks: tuple[b.Block, ...], value: str) -> None:
        """Write an item; one short paragraph needs no element of its own."""
        self._out(f"<li{value}>")
        if blocks and isinstance(blocks[0], b.Paragraph) and not any(isinstance(x, b.Paragraph) for x in blocks[1:]):
            self.runs(blocks[0].inlines)
            blocks = blocks[1:]
        self.blocks(blocks)
        self._out("</li>\n")

    def _table(self, table: b.Table) -> None:
        self._out('<div class="wide"><table>\n')
        if table.caption:
            self._element("caption", table.caption)
        for name, rows in (("thead", table.rows[: table.header]), ("tbody", table.rows[table.header :])):
            if rows:
                self._out(f"<{name}>\n")
                for row in rows:
                    self._out("<tr>")
                    for cell in row:
                        self._cell(cell)
                    self._out("</tr>\n")
                self._out(f"</{name}>\n")
        self._out("</table></div>\n")

    def _cell(self, cell: b.Cell) -> None:
        name = "th" if cell.header else "td"
        spans = "".join(
            f' {word}="{number}"' for word, number in (("colspan", cell.columns), ("rowspan", cell.rows)) if number > 1
        )
        side = f' class="{_ALIGN[cell.align]}"' if cell.align in _ALIGN else ""
        self._out(f"<{name}{spans}{side}>")
        if len(cell.blocks) == 1 and isinstance(cell.blocks[0], b.Paragraph):
            self.runs(cell.blocks[0].inlines)
        else:
            self.blocks(cell.blocks)
        self._out(f"</{name}>")

    def _definitions(self, entries: tuple[b.Definition, ...]) -> None:
        """Write terms and what they mean: where one of them lacks the other, an empty one stands for it."""
        if not entries:
            return
        self._out("<dl>\n")
        if not entries[0].term:
            self._out("<dt></dt>\n")
        for entry in entries:
            if entry.term:
                self._element("dt", b.on_a_line(entry.blocks))
            else:
                self._around("dd", entry.blocks)
        self._out("<dd></dd>\n</dl>\n" if entries[-1].term else "</dl>\n")

    def _card(self, card: b.Card) -> None:
        host = allow.host(card.url)
        name = escape(writable(card.title or host or card.kind))
        url = address(card.url)
        told = f'<a href="{escape(url)}" rel="noopener noreferrer">▶ {name}</a>' if url else f"▶ {name}"
        self._out(f'<p class="card">{told}{f" · {escape(host)}" if host and card.title else ""}</p>\n')

    # --- what stands in a line

    def runs(self, runs: tuple[b.Inline, ...]) -> None:
        """Write runs of text, places and pictures."""
        for ruby, group in parted(runs):
            self._out("<ruby>" * ruby)
            for run in group:
                self._inline(run)
            self._out("</ruby>" * ruby)

    def _inline(self, run: b.Inline) -> None:
        match run:
            case b.Run():
                self._run(run)
            case b.Place(name):
                if name in self._open:
                    self._open.discard(name)
                    self._out(f'<span id="{self._ids[name]}"></span>')
            case b.Picture():
                self._picture(run)

    def _run(self, run: b.Run) -> None:
        said = reading(run)
        text = escape(writable(said or run.text), quote=False).replace("\n", "<br/>\n")
        for style, name in _TAGS:
            if run.style & style:
                text = f"<{name}>{text}</{name}>"
        start, end = self._link(run.href)
        text = f"{start}{text}{end}"
        # The parentheses are for programs that know no ruby.
        self._out(f"<rp>(</rp><rt>{text}</rt><rp>)</rp>" if said else text)

    def _link(self, href: str) -> tuple[str, str]:
        if href.startswith("#"):
            place = self._ids.get(href[1:]) or self._ids.get(unquote(href[1:]))
            return (f'<a href="#{place}">', "</a>") if place else ("", "")
        url = address(href)
        return (f'<a href="{escape(url)}" rel="noopener noreferrer">', "</a>") if url else ("", "")

    def _alone(self, picture: b.Picture) -> None:
        self._out('<p class="picture">')
        self._picture(picture)
        self._out("</p>\n")

    def _picture(self, picture: b.Picture) -> None:
        stored = bool(picture.key) and self._sources.begin(picture.key)
        href = picture.href if stored else where(picture, self._piece)
        start, end = self._link(href)
        self._out(start)
        if stored:
            self._out('<img src="')
            self._sources.write(self._out)
            shown = ' class="inline"' if picture.inline else f' width="{picture.width}"' if picture.width else ""
            self._out(f'" alt="{escape(writable(picture.alt))}"{shown}/>')
        else:
            self._out(f"[{escape(writable(instead(picture, self._piece)))}]")
        self._out(end)


def _direction(block: b.Paragraph | b.Heading) -> str:
    return "" if block.rtl is None else f' dir="{"rtl" if block.rtl else "ltr"}"'

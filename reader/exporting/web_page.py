"""A piece as one self-contained HTML file that loads nothing."""

from __future__ import annotations

import base64
from html import escape

from reader import resources
from reader.exporting.markup import Markup, Write, address
from reader.exporting.pictures import PictureData, PictureFile, read_picture
from reader.exporting.piece import Piece
from reader.viewing.language import is_rtl

#: Should anything ever get through, a browser would still neither run nor load it.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_CHUNK = 3 * 64 * 1024  # whole groups of base64


class Embedded:
    """Pictures as the file holds them: their bytes in their address."""

    def __init__(self, picture_file: PictureFile) -> None:
        self._file = picture_file
        self._next: PictureData | None = None
        self.written: set[str] = set()
        self.missing: set[str] = set()

    def begin(self, key: str) -> bool:
        """Read a picture."""
        self._next = read_picture(self._file, key)
        (self.missing if self._next is None else self.written).add(key)
        return self._next is not None

    def write(self, out: Write) -> None:
        """Write it in pieces: the whole would take three times its room."""
        if self._next is not None:
            out(f"data:{self._next.media_type};base64,")
            data = memoryview(self._next.data)
            for start in range(0, len(data), _CHUNK):
                out(base64.b64encode(data[start : start + _CHUNK]).decode("ascii"))
        self._next = None


def write_page(piece: Piece, sources: Embedded, out: Write) -> None:
    """Write the page; `sources` then knows which pictures it has."""
    direction = ' dir="rtl"' if is_rtl(piece.lang) else ""
    style = resources.path("export", "page.css").read_text("utf-8")
    out(f'<!DOCTYPE html>\n<html lang="{escape(piece.lang)}"{direction}>\n<head>\n<meta charset="utf-8"/>\n')
    out(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>\n')
    out('<meta name="viewport" content="width=device-width, initial-scale=1"/>\n')
    out('<meta name="referrer" content="no-referrer"/>\n')
    if piece.author:
        out(f'<meta name="author" content="{escape(piece.author)}"/>\n')
    out(f'<meta name="date" content="{piece.moment.isoformat() if piece.timed else piece.date}"/>\n')
    out(f"<title>{escape(piece.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<article>\n")
    write_header(piece, out)
    Markup(piece, sources, out).blocks(piece.blocks)
    out("</article>\n</body>\n</html>\n")


def write_header(piece: Piece, out: Write) -> None:
    """Write title, byline and the address of the original."""
    out(f"<header>\n<h1>{escape(piece.title)}</h1>\n<p>{escape(piece.byline)}</p>\n")
    link = address(piece.link)
    if link:
        out(f'<p><a href="{escape(link)}" rel="noopener noreferrer">{escape(piece.link)}</a></p>\n')
    out("</header>\n")

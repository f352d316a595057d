"""Pieces as one EPUB 3.3, written as they come, with only one article and one picture in memory."""

from __future__ import annotations

import time
import uuid
import zipfile
from dataclasses import dataclass
from html import escape
from typing import IO, Self

from reader import resources
from reader.exporting.markup import Markup, Write
from reader.exporting.pictures import PictureFile, read_picture
from reader.exporting.piece import Piece, line
from reader.exporting.web_page import write_header
from reader.viewing.language import is_rtl

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_XHTML = "application/xhtml+xml"
#: What the list of chapters is called, by language.
_CONTENTS = {"zh": "目录", "ja": "目次", "ko": "차례", "de": "Inhalt", "fr": "Table des matières", "es": "Índice"}


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    title: str


class Book:
    """An EPUB being written; `missing` are the keys of pictures that it could not have. To be used in a `with`."""

    def __init__(self, file: IO[bytes], picture_file: PictureFile, title: str = "") -> None:
        self._file = picture_file
        self._title = line(title)
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        # A clock that lost its time begins before the first that an archive can hold.
        self._now = max(time.localtime()[:6], _FIRST_MOMENT)
        self._chapters: list[_Chapter] = []
        self._first: Piece | None = None
        self._names: dict[str, tuple[str, str]] = {}
        self._next = ""
        self.missing: set[str] = set()
        # First, unpacked and without extra fields, so that programs know the file by its bytes (OCF 4.3).
        self._add("mimetype", b"application/epub+zip", packed=False)
        self._add("META-INF/container.xml", _CONTAINER.encode())
        self._add("EPUB/book.css", resources.path("export", "book.css").read_bytes())

    @property
    def written(self) -> int:
        """How many pictures it holds."""
        return len(self._names)

    def add(self, piece: Piece) -> None:
        """Write an article as the next chapter."""
        self._first = self._first or piece
        parts: list[str] = []
        name = f"article-{len(self._chapters) + 1}.xhtml"
        _begin(parts.append, piece.title, piece.lang)
        parts.append("<article>\n")
        write_header(piece, parts.append)
        Markup(piece, self, parts.append).blocks(piece.blocks)
        parts.append("</article>\n</body>\n</html>\n")
        self._add(f"EPUB/{name}", "".join(parts).encode("utf-8", "replace"))
        self._chapters.append(_Chapter(name, piece.title))

    def finish(self) -> None:
        """Write what names all its parts. Nothing may be added afterwards."""
        first = self._first
        if first is None:
            raise ValueError("a book has at least one chapter")
        title = (self._title if len(self._chapters) > 1 else "") or first.title
        self._add("EPUB/nav.xhtml", self._navigation(title, first.lang).encode("utf-8", "replace"))
        self._add("EPUB/package.opf", self._package(title, first).encode("utf-8", "replace"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # Here, while its file is open: left to its end, an archive would write to one that is closed.
        self._zip.close()

    # --- pictures, as markup asks for them

    def begin(self, key: str) -> bool:
        """Write a picture into the book, once."""
        if key not in self._names:
            found = read_picture(self._file, key)
            if found is not None:
                name = f"pictures/{key}{found.ending}"
                self._names[key] = (name, found.media_type)
                self._add(f"EPUB/{name}", found.data, packed=False)
        if key not in self._names:
            self.missing.add(key)
            return False
        self._next = self._names[key][0]
        return True

    def write(self, out: Write) -> None:
        """Write its name into the markup."""
        out(self._next)

    # --- the parts that name the others

    def _add(self, name: str, data: bytes, *, packed: bool = True) -> None:
        info = zipfile.ZipInfo(name, self._now)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        self._zip.writestr(info, data)

    def _navigation(self, title: str, lang: str) -> str:
        parts: list[str] = []
        _begin(parts.append, title, lang)
        name = _CONTENTS.get(lang.split("-")[0], "Contents")
        parts.append(f'<nav epub:type="toc" id="toc">\n<h1>{name}</h1>\n<ol>\n')
        parts.extend(f'<li><a href="{each.name}">{escape(each.title)}</a></li>\n' for each in self._chapters)
        parts.append("</ol>\n</nav>\n</body>\n</html>\n")
        return "".join(parts)

    def _package(self, title: str, first: Piece) -> str:
        direction = ' page-progression-direction="rtl"' if is_rtl(first.lang) else ""
        manifest = "".join(
            f'<item id="a{number}" href="{each.name}" media-type="{_XHTML}"/>\n'
            for number, each in enumerate(self._chapters, 1)
        ) + "".join(
            f'<item id="p{number}" href="{name}" media-type="{kind}"/>\n'
            for number, (name, kind) in enumerate(self._names.values(), 1)
        )
        spine = "".join(f'<itemref idref="a{number}"/>\n' for number in range(1, len(self._chapters) + 1))
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
            f' unique-identifier="id" xml:lang="{first.lang}">\n'
            f"{self._metadata(title, first)}<manifest>\n"
            f'<item id="nav" href="nav.xhtml" media-type="{_XHTML}" properties="nav"/>\n'
            f'<item id="css" href="book.css" media-type="text/css"/>\n{manifest}</manifest>\n'
            f"<spine{direction}>\n{spine}</spine>\n</package>\n"
        )

    def _metadata(self, title: str, first: Piece) -> str:
        told = {"dc:title": title, "dc:language": first.lang}
        if len(self._chapters) == 1:
            told |= {"dc:creator": first.author, "dc:publisher": first.source, "dc:source": first.link}
            told["dc:date"] = first.moment.isoformat() if first.timed else first.date
        lines = "".join(f"<{name}>{escape(text)}</{name}>\n" for name, text in told.items() if text)
        modified = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return (
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
            f'<dc:identifier id="id">urn:uuid:{uuid.uuid4()}</dc:identifier>\n{lines}'
            f'<meta property="dcterms:modified">{modified}</meta>\n</metadata>\n'
        )


def _begin(out: Write, title: str, lang: str) -> None:
    direction = ' dir="rtl"' if is_rtl(lang) else ""
    out(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops" lang="{lang}" xml:lang="{lang}"{direction}>\n'
        f'<head>\n<meta charset="utf-8"/>\n<title>{escape(title)}</title>\n'
        '<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n<body>\n'
    )

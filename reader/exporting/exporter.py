"""Exports articles: a generator, article by article, that leaves nothing half written wherever it is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.domain import LibraryError
from reader.exporting.epub import Book
from reader.exporting.file_names import Names, safe_name
from reader.exporting.markdown import front_matter, markdown, picture
from reader.exporting.pictures import PictureFile, read_picture
from reader.exporting.piece import Piece, piece_of
from reader.exporting.plain import plain_text
from reader.exporting.values import ExportOptions, ExportProgress, Format, Tally
from reader.exporting.web_page import Embedded, write_page
from reader.library.library import Library
from reader.viewing import blocks as b
from reader.whole_files import refusals_told, whole_file

#: Where the pictures of Markdown files are: beside them, named by their content, so that articles share them.
ASSETS = "assets"


def export(library: Library, options: ExportOptions) -> Iterator[ExportProgress]:
    """Write articles; yields after each of them, and the names of all files with the last value.

    Raises LibraryError when the disk refuses, or when a file is there that may not be replaced; what is complete
    stays. Only a book can hold several articles in one file: ValueError otherwise.
    """
    if options.one_file and len(options.ids) != 1 and options.format is not Format.EPUB:
        raise ValueError("only a book holds several articles")
    tally = Tally(len(options.ids))
    yield tally.progress()
    if options.one_file and options.format is Format.EPUB:
        yield from _export_book(library, options, tally)
    else:
        yield from _export_each(library, options, tally)
    yield tally.progress(finished=True)


def _piece(library: Library, article: int, tally: Tally) -> Piece | None:
    """Return an article, None when it is gone; either way it is done with."""
    content = library.content(article)
    if content is None:
        tally.gone.append(article)
    tally.done += 1
    return None if content is None else piece_of(content)


def _pictures(library: Library, options: ExportOptions) -> PictureFile:
    return library.images.file if options.pictures else lambda _key: None


def _gone(target: Path) -> LibraryError:
    return LibraryError("no-articles", target, "The articles are no longer in the library. Choose others.")


def _export_book(library: Library, options: ExportOptions, tally: Tally) -> Iterator[ExportProgress]:
    target = options.target
    with (
        refusals_told(target),
        whole_file(target, overwrite=options.overwrite) as file,
        Book(file, _pictures(library, options), options.title) as book,
    ):
        for article in options.ids:
            piece = _piece(library, article, tally)
            if piece is not None:
                book.add(piece)
            tally.pictures, tally.missing = book.written, len(book.missing) if options.pictures else 0
            yield tally.progress()
        if len(tally.gone) == tally.total:
            raise _gone(target)
        book.finish()
    tally.files.append(target)


def _export_each(library: Library, options: ExportOptions, tally: Tally) -> Iterator[ExportProgress]:
    folder = options.target.parent if options.one_file else options.target
    names = Names(folder)
    writer = _FileWriter(_pictures(library, options), options, folder)
    for article in options.ids:
        piece = _piece(library, article, tally)
        if piece is None and options.one_file:
            raise _gone(options.target)
        if piece is not None:
            name = safe_name(piece.title, f"article {piece.id}")
            target = options.target if options.one_file else names.free(name, options.format.ending)
            with refusals_told(target):
                writer.write(piece, target)
            tally.files.append(target)
            tally.pictures, tally.missing = writer.written, writer.missing
        yield tally.progress()


class _FileWriter:
    """Writes one article as one file of the chosen format."""

    def __init__(self, picture_file: PictureFile, options: ExportOptions, folder: Path) -> None:
        self._pictures = picture_file
        self._options = options
        self._folder = folder
        self._assets: dict[str, str] = {}
        self.written = self.missing = 0

    def write(self, piece: Piece, target: Path) -> None:
        overwrite = self._options.overwrite and self._options.one_file
        # A file that may not be replaced refuses here, before any picture is written for it.
        with whole_file(target, overwrite=overwrite) as file:
            match self._options.format:
                case Format.HTML:
                    sources = Embedded(self._pictures)
                    write_page(piece, sources, lambda text: file.write(text.encode("utf-8", "replace")))
                    self._count(len(sources.written), len(sources.missing))
                case Format.MARKDOWN:
                    text = f"{front_matter(piece)}\n{markdown(piece, lambda shown: self._asset(shown, piece))}"
                    file.write(text.encode("utf-8", "replace"))
                case Format.EPUB:
                    with Book(file, self._pictures) as book:
                        book.add(piece)
                        book.finish()
                    self._count(book.written, len(book.missing))
                case Format.TEXT:
                    file.write(plain_text(piece).encode("utf-8", "replace"))

    def _count(self, written: int, missing: int) -> None:
        self.written += written
        self.missing += missing if self._options.pictures else 0

    def _asset(self, shown: b.Picture, piece: Piece) -> str:
        """Return a picture as Markdown, its file beside the article's."""
        source = self._assets.get(shown.key, "")
        if not source and shown.key:
            found = read_picture(self._pictures, shown.key)
            if found is not None:
                file = self._folder / ASSETS / f"{shown.key}{found.ending}"
                source = self._assets[shown.key] = f"{ASSETS}/{file.name}"
                with refusals_told(file):
                    _keep(file, found.data)
            self._count(int(found is not None), int(found is None))
        return picture(shown, source, piece)


def _keep(file: Path, data: bytes) -> None:
    """Write a picture unless an earlier export did: its name says what it holds."""
    file.parent.mkdir(exist_ok=True)
    if not file.exists() or file.stat().st_size != len(data):
        with whole_file(file, overwrite=True) as part:
            part.write(data)

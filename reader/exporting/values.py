"""The values of an export: what is wanted, how far it is, and what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Format(StrEnum):
    """What kind of file articles become."""

    HTML = "html"
    MARKDOWN = "markdown"
    EPUB = "epub"
    TEXT = "text"

    @property
    def ending(self) -> str:
        """The end of its files' names."""
        return {"markdown": ".md", "text": ".txt"}.get(self.value, f".{self.value}")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is to be written, and where.

    `target` is one file, or a folder that gets a file for each article. `overwrite` lets an existing `target` file be
    replaced; in a folder nothing ever is. `pictures` false leaves them out: their descriptions stand for them. `title`
    names a book of several articles.
    """

    format: Format
    target: Path
    ids: Sequence[int]
    one_file: bool = False
    overwrite: bool = False
    pictures: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """How far an export is: articles done of `total`, the `files` written so far, and what is lacking in them.

    `gone` are the ids of which the library has no article any more. `pictures` were written, `missing` were not there
    and stand as their description. `files` holds articles' files only; their pictures are beside them.
    """

    done: int
    total: int
    files: tuple[Path, ...] = ()
    gone: tuple[int, ...] = ()
    pictures: int = 0
    missing: int = 0
    finished: bool = False


@dataclass(slots=True)
class Tally:
    """Counts while it goes on."""

    total: int
    done: int = 0
    files: list[Path] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    pictures: int = 0
    missing: int = 0

    def progress(self, *, finished: bool = False) -> ExportProgress:
        """Return the counts as they are; the names only with the last, or each step would copy all before it."""
        files, gone = (tuple(self.files), tuple(self.gone)) if finished else ((), ())
        return ExportProgress(self.done, self.total, files, gone, self.pictures, self.missing, finished)

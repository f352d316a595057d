"""The values of Broadsheet that every package passes to the next."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from reader.frozen import frozen
from reader.problems import Problem


class Dialect(StrEnum):
    """The generator whose rules a folder of posts follows."""

    HEXO = "hexo"
    JEKYLL = "jekyll"
    HUGO = "hugo"
    ZOLA = "zola"
    PELICAN = "pelican"
    ELEVENTY = "eleventy"
    #: Next, Gatsby and VuePress: front matter is what the site's own program makes of it.
    NEXT = "next"
    OBSIDIAN = "obsidian"
    PLAIN = "plain"


@frozen
class ImportOptions:
    """How the files of a folder are to be read; by default it is detected from the folder.

    `zone` is the time zone of dates without one, "" for the site's own or else this computer's. `drafts` includes what
    the author marked as a draft or as hidden.
    """

    dialect: Dialect | None = None
    zone: str = ""
    drafts: bool = False


#: Everything detected from the folder.
AS_FOUND = ImportOptions()


@frozen
class PictureRef:
    """A picture that a post names.

    `ref` is the address exactly as in `Post.html` (or in the front matter, proxies unwrapped). `local` is the
    file inside the imported folder, relative to it, or None when the picture is remote, absent or outside.
    """

    ref: str
    local: str | None = None
    alt: str = ""


@frozen
class Post:
    """What one file held, as its generator would read it.

    `html` is unsanitised. `metadata` is the raw front matter, values as text, lists and mappings. `published` is aware
    and in UTC; `date_text` is what the file said; `zone_assumed` means that it named no zone. `categories` are paths
    from the root. `lead` is the lead picture, or None. `slug` is the last part of the post's address on its site.

    `date_fallback` means that the date is only that of a clock: the file's, or that of the robot which wrote it.
    `day_only` means that a name or a folder gave the day, without a time. `fingerprint` covers everything in the post
    except such a clock and placeholders; posts with the same `identity` (a signed 64-bit number) are the same post in
    several places. Both are empty, or None, where they were not computed.
    """

    path: str
    title: str
    published: datetime
    html: str
    text: str
    summary: str = ""
    date_text: str = ""
    zone_assumed: bool = False
    date_fallback: bool = False
    day_only: bool = False
    categories: tuple[tuple[str, ...], ...] = ()
    tags: tuple[str, ...] = ()
    author: str = ""
    link: str = ""
    slug: str = ""
    lang: str = ""
    lead: PictureRef | None = None
    pictures: tuple[PictureRef, ...] = ()
    metadata: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    fingerprint: bytes = b""
    identity: int | None = None

    @property
    def timed(self) -> bool:
        """Whether `published` has a time of day: the post's, or its file's if the post gave no date."""
        return not self.day_only and (not self.date_text or ":" in self.date_text)


@frozen
class FileStamp:
    """What tells a changed file from an unchanged one without reading it."""

    size: int
    mtime_ns: int


@frozen
class ReadFile:
    """The outcome of reading one file: a Post, or the reasons why there is none.

    `unchanged` means that the bytes have the digest that the caller knew, and were not parsed. `problems` are the
    post's own, or the refusals.
    """

    path: str
    stamp: FileStamp
    digest: bytes
    post: Post | None
    problems: tuple[Problem, ...] = ()
    unchanged: bool = False


@frozen
class Source:
    """An imported folder or archive, and how its files are read."""

    id: int
    root: Path
    name: str
    dialect: Dialect
    imported_at: int | None
    zone: str = ""
    drafts: bool = False
    watched: bool = False

    @property
    def options(self) -> ImportOptions:
        """How its files were last read."""
        return ImportOptions(self.dialect, self.zone, self.drafts)


#: Every article is on this shelf, whatever its categories.
ALL = 1
#: Articles whose post names no category.
UNCATEGORISED = 2


@frozen
class Article:
    """A stored post as a row of the list shows it. Times are seconds since 1970, UTC.

    `timed` tells whether the post has a time of day; otherwise `published` is the beginning of its day.
    """

    id: int
    title: str
    summary: str
    author: str
    published: int
    timed: bool
    source: str
    thumbnail: str
    unread: bool
    bookmarked: bool
    gone: bool


@frozen
class Picture:
    """A picture that an article names. `key` is its key in the ImageStore, or "" if absent; `reason` then says why."""

    ref: str
    key: str
    width: int = 0
    height: int = 0
    alt: str = ""
    reason: str = ""


@frozen
class Content:
    """One whole article: what the viewer, `show` and every export start from. `html` is unsanitised."""

    article: Article
    path: str
    root: Path
    html: str
    text: str
    date_text: str
    zone_assumed: bool
    link: str
    lang: str
    categories: tuple[tuple[str, ...], ...]
    tags: tuple[str, ...]
    lead: Picture | None
    pictures: tuple[Picture, ...]
    metadata: Mapping[str, object]
    problems: tuple[Problem, ...]
    position: int


class State(StrEnum):
    """Which mark an article must have to be listed."""

    ANY = "any"
    UNREAD = "unread"
    BOOKMARKED = "bookmarked"


class Order(StrEnum):
    """How a list is sorted. Bookmarks may be sorted by the time of the mark, search results by relevance."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    RELEVANCE = "relevance"
    NEWEST_MARK = "newest-mark"


@frozen
class ArticleQuery:
    """What a list shows. `since` is in seconds (UTC), `text` as typed, `within` the text of a smart folder.

    `by_day` and `by_source` are about headings. `periods` are half-open; an article must be in one of them, () is all.
    """

    category: int = ALL
    source: int | None = None
    tag: int | None = None
    state: State = State.ANY
    since: int | None = None
    text: str = ""
    within: str = ""
    order: Order = Order.NEWEST
    by_day: bool = False
    by_source: bool = False
    periods: tuple[tuple[int, int], ...] = ()


class MarkKind(StrEnum):
    """A mark that can be undone, by the name of its column."""

    READ = "read_at"
    BOOKMARK = "bookmarked_at"


@frozen
class Changes:
    """What a write changed, so that each pane can decide what to refresh.

    `marks` are the articles whose mark changed, `before` since when each had it (seconds, 0 for not at all), and `kind`
    which mark it was: this is what an undo restores, and nothing else. Both are arrays, since all of a large library
    may be marked at once. `stopped` is the error that kept the rest from being marked. `growing` means that more of the
    same will follow, and an end will be announced: what is expensive to read again may wait for that.
    """

    articles: bool = False
    categories: bool = False
    searches: bool = False
    pictures: tuple[int, ...] = ()
    marks: array[int] = field(default_factory=partial(array, "q"))
    before: array[int] = field(default_factory=partial(array, "q"))
    kind: MarkKind | None = None
    stopped: LibraryError | None = None
    growing: bool = False


@frozen
class Counts:
    """The counts beside the fixed lists of the sidebar and in the status bar."""

    total: int
    unread: int
    today: int
    bookmarked: int
    imported_at: int | None


class LibraryError(Exception):
    """The environment refuses: disk full, locked, damaged, not a library. Its text tells the user what to do.

    `detail` is the name that the advice quotes, for translations.
    """

    def __init__(self, kind: str, path: Path, advice: str, detail: str = "") -> None:
        super().__init__(f"{path}: {advice}")
        self.kind = kind
        self.path = path
        self.advice = advice
        self.detail = detail

"""A library of any size, made through the library's own doors: its rows, texts and index, without any files."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.texts import Texts
from reader.domain import ArticleQuery, FileStamp, ImportOptions, PictureRef, Post, ReadFile
from reader.library.library import Library

#: Bytes of a text in the mean. Real posts have four times as much, and the index takes four times as long to make.
SIZE = 1200

_SOURCES = 10
_FIRST_DAY = datetime(2016, 1, 1, tzinfo=UTC)
_YEARS = 9
# Read files written in one call; the library takes as many of them as fit into its transactions.
_TOGETHER = 400
_MARKED_TOGETHER = 20_000


def make(folder: Path, posts: int, size: int = SIZE) -> Path:
    """Return the folder of a library of `posts` articles below `folder`, made if it is not there yet.

    70 % are Chinese; each is listed in up to three categories below one another of some 300; every third has a picture
    on the web. 60 % are read, one in 500 is bookmarked. Sources were imported one after another, so that the ids do not
    follow the dates.
    """
    place = folder / f"library-{posts}-{size}"
    if (place / "made").exists():
        # One that an older version made is brought up to date here, once.
        Library(place).close()
        for copy in place.glob("library.v*.sqlite3"):
            copy.unlink()
        return place
    shutil.rmtree(place, ignore_errors=True)
    with Library(place) as library:
        began = time.monotonic()
        _fill(library, posts, size)
        _say(f"{posts:,} articles listed", began)
        _mark(library)
        _say("marked", began)
        while library.index_some(seconds=1.0):
            pass
        _say("indexed", began)
    (place / "made").touch()
    return place


def posts_of(source: int, posts: int, size: int, texts: Texts) -> Iterator[ReadFile]:
    """Yield the posts of one of the sources, oldest first."""
    for number in range(source, posts, _SOURCES):
        yield _read(number, posts, size, texts)


def _fill(library: Library, posts: int, size: int) -> None:
    texts = Texts()
    for number in range(_SOURCES):
        source, batch = library.history.begin_import(Path(f"/posts/site {number}"), ImportOptions())
        recorder = library.history.recorder(batch)
        pending: list[ReadFile] = []
        for file in posts_of(number, posts, size, texts):
            pending.append(file)
            while len(pending) >= _TOGETHER:
                del pending[: len(library.files.add(source, pending, recorder))]
        while pending:
            del pending[: len(library.files.add(source, pending, recorder))]
        library.finish_import(source)
        library.history.finish(batch, {})


def _mark(library: Library) -> None:
    chance = random.Random(7)
    ids = library.listing(ArticleQuery()).ids
    read = [article for article in ids if chance.random() < 0.6]
    for at in range(0, len(read), _MARKED_TOGETHER):
        library.set_read(read[at : at + _MARKED_TOGETHER], read=True)
    library.set_bookmarked(ids[::500], bookmarked=True)


def _read(number: int, posts: int, size: int, texts: Texts) -> ReadFile:
    chance = random.Random(number)
    chinese = chance.random() < 0.7
    paragraphs = [*texts.paragraphs(chance, size, chinese=chinese), f"probe{number}"]
    text = "\n\n".join(paragraphs)
    picture = PictureRef(f"https://pictures.example/{number}.jpg") if number % 3 == 0 else None
    path = f"_posts/{number}.md"
    post = Post(
        path,
        f"{texts.title(chance, chinese=chinese)} {number}",
        _FIRST_DAY + timedelta(seconds=round(number * _YEARS * 365 * 86_400 / posts)),
        "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        text,
        summary=text[:200],
        categories=(_category(chance),),
        tags=tuple(f"tag {round(chance.paretovariate(0.6)) % 5000}" for _ in range(number % 3)),
        author=f"Author {round(chance.paretovariate(0.8)) % 2000}",
        lang="zh-CN" if chinese else "en",
        lead=picture,
        metadata={"title": str(number)},
        fingerprint=number.to_bytes(16, "big"),
        identity=number,
    )
    return ReadFile(path, FileStamp(len(text), number), number.to_bytes(16, "big"), post)


def _category(chance: random.Random) -> tuple[str, ...]:
    """Return a path of one to three names; some are frequent, most are not."""
    first = min(int(chance.paretovariate(0.9)) - 1, 9)
    second = min(int(chance.paretovariate(0.9)) - 1, 4)
    path = (f"主题 {first}", f"来源 {first}-{second}", f"频道 {chance.randrange(6)}")
    return path[: chance.choice((1, 2, 3, 3, 3))]


def _say(what: str, began: float) -> None:
    print(f"  {what}, {time.monotonic() - began:,.0f} s", flush=True)

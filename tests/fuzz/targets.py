"""What is fuzzed: each target takes any bytes, and raises where the program does what it must not.

The first bytes choose the rules, so that one set of inputs reaches all of them.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from reader.domain import ArticleQuery, Dialect, Order
from reader.exporting.epub import Book
from reader.exporting.piece import line
from reader.exporting.plain import plain_text
from reader.exporting.web_page import Embedded, write_page
from reader.library.conditions.query_language import MAX_LENGTH
from reader.library.library import Library
from reader.library.pictures.decoding import MAX_PIXELS, PictureError, make_thumbnails
from reader.library.pictures.images import ImageStore
from reader.viewing.sanitize import sanitize
from tests.exporting.pieces import make_piece, written
from tests.factories import make_post, write_picture, write_posts
from tests.fuzz.harmless import escapes
from tests.library.test_library import add
from tests.posts.reading import post, read
from tests.posts.test_any_bytes import check
from tests.viewing.pages import make_page

#: Seconds of processor time that a post of ordinary size may take; coverage makes everything slower, see SLOWER.
SECONDS = 2.0
SLOWER = float(os.environ.get("FUZZ_SLOWER", "1"))
#: And so many more for each million pixels of a picture: 39 million, which 263 bytes may say, always take 2.1.
SECONDS_OF_PIXELS = 0.1
#: What is repeated to see whether time grows faster than length is repeated up to so many bytes.
PUMPED = 40_000

_DIALECTS = list(Dialect)
_PATHS = ["_posts/2020-01-02-p.md", "p.html", "p.mdx", "p.txt", "p.markdown", "a/b/p.lr"]
_KEYS = {"a.png": "0a1b", "https://pics.example/x?a=1&b=2": "2c3d"}


class SlowError(AssertionError):
    """Something took longer than it may."""


@contextmanager
def soon(more: float = 0) -> Iterator[None]:
    """Fail where what is done takes more than SECONDS of processor time, and so many `more`."""
    began = time.process_time()
    yield
    taken = (time.process_time() - began) / SLOWER
    if taken >= SECONDS + more:
        raise SlowError(f"{taken:.1f} s")


def chosen(data: bytes) -> tuple[Dialect, str, bytes]:
    """Return the rules that the first two bytes choose, and the rest: pumped, if the second says so."""
    if len(data) < 2:
        return Dialect.PLAIN, _PATHS[0], data
    rest = data[2:]
    if data[1] >= 240 and rest:
        # A part of the text over and over: what takes time squared in its length shows.
        cut = len(rest) * (data[0] % 8) // 8
        part = rest[cut:] or rest
        rest = rest[:cut] + part * max(1, PUMPED // len(part))
    return _DIALECTS[data[0] % len(_DIALECTS)], _PATHS[data[1] % len(_PATHS)], rest


def front_matter(data: bytes) -> None:
    """Read a whole file of any bytes."""
    dialect, path, rest = chosen(data)
    with soon():
        check(read(rest, dialect, path))


def body(data: bytes) -> None:
    """Take a text to its page, and to every kind of file: nothing runs, loads, or leads to another place."""
    dialect, path, rest = chosen(data)
    with soon():
        made = read(b"---\ntitle: T\ndate: 2020-01-02\n---\n" + rest, dialect, path)
        check(made)
        if made.post is None:
            return
        clean = sanitize(made.post.html, _KEYS)
        found = escapes(clean)
        assert not found, found
        assert len(clean) < 40 * len(rest) + 10_000
        make_page(made.post.html)
    # Without the time: the exports are written in steps, each of which the user can stop.
    if len(rest) < PUMPED // 2:
        _to_files(made.post.html)


def title(text: str) -> None:
    """Let a text be title, author, category and tag of a post: in every kind of file it is only text."""
    named = json.dumps(text.encode("utf-8", "replace").decode())
    head = f"---\ntitle: {named}\nauthor: {named}\ntags: [{named}]\ncategories: [[{named}]]\n---\nText"
    made = read(head, Dialect.HEXO)
    check(made)
    if made.post is not None:
        names = {"author": made.post.author, "categories": made.post.categories, "tags": made.post.tags}
        _to_files(made.post.html, title=line(made.post.title) or "x", source=line(made.post.title), **names)


def _to_files(html: str, **names: object) -> None:
    piece = make_piece(html=html, **names)
    out: list[str] = []
    write_page(piece, Embedded(lambda _key: None), out.append)
    page = "".join(out)
    found = escapes(page[page.index("<body>") :], pictures="data:image/")
    assert not found, found
    with Book(io.BytesIO(), lambda _key: None) as book:
        book.add(piece)
    again = escapes(sanitize(post(written(piece), Dialect.PLAIN).html, {}))
    assert not again, again
    assert "\0" not in plain_text(piece)


_ROOM = tempfile.TemporaryDirectory(prefix="broadsheet-fuzz-")
_opened: list[Library] = []


def _library() -> Library:
    """Return a small library to be asked; one for the whole process."""
    if not _opened:
        library = Library(Path(_ROOM.name) / "asked")
        texts = ["Snow closes the pass. C++ v2.0", "大雪封山，国务卿喝茶。", "naïve café ＡＢＣ", "台灣 iPhone15"]
        add(library, *(make_post(number, text=text, tags=("tea", "雪")) for number, text in enumerate(texts, 1)))
        while library.index_some():
            pass
        _opened.append(library)
    return _opened[0]


def query(data: bytes) -> None:
    """Search for anything, in every order, and complete it."""
    # Bytes that are no UTF-8 become lone surrogates, which some keyboards send, too.
    text = data.decode("utf-8", "surrogateescape")
    library = _library()
    with soon():
        parsed = library.search.read(text)
        assert all(0 <= hint.start <= hint.end <= max(len(text), MAX_LENGTH) for hint in parsed.hints)
        for order in (Order.NEWEST, Order.RELEVANCE):
            asked = ArticleQuery(text=text, order=order)
            ids = library.listing(asked).ids
            assert library.count(asked) == len(ids)
        for snippet in library.search.snippets(ids, text).values():
            assert all(0 <= start <= end <= len(snippet.text) for start, end in snippet.marks)
        library.search.complete(text, len(text) // 2)
        library.search.complete(text, len(text))
        library.listing(ArticleQuery(text=text, within=text[: len(text) // 2]))


def pictures(data: bytes) -> None:
    """Take any bytes into the store, make small copies, and decode as the window does."""
    from reader.ui.document.pictures import decode, probe

    store = ImageStore(Path(_ROOM.name) / "pictures")
    file = Path(_ROOM.name) / "picture"
    file.write_bytes(data)
    with soon():
        width, height = probe(file)
    assert width >= 0
    assert height >= 0
    # What says that it is larger than a picture may be is not decoded, and has no more time.
    pixels = width * height if width * height <= MAX_PIXELS else 0
    with soon(pixels / 1e6 * SECONDS_OF_PIXELS):
        with contextlib.suppress(PictureError):
            stored = store.add(data)
            assert 0 < stored.width * stored.height <= MAX_PIXELS
            assert store.intact(stored.key)
            store.remove(stored.key)
            assert all(len(small) < 100_000 for small in make_thumbnails(data).values())
        decode(file, 640, 480)
    assert not list((store.folder / ".part").glob("*"))


def cli(data: bytes) -> None:
    """Give the program any words: it does something, or says what is wrong with them, and never fails."""
    from reader import cli as program

    words = [_inside(word) for word in data.decode("utf-8", "surrogateescape").split("\n")][:12]
    room = _cli_room()
    before = Path.cwd()
    out = io.StringIO()
    os.chdir(room)
    try:
        with soon(), mock.patch("socket.socket.connect", side_effect=AssertionError("connected")):
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                try:
                    code = program.main(words)
                except SystemExit as ended:
                    code = ended.code if isinstance(ended.code, int) else 2
            assert code in (0, 1, 2, 3), code
            assert "Traceback" not in out.getvalue()
    finally:
        os.chdir(before)


def _inside(word: str) -> str:
    """Keep a word from naming what is outside of the room."""
    # No shell could hand over a NUL.
    word = word.replace("~", "").replace("\0", "").replace("=", "/=/")
    parts = [part for part in word.split("/") if part not in ("", "..")]
    return "/".join(parts).replace("/=/", "=").replace("/=", "=").replace("=/", "=")


_runs = itertools.count()


def _cli_room() -> Path:
    """Return a folder with a library and things to import; made anew now and then, since commands change it."""
    room, whole = Path(_ROOM.name) / "room", Path(_ROOM.name) / "whole"
    if not whole.exists():
        write_posts(whole / "blog", 4)
        write_picture(whole / "blog/source/images/a.png")
        with Library(whole / "library") as library:
            from tests.importing.folders import bring_in

            bring_in(library, whole / "blog")
    if next(_runs) % 40 == 0:
        shutil.rmtree(room, ignore_errors=True)
        shutil.copytree(whole, room)
    os.environ["BROADSHEET_LIBRARY"] = str(room / "library")
    return room


TARGETS: dict[str, Callable[[bytes], None]] = {
    "front_matter": front_matter,
    "body": body,
    "query": query,
    "pictures": pictures,
    "cli": cli,
}

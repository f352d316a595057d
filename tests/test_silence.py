"""Importing, listing, searching and opening make no connection attempt, nor do they open files of others."""

from __future__ import annotations

import socket
import ssl
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.domain import ArticleQuery, State
from reader.fetching.downloads import download
from reader.importing.importer import finish_imports
from reader.library.library import Library
from reader.offline import Fetch
from reader.viewing.page import prepare
from tests.factories import write_picture
from tests.fetching.downloading import QUICK
from tests.importing.folders import bring_in, plan_of, write_post
from tests.importing.test_corpora import FOLDERS

#: Bodies that would have a browser ask for something, or open it.
HOSTILE = """
<img src="https://tracker.example/pixel.png"><img src="//tracker.example/x.gif"><img srcset="https://a.example/1 2x">
<img src="file:///etc/passwd"><img src="../../../../etc/passwd"><img src="\\\\\\\\server\\\\share\\\\x.png">
<img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=">
<img src="http://127.0.0.1:1/x"><picture><source srcset="https://b.example/p.webp"><img alt=p></picture>
<iframe src="https://c.example/"></iframe><video src="https://d.example/v.mp4" poster="https://d.example/p.png"></video>
<audio src="https://e.example/a.mp3"></audio><object data="https://f.example/o"></object><embed src="https://g.example/e">
<link rel=stylesheet href="https://h.example/s.css"><style>@import url(https://i.example/i.css)</style>
<script src="https://j.example/j.js"></script><body background="https://k.example/b.png"><base href="https://l.example/">
<svg><image href="https://m.example/i.png"/><use href="https://n.example/u.svg#x"/></svg><meta http-equiv=refresh
content="0;url=https://o.example/"><form action="https://p.example/"><input type=image src="https://q.example/i.png"></form>
<p style="background: url(https://r.example/b.png)">Words</p><math href="https://s.example/">x</math>
"""


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every attempt to connect, or to look a name up; none of them succeeds."""
    made: list[str] = []

    def attempt(*words: Any, **_: Any) -> None:
        made.append(f"{words}")
        raise OSError("nothing connects here")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, attempt)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "create_connection"):
        monkeypatch.setattr(socket, name, attempt)
    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", attempt)
    return made


@pytest.fixture
def silence(attempts: list[str]) -> Iterator[None]:
    """Let any attempt fail the test, also one that was answered for."""
    yield
    assert attempts == []


def use(library: Library, folder: Path) -> None:
    """Do all with a folder that one does without wanting its pictures."""
    plan_of(library, folder)
    bring_in(library, folder)
    bring_in(library, folder)
    list(finish_imports(library))
    for query in (ArticleQuery(), ArticleQuery(state=State.UNREAD), ArticleQuery(text="the"), ArticleQuery(text="的")):
        ids = library.listing(query).ids
        for article in library.articles(ids):
            if article.thumbnail:
                library.make_thumbnail(article.thumbnail)
            content = library.content(article.id)
            assert content is not None
            prepare(content)
        library.set_read(ids, read=True)
    library.storage.numbers()
    library.storage.health_by_category()
    list(library.storage.verify())
    list(library.web.estimate(library.web.consents()))
    assert library.check() == []


@pytest.mark.corpora
@pytest.mark.skipif(not FOLDERS, reason="the real posts are not beside the project")
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.usefixtures("silence")
def test_real_posts_are_used_in_silence(library: Library, folder: Path) -> None:
    use(library, folder)


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """Every file that is opened meanwhile."""
    names: list[str] = []
    watching = [True]

    def note(event: str, words: tuple[Any, ...]) -> None:
        if watching[0] and event == "open" and isinstance(words[0], str | bytes):
            names.append(words[0] if isinstance(words[0], str) else words[0].decode("utf-8", "replace"))

    sys.addaudithook(note)  # It cannot be taken away again, only made deaf.
    yield names
    watching[0] = False


@pytest.mark.usefixtures("silence")
def test_hostile_bodies_are_used_in_silence_and_open_nothing_else(
    library: Library, tmp_path: Path, opened: list[str]
) -> None:
    folder = tmp_path / "blog"
    write_post(folder, "post.md", "One", HOSTILE)
    write_post(folder, "page.html", "Two", f"<div>{HOSTILE}</div>")
    write_picture(folder / "a.png")
    use(library, folder)
    outside = [name for name in opened if "passwd" in name or "share" in name]
    assert outside == []
    shown = [name for name in opened if name.endswith((".png", ".svg", ".gif", ".webp"))]
    assert [name for name in shown if str(tmp_path) not in name] == []


def test_the_guard_hears_a_download(library: Library, tmp_path: Path, attempts: list[str]) -> None:
    write_post(tmp_path / "blog", "post.md", "One", "![a](https://x.example/a.png)")
    bring_in(library, tmp_path / "blog")
    library.web.allow(Fetch.ALL)
    *_, last = download(library, QUICK)
    assert last.failed == 1
    assert attempts

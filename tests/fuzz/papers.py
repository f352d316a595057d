"""Payloads on paper: each goes into a PDF as the window makes one, and that may only be read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice
from PySide6.QtGui import QPdfWriter

from reader.domain import Dialect, Post
from reader.exporting.paper import for_paper
from reader.exporting.pdf_text import searchable
from reader.ui.taking_out.paper import PaperJob
from reader.viewing.page import Page
from tests.fuzz.targets import chosen
from tests.posts.reading import read
from tests.viewing.test_page import content

_DOES = re.compile(rb"/(?:JavaScript|JS|Launch|SubmitForm|ImportData|EmbeddedFile|GoToR|RichMedia|AA|OpenAction)\b")
_ACTION = re.compile(rb"/Type\s*/Action\s*/S\s*/(\w+)")
_LINK = re.compile(rb"/URI\s*[(<]([^)>]*)")
_LEADS = re.compile(rb"https?://|mailto:(?!.*[?&;]att(?:a|%61)ch)", re.IGNORECASE | re.DOTALL)


def pdf_escapes(data: bytes) -> list[bytes]:
    """Return whatever a PDF can do besides being read and leading to the web and to mail."""
    links = [link for link in _LINK.findall(data) if not _LEADS.match(link)]
    return [*_DOES.findall(data), *(name for name in _ACTION.findall(data) if name != b"URI"), *links]


def paper(posts: Iterable[bytes], named: str) -> None:
    """Take posts, as the targets read them, to one PDF, and a text as all that a post is called to another."""
    pages: dict[str, Page] = {}
    for data in posts:
        dialect, path, rest = chosen(data)
        made = read(b"---\ntitle: T\ndate: 2020-01-02\n---\n" + rest, dialect, path).post
        if made is not None and made.html not in pages:
            pages[made.html] = _page(made)
    if pages:
        # Each was read by itself: what one leaves open swallows no other.
        blocks = tuple(block for page in pages.values() for block in page.blocks)
        _check(replace(next(iter(pages.values())), blocks=blocks))
    said = json.dumps(named.encode("utf-8", "replace").decode())
    head = "".join(f"{key}: {said}\n" for key in ("title", "author", "link", "permalink"))
    made = read(f"---\n{head}tags: [{said}]\ncategories: [[{said}]]\n---\nText", Dialect.HEXO).post
    if made is not None:
        # A link of that kind is none that an import would keep; paper refuses it by itself.
        _check(_page(replace(made, link=made.link or named)))


def _page(post: Post) -> Page:
    """Return a post as the page that is printed."""
    article = replace(content().article, title=post.title, author=post.author)
    return for_paper(content(post.html, article=article, link=post.link, categories=post.categories, tags=post.tags))


def _check(page: Page) -> None:
    found = pdf_escapes(painted(page))
    assert not found, found


def painted(page: Page) -> bytes:
    """Return the PDF of a page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(page.title)
    waits, ended = QEventLoop(), list[bool]()
    job = PaperJob(page, writer, lambda _key: None)
    job.finished.connect(ended.append)
    job.finished.connect(waits.quit)
    job.start()
    waits.exec()
    job.deleteLater()
    assert ended == [True]
    return searchable(bytes(buffer.data().data()))

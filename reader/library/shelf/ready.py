"""Files ready to be written: the expensive work is done where they are read, mostly in another process.

One process writes, and all that it does not have to do itself makes an import quicker and leaves the window more of the
interpreter. Tuples, since they go from process to process in a third of the time that other values take.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.domain import FileStamp, Post, ReadFile
from reader.library.store.packing import Packer, clean, own_packer, pack_metadata, path_bytes
from reader.library.words.collating import sort_key
from reader.problems import Problem
from reader.references import address_number, short_ref


class ReadyPicture(NamedTuple):
    """A picture that a post names; position -1 is its lead. `address` is that of one on the web, as a number."""

    position: int
    ref: str
    alt: str
    local: bytes | None
    address: int | None


class ReadyPost(NamedTuple):
    """A post as its rows hold it: texts are clean, `body` is a frame of HTML and text, `metadata` is JSON.

    `place` is what its title is sorted by.

    Flags are 0 or 1: of each bool SQLite's module asks what it is to be in a row, which takes as long as to write it.
    """

    title: str
    published: int
    timed: int
    summary: str
    author: str
    identity: int | None
    body: bytes
    date_text: str
    zone_assumed: int
    link: str
    lang: str
    metadata: str
    slug: str
    fallback: int
    fingerprint: bytes
    categories: tuple[tuple[str, ...], ...]
    tags: tuple[str, ...]
    pictures: tuple[ReadyPicture, ...]
    place: str


class ReadyFile(NamedTuple):
    """A ReadFile with its post made ready."""

    path: str
    stamp: FileStamp
    digest: bytes
    post: ReadyPost | None
    problems: tuple[Problem, ...]
    unchanged: bool


def ready(file: ReadFile) -> ReadyFile:
    """Make a file ready to be written."""
    post = _post(file.post, own_packer()) if file.post else None
    return ReadyFile(file.path, file.stamp, file.digest, post, file.problems, file.unchanged)


def _post(post: Post, packer: Packer) -> ReadyPost:
    title = clean(post.title)
    return ReadyPost(
        title=title,
        published=int(post.published.timestamp()),
        timed=int(post.timed),
        summary=clean(post.summary),
        author=clean(post.author),
        identity=post.identity,
        body=packer.pack(post.html, post.text),
        date_text=clean(post.date_text),
        zone_assumed=int(post.zone_assumed),
        link=clean(post.link),
        lang=clean(post.lang),
        metadata=pack_metadata(post.metadata),
        slug=clean(post.slug),
        fallback=int(post.date_fallback),
        fingerprint=post.fingerprint,
        categories=tuple(tuple(map(clean, path)) for path in post.categories),
        tags=tuple(dict.fromkeys(map(clean, post.tags))),
        pictures=tuple(_pictures(post)),
        place=sort_key(title),
    )


def _pictures(post: Post) -> list[ReadyPicture]:
    named = [(-1, post.lead)] if post.lead else []
    named += enumerate(post.pictures)
    numbers: dict[str, int | None] = {}
    result: list[ReadyPicture] = []
    for position, picture in named:
        local = path_bytes(picture.local) if picture.local is not None else None
        ref = short_ref(clean(picture.ref))
        if local is None and ref not in numbers:  # The lead is often one of the others.
            numbers[ref] = address_number(ref)
        result.append(ReadyPicture(position, ref, clean(picture.alt), local, numbers[ref] if local is None else None))
    return result

"""A file in, a Post out, or the reasons why there is none. Never raises for a bad file."""

from __future__ import annotations

import errno
import os
import stat
from hashlib import blake2b

from reader.domain import Dialect, FileStamp, Post, ReadFile
from reader.posts import fields, names, terms
from reader.posts.body import Body, as_summary, read_body
from reader.posts.encoding import decode
from reader.posts.front_matter import Block, read_block
from reader.posts.identity import identified
from reader.posts.leads import find_lead
from reader.posts.notes import Notes, Refusal
from reader.posts.site import Site, is_inside
from reader.posts.summary import written_summary
from reader.posts.words import clean
from reader.posts.yaml_text import Value
from reader.posts.zones import in_utc
from reader.problems import Problem, ProblemKind

#: A post is text; what is larger is a dump of something.
LARGEST = 32 * 1024 * 1024
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
#: Where a text without front matter is somebody's writing; a generator makes no page of it.
_WITH_TEXTS = frozenset({Dialect.PLAIN, Dialect.OBSIDIAN})
_NO_STAMP = FileStamp(0, 0)


def read_file(site: Site, path: str, known: bytes | None = None) -> ReadFile:
    """Read the file at `path`, relative to the site's root; `known` is the digest of its bytes when last read."""
    try:
        data, stamp = _read_bytes(site, path)
    except Refusal as refusal:
        return ReadFile(path, _NO_STAMP, b"", None, (_problem(path, refusal.kind, refusal.detail),))
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        return ReadFile(path, _NO_STAMP, b"", None, (_problem(path, ProblemKind.UNREADABLE, detail),))
    digest = blake2b(data, digest_size=16).digest()
    if known is not None and digest == known:
        return ReadFile(path, stamp, digest, None, unchanged=True)
    return read_bytes(site, path, data, stamp, digest)


def read_bytes(site: Site, path: str, data: bytes, stamp: FileStamp, digest: bytes = b"") -> ReadFile:
    """Read a post from the bytes of its file; only pictures are looked for on the disk."""
    digest = digest or blake2b(data, digest_size=16).digest()
    notes = Notes(path)
    try:
        post = _read(site, path, data, stamp, notes)
    except Refusal as refusal:
        problems = (*notes.problems, _problem(path, refusal.kind, refusal.detail))
        return ReadFile(path, stamp, digest, None, problems)
    except Exception as error:  # noqa: BLE001 - one file that shows a fault of ours must not end an import of thousands
        detail = f"{type(error).__name__}: {error}"[:300]
        problems = (*notes.problems, _problem(path, ProblemKind.PROGRAM_FAULT, detail))
        return ReadFile(path, stamp, digest, None, problems)
    return ReadFile(path, stamp, digest, identified(post), post.problems)


def _problem(path: str, kind: ProblemKind, detail: str) -> Problem:
    return Problem(path, kind, detail[:300], repaired=False)


def _read_bytes(site: Site, path: str) -> tuple[bytes, FileStamp]:
    """Return the file's bytes and its stamp; one that changes while it is read is read once more."""
    full = f"{site.root}/{path}"
    for _ in range(2):
        handle = _open(site, full)
        try:
            before = os.fstat(handle)
            data = _read_all(handle, before)
            after = os.fstat(handle)
        finally:
            os.close(handle)
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            break
    # The earlier stamp: a file that went on changing differs from it, and is read again at the next import.
    return data, FileStamp(before.st_size, before.st_mtime_ns)


def _read_all(handle: int, state: os.stat_result) -> bytes:
    if not stat.S_ISREG(state.st_mode):
        raise Refusal(ProblemKind.UNREADABLE, "not a regular file")
    if state.st_size > LARGEST:
        raise Refusal(ProblemKind.TOO_LARGE, f"{state.st_size / 1e6:.0f} MB")
    data = os.read(handle, state.st_size + 1)
    while more := os.read(handle, 1 << 20):  # Usually nothing: one read took it all.
        data += more
        if len(data) > LARGEST:
            raise Refusal(ProblemKind.TOO_LARGE, f"more than {LARGEST / 1e6:.0f} MB")
    return data


def _open(site: Site, full: str) -> int:
    """Open without following a link, but for one that stays inside the root."""
    try:
        return os.open(full, _FLAGS)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
    real = os.path.realpath(full)
    if not is_inside(os.path.realpath(site.root), real):
        raise Refusal(ProblemKind.LINK_SKIPPED, "it leads out of the folder")
    return os.open(real, _FLAGS)


def _read(site: Site, path: str, data: bytes, stamp: FileStamp, notes: Notes) -> Post:
    if path.rpartition("/")[2].startswith("._"):
        raise Refusal(ProblemKind.NOT_A_POST, "a Mac's notes about another file")
    if path.endswith(".lr"):
        raise Refusal(ProblemKind.NOT_A_POST, "Lektor's fields are not read")
    if not data:
        raise Refusal(ProblemKind.EMPTY)
    text = decode(data, notes)
    if not text.strip():
        raise Refusal(ProblemKind.EMPTY)
    block = read_block(text, site.dialect, notes)
    if not block.data and _is_page(block.body):
        # BeautifulSoup takes as long to load as all the rest, and few folders hold such pages.
        from reader.posts.pages import read_page

        page = read_page(block.body)
        if page:
            block = Block(page[0], page[1])
    if not block.data and site.dialect not in _WITH_TEXTS and path.lower().endswith(".txt"):
        raise Refusal(ProblemKind.NOT_A_POST, "a text without front matter")
    values = block.folded()
    fields.check_published(site, path, values, notes)
    title = fields.given_title(values)
    body = read_body(site, path, block.body, title, notes, bare=not block.data)
    robot = "headimg" in values and text.startswith("\n---")
    when = fields.published(path, values, stamp, notes, robot=robot)
    return _assemble(site, path, block, values, title, body, when, notes)


def _is_page(text: str) -> bool:
    """Tell a whole web page from a piece of HTML."""
    start = text[:1000].lstrip().lower()
    return start.startswith(("<!doctype html", "<html", "<?xml")) and "<body" in text[:200_000].lower()


def _assemble(
    site: Site,
    path: str,
    block: Block,
    values: dict[str, Value],
    title: str,
    body: Body,
    when: fields.Published,
    notes: Notes,
) -> Post:
    moment = when.moment
    summary = written_summary(site.dialect, values, body.excerpt)
    lead = find_lead(site, path, values, body.pictures, notes)
    return Post(
        path=path,
        title=title or _other_title(site, path, body, notes),
        published=in_utc(moment.instant, site.zone) if moment.assumed else moment.instant,
        html=body.html,
        text=body.text,
        summary=(as_summary(site, path, summary, title) if summary else "") or body.summary,
        date_text=when.text,
        zone_assumed=moment.assumed,
        date_fallback=when.fallback,
        categories=terms.categories(site, path, values),
        tags=tuple(dict.fromkeys((*terms.tags(site, values), *body.tags))),
        author=fields.author(site, values),
        link=fields.link(values),
        slug=names.slug(site, path, values),
        lang=fields.language(site, path, values) or body.lang,
        lead=lead,
        pictures=body.pictures,
        metadata=block.data,
        problems=notes.problems,
    )


def _other_title(site: Site, path: str, body: Body, notes: Notes) -> str:
    """Return a title for a post that gives none: a web page's own, the first heading, the name of the file."""
    page_title = clean(body.page_title)
    if page_title or site.vault:  # A note is called what its file is called.
        return page_title or names.title(site, path)
    heading = clean(body.heading)
    notes.add(ProblemKind.TITLE_MISSING, "the first heading" if heading else "the name of the file")
    return heading or names.title(site, path)

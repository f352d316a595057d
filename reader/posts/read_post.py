"""A file in, a Post out, or the reasons why there is none. Never raises for a bad file."""

from __future__ import annotations

from hashlib import blake2b

from reader.containers.container import (
    NO_STAMP,
    ContainerError,
    Content,
    NotAFileError,
    OutsideError,
    TooLargeError,
)
from reader.domain import Dialect, FileStamp, Post, ReadFile
from reader.posts.body.body import Body, Wishes, as_summary, read_body
from reader.posts.body.leads import find_lead
from reader.posts.body.summary import written_summary
from reader.posts.encoding import decode
from reader.posts.front import fields, names, terms
from reader.posts.front.front_matter import Block, read_block
from reader.posts.front.words import first_text, is_false, one_line
from reader.posts.front.yaml_text import Value
from reader.posts.galleries import write_galleries
from reader.posts.identity import identified
from reader.posts.notes import Notes, Refusal
from reader.posts.sites.site import Site
from reader.posts.sites.zones import in_utc
from reader.problems import Problem, ProblemKind

#: A post is text; what is larger is a dump of something.
LARGEST = 32 * 1024 * 1024
#: Where a text without front matter is somebody's writing; a generator makes no page of it.
_WITH_TEXTS = frozenset({Dialect.PLAIN, Dialect.OBSIDIAN})


def read_file(site: Site, path: str, known: bytes | None = None) -> ReadFile:
    """Read the file at `path`, relative to the site's root; `known` is the digest of its bytes when last read."""
    try:
        data, stamp = site.container.read(path, LARGEST)
    except (ContainerError, OSError, ValueError) as error:
        return read_content(site, Content(path, error=error), known)
    return read_content(site, Content(path, data, stamp), known)


def read_content(site: Site, content: Content, known: bytes | None = None) -> ReadFile:
    """Read a post from what its container gave; `known` is the digest of its bytes when last read."""
    path = content.path
    if content.error is not None:
        return ReadFile(path, NO_STAMP, b"", None, (_why_unread(path, content.error),))
    digest = blake2b(content.data, digest_size=16).digest()
    if known is not None and digest == known:
        return ReadFile(path, content.stamp, digest, None, unchanged=True)
    return read_bytes(site, path, content.data, content.stamp, digest)


def read_bytes(site: Site, path: str, data: bytes, stamp: FileStamp, digest: bytes = b"") -> ReadFile:
    """Read a post from the bytes of its file; only pictures are looked for in the container."""
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


def _why_unread(path: str, error: Exception) -> Problem:
    if isinstance(error, OutsideError):
        return _problem(path, ProblemKind.LINK_SKIPPED, "it leads out of the folder")
    if isinstance(error, NotAFileError):
        return _problem(path, ProblemKind.UNREADABLE, "not a regular file")
    if isinstance(error, TooLargeError):
        size = f"{error.size / 1e6:.0f} MB" if error.size is not None else f"more than {LARGEST / 1e6:.0f} MB"
        return _problem(path, ProblemKind.TOO_LARGE, size)
    return _problem(path, ProblemKind.UNREADABLE, getattr(error, "strerror", None) or str(error))


def _read(site: Site, path: str, data: bytes, stamp: FileStamp, notes: Notes) -> Post:
    if path.rpartition("/")[2].startswith("._"):
        raise Refusal(ProblemKind.NOT_A_POST, "a Mac's notes about another file")
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
    if site.dialect is Dialect.JEKYLL:
        block.body = write_galleries(block.body, values)
    wishes = _wishes(site, values, bare=not block.data)
    body = read_body(site, path, block.body, title, notes, wishes)
    robot = "headimg" in values and text.startswith("\n---")
    when = fields.published(site, path, values, stamp, notes, robot=robot)
    return _assemble(site, path, block, values, title, body, when, notes)


def _wishes(site: Site, values: dict[str, Value], *, bare: bool) -> Wishes:
    jekyll = site.dialect is Dialect.JEKYLL
    literal = jekyll and is_false(values.get("render_with_liquid"))  # Jekyll 4, docs/liquid/tags.
    return Wishes(literal, _picture_folder(site, values), bare, values)


def _picture_folder(site: Site, values: dict[str, Value]) -> str:
    """Return where Chirpy's posts say that their pictures are (docs, "URL Prefix"); `img_path` is its older name."""
    return first_text(values, ("media_subpath", "img_path")) if site.dialect is Dialect.JEKYLL else ""


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
    written = written_summary(site.dialect, values, body.excerpt)
    summary = (as_summary(site, path, written, title) if written else "") or body.summary
    lead = find_lead(site, path, values, body.pictures, notes, _picture_folder(site, values))
    return Post(
        path=path,
        title=title or _other_title(site, path, body, notes),
        published=in_utc(moment.instant, site.zone) if moment.assumed else moment.instant,
        html=body.html,
        text=body.text if body.html else summary,  # All there is, and what its page shows.
        summary=summary,
        date_text=when.text,
        zone_assumed=moment.assumed,
        date_fallback=when.fallback,
        day_only=when.day_only,
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
    page_title = one_line(body.page_title)
    if page_title or site.vault:  # A note is called what its file is called.
        return page_title or names.title(site, path)
    heading = one_line(body.heading)
    notes.add(ProblemKind.TITLE_MISSING, "the first heading" if heading else "the name of the file")
    return heading or names.title(site, path)

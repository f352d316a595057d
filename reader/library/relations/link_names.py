"""Names by which links may mean a post, and the names a link uses: the generators' rules, no SQL.

Generators give a post an address that ends with its slug or with the name of its file, behind folders of dates or
categories that each site arranges as it likes (docs/formats.md). So a link is looked up by how it ends; which of those
that end so is meant, say the parts before it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from reader.references import PICTURE_ENDING, web_address

#: More links than this in one post are a directory; what comes behind is not looked up.
MAX_LINKS = 300
_LONGEST = 1000
#: In what lxml wrote, names are small and values stand in double quotes. What a start passes over ends at the next "<"
#: outside quotes, so that no text makes this slow.
_HREF = re.compile(r'<a\s(?:[^<>"]|"[^"]*")*?href="([^"]*)"')
_HOST = re.compile(r"\s*(?:https?:)?//(?:[^/?#@]*@)?([^/?#@:\s]+)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_TEMPLATE = re.compile(r"^(?:\{(?:filename|static|attach|category|tag|author)\}|@/|\{\{[^{}]*\}\})", re.IGNORECASE)
_POST_ENDING = re.compile(r"\.(?:md|markdown|mkd|mdown|mdx|rmd|html?|xhtml|txt|rst|lr|php|aspx?)$", re.IGNORECASE)
_OTHER_ENDING = re.compile(
    rf"(?:{PICTURE_ENDING}|\.(?:pdf|zip|gz|tgz|bz2|xz|7z|rar|mp[34]|m4a|ogg|webm|mov|css|js|json|xml|ya?ml|csv|epub|exe))$",
    re.IGNORECASE,
)
_INDEX = re.compile(r"_?(?:index|readme|contents)$", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[-_. ]+(?=.)")
_DAY = re.compile(r"(?:^|/)(\d{4})/(\d{1,2})(?:/(\d{1,2}))?(?:/|$)")
#: Pages of a site that list posts; what stands behind is no post's name.
_LISTS = frozenset(
    {"tag", "tags", "category", "categories", "author", "authors", "archive", "archives", "page", "series"}
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a link names: `web` is its address (web_name), `name` how it ends (name_key), each "" for none.

    `exact` is the end as it was written, `folders` are the parts before it, `place` is the file beside the post that
    a relative link means, without its ending.
    """

    href: str
    web: str
    name: str = ""
    exact: str = ""
    folders: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A post with all that it may be called by. `day` is (year, month, day) of its publication."""

    article: int
    source: int
    link: str
    slug: str
    paths: tuple[str, ...]
    day: tuple[int, int, int]

    def names(self) -> set[str]:
        """Return the ends of addresses that may mean this post."""
        return {name_key(name) for name in (self.slug, *map(stem, self.paths))} - {""}


def number(kind: str, text: str) -> int:
    """Return a signed number of 32 bits for a name. Some share one, so what is found by it is looked at once more."""
    digest = hashlib.blake2b(f"{kind}:{text}".encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, signed=True)


def web_name(address: str) -> str:
    """Return an address of the web without what two spellings of it differ in, "" for another address."""
    whole = web_address(address)
    if whole is None:
        return ""
    parts = urlsplit(whole)
    path = _without_index(unquote(parts.path))
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.rpartition('@')[2].lower().removeprefix('www.')}{path}{query}"


def host_of(address: str) -> str:
    """Return the host of a web address as links are told apart by it, "" for another address."""
    found = _HOST.match(address)
    return found[1].lower().removeprefix("www.") if found else ""


def _without_index(path: str) -> str:
    folder, _, name = path.rpartition("/")
    name = _POST_ENDING.sub("", name)
    return (folder if _INDEX.match(name) else f"{folder}/{name}").rstrip("/")


def stem(path: str) -> str:
    """Return the name of a file without its ending; an index is called what its folder is called."""
    return place(path).rpartition("/")[2]


def place(path: str) -> str:
    """Return where a post lies, without what its file's name ends with."""
    found = _without_index(f"/{path}")
    return found[1:]


def name_key(name: str) -> str:
    """Return the same for two spellings of a name: in capitals or not, with a date before it or not."""
    return _DATE.sub("", unicodedata.normalize("NFC", name).casefold().strip(), count=1)[:200]


def hrefs(html: str) -> list[str]:
    """Return the addresses of the links in stored HTML, each once, in order."""
    if "href=" not in html:
        return []
    found = dict.fromkeys(unescape(each[1]) for each in _HREF.finditer(html))
    return [href for href in found if href and len(href) <= _LONGEST and href[0] != "#"][:MAX_LINKS]


def target(href: str, path: str, link: str, site: str) -> Target | None:
    """Return what a link of the post at `path` names, None for what names no post.

    `link` is where the post itself was published; `site` is the host on which all posts of its source are, "" when
    that is not known.
    """
    text = _TEMPLATE.sub("/", href.strip())
    web = web_name(text)
    if not web and (_SCHEME.match(text) or text[:2] == "//" or text[:1] in ("#", "?", "")):
        return None
    try:
        if not web:
            web = web_name(urljoin(link, text)) if web_name(link) else ""
            own = True
        else:
            own = host_of(text) == site != ""
        inner = urlsplit(text).path
    except ValueError:  # a host that is none
        return None
    if own:
        return _inner(href, web, unquote(inner).replace("\\", "/"), path)
    return Target(href, web) if web else None


def _inner(href: str, web: str, inner: str, path: str) -> Target | None:
    """Return what a link within the site names."""
    parts = [part for part in place(inner).split("/") if part not in ("", ".")]
    exact = parts.pop() if parts and parts[-1] != ".." else ""
    if not exact or _OTHER_ENDING.search(exact) or _LISTS & {part.casefold() for part in parts}:
        return Target(href, web) if web else None
    folders = tuple(part for part in parts if part != "..")
    beside = "" if inner.startswith("/") else _joined(path.split("/")[:-1], [*parts, exact])
    return Target(href, web, name_key(exact), exact, folders, beside)


def _joined(folder: Iterable[str], parts: Iterable[str]) -> str:
    result = list(folder)
    for part in parts:
        if part == "..":
            del result[-1:]
        else:
            result.append(part)
    return "/".join(result)


def agreement(wanted: Target, post: Named, source: int) -> tuple[int, int]:
    """Return how surely a link of a post of `source` means that post: (0, 0) for not at all."""
    if wanted.web and wanted.web == web_name(post.link):
        return 5, 0
    if not wanted.name or post.source != source or wanted.name not in post.names():
        return 0, 0
    places = [place(path) for path in post.paths]
    shared = max((len({*wanted.folders} & {*each.split("/")[:-1]}) for each in places), default=0)
    if wanted.place and wanted.place in places:
        return 4, shared
    dated = _DAY.search("/".join(wanted.folders))
    if dated and all(int(said) == is_ for said, is_ in zip(dated.groups(), post.day, strict=True) if said):
        return 3, shared
    ends = "/".join((*wanted.folders, wanted.exact))
    if wanted.folders and any(f"/{each}".endswith(f"/{ends}") for each in places):
        return 3, shared
    if any(each.rpartition("/")[2] == wanted.exact for each in places) or post.slug == wanted.exact:
        return 2, shared
    return 1, shared


def numbers_of(wanted: Target, source: int) -> Iterator[int]:
    """Yield the numbers under which the post that a link names may be found."""
    if wanted.web:
        yield number("web", wanted.web)
    if wanted.name:
        yield number(str(source), wanted.name)


def own_numbers(post: Named) -> set[int]:
    """Return the numbers under which links find a post."""
    found = {number(str(post.source), name) for name in post.names()}
    if web := web_name(post.link):
        found.add(number("web", web))
    return found

"""One parsed tree of a body: cleaned of what is never shown, searched for pictures, and written out again.

libxml2 is used directly: BeautifulSoup over the same parser costs several times the whole of the rest. What libxml2
gives up on, `rough_text` still reads.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from lxml import etree  # type: ignore[import-untyped]

from reader.posts.body.leads import unwrap

Element = Any  # lxml brings no types
ParseError = etree.LxmlError

#: Programs, styles and what only a browser's window needs.
_DEAD = ("script", "style", "link", "meta", "base", "title", "head", "template", "noscript")
_LAZY = (
    "data-original", "data-original-src", "data-src", "data-lazy-src", "data-lazyload", "data-actualsrc", "data-echo",
    "data-cfsrc",
)  # fmt: skip
_NO_PICTURE = re.compile(r"data:image/(?:gif|svg)|about:blank|.*/(?:blank|spacer|loading|lazy|placeholder)\.\w+$", re.I)
#: Every other character of an address is written as %XX by libxml2, by some of its versions or by all.
_ADDRESS_SAFE = "/:=?;#%&,+@!$*'()~-._"
_SAFE_ADDRESS = re.compile(r"[A-Za-z0-9/:=?;#%&,+@!$*'()~._-]+")
#: A slip of the pen in what begins an address: `https:/host`, `hhttps://host`.
_SLIP = re.compile(r"h{1,2}t{2}p(s?):/{1,3}(?=[\w-]+\.)", re.IGNORECASE)
#: Vue computes the address: `:src="$withBase('/a.png')"`.
_COMPUTED = re.compile(r"(?:\$?withBase\(|require\()?\s*['\"]([^'\"]{1,1000})['\"]\s*+(?:\)\s*+)?$")
_BLANKS = re.compile(r"[\t\n\r]+ *")
_PAGE_START = re.compile(r"\s*<(?:!doctype|html|\?xml|head)", re.IGNORECASE)
_SURELY_FLAT = 250


class _Own(threading.local):
    """The parser of this thread: to make one takes a fifth of the time to read a body of 5 KB."""

    def __init__(self) -> None:
        self.parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")


_own = _Own()


class TooDeep(ValueError):  # noqa: N818 - said of the body, not of the program
    """The elements are nested deeper than any viewer can follow."""


@dataclass(slots=True)
class Tree:
    """A body. `page_title` is that of a whole web page; `pictures` are (address, alternative text), each once."""

    body: Element
    page_title: str = ""
    pictures: dict[str, str] = field(default_factory=dict)
    html: str = ""


def parse(source: str) -> Tree:
    """Parse HTML leniently. Raises TooDeep; anything else libxml2 repairs."""
    parser = _own.parser
    page = _is_page(source)
    root = etree.fromstring((source if page else f"<html><body>{source}").encode(), parser)
    # libxml2 silently drops what lies deeper than 256 elements.
    if source.count("<") > _SURELY_FLAT and any("depth" in entry.message for entry in parser.error_log):
        raise TooDeep("nested too deeply")
    body = None if root is None else next(root.iterchildren("body"), None)
    if body is None:
        body = etree.Element("body")
    return Tree(body, (root.findtext("head/title") or "") if page and root is not None else "")


def _is_page(source: str) -> bool:
    return _PAGE_START.match(source[:1000]) is not None


def clean(tree: Tree) -> None:
    """Drop dead weight, give lazy pictures their address, list the pictures, and write `html`."""
    gone: set[Element] = set()
    for element in list(tree.body.iter(*_DEAD, *_ACTIONS)):
        action = _ACTIONS.get(element.tag)
        if element in gone:
            continue
        if action is not None:
            action(element, tree.pictures)
        elif element.tag == "noscript" and _shows_more(element):
            element.tag = "span"
        else:
            gone.update(element.iter(*_DEAD, *_ACTIONS))
            _drop(element)
    html = etree.tostring(tree.body, encoding="unicode", method="html", with_tail=False)
    start = html.find(">") + 1
    end = html.rfind("</body>")
    tree.html = html[start : end if end >= 0 else len(html)].strip()


def _shows_more(element: Element) -> bool:
    """Tell whether what is for browsers without programs holds a picture that does not stand beside it anyway."""
    before = element.getprevious()
    beside = before is not None and (before.tag == "img" or before.find(".//img") is not None)
    return not beside and element.find(".//img") is not None


def _drop(element: Element) -> None:
    """Remove an element and keep the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def address(text: str) -> str:
    """Return a picture's address as it will stand in the written HTML."""
    if not (_SAFE_ADDRESS.fullmatch(text) and "cors.zfour" not in text):
        text = quote(_BLANKS.sub("", unwrap(text)), safe=_ADDRESS_SAFE)
    if text[:1] in {"h", "H"} and not text.startswith(("https://", "http://")):
        text = _SLIP.sub(r"http\1://", text, count=1) if _SLIP.match(text) else text
    return text


def _image(element: Element, pictures: dict[str, str]) -> None:
    source = element.get("src") or ""
    names = element.keys()
    candidates = ""
    if "srcset" in names or any(name.startswith("data-") for name in names):
        source = _lazy_source(element) or source
        candidates = element.attrib.pop("srcset", None) or element.attrib.pop("data-srcset", None) or ""
    if not source and ":src" in names:
        computed = _COMPUTED.match(element.attrib.pop(":src").strip())
        source = computed.group(1) if computed else ""
    if not source.strip() or (_NO_PICTURE.match(source) and candidates):
        source = _largest(candidates or _neighbour_candidates(element)) or source
    source = address(source)
    if not source:
        _drop(element)
        return
    element.set("src", source)
    pictures.setdefault(source, " ".join((element.get("alt") or "").split()))


def _lazy_source(element: Element) -> str:
    """Take the address a script would have put in place, and the attributes it waited in."""
    found = ""
    for name in _LAZY:
        lazy = element.attrib.pop(name, None)
        if lazy and lazy.strip() and not found and not _NO_PICTURE.match(lazy):
            found = lazy
    return found


def _neighbour_candidates(element: Element) -> str:
    parent = element.getparent()
    while parent is not None and parent.tag == "source":  # What libxml2 does not know to be empty holds what follows.
        parent = parent.getparent()
    if parent is None or parent.tag != "picture":
        return ""
    return next((each.get("srcset") or "" for each in parent if each.tag == "source"), "")


def _largest(candidates: str) -> str:
    """Return the address of the widest candidate of a srcset."""
    best, width = "", -1.0
    for part in re.split(r",\s+|,(?=https?:|/)", candidates[:20_000]):
        words = part.split()
        if not words:
            continue
        size = words[1][:-1] if len(words) > 1 else "1"
        number = float(size) if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", size) else 0.0
        if number > width:
            best, width = words[0], number
    return best


def _lazy_media(element: Element, _pictures: dict[str, str]) -> None:
    if not element.get("src"):
        source = element.get("data-src") or element.get("data-original") or ""
        if source.strip():
            element.set("src", source.strip())


def _picture_source(element: Element, _pictures: dict[str, str]) -> None:
    parent = element.getparent()
    if parent is not None and parent.tag == "picture" and parent.find(".//img") is None and element.get("srcset"):
        image = etree.SubElement(parent, "img")
        image.set("src", address(_largest(element.get("srcset") or "")))
        _pictures.setdefault(image.get("src") or "", "")


_ACTIONS: dict[str, Callable[[Element, dict[str, str]], None]] = {
    "img": _image,
    "iframe": _lazy_media,
    "video": _lazy_media,
    "audio": _lazy_media,
    "source": _picture_source,
}

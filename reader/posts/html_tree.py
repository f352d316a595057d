"""One parsed tree of a body: cleaned of dead weight, written out again, and read for its text and pictures.

libxml2 is used directly: BeautifulSoup over the same parser costs several times the whole of the rest. What libxml2
gives up on, `rough_text` still reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from lxml import etree

from reader.posts.leads import unwrap
from reader.posts.plain_text import CODE, HEADING, SEPARATOR

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no other name

#: Programs, styles and what only a browser's window needs.
_DEAD = frozenset({"script", "style", "link", "meta", "base", "title", "head", "template", "noscript", "source_set"})
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "option", "p", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "video", "audio", "iframe"]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_READINGS = frozenset({"rt", "rp"})
_LAZY = (
    "data-original", "data-original-src", "data-src", "data-lazy-src", "data-lazyload", "data-actualsrc", "data-echo",
    "data-cfsrc",
)  # fmt: skip
_NO_PICTURE = re.compile(r"data:image/(?:gif|svg)|about:blank|.*/(?:blank|spacer|loading|lazy|placeholder)\.\w+$", re.I)
#: Every other character of an address is written as %XX by libxml2, by some of its versions or by all.
_ADDRESS_SAFE = "/:=?;#%&,+@!$*'()~-._"
_BLANKS = re.compile(r"[\t\n\r]+ *")
#: libxml2 drops what lies deeper than 256 elements, so a tree near that has lost text.
DEEPEST = 200


class TooDeep(ValueError):  # noqa: N818 - said of the body, not of the program
    """The elements are nested deeper than any viewer can follow."""


@dataclass(slots=True)
class Tree:
    """A body. `page_title` is that of a whole web page; `pictures` are (address, alternative text), each once."""

    body: Element
    page_title: str = ""
    pictures: dict[str, str] = field(default_factory=dict)
    html: str = ""
    marked_text: str = ""


def parse(source: str) -> Tree:
    """Parse HTML leniently. Raises TooDeep; anything else libxml2 repairs."""
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    root = etree.fromstring(f"<html><body>{source}".encode() if not _is_page(source) else source.encode(), parser)
    if root is None:
        return Tree(etree.Element("body"))
    title = root.findtext("head/title") or ""
    body = root.find("body")
    if body is None:
        return Tree(etree.Element("body"), title)
    if source.count("<") > DEEPEST and _depth_exceeded(body):
        raise TooDeep
    return Tree(body, title)


def _is_page(source: str) -> bool:
    start = source[:1000].lstrip().lower()
    return start.startswith(("<!doctype", "<html", "<?xml", "<head"))


def _depth_exceeded(body: Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(body, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def clean(tree: Tree) -> None:
    """Drop dead weight, give lazy pictures their address, list the pictures, and write `html`."""
    for element in list(tree.body.iter()):
        tag = element.tag
        if not isinstance(tag, str) or tag in _DEAD:
            _drop(element)
            continue
        action = _ACTIONS.get(tag)
        if action is not None:
            action(element, tree.pictures)
    html = etree.tostring(tree.body, encoding="unicode", method="html", with_tail=False)
    start = html.find(">") + 1
    end = html.rfind("</body>")
    tree.html = html[start : end if end >= 0 else len(html)].strip()


def mark_text(tree: Tree) -> None:
    """Write `marked_text`: the tree's text with marks where blocks begin and end. The tree is spent afterwards."""
    for element in tree.body.iter():
        tag = element.tag
        if tag in _BLOCKS:
            if tag != "br":
                element.text = SEPARATOR + (element.text or "")
            element.tail = SEPARATOR + (element.tail or "")
        elif tag in _HEADINGS:
            element.text = f"{SEPARATOR}{HEADING}{element.text or ''}"
            element.tail = SEPARATOR + (element.tail or "")
        elif tag == "pre":
            element.text = f"{SEPARATOR}{CODE}{element.text or ''}"
            element.tail = SEPARATOR + (element.tail or "")
        elif tag in _CELLS:
            element.tail = f" {element.tail or ''}"
        elif tag in _READINGS:  # The reading beside a character would cut words in two for the search.
            element.text = None
    tree.marked_text = etree.tostring(tree.body, encoding="unicode", method="text", with_tail=False)


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
    text = _BLANKS.sub("", unwrap(text))
    return quote(text, safe=_ADDRESS_SAFE)


def _image(element: Element, pictures: dict[str, str]) -> None:
    source = element.get("src") or ""
    for name in _LAZY:
        lazy = element.get(name)
        if lazy is not None:
            del element.attrib[name]
            if lazy.strip() and not _NO_PICTURE.match(lazy):
                source = lazy
                break
    candidates = element.attrib.pop("srcset", None) or element.attrib.pop("data-srcset", None)
    if not source.strip() or (_NO_PICTURE.match(source) and candidates):
        source = _largest(candidates or _neighbour_candidates(element)) or source
    source = address(source)
    if not source:
        _drop(element)
        return
    element.set("src", source)
    pictures.setdefault(source, " ".join((element.get("alt") or "").split()))


def _neighbour_candidates(element: Element) -> str:
    parent = element.getparent()
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
    if parent is not None and parent.tag == "picture" and parent.find("img") is None and element.get("srcset"):
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

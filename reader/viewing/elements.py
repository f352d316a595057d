"""Reads the small parts of the markup: which elements are inline, attributes, code, pictures, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from reader.viewing import allow
from reader.viewing.blocks import Card, Code, Picture, Style
from reader.viewing.limits import clean_text

Element = Any  # lxml brings no types

#: How the text in inline elements looks; that of the others in `INLINE` looks like what is around them.
STYLES = {
    **dict.fromkeys(("b", "strong"), Style.BOLD),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), Style.ITALIC),
    **dict.fromkeys(("code", "samp", "tt"), Style.CODE),
    **dict.fromkeys(("del", "s", "strike"), Style.STRIKE),
    **dict.fromkeys(("ins", "u"), Style.UNDERLINE),
    "kbd": Style.KEY,
    "ruby": Style.BASE,
    "mark": Style.MARK,
    "sub": Style.SUB,
    "sup": Style.SUP,
    "small": Style.SMALL,
}
INLINE = frozenset(STYLES) | allow.names("a abbr bdi bdo big q ruby span time wbr")

#: A picture this high stands in the line of text: a smiley, an icon, a formula.
INLINE_PX = 64
#: Pictures this wide stand side by side, where a paragraph has nothing else.
BESIDE_PX = 320


def parse(html: str) -> Element | None:
    """Return the root of sanitised HTML. Nothing is fetched, whatever it says."""
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, encoding="utf-8")
    return etree.fromstring(f"<html><body>{clean_text(html)}</body></html>".encode(), parser)


def tag(element: Element) -> str:
    """Return the name of an element, "" for comments and the like."""
    return element.tag if isinstance(element.tag, str) else ""


def number(element: Element, name: str, default: int, most: int) -> int:
    """Return an attribute as a number between 0 and `most`."""
    value = element.get(name, "")
    return max(0, min(int(value), most)) if value.isascii() and value.isdigit() else default


def has_class(element: Element, *names: str) -> bool:
    return not set(names).isdisjoint((element.get("class") or "").split())


def direction(element: Element, *, inherited: bool | None) -> bool | None:
    """Return whether text runs from right to left, None when its letters decide."""
    return {"rtl": True, "ltr": False, "auto": None}.get(element.get("dir", ""), inherited)


def link(element: Element) -> str:
    """Return where an `a` leads, "" for nowhere."""
    href = element.get("href", "")
    return href if allow.inside(href) else allow.link(href)


def picture(element: Element, href: str, sizes: Mapping[str, tuple[int, int]]) -> Picture | None:
    """Return the picture of an `img`, or None for one that only counts visits."""
    src = element.get("src", "")
    key = src.removeprefix("image:") if src.startswith("image:") else ""
    width, height = (number(element, name, 0, 20_000) for name in ("width", "height"))
    real = sizes.get(key, (0, 0))
    for high, wide in ((height, width), (real[1], real[0])):
        if 0 < high <= 2 and 0 < wide <= 2:
            return None
    high = height or (width * real[1] // real[0] if width and real[0] else real[1] or width)
    small = 0 < high <= INLINE_PX
    remote = "" if key else element.get("data-remote", "")
    return Picture(key, element.get("alt", "").strip(), remote, href, width, height, small)


def row(element: Element, sizes: Mapping[str, tuple[int, int]]) -> tuple[Picture, ...]:
    """Return the pictures of an element that holds nothing else, () unless they stand side by side."""
    if len(element) < 2 or (element.text and element.text.strip()):
        return ()
    found: list[Picture] = []
    texts: list[str | None] = []
    for child in element:
        image = child[0] if tag(child) == "a" and len(child) == 1 else child
        texts += [child.tail, *((child.text, image.tail) if image is not child else ())]
        made = picture(image, link(child), sizes) if tag(image) == "img" else None
        if made is None or not made.key or made.inline or not _is_narrow(made, sizes):
            return ()
        found.append(made)
    return () if any(text and text.strip() for text in texts) else tuple(found)


def _is_narrow(picture: Picture, sizes: Mapping[str, tuple[int, int]]) -> bool:
    wide = sizes.get(picture.key, (0, 0))[0]
    return 0 < (min(picture.width, wide) if picture.width else wide) <= BESIDE_PX


def card(element: Element) -> Card | None:
    """Return the card that an element stands for, if it does."""
    kind = element.get("data-card", "")
    if kind not in allow.CARD_KINDS:
        return None
    return Card(kind, element.get("title", ""), allow.web(element.get("data-url", "")))


def code(element: Element) -> Code:
    """Return the code of a `pre`."""
    return Code(_in_reading_order(element).removeprefix("\n").rstrip(), _language(element))


def _in_reading_order(element: Element) -> str:
    """Return the text below an element with line breaks; `itertext` would skip those of `br`."""
    for node in element.iter("br"):
        node.text = "\n"
    return "".join(element.itertext())


def _language(element: Element) -> str:
    for node in (element, *element.iter("code")):
        for name in (node.get("class") or "").split():
            if name.startswith("language-"):
                return name.removeprefix("language-")
    return ""

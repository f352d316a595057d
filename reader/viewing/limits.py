"""Keeps hostile markup from costing time: limits on nesting, attributes and length."""

from __future__ import annotations

import re
from collections import Counter

from reader.viewing.allow import FOREIGN, UNWRAPPED, names

#: Characters of markup: a novel has about a million.
MAX_MARKUP = 2_000_000
#: Elements open at one time. Real pages stay below 50; a parser's cost grows with the square.
MAX_DEPTH = 120
#: Character references in one stretch of text: nh3's time grows with their square.
MAX_REFERENCES = 20_000
_LONG_TAG = 2048
_MANY_ATTRIBUTES = 200

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/<>]*)[^<>]*>?")
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
#: The parser closes these by itself, so they need not be closed, and never nest without one that is counted.
_UNCOUNTED = names(
    "p tr td th thead tbody tfoot colgroup area base br col embed hr img input link meta param source track wbr"
)
#: Items need not be closed either: the parser closes one at the next of its kind, but only there. In an item of another
#: kind they nest, and so do readings outside their `ruby` (HTML, 13.2.6.4.7).
_READINGS = names("rt rp")
_CLOSED_BY = {
    **dict.fromkeys(("dt", "dd"), names("dt dd")), **dict.fromkeys(_READINGS, _READINGS),
    "li": names("li"), "option": names("option"), "optgroup": names("option"),
}  # fmt: skip
#: The end of one of these is the end of all items in it.
_AROUND_ITEMS = names("ul ol dl ruby table caption button object template")
_REMOVED = UNWRAPPED | FOREIGN
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Remove the characters that no document may hold."""
    return _CONTROL.sub("", text.replace("\f", " "))


class _Counting:
    """Follows which elements are open, as far as counting can; one use."""

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()
        self.depth = 0
        self.items: list[tuple[str, list[str]]] = [("", [])]

    def __call__(self, tag: re.Match[str]) -> str:
        closing, name = tag[1], tag[2].lower()
        if name in _REMOVED:
            return ""
        if name in _UNCOUNTED:
            return _shortened(tag[0], name)
        if name in _CLOSED_BY:
            return self._close_item(tag[0], name) if closing else self._open_item(tag[0], name)
        return self._close(tag[0], name) if closing else self._open(tag[0], name)

    def _open(self, text: str, name: str) -> str:
        if self.depth >= MAX_DEPTH:
            return ""
        self.open[name] += 1
        self.depth += 1
        if name in _AROUND_ITEMS:
            self.items.append((name, []))
        return _shortened(text, name)

    def _close(self, text: str, name: str) -> str:
        if not self.open[name]:
            return ""
        self.open[name] -= 1
        self.depth -= 1
        if name in _AROUND_ITEMS:
            self.depth -= len(self.items.pop()[1])
        return text

    def _open_item(self, text: str, name: str) -> str:
        around, items = self.items[-1]
        if items and items[-1] in _CLOSED_BY[name] and (name not in _READINGS or around == "ruby"):
            items[-1] = name
        elif self.depth >= MAX_DEPTH:
            return ""
        else:
            items.append(name)
            self.depth += 1
        return _shortened(text, name)

    def _close_item(self, text: str, name: str) -> str:
        items = self.items[-1][1]
        if name in items:
            last = len(items) - 1 - items[::-1].index(name)
            self.depth -= len(items) - last
            del items[last:]
        return text


def _shortened(text: str, name: str) -> str:
    if len(text) > _LONG_TAG and len(re.split(r"[\s/]+", _QUOTED.sub("", text))) > _MANY_ATTRIBUTES:
        return f"<{name}>"
    return text


def _few_references(html: str) -> str:
    if html.count("&") <= MAX_REFERENCES:
        return html
    return "<".join("&".join(stretch.split("&")[:MAX_REFERENCES]) for stretch in html.split("<"))


def bounded(html: str) -> str:
    """Return the markup without what only serves to exhaust a parser. Plain pages come back as they are."""
    return _TAG.sub(_Counting(), _few_references(clean_text(html[:MAX_MARKUP])))

"""Front matter values as clean text: titles, names and terms as a person would read them."""

from __future__ import annotations

import html
import re

from reader.posts.encoding import clean_name
from reader.posts.front.yaml_text import Value

TITLE_LENGTH = 500
_TERM_LENGTH = 200
#: Marks that turn or hide text: they would let a title write over what stands beside it.
_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\u00ad\ufeff\ufff9-\ufffb]")
_NAMES = (
    "a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|samp|small|span|strong|sub|sup|tt|u|var"
    "|wbr"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
#: The same, or a span of code.
_TAG_OR_CODE = re.compile(rf"`[^`]*`|<(?P<end>/)?(?P<name>{_NAMES})(?P<attributes>\s[^<>]*)?/?>", re.IGNORECASE)
_WIKI = re.compile(r"^!?\[\[(.*)\]\]$", re.DOTALL)
_TRUE = frozenset({"true", "yes", "on", "1", "y"})
_FALSE = frozenset({"false", "no", "off", "0", "n"})


def clean(text: str, most: int = TITLE_LENGTH) -> str:
    """Return a name as one line of plain text: markup and entities resolved, cut at `most` characters.

    Hexo, Jekyll and Pelican put a name into the page as it is, Hugo, Zola and Eleventy as text; authors write `<em>`
    for all of them. So a tag of HTML is taken for markup where its end belongs to it, or where an attribute has a
    value. All else is what the author writes about: `Vec<T>`, `Set<U>`, "the <code> element", "`<b>a</b>`".
    """
    if "<" in text:
        text = _without_markup(text)
    return one_line(html.unescape(text) if "&" in text else text, most)


def clean_prose(text: str) -> str:
    """Return a summary, which may be cut from HTML anywhere, as one line of plain text: it loses every tag."""
    return one_line(html.unescape(_TAG.sub("", text)), len(text))


def one_line(text: str, most: int = TITLE_LENGTH) -> str:
    """Return plain text on one line: blanks folded, invisible marks gone, cut at `most` characters."""
    if not text.isprintable():  # True for nearly all: no control, no mark without a width, no odd blank.
        text = clean_name(_INVISIBLE.sub("", text))
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _without_markup(text: str) -> str:
    """Take out the tags that are markup; a line that ends becomes a blank."""
    begun: dict[str, list[tuple[int, int]]] = {}
    dropped: list[tuple[int, int, str]] = []
    for found in _TAG_OR_CODE.finditer(text):
        name = (found.group("name") or "").lower()
        if name in ("br", "wbr"):
            dropped.append((*found.span(), " " if name == "br" else ""))
        elif found.group("end") and begun.get(name):
            dropped += [(*begun[name].pop(), ""), (*found.span(), "")]
        elif name and not found.group("end"):
            begun.setdefault(name, []).append(found.span())
            if "=" in (found.group("attributes") or ""):
                dropped.append((*found.span(), ""))
    written: list[str] = []
    position = 0
    for start, end, instead in sorted(set(dropped)):
        written += [text[position:start], instead]
        position = end
    return "".join((*written, text[position:]))


def term(value: Value) -> str:
    """Return one category, tag or name; links between notes lose their brackets."""
    if isinstance(value, list):  # `[[Note]]` without quotes is a list in a list to YAML.
        inner = value[0] if len(value) == 1 else None
        return term(inner) if inner is not None else ""
    if isinstance(value, dict):
        return next((term(value[key]) for key in ("nick", "name", "title", "id") if value.get(key)), "")
    text = clean(value or "", _TERM_LENGTH)
    found = _WIKI.match(text)
    if found:
        text = found.group(1).rpartition("|")[2].strip()
    return text


def terms(value: Value) -> list[str]:
    """Return the terms of a list or of a single value, empty and repeated ones left out."""
    items = value if isinstance(value, list) else [value]
    return [each for each in dict.fromkeys(term(item) for item in items) if each]


def first_text(values: dict[str, Value], keys: tuple[str, ...]) -> str:
    """Return the first of the keys that holds text."""
    for key in keys:
        value = values.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def is_true(value: Value) -> bool:
    """Tell whether a flag is set, in any of the words YAML 1.1 took for true."""
    return isinstance(value, str) and value.strip().lower() in _TRUE


def is_false(value: Value) -> bool:
    """Tell whether a flag is set to false; a missing one is not."""
    return isinstance(value, str) and value.strip().lower() in _FALSE

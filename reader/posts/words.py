"""Front matter values to clean text: titles, names and terms as a person would read them."""

from __future__ import annotations

import html
import re

from reader.posts.encoding import clean_name
from reader.posts.yaml_text import Value

TITLE_LENGTH = 500
_TERM_LENGTH = 200
#: Marks that turn or hide text: they would let a title write over what stands beside it.
_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\u00ad\ufeff\ufff9-\ufffb]")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|samp|small|span|strong|sub|sup|tt|u"
    r"|var|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_WIKI = re.compile(r"^!?\[\[(.*)\]\]$", re.DOTALL)
_TRUE = frozenset({"true", "yes", "on", "1", "y"})
_FALSE = frozenset({"false", "no", "off", "0", "n"})


def clean(text: str, most: int = TITLE_LENGTH) -> str:
    """Return plain text on one line: tags and entities resolved, blanks folded, invisible marks gone, cut at `most`."""
    if "<" in text:
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    if not text.isprintable():  # True for nearly all: no control, no mark without a width, no odd blank.
        text = clean_name(_INVISIBLE.sub("", text))
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


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

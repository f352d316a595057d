"""Lektor's `contents.lr`: text fields one after another, one of them the body (lektor/metaformat.py)."""

from __future__ import annotations

import re

from reader.posts.front.yaml_text import Value

#: Fields in which each line is a term of its own.
_LISTS = frozenset({"categories", "category", "tags", "tag", "authors", "keywords"})
#: What models call the text of a page, the usual names first.
_BODIES = ("body", "text", "content", "html", "article")
_SYSTEM = {"_slug": "slug", "_hidden": "hidden"}
_DASHES = re.compile(r"-{3,}")


def is_lektor(path: str) -> bool:
    """Tell a file of Lektor's by its name."""
    return path.lower().endswith(".lr")


def read_fields(text: str) -> tuple[dict[str, Value], str]:
    """Return the fields of a file, under the keys of front matter, and its body."""
    fields = dict(_fields(text))
    name = next((name for name in _BODIES if fields.get(name)), "")
    body = fields.pop(name, "")
    values: dict[str, Value] = {}
    for key, value in fields.items():
        lines = [line.strip() for line in value.split("\n") if line.strip()]
        values[_SYSTEM.get(key, key)] = list(lines) if key in _LISTS and len(lines) > 1 else value or None
    return values, body


def _fields(text: str) -> list[tuple[str, str]]:
    """Cut at the lines of three dashes; a text that holds such a line has it written with one dash more."""
    found: list[tuple[str, str]] = []
    key, lines = "", list[str]()
    for line in [*text.split("\n"), "---"]:
        if line.rstrip() == "---":
            if key:
                found.append((key, "\n".join(lines).strip("\n").rstrip()))
            key, lines = "", []
        elif key:
            lines.append(line[1:] if _DASHES.fullmatch(line.strip()) else line)
        else:
            name, colon, first = line.partition(":")
            if colon:
                key, lines = name.strip().lower(), [first.strip()]
    return found

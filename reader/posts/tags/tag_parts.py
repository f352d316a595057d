"""Parses a template tag: its name, its positional and named values, as the engines write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: A quote behind a backslash is one of the text, and Hugo takes backticks for quotes as well.
_QUOTED = r"\"((?:[^\"\\]++|\\.)*+)\"|'([^']*)'|`([^`]*)`"
#: `name=value`; with a colon, as Nunjucks has it, the value is in quotes: an address holds a colon as well.
_WORD = re.compile(rf"([\w-]+)\s*(?:=|:(?=\s*[\"']))\s*(?:{_QUOTED}|([^\s,]+))|{_QUOTED}|([^\s,]+)", re.DOTALL)
#: Zola calls its shortcodes like functions: `figure(src="a.png")`.
_CALL = re.compile(r"\s*([\w-]+)\s*\((.*)\)\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tag:
    """Its name in lower case, its words, its `name=value` pairs; `rest` is all after the name."""

    name: str
    words: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict)
    rest: str = ""

    def first(self, *names: str) -> str:
        """Return the first of the named values that is not empty."""
        return next((self.named[name] for name in names if self.named.get(name)), "")

    def parts(self) -> list[str]:
        """Return what commas part, as the themes of Hexo write it: `{% btn address, text, icon %}`."""
        return [part.strip().strip("\"'") for part in self.rest.split(",")]


def take_apart(inner: str, *, hugo: bool) -> Tag | None:
    """Take a tag's inside apart; None when it has no name."""
    if not inner.strip():
        return None
    call = _CALL.match(inner[:4000])
    if call:
        name, rest = call.groups()
    elif hugo and inner.lstrip().startswith("/"):
        name, rest = inner.replace(" ", ""), ""
    else:
        name, *after = inner.split(None, 1)
        rest = after[0] if after else ""
    words: list[str] = []
    named: dict[str, str] = {}
    for found in _WORD.finditer(rest[:4000]):
        key = found.group(1)
        if key:
            named.setdefault(key.lower(), _text(found.groups()[1:5]))
        else:
            words.append(_text(found.groups()[5:]))
    return Tag(name.strip("-").lower().removesuffix("_simple"), tuple(words), named, rest.strip())


def _text(parts: tuple[str | None, ...]) -> str:
    return next((part for part in parts if part is not None), "").replace('\\"', '"')


def is_call(inner: str) -> bool:
    """Tell whether an expression calls something with named values or nothing but texts, as Zola's shortcodes do."""
    return _CALL.match(inner[:4000]) is not None

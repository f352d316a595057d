"""The kinds of front matter, as handlers for python-frontmatter: where each begins and ends, and how to read it.

Every value comes back as text, as None for null, or as a list or mapping of these.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from frontmatter.default_handlers import BaseHandler

from reader.posts.front.yaml_text import Value, YamlError, load

_Split = tuple[str, str]
#: What begins or goes on with an assignment of TOML or JSON.
_ASSIGNMENT = re.compile(r"\s*(?:[\"\w][\w\".-]*\s*[=:]|\[|\]|\"|#)")


class BlockError(ValueError):
    """The block is not quite what it claims to be. `data` is what could be read all the same."""

    def __init__(self, reason: str, data: dict[str, Value] | None = None) -> None:
        super().__init__(reason[:160])
        self.data = data or {}


@dataclass(slots=True)
class Cut:
    """Offsets of a block in its text; `glued` tells that text follows on the closing line."""

    start: int
    end: int
    body: int
    glued: bool = False


class YamlBlock(BaseHandler):
    """Three or more dashes, blank lines before them allowed; closed by dashes or three dots."""

    FM_BOUNDARY = re.compile(r"\s*-{3,}[ \t]*(?:\n|\Z)")
    _CLOSING = re.compile(r"^(?:-{3,}[ \t]*$|\.{3}[ \t]*$|---(?=[^\s-]))", re.MULTILINE)

    def opening_end(self, text: str) -> int:
        """Where the line after the opening begins."""
        found = self.FM_BOUNDARY.match(text)
        return found.end() if found else 0

    def cut(self, text: str) -> Cut | None:
        """Find the block; None when no line closes it."""
        start = self.opening_end(text)
        found = self._CLOSING.search(text, start)
        if not found:
            return None
        glued = found.end() < len(text) and text[found.end()] != "\n"
        body = found.end() if glued else min(found.end() + 1, len(text))
        return Cut(start, found.start(), body, glued)

    def split(self, text: str) -> _Split:
        """Return the block and the body. Raises ValueError when no line closes it."""
        cut = self.cut(text)
        if cut is None:
            raise ValueError("no closing line")
        return text[cut.start : cut.end], text[cut.body :]

    def load(self, fm: str) -> dict[str, Value]:
        """Read strict YAML as text."""
        value = load(fm).value
        return value if isinstance(value, dict) else {}


class FencedBlock(BaseHandler):
    """A block between two lines of its own sign."""

    _CLOSING: re.Pattern[str]

    def closing(self, text: str) -> re.Match[str] | None:
        """Find the line that closes the block."""
        return self._CLOSING.search(text, self._start(text))

    def split(self, text: str) -> _Split:
        """Return the block and the body; where nothing closes the block, it ends with its last assignment."""
        start, found = self._start(text), self.closing(text)
        if not found:
            return _keys_first(text[start:])
        return text[start : found.start()], text[found.end() :].removeprefix("\n")

    def _start(self, text: str) -> int:
        opening = self.FM_BOUNDARY.match(text) if self.FM_BOUNDARY else None
        return opening.end() if opening else 0


class TomlBlock(FencedBlock):
    """Three plus signs around TOML: Hugo and Zola."""

    FM_BOUNDARY = re.compile(r"\s*\+{3,}[ \t]*\n")
    _CLOSING = re.compile(r"^\+{3,}[ \t]*", re.MULTILINE)

    def load(self, fm: str) -> dict[str, Value]:
        """Read TOML; numbers, truths and dates become text. Raises BlockError with what single lines gave."""
        try:
            table = tomllib.loads(fm, parse_float=str)
        except (ValueError, RecursionError) as error:
            raise BlockError(f"TOML: {error}", _toml_lines(fm)) from error
        return {key: as_text(value) for key, value in table.items()}


class SemicolonBlock(FencedBlock):
    """Three semicolons around JSON, the outer braces left out: Hexo."""

    FM_BOUNDARY = re.compile(r"\s*;{3,}[ \t]*\n")
    _CLOSING = re.compile(r"^;{3,}[ \t]*$", re.MULTILINE)

    def load(self, fm: str) -> dict[str, Value]:
        """Read JSON, or, since YAML is wider, anything near it. Raises BlockError."""
        inner = fm.strip().rstrip(",")
        try:
            return json_object(inner if inner.startswith("{") else "{" + inner + "}")[0]
        except (ValueError, RecursionError):
            pass
        try:
            value = load("{" + inner.strip("{}") + "}").value
        except YamlError as error:
            raise BlockError(f"JSON: {error}") from error
        return value if isinstance(value, dict) else {}


class JsonBlock(BaseHandler):
    """An object at the very top, braces nested as they like: Hugo."""

    FM_BOUNDARY = re.compile(r"\s*\{\s*(?:\"[^\"\n]{1,80}\"\s*:|\})")

    def split(self, text: str) -> _Split:
        """Return the object's text and the body."""
        start = len(text) - len(text.lstrip())
        try:
            end = json_object(text, start)[1]
        except (ValueError, RecursionError) as error:
            raise BlockError(f"JSON: {error}") from error
        return text[start:end], text[end:].lstrip(" \t").removeprefix("\n")

    def load(self, fm: str) -> dict[str, Value]:
        """Read the object; numbers and truths stay text."""
        return json_object(fm)[0]


class KeyLines(BaseHandler):
    """`Key: value` lines without delimiters, up to the first blank line: Pelican, MultiMarkdown; with `::` Logseq."""

    FM_BOUNDARY = re.compile(
        r"\n*(?:title|date|author|authors|category|tags|slug|status|summary|modified|subtitle)[ \t]*::?[ \t]*[^\s:]",
        re.IGNORECASE,
    )
    _LINE = re.compile(r"[ ]{0,3}([\w][\w .-]{0,40}?)[ \t]*::?[ \t]*(.*)$")
    _MORE = re.compile(r"(?:[ ]{4,}+|\t)(.*\S)")

    def split(self, text: str) -> _Split:
        """Return the leading lines that are keys or continue one, and the rest."""
        head, rest = _lines_first(text.lstrip("\n"), lambda line: self._LINE.match(line) or self._MORE.match(line))
        return head, rest.lstrip("\n")

    def load(self, fm: str) -> dict[str, Value]:
        """Read the lines; of repeated keys the first wins, as in Pelican."""
        data: dict[str, Value] = {}
        last = ""
        for line in fm.split("\n"):
            more = self._MORE.match(line) if last else None
            found = None if more else self._LINE.match(line)
            if more:
                data[last] = f"{data[last] or ''} {more.group(1)}".strip()
            elif found and found.group(1) not in data:
                last = found.group(1)
                data[last] = found.group(2).strip() or None
        return data


class ReferenceLines(BaseHandler):
    """`[#]: key: (value)`, link references nobody follows: the notes of a translators' project."""

    FM_BOUNDARY = re.compile(r"\s*\[#\]:[ \t]")
    _LINE = re.compile(r"\[#\]:[ \t]*([\w -]{1,40}):[ \t]*(?:\((.*)\)|\"(.*)\"|(.*))$")
    _NAMES = {"subject": "title", "via": "link"}  # noqa: RUF012 - BaseHandler keeps its constants on the class

    def split(self, text: str) -> _Split:
        """Return the reference lines and the rest."""
        return _lines_first(text.lstrip(), lambda line: line.startswith("[#]:"))

    def load(self, fm: str) -> dict[str, Value]:
        """Read each line's key and value."""
        data: dict[str, Value] = {}
        for line in fm.split("\n"):
            found = self._LINE.match(line.rstrip(" \t"))
            if found:
                key = found.group(1).strip().lower()
                value = next((part for part in found.groups()[1:] if part is not None), "").strip()
                data[self._NAMES.get(key, key)] = value or None
        return data


class NikolaLines(BaseHandler):
    """`.. key: value` lines, most often in a comment of HTML: Nikola (docs, "Metadata")."""

    FM_BOUNDARY = re.compile(
        r"\s*(?:<!--\s*)?\.\.[ \t](?:title|slug|date|tags|category|link|description|type|status|author):", re.IGNORECASE
    )
    _LINE = re.compile(r"\.\.[ \t]([\w-]{1,40}):[ \t]*(.*?)[ \t]*$")

    def split(self, text: str) -> _Split:
        """Return the lines and the rest, without the comment's signs."""
        text = text.lstrip()
        if text.startswith("<!--"):
            head, _, rest = text.removeprefix("<!--").partition("-->")
            return head.strip(), rest.lstrip("\n")
        head, rest = _lines_first(text, self._LINE.match)
        return head, rest.lstrip("\n")

    def load(self, fm: str) -> dict[str, Value]:
        """Read each line's key and value; other lines say nothing."""
        found = filter(None, (self._LINE.match(line.strip()) for line in fm.split("\n")))
        return {line.group(1).lower(): line.group(2) or None for line in found}


def json_object(text: str, start: int = 0) -> tuple[dict[str, Value], int]:
    """Read the object at `start`; return it and where it ends. Raises ValueError or RecursionError."""
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
    value, end = decoder.raw_decode(text, start)
    if not isinstance(value, dict):
        raise ValueError("no object")  # noqa: TRY004 - one kind of error for every bad block
    return {key: as_text(item) for key, item in value.items()}, end


def as_text(value: object) -> Value:
    """Turn what TOML or JSON gave into text, None, lists and mappings."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list):
        return [as_text(item) for item in value]
    if isinstance(value, dict):
        return {str(key): as_text(item) for key, item in value.items()}
    return str(value)


def _lines_first(text: str, belongs: Callable[[str], object]) -> _Split:
    """Split behind the first lines that belong to a block; their line ends go with them."""
    position = 0
    for line in text.split("\n"):
        if not belongs(line):
            break
        position += len(line) + 1
    return text[:position], text[position:]


def _keys_first(text: str) -> _Split:
    """Split a block that nothing closes: lines that hold an assignment, then the body."""
    return _lines_first(text, lambda line: not line.strip() or _ASSIGNMENT.match(line))


def _toml_lines(fm: str) -> dict[str, Value]:
    """Read what single lines of broken TOML still say."""
    data: dict[str, Value] = {}
    for line in fm.split("\n"):
        key, equals, rest = line.partition("=")
        if not equals or not key.strip():
            continue
        try:
            data.update({name: as_text(item) for name, item in tomllib.loads(line).items()})
        except (ValueError, RecursionError):
            data[key.strip().strip("\"'")] = rest.strip().strip("\"'") or None
    return data

"""The front matter block: found, cut off and read leniently, every repair recorded.

The kinds of block are handlers for python-frontmatter, so that its detection picks among them; unlike its own handlers
they lose no metadata over a byte order mark, a missing opening line or one bad value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import frontmatter

from reader.domain import Dialect
from reader.posts.front.block_kinds import (
    BlockError,
    FencedBlock,
    JsonBlock,
    KeyLines,
    NikolaLines,
    ReferenceLines,
    SemicolonBlock,
    TomlBlock,
    YamlBlock,
)
from reader.posts.front.lektor import is_lektor, read_fields
from reader.posts.front.yaml_repair import KEY_LINE, load_leniently
from reader.posts.front.yaml_text import Value, YamlError, load
from reader.posts.notes import Notes, Refusal
from reader.problems import ProblemKind

HANDLERS = (YamlBlock(), TomlBlock(), SemicolonBlock(), JsonBlock(), ReferenceLines(), NikolaLines())
_KEY_LINES = KeyLines()

_CLOSING_ONLY = re.compile(r"^(-{3,}|;{3,})[ \t]*$", re.MULTILINE)
#: Hexo takes everything before the first delimiter for data; a setext heading must not pass for one.
_TELLING_KEYS = frozenset({"title", "date", "tags", "categories", "layout"})
#: How far the end of a block without an opening line is looked for, in characters.
_OPENING_LESS_REACH = 16_000
_SCRIPT_OPENING = re.compile(r"\s*---[ \t]*(js|javascript|coffee)[ \t]*\n", re.IGNORECASE)
#: gray-matter, "options.language": what stands behind the opening line's dashes.
_NAMED_OPENING = re.compile(r"\s*---[ \t]*(json|toml|ya?ml)[ \t]*\n", re.IGNORECASE)
_DASHES = re.compile(r"^---[ \t]*$", re.MULTILINE)
_SIGNS = {"json": ";;;", "toml": "+++"}


@dataclass(slots=True)
class Block:
    """What stands before the body: `data` with the author's keys, and the `body` itself."""

    data: dict[str, Value] = field(default_factory=dict)
    body: str = ""

    def folded(self) -> dict[str, Value]:
        """The data with keys in lower case; of two spellings, the one with a value, then the last."""
        result: dict[str, Value] = {}
        for key, value in self.data.items():
            name = key.strip().lower()
            if value is not None or name not in result:
                result[name] = value
        terms = result.get("taxonomies")
        if isinstance(terms, dict):  # Zola keeps its tags and categories in a table of their own.
            for name, value in terms.items():
                result.setdefault(name.lower(), value)
        return result


def read_block(text: str, dialect: Dialect, notes: Notes) -> Block:
    """Cut the front matter off a post's text and read it. Raises Refusal where the block says it is no post."""
    if is_lektor(notes.path):
        return _read_lektor(text)
    if _SCRIPT_OPENING.match(text):
        raise Refusal(ProblemKind.NOT_A_POST, "its front matter is a program")
    text = _with_own_signs(text)
    handler = frontmatter.detect_format(text, HANDLERS)
    if isinstance(handler, YamlBlock):
        return _read_yaml(handler, text, notes)
    if handler is not None:
        return _read_other(handler, text, notes)
    block = _read_opening_less(text, dialect, notes)
    if block is None and _KEY_LINES.detect(text):
        block = _read_other(_KEY_LINES, text, notes)
    return block or Block(body=text)


def _with_own_signs(text: str) -> str:
    """Put the signs of its language around a block whose opening line names that."""
    found = _NAMED_OPENING.match(text)
    closing = _DASHES.search(text, found.end()) if found else None
    if not found or not closing:
        return text
    sign = _SIGNS.get(found[1].lower(), "---")
    return f"{sign}\n{text[found.end() : closing.start()]}{sign}{text[closing.end() :]}"


def _read_lektor(text: str) -> Block:
    data, body = read_fields(text)
    if not body and not data.get("pub_date"):
        # A model's page of its children has fields and no text of its own.
        raise Refusal(ProblemKind.NOT_A_POST, "a page that lists others")
    return Block(data, body)


def _read_other(handler: frontmatter.default_handlers.BaseHandler, text: str, notes: Notes) -> Block:
    line = 1 + text[: len(text) - len(text.lstrip())].count("\n")
    try:
        head, body = handler.split(text)
    except BlockError as error:
        notes.add(ProblemKind.FRONT_MATTER_BROKEN, str(error), line)
        return Block(body=text)
    if isinstance(handler, FencedBlock) and not handler.closing(text):
        notes.add(ProblemKind.FRONT_MATTER_REPAIRED, "no closing line", line + 1 + head.count("\n"))
    try:
        data = handler.load(head)
    except BlockError as error:
        data = error.data
        notes.add(ProblemKind.FRONT_MATTER_REPAIRED if data else ProblemKind.FRONT_MATTER_BROKEN, str(error), line)
    return Block(data, body)


def _read_yaml(handler: YamlBlock, text: str, notes: Notes) -> Block:
    cut = handler.cut(text)
    if cut is None:
        return _read_unclosed(handler, text, notes)
    head = text[cut.start : cut.end]
    first_line = 1 + text.count("\n", 0, cut.start)
    if not _has_keys(head):
        if head.strip() and not all(line.lstrip().startswith("#") for line in head.split("\n") if line.strip()):
            return Block(body=text)  # A rule at the top of a text without front matter.
        # Hexo takes a doubled opening line for one: YAML allows the second.
        second = _read_opening_less(text[cut.body :], Dialect.HEXO, notes)
        return second or Block(body=text[cut.body :])
    try:
        loaded = load(head)
    except YamlError:
        loaded = None
    if loaded is None or not isinstance(loaded.value, dict):
        shorter = _end_of_keys(head)
        if shorter is not None and "\n<" in head[shorter:]:  # The delimiter found belongs to the body.
            return _read_unclosed(handler, text, notes)
        data = load_leniently(head, first_line, notes)
    else:
        data = loaded.value
        for key, line in loaded.duplicates:
            notes.add(ProblemKind.DUPLICATE_KEY, key, first_line + line)
    if cut.glued:
        notes.add(ProblemKind.FRONT_MATTER_REPAIRED, "text after the closing line", first_line + head.count("\n"))
    return Block(data, text[cut.body :])


def _read_unclosed(handler: YamlBlock, text: str, notes: Notes) -> Block:
    """Take the lines that look like keys for the block; the rest is the body."""
    start = handler.opening_end(text)
    end = _end_of_keys(text[start:])
    head = text[start:] if end is None else text[start : start + end]
    if not _has_keys(head):
        return Block(body=text)
    first_line = 1 + text.count("\n", 0, start)
    notes.add(ProblemKind.FRONT_MATTER_REPAIRED, "no closing line", first_line + head.count("\n"))
    body = "" if end is None else text[start + end :]
    return Block(load_leniently(head, first_line, notes), body)


def _has_keys(head: str) -> bool:
    return any(KEY_LINE.match(line) for line in head.split("\n"))


def _end_of_keys(head: str) -> int | None:
    """Return where the lines that may belong to a block end, or None when all may."""
    position, below_key = 0, False
    for line in head.split("\n"):
        key = KEY_LINE.match(line)
        blank = not line.strip()
        belongs = key or line[:1] in " \t#" or line.startswith("- ") or line in {"-", ""}
        if not belongs or (blank and below_key is False and position):
            return position
        below_key = bool(key) or (not blank)
        position += len(line) + 1
    return None


def _read_opening_less(text: str, dialect: Dialect, notes: Notes) -> Block | None:
    """Read a block that only a closing line ends, as Hexo does."""
    if not KEY_LINE.match(text.lstrip("\n \t")[:200]):
        return None
    closing = _CLOSING_ONLY.search(text, 0, _OPENING_LESS_REACH)
    if closing is None or closing.start() == 0:
        return None
    head = text[: closing.start()]
    if dialect is Dialect.PELICAN and "\n\n" in head.strip("\n"):
        return None  # A heading's underline: its keys end at the first blank line (Python-Markdown, "Meta-Data").
    quiet = Notes(notes.path)
    data = _json_lines(head) if closing[0][0] == ";" else load_leniently(head, 1, quiet)
    if not _TELLING_KEYS.intersection(key.strip().lower() for key in data):
        return None
    if any(problem.kind is not ProblemKind.DUPLICATE_KEY for problem in quiet.problems) and _end_of_keys(head):
        return None  # Prose above a rule or a heading's underline.
    for problem in quiet.problems:
        notes.add(problem.kind, problem.detail, problem.line)
    if dialect is not Dialect.HEXO:
        notes.add(ProblemKind.FRONT_MATTER_REPAIRED, "no opening line", 1)
    body = text[closing.end() :].removeprefix("\n")
    return Block(data, body)


def _json_lines(head: str) -> dict[str, Value]:
    """Read the lines of JSON that three semicolons end (Hexo, docs, "Front-matter")."""
    try:
        return SemicolonBlock().load(head)
    except BlockError as error:
        return error.data

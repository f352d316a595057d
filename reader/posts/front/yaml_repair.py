"""Front matter that is not quite YAML, read all the same: part by part, then line by line."""

from __future__ import annotations

import re

from reader.posts.front.yaml_text import Value, YamlError, load
from reader.posts.notes import Notes
from reader.problems import ProblemKind

_LEADING_TAB = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( .*)?$")
#: A key at the start of a line, quoted or not; its colon ends the line or is followed by a blank.
KEY_LINE = re.compile(
    r"""^(?P<key>"[^"\n]{1,80}"|'[^'\n]{1,80}'|[^\s"'\-#:\[\]{}&*!|>%@`,][^:\n]{0,79}?)(?<!\s)\s*+:(?=\s|$)"""
)
#: Of lines whose blanks at the end are cut off: a pattern that looks for them tries each run of blanks many times.
_ITEM = re.compile(r"^(\s*-\s+)(\S.*)$")
_PAIR = re.compile(r"^(\s*(?:-\s+)?[^\s:\"'#][^:\n]{0,79}?:)[ \t]+(\S.*)$")
#: Far more keys than any post has; reading one by itself takes some 10 microseconds.
_MOST_PARTS = 5_000


def load_leniently(text: str, first_line: int, notes: Notes) -> dict[str, Value]:
    """Read a block of YAML; `first_line` is where it begins in the file, from 1. Each repair is recorded."""
    try:
        return _mapping(text, first_line, notes)
    except YamlError as error:
        reason, line = str(error), first_line + error.line
    if "\t" in text:
        # As hexo-front-matter does: a tab that indents stands for two spaces.
        text = _LEADING_TAB.sub(lambda found: found.group().replace("\t", "  "), text)
        try:
            result = _mapping(text, first_line, notes)
        except YamlError as error:
            reason, line = str(error), first_line + error.line
        else:
            notes.add(ProblemKind.FRONT_MATTER_REPAIRED, "tabs used as indent", line)
            return result
    return _by_parts(text, first_line, (reason, line), notes)


def _mapping(text: str, first_line: int, notes: Notes) -> dict[str, Value]:
    loaded = load(text)
    if loaded.value is None:
        return {}
    if not isinstance(loaded.value, dict):
        raise YamlError("no keys")
    for key, line in loaded.duplicates:
        notes.add(ProblemKind.DUPLICATE_KEY, key, first_line + line)
    return loaded.value


def _by_parts(text: str, first_line: int, reason: tuple[str, int], notes: Notes) -> dict[str, Value]:
    """Read each top-level key for itself, so that one value cannot sink the file."""
    result: dict[str, Value] = {}
    lines = text.split("\n")
    kept = [line for line in lines if not _CONFLICT.match(line)]
    if len(kept) != len(lines):
        notes.add(ProblemKind.FRONT_MATTER_REPAIRED, "marks of a merge conflict dropped", reason[1])
    parts = _parts(lines)
    if len(parts) > _MOST_PARTS:
        notes.add(ProblemKind.FRONT_MATTER_REPAIRED, "too many values", first_line + parts[_MOST_PARTS][0])
    for number, part in parts[:_MOST_PARTS]:
        found = _read_part(part, first_line + number, notes)
        for key, value in found.items():
            if key in result:
                notes.add(ProblemKind.DUPLICATE_KEY, key, first_line + number)
            result[key] = value
    if not result:
        notes.add(ProblemKind.FRONT_MATTER_BROKEN, reason[0], reason[1])
    return result


def _parts(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Cut the block before each line that begins with a key; number lines from 0, leave out conflict marks."""
    parts: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines):
        if _CONFLICT.match(line):
            continue
        if KEY_LINE.match(line):
            parts.append((number, [line]))
        elif parts:
            parts[-1][1].append(line)
    return parts


def _read_part(part: list[str], line: int, notes: Notes) -> dict[str, Value]:
    attempts = (("", part), ("text put in quotes", [_quoted(each) for each in part]))
    for repair, lines in attempts:
        try:
            loaded = load("\n".join(lines))
        except YamlError:
            continue
        if isinstance(loaded.value, dict):
            if repair:
                notes.add(ProblemKind.FRONT_MATTER_REPAIRED, repair, line)
            return loaded.value
    notes.add(ProblemKind.FRONT_MATTER_REPAIRED, "read line by line", line)
    return _line_wise(part)


def _quoted(line: str) -> str:
    """Put the text of `key: text` or `- text` into single quotes, with the author's own outer quotes taken off."""
    found = _PAIR.match(line.rstrip(" \t")) or _ITEM.match(line.rstrip())
    if not found or found.group(2)[0] in "|>":
        return line
    head, value = found.group(1), found.group(2)
    if value[0] in "[{" and value[-1] in "]}":
        return line
    return f"{head} '{_bare(value).replace(chr(39), chr(39) * 2)}'"


def _bare(value: str) -> str:
    if value.startswith('""') and value.endswith('""'):  # A robot's threads once quoted the same title many times.
        return value.strip('"')
    for quote in "'\"":
        if len(value) > 1 and value[0] == quote == value[-1]:
            return value[1:-1]
    return value


def _line_wise(part: list[str]) -> dict[str, Value]:
    """Read `key: text` and the `- items` or lines below it as plain text."""
    found = KEY_LINE.match(part[0])
    if not found:
        return {}
    key = _bare(found.group("key").strip())
    first = part[0][found.end() :].strip()
    rest = [line.strip() for line in part[1:] if line.strip() and not KEY_LINE.match(line.strip())]
    items = [_bare(line[1:].strip()) for line in rest if line.startswith("-")]
    if not first and items:
        return {key: list(items)}
    text = " ".join([first, *(line for line in rest if not line.startswith("-"))]).strip()
    text = _bare(text)
    if text[:1] in "'\"" and text.count(text[:1]) == 1:  # A quote that was never closed.
        text = text[1:]
    return {key: text or None}

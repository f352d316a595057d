"""YAML read as text: every scalar stays what the author wrote, and no value can cost more than its length.

Built on the events of PyYAML's CSafeLoader, which libyaml makes without recursion; tags are ignored, so nothing is ever
constructed but strings, None, lists and dicts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from reader.posts.front.yaml_simple import AS_WRITTEN, NULLS, load_simple

#: More values than any front matter holds; what a few aliases of aliases can multiply to.
_MOST_VALUES = 20_000
_DEEPEST = 60

Value = str | None | list["Value"] | dict[str, "Value"]


class YamlError(ValueError):
    """The text is no YAML, or too much of it. `line` counts from 0 within the text."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(slots=True)
class Loaded:
    """A document: its value, the keys given twice with their lines (from 0)."""

    value: Value = None
    duplicates: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read."""

    items: list[Value]
    start: int
    line: int
    anchor: str | None
    mapping: bool
    flow: bool
    as_text: bool = False
    lines: list[int] = field(default_factory=list)


def load(text: str) -> Loaded:
    """Read one YAML document. Raises YamlError."""
    simple = load_simple(text)
    if simple is not None:
        return Loaded(cast("Value", simple))
    return load_fully(text)


def load_fully(text: str) -> Loaded:
    """Read one YAML document with the real parser. Raises YamlError."""
    loader = yaml.CSafeLoader(text)
    try:
        return _Builder(text).build(loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        raise YamlError(str(getattr(error, "problem", None) or "not YAML"), mark.line if mark else 0) from error
    finally:
        loader.dispose()


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.result = Loaded()
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Value, int]] = {}
        self.count = 0

    def build(self, loader: yaml.CSafeLoader) -> Loaded:
        next_event: Callable[[], Any] = loader.get_event
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value = None if event.implicit[0] and (not event.value or event.value in NULLS) else event.value
                self._put(value, event.anchor, event.start_mark.line, 1)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, mapping=kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(event.end_mark.index)
            elif kind is yaml.AliasEvent:
                if event.anchor not in self.anchors:
                    raise YamlError(f"unknown alias *{event.anchor}", event.start_mark.line)
                value, size = self.anchors[event.anchor]
                self._put(value, None, event.start_mark.line, size)
            elif event is None or kind is yaml.DocumentEndEvent:
                return self.result

    def _open(self, event: Any, *, mapping: bool) -> None:
        mark = event.start_mark
        if len(self.stack) >= _DEEPEST:
            raise YamlError("nested too deeply", mark.line)
        self.stack.append(_Open([], mark.index, mark.line, event.anchor, mapping, bool(event.flow_style)))

    def _close(self, end: int) -> None:
        done = self.stack.pop()
        value: Value
        if done.as_text or (done.flow and self._wanted_as_written()):
            value = self.text[done.start : end].strip()
        elif done.mapping:
            value = self._mapping(done)
        else:
            value = done.items
        if not self.stack:
            self.result.value = value
            return
        self._put(value, done.anchor, done.line, len(done.items) + 1)

    def _wanted_as_written(self) -> bool:
        if len(self.stack) != 1 or not self.stack[0].mapping or len(self.stack[0].items) % 2 == 0:
            return False
        key = self.stack[0].items[-1]
        return isinstance(key, str) and key.lower() in AS_WRITTEN

    def _put(self, value: Value, anchor: str | None, line: int, size: int) -> None:
        self.count += size
        if self.count > _MOST_VALUES:
            raise YamlError("too many values", line)
        if anchor:
            self.anchors[anchor] = (value, _size(value))
        if not self.stack:
            self.result.value = value
            return
        parent = self.stack[-1]
        if parent.mapping and len(parent.items) % 2 == 0:
            parent.lines.append(line)
            if isinstance(value, (list, dict)):  # `{{date}}`: no key, but a template's placeholder.
                parent.as_text = True
        parent.items.append(value)

    def _mapping(self, done: _Open) -> dict[str, Value]:
        result: dict[str, Value] = {}
        top = not self.stack
        for index in range(0, len(done.items) - 1, 2):
            raw, value = done.items[index], done.items[index + 1]
            key = raw if isinstance(raw, str) else ""
            if key == "<<" and isinstance(value, dict):
                for name, merged in value.items():
                    result.setdefault(name, merged)
                continue
            if top and key in result:
                self.result.duplicates.append((key, done.lines[index // 2]))
            result[key] = value
        return result


def _size(value: Value) -> int:
    """Count the values inside, each time they stand there; shared lists count as often as they are named."""
    total, waiting = 0, [value]
    while waiting:
        item = waiting.pop()
        total += 1
        if total > _MOST_VALUES:
            return total
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            waiting.extend(item.values())
    return total

"""Reads and presses what a screen reader would, by AT-SPI. Runs on the system's Python, which has its bindings.

One command a line on standard input, one answer a line on standard output, both JSON.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = "Broadsheet"
# Lists may have a million rows: no more of them are looked at than a window can show.
MOST_CHILDREN = 60


def showing(node: Any) -> Iterator[Any]:
    """Yield a node and all below it that can be seen."""
    if not node.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    yield node
    for number in range(min(node.get_child_count(), MOST_CHILDREN)):
        child = node.get_child_at_index(number)
        if child is not None:
            yield from showing(child)


def windows() -> Iterator[Any]:
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None and program.get_name() == PROGRAM:
            for window in range(program.get_child_count()):
                yield program.get_child_at_index(window)


def found(name: str) -> Any:
    """Return what bears that name, or begins with it when it ends in an ellipsis; None when nothing does."""
    beginning = name.removesuffix("…")
    for window in windows():
        for node in showing(window):
            said = node.get_name()
            if said == name or (beginning != name and said.startswith(beginning)):
                return node
    return None


def names() -> list[str]:
    return [node.get_name() for window in windows() for node in showing(window) if node.get_name()]


def press(name: str) -> bool:
    node = found(name)
    return node is not None and Atspi.Action.do_action(node, 0)


def text(name: str) -> str | None:
    node = found(name)
    return None if node is None else Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def rows(name: str) -> list[str]:
    """Return what the lines of a list say, those out of sight included."""
    node = found(name)
    count = 0 if node is None else min(node.get_child_count(), MOST_CHILDREN)
    return [node.get_child_at_index(number).get_name() for number in range(count)]


def states(name: str) -> list[str]:
    node = found(name)
    return [] if node is None else [state.value_nick for state in node.get_state_set().get_states()]


def focused() -> list[str]:
    """Return what has the focus: its label, where it has one, or its name. Views name their rows besides themselves."""
    return [
        label(node)
        for window in windows()
        for node in showing(window)
        if node.get_state_set().contains(Atspi.StateType.FOCUSED)
    ]


def label(node: Any) -> str:
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return str(relation.get_target(0).get_name())
    return str(node.get_name())


def weight(name: str, words: str) -> str:
    """Return how heavy the first of these words are set in a text, as a screen reader is told."""
    node, said = found(name), text(name) or ""
    if node is None or words not in said:
        return ""
    return str(Atspi.Text.get_attribute_run(node, said.index(words), False)[0].get("weight", ""))


announced: list[str] = []


def announcements() -> list[str]:
    """Return what the program has said of itself so far."""
    return announced


COMMANDS: dict[str, Callable[..., Any]] = {
    "names": names,
    "press": press,
    "text": text,
    "rows": rows,
    "states": states,
    "focused": focused,
    "weight": weight,
    "announcements": announcements,
}


def answer(line: str) -> Any:
    command, *arguments = json.loads(line)
    # A window that is closing answers nothing, or is None by the time its turn comes; whoever asked will ask again.
    with contextlib.suppress(GLib.Error, AttributeError):
        return COMMANDS[command](*arguments)
    return None


def say(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main() -> None:
    desktop = Atspi.get_desktop(0)
    # What is remembered of a window that changes grows old.
    desktop.set_cache_mask(Atspi.Cache.NONE)
    # Qt speaks on the bus only once somebody listens there.
    desktop.get_child_count()
    listener = Atspi.EventListener.new(lambda event: announced.append(str(event.any_data)))
    listener.register("object:announcement")
    say("ready")
    for line in sys.stdin:
        # The bindings take in what happened only when their loop runs.
        while GLib.MainContext.default().iteration(may_block=False):
            pass
        say(answer(line))


if __name__ == "__main__":
    main()

"""Gathers the runs of one paragraph: white space as in a browser, equal neighbours joined."""

from __future__ import annotations

import re

from reader.posts.body.plain_text import unbroken
from reader.viewing.blocks import Block, Inline, Picture, Place, Run, Style, inlines, plain_text

_BLANKS = " \t\r\n\u2028\u2029"
_SPACE = re.compile(f"[{_BLANKS}]+")
_OBJECT = "\ufffc"


def one_paragraph(blocks: tuple[Block, ...]) -> tuple[Inline, ...]:
    """Return what blocks say in one paragraph, each on a line of its own, pictures left out."""
    runs: list[Inline] = []
    between = ""
    for block in blocks:
        if isinstance(block, Picture):
            between = " "  # what stood on both sides of it was one line
            continue
        if runs:
            runs.append(Run(between or "\n"))
        runs += inlines(block) or (Run(plain_text((block,))),)
        between = ""
    return tuple(runs)


class Line:
    """The paragraph being read."""

    def __init__(self) -> None:
        self._runs: list[Inline] = []
        self._open = False  # whether the next text may begin with a space
        self._end = ""  # the last character, with the white space behind it as it was written

    def text(self, text: str, style: Style, href: str) -> None:
        # Where a line broke, what stands on both sides tells whether a space is meant, whatever elements these are in.
        whole = f"{self._end}{text.replace(_OBJECT, '')}"
        text = _SPACE.sub(" ", unbroken(whole).removeprefix(self._end[:1]))
        if not text.startswith(" "):
            self._unspace()
        if not self._open:
            text = text.removeprefix(" ")
        if text:
            self._append(Run(text, style, href))
            self._open = not text.endswith(" ")
        bare = len(whole.rstrip(_BLANKS))
        if style & Style.READING:
            self._end = self._end[:1] or _OBJECT  # it stands beside the line, not in it
        else:
            self._end = whole[bare - 1 :] if bare else ""

    def line_break(self) -> None:
        self._strip_end()
        # A paragraph begins on a line of its own as it is: an empty one would part a picture from the text below.
        if any(not isinstance(run, Place) for run in self._runs):
            self._append(Run("\n"))
        self._open, self._end = False, ""

    def place(self, name: str) -> None:
        self._runs.append(Place(name))

    def picture(self, picture: Picture) -> None:
        self._runs.append(picture)
        self._open, self._end = True, _OBJECT

    def ends_in_break(self) -> bool:
        last = self._runs[-1] if self._runs else None
        return isinstance(last, Run) and last.text.endswith("\n")

    def take(self) -> tuple[Inline, ...]:
        """Return the paragraph and begin the next one. Places without text wait for the next paragraph."""
        while self.ends_in_break() or self._ends_in_space():
            self._strip_end(" \n")
        self._open, self._end = False, ""
        if all(isinstance(run, Place) for run in self._runs):
            return ()
        runs, self._runs = tuple(self._runs), []
        return runs

    def places(self) -> tuple[Place, ...]:
        """Return, and forget, the places that still wait."""
        waiting = tuple(run for run in self._runs if isinstance(run, Place))
        self._runs = []
        return waiting

    def _append(self, run: Run) -> None:
        last = self._runs[-1] if self._runs else None
        if isinstance(last, Run) and (last.style, last.href) == (run.style, run.href):
            self._runs[-1] = Run(last.text + run.text, run.style, run.href)
        else:
            self._runs.append(run)

    def _ends_in_space(self) -> bool:
        last = self._runs[-1] if self._runs else None
        return isinstance(last, Run) and last.text.endswith(" ")

    def _unspace(self) -> None:
        """Take a space back that the next text tells is none; places may stand behind it."""
        at = next((at for at in reversed(range(len(self._runs))) if not isinstance(self._runs[at], Place)), 0)
        last = self._runs[at] if self._runs else None
        if isinstance(last, Run) and last.text.endswith(" "):
            text = last.text[:-1]
            self._runs[at : at + 1] = [Run(text, last.style, last.href)] if text else []

    def _strip_end(self, what: str = " ") -> None:
        last = self._runs[-1] if self._runs else None
        if not isinstance(last, Run):
            return
        text = last.text.rstrip(what)
        if text:
            self._runs[-1] = Run(text, last.style, last.href)
        else:
            self._runs.pop()

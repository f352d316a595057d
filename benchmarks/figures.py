"""Figures with their goals and floors: printed as they come, kept as JSON, and made into the table of the docs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number. `beside` names what was measured in the same run to compare with, and `floor` is its number.

    `unit` is that of both; `goal` is what is aimed at, in words.
    """

    name: str
    value: float
    unit: str
    goal: str = ""
    beside: str = ""
    floor: float | None = None

    @property
    def shown(self) -> str:
        """The number with its unit."""
        return show(self.value, self.unit)

    @property
    def compared(self) -> str:
        """What it was compared with, and how many times that it is."""
        if not self.floor:
            return ""
        ratio = self.value / self.floor
        digits = 0 if ratio >= 10 else 1 if ratio >= 1 else 2
        times = f"{ratio:,.{digits}f} times" if ratio >= 0.1 else f"1/{1 / ratio:,.0f}"
        return f"{self.beside} {show(self.floor, self.unit)}: {times}"


class Figures:
    """The figures of one run over a library of `posts` articles."""

    def __init__(self, posts: int, notes: Sequence[str]) -> None:
        self.posts = posts
        self.notes = list(notes)
        self.all: list[Figure] = []
        print(f"\n{posts:,} articles; {'; '.join(notes)}", flush=True)

    def add(
        self, name: str, value: float, unit: str, goal: str = "", beside: str = "", floor: float | None = None
    ) -> None:
        """Take a figure and print it."""
        figure = Figure(name, value, unit, goal, beside, floor)
        self.all.append(figure)
        print(f"{name:46} {figure.shown:>16}  {goal:14} {figure.compared}", flush=True)

    def skip(self, what: str) -> None:
        """Say what is not measured here."""
        print(f"{what:46} not here", flush=True)

    def save(self, folder: Path) -> None:
        """Keep them below `folder`, in place of those of an earlier run over as many articles."""
        kept = {"posts": self.posts, "notes": self.notes, "figures": [asdict(figure) for figure in self.all]}
        (folder / f"figures-{self.posts}.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")


def load(folder: Path) -> list[tuple[int, list[str], list[Figure]]]:
    """Return the figures that were kept, those over the fewest articles first."""
    found = [json.loads(file.read_text("utf-8")) for file in folder.glob("figures-*.json")]
    found.sort(key=lambda kept: kept["posts"])
    return [(kept["posts"], kept["notes"], [Figure(**figure) for figure in kept["figures"]]) for kept in found]


def table(folder: Path) -> str:
    """Return the kept figures as a table in Markdown: a column for each number of articles, and the goals."""
    runs = load(folder)
    most = runs[-1][2]
    by_name = [{figure.name: figure for figure in figures} for _, _, figures in runs]
    names = list(dict.fromkeys(figure.name for _, _, figures in runs for figure in figures))
    head = ["what", *(f"{posts:,}" for posts, _, _ in runs), "goal", f"beside, at {runs[-1][0]:,}"]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    latest = {figure.name: figure for figure in most}
    for name in names:
        cells = [figures[name].shown if name in figures else "" for figures in by_name]
        figure = latest.get(name)
        lines.append(f"| {' | '.join([name, *cells, *((figure.goal, figure.compared) if figure else ('', ''))])} |")
    notes = [f"- {posts:,}: {'; '.join(notes)}" for posts, notes, _ in runs]
    return "\n".join([*lines, "", *notes])


def show(value: float, unit: str) -> str:
    """Return a number with its unit, with as many digits as mean something."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"


def share(seconds: Sequence[float], part: float) -> float:
    """Return the milliseconds that a part of all took at most; a part of 1 is the longest."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000

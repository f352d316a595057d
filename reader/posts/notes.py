"""The problems of one file, collected while it is read."""

from __future__ import annotations

from reader.problems import Problem, ProblemKind


class Notes:
    """A list of Problems that knows its file. Saying the same thing twice is heard once."""

    __slots__ = ("_problems", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self._problems: dict[Problem, None] = {}

    def add(self, kind: ProblemKind, detail: str = "", line: int | None = None) -> None:
        """Record a repair: the file still becomes an article."""
        self._problems[Problem(self.path, kind, detail[:300], line)] = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was recorded, in order."""
        return tuple(self._problems)


class Refusal(Exception):  # noqa: N818 - a decision about the file, not a fault of the program
    """The file is no article; `kind` and `detail` say why."""

    def __init__(self, kind: ProblemKind, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail

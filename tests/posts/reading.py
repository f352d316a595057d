"""Posts out of plain strings: what most tests of this package begin with."""

from __future__ import annotations

from pathlib import Path

from reader.domain import Dialect, FileStamp, Post, ReadFile
from reader.posts.read_post import read_bytes
from reader.posts.sites.site import Site
from reader.problems import ProblemKind

#: 2001-09-09T01:46:40Z, the time of every file made here.
STAMP = FileStamp(100, 1_000_000_000_000_000_000)
NOWHERE = Path("/nonexistent/posts")


def read(
    text: str | bytes,
    dialect: Dialect = Dialect.HEXO,
    path: str = "_posts/post.md",
    root: Path = NOWHERE,
) -> ReadFile:
    """Read a file that holds `text` in a site of the given dialect."""
    data = text.encode() if isinstance(text, str) else text
    return read_bytes(Site(root, dialect), path, data, STAMP)


def post(
    text: str | bytes,
    dialect: Dialect = Dialect.HEXO,
    path: str = "_posts/post.md",
    root: Path = NOWHERE,
) -> Post:
    """Read a file that must become a post."""
    result = read(text, dialect, path, root)
    assert result.post is not None, result.problems
    return result.post


def body(markdown: str, dialect: Dialect = Dialect.HEXO, path: str = "_posts/2020-01-01-post.md") -> str:
    """Convert a body; return its HTML."""
    return post(f"---\ntitle: T\n---\n{markdown}", dialect, path).html


def kinds(result: ReadFile | Post) -> list[ProblemKind]:
    """Return the kinds of a result's problems, in order."""
    return [problem.kind for problem in result.problems]

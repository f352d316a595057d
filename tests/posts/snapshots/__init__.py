"""What each file of the real posts is read as, without its text: small enough to review each change by eye.

`python -m tests.posts.snapshots` writes the files beside this one anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.domain import Post
from reader.posts.read_post import read_file
from reader.posts.sites.scan import FoundFile, scan
from reader.posts.sites.site import detect
from reader.problems import Problem, ProblemKind

HERE = Path(__file__).parent
CORPORA = HERE.parents[3] / "shared" / "corpora"


def folders() -> list[str]:
    """Return the names of the folders of real posts, [] where there are none."""
    return sorted(each.name for each in CORPORA.iterdir() if each.is_dir()) if CORPORA.is_dir() else []


def take(name: str) -> str:
    """Return the snapshot of a folder: JSON with a line for each file."""
    site = detect(CORPORA / name, zone="UTC")  # Never the zone of the computer that happens to run this.
    lines = [json.dumps(each, ensure_ascii=False) for each in _files(name)]
    head = {"source": _source(name), "dialect": site.dialect, "marker": site.marker}
    return f'{{"about": {json.dumps(head, ensure_ascii=False)},\n"files": [\n' + ",\n".join(lines) + "\n]}\n"


def _source(name: str) -> str:
    """Return where the posts come from and under which licence."""
    return " ".join((CORPORA / name / "SOURCE.txt").read_text("utf-8").split())


def _files(name: str) -> Iterator[dict[str, Any]]:
    site = detect(CORPORA / name, zone="UTC")
    for found in sorted(scan(site), key=lambda each: each.path):
        if not isinstance(found, FoundFile):
            yield {"path": found.path, "skipped": found.kind}
            continue
        result = read_file(site, found.path)
        if result.post is None:
            yield {"path": found.path, "skipped": result.problems[-1].kind}
        else:
            yield {name: value for name, value in _post(result.post).items() if value not in ("", [], {}, None)}


def _post(post: Post) -> dict[str, Any]:
    dated = not any(problem.kind is ProblemKind.DATE_MISSING for problem in post.problems)
    remote = sum(each.local is None and _is_remote(each.ref) for each in post.pictures)
    local = [each.local for each in post.pictures if each.local is not None]
    return {
        "path": post.path,
        "title": post.title,
        # The time of a file is another one in every copy.
        "date": post.published.isoformat() if dated else None,
        "zone": "assumed" if dated and post.zone_assumed else "",
        "categories": [list(path) for path in post.categories],
        "tags": list(post.tags),
        "lead": post.lead.ref if post.lead else "",
        "pictures": local,
        "remote": remote or None,
        "missing": len(post.pictures) - len(local) - remote or None,
        "problems": [_line(problem) for problem in post.problems],
    }


def _is_remote(ref: str) -> bool:
    return ref.startswith(("http:", "https:", "//", "data:"))


def _line(problem: Problem) -> str:
    return f"{problem.kind}:{problem.line}" if problem.line else str(problem.kind)

"""What the command line prints: JSON with stable names (docs/cli.md), or lines for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from reader.domain import ALL, UNCATEGORISED, Article, Category, Content, LibraryError
from reader.outcomes import ImportPlan, ImportReport
from reader.problems import Problem
from reader.viewing.sanitize import sanitize


def iso(seconds: int) -> str:
    """Return a time as ISO 8601 in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def failure(error: LibraryError, *, as_json: bool) -> None:
    """Say what the environment refused."""
    if as_json:
        _json({"error": error.kind, "path": str(error.path), "message": error.advice})
    print(f"broadsheet-cli: {error}", file=sys.stderr)


def nothing(message: str, *, as_json: bool) -> None:
    """Say that the library does not hold what was asked for."""
    if as_json:
        _json({"error": "not-found", "message": message})
    print(f"broadsheet-cli: {message}", file=sys.stderr)


def plan(planned: ImportPlan, *, as_json: bool) -> None:
    """Print what an import would do."""
    names = ("files", "new", "changed", "unchanged", "refused")
    counts = {name: getattr(planned, name) for name in names}
    if as_json:
        _json(
            {"dialect": planned.dialect, "marker": planned.marker}
            | counts
            | {
                "categories": [{"path": list(path), "posts": posts} for path, posts in planned.categories],
                "problems": [_problem(problem) for problem in planned.problems],
            }
        )
        return
    print(f"{planned.dialect} ({planned.marker})" if planned.marker else planned.dialect)
    _counts(counts)
    for path, posts in planned.categories:
        print(f"  {posts:6} {'/'.join(path)}")
    _problems(planned.problems)


def report(done: ImportReport, *, as_json: bool) -> None:
    """Print what an import did."""
    names = ("added", "updated", "moved", "unchanged", "refused", "gone", "pictures", "indexed")
    counts = {name: getattr(done, name) for name in names}
    if as_json:
        _json(counts | {"problems": [_problem(problem) for problem in done.problems]})
        return
    _counts(counts)
    _problems(done.problems)


def articles(found: Sequence[Article], total: int, *, as_json: bool) -> None:
    """Print rows of a list that has `total` of them."""
    if as_json:
        _json({"total": total, "articles": [_article(article) for article in found]})
        return
    for article in found:
        marks = ("•" if article.unread else " ") + ("★" if article.bookmarked else " ")
        print(f"{article.id:7} {marks} {iso(article.published)[:10]}  {article.title}  ({article.source})")
    if total > len(found):
        print(f"... {total - len(found)} more; --limit shows them", file=sys.stderr)


def content(shown: Content, *, as_json: bool) -> None:
    """Print one article whole."""
    if not as_json:
        paths = "; ".join("/".join(path) for path in shown.categories)
        print(shown.article.title, f"{shown.article.author}  {iso(shown.article.published)}  {paths}".strip(), sep="\n")
        print(f"\n{shown.text}")
        _problems(shown.problems)
        return
    _json(
        _article(shown.article)
        | {
            "path": _printable(shown.path),
            "root": _printable(str(shown.root)),
            "date_text": shown.date_text,
            "zone_assumed": shown.zone_assumed,
            "link": shown.link,
            "lang": shown.lang,
            "categories": [list(path) for path in shown.categories],
            "tags": list(shown.tags),
            "lead": shown.lead.ref if shown.lead else None,
            "pictures": [
                {"ref": picture.ref, "key": picture.key or None, "alt": picture.alt, "reason": picture.reason or None}
                for picture in shown.pictures
            ],
            "metadata": shown.metadata,
            "problems": [_problem(problem) for problem in shown.problems],
            "text": shown.text,
            "html": sanitize(shown.html, {picture.ref: picture.key for picture in shown.pictures if picture.key}),
        }
    )


def categories(found: Sequence[Category], *, as_json: bool) -> None:
    """Print the tree, a path a line."""
    names = {node.id: node for node in found}

    def path(node: Category) -> list[str]:
        above = names.get(node.parent) if node.parent not in (None, ALL) else None
        return [*(path(above) if above else []), node.name]

    shown = [node for node in found if node.id not in (ALL, UNCATEGORISED)]
    if as_json:
        _json([{"id": node.id, "path": path(node), "total": node.total, "unread": node.unread} for node in shown])
        return
    for names_, node in sorted((path(node), node) for node in shown):
        print(f"{node.total:7} {node.unread:7} {'/'.join(names_)}")


def numbers(found: Mapping[str, int], *, as_json: bool) -> None:
    """Print named numbers."""
    if as_json:
        _json(found)
    else:
        _counts(found)


def faults(found: Sequence[str], *, as_json: bool) -> None:
    """Print what a check found."""
    if as_json:
        _json({"ok": not found, "faults": list(found)})
    else:
        print("\n".join(found) or "The library is sound.")


def _article(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "author": article.author,
        "date": iso(article.published),
        "source": article.source,
        "summary": article.summary,
        "unread": article.unread,
        "bookmarked": article.bookmarked,
        "gone": article.gone,
        "thumbnail": article.thumbnail or None,
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "path": _printable(problem.path),
        "line": problem.line,
        "kind": problem.kind,
        "message": problem.sentence(),
        "repaired": problem.repaired,
    }


def _problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        line = f":{problem.line}" if problem.line else ""
        print(
            f"{'repaired' if problem.repaired else 'refused '}  {_printable(problem.path)}{line}: {problem.sentence()}"
        )


def _counts(counts: Mapping[str, int]) -> None:
    for name, number in counts.items():
        print(f"{name.replace('_', ' '):14} {number:9}")


def _printable(path: str) -> str:
    return path.encode("utf-8", "replace").decode()


def _json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))

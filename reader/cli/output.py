"""What the command line prints: JSON with stable names (docs/cli.md), or text."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from reader.days import utc
from reader.domain import Article, Content, LibraryError, Source
from reader.late import late
from reader.library.conditions.query_tree import Hint
from reader.library.search.highlight import Snippet
from reader.outcomes import Batch, Counts, ImportPlan, ImportReport, Outcome
from reader.problems import Problem

with late():
    from reader.viewing import sanitize


def iso(seconds: int) -> str:
    """Return a time as ISO 8601 in UTC."""
    return utc(seconds).strftime("%Y-%m-%dT%H:%M:%SZ")


def failure(error: LibraryError, *, as_json: bool) -> None:
    """Say what the environment refused."""
    if as_json:
        json_value(_failure(error))
    print(f"broadsheet-cli: {shown(str(error))}", file=sys.stderr)


def _failure(error: LibraryError) -> dict[str, str]:
    return {"error": error.kind, "path": printable(str(error.path)), "message": error.advice}


def not_found(message: str, *, as_json: bool) -> None:
    """Say that the library does not hold what was asked for."""
    if as_json:
        json_value({"error": "not-found", "message": message})
    print(f"broadsheet-cli: {shown(message)}", file=sys.stderr)


#: The names of outcomes in a plan and in a report: what will be, and what was done.
PLANNED = {
    "new": Outcome.NEW, "changed": Outcome.CHANGED, "moved": Outcome.MOVED, "copies": Outcome.COPY,
    "unchanged": Outcome.SAME, "gone": Outcome.GONE, "drafts": Outcome.DRAFT, "not_posts": Outcome.NOT_POST,
    "refused": Outcome.REFUSED,
}  # fmt: skip
DONE = {{"new": "added", "changed": "updated"}.get(name, name): outcome for name, outcome in PLANNED.items()}


def _outcomes(counts: Counts, names: Mapping[str, Outcome]) -> dict[str, int]:
    return {name: counts[outcome] for name, outcome in names.items()}


def plan(planned: ImportPlan, *, as_json: bool) -> None:
    """Print what an import would do."""
    counts = {"files": planned.files} | _outcomes(planned.counts, PLANNED) | {"repaired": planned.repaired}
    if as_json:
        json_value(
            {"dialect": planned.dialect, "marker": planned.marker}
            | counts
            | {
                "categories": [{"path": list(path), "posts": posts} for path, posts in planned.categories],
                "outcomes": [
                    {"path": printable(file.path), "outcome": file.outcome, "title": file.title}
                    for file in planned.outcomes
                ],
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
    counts = _outcomes(done.counts, DONE)
    counts |= {"repaired": done.repaired, "pictures": done.pictures, "indexed": done.indexed}
    if as_json:
        json_value(
            counts
            | {
                "problems": [_problem(problem) for problem in done.problems],
                "batch": done.batch,
                "stopped": _failure(done.stopped) if done.stopped else None,
                "left": done.left,
            }
        )
    else:
        _counts(counts)
        _problems(done.problems)
    if done.stopped is not None:
        print(f"broadsheet-cli: {shown(str(done.stopped))} {done.left} files were not read.", file=sys.stderr)


def sources(found: Sequence[Source], articles: Mapping[int, int], *, as_json: bool) -> None:
    """Print what is remembered of the imported folders."""
    if as_json:
        json_value(
            [
                {
                    "id": source.id,
                    "name": source.name,
                    "root": printable(str(source.root)),
                    "dialect": source.dialect,
                    "zone": source.zone,
                    "drafts": source.drafts,
                    "watched": source.watched,
                    "articles": articles.get(source.id, 0),
                    "imported_at": _moment(source.imported_at),
                }
                for source in found
            ]
        )
        return
    for source in found:
        print(f"{source.id:4} {articles.get(source.id, 0):8}  {shown(source.name)}  ({shown(str(source.root))})")


def history(found: Sequence[Batch], *, as_json: bool) -> None:
    """Print what the imports did."""
    if as_json:
        json_value([_batch(batch) for batch in found])
        return
    for batch in found:
        numbers = ", ".join(f"{number} {name}" for name, number in _outcomes(batch.counts, DONE).items() if number)
        undone = "  (undone)" if batch.undone else ""
        print(f"{batch.id:4}  {_moment(batch.began_at)}  {batch.kind:8} {shown(batch.source_name)}: {numbers}{undone}")


def _batch(batch: Batch) -> dict[str, object]:
    return {
        "id": batch.id,
        "kind": batch.kind,
        "source": batch.source,
        "name": batch.source_name,
        "began_at": _moment(batch.began_at),
        "finished_at": _moment(batch.finished_at),
        "undone": batch.undone,
        "can_undo": batch.can_undo,
        "can_redo": batch.can_redo,
    } | _outcomes(batch.counts, DONE)


def _moment(seconds: int | None) -> str | None:
    return None if seconds is None else iso(seconds)


def articles(
    found: Sequence[Article],
    total: int,
    *,
    as_json: bool,
    hints: Sequence[Hint] | None = None,
    snippets: Mapping[int, Snippet] | None = None,
) -> None:
    """Print rows of a list that has `total` of them; of a search also its hints, and where each row has its words."""
    snippets = snippets or {}
    if as_json:
        rows = [_article(article) | _snippet(snippets.get(article.id)) for article in found]
        json_value(
            {"total": total, "articles": rows} | ({} if hints is None else {"hints": [asdict(hint) for hint in hints]})
        )
        return
    for article in found:
        marks = ("•" if article.unread else " ") + ("★" if article.bookmarked else " ")
        print(f"{article.id:7} {marks} {iso(article.published)[:10]}  {article.title}  ({shown(article.source)})")
        if article.id in snippets:
            print(f"{'':10}{snippets[article.id].text}")
    if total > len(found):
        print(f"... {total - len(found)} more; --limit shows them", file=sys.stderr)


def content(found: Content, *, as_json: bool) -> None:
    """Print one article whole."""
    if not as_json:
        paths = "; ".join("/".join(path) for path in found.categories)
        print(found.article.title, f"{found.article.author}  {iso(found.article.published)}  {paths}".strip(), sep="\n")
        print(f"\n{found.text}")
        _problems(found.problems)
        return
    json_value(
        _article(found.article)
        | {
            "path": printable(found.path),
            "root": printable(str(found.root)),
            "date_text": found.date_text,
            "zone_assumed": found.zone_assumed,
            "link": found.link,
            "lang": found.lang,
            "categories": [list(path) for path in found.categories],
            "tags": list(found.tags),
            "lead": found.lead.ref if found.lead else None,
            "pictures": [
                {"ref": picture.ref, "key": picture.key or None, "alt": picture.alt, "reason": picture.reason or None}
                for picture in found.pictures
            ],
            "metadata": found.metadata,
            "problems": [_problem(problem) for problem in found.problems],
            "text": found.text,
            "html": sanitize.sanitize(
                found.html, {picture.ref: picture.key for picture in found.pictures if picture.key}
            ),
        }
    )


def numbers(found: Mapping[str, int], *, as_json: bool) -> None:
    """Print named numbers."""
    if as_json:
        json_value(found)
    else:
        _counts(found)


def faults(found: Sequence[str], *, as_json: bool) -> None:
    """Print what a check found."""
    if as_json:
        json_value({"ok": not found, "faults": list(found)})
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


def _snippet(snippet: Snippet | None) -> dict[str, object]:
    return {"snippet": asdict(snippet)} if snippet is not None else {}


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "path": printable(problem.path),
        "line": problem.line,
        "kind": problem.kind,
        "message": problem.sentence(),
        "repaired": problem.repaired,
    }


def _problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        line = f":{problem.line}" if problem.line else ""
        said = f"{problem.path}{line}: {problem.sentence()}"
        print(f"{'repaired' if problem.repaired else 'refused '}  {shown(said)}")


def _counts(counts: Mapping[str, int]) -> None:
    for name, number in counts.items():
        print(f"{name.replace('_', ' '):14} {number:9}")


def printable(path: str) -> str:
    """Return a path as it can be written: bytes that are no text replaced."""
    return path.encode("utf-8", "replace").decode()


def shown(text: str) -> str:
    """Return words that name a stranger's file as a terminal may print them: on one line, and no command to it."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in printable(text))


def json_value(value: object) -> None:
    """Print a value as JSON; where the output is not UTF-8, as in a file on Windows, letters are written as escapes."""
    unicode = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    print(json.dumps(value, ensure_ascii=not unicode, indent=1))

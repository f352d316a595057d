"""Where our reading of a post and that of another parser part, and why they may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reader.domain import Dialect, Post
from reader.posts.front.dates import read_date
from reader.posts.front.lektor import is_lektor
from reader.posts.front.words import clean, is_false, is_true, terms

#: The reasons that docs/formats.md lists.
CONVERTED, REFUSED, NOT_FOUND, SPLIT, TIME, CASE = "converted", "refused", "not found", "split", "time of day", "case"
REASONS = (CONVERTED, REFUSED, NOT_FOUND, SPLIT, TIME, CASE)
_VALUES = ("title", "date", "categories", "tags")


@dataclass(frozen=True, slots=True)
class Difference:
    """`reason` is "" where there is none."""

    field: str
    ours: object
    theirs: object
    reason: str


def differences(post: Post, dialect: Dialect, answer: dict[str, Any]) -> Iterator[Difference]:
    """Compare the fields that the front matter gives; what comes from names and folders is no parser's matter."""
    ours = {key.strip().lower() for key, value in post.metadata.items() if value is not None}
    if "error" in answer:
        yield Difference("all", sorted(ours), answer["error"], REFUSED)
        return
    theirs = answer["data"]
    # Of Lektor's fields they take the first, or the first few, for a block.
    if not answer["any"] or is_lektor(post.path):
        if ours.intersection(_VALUES):
            yield Difference("all", sorted(ours), None, NOT_FOUND)
        return
    for key in ours.intersection(_VALUES).difference(theirs):
        yield Difference(key, post.metadata.get(key), None, "" if key in post.metadata else CASE)
    yield from _title(post, theirs.get("title"))
    yield from _date(post, theirs.get("date"))
    yield from _categories(post, dialect, theirs)
    yield from _tags(post, dialect, theirs)


def _title(post: Post, theirs: object) -> Iterator[Difference]:
    if theirs is None:
        return
    if isinstance(theirs, str):
        if theirs.strip() and clean(theirs) != post.title:
            yield Difference("title", post.title, theirs, "")
    elif str(theirs) != post.title:
        yield Difference("title", post.title, theirs, CONVERTED)


def _date(post: Post, theirs: object) -> Iterator[Difference]:
    if theirs is None or (isinstance(theirs, str) and (is_true(theirs) or is_false(theirs))):
        return
    text = theirs.get("date") if isinstance(theirs, dict) else theirs
    if not isinstance(text, str):
        yield Difference("date", post.date_text, theirs, CONVERTED)
        return
    moment = read_date(text)
    if moment is None or moment.instant == post.published:
        return
    reason = TIME if moment.instant.date() == post.published.date() and "time" in post.metadata else ""
    yield Difference("date", post.published.isoformat(), text, reason)


def _flat(value: object, *, blanks: bool = False) -> list[str]:
    """Return the terms of any shape as text, in the words that we would show."""
    if isinstance(value, list):
        return [each for item in value for each in _flat(item)]
    if value is None or isinstance(value, dict):
        return []
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return [each for part in (text.split() if blanks else [text]) for each in terms(part)]


def _categories(post: Post, dialect: Dialect, theirs: dict[str, Any]) -> Iterator[Difference]:
    key = "categories" if "categories" in theirs else "category"
    wanted = dict.fromkeys(_flat(theirs.get(key), blanks=dialect is Dialect.JEKYLL and key == "categories"))
    got = {name for path in post.categories for name in path}
    # Jekyll's folders above the posts are categories too, and no parser knows of them.
    if wanted and (not got.issuperset(wanted) or (got.difference(wanted) and dialect is not Dialect.JEKYLL)):
        yield Difference("categories", sorted(got), list(wanted), _shape(theirs.get(key)))


def _tags(post: Post, dialect: Dialect, theirs: dict[str, Any]) -> Iterator[Difference]:
    keys = ("tag", "tags") if dialect is Dialect.JEKYLL else ("tags", "tag")
    value = next((theirs[key] for key in keys if theirs.get(key) is not None), None)
    wanted = [each.removeprefix("#") for each in _flat(value)]
    if wanted and set(post.tags) != set(wanted):
        yield Difference("tags", post.tags, wanted, SPLIT if isinstance(value, str) else _shape(value))


def _shape(value: object) -> str:
    items = value if isinstance(value, list) else [value]
    return "" if all(isinstance(item, str | list | None) for item in items) else CONVERTED

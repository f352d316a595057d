"""What commands are about: a category by its path, a source by its number, articles by their marks."""

from __future__ import annotations

import argparse
from array import array
from dataclasses import replace

from reader.cli.command import NotFoundError
from reader.domain import ALL, ArticleQuery, LibraryError, Source, State
from reader.library.library import Library


def category_of(library: Library, path: str | None) -> int:
    """Return the id of a category given as "a/b", the root's where none is given. Raises NotFoundError."""
    found = find_category(library, path) if path else ALL
    if found is None:
        raise NotFoundError(f"There is no category {path!r}.")
    return found


def find_category(library: Library, path: str) -> int | None:
    """Return the id of a category given as "a/b", None when there is none; names may themselves hold a slash.

    One with another name is found by either.
    """
    children: dict[int | None, list[tuple[int, str]]] = {}
    for category in library.categories():
        for name in {category.name, category.original}:
            children.setdefault(category.parent, []).append((category.id, name))
    ends = [(ALL, path)]
    while ends:
        node, rest = ends.pop()
        for child, name in children.get(node, ()):
            if name and rest == name:
                return child
            if name and rest.startswith(f"{name}/"):
                ends.append((child, rest[len(name) + 1 :]))
    return None


def source_of(library: Library, number: int) -> Source:
    """Return a source by its number. Raises NotFoundError."""
    found = next((source for source in library.sources() if source.id == number), None)
    if found is None:
        raise NotFoundError(f"There is no source {number}.")
    return found


def marked(library: Library, query: ArticleQuery, options: argparse.Namespace) -> array[int]:
    """Return those articles of a list that are `unread`, `bookmarked` or both, as the options ask."""
    state = State.BOOKMARKED if options.bookmarked else State.UNREAD if options.unread else State.ANY
    ids = library.listing(replace(query, state=state)).ids
    if not (options.bookmarked and options.unread):
        return ids
    unread = set(library.listing(ArticleQuery(category=query.category, state=State.UNREAD)).ids)
    return array("q", [article for article in ids if article in unread])


def make_searchable(library: Library) -> None:
    """Index what is not searchable yet; where nothing can be written, what is has to do."""
    try:
        while library.index_some():
            pass
    except LibraryError as error:
        if error.kind != "read-only":
            raise

"""The commands about categories: listing and arranging them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from reader.cli import output
from reader.cli.choosing import find_category
from reader.cli.command import Add, NotFoundError
from reader.domain import ALL, UNCATEGORISED
from reader.library.library import Library
from reader.library.listing.categories import COLOURS, Aside, Category
from reader.library.navigation.saved import same_name


def add_commands(add: Add) -> None:
    """Add the commands of this module to the command line."""
    add("categories", _categories, "List the categories with their counts.")
    arranging = add("arrange", _arrange, "Rename, colour, hide or merge a category, in the library only.")
    arranging.add_argument("category", metavar="A/B")
    arranging.add_argument("--name", help='show this name; "" for the one in its posts')
    arranging.add_argument("--colour", choices=["none", *COLOURS])
    arranging.add_argument("--hidden", action=argparse.BooleanOptionalAction, help="hide it from the sidebar")
    merging = arranging.add_mutually_exclusive_group()
    merging.add_argument("--into", metavar="C/D", help="merge it into this one, future articles included")
    merging.add_argument("--apart", action="store_true", help="undo a merge")


def _categories(library: Library, options: argparse.Namespace) -> int:
    found, aside = library.categories(), library.arranging.aside()
    merged: dict[int | None, list[Aside]] = {}
    for each in aside:
        merged.setdefault(each.into, []).append(each)
    if options.json:
        output.json_value([_fields(node, path, merged.get(node.id, ())) for node, path in _paths(found)])
        return 0
    for node, path in sorted(_paths(found), key=lambda each: each[1]):
        remarks = ["hidden"] if node.hidden else []
        remarks += [f"lists {'/'.join(each.path)}" for each in merged.get(node.id, ())]
        words = "/".join(path) + (f"  ({'; '.join(remarks)})" if remarks else "")
        print(f"{node.total:7} {node.unread:7} {output.shown(words)}")
    return 0


def _paths(found: Sequence[Category]) -> list[tuple[Category, list[str]]]:
    names: dict[int | None, list[str]] = {ALL: []}
    for node in found:  # Parents before what lies below them.
        if node.id != ALL:
            names[node.id] = [*names[node.parent], node.name]
    return [(node, names[node.id]) for node in found if node.id not in (ALL, UNCATEGORISED)]


def _fields(node: Category, path: Sequence[str], merged: Sequence[Aside]) -> Mapping[str, object]:
    return {
        "id": node.id,
        "path": path,
        "total": node.total,
        "unread": node.unread,
        "original": node.original or None,
        "hidden": node.hidden,
        "colour": node.colour or None,
        "merged": [list(each.path) for each in merged],
    }


def _arrange(library: Library, options: argparse.Namespace) -> int:
    if options.apart and not _apart(library, options.category):
        raise NotFoundError(f"No category {options.category!r} is merged into another.")
    category = find_category(library, options.category)
    if options.apart and category is None:  # It was parted, and lists nothing by itself.
        return _categories(library, options)
    category = _arrangeable(category, options.category)
    target = _arrangeable(find_category(library, options.into), options.into) if options.into else None
    if options.name is not None and _is_taken(library, category, options.name):
        raise NotFoundError("There is already a category of this name. Merge the two instead.")
    _change(library, category, options)
    if target is not None and not library.arranging.merge(category, target):
        raise NotFoundError("A category cannot be merged into itself or one below it.")
    _follow(library)
    return _categories(library, options)


def _arrangeable(category: int | None, path: str) -> int:
    if category is None or category in (ALL, UNCATEGORISED):
        raise NotFoundError(f"There is no category {path!r}.")
    return category


def _change(library: Library, category: int, options: argparse.Namespace) -> None:
    if options.name is not None:
        library.arranging.rename(category, options.name)
    if options.colour is not None:
        library.arranging.colour(category, options.colour)
    if options.hidden is not None:
        library.arranging.hide(category, hidden=options.hidden)


def _apart(library: Library, path: str) -> bool:
    """Part a category, by what it or posts call it, from the one it was merged into; return whether there is one."""
    for each in library.arranging.aside():
        if each.into is not None and path in ("/".join(each.path), "/".join(each.original)):
            library.arranging.part(each.id)
            _follow(library)
            return True
    return False


def _follow(library: Library) -> None:
    for _ in library.arranging.sort_out():
        pass


def _is_taken(library: Library, category: int, name: str) -> bool:
    """Whether a category beside this one has that name."""
    found = {node.id: node for node in library.categories()}
    beside = [node for node in found.values() if node.parent == found[category].parent]
    return any(node.id != category and same_name(node.name, name) for node in beside)

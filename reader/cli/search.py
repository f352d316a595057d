"""The commands that search, in the query language of the search box, with hints on standard error; smart folders."""

from __future__ import annotations

import argparse
import sys
from array import array
from collections.abc import Sequence

from reader.cli import output
from reader.cli.choosing import make_searchable
from reader.cli.command import Add, NotFoundError, number
from reader.domain import ArticleQuery, Order, State
from reader.library.conditions.query_tree import Hint, HintKind
from reader.library.library import Library
from reader.library.listing.lists import Listing
from reader.library.navigation.saved import SavedSearch

_SENTENCES = {
    HintKind.UNKNOWN_OPERATOR: "{typed!r} is not an operator and was searched as text; did you mean {detail}:?",
    HintKind.UNKNOWN_VALUE: "{typed!r} is not possible here, so it was searched as text. Possible values: {detail}",
    HintKind.BAD_DATE: "{detail!r} is not a date, so it was searched as text. Dates are 2022, 2022-01, 2022-01-20, 7d.",
    HintKind.NO_VALUE: "Nothing follows {detail}:, so it was ignored.",
    HintKind.UNKNOWN_NAME: "The library has no {detail!r}.",
    HintKind.OPEN_QUOTE: "A quotation mark was not closed; the phrase reaches to the end.",
    HintKind.OPEN_GROUP: "A parenthesis was not closed; the group reaches to the end.",
    HintKind.ONLY_SIGNS: "{detail!r} was ignored. Put it in quotes to search for it.",
    HintKind.JOINS_NOTHING: "{detail!r} joins nothing here, so it was searched as text.",
    HintKind.MINUS_MEANT: "{detail!r} was searched as text. A '-' before a word excludes what contains it.",
    HintKind.TOO_LONG: "This is too long; the end of it was ignored.",
    HintKind.TOO_DEEP: "Too many parentheses are nested; some were ignored.",
    HintKind.TITLES_FIRST: "Very many articles match: those with a match in the title come first, each newest first.",
}


def search(library: Library, options: argparse.Namespace) -> int:
    """List the articles that conditions hold of."""
    typed, within = " ".join(options.words), ""
    if options.saved is not None:
        within = _named(library, options.saved).text
    make_searchable(library)
    query = ArticleQuery(text=typed, within=within, order=Order.RELEVANCE if options.relevance else Order.NEWEST)
    # The window lists everything while there is no condition yet; a command that asks for nothing gets nothing.
    wanted = library.search.conditions(query) is not None
    listing = library.listing(query) if wanted else Listing(array("q"), array("q"))
    ids, hints = listing.ids, library.search.read(typed, listing).hints
    shown = ids[: options.limit]
    snippets = library.search.snippets(shown, typed or within)
    output.articles(library.articles(shown), len(ids), as_json=options.json, hints=hints, snippets=snippets)
    _remark(hints, typed)
    return 0


def _searches(library: Library, options: argparse.Namespace) -> int:
    make_searchable(library)
    _print(library, library.saved.all(), as_json=options.json)
    return 0


def _save(library: Library, options: argparse.Namespace) -> int:
    typed = " ".join(options.words)
    parsed = library.search.read(typed)
    if parsed.root is None or not options.name.strip():
        raise NotFoundError("A smart folder needs a name and conditions.")
    old = library.saved.named(options.name)
    saved = library.saved.edit(old.id, options.name, typed) if old else library.saved.add(options.name, typed)
    make_searchable(library)
    _print(library, [saved] if saved else [], as_json=options.json)
    _remark(parsed.hints, typed)
    return 0


def _remove(library: Library, options: argparse.Namespace) -> int:
    library.saved.remove(_named(library, options.name).id)
    _print(library, library.saved.all(), as_json=options.json)
    return 0


def _named(library: Library, name: str) -> SavedSearch:
    found = library.saved.named(name)
    if found is None:
        raise NotFoundError(f"There is no smart folder {name!r}.")
    return found


def _print(library: Library, searches: Sequence[SavedSearch], *, as_json: bool) -> None:
    found = [
        {
            "id": saved.id,
            "name": output.printable(saved.name),
            "conditions": output.printable(saved.text),
            "total": library.count(ArticleQuery(within=saved.text)),
            "unread": library.count(ArticleQuery(within=saved.text, state=State.UNREAD)),
        }
        for saved in searches
    ]
    if as_json:
        output.json_value(found)
    else:
        for each in found:
            print("{name}  {conditions}  {unread} unread of {total}".format_map(each))


def _remark(hints: Sequence[Hint], typed: str) -> None:
    for hint in hints:
        print(f"broadsheet-cli: {_sentence(hint, typed)}", file=sys.stderr)


def _sentence(hint: Hint, typed: str) -> str:
    detail = hint.detail or "languages such as en and zh-CN"
    return _SENTENCES[hint.kind].format(typed=typed[hint.start : hint.end], detail=detail)


def add_commands(add: Add) -> None:
    """Add the commands of this module to the command line."""
    searching = add("search", search, "List the articles that meet conditions, newest first.")
    searching.add_argument("words", metavar="CONDITIONS", nargs="*")
    searching.add_argument("--saved", metavar="NAME", help="only articles in this smart folder")
    searching.add_argument("--relevance", action="store_true", help="best match first, not newest first")
    searching.add_argument("--limit", type=number, default=50, metavar="N")
    add("searches", _searches, "List the smart folders with their numbers.")
    saving = add("save-search", _save, "Save a search as a smart folder, or change the one of that name.")
    saving.add_argument("name", metavar="NAME")
    saving.add_argument("words", metavar="CONDITIONS", nargs="+")
    add("remove-search", _remove, "Delete a smart folder; its articles stay.").add_argument("name", metavar="NAME")

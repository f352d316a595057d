"""The search command: the language of the window's search box, its hints on standard error."""

from __future__ import annotations

import argparse
import sys
from array import array

from reader import cli_output as output
from reader.domain import ArticleQuery, Order
from reader.library.library import Library
from reader.library.query_tree import Hint, HintKind

_SENTENCES = {
    HintKind.UNKNOWN_OPERATOR: "{typed!r} is no operator and was searched as text; did you mean {detail}:?",
    HintKind.UNKNOWN_VALUE: "{typed!r} is no value here, so it was searched as text. There are: {detail}",
    HintKind.BAD_DATE: "{detail!r} is no date, so it was searched as text. Dates are 2022, 2022-01, 2022-01-20, 7d.",
    HintKind.NO_VALUE: "Nothing stands behind {detail}:, so it was passed over.",
    HintKind.UNKNOWN_NAME: "The library has no {detail!r}.",
    HintKind.OPEN_QUOTE: "A quotation mark was not closed; the phrase reaches to the end.",
    HintKind.OPEN_GROUP: "A parenthesis was not closed; the group reaches to the end.",
    HintKind.ONLY_SIGNS: "{detail!r} was passed over. Put it in quotes to search for it.",
    HintKind.TOO_LONG: "This is too long; the end of it was passed over.",
    HintKind.TOO_DEEP: "There are too many parentheses in one another; some were passed over.",
}


def search(library: Library, options: argparse.Namespace) -> int:
    """List the articles that conditions hold of."""
    while library.index_some():
        pass
    typed = " ".join(options.words)
    order = Order.RELEVANCE if options.relevance else Order.NEWEST
    parsed = library.search.read(typed)
    hints = parsed.hints
    # The window lists everything while there is no condition yet; a command that asks for nothing gets nothing.
    ids = library.listing(ArticleQuery(text=typed, order=order)).ids if parsed.root is not None else array("q")
    shown = ids[: options.limit]
    snippets = library.search.snippets(shown, typed)
    output.articles(library.articles(shown), len(ids), as_json=options.json, hints=hints, snippets=snippets)
    for hint in hints:
        print(f"broadsheet-cli: {_sentence(hint, typed)}", file=sys.stderr)
    return 0


def _sentence(hint: Hint, typed: str) -> str:
    detail = hint.detail or "languages such as en and zh-CN"
    return _SENTENCES[hint.kind].format(typed=typed[hint.start : hint.end], detail=detail)


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    command.add_argument("words", metavar="CONDITIONS", nargs="+")
    command.add_argument("--relevance", action="store_true", help="the best fitting first, not the newest")

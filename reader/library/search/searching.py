"""Search: what the window and the command line ask beyond the list itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.domain import ArticleQuery
from reader.library.conditions import query_names
from reader.library.conditions.author_names import anywhere
from reader.library.conditions.query_language import parse
from reader.library.conditions.query_tree import Hint, HintKind, Node, Parsed, both
from reader.library.conditions.vocabulary import spelled_out
from reader.library.listing.lists import Listing
from reader.library.relations import related
from reader.library.search import completion
from reader.library.search.completion import Completion
from reader.library.search.highlight import Snippet, snippet
from reader.library.store.database import explained
from reader.library.store.packing import Packer


class Search:
    """Belongs to a Library. Every method raises LibraryError when the environment refuses."""

    def __init__(self, db: sqlite3.Connection, packer: Packer, file: Path) -> None:
        self._db = db
        self._packer = packer
        self.file = file

    @explained
    def read(self, text: str, found: Listing | None = None) -> Parsed:
        """Return what was typed as conditions, with the hints about it, and about the list that it `found`."""
        parsed = query_names.resolve(self._db, parse(text))
        if found is None or not found.titles_first:
            return parsed
        return replace(parsed, hints=(*parsed.hints, Hint(HintKind.TITLES_FIRST, "", 0, 0)))

    @explained
    def conditions(self, query: ArticleQuery) -> Node | None:
        """Return what an article must meet for a query's text and its smart folder, None when that is nothing."""
        root = both(*(query_names.resolve(self._db, parse(text)).root for text in (query.within, query.text)))
        return root if root is None else anywhere(self._db, spelled_out(self._db, root))

    @explained
    def snippets(self, ids: Sequence[int], text: str, width: int = 160) -> Mapping[int, Snippet]:
        """Return for each article the piece of its text that shows the words of a search best; some 0.3 ms each."""
        terms = parse(text).terms()
        found = {}
        for article in ids:
            row = self._db.execute("SELECT body FROM content WHERE article_id = ?", (article,)).fetchone()
            if row is not None:
                found[article] = snippet(self._packer.unpack(row[0])[1], terms, width)
        return found

    @explained
    def related(self, article: int) -> list[int]:
        """Return up to five other articles nearest in content. It may take half a second: a job."""
        return related.related(self._db, self._packer, article)

    @explained
    def complete(self, text: str, cursor: int, *, traditional: bool = False) -> list[Completion]:
        """Return what the word before the cursor may become."""
        return completion.complete(self._db, text, cursor, traditional=traditional)

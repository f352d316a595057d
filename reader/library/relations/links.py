"""Links between articles of the library, as the window asks for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from reader.library.relations import linking
from reader.library.store.database import explained
from reader.library.store.packing import Packer
from reader.references import LinkedPost

#: More of them than this at the foot of a page are a list of their own.
_MOST = 20


class Links:
    """Belongs to a Library. Every method raises LibraryError when the environment refuses."""

    def __init__(self, db: sqlite3.Connection, packer: Packer, file: Path) -> None:
        self._db = db
        self._packer = packer
        self.file = file

    @explained
    def inside(self, article: int) -> Mapping[str, LinkedPost]:
        """Return the articles that an article links to, by the address as its HTML has it; those indexed so far."""
        return linking.inside(self._db, self._packer, article)

    @explained
    def to(self, article: int) -> list[int]:
        """Return up to twenty articles that link to one, the newest first. It may take 0.3 s: a job."""
        return linking.to(self._db, self._packer, article, _MOST)

    @explained
    def note_site(self, source: int, host: str) -> None:
        """Note on which host the posts of a source are, as the site's settings name it; "" for none."""
        linking.note_site(self._db, source, host)

"""The parts of a library that do work of their own, created when first needed: most readers need few."""

from __future__ import annotations

import os
import sqlite3
from functools import cached_property
from pathlib import Path

from reader.late import late

with late():
    from reader.library.imports import files as _files
    from reader.library.imports import history as _history
    from reader.library.marking import journal as _journal
    from reader.library.navigation import arranging as _arranging
    from reader.library.navigation import saved as _saved
    from reader.library.navigation import switching as _switching
    from reader.library.pictures import images as _images
    from reader.library.pictures import storage as _storage
    from reader.library.pictures import web_pictures as _web_pictures
    from reader.library.relations import links as _links
    from reader.library.search import indexing as _indexing
    from reader.library.search import searching as _searching
    from reader.library.store import packing as _packing


class Parts:
    """`db` is the library's connection, and `file` its file."""

    def __init__(self, db: sqlite3.Connection, file: Path) -> None:
        self._db = db
        self.file = file
        self.folder = file.parent
        self._opened = file.stat()

    def in_place(self) -> bool:
        """Whether the file that was opened is still the one of its name."""
        try:
            return os.path.samestat(self._opened, self.file.stat())
        except OSError:
            return False

    @cached_property
    def images(self) -> _images.ImageStore:
        """The picture files."""
        return _images.ImageStore(self.folder / "pictures")

    @cached_property
    def files(self) -> _files.Files:
        """What imports look up and write."""
        return _files.Files(self._db, self._packer, self.file)

    @cached_property
    def history(self) -> _history.History:
        """What imports did."""
        return _history.History(self._db, self._packer, self.file)

    @cached_property
    def web(self) -> _web_pictures.WebPictures:
        """What may be fetched, and what came of it."""
        return _web_pictures.WebPictures(self._db, self._packer, self.file, self.images)

    @cached_property
    def storage(self) -> _storage.Storage:
        """The room it all takes."""
        return _storage.Storage(self._db, self.file, self.images)

    @cached_property
    def index(self) -> _indexing.SearchIndex:
        """What search finds by."""
        return _indexing.SearchIndex(self._db, self.file)

    @cached_property
    def search(self) -> _searching.Search:
        """All of searching but the list."""
        return _searching.Search(self._db, self._packer, self.file)

    @cached_property
    def links(self) -> _links.Links:
        """Which posts link to which."""
        return _links.Links(self._db, self._packer, self.file)

    @cached_property
    def saved(self) -> _saved.SavedSearches:
        """The smart folders."""
        return _saved.SavedSearches(self._db, self.file)

    @cached_property
    def arranging(self) -> _arranging.Arranging:
        """What the user did to the categories."""
        return _arranging.Arranging(self._db, self._packer, self.file)

    @cached_property
    def switching(self) -> _switching.Switching:
        """Where one can jump to."""
        return _switching.Switching(self._db, self.file, self.saved)

    @cached_property
    def _packer(self) -> _packing.Packer:
        return _packing.Packer()

    @cached_property
    def _journal(self) -> _journal.MarkJournal:
        return _journal.MarkJournal(self._db, self.folder)

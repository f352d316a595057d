"""The files of sources: what is stored about each, and what reading them again writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from reader.domain import ReadFile
from reader.library.imports import finding, sources
from reader.library.imports.finding import Standing
from reader.library.imports.recorder import Recorder
from reader.library.imports.sources import KnownFile
from reader.library.imports.writing import PostWriter
from reader.library.shelf.ready import ReadyFile
from reader.library.store.database import explained
from reader.library.store.packing import Packer
from reader.outcomes import Outcome

# So many are handed to a transaction, which takes as many of them as it has time for.
_TOGETHER = 500


class Files:
    """What imports look up and write. Every method raises LibraryError when the environment refuses."""

    def __init__(self, db: sqlite3.Connection, packer: Packer, file: Path) -> None:
        self._db = db
        self._writer = PostWriter(db, packer)
        self.file = file

    @explained
    def known(self, source: int, below: Sequence[str] | None = None) -> dict[str, KnownFile]:
        """Return what is remembered of a source's files, by path; of those at or below some paths only, if given."""
        return sources.known_files(self._db, source, below)

    @explained
    def to_read_again(self, source: int) -> AbstractSet[str]:
        """Return the files of which another reading may make more, although they are the same."""
        return sources.to_read_again(self._db, source)

    @explained
    def others(self, source: int, known: Mapping[str, KnownFile]) -> Mapping[int, str]:
        """Return a file of each of these files' articles that is not among them, where there is one."""
        return sources.other_files(self._db, source, known)

    @explained
    def standings(self, articles: Sequence[int]) -> dict[int, Standing]:
        """Return what the posts of other files are compared with, by article."""
        return finding.standings(self._db, articles)

    @explained
    def of_identity(self, source: int, identity: int, title: str) -> list[int]:
        """Return the articles of a source that are this very post: another file of it is a copy."""
        return finding.of_identity(self._db, source, identity, title)

    @explained
    def note_presence(self, present: Mapping[int, str], missing: Mapping[int, str], recorder: Recorder) -> list[int]:
        """Tell which articles have their file in the folder and which no longer, each by id with a path of it.

        Return those that went missing by this.
        """
        away = {
            article
            for (article,) in self._db.execute(
                "SELECT id FROM article INDEXED BY article_gone WHERE gone_at IS NOT NULL"
            )
        }
        gone = {article: path for article, path in missing.items() if article not in away}
        returned = {article: path for article, path in present.items() if article in away}
        newly = list(gone)
        while gone or returned:
            done = self._writer.miss(gone, returned, recorder)
            for articles in (gone, returned):
                for article in list(articles)[:done]:
                    del articles[article]
                    done -= 1
        return newly

    @explained
    def drop_copies(self, source: int, paths: Sequence[str], recorder: Recorder) -> None:
        """Forget files that are no longer there while another file of their article is."""
        done = 0
        while done < len(paths):
            done += self._writer.drop_copies(source, paths[done : done + _TOGETHER], recorder)

    @explained
    def add(self, source: int, files: Sequence[ReadFile | ReadyFile], recorder: Recorder) -> list[Outcome]:
        """Write the first of `files`, as many as a short transaction takes; return an outcome for each written."""
        return self._writer.add(source, files, recorder)

"""Read files into rows: new ones added, known ones updated in place, refused ones remembered."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.domain import ReadFile
from reader.library.imports.finding import Finder
from reader.library.imports.recorder import Recorder
from reader.library.pictures.pictures import restate
from reader.library.search.indexing import forget
from reader.library.shelf.details import Details, pack_categories
from reader.library.shelf.ready import ReadyFile, ReadyPost, ready
from reader.library.shelf.relisting import paths_of
from reader.library.store.database import TRANSACTION_SECONDS
from reader.library.store.packing import Packer, path_bytes
from reader.library.store.statements import exists, small_statements
from reader.library.store.transactions import transaction
from reader.outcomes import Outcome, refusal

# New articles whose rows are written together: few, since transactions look at the clock between articles.
_TOGETHER = 20


@dataclass(frozen=True, slots=True)
class _Known:
    """What the library remembers of a file that is read again."""

    article: int | None
    fingerprint: bytes


class PostWriter:
    """Writes the files of one import after another."""

    def __init__(self, db: sqlite3.Connection, packer: Packer) -> None:
        self._db = db
        self._packer = packer
        self._details = Details(db)
        self._finder = Finder(db)
        self._waiting = 0

    def add(self, source: int, files: Sequence[ReadFile | ReadyFile], recorder: Recorder) -> list[Outcome]:
        """Write as many of `files`, from the first, as one short transaction takes; return an outcome for each.

        What is not made ready yet is made so here.
        """
        deadline = time.monotonic() + TRANSACTION_SECONDS
        outcomes: list[Outcome] = []
        try:
            with small_statements(self._db), transaction(self._db):
                for file in files:
                    made = file if isinstance(file, ReadyFile) else ready(file)
                    outcomes.append(self._write(source, made, recorder))
                    if time.monotonic() > deadline:
                        break
                self._details.flush()
                recorder.flush()
        except BaseException:
            self._details.forget_ids()
            raise
        return outcomes

    def miss(self, missing: Mapping[int, str], returned: Mapping[int, str], recorder: Recorder) -> int:
        """Note which articles have lost their file and which have it again, by a path of each.

        Return how many were noted in one short transaction, the missing ones first.
        """
        deadline = time.monotonic() + TRANSACTION_SECONDS
        now = int(time.time())
        done = 0
        self._finder.forget()
        with transaction(self._db):
            for articles, gone_at, outcome in ((missing, now, Outcome.GONE), (returned, None, Outcome.SAME)):
                for article, path in articles.items():
                    if recorder.will_miss(article):  # Not one that another program took away meanwhile.
                        self._db.execute("UPDATE article SET gone_at = ? WHERE id = ?", (gone_at, article))
                        recorder.note(path_bytes(path), outcome, article)
                    done += 1
                    if time.monotonic() > deadline:
                        return done
        return done

    def drop_copies(self, source: int, paths: Sequence[str], recorder: Recorder) -> int:
        """Forget files that are no longer there while another file of their article is.

        Return how many of them were looked at in one short transaction.
        """
        deadline = time.monotonic() + TRANSACTION_SECONDS
        done = 0
        with transaction(self._db):
            for path in map(path_bytes, paths):
                known = self._known(source, path)
                if known is not None and known.article is not None:
                    recorder.will_change(known.article)
                    self._forget_file(source, path)
                    self._shelve_again(known.article)
                    recorder.note(path, Outcome.GONE, known.article)
                done += 1
                if time.monotonic() > deadline:
                    break
            recorder.flush()
        return done

    # --- one file

    def _write(self, source: int, file: ReadyFile, recorder: Recorder) -> Outcome:
        path = path_bytes(file.path)
        known = self._known(source, path)
        article = known.article if known else None
        post = file.post
        if file.unchanged:
            outcome = Outcome.SAME
            if known is None:  # Another program undid it meanwhile; forgotten it is read at the next import.
                return outcome
        elif post is None:
            # An article whose file became unreadable stays as it was last read.
            outcome = refusal(file.problems[-1])
            # A file that still cannot be read is tried at each import, and changes nothing.
            if known is None or not self._details.has_problems(source, path, file.problems):
                if article is not None:
                    recorder.will_change(article)
                recorder.note(path, outcome, article)
        elif known and article is not None and known.fingerprint == post.fingerprint != b"":
            # Only what changes at each crawl is another: a placeholder's number, the robot's clock.
            outcome = Outcome.SAME
            if not self._details.has_problems(source, path, file.problems):
                recorder.will_change(article)
                recorder.note(path, outcome, article)
        else:
            return self._write_post(source, path, file, post, article, recorder)
        self._remember(source, path, file, article)
        if not file.unchanged:
            # What was wrong with a file outlives the file where an import that refused it was undone.
            self._details.note_problems(source, path, file.problems, again=known is not None or post is None)
        return outcome

    def _known(self, source: int, path: bytes) -> _Known | None:
        row = self._db.execute(
            "SELECT article_id, fingerprint FROM file WHERE source_id = ? AND path = ?", (source, path)
        ).fetchone()
        return _Known(*row) if row else None

    def _write_post(
        self, source: int, path: bytes, file: ReadyFile, post: ReadyPost, article: int | None, recorder: Recorder
    ) -> Outcome:
        again = article is not None
        if again:
            self._details.flush()
        outcome = Outcome.CHANGED
        left = article if article is not None and self._became_another(source, path, article, post) else None
        if article is None or left is not None:
            article, outcome = self._finder.find(source, path, post)
            if article is None and not again:
                self._write_new(source, path, file, post, recorder)
                return outcome
            self._details.flush()
        if left is not None:
            recorder.will_change(left)
            recorder.note(path, Outcome.GONE, left)
        if article is None:
            article = self._insert(source, post, recorder)
        else:
            recorder.will_change(article)
            if outcome is Outcome.MOVED:
                self._forget_files(source, article)
        self._remember(source, path, file, article)
        self._details.note_problems(source, path, file.problems, again=again)
        if outcome is Outcome.NEW:
            self._details.shelve(article, post.published, post.categories, unread=True)
        elif outcome is Outcome.COPY:
            self._shelve_again(article)
        else:
            self._update(source, article, post)
        recorder.note(path, outcome, article)
        if left is not None:
            self._shelve_again(left)
        return outcome

    def _write_new(self, source: int, path: bytes, file: ReadyFile, post: ReadyPost, recorder: Recorder) -> None:
        """Write what is new from end to end. Most of an import is: its rows are written with those of others."""
        self._details.together = True
        try:
            article = self._insert(source, post, recorder)
            self._remember(source, path, file, article)
            self._details.note_problems(source, path, file.problems, again=False)
            self._details.shelve(article, post.published, post.categories, unread=True)
        finally:
            self._details.together = False
        recorder.note(path, Outcome.NEW, article)
        self._waiting += 1
        if self._waiting % _TOGETHER == 0:
            self._details.flush()

    def _became_another(self, source: int, path: bytes, article: int, post: ReadyPost) -> bool:
        """Whether one of several files of an article now holds another post, as a copied file that was rewritten."""
        others = "FROM file WHERE article_id = ? AND (source_id, path) <> (?, ?)"
        if not exists(self._db, others, (article, source, path)):
            return False
        title, published = self._db.execute("SELECT title, published FROM article WHERE id = ?", (article,)).fetchone()
        return bool(title != post.title or published != post.published)

    def _insert(self, source: int, post: ReadyPost, recorder: Recorder) -> int:
        pictures = self._details.picture_rows(post, {})
        made = self._db.execute(
            "INSERT INTO article (source_id, title, published, timed, summary, author, identity, lacks)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            # What restate would find, without looking: most new articles have no picture yet.
            (source, *post[:6], 2 if pictures else 0),
        )
        article = int(made.lastrowid or 0)
        recorder.made(article)
        if self._details.name_pictures(article, pictures):
            self._details.flush()
            restate(self._db, [article])
        self._details.write_content(article, post)
        self._details.tag(article, post.tags)
        return article

    def _update(self, source: int, article: int, post: ReadyPost) -> None:
        forget(self._db, self._packer, article)
        published = self._date(article, post)
        self._db.execute(
            "UPDATE article SET (source_id, published, timed, title, summary, author, identity)"
            " = (?, ?, ?, ?, ?, ?, ?), gone_at = NULL, indexed = 0 WHERE id = ?",
            (source, published, post.timed, post.title, post.summary, post.author, post.identity, article),
        )
        # Before it leaves the shelf, which tells the paths of files that an older version read.
        paths, unread = paths_of(self._db, article), self._unread(article)
        self._details.name_pictures(article, self._details.picture_rows(post, self._details.drop(article)))
        restate(self._db, [article])
        self._details.shelve(article, published, paths, unread=unread)
        self._details.write_content(article, post)
        self._details.tag(article, post.tags)

    def _date(self, article: int, post: ReadyPost) -> int:
        """Return the date to list by: that of a clock, which moves with every crawl, is the first one seen."""
        if post.fallback:
            row = self._db.execute(
                "SELECT published FROM article JOIN content ON article_id = id WHERE id = ? AND fallback = 1",
                (article,),
            ).fetchone()
            if row is not None:
                return int(row[0])
        return post.published

    def _unread(self, article: int) -> bool:
        found = self._db.execute("SELECT read_at FROM mark WHERE article_id = ?", (article,)).fetchone()
        return found is None or found[0] is None

    def _shelve_again(self, article: int) -> None:
        """List an article in the categories of all its files."""
        paths = paths_of(self._db, article)
        published = self._db.execute("SELECT published FROM article WHERE id = ?", (article,)).fetchone()[0]
        self._db.execute("DELETE FROM shelf WHERE article_id = ?", (article,))
        self._details.shelve(article, published, paths, unread=self._unread(article))

    # --- its row

    def _remember(self, source: int, path: bytes, file: ReadyFile, article: int | None) -> None:
        post = file.post
        self._details.put(
            "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET size = excluded.size,"
            " mtime_ns = excluded.mtime_ns, digest = excluded.digest, article_id = excluded.article_id,"
            " fingerprint = CASE ?9 WHEN 1 THEN excluded.fingerprint ELSE fingerprint END,"
            " categories = CASE ?9 WHEN 1 THEN excluded.categories ELSE categories END",
            [
                (source, path, file.stamp.size, file.stamp.mtime_ns, file.digest, article)
                + ((post.fingerprint, pack_categories(post.categories), 1) if post else (b"", None, 0))
            ],
        )

    def _forget_file(self, source: int, path: bytes) -> None:
        for table in ("file", "problem"):
            self._db.execute(f"DELETE FROM {table} WHERE source_id = ? AND path = ?", (source, path))

    def _forget_files(self, source: int, article: int) -> None:
        for (path,) in self._db.execute(
            "SELECT path FROM file WHERE source_id = ? AND article_id = ?", (source, article)
        ).fetchall():
            self._forget_file(source, path)

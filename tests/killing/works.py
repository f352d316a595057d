"""What the program is killed in. Each work is the real program or, where no command does it, its own doors.

A work runs in a process of its own, forked from the harness so that most of its time is the work and not the start.
It writes a line to `told` for what it is about to do ("try TITLE") and for what is committed ("TITLE READ BOOKMARKED").
"""

from __future__ import annotations

import itertools
import os
import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from reader import cli
from reader.domain import Article, ArticleQuery, LibraryError
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.store import schema
from reader.library.store.database import FILE_NAME
from tests.killing.world import World, rows

# The versions from which a library is brought up to date, by turns.
_OLD = itertools.cycle(range(1, schema.VERSION))

#: Does a work; returns the exit code.
Work = Callable[[World, int], int]


def command(*words: str) -> int:
    """Give the program a command."""
    return cli.main([*words, "--json"])


def import_(world: World, _told: int) -> int:
    """Import what is new in the folder, pictures and index as well."""
    return command("import", str(world.blog))


def index(world: World, _told: int) -> int:
    """Make every article searchable anew, as after an update."""
    with open_library(world.library, make=False) as library:
        while library.index_some(0.002):
            pass
    return 0


def download(_world: World, _told: int) -> int:
    """Fetch the pictures of the web."""
    return command("pictures", "--allow-host", "127.0.0.1")


def mark(world: World, told: int) -> int:
    """Read, bookmark and take back, one article or many at a time."""
    chance = random.Random(os.getpid())
    with open_library(world.library, make=False) as library:
        ids = list(library.listing(ArticleQuery()).ids)
        for _ in range(400):
            some = chance.sample(ids, min(len(ids), chance.choice((1, 1, 1, 5, 30))))
            _say(told, *(f"try\t{article.title}" for article in library.articles(some)))
            done = (
                library.set_read(some, read=chance.random() < 0.6)
                if chance.random() < 0.5
                else library.set_bookmarked(some, bookmarked=chance.random() < 0.6)
            )
            if chance.random() < 0.2:
                library.restore(done)
            if chance.random() < 0.3:
                library.set_position(some[0], chance.randrange(500))
            _say(told, *(_state(article) for article in library.articles(some)))
    return 0


def _say(told: int, *lines: str) -> None:
    os.write(told, "".join(f"{line}\n" for line in lines).encode())


def _state(article: Article) -> str:
    return f"{article.title}\t{int(not article.unread)}\t{int(article.bookmarked)}"


def migrate(_world: World, _told: int) -> int:
    """Open a library that an older program made."""
    return command("stats")


def back_up(_world: World, _told: int) -> int:
    """Make a backup."""
    return command("backups", "--now")


def restore(world: World, _told: int) -> int:
    """Let a backup take the place of the library."""
    kept = sorted((world.library / "backups").glob("library.*.sqlite3"))
    return command("restore", random.Random(os.getpid()).choice(kept).name) if kept else 0


def undo(_world: World, _told: int) -> int:
    """Take the last import back."""
    return command("undo")


def redo(_world: World, _told: int) -> int:
    """Do it again."""
    return command("redo")


def evict(world: World, _told: int) -> int:
    """Give up pictures of the web for a budget that became small."""
    with open_library(world.library, make=False) as library:
        library.storage.set_budget(library.storage.used() // 3)
        for _ in library.storage.evict():
            pass
        library.storage.set_budget(1_000_000_000)
    return 0


def move(world: World, _told: int) -> int:
    """Move the library, to where an earlier try may have left something."""
    target = "there" if world.library.name != "there" else "back"
    return command("move", str(world.place / target))


def repair(_world: World, _told: int) -> int:
    """Make a library of all that can be read of this one."""
    return command("repair")


def rebuild(_world: World, _told: int) -> int:
    """Begin the library anew, and read its folders."""
    return command("rebuild")


def tidy(world: World, _told: int) -> int:
    """Do what idle moments are for: merge the index, give free pages back, empty the log."""
    with open_library(world.library, make=False) as library:
        for _ in library.tidy():
            pass
    return 0


def window(world: World, told: int) -> int:
    """Use the real window by its keys and commands: read, mark, undo, import, search."""
    from tests.killing.window import use

    return use(world, lambda *lines: _say(told, *lines))


WORKS: dict[str, Work] = {
    each.__name__.strip("_"): each
    for each in (
        import_, index, download, mark, migrate, back_up, restore, undo, redo, evict, move, repair, rebuild, tidy,
        window,
    )
}  # fmt: skip


def prepare(world: World, kind: str) -> None:
    """Make a world in which a work has something to do."""
    if kind in ("import", "undo", "redo", "window", "download"):
        # So many are read by processes of their own.
        many = 450 if kind == "import" else 40
        world.write(world.chance.choice((3, 10, 40, many)))
    if kind in ("undo", "download", "evict", "redo"):
        finish(world, "import")
    if kind == "redo":
        finish(world, "undo")
    if kind == "evict":
        finish(world, "download")
    if kind == "restore":
        finish(world, "back_up")
    if kind == "index":
        with closing(sqlite3.connect(world.library / FILE_NAME, isolation_level=None)) as db:
            db.executescript("UPDATE article SET indexed = 0; INSERT INTO search (search) VALUES ('delete-all');")
    if kind == "migrate":
        from tests.test_migrations import make_old

        make_old(world.library, next(_OLD))


def finish(world: World, kind: str) -> None:
    """Do a work to its end; raises where it does not come to a good one."""
    from tests.killing.rounds import run

    ended = run(world, kind, None)
    if ended.code != 0:
        raise AssertionError(f"{kind} ended with {ended.code}: {ended.said[-800:]}")


def settle(world: World, kind: str) -> None:
    """Do what the user does next: what was interrupted goes on or is taken back, and nothing is left of it."""
    if kind == "undo":
        # Whichever side it was on, it can be brought to the other one and back.
        with suppress(AssertionError):
            finish(world, "redo")
    if kind in ("import", "undo", "redo", "window", "repair", "rebuild", "restore", "migrate", "mark"):
        finish(world, "import")
    elif kind not in ("tidy", "back_up", "move"):
        finish(world, kind)
    if kind in ("download", "evict"):
        command_quietly("verify", "--repair")
    if kind == "redo":
        with open_library(world.library, make=False) as library:
            if any(batch.can_redo for batch in library.history.batches()[:1]):
                raise AssertionError("what was done again is undone")


def command_quietly(*words: str) -> None:
    """Give a command and let nobody read the answer; raises where it refuses."""
    child = os.fork()
    if child == 0:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            sys.stdout = sys.stderr = nowhere
            os._exit(cli.main([*words]) in (2, 3))
    if os.waitpid(child, 0)[1]:
        raise LibraryError("refused", Path(words[0]), " ".join(words))


def whole(world: World, kind: str) -> list[str]:
    """Return what is wrong once a work was settled: everything is there, searchable, and shown whole."""
    found = []
    with Library(world.library, writing=False) as library:
        there = rows(library)
        stats = library.stats()
        if kind in ("import", "undo", "redo", "window", "repair", "rebuild", "restore", "mark", "migrate"):
            found += [f"not imported: {title}" for title in sorted(world.posts - set(there))]
            world.kept = set(there)
        if stats["indexed"] != stats["articles"] and kind in ("import", "index", "window", "migrate"):
            found.append(f"{stats['indexed']} of {stats['articles']} articles are searchable")
    strays = [each for each in world.library.rglob("*.part") if each.is_file()]
    if kind in ("back_up", "restore", "repair", "rebuild") and len(strays) > 3:
        found.append(f"left behind: {strays}")
    return found

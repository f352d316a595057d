"""A user's world for the kill harness: a folder of posts, a library, backups, and what is known to be committed."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image

from reader.domain import Article, ArticleQuery, State
from reader.importing.importer import finish_imports
from reader.library.library import Library
from reader.library.opening import open_library
from reader.paths import config_folder, library_folder
from reader.remembered import remembered_library

#: What a mark is: read, and bookmarked.
Mark = tuple[bool, bool]
NO_MARK: Mark = (False, False)


@dataclass
class World:
    """Everything lies below `place`; `chance` decides what happens.

    `posts` are the titles in the folder, `kept` those that the library is known to have, `marks` what was acknowledged.
    `web` is the address of a server of pictures, or "".
    """

    place: Path
    chance: random.Random
    web: str = ""
    posts: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    marks: dict[str, Mark] = field(default_factory=dict)
    made: int = 0

    def __post_init__(self) -> None:
        # The program finds its library as it does for a user, so that a move is followed.
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(self.place / name.lower())
        os.environ.pop("BROADSHEET_LIBRARY", None)
        self.blog.mkdir(parents=True)

    @property
    def blog(self) -> Path:
        """The folder of posts."""
        return self.place / "blog"

    @property
    def library(self) -> Path:
        """Where the program looks for the library now."""
        return library_folder(None, remembered_library(config_folder()))

    def write(self, count: int) -> None:
        """Write so many new posts, and rewrite one that is there, as a robot does."""
        for _ in range(count):
            self.made += 1
            title = f"Post {self.made}"
            self._write_post(self.made, "Text")
            self.posts.add(title)
        if self.made > 3:
            self._write_post(self.chance.randint(1, self.made), f"Rewritten {self.chance.random()}")

    def _write_post(self, number: int, text: str) -> None:
        posts = self.blog / "source/_posts"
        posts.mkdir(parents=True, exist_ok=True)
        picture = self.blog / f"source/images/{number}.png"
        shown = f"![a](/images/{number}.png)" if number % 3 == 0 else ""
        if shown and not picture.exists():
            picture.parent.mkdir(parents=True, exist_ok=True)
            noise = Image.frombytes("RGB", (16, 12), random.Random(number).randbytes(576))
            noise.resize((320, 240)).save(picture)
        if self.web and number % 4 == 0:
            shown += f"\n\n![b]({self.web}/{number}.png)"
        date = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(hours=number)
        names = f"categories:\n- C{number % 5}\ntags: [t{number % 7}]"
        head = f"---\ntitle: Post {number}\ndate: {date:%Y-%m-%d %H:%M:%S}\n{names}\n---\n"
        words = " ".join(self.chance.choices(["snow", "pass", "tea", "大雪", "封山", "harbour"], k=60))
        (posts / f"{number}.md").write_text(f"{head}\n{text} {number}. {words}\n\n{shown}\n", "utf-8")

    def clear(self) -> None:
        """Leave nothing."""
        shutil.rmtree(self.place, ignore_errors=True)


def faults(world: World, unsure: set[str], *, gone: bool = False) -> list[str]:
    """Open the library as a start does, and return what is wrong with it.

    `unsure` are titles whose last mark was under way when the process was killed: either state is right, and is taken
    for what is known from now on. With `gone`, articles may be missing, as in the middle of an undo.
    """
    with open_library(world.library, make=False) as library:
        if library.rebuild_wanted():
            # The window goes on with it at once.
            for _ in finish_imports(library):
                pass
        found = library.check()
        there = rows(library)
    if not gone:
        found += [f"lost: {title}" for title in sorted(world.kept - set(there))]
    for title, article in there.items():
        now = (not article.unread, article.bookmarked)
        known = world.marks.get(title, NO_MARK)
        if title in unsure:
            world.marks[title] = now
        elif now != known:
            found.append(f"mark of {title}: {known} was acknowledged, {now} is there")
    return found


def rows(library: Library) -> dict[str, Article]:
    """Return every article by its title."""
    ids = library.listing(ArticleQuery()).ids
    found = {article.title: article for article in library.articles(ids)}
    unread = library.count(ArticleQuery(state=State.UNREAD))
    assert unread == sum(article.unread for article in found.values()), "the list of unread articles is another"
    return found

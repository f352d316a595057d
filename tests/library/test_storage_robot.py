"""Whatever is done to pictures in whatever order, the library agrees with itself and loses nothing that is wanted."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.domain import PictureRef
from reader.library.library import Library
from reader.library.pictures.pictures import SettledPicture
from reader.library.pictures.web_pictures import Fetched
from reader.references import address_number
from tests.factories import make_post
from tests.fetching.server import picture
from tests.library.test_library import add

DATA = [picture(number, (20, 15)) for number in range(8)]


def url(number: int) -> str:
    # Two addresses for each picture.
    return f"https://x.example/{number}.png"


class Robot:
    """Does one thing after another to a library; what it kept for later, and what was local, must stay."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        self.library = library
        self.chance = chance
        self.articles: list[int] = []
        self.local: set[str] = set()

    def post(self) -> None:
        shown = [PictureRef(url(self.chance.randrange(16))) for _ in range(self.chance.randrange(3))]
        if self.chance.random() < 0.3:
            name = f"{self.chance.randrange(8)}.png"
            shown.append(PictureRef(name, name))
        number = self.chance.randrange(1, 12)
        lead = shown[0] if shown and self.chance.random() < 0.5 else None
        (article,) = add(self.library, make_post(number, title=f"Post {number}", pictures=tuple(shown), lead=lead))
        self.articles = sorted({*self.articles, article})

    def fetch(self) -> None:
        number = self.chance.randrange(16)
        stored = self.library.images.add(DATA[number // 2])
        full = self.chance.random() < 0.7
        self.library.web.settle([Fetched(address_number(url(number)) or 0, stored, full, {1: b"a", 2: b"b"})])
        if not full and self.library.images.file(stored.key):
            # As a download leaves it: nothing in the store that no row speaks of.
            list(self.library.storage.verify(repair=True))

    def refuse(self) -> None:
        number = address_number(url(self.chance.randrange(16))) or 0
        self.library.web.settle([Fetched(number, reason="gone", lasting=True)])

    def copy(self) -> None:
        for waiting in self.library.waiting_pictures(1):
            stored = self.library.images.add(DATA[int(waiting.local[0])])
            self.library.settle_pictures([SettledPicture(1, waiting.local, stored)])
            self.local.add(stored.key)

    def mark(self) -> None:
        some = self.chance.sample(self.articles, min(3, len(self.articles)))
        self.library.set_read(some, read=self.chance.random() < 0.7)
        self.library.set_bookmarked(some[:1], bookmarked=self.chance.random() < 0.5)

    def evict(self) -> None:
        kept = self.held()
        self.library.storage.set_budget(self.chance.choice((0, 1000, 3000)))
        list(self.library.storage.evict())
        assert kept <= self.held()

    def make_room(self) -> None:
        kept = self.held()
        self.library.storage.make_room(self.chance.randrange(2000), 2**40)
        assert kept <= self.held()

    def clear(self) -> None:
        list(self.library.storage.clear())

    def lose(self) -> None:
        files = [file for file, key in self.library.images.files() if key and key not in self.local]
        if files:
            self.chance.choice(files).write_bytes(b"spoilt")
        *_, found = self.library.storage.verify(repair=True)
        assert len(found.damaged) == bool(files)

    def undo(self) -> None:
        batches = self.library.history.batches()
        for batch in self.library.history.begin_swap(self.chance.choice(batches).id) if batches else ():
            rows = self.library.history.to_swap(batch)
            while rows:
                del rows[: self.library.history.swap_some(rows, 1.0)]
            self.library.history.finish_swap(batch)

    def held(self) -> set[tuple[int, str]]:
        """Return what must never be given up for room: pictures of bookmarked articles, and local copies."""
        found = set()
        for article in self.articles:
            content = self.library.content(article)
            if content is not None:
                found |= {
                    (article, each.key)
                    for each in content.pictures
                    if each.key and (content.article.bookmarked or each.key in self.local)
                }
        return found


@pytest.mark.parametrize("seed", range(12))
def test_a_library_that_much_was_done_to_is_sound(tmp_path: Path, seed: int) -> None:
    with Library(tmp_path) as library:
        robot = Robot(library, random.Random(seed))
        robot.post()
        deeds: list[Callable[[], None]] = [robot.post, robot.fetch, robot.fetch, robot.fetch, robot.copy, robot.mark]
        deeds += [robot.refuse, robot.evict, robot.make_room, robot.clear, robot.lose, robot.undo]
        for _ in range(40):
            deed = robot.chance.choice(deeds)
            deed()
            assert library.check() == [], deed.__name__
        list(library.storage.verify(repair=True))
        stored = sum(file.stat().st_size for file, key in library.images.files() if key)
        assert library.storage.used() == library.storage.numbers().pictures == stored
        health = library.storage.health()
        assert health.complete + health.partial + health.text_only == library.stats()["articles"]

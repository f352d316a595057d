"""What the library takes can be seen, bounded, cleared, verified and mended; nothing that is wanted is given up."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from reader.domain import PictureRef
from reader.library.keeping.backups import back_up, backups, restore
from reader.library.library import Library
from reader.library.opening import open_library
from reader.library.pictures import health, storage, wanted
from reader.library.pictures.images import ImageStore, StoredImage
from reader.library.pictures.pictures import SettledPicture
from reader.library.pictures.web_pictures import Fetched
from reader.offline import Fetch, Health
from reader.references import address_number
from reader.storage import VerifyProgress
from tests.factories import make_post
from tests.fetching.server import picture
from tests.library.statements import plan
from tests.library.test_library import add, category


def url(number: int) -> str:
    return f"https://x.example/{number}.png"


def settle(library: Library, number: int, *, full: bool = True) -> StoredImage:
    """Let a picture be fetched, as a download does."""
    data = picture(number)
    stored = library.images.add(data)
    library.web.settle([Fetched(address_number(url(number)) or 0, stored, full, {1: b"small", 2: b"less small"})])
    return stored


@pytest.fixture
def ids(library: Library) -> list[int]:
    """Four articles with a picture of the web each; the first is read, the second too and kept for later."""
    made = add(library, *(make_post(number, pictures=(PictureRef(url(number)),)) for number in range(1, 5)))
    for number in range(1, 5):
        settle(library, number)
    library.set_read(made[:2], read=True)
    library.set_bookmarked(made[1:2], bookmarked=True)
    return made


def held(library: Library, articles: Sequence[int]) -> list[bool]:
    """Tell which articles still have their picture, and that the library agrees with itself."""
    assert library.check() == []
    found = [library.content(article) for article in articles]
    return [bool(each and each.pictures[0].key) for each in found]


def evict(library: Library, keep: int) -> None:
    library.storage.set_budget(keep)
    for _ in library.storage.evict():
        pass


def test_read_articles_give_their_pictures_up_first_and_kept_ones_never(library: Library, ids: list[int]) -> None:
    size = library.storage.used() // 4
    evict(library, library.storage.used())
    assert held(library, ids) == [True, True, True, True]
    evict(library, size * 3 + 40)
    assert held(library, ids) == [False, True, True, True]
    evict(library, size)
    assert held(library, ids)[:2] == [False, True]
    evict(library, 0)
    assert held(library, ids) == [False, True, False, False]


def test_what_was_given_up_says_so_and_keeps_its_small_copy(library: Library, ids: list[int]) -> None:
    evict(library, 0)
    content = library.content(ids[0])
    assert content is not None
    (shown,) = content.pictures
    assert (shown.key, shown.width, shown.height, shown.reason) == ("", 64, 48, "it was removed to make room")
    assert library.thumbnail(content.article.thumbnail) == b"less small"
    assert library.storage.missing() == {"it was removed to make room": 3}


def test_a_backup_that_is_restored_lacks_what_was_given_up_since(library: Library, ids: list[int]) -> None:
    list(back_up(library.folder))
    evict(library, 0)
    library.close()
    list(restore(library.folder, backups(library.folder)[0].file))
    with open_library(library.folder) as restored:
        assert held(restored, ids) == [False, True, False, False]
        assert restored.storage.health() == Health(complete=1, text_only=3)


def test_what_was_given_up_comes_again_only_when_asked(library: Library, ids: list[int]) -> None:
    evict(library, 0)
    library.web.allow(Fetch.ALL)
    assert [each for each in library.web.wanted(library.web.in_force()) if each] == []
    library.web.allow_once(Fetch.ALL)
    assert len([each for each in library.web.wanted(library.web.in_force()) if each]) == 3
    settle(library, 1)
    assert held(library, ids)[0]


def test_copies_of_local_pictures_are_never_given_up(library: Library) -> None:
    (article,) = add(library, make_post(1, pictures=(PictureRef("a.png", "a.png"), PictureRef(url(1)))))
    library.settle_pictures([SettledPicture(1, "a.png", library.images.add(picture(1)))])
    settle(library, 1)
    library.set_read([article], read=True)
    evict(library, 0)
    assert held(library, [article]) == [True]
    assert library.storage.used() > 0
    list(library.storage.clear())
    assert held(library, [article]) == [True]


def test_all_pictures_of_the_web_are_cleared(library: Library, ids: list[int]) -> None:
    changed = [article for step in library.storage.clear() for article in step.pictures]
    assert sorted(changed) == ids
    assert held(library, ids) == [False] * 4
    assert library.storage.missing() == {"it was removed": 4}


def verified(library: Library, *, repair: bool = False) -> VerifyProgress:
    *_, last = library.storage.verify(repair=repair)
    assert last.finished
    return last


def test_verifying_finds_what_is_missing_damaged_or_nobodys(library: Library, ids: list[int]) -> None:
    keys = [settle(library, number).key for number in range(1, 5)]
    assert (verified(library).missing, verified(library).damaged, verified(library).orphans) == ((), (), ())
    lost, spoilt = library.images.file(keys[0]), library.images.file(keys[1])
    assert lost
    assert spoilt
    lost.unlink()
    spoilt.write_bytes(b"x" + spoilt.read_bytes()[1:])
    stray = library.images.folder / "ab" / ("ab" * 16)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"stray")
    mine = library.images.folder / "notes.txt"
    mine.write_text("mine")
    found = verified(library)
    assert (found.missing, found.damaged) == ((keys[0],), (keys[1],))
    assert set(found.orphans) == {str(stray), str(mine)}
    assert stray.exists()
    assert verified(library, repair=True).repaired == 3
    assert held(library, ids) == [False, False, True, True]
    assert not stray.exists()
    assert (verified(library).orphans, library.storage.missing()) == ((str(mine),), {"its copy was damaged": 2})
    assert mine.read_text() == "mine"
    library.web.allow(Fetch.ALL)
    assert len([each for each in library.web.wanted(library.web.in_force()) if each]) == 2


def test_a_picture_that_cannot_be_read_now_is_not_taken_for_damaged(
    library: Library, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = settle(library, 1).key
    opened = Path.open

    def refused(file: Path, *rest: Any, **named: Any) -> Any:
        if file.name == key:
            raise PermissionError(13, "Permission denied", str(file))
        return opened(file, *rest, **named)

    with monkeypatch.context() as bound:
        bound.setattr(Path, "open", refused)
        found = verified(library, repair=True)
    assert (found.missing, found.damaged, found.unreadable, found.repaired) == ((), (), (key,), 0)
    assert held(library, ids) == [True] * 4
    assert verified(library).unreadable == ()


def test_what_is_stored_and_given_up_while_files_are_verified_is_not_found_wrong(
    library: Library, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = ImageStore.digest
    unsettled: list[str] = []

    def meanwhile(store: ImageStore, key: str) -> str | None:
        if not unsettled:
            with Library(library.folder) as elsewhere:
                add(elsewhere, make_post(9, pictures=(PictureRef(url(9)),)))
                settle(elsewhere, 9)
                list(elsewhere.storage.clear())
                settle(elsewhere, 9)
                unsettled.append(elsewhere.images.add(picture(10)).key)
        return digest(store, key)

    monkeypatch.setattr(ImageStore, "digest", meanwhile)
    found = verified(library, repair=True)
    assert (found.missing, found.orphans, found.repaired) == ((), (), 0)
    assert library.storage.missing() == {"it was removed": 4}
    assert library.images.intact(unsettled[0])


def test_a_damaged_copy_of_a_local_picture_waits_to_be_copied_again(library: Library) -> None:
    add(library, make_post(1, pictures=(PictureRef("a.png", "a.png"),)))
    stored = library.images.add(picture(1))
    library.settle_pictures([SettledPicture(1, "a.png", stored)])
    library.images.remove(stored.key)
    assert verified(library, repair=True).missing == (stored.key,)
    assert [each.local for each in library.waiting_pictures(1)] == ["a.png"]
    assert library.check() == []


def test_what_a_killed_process_left_is_cleaned_and_what_is_being_written_is_not(library: Library) -> None:
    library.images.add(picture(1))
    parts = library.images.folder / ".part"
    old, new = parts / "old", parts / "new"
    for part in (old, new):
        part.write_bytes(b"half a pict")
    os.utime(old, (0, 0))
    assert library.images.tidy() == 1
    assert (old.exists(), new.exists()) == (False, True)
    assert str(new) not in verified(library).orphans


def test_what_cannot_be_cleaned_up_keeps_nothing_from_being_verified(
    library: Library, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    left = library.images.folder / ".part" / "left"
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    with monkeypatch.context() as medium:
        medium.setattr(Path, "unlink", refused)  # As on one that can only be read.
        *_, found = library.storage.verify()
    assert (found.finished, found.total, left.exists()) == (True, len(ids), True)


def refused(*_: object, **__: object) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


def test_a_picture_that_went_while_it_was_stored_is_not_noted(library: Library) -> None:
    (article,) = add(library, make_post(1, pictures=(PictureRef(url(1)),)))
    stored = library.images.add(picture(1))
    library.images.remove(stored.key)
    library.web.settle([Fetched(address_number(url(1)) or 0, stored, full=True)])
    assert held(library, [article]) == [False]


def test_health_counts_articles_by_what_they_lack(library: Library) -> None:
    both = (PictureRef(url(1)), PictureRef(url(2)))
    posts = [
        make_post(1, categories=(("A", "B"),), pictures=both),
        make_post(2, categories=(("A",),), pictures=both[:1]),
        make_post(3, categories=(("C",),), pictures=both[1:]),
        make_post(4, categories=(("C",),)),
    ]
    add(library, *posts)
    assert library.storage.health() == Health(1, 0, 3)
    settle(library, 1)
    assert library.storage.health() == Health(complete=2, partial=1, text_only=1)
    by_category = library.storage.health_by_category()
    assert by_category[category(library, "A")] == Health(1, 1, 0)
    assert by_category[category(library, "B")] == Health(0, 1, 0)
    assert by_category[category(library, "C")] == Health(1, 0, 1)
    assert library.storage.health_by_source() == {1: Health(2, 1, 1)}
    assert library.storage.missing() == {"": 2}


def test_an_import_that_is_undone_leaves_the_health_true(library: Library, ids: list[int]) -> None:
    evict(library, 0)
    batch = library.history.batches()[0].id
    for _ in range(2):
        for each in library.history.begin_swap(batch):
            rows = library.history.to_swap(each)
            while rows:
                del rows[: library.history.swap_some(rows, 1.0)]
            library.history.finish_swap(each)
        assert library.check() == []
    assert library.storage.health() == Health(1, 0, 3)


def test_numbers_tell_where_the_bytes_are(library: Library, ids: list[int]) -> None:
    while library.index_some():
        pass
    numbers = library.storage.numbers()
    assert numbers.pictures == numbers.web_pictures == library.storage.used() == sum(
        file.stat().st_size for file, key in library.images.files() if key
    )  # fmt: skip
    assert numbers.thumbnails == 4 * len(b"smallless small")
    assert 0 < numbers.index < numbers.database
    assert numbers.sources[1][1:] == (numbers.pictures, numbers.thumbnails)
    assert numbers.budget == storage.BUDGET


# --- nothing walks a table


@pytest.mark.parametrize(
    ("sql", "values", "steps"),
    [
        (health.LACKING_BY_SOURCE, (), ["SCAN article USING COVERING INDEX article_lacking"]),
        (
            health.LACKING_BY_CATEGORY,
            (),
            ["SCAN article USING COVERING INDEX article_lacking", "SEARCH shelf USING PRIMARY KEY (article_id=?)"],
        ),
        (
            health.MISSING,
            (),
            ["SCAN article USING COVERING INDEX article_lacking", "SEARCH picture USING PRIMARY KEY (article_id=?)"],
        ),
        (wanted.LACKING, (0, 0, 1), ["SEARCH article USING COVERING INDEX article_lacking"]),
        (wanted.LACKING_OF, ("[]",), ["SEARCH article USING INTEGER PRIMARY KEY (rowid=?)"]),
        (wanted.ABSENT, ("[]",), ["SEARCH picture USING PRIMARY KEY (article_id=?)"]),
        (storage.EVICTABLE.format(storage._ORDERS[2]), (0, 1), ["INDEX image_evictable", "picture_key"]),
    ],
)  # fmt: skip
def test_each_question_is_answered_by_an_index(sql: str, values: Sequence[object], steps: list[str]) -> None:
    found = "\n".join(plan(sql, values))
    for step in steps:
        assert step in found, found
    if sql == wanted.LACKING:
        assert "B-TREE" not in found


def test_a_picture_is_found_by_its_address() -> None:
    found = plan("UPDATE picture INDEXED BY picture_address SET key = ? WHERE address = ?", ("", 1))
    assert "INDEX picture_address (address=?)" in "".join(found)

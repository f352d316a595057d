"""Small pictures of rows are made when they are first seen, and again where that could not be done."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader.domain import Changes, LibraryError
from reader.library.library import Library
from reader.library.pictures import decoding
from reader.library.pictures.images import StoredImage
from reader.ui.listing import thumbnails as small_pictures
from reader.ui.listing.thumbnails import Thumbnails
from reader.ui.session import LibrarySession
from tests.fetching.server import picture


@pytest.fixture
def stored(library: Library) -> StoredImage:
    """A picture in the store, of which no small copy was made yet."""
    found = library.images.add(picture())
    library._db.execute(
        "INSERT INTO image (key, width, height, bytes, stored_at) VALUES (?, 64, 48, 1, 1)", (found.key,)
    )
    return found


def seen(thumbnails: Thumbnails, key: str, session: LibrarySession, qtbot: QtBot) -> bool:
    """Look at a thumbnail, and once more when everything has come to rest; return whether it is there."""
    thumbnails.pixmap(key, 76)
    qtbot.waitUntil(lambda: not session._tasks)
    return thumbnails.pixmap(key, 76) is not None


def test_the_copies_that_the_rows_ask_for_are_as_wide_as_those_that_are_made() -> None:
    assert decoding.ROW[0] == small_pictures._SMALL


def test_a_picture_that_was_lost_has_its_thumbnail_when_it_is_there_again(
    library: Library, session: LibrarySession, stored: StoredImage, qtbot: QtBot
) -> None:
    library.images.remove(stored.key)
    thumbnails = Thumbnails(session)
    assert not seen(thumbnails, stored.key, session, qtbot)
    library.images.add(picture())
    session.announce(Changes(pictures=(1,)))
    assert seen(thumbnails, stored.key, session, qtbot)


def test_what_a_full_disk_refused_is_made_when_there_is_room(
    library: Library, session: LibrarySession, stored: StoredImage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Library, *_: object) -> bytes:
        raise LibraryError("disk-full", self.folder, "Free some space.")

    thumbnails = Thumbnails(session)
    with monkeypatch.context() as disk, qtbot.waitSignal(session.refused):
        disk.setattr(Library, "make_thumbnail", full)
        assert not seen(thumbnails, stored.key, session, qtbot)
    session.announce(Changes(pictures=(1,)))
    assert seen(thumbnails, stored.key, session, qtbot)


def test_a_plain_screen_gets_a_copy_of_its_own_size(session: LibrarySession, stored: StoredImage, qtbot: QtBot) -> None:
    thumbnails = Thumbnails(session)
    assert seen(thumbnails, stored.key, session, qtbot)
    wide = [pixmap.width() for room in (44, 76, 77, 152, 224) if (pixmap := thumbnails.pixmap(stored.key, room))]
    assert wide == [76, 76, 152, 152, 152]


def test_of_an_older_library_s_pictures_the_large_copy_serves(
    library: Library, session: LibrarySession, stored: StoredImage, qtbot: QtBot
) -> None:
    library.make_thumbnail(stored.key)
    library._db.execute("DELETE FROM thumbnail WHERE density = 1")
    library.images.remove(stored.key)
    assert seen(Thumbnails(session), stored.key, session, qtbot)

"""Values about where the library is kept: what it takes, and how far its verification or its move is."""

from __future__ import annotations

from collections.abc import Mapping

from reader.frozen import frozen


@frozen
class StorageNumbers:
    """Bytes of the library by kind, and for each source id the bytes of its posts, pictures and thumbnails."""

    database: int
    index: int
    pictures: int
    thumbnails: int
    web_pictures: int
    budget: int
    sources: Mapping[int, tuple[int, int, int]]


@frozen
class VerifyProgress:
    """How far the verification of picture files is; what it found by key, or by path for files that are not pictures.

    Those that are `unreadable` just now may be intact or not.
    """

    done: int
    total: int
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    repaired: int = 0
    finished: bool = False


@frozen
class MoveProgress:
    """How far a move of the library is, in bytes."""

    done: int
    total: int
    finished: bool = False

"""Values about pictures of the web: what may be fetched, how far a download is, which articles are complete."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum, StrEnum

from reader.domain import ALL
from reader.frozen import frozen
from reader.references import web_address


class GivenUp(StrEnum):
    """Why the library knows a picture but does not have its file."""

    THUMBNAIL = "thumbnail"
    EVICTED = "evicted"
    CLEARED = "cleared"
    DAMAGED = "damaged"


#: The same in words.
GIVEN_UP: Mapping[str, str] = {
    GivenUp.THUMBNAIL: "only its small copy was fetched",
    GivenUp.EVICTED: "it was removed to make room",
    GivenUp.CLEARED: "it was removed",
    GivenUp.DAMAGED: "its copy was damaged",
}


class Fetch(StrEnum):
    """What the user lets Broadsheet fetch."""

    NOTHING = "nothing"
    #: The lead picture of each article, of which only a thumbnail is kept.
    THUMBNAILS = "thumbnails"
    #: All pictures of the articles that are kept for later.
    BOOKMARKED = "bookmarked"
    ALL = "all"


@frozen
class PictureScope:
    """Which pictures are meant: all conditions must hold. A category includes those below it.

    `address` is the hash of one picture's address (`references.address_number`).
    """

    category: int = ALL
    source: int | None = None
    article: int | None = None
    unread: bool = False
    bookmarked: bool = False
    address: int | None = None


EVERYTHING = PictureScope()


@frozen
class Consent:
    """Something the user allowed to be fetched.

    A standing consent has no `up_to`; its scope is a source or everything. A consent for once covers the articles up to
    that id, and with `retry` also pictures that failed for good before `given_at` (seconds since 1970).
    """

    id: int
    what: Fetch
    scope: PictureScope
    up_to: int | None
    retry: bool
    given_at: int

    @property
    def once(self) -> bool:
        """Whether it ends with the download that it was given for."""
        return self.up_to is not None


def if_allowed(what: Fetch, scope: PictureScope = EVERYTHING, *, retry: bool = False) -> Consent:
    """Return the consent for once that could be given now, to estimate what it would download."""
    return Consent(0, what, scope, sys.maxsize, retry, int(time.time()))


class Level(IntEnum):
    """How much of an article's pictures may be fetched."""

    NONE = 0
    THUMBNAIL = 1
    FULL = 2


@frozen
class Permission:
    """What all consents amount to for one article.

    `again` allows evicted pictures to be fetched once more; what failed for good until `retry_until` (seconds since
    1970, 0 for never) is tried again.
    """

    level: Level = Level.NONE
    again: bool = False
    retry_until: int = 0


@frozen
class ArticleFacts:
    """What consents need to know about an article."""

    id: int
    source: int
    unread: bool
    bookmarked: bool
    categories: frozenset[int] = frozenset()


@frozen
class Wanted:
    """A picture to fetch: the hash of its address, the address as a post gives it, and whether more than a thumbnail is
    kept.
    """

    number: int
    ref: str
    full: bool

    @property
    def address(self) -> str:
        """Its address on the web."""
        return web_address(self.ref) or ""


@frozen
class Estimate:
    """What a download would do: pictures, and their size, estimated from the average of known ones."""

    pictures: int = 0
    bytes: int = 0
    articles: int = 0


class Stop(StrEnum):
    """Why a download ended before it was done."""

    OFFLINE = "offline"
    BUDGET = "budget"
    NO_NETWORK = "no-network"
    DISK_FULL = "disk-full"


@frozen
class DownloadProgress:
    """How far a download is.

    `done` of `total` addresses are finished, `failed` of them without a picture; `bytes` came over the network.
    `seconds_left` is None while unknown. `articles` are those that changed since the last step. The
    `finished` step is the last one; `stopped` tells why something is left.
    """

    done: int = 0
    failed: int = 0
    total: int = 0
    bytes: int = 0
    stored: int = 0
    seconds_left: float | None = None
    host: str = ""
    articles: tuple[int, ...] = ()
    reasons: Mapping[str, int] = field(default_factory=dict)
    finished: bool = False
    stopped: Stop | None = None


@frozen
class Health:
    """How many articles have all of their pictures (or name none), some of them, or none."""

    complete: int = 0
    partial: int = 0
    text_only: int = 0

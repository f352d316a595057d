"""Downloads as a test asks for them: of these addresses, to the end, from the loopback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.domain import Content, Picture, PictureRef
from reader.fetching.downloads import download
from reader.fetching.limits import Limits
from reader.library.library import Library
from reader.offline import EVERYTHING, DownloadProgress, Fetch, PictureScope
from tests.factories import make_post
from tests.library.test_library import add

#: No pauses; but answers may take their time, as they do on a busy machine.
QUICK = Limits(delay=0, connect=2, read=10, total=20, back_off=0.01, longest_wait=0.2)
#: For servers that never come to an end.
IMPATIENT = replace(QUICK, read=0.3, total=0.6)
LOOPBACK = frozenset({"127.0.0.1", "localhost"})


def show(library: Library, *addresses: str, number: int = 1, lead: str | None = None) -> int:
    """Let an article show these pictures; return its id."""
    pictures = tuple(PictureRef(each) for each in addresses)
    (article,) = add(library, make_post(number, pictures=pictures, lead=PictureRef(lead) if lead else None))
    return article


def run(
    library: Library, limits: Limits = QUICK, allowed: frozenset[str] = LOOPBACK
) -> tuple[DownloadProgress, Sequence[DownloadProgress]]:
    steps = list(download(library, limits, allowed))
    assert steps[-1].finished
    return steps[-1], steps


def fetch(
    library: Library,
    what: Fetch = Fetch.ALL,
    scope: PictureScope = EVERYTHING,
    *,
    limits: Limits = QUICK,
    allowed: frozenset[str] = LOOPBACK,
    retry: bool = False,
) -> DownloadProgress:
    """Allow something for once, and download it."""
    library.web.allow_once(what, scope, retry=retry)
    return run(library, limits, allowed)[0]


def content(library: Library, article: int) -> Content:
    found = library.content(article)
    assert found is not None
    return found


def pictures(library: Library, article: int) -> tuple[Picture, ...]:
    return content(library, article).pictures


def files(library: Library) -> list[str]:
    """Return the names of all files in the picture store, also of those that have no business there."""
    return sorted(file.name for file in library.images.folder.rglob("*") if file.is_file())

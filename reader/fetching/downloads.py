"""The download: a job in small steps that can be closed at any of them and resumed by starting it again."""

from __future__ import annotations

import asyncio
import logging
import ssl
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from urllib.parse import urlsplit

from reader.domain import LibraryError
from reader.fetching.answers import get
from reader.fetching.hosts import Queue, Waiting
from reader.fetching.keeping import Full, Keeper
from reader.fetching.limits import Limits, Refused
from reader.fetching.network import CheckedTransport
from reader.library.library import Library
from reader.library.pictures.decoding import PictureError
from reader.library.pictures.web_pictures import Fetched
from reader.offline import Consent, DownloadProgress, Stop, Wanted

_log = logging.getLogger(__name__)

# Pictures that wait at a time: enough that many hosts are among them.
_WINDOW = 600
# A step takes no longer, so that closing is answered at once; what was fetched is written down as often, and the
# consents are looked at again.
_STEP = 0.2
# So many hosts that cannot be reached, and not one that answered anything: it is the network that is missing.
_NO_NETWORK = 24


def download(
    library: Library,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    allowed: frozenset[str] = frozenset(),
    context: ssl.SSLContext | None = None,
    only: int | None = None,
) -> Iterator[DownloadProgress]:
    """Fetch what the library's consents cover and it lacks; yields after each fifth of a second at most.

    It takes no list of pictures: there is no way past the consents. They are looked at again at every step. May be
    closed at any step, which is also how to pause: what was stored stays, and beginning again goes on. Consents for
    once end with a download that came to its end; `only` one of all consents may be asked to count. `allowed` hosts may
    be in a private network; `context` is the TLS to use instead of the usual. No picture may be larger than the limits
    nor than the library's own limit. Raises LibraryError.
    """
    library.images.tidy()
    limits = replace(limits, most_bytes=min(limits.most_bytes, library.web.most_bytes()))
    run = _Run(library, limits, allowed, context, only)
    try:
        yield from run.steps()
    finally:
        run.close()


class _Run:
    """One download, with an event loop of its own that runs while a step is asked for."""

    def __init__(
        self,
        library: Library,
        limits: Limits,
        allowed: frozenset[str],
        context: ssl.SSLContext | None,
        only: int | None,
    ) -> None:
        self._library = library
        self._limits = limits
        self._allowed = allowed
        self._loop = asyncio.new_event_loop()
        self._keeper = Keeper(library)
        self._transport = CheckedTransport(allowed, limits, context)
        self._began = time.monotonic()
        self._queue = Queue(limits)
        self._tasks: dict[asyncio.Task[None], Waiting] = {}
        self._fetched: list[Fetched] = []
        self._changed: list[int] = []
        self._settled = time.monotonic()
        self._reasons: Counter[str] = Counter()
        self._progress = DownloadProgress()
        self._lost, self._heard = 0, False
        self._tried: set[int] = set()
        self._stop: Stop | None = None
        self._fault: BaseException | None = None
        self._only = only
        self._begin(self._in_force())

    def _in_force(self) -> tuple[Consent, ...]:
        return tuple(each for each in self._library.web.in_force() if self._only in (None, each.id))

    def _begin(self, consents: tuple[Consent, ...]) -> None:
        """Begin the walk through what is wanted, under these consents."""
        self._consents = consents
        self._queue.empty()
        # What is under way from before is not begun a second time.
        self._begun = {each.wanted for each in self._tasks.values()}
        self._wants: Iterator[Wanted | None] | None = self._library.web.wanted(consents, self._keeper.gone)
        self._counting = self._library.web.estimate(consents)
        self._counted = 0
        self._progress = replace(self._progress, total=self._progress.done)

    def steps(self) -> Iterator[DownloadProgress]:
        if self._library.offline():
            yield replace(self._progress, finished=True, stopped=Stop.OFFLINE)
            return
        self._keeper.begin()
        self._began = time.monotonic()
        while self._stop is None and not self._done():
            self._count_some()
            self._fill()
            self._start()
            self._loop.run_until_complete(self._wait())
            if self._fault is not None:
                raise self._fault
            yield self._written()
            self._look_again()
        self._cancel()
        last = self._written(now=True)
        if self._stop is None:
            self._library.web.withdraw(*(each.id for each in self._consents if each.once))
        yield replace(last, seconds_left=0.0, finished=True, stopped=self._stop)

    def close(self) -> None:
        """Break off what is under way, write down what came before, and close every connection."""
        self._cancel()
        with suppress(LibraryError):  # Where that was the reason to end; what is not written down is fetched again.
            self._written(now=True)
        self._loop.run_until_complete(self._transport.aclose())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()
        self._keeper.close()

    def _cancel(self) -> None:
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            self._loop.run_until_complete(asyncio.wait(set(self._tasks)))

    def _count_some(self) -> None:
        """Count a page more of what there is to do; nothing waits until all is counted."""
        counted = next(self._counting, None)
        if counted is not None:
            self._count_to_do(counted.pictures - self._counted)
            self._counted = counted.pictures

    def _count_to_do(self, more: int) -> None:
        self._progress = replace(self._progress, total=self._progress.total + more)

    def _done(self) -> bool:
        return self._wants is None and not self._queue and not self._tasks

    def _look_again(self) -> None:
        """Heed at once what the user takes back, or allows besides."""
        now = self._in_force()
        if now == self._consents:
            return
        if not set(self._consents).issubset(now):
            self._cancel()
        if any(each.retry for each in set(now).difference(self._consents)):
            # The user wishes to have what could not be had, also by this very download.
            self._tried.clear()
            self._keeper.gone.clear()
            self._queue.forgive()
        # First, or what came just now would be wanted, counted and fetched once more.
        self._settle()
        self._begin(now)
        if self._library.offline():
            self._stop = Stop.OFFLINE

    # --- whose turn it is

    def _fill(self) -> None:
        """Let a page more wait."""
        while self._wants is not None and len(self._queue) < _WINDOW:
            wanted = next(self._wants, self)
            if wanted is self:
                self._wants = None
            elif isinstance(wanted, Wanted) and wanted.number in self._tried:
                # It failed under the consents before, and is counted.
                self._count_to_do(-1)
            elif isinstance(wanted, Wanted) and wanted not in self._begun:
                host = urlsplit(wanted.address).hostname or ""
                gone = self._queue.gone(host)
                if gone:
                    self._fail(wanted, Refused(gone, lasting=False))
                else:
                    self._queue.add(Waiting(wanted, host))
            elif wanted is None:
                return

    def _start(self) -> None:
        while len(self._tasks) < self._limits.at_once and (item := self._queue.take(time.monotonic())):
            task = self._loop.create_task(self._fetch(item))
            self._tasks[task] = item
            task.add_done_callback(self._ended)
            self._progress = replace(self._progress, host=item.host)

    def _ended(self, task: asyncio.Task[None]) -> None:
        item = self._tasks.pop(task)
        if task.cancelled():
            self._queue.ended(item, well=None)
        else:
            self._fault = self._fault or task.exception()

    async def _wait(self) -> None:
        """Let requests go on until one has ended, a turn has come, or a step's time is over."""
        soon = _STEP
        if self._queue and len(self._tasks) < self._limits.at_once:
            soon = min(_STEP, self._queue.next_turn(time.monotonic()))
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=soon, return_when=asyncio.FIRST_COMPLETED)
        elif self._queue:
            await asyncio.sleep(soon)

    # --- one picture

    async def _fetch(self, item: Waiting) -> None:
        try:
            data = await get(self._transport, item.wanted.address, self._limits, self._allowed, self._count)
            fetched = await self._keeper.kept(item.wanted, data)
        except Refused as refused:
            self._refused(item, refused)
        except PictureError as error:
            self._queue.ended(item, well=True)
            self._fail(item.wanted, Refused(str(error), lasting=True))
        except Full as full:
            self._stop = full.stop
        except LibraryError:
            raise
        except Exception:  # noqa: BLE001 - one answer that shows a fault of ours must not end all others
            _log.exception("a picture could not be dealt with")
            self._refused(item, Refused("the program failed on it", lasting=True))
        else:
            self._queue.ended(item, well=True)
            self._heard = True
            self._fetched.append(fetched)
            self._progress = replace(self._progress, done=self._progress.done + 1, stored=self._progress.stored + 1)

    def _count(self, came: int) -> None:
        self._progress = replace(self._progress, bytes=self._progress.bytes + came)

    def _refused(self, item: Waiting, refused: Refused) -> None:
        self._queue.ended(item, well=not refused.of_host)
        self._heard = self._heard or not refused.of_host
        if refused.lasting or not self._queue.again(item, time.monotonic(), refused):
            self._fail(item.wanted, refused)
        too_long = (refused.wait or 0.0) > self._limits.longest_wait and not refused.elsewhere
        if too_long or (refused.of_host and refused.lasting) or self._queue.hopeless(item.host):
            self._give_up(item.host, refused)

    def _give_up(self, host: str, refused: Refused) -> None:
        for other in self._queue.give_up(host, refused.reason):
            # Not asked for themselves, they fail for good only where their host does.
            self._fail(other.wanted, Refused(refused.reason, lasting=refused.lasting and refused.of_host))
        if refused.of_host and not refused.lasting and not self._heard:
            self._lost += 1
            if self._lost >= _NO_NETWORK:
                self._stop = Stop.NO_NETWORK

    def _fail(self, wanted: Wanted, refused: Refused) -> None:
        self._fetched.append(Fetched(wanted.number, reason=refused.reason, lasting=refused.lasting))
        self._tried.add(wanted.number)
        self._reasons[refused.reason] += 1
        self._progress = replace(self._progress, done=self._progress.done + 1, failed=self._progress.failed + 1)

    # --- telling

    def _settle(self) -> None:
        if self._fetched:
            self._changed += self._library.web.settle(self._fetched).pictures
            self._fetched.clear()
            self._settled = time.monotonic()

    def _written(self, *, now: bool = False) -> DownloadProgress:
        """Write down what came, now and then or `now`, and tell how far it is."""
        if now or time.monotonic() - self._settled > _STEP:
            self._settle()
        articles, self._changed = tuple(self._changed), []
        so_far = self._progress
        passed = time.monotonic() - self._began
        left = passed / so_far.done * (so_far.total - so_far.done) if so_far.done and passed > 1 else None
        total = max(so_far.total, so_far.done)
        return replace(so_far, total=total, seconds_left=left, articles=articles, reasons=dict(self._reasons))

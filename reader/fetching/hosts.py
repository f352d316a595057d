"""Whose turn it is: pictures queue by host, so that no server gets too many requests and none delays the others."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.fetching.limits import Limits, Refused
from reader.offline import Wanted


@dataclass(slots=True)
class Waiting:
    """A picture that waits for its turn; `not_before` is on the queue's clock, in seconds."""

    wanted: Wanted
    host: str
    tries: int = 0
    not_before: float = 0.0


@dataclass(slots=True)
class _Host:
    waiting: deque[Waiting] = field(default_factory=deque)
    active: int = 0
    not_before: float = 0.0
    faults: int = 0
    gone: str = ""


class Queue:
    """Hosts take turns; each is asked by few at once, and never in haste. Times are seconds of one monotonic clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._hosts: dict[str, _Host] = {}
        self._order: deque[str] = deque()
        self._waiting = 0

    def __len__(self) -> int:
        return self._waiting

    def add(self, item: Waiting) -> None:
        """Let a picture wait."""
        if item.host not in self._hosts:
            self._hosts[item.host] = _Host()
            self._order.append(item.host)
        self._hosts[item.host].waiting.append(item)
        self._waiting += 1

    def gone(self, host: str) -> str:
        """Return why a host is not asked any more, "" while it is."""
        known = self._hosts.get(host)
        return known.gone if known else ""

    def take(self, now: float) -> Waiting | None:
        """Return a picture whose turn it is, None when all have to wait."""
        for _ in range(len(self._order)):
            name = self._order[0]
            self._order.rotate(-1)
            host = self._hosts[name]
            if host.active >= self._limits.per_host or now < host.not_before:
                continue
            for item in list(host.waiting):
                if item.not_before <= now:
                    host.waiting.remove(item)
                    self._waiting -= 1
                    host.active += 1
                    host.not_before = now + self._limits.delay
                    return item
        return None

    def next_turn(self, now: float) -> float:
        """Return in how many seconds someone's turn may come, were no request to end before."""
        times = [
            max(host.not_before, min(item.not_before for item in host.waiting))
            for host in self._hosts.values()
            if host.waiting and host.active < self._limits.per_host
        ]
        return max(0.0, min(times, default=now + 1.0) - now)

    def ended(self, item: Waiting, *, well: bool | None) -> None:
        """Note that a request ended, and whether the host answered at all; None when it was broken off."""
        host = self._hosts[item.host]
        host.active -= 1
        if well is not None:
            host.faults = 0 if well else host.faults + 1

    def empty(self) -> None:
        """Let nothing wait any more. A host that asked for patience still gets it."""
        for host in self._hosts.values():
            host.waiting.clear()
        self._waiting = 0

    def forgive(self) -> None:
        """Ask hosts again that were given up."""
        for host in self._hosts.values():
            host.gone, host.faults = "", 0

    def again(self, item: Waiting, now: float, refused: Refused) -> bool:
        """Let a picture be tried once more, later and not just when all others are; return whether it will be.

        A server that says how long to wait is not asked for anything meanwhile.
        """
        wait = refused.wait
        item.tries += 1
        host = self._hosts[item.host]
        if item.tries >= self._limits.tries or host.gone or (wait or 0.0) > self._limits.longest_wait:
            return False
        pause = self._limits.back_off * 2 ** (item.tries - 1)
        item.not_before = now + max(wait or 0.0, pause * random.uniform(0.75, 1.25))  # noqa: S311 - no secret
        if wait is not None and not refused.elsewhere:
            host.not_before = max(host.not_before, now + wait)
        host.waiting.append(item)
        self._waiting += 1
        return True

    def hopeless(self, host: str) -> bool:
        """Whether a host failed too often in a row to be asked again now."""
        return self._hosts[host].faults >= self._limits.faults

    def give_up(self, host: str, reason: str) -> Iterator[Waiting]:
        """Ask a host for nothing more; yield what waited for it."""
        known = self._hosts[host]
        known.gone = reason
        self._waiting -= len(known.waiting)
        while known.waiting:
            yield known.waiting.popleft()

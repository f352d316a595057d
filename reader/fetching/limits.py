"""The limits of a download, on the network, on servers and on memory; and why an address gives no picture."""

from __future__ import annotations

from dataclasses import dataclass

from reader.library.pictures.images import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds.

    A server is asked by at most `per_host` requests at once, begun `delay` apart. `total` bounds one request with its
    redirects, however slowly bytes arrive. What may pass is tried `tries` times, after `back_off`, twice that, and so
    on; a server that asks for more patience than `longest_wait` is left alone for this time, as is one that failed
    `faults` times in a row.
    """

    at_once: int = 6
    per_host: int = 2
    delay: float = 0.15
    connect: float = 10.0
    read: float = 15.0
    total: float = 120.0
    redirects: int = 5
    tries: int = 3
    back_off: float = 1.0
    longest_wait: float = 60.0
    faults: int = 6
    most_bytes: int = MAX_BYTES


class Refused(Exception):  # noqa: N818 - an answer, not a fault of the program
    """Why an address gives no picture, in the user's words.

    `lasting` tells that asking again is of no use. `wait` is how many seconds the server asks for, None when it does
    not, and infinite where this download had better not ask again. `of_host` tells that the whole host is at fault, and
    not this picture; `elsewhere` that another host answered, to which the picture's own had redirected.
    """

    def __init__(
        self, reason: str, *, lasting: bool, wait: float | None = None, of_host: bool = False, elsewhere: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.lasting = lasting
        self.wait = wait
        self.of_host = of_host
        self.elsewhere = elsewhere

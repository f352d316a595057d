"""Requests one address: the response, read within limits, or the reason why it is not a picture."""

from __future__ import annotations

import asyncio
import email.utils
import ssl
import time
import zlib
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC

import httpcore
import httpx

from reader.fetching.addresses import Target, follow, parse
from reader.fetching.limits import Limits, Refused
from reader.fetching.network import CheckedTransport

_MOVED = (301, 302, 303, 307, 308)
_MAY_PASS = (408, 425, 429)
_GONE = (404, 410)
_FORBIDDEN = (401, 402, 403, 407, 451)
_OK = 200
_SERVERS_FAULT = 500
_ODD = "its server's answer is not understood"


async def get(
    transport: CheckedTransport, address: str, limits: Limits, allowed: frozenset[str], count: Callable[[int], None]
) -> bytes:
    """Return what an address holds; raises Refused. `count` is told of the bytes as they come over the network."""
    request = _Request(transport, limits, allowed, count, [parse(address, allowed)])
    try:
        return await request.answer()
    except Refused as refused:
        way = request.way
        if len(way) == 1:
            raise
        # A redirect was followed: its host answered, and must not pay for where it led.
        elsewhere = way[-1].host != way[0].host
        raise Refused(refused.reason, lasting=refused.lasting, wait=refused.wait, elsewhere=elsewhere) from refused


@dataclass(slots=True)
class _Request:
    """What is asked for, and where redirects led: the `way` ends with the address that is asked now."""

    transport: CheckedTransport
    limits: Limits
    allowed: frozenset[str]
    count: Callable[[int], None]
    way: list[Target]

    async def answer(self) -> bytes:
        """Return the body of the answer; all that may go wrong is raised as Refused."""
        try:
            async with asyncio.timeout(self.limits.total):
                return await self._follow()
        except (TimeoutError, httpcore.TimeoutException) as error:
            slow = isinstance(error, httpcore.ConnectTimeout)
            raise Refused("its server takes too long", lasting=False, of_host=slow) from error
        except httpcore.ConnectError as error:
            if _is_certificate(error):
                # A network that asks to log in first, or a wrong clock, makes every certificate invalid for a while.
                raise Refused("its server's certificate is not valid", lasting=False, of_host=True) from error
            raise Refused("its server cannot be reached", lasting=False, of_host=True) from error
        except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
            raise Refused("its server broke off", lasting=False) from error
        except (httpcore.ProtocolError, httpx.InvalidURL, httpx.HTTPError) as error:
            raise Refused(_ODD, lasting=True) from error

    async def _follow(self) -> bytes:
        for _ in range(self.limits.redirects + 1):
            async with aclosing(await self.transport.get(str(self.way[-1]))) as answer:
                if answer.status_code not in _MOVED:
                    _check(answer)
                    return await self._read(answer)
                location = answer.headers.get("location")
            if not location:
                raise Refused(_ODD, lasting=True)
            self.way.append(follow(self.way[-1], location, self.allowed))
        raise Refused("its address leads round and round", lasting=True)

    async def _read(self, answer: httpx.Response) -> bytes:
        """Read a body; neither what comes nor what it unpacks to may be larger than a picture."""
        most = self.limits.most_bytes
        too_large = Refused(f"it is larger than {max(1, most // 1_000_000)} MB", lasting=True)
        length = answer.headers.get("content-length", "")
        if length.isdecimal() and int(length[:18]) > most:
            raise too_large
        unpacker = _unpacker(answer.headers.get("content-encoding", "").strip().lower())
        data, came = bytearray(), 0
        async for part in answer.aiter_raw():
            came += len(part)
            self.count(len(part))
            data += part if unpacker is None else _unpacked(unpacker, part, most + 1 - len(data))
            if max(came, len(data)) > most:
                raise too_large
        if unpacker is not None and not unpacker.eof:
            raise Refused("its server broke off", lasting=False)
        return bytes(data)


def _check(answer: httpx.Response) -> None:
    status = answer.status_code
    if status == _OK:
        return
    if status in _MAY_PASS or status >= _SERVERS_FAULT:
        raise Refused(f"its server cannot answer now ({status})", lasting=False, wait=_wait(answer))
    if status in _GONE:
        raise Refused(f"its server no longer has it ({status})", lasting=True)
    if status in _FORBIDDEN:
        raise Refused(f"its server does not give it ({status})", lasting=True)
    raise Refused(f"its server does not answer as expected ({status})", lasting=True)


def _wait(answer: httpx.Response) -> float | None:
    """Return the seconds of a Retry-After (RFC 9110, 10.2.3)."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said[:9])
    try:
        # One of the three forms of a date names no zone (5.6.7); all of them are UTC.
        return max(0.0, email.utils.parsedate_to_datetime(said).replace(tzinfo=UTC).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


class _Unpacker:
    """zlib's stream in either of the two wrappings that "deflate" stands for, or in gzip's."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._stream = zlib.decompressobj(bits)
        self._begun = False

    @property
    def eof(self) -> bool:
        return self._stream.eof

    def unpack(self, part: bytes, most: int) -> bytes:
        try:
            made = self._stream.decompress(part, most)
        except zlib.error:
            if self._begun or self._bits != zlib.MAX_WBITS:
                raise
            self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
            made = self._stream.decompress(part, most)
        self._begun = True
        return made


def _unpacker(encoding: str) -> _Unpacker | None:
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip"):
        return _Unpacker(zlib.MAX_WBITS | 16)
    if encoding == "deflate":
        return _Unpacker(zlib.MAX_WBITS)
    raise Refused(_ODD, lasting=True)


def _unpacked(unpacker: _Unpacker, part: bytes, most: int) -> bytes:
    """Return what a part unpacks to, but no more than `most` bytes: then it is too large, whatever still would come."""
    try:
        return unpacker.unpack(part, max(1, most))
    except zlib.error as error:
        raise Refused(_ODD, lasting=True) from error


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False

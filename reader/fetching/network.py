"""Connecting: names are resolved here, every address is checked, and one of these is connected to."""

from __future__ import annotations

import asyncio
import math
import socket
import ssl
import threading
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from contextlib import suppress
from typing import Any

import certifi
import httpcore
import httpx

from reader import __version__
from reader.fetching.addresses import is_public
from reader.fetching.limits import Limits, Refused
from reader.library.pictures.decoding import reads_avif

#: All that a server is told besides the address.
HEADERS = {
    "User-Agent": f"Broadsheet/{__version__}",
    "Accept": f"{'image/avif,' if reads_avif() else ''}image/webp,image/png,image/jpeg,image/gif,image/*;q=0.8",
    # A picture is packed already; an answer that is packed all the same is unpacked within bounds.
    "Accept-Encoding": "identity",
}


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Connects to what a name means only after it was found harmless, and to exactly the address that was checked.

    A name that means another address a moment later (DNS rebinding) gains nothing. Hosts in `allowed` are not checked.
    """

    def __init__(self, allowed: frozenset[str]) -> None:
        self._allowed = allowed
        self._plain = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to a host that may be reached; raises Refused for one that may not, or is not found."""
        try:
            async with asyncio.timeout(timeout):
                addresses = await resolve(host, port)
        except TimeoutError as error:
            # Without this a look-up that hangs would count as one slow picture, and be waited for with each.
            raise Refused("its host is not found", lasting=False, of_host=True) from error
        if host not in self._allowed and not all(map(is_public, addresses)):
            # A name may mean another place another day: a network that asks to log in first leads them all to itself.
            raise Refused("its host is in a private network", lasting=host in addresses, wait=math.inf, of_host=True)
        for last, address in enumerate(addresses, start=1 - len(addresses)):
            try:
                return await self._plain.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if last == 0:
                    raise
        raise Refused("its host is not found", lasting=False, of_host=True)


async def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host; raises Refused when it has none."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str] | None) -> None:
        if answer.done():
            return
        if found is None:
            answer.set_exception(Refused("its host is not found", lasting=False, of_host=True))
        else:
            answer.set_result(found)

    def look_up() -> None:
        try:
            found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError):
            found = None
        with suppress(RuntimeError):  # The download is over.
            loop.call_soon_threadsafe(settle, found)

    # A look-up cannot be broken off, and may take half a minute: the program's end must not wait for it.
    threading.Thread(target=look_up, daemon=True, name="look-up").start()
    return list(dict.fromkeys(await answer))


class _Body(httpx.AsyncByteStream):
    def __init__(self, stream: AsyncIterable[bytes]) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            yield part

    async def aclose(self) -> None:
        close = getattr(self._stream, "aclose", None)
        if close is not None:
            await close()


class CheckedTransport(httpx.AsyncBaseTransport):
    """httpx over its own engine with the backend above, which httpx gives no other way to name.

    It is used without httpx's client: so there is nothing that could keep cookies, follow a redirect by itself, or heed
    a variable of the environment.
    """

    def __init__(self, allowed: frozenset[str], limits: Limits, context: ssl.SSLContext | None = None) -> None:
        self._timeout = httpx.Timeout(limits.read, connect=limits.connect, pool=None).as_dict()
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context or ssl.create_default_context(cafile=certifi.where()),
            max_connections=limits.at_once * 2,
            max_keepalive_connections=limits.at_once,
            keepalive_expiry=30,
            http2=True,
            network_backend=CheckedBackend(allowed),
        )

    async def get(self, url: str) -> httpx.Response:
        """Ask for a picture; its body is still to be read, and the response to be closed."""
        request = httpx.Request("GET", url, headers=HEADERS, extensions={"timeout": self._timeout})
        return await self.handle_async_request(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raises httpcore's own exceptions, and Refused."""
        url = request.url
        response = await self._pool.handle_async_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        if not isinstance(response.stream, AsyncIterable):
            raise TypeError(type(response.stream).__name__)
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response.stream))

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pool.aclose()

"""A server of pictures that behaves as a test tells it: well, slowly, wrongly, or not at all."""

from __future__ import annotations

import io
import random
import select
import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress

from PIL import Image

#: Answers a request on its connection, given the path and the headers.
Answer = Callable[[socket.socket, str, dict[str, str]], None]


def picture(number: int = 1, size: tuple[int, int] = (64, 48), kind: str = "PNG") -> bytes:
    """Return a picture that no other number gives."""
    out = io.BytesIO()
    chance = random.Random(number)
    Image.frombytes("RGB", (8, 6), chance.randbytes(144)).resize(size).save(out, kind)
    return out.getvalue()


def reply(
    body: bytes, status: str = "200 OK", kind: str = "image/png", *more: str, length: int | None = None
) -> Answer:
    """Answer with a body, whole, under the length it has or the one that is told."""
    told = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {told}"]

    def answer(wire: socket.socket, _path: str, _headers: dict[str, str]) -> None:
        wire.sendall("\r\n".join([*lines, *more, "Connection: close", "", ""]).encode() + body)

    return answer


def redirect(location: str) -> Answer:
    return reply(b"", "302 Found", "text/html", f"Location: {location}")


def chunked(body: bytes, size: int = 100, *, ends: bool = True) -> Answer:
    def answer(wire: socket.socket, _path: str, _headers: dict[str, str]) -> None:
        wire.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
        for at in range(0, len(body), size):
            part = body[at : at + size]
            wire.sendall(b"%x\r\n%b\r\n" % (len(part), part))
        if ends:
            wire.sendall(b"0\r\n\r\n")

    return answer


def endless(start: bytes) -> Answer:
    """Begin well and never end."""

    def answer(wire: socket.socket, _path: str, _headers: dict[str, str]) -> None:
        wire.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + start)
        while True:
            wire.sendall(b"\0" * 65536)

    return answer


def dripping(start: bytes, pause: float = 0.02) -> Answer:
    """Send something and then a byte now and then, until the other side has gone."""

    def answer(wire: socket.socket, _path: str, _headers: dict[str, str]) -> None:
        wire.sendall(start)
        while not select.select([wire], [], [], pause)[0]:
            wire.sendall(b"X")

    return answer


class Gate:
    """Answers the first requests, and holds the others until it is opened.

    `waiting` is how many it holds, `most` how many were ever under way at once.
    """

    def __init__(self, then: Answer, free: int = 0) -> None:
        self.most = self.waiting = 0
        self._then = then
        self._free = free
        self._now = 0
        self._opened = threading.Event()
        self._lock = threading.Lock()

    def open(self) -> None:
        """Answer everything, from now on at once."""
        self._opened.set()

    def __call__(self, wire: socket.socket, path: str, headers: dict[str, str]) -> None:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
            held = self._free <= 0
            self._free -= 1
            self.waiting += held
        if held:
            self._opened.wait(30)
        with self._lock:
            # Before the answer: once that is read, the next request may be here first.
            self._now -= 1
            self.waiting -= held
        self._then(wire, path, headers)


def reset(wire: socket.socket, _path: str, _headers: dict[str, str]) -> None:
    """Break off in the middle, rudely."""
    wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def silent(wire: socket.socket, _path: str, _headers: dict[str, str]) -> None:
    """Take the request and say nothing."""
    wire.recv(1)


def stop_accepting(listening: socket.socket, accepting: threading.Thread) -> None:
    """Close a socket that a thread accepts from, and wait for that: closing alone need not wake it."""
    with suppress(OSError):
        listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    accepting.join(5)


class Server:
    """Serves on the loopback; `requests` are the paths and headers that were asked for, in order."""

    def __init__(self, address: str = "127.0.0.1") -> None:
        self.answers: dict[str, Answer] = {}
        self.otherwise: Answer = reply(b"", "404 Not Found", "text/html")
        self.requests: list[tuple[str, dict[str, str]]] = []
        self._lock = threading.Lock()
        self._socket = socket.create_server((address, 0))
        self._wires: set[socket.socket] = set()
        self.port = self._socket.getsockname()[1]
        self._accepting = threading.Thread(target=self._serve, daemon=True)
        self._accepting.start()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]

    def close(self) -> None:
        stop_accepting(self._socket, self._accepting)
        with self._lock:
            for wire in self._wires:
                with suppress(OSError):
                    wire.shutdown(socket.SHUT_RDWR)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                wire, _ = self._socket.accept()
                with self._lock:
                    self._wires.add(wire)
                threading.Thread(target=self._handle, args=(wire,), daemon=True).start()

    def _handle(self, wire: socket.socket) -> None:
        with wire, suppress(OSError):
            try:
                self._answer(wire)
            finally:
                with self._lock:
                    self._wires.discard(wire)

    def _answer(self, wire: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            part = wire.recv(4096)
            if not part:
                return
            head += part
        first, *rest = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
        path = first.split()[1]
        with self._lock:
            self.requests.append((path, headers))
        self.answers.get(path, self.otherwise)(wire, path, headers)

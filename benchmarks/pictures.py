"""How fast pictures shrink and arrive, and what they take on the disk."""

from __future__ import annotations

import io
import multiprocessing
import os
import random
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

import httpx
from PIL import Image

from benchmarks.table import best, plain, timed
from reader.domain import FileStamp, ImportOptions, PictureRef, Post, ReadFile
from reader.fetching.downloads import download
from reader.fetching.limits import Limits
from reader.library.library import Library
from reader.library.pictures.decoding import DENSITIES, make_thumbnails
from reader.offline import Fetch

HOST = "127.0.0.1"
# As large as a download asks for at once, with its patience turned off: what is measured is the program.
_LIMITS = Limits(per_host=6, delay=0)


def photo(number: int, size: tuple[int, int] = (1200, 800)) -> bytes:
    """Return a JPEG that is as hard to decode as a photograph: soft shapes under grain."""
    chance = random.Random(number)
    shapes = Image.frombytes("RGB", (48, 32), chance.randbytes(48 * 32 * 3)).resize(size, Image.Resampling.BICUBIC)
    grain = Image.frombytes("RGB", (300, 200), chance.randbytes(300 * 200 * 3)).resize(size, Image.Resampling.BILINEAR)
    out = io.BytesIO()
    Image.blend(shapes, grain, 0.15).save(out, "JPEG", quality=85)
    return out.getvalue()


def run(scratch: Path, pictures: int = 300) -> None:
    """Print every figure about pictures."""
    photos = [photo(number) for number in range(20)]
    _thumbnails(photos)
    with serve_photos(photos) as port:
        addresses = [f"http://{HOST}:{port}/{number}.jpg" for number in range(pictures)]
        size = sum(len(photos[number % len(photos)]) + 4 for number in range(pictures))
        _downloads(scratch / "pictures", addresses, size)


def _thumbnails(photos: list[bytes]) -> None:
    ours = best(lambda: [make_thumbnails(each) for each in photos], 3) / len(photos)
    floor = best(lambda: sum(map(_draft, photos)), 3) / len(photos)
    _per_second("thumbnails of 1200x800 JPEG", ours, "scaled decode alone", floor)
    small = [make_thumbnails(each) for each in photos]
    for density in DENSITIES:
        plain(f"thumbnail, density {density}", f"{sum(len(each[density]) for each in small) / len(small):,.0f} B")


def _draft(data: bytes) -> int:
    with Image.open(io.BytesIO(data)) as image:
        image.draft("RGB", (304, 228))
        image.load()
        return image.width


def _downloads(folder: Path, addresses: list[str], size: int) -> None:
    with Library(folder) as library:
        _show(library, addresses)
        library.web.allow_once(Fetch.ALL)
        ours, last = timed(lambda: list(download(library, _LIMITS, frozenset({HOST})))[-1])
        if last.stored != len(addresses):
            raise RuntimeError(f"{last.stored} of {len(addresses)} came: {last.reasons}")
        kept = sum(os.stat(file).st_size for file, _ in library.images.files())
    plainly = folder.with_name("plainly")
    plainly.mkdir()
    same, _ = timed(lambda: sum(_keep(plainly / str(at), _read(address)) for at, address in enumerate(addresses)))
    _per_second("downloads over the loopback", ours / len(addresses), "urllib, shrunk, synced", same / len(addresses))
    floor, _ = timed(lambda: [_read(address) for address in addresses])
    _per_second("downloads over the loopback", ours / len(addresses), "urllib in a loop", floor / len(addresses))
    peer, _ = timed(lambda: _with_httpx(addresses))
    _per_second("downloads over the loopback", ours / len(addresses), "httpx in a loop", peer / len(addresses))
    plain("pictures on disk / their own bytes", f"{kept / size:.2f}")


def _per_second(name: str, ours: float, beside: str, floor: float) -> None:
    print(f"{name:34} {1 / ours:10,.0f} /s        {beside}: {1 / floor:,.0f} /s   ratio {floor / ours:.2f}")


def _show(library: Library, addresses: list[str]) -> None:
    """Let an article show every address."""
    pictures = tuple(map(PictureRef, addresses))
    post = Post("a.md", "Pictures", datetime(2022, 1, 1, tzinfo=UTC), "<p>Words</p>", "Words", pictures=pictures)
    source, batch = library.history.begin_import(Path("/folder"), ImportOptions())
    library.files.add(source, [ReadFile("a.md", FileStamp(1, 1), b"", post)], library.history.recorder(batch))


def _read(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:
        data: bytes = answer.read()
    return data


def _keep(file: Path, data: bytes) -> int:
    """Do with a picture what a download has to do with it; return its bytes."""
    make_thumbnails(data)
    with file.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
    return len(data)


def _with_httpx(addresses: list[str]) -> None:
    with httpx.Client(trust_env=False) as client:
        for address in addresses:
            client.get(address).raise_for_status()


@contextmanager
def serve_photos(photos: list[bytes]) -> Iterator[int]:
    """Serve pictures, each number another one, from a process of its own; yields the port."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(photos, there), daemon=True)
    process.start()
    try:
        yield here.recv()
    finally:
        process.terminate()
        process.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, photos: list[bytes], *words: object) -> None:
        self._photos = photos
        super().__init__(*words)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        number = int(self.path.strip("/").removesuffix(".jpg"))
        # A few bytes behind its end make each another picture.
        body = self._photos[number % len(self._photos)] + number.to_bytes(4, "big")
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *words: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


def _serve(photos: list[bytes], there: Connection) -> None:
    make: Callable[..., _Handler] = partial(_Handler, photos)
    with ThreadingHTTPServer((HOST, 0), make) as server:
        there.send(server.server_address[1])
        server.serve_forever()

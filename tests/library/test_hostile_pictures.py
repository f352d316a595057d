"""Thousands of broken pictures of every kind: each is a picture or refused, within bounds of memory and time."""

from __future__ import annotations

import io
import random
import struct
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image

from reader.library.pictures.decoding import (
    FORMATS,
    MAX_PIXELS,
    PictureError,
    make_thumbnails,
    measure,
    pixels,
    reads_avif,
)
from reader.library.pictures.images import ImageStore

resource = pytest.importorskip("resource")  # Windows counts memory in another way.

_MANY = 400

# Pillow's remarks on what it repairs; the program turns them off.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


def drawn(kind: str, size: tuple[int, int] = (97, 61), mode: str = "RGB") -> bytes:
    """Return a picture of a format."""
    out = io.BytesIO()
    noise = Image.frombytes("RGB", (12, 8), random.Random(kind).randbytes(288)).resize(size).convert(mode)
    if kind in ("GIF", "WEBP"):
        noise.save(out, kind, save_all=True, append_images=[noise.rotate(90)], duration=50)
    else:
        noise.save(out, kind)
    return out.getvalue()


def kinds() -> list[str]:
    return [kind for kind in FORMATS if kind != "AVIF" or reads_avif()]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a picture in which something is wrong: bytes, lengths, its end, its order."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        # Headers are where the sizes and the lies are.
        at = chance.randrange(min(len(changed), chance.choice((40, 200, 1 << 30))))
        match chance.randrange(6):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                changed[at] ^= 1 << chance.randrange(8)
            case 2:
                changed[at : at + 4] = struct.pack(
                    chance.choice("<>") + "I", chance.choice((0, 1, 2**31 - 1, 2**32 - 1))
                )
            case 3:
                del changed[at : at + chance.randrange(1, 50)]
            case 4:
                changed[at:at] = chance.randbytes(chance.randrange(1, 20))
            case _:
                del changed[at + 1 :]
        changed = changed or bytearray(b"\0")
    return bytes(changed)


def memory() -> int:
    """Return the most memory this process had so far, in bytes."""
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * 1024


@pytest.mark.parametrize("kind", kinds())
def test_a_broken_picture_is_shown_or_refused(kind: str, tmp_path: Path) -> None:
    store, whole = ImageStore(tmp_path), drawn(kind)
    chance, before, slowest = random.Random(kind), memory(), 0.0
    taken = refused = 0
    for _ in range(_MANY):
        began = time.process_time()
        data = mutated(whole, chance)
        try:
            stored = store.add(data)
            small = make_thumbnails(data)
        except PictureError:
            refused += 1
        else:
            assert stored.width * stored.height <= MAX_PIXELS
            assert set(small) == {1, 2}
            taken += 1
        slowest = max(slowest, time.process_time() - began)
    assert refused > _MANY / 10, (taken, refused)
    assert slowest < 4
    assert memory() - before < 1_200_000_000
    assert not list((tmp_path / ".part").iterdir())


# As cameras write them: cut off, and with a date among what only numbers may stand for.
_NOTES = b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x4a\0\x02\0\0\0\x0b\0\0\0&\x01\x12\0\x03\0\0\0\x01\0\x06" + b"\0" * 6


@pytest.mark.parametrize(("notes", "size"), [(_NOTES[:11], (40, 30)), (_NOTES + b"2022:01:20\0\0", (30, 40))])
def test_damaged_notes_of_a_camera_spoil_no_picture(notes: bytes, size: tuple[int, int], tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    Image.new("RGB", (40, 30), "red").save(file, exif=notes)
    assert measure(file.read_bytes()) == size
    assert pixels(file, 40, 40)[:2] == size
    assert set(make_thumbnails(file)) == {1, 2}


@pytest.mark.parametrize("kind", kinds())
def test_a_whole_picture_of_each_kind_has_a_size_and_small_copies(kind: str) -> None:
    data = drawn(kind)
    assert measure(data) == ((97, 61) if kind != "ICO" else measure(data))
    for density, small in make_thumbnails(data).items():
        with Image.open(io.BytesIO(small)) as opened:
            assert (opened.format, opened.size) == ("JPEG", (76 * density, 57 * density))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_way_to_say_colours_makes_a_small_copy(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (1300, 900)).save(out, "PNG")
    assert len(make_thumbnails(out.getvalue())) == 2


def png(width: int, height: int, data: bytes) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def ico(inside: bytes) -> bytes:
    """Return an icon of 16 x 16 pixels, as its header says, with another picture inside."""
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, 16, 16, 0, 0, 1, 32, len(inside), 22) + inside


ZEROS = zlib.compress(b"\0" * 10_000_000)
BOMBS = {
    "a header that is all of it": png(60_000, 60_000, b""),
    "a large PNG of nothing": png(30_000, 30_000, ZEROS),
    "an icon with a wall inside": ico(png(50_000, 50_000, ZEROS)),
    "a GIF of a wall": b"GIF89a\xff\xff\xff\xff\x00\x00\x00" + drawn("GIF")[13:],
    "a bitmap of a wall": b"BM"
    + struct.pack("<IIIIiiHHIIiiII", 100, 0, 54, 40, 60_000, 60_000, 1, 24, 0, 0, 0, 0, 0, 0),
    "a bitmap of less than nothing": b"BM"
    + struct.pack("<IIIIiiHHIIiiII", 100, 0, 54, 40, 10, -(2**31), 1, 24, 0, 0, 0, 0, 0, 0),
    "a text that unpacks for ever": png(4, 4, zlib.compress(b"\0" * 52))[:-12]
    + struct.pack(">I", len(zlib.compress(b"a" * 90_000_000)) + 3)
    + b"zTXta\0\0"
    + zlib.compress(b"a" * 90_000_000),
    "a WebP of a wall": b"RIFF\xff\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\xff\xff\xff\xff\xff\xff",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_goes_off(name: str, tmp_path: Path) -> None:
    before, began = memory(), time.process_time()
    with pytest.raises(PictureError):
        make_thumbnails(BOMBS[name])
    (tmp_path / "bomb").write_bytes(BOMBS[name])
    with pytest.raises(PictureError):
        pixels(tmp_path / "bomb", 100, 100)
    assert time.process_time() - began < 5
    assert memory() - before < 500_000_000


@pytest.mark.parametrize("kind", kinds())
def test_half_a_picture_has_no_small_copy(kind: str) -> None:
    data = drawn(kind, (640, 400))
    with pytest.raises(PictureError):
        make_thumbnails(data[: len(data) // 2])


def test_pixels_are_for_who_cannot_decode(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(drawn(kinds()[-1]))
    width, height, data = pixels(tmp_path / "a", 50, 50)
    assert (max(width, height), len(data)) == (50, width * height * 4)


def test_heic_is_read_where_it_can_be_and_else_says_what_it_needs() -> None:
    heif = pytest.importorskip("pillow_heif")
    out = io.BytesIO()
    heif.from_pillow(Image.new("RGB", (64, 48), "teal")).save(out)
    assert measure(out.getvalue()) == (64, 48)
    assert len(make_thumbnails(out.getvalue())) == 2


def test_heic_without_its_reader_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pillow_heif", None)
    with pytest.raises(PictureError, match="pillow-heif"):
        measure(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100)

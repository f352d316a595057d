"""Pictures as pixels: which are accepted at all, their size by the header, and thumbnails."""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError, features

#: What the window can show; HEIC as well where pillow-heif is installed.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "ICO", "AVIF")

#: Nothing of more pixels is decoded: 100 million take 400 MB.
MAX_PIXELS = 100_000_000

#: A row's picture, in pixels of a plain screen, and the densities that are kept.
ROW, DENSITIES = (76, 57), (1, 2)

# Exif's orientations, and what sets each upright; from 5 on they lie on their side.
_ORIENTATION, _ON_ITS_SIDE = 0x0112, 5
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
_CLEAR = ("RGBA", "LA", "P", "PA")
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_SVG = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg[\s>])", re.IGNORECASE)

# Pillow warns at its bound and refuses at twice that, also for the pictures within an ICO file, whose header may lie.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS // 2
# What it warns of besides, such as damaged notes of a camera, is nothing that the user could mend.
warnings.filterwarnings("ignore", module=r"PIL\.")


class PictureError(Exception):
    """Why bytes are not taken as a picture, in the user's words."""


def reads_avif() -> bool:
    """Whether this Pillow can decode AVIF; one that a system built may not."""
    return bool(features.check("avif"))


def measure(data: bytes) -> tuple[int, int]:
    """Return width and height by the picture's header, upright as its orientation says; raises PictureError."""
    with _explained(), _open(data) as image:
        width, height = image.size
        turned = _orientation(image) >= _ON_ITS_SIDE
    if min(width, height) < 1:
        raise PictureError("it has no pixels")
    return (height, width) if turned else (width, height)


def make_thumbnails(picture: bytes | Path) -> dict[int, bytes]:
    """Return small JPEGs that fill a row's picture, by density; raises PictureError when it cannot be decoded.

    The whole picture is read for it, so one that is cut off is found out.
    """
    made: dict[int, bytes] = {}
    with _explained(), _open(picture) as image:
        largest = _box(max(DENSITIES))
        # JPEG decodes at a fraction of its size, several times faster.
        image.draft("RGB", (largest[0] * 2, largest[1] * 2))
        small = _opaque(_reduced(_upright(image), largest))
        for density in sorted(DENSITIES, reverse=True):
            small = ImageOps.fit(small, _box(density), Image.Resampling.BICUBIC)
            made[density] = _jpeg(small)
    return made


def pixels(file: Path, width: int, height: int) -> tuple[int, int, bytes]:
    """Return a picture that fits a box: its width, its height, and its pixels as RGBA; raises PictureError.

    For what the window's own decoder does not know.
    """
    with _explained(), _open(file) as image:
        image.draft("RGB", (width, height))
        upright = _upright(image).convert("RGBA")
        upright.thumbnail((width, height), Image.Resampling.BICUBIC, reducing_gap=2.0)
        return upright.width, upright.height, upright.tobytes()


def _orientation(image: Image.Image) -> int:
    """Return how a picture lies, 1 for upright, also where its notes are damaged: browsers show it all the same."""
    try:
        said = image.getexif().get(_ORIENTATION)
    except (SyntaxError, struct.error):
        return 1
    return said if said in _TURNS else 1


def _upright(image: Image.Image) -> Image.Image:
    # Not Pillow's own, which writes the notes anew, and fails on many that it could read.
    turn = _TURNS.get(_orientation(image))
    return image if turn is None else image.transpose(turn)


def _box(density: int) -> tuple[int, int]:
    return ROW[0] * density, ROW[1] * density


def _reduced(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    """Make a large picture smaller before it is copied; no further than to twice the box."""
    factor = min(image.width // (box[0] * 2), image.height // (box[1] * 2))
    return image.reduce(factor) if factor > 1 and image.mode in ("RGB", "RGBA", "L", "LA", "CMYK") else image


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode in _CLEAR:
        rgba = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba)
    return image.convert("RGB")


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=82)
    return out.getvalue()


@contextmanager
def _explained() -> Iterator[None]:
    """Turn all that Pillow's decoders raise on broken files into a PictureError."""
    try:
        yield
    except PictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PictureError("too many pixels") from error
    except Exception as error:  # One broken picture must not end an import, whatever the decoders raise.
        raise PictureError(str(error) or type(error).__name__) from error


def _open(picture: bytes | Path) -> Image.Image:
    head = picture[:1024] if isinstance(picture, bytes) else _head(picture)
    formats: tuple[str, ...] = FORMATS
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS and b"avif" not in head[:64]:
        formats = _with_heic()
    try:
        image = Image.open(io.BytesIO(picture) if isinstance(picture, bytes) else picture, formats=formats)
    except UnidentifiedImageError as error:
        if _SVG.match(head):
            raise PictureError("SVG pictures are not shown") from error
        raise PictureError("not a PNG, JPEG, GIF, WebP, AVIF, BMP or ICO picture") from error
    if image.width * image.height > MAX_PIXELS:
        size = image.size
        image.close()
        raise PictureError(f"{size[0]} x {size[1]} pixels are too many")
    return image


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(1024)


def _with_heic() -> tuple[str, ...]:
    """Let pillow-heif read HEIC, where it is installed; it takes 70 ms to load, so it waits for the first of them."""
    try:
        import pillow_heif
    except ImportError as error:
        raise PictureError("HEIC pictures need pillow-heif") from error
    pillow_heif.register_heif_opener()
    return ("HEIF",)

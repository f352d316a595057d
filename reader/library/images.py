"""Picture files, named by their content, and the small copies that rows show."""

from __future__ import annotations

import hashlib
import io
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

#: What the window can show. Others (AVIF, SVG) are refused by name.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "ICO")

#: A picture file larger than this, in bytes, is not taken in.
MAX_BYTES = 20_000_000

#: Nor is one of more pixels: 100 million take 400 MB to decode.
MAX_PIXELS = 100_000_000

# The row's 76x57 at twice the density.
_THUMBNAIL = (152, 114)

_KEY = re.compile(r"[0-9a-f]{32}")

# Pillow's own bound is a warning; ours refuses, before anything is decoded.
Image.MAX_IMAGE_PIXELS = None


class PictureError(Exception):
    """Why bytes are not taken as a picture, in the user's words."""


@dataclass(frozen=True, slots=True)
class StoredImage:
    """A picture in the store; sizes in pixels and bytes."""

    key: str
    width: int
    height: int
    bytes: int


class ImageStore:
    """The folder of picture files. A file's name is the hash of its bytes, so equal pictures are one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, data: bytes) -> StoredImage:
        """Keep a picture; raises PictureError for what is no picture or too large, OSError when it cannot be kept."""
        width, height = measure(data)
        key = hashlib.blake2b(data, digest_size=16).hexdigest()
        target = self._place(key)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(target, data)
        return StoredImage(key, width, height, len(data))

    def file(self, key: str) -> Path | None:
        """Return the file of a picture, or None. A key is hexadecimal digits only: no other file can be named."""
        if not _KEY.fullmatch(key):
            return None
        path = self._place(key)
        return path if path.is_file() else None

    def intact(self, key: str) -> bool:
        """Whether the file is there and holds what its name says."""
        path = self.file(key)
        return path is not None and hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest() == key

    def _place(self, key: str) -> Path:
        return self.folder / key[:2] / key


def measure(data: bytes) -> tuple[int, int]:
    """Return width and height by the picture's header, upright as its orientation says."""
    with _open(io.BytesIO(data)) as image:
        width, height = image.size
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    if width * height > MAX_PIXELS:
        raise PictureError(f"{width} x {height} pixels are too many")
    return (height, width) if turned else (width, height)


def make_thumbnail(file: Path) -> bytes:
    """Return a small JPEG that fills the row's picture; raises PictureError when the file cannot be decoded."""
    try:
        with _open(file) as image:
            if image.width * image.height > MAX_PIXELS:
                raise PictureError("too many pixels")
            # JPEG decodes at a fraction of its size, several times faster.
            image.draft("RGB", (_THUMBNAIL[0] * 2, _THUMBNAIL[1] * 2))
            upright = ImageOps.exif_transpose(image)
            if upright.mode in ("RGBA", "LA", "P", "PA"):
                rgba = upright.convert("RGBA")
                upright = Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba)
            small = ImageOps.fit(upright.convert("RGB"), _THUMBNAIL, Image.Resampling.BICUBIC)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise PictureError(str(error)) from error
    out = io.BytesIO()
    small.save(out, "JPEG", quality=82)
    return out.getvalue()


def _open(source: io.BytesIO | Path) -> Image.Image:
    try:
        return Image.open(source, formats=FORMATS)
    except UnidentifiedImageError as error:
        raise PictureError("not a PNG, JPEG, GIF, WebP, BMP or ICO picture") from error
    except (ValueError, SyntaxError, EOFError, IndexError, OSError) as error:
        raise PictureError(str(error) or type(error).__name__) from error


def _write_whole(target: Path, data: bytes) -> None:
    """Write beside and rename: a half-written picture is never seen under its name."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

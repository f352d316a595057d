"""The library's pictures as files that any e-reader or browser can show."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from reader.library.pictures.decoding import PictureError, pixels
from reader.library.pictures.images import MAX_BYTES

#: How files begin that stay as they are: the media types every EPUB reader knows (EPUB 3.3, 3.2).
_KEPT = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF8", "image/gif"))
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}
#: Others are written anew, no larger than this: as pixels they take many times the room.
_LONGEST = 3000

PictureFile = Callable[[str], Path | None]


@dataclass(frozen=True, slots=True)
class PictureData:
    """The bytes of a picture; `ending` begins with a dot."""

    data: bytes
    media_type: str

    @property
    def ending(self) -> str:
        return _ENDINGS[self.media_type]


def read_picture(picture_file: PictureFile, key: str) -> PictureData | None:
    """Return a stored picture, None when it is not there or cannot be read. One at a time: at most 20 MB."""
    file = picture_file(key)
    if file is None:
        return None
    try:
        # Not read up to a bound: that takes the memory of the bound, whatever the size of the file.
        if file.stat().st_size > MAX_BYTES:
            return None
        data = file.read_bytes()
    except OSError:
        return None
    kept = next((kind for sign, kind in _KEPT if data.startswith(sign)), "")
    if not kept and data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kept = "image/webp"
    return PictureData(data, kept) if kept else _rewritten(file)


def _rewritten(file: Path) -> PictureData | None:
    """Return a picture of any other kind that the library knows, such as AVIF, as PNG."""
    try:
        width, height, raw = pixels(file, _LONGEST, _LONGEST)
    except PictureError:
        return None
    image = Image.frombytes("RGBA", (width, height), raw)
    out = io.BytesIO()
    opaque = image.getchannel("A").getextrema() == (255, 255)
    (image.convert("RGB") if opaque else image).save(out, "PNG")
    return PictureData(out.getvalue(), "image/png")

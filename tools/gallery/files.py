"""The files of the gallery: small, and the same bytes for the same picture; and the page that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from gallery.scenes import Scene

#: Of one with loss: letters are as sharp as without, and photographs take half.
_QUALITY = 88


def write(scene: Scene, picture: QImage, folder: Path) -> Path:
    """Write a picture in the smaller of two forms: without loss, or as photographs are; returns its file."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    size, line = (rgb.width(), rgb.height()), rgb.bytesPerLine()
    image = Image.frombytes("RGB", size, bytes(rgb.constBits()), "raw", "RGB", line)
    file = folder / file_name(scene)
    if scene.png:
        image.save(file, optimize=True)
    else:
        file.write_bytes(min(_webp(image, lossless=True), _webp(image, lossless=False), key=len))
    return file


def _webp(image: Image.Image, *, lossless: bool) -> bytes:
    file = BytesIO()
    image.save(file, "WEBP", lossless=lossless, quality=_QUALITY, method=4)
    return file.getvalue()


def file_name(scene: Scene) -> str:
    """Return what its file is called."""
    return f"{scene.name}.{'png' if scene.png else 'webp'}"


def write_page(scenes: Iterable[Scene], folder: Path) -> None:
    """Write the page that shows them all."""
    lines = [
        "# Pictures",
        "",
        "Taken by `make screenshots` from the program itself, with its sample posts and a few more.",
    ]
    for part, among in groupby(scenes, key=lambda scene: scene.part):
        lines += ["", f"## {part}"]
        for scene in among:
            lines += ["", f"`{scene.name}`", "", f"![{scene.name}]({file_name(scene)})"]
    (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")

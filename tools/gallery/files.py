"""The files of the gallery: small, and the same bytes for the same picture; and the page that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from itertools import groupby
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from gallery.scenes import Scene
from reader.ui.looks.theme import THEMES

_COLOURS = 256


def write(scene: Scene, picture: QImage, folder: Path) -> Path:
    """Write a picture without loss, but that WebP gets 256 colours; returns its file."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    size, line = (rgb.width(), rgb.height()), rgb.bytesPerLine()
    image = Image.frombytes("RGB", size, bytes(rgb.constBits()), "raw", "RGB", line)
    file = folder / file_name(scene)
    if scene.png:
        image.save(file, optimize=True)
    else:
        few = image.quantize(palette=_palette(image, scene.theme), dither=Image.Dither.NONE)
        few.convert("RGB").save(file, lossless=True, quality=60, method=4, exact=True)
    return file


def _palette(image: Image.Image, theme: str) -> Image.Image:
    """Return the colours to keep: those of the theme, whose dots and words are small, and those that are most of it."""
    named = [value for value in astuple(THEMES[theme]) if isinstance(value, str) and value.startswith("#")]
    kept = dict.fromkeys((*bytes.fromhex(value[1:7]),) for value in named)
    middle = image.quantize(_COLOURS - len(kept), Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    numbers = [number for colour in kept for number in colour] + (middle.getpalette() or [])
    palette = Image.new("P", (1, 1))
    palette.putpalette(numbers[: 3 * _COLOURS])
    return palette


def file_name(scene: Scene) -> str:
    """Return what its file is called."""
    return f"{scene.name}.{'png' if scene.png else 'webp'}"


def write_page(scenes: Iterable[Scene], folder: Path) -> None:
    """Write the page that shows them all."""
    lines = [
        "# Pictures",
        "",
        "Made by `make screenshots` from the program itself, with its sample posts and some more.",
    ]
    for part, among in groupby(scenes, key=lambda scene: scene.part):
        lines += ["", f"## {part}"]
        for scene in among:
            lines += ["", f"`{scene.name}`", "", f"![{scene.name}]({file_name(scene)})"]
    (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")

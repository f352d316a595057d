"""The brushes of make_pictures.py: colours, gradients, lights and edges."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw

W, H = 2400, 1600  # drawn twice as large as saved: the edges come out smooth
Point = tuple[float, float]


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(a: str, b: str, share: float) -> str:
    pairs = zip(rgb(a), rgb(b), strict=True)
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in pairs)


def gradient(*colours: str) -> Image.Image:
    """Return a picture that runs through these colours from top to bottom."""
    column = Image.new("RGB", (1, H))
    for y in range(H):
        place = y / (H - 1) * (len(colours) - 1)
        step = min(int(place), len(colours) - 2)
        column.putpixel((0, y), rgb(mixed(colours[step], colours[step + 1], place - step)))
    return column.resize((W, H))


def glow(picture: Image.Image, x: float, y: float, radius: float, colour: str, strength: float) -> None:
    """Lay a soft round light on the picture."""
    side = round(radius * 2)
    mask = Image.radial_gradient("L").resize((side, side), Image.Resampling.BICUBIC)
    mask = mask.point([max(0, round((1 - i / 181) ** 2 * 255 * strength)) if i < 181 else 0 for i in range(256)])
    picture.paste(Image.new("RGB", mask.size, rgb(colour)), (round(x - radius), round(y - radius)), mask)


def skyline(rng: random.Random, base: float, height: float, waves: int = 6, rough: float = 0.55) -> list[Point]:
    """Return a ridge from the left edge to the right one."""
    parts = [(rng.uniform(0.6, 1.4) * 1.9**i, rng.uniform(0, 6.3), rough**i) for i in range(waves)]
    return [
        (x, base - height * sum(size * math.sin(x / W * 5 * pace + start) for pace, start, size in parts))
        for x in range(0, W + 8, 8)
    ]


def fill(picture: Image.Image, edge: Sequence[Point], paint: Image.Image) -> None:
    """Lay a paint on all that lies below an edge."""
    mask = Image.new("L", (W, H))
    ImageDraw.Draw(mask).polygon([(0, H), *edge, (W, H)], fill=255)
    picture.paste(paint, mask=mask)


def paint_below(edge: Sequence[Point], top: str, bottom: str, depth: float) -> Image.Image:
    """Return a paint that goes from `top` at the height of the edge to `bottom` a given depth below."""
    highest = min(y for _, y in edge)
    share = [min(max((y - highest) / depth, 0), 1) for y in range(H)]
    column = Image.new("RGB", (1, H))
    for y in range(H):
        column.putpixel((0, y), rgb(mixed(top, bottom, share[y])))
    return column.resize((W, H))

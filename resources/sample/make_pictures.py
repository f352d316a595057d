"""Draw the pictures of the sample posts: python make_pictures.py [folder]. The same seed gives the same picture."""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable
from pathlib import Path

from painting import H, W, fill, glow, gradient, mixed, paint_below, rgb, skyline
from PIL import Image, ImageChops, ImageDraw, ImageFilter


def hills() -> Image.Image:
    rng = random.Random(11)  # noqa: S311
    picture = gradient("#5b7fa8", "#8ba1bd", "#d9b89a", "#f0bd7c", "#f0bd7c")
    glow(picture, 1640, 700, 1300, "#ffd08a", 0.85)
    glow(picture, 1640, 690, 150, "#fff3d6", 1)
    far, near = "#98a0bd", "#16262c"
    for i in range(6):
        edge = skyline(rng, 800 + i * 135, 75 - i * 3, 7 - i // 2)
        colour = mixed(far, near, (i / 5) ** 0.8)
        fill(picture, edge, paint_below(edge, colour, mixed(colour, "#c9b3ae", 0.34 - i * 0.06), 420))
    return picture


def blocks(draw: ImageDraw.ImageDraw, rng: random.Random, ground: float, tall: float, colour: str, lit: float) -> None:
    """Draw a row of houses with some windows lit."""
    x = -20.0
    while x < W:
        width, height = rng.uniform(70, 190), tall * rng.uniform(0.35, 1) ** 1.4
        top = ground - height
        draw.rectangle((x, top, x + width, ground), fill=mixed(colour, "#ffffff", rng.uniform(0, 0.035)))
        if rng.random() < 0.3:
            draw.line((x + width / 2, top - rng.uniform(30, 90), x + width / 2, top), fill=colour, width=5)
        for row in range(int(height // 30) - 1):
            for column in range(int(width // 24) - 1):
                if rng.random() < lit:
                    left, up = x + 16 + column * 24, top + 18 + row * 30
                    warm = rng.choice(["#ffd98f", "#ffc46b", "#ffe9bd", "#cfe0ff"])
                    draw.rectangle((left, up, left + 9, up + 14), fill=mixed(colour, warm, rng.uniform(0.35, 1)))
        x += width + rng.uniform(0, 14)


def city() -> Image.Image:
    rng = random.Random(5)  # noqa: S311
    picture = gradient("#0a1230", "#141d4a", "#3a3569", "#8a5672", "#8a5672")
    glow(picture, 560, 330, 420, "#8fa6e0", 0.35)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((500, 270, 620, 390), fill="#f4ecd6")
    for tall, colour, lit in ((640, "#332f5c", 0.1), (520, "#1f2148", 0.2), (370, "#10142f", 0.32)):
        blocks(draw, rng, 1130, tall, colour, lit)
    water = picture.crop((0, 660, W, 1130)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = ImageChops.multiply(water.filter(ImageFilter.BoxBlur(7)), Image.new("RGB", water.size, "#8b94b8"))
    picture.paste(water, (0, 1130))
    for _ in range(520):
        y = 1136 + 464 * rng.random() ** 0.8
        x, half = rng.uniform(0, W), rng.uniform(20, 140)
        draw.line((x - half, y, x + half, y), fill=mixed("#141a3a", "#6d5a80", rng.random() ** 2), width=3)
    return picture


def desert() -> Image.Image:
    rng = random.Random(21)  # noqa: S311
    picture = gradient("#e7b872", "#f3d096", "#fbe6bd", "#f6cf92", "#f6cf92")
    glow(picture, 800, 470, 1100, "#fff2cf", 0.9)
    glow(picture, 800, 470, 160, "#fffdf2", 1)
    for i in range(5):
        edge = skyline(rng, 860 + i * 165, 62 + i * 9, 2 if i else 3, 0.4)
        light = mixed("#e9bf86", "#a9642d", i / 4)
        fill(picture, edge, paint_below(edge, light, mixed(light, "#7a4420", 0.35), 520))
        lee = [(x + 60 + i * 30, y + max(0, 130 * math.sin(x / 310 + i * 1.7)) + 26) for x, y in edge]
        shade = Image.new("L", (W, H))
        ImageDraw.Draw(shade).polygon([*edge, *reversed(lee)], fill=70)
        picture.paste(Image.new("RGB", (W, H), "#5e3216"), mask=shade.filter(ImageFilter.GaussianBlur(3)))
    return picture


def sail(draw: ImageDraw.ImageDraw, x: float, y: float, size: float, colour: str) -> None:
    draw.polygon([(x, y - size * 1.9), (x, y - 8), (x + size * 0.8, y - 8)], fill=colour)
    jib = mixed(colour, "#7b8fa3", 0.35)
    draw.polygon([(x - 8, y - size * 1.6), (x - 8, y - 8), (x - size * 0.5, y - 8)], fill=jib)
    keel = y + size * 0.2
    hull = [(x - size * 0.6, y), (x + size * 0.9, y), (x + size * 0.6, keel), (x - size * 0.4, keel)]
    draw.polygon(hull, fill="#6e3b33")


def lighthouse(draw: ImageDraw.ImageDraw) -> None:
    draw.polygon([(1985, 330), (2065, 330), (2090, 690), (1960, 690)], fill="#fbf6ea")
    for top in (410, 530):
        left, right = 1981 - top / 60, 2069 + top / 60
        draw.polygon([(left, top), (right, top), (right + 3, top + 62), (left - 3, top + 62)], fill="#c8442f")
    draw.rectangle((1975, 308, 2075, 332), fill="#33424a")
    draw.rectangle((1995, 256, 2055, 308), fill="#ffe6a3")
    draw.polygon([(1985, 258), (2065, 258), (2025, 214)], fill="#c8442f")


def harbour() -> Image.Image:
    rng = random.Random(8)  # noqa: S311
    picture = gradient("#7fb2cf", "#b6d6df", "#f4e4c9", "#5fa0ab", "#1d4f63")
    sea = gradient("#9fcfd0", "#9fcfd0", "#9fcfd0", "#4b95a4", "#17485c")
    fill(picture, [(0, 850), (W, 850)], sea)
    glow(picture, 620, 800, 900, "#fff1d2", 0.7)
    draw = ImageDraw.Draw(picture)
    for _ in range(420):
        y = 856 + 740 * rng.random() ** 1.3
        depth = (y - 850) / 750
        x, half = rng.gauss(620, 260 + 700 * depth), 8 + 110 * depth * rng.random()
        gleam = mixed("#fff6df", "#4b95a4", min(depth * 1.1, 0.9))
        draw.line((x - half, y, x + half, y), fill=gleam, width=2 + int(5 * depth))
    far = [(x, 850 - max(0, 74 * math.sin(x / 700 - 0.9) + 12 * math.sin(x / 90))) for x in range(0, W + 8, 8)]
    draw.polygon([(0, 852), *far, (W, 852)], fill="#8fb3bd")
    head = [(x, 900 - max(0, (x - 1500) / 900) ** 0.6 * 270 - 10 * math.sin(x / 60)) for x in range(1500, W + 8, 8)]
    draw.polygon([(1500, 960), *head, (W, 1010)], fill="#3e5d4f")
    draw.polygon([(1490, 950), (1700, 930), (W, 965), (W, 1040), (1640, 990)], fill="#2b4440")
    lighthouse(draw)
    for x, y, size in ((420, 960, 96), (1010, 1120, 170), (1290, 900, 52)):
        sail(draw, x, y, size, "#fffaf0")
    for x, y, s in ((1330, 360, 34), (1450, 300, 26), (1250, 270, 22)):
        draw.arc((x - s * 2, y, x, y + s), 190, 350, fill="#51707c", width=6)
        draw.arc((x, y, x + s * 2, y + s), 190, 350, fill="#51707c", width=6)
    return picture


def pine(draw: ImageDraw.ImageDraw, x: float, y: float, height: float, colour: str) -> None:
    for i in range(7):
        top, half = y - height + height * i * 0.13, height * (0.05 + 0.028 * i)
        draw.polygon([(x, top), (x - half, top + height * 0.2), (x + half, top + height * 0.2)], fill=colour)


def night() -> Image.Image:
    rng = random.Random(3)  # noqa: S311
    picture = gradient("#060b1f", "#0e1b3d", "#1d3a63", "#4d7793", "#7fa3a8")
    cloud = Image.new("L", (W, H))
    draw = ImageDraw.Draw(cloud)
    for _ in range(900):
        along, off = rng.random(), rng.gauss(0, 95)
        x, y, r = 300 + 1900 * along + off * 0.6, 1150 - 1250 * along + off, rng.uniform(12, 70)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=rng.randint(20, 90))
    haze = cloud.filter(ImageFilter.GaussianBlur(46)).point([i // 2 for i in range(256)])
    picture.paste(Image.new("RGB", (W, H), "#b9c6ee"), mask=haze)
    draw = ImageDraw.Draw(picture)
    for i in range(1700):
        x, y, r = rng.uniform(0, W), 1250 * rng.random() ** 1.2, 1.1 + 3.4 * rng.random() ** 9
        if i % 3 == 0:
            along, off = rng.random(), rng.gauss(0, 90)
            x, y, r = 300 + 1900 * along + off * 0.6, 1150 - 1250 * along + off, 1.4
        draw.ellipse((x - r, y - r, x + r, y + r), fill=mixed("#5d78a8", "#ffffff", rng.random()))
    for base, colour, tall in ((1290, "#1c3a4f", 0), (1400, "#10232f", 120), (1500, "#081319", 260)):
        edge = skyline(rng, base, 34, 4)
        fill(picture, edge, Image.new("RGB", (W, H), colour))
        for x, y in edge[:: 5 if tall < 200 else 9]:
            if tall and not 1240 < x < 1520:
                pine(draw, x + rng.uniform(-14, 14), y + 30, tall * rng.uniform(0.6, 1.25), colour)
    glow(picture, 1380, 1405, 260, "#ffb45c", 0.5)
    draw.polygon([(1290, 1470), (1290, 1390), (1380, 1325), (1470, 1390), (1470, 1470)], fill="#050b0f")
    draw.rectangle((1350, 1395, 1410, 1440), fill="#ffd487")
    return picture


def tea() -> Image.Image:
    picture = gradient("#8fa79c", "#aebcab", "#c3c8b3", "#c3c8b3")
    light = Image.new("L", (W, H))
    draw = ImageDraw.Draw(light)
    for left in (180, 620, 1060):
        draw.polygon([(left, 0), (left + 360, 0), (left + 760, 1080), (left + 400, 1080)], fill=105)
    picture.paste(Image.new("RGB", (W, H), "#fff3d8"), mask=light.filter(ImageFilter.GaussianBlur(22)))
    fill(picture, [(0, 1080), (W, 1080)], gradient("#b98a5e", "#b98a5e", "#b98a5e", "#a87848", "#8a5c35"))
    cup(picture)
    steam = Image.new("L", (W, H))
    draw = ImageDraw.Draw(steam)
    for x0, lean in ((1130, 0.0), (1260, 1.4), (1390, 2.6)):
        for i in range(150):
            x, y = x0 + (10 + i * 0.42) * math.sin(i / 21 + lean), 850 - i * 4.4
            r = 14 + i * 0.16
            draw.ellipse((x - r, y - r, x + r, y + r), fill=max(0, 150 - i))
    picture.paste(Image.new("RGB", (W, H), "#ffffff"), mask=steam.filter(ImageFilter.GaussianBlur(20)))
    return picture


def cup(picture: Image.Image) -> None:
    """Set a cup of tea on its saucer, lit from the left."""
    shadow = Image.new("L", (W, H))
    ImageDraw.Draw(shadow).ellipse((930, 1250, 2050, 1440), fill=150)
    picture.paste(Image.new("RGB", (W, H), "#4b2d17"), mask=shadow.filter(ImageFilter.GaussianBlur(38)))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((800, 1230, 1700, 1400), fill="#d7ddd6")
    draw.ellipse((812, 1220, 1688, 1380), fill="#f3f4ee")
    draw.ellipse((1400, 900, 1770, 1180), outline="#dbe1da", width=44)
    bowl = [(1250 + 330 * math.cos(a), 880 + 430 * math.sin(a) ** 0.8) for a in (math.pi * i / 200 for i in range(201))]
    draw.polygon(bowl, fill="#eef1ea")
    side = Image.new("L", (W, H))
    ImageDraw.Draw(side).polygon([(x + 150, y) for x, y in bowl], fill=150)
    inside = Image.new("L", (W, H))
    ImageDraw.Draw(inside).polygon(bowl, fill=255)
    shade = ImageChops.multiply(side.filter(ImageFilter.GaussianBlur(90)), inside)
    picture.paste(Image.new("RGB", (W, H), "#b4beb6"), mask=shade)
    band = Image.new("L", (W, H))
    for y, width in ((1010, 14), (1042, 6)):
        ImageDraw.Draw(band).arc((880, y - 110, 1620, y + 60), 0, 180, fill=255, width=width)
    picture.paste(Image.new("RGB", (W, H), "#4f7f86"), mask=ImageChops.multiply(band, inside))
    draw.ellipse((920, 800, 1580, 960), fill="#f8f9f4")
    draw.ellipse((950, 816, 1550, 948), fill="#8a5a1f")
    draw.ellipse((962, 836, 1538, 948), fill="#b8792c")


def library() -> Image.Image:
    rng = random.Random(17)  # noqa: S311
    picture = gradient("#4a3021", "#3a2519", "#2c1b12")
    draw = ImageDraw.Draw(picture)
    inks = ["#7d3b2e", "#a9643b", "#c9a15b", "#58694d", "#34525c", "#2f3b57", "#6b4a63", "#d8cbb0", "#8c8a78"]
    for shelf in range(4):
        floor, x = 390 + shelf * 400, -30.0
        while x < W:
            width, height = rng.uniform(34, 92), rng.uniform(220, 318)
            lean = rng.uniform(20, 60) if rng.random() < 0.07 else 0.0
            ink = mixed(rng.choice(inks), "#2c1b12", rng.uniform(0, 0.3))
            book = [(x, floor), (x + lean, floor - height), (x + lean + width, floor - height), (x + width, floor)]
            draw.polygon(book, fill=ink, outline=mixed(ink, "#000000", 0.45), width=3)
            for part in (0.14, 0.2, 0.8) if not lean else ():
                y = floor - height * part
                draw.line((x + 5, y, x + width - 5, y), fill=mixed(ink, "#f0d9a4", 0.55), width=5)
            x += width + lean + (rng.uniform(60, 200) if rng.random() < 0.05 else 2)
        draw.rectangle((0, floor, W, floor + 34), fill="#7a5233")
        draw.rectangle((0, floor + 34, W, floor + 46), fill="#23150d")
    glow(picture, 700, 520, 1500, "#ffcf86", 0.42)
    dark = Image.radial_gradient("L").resize((W * 2, H * 2)).crop((W // 3, H // 3, W // 3 + W, H // 3 + H))
    picture.paste(Image.new("RGB", (W, H), "#160c06"), mask=dark.point([min(215, round(i * 0.85)) for i in range(256)]))
    return picture


def chart() -> Image.Image:
    """Draw an island as a map would, with its heights as lines."""
    rng = random.Random(4)  # noqa: S311
    tops = [
        (rng.gauss(0.52, 0.17), rng.gauss(0.5, 0.15), rng.uniform(0.07, 0.17), rng.uniform(0.4, 1)) for _ in range(9)
    ]
    land = ["#e7e3c4", "#d5dcb0", "#c3d09d", "#d9cf9c", "#d8b988", "#c99f74", "#b98a68", "#f2ece2"]
    tints = ["#a9cbd1", "#b9d6d8", *land]
    small = Image.new("RGB", (W // 2, H // 2))
    for y in range(H // 2):
        for x in range(W // 2):
            u, v = x / (W / 2) * 1.5 - 0.25, y / (H / 2)
            u, v = u + 0.02 * math.sin(v * 23), v + 0.018 * math.sin(u * 27)
            high = sum(s * math.exp(-((u - a) ** 2 + (v - b) ** 2) / (r * r)) for a, b, r, s in tops) * 3.7 - 0.2
            level = min(max(int(high) + 1, 0), 9) if high > -0.1 else 0
            line = 0.3 if abs(high * 2 - round(high * 2)) < 0.05 and high > 0.2 else 0
            small.putpixel((x, y), rgb(mixed(tints[level], "#6b4a35", line)))
    picture = small.resize((W, H), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for i in range(1, 6):
        draw.line((W * i / 6, 0, W * i / 6, H), fill="#8fb2bb", width=2)
        draw.line((0, H * i / 6, W, H * i / 6), fill="#8fb2bb", width=2)
    for i in range(8):
        angle, size = math.pi * i / 4, 130 if i % 2 == 0 else 70
        tip = (2110 + size * math.sin(angle), 300 - size * math.cos(angle))
        side = (math.cos(angle) * 22, math.sin(angle) * 22)
        draw.polygon([tip, (2110 + side[0], 300 + side[1]), (2110, 300)], fill="#c8442f" if i == 0 else "#33525c")
        draw.polygon([tip, (2110 - side[0], 300 - side[1]), (2110, 300)], fill="#e8806d" if i == 0 else "#6d8b93")
    return picture


SCENES: dict[str, Callable[[], Image.Image]] = {
    "hills": hills, "city": city, "desert": desert, "harbour": harbour,
    "night": night, "tea": tea, "library": library, "map": chart,
}  # fmt: skip


def main(folder: Path) -> None:
    for name, scene in SCENES.items():
        picture = scene().resize((W // 2, H // 2), Image.Resampling.LANCZOS)
        picture.save(folder / f"{name}.jpg", quality=90, optimize=True, progressive=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "source" / "images")

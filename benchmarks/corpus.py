"""Posts to measure with: plausible sizes and shapes, the same for the same number every time."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

_HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
_WORDS = [
    "harbour",
    "river",
    "market",
    "notice",
    "letter",
    "winter",
    "window",
    "bridge",
    "garden",
    "record",
    "council",
    "journey",
    "morning",
    "paper",
]
_CATEGORIES = [("新媒体", f"来源 {n % 12}", f"频道 {n % 40}") for n in range(40)] + [
    ("World", f"Desk {n}") for n in range(20)
]


def write(folder: Path, posts: int) -> Path:
    """Write a Hexo folder of `posts` posts, 70 % Chinese, 15 % Markdown, 5 KB in the mean; kept if it is there."""
    done = folder / f"done-{posts}"
    if done.exists():
        return folder
    for number in range(posts):
        category = _CATEGORIES[number % len(_CATEGORIES)]
        place = folder / "source" / "_posts" / "/".join(category)
        if number < len(_CATEGORIES):
            place.mkdir(parents=True, exist_ok=True)
        (place / f"post-{number}.md").write_text(_post(number, category), encoding="utf-8")
    done.touch()
    return folder


def _post(number: int, category: tuple[str, ...]) -> str:
    chance = random.Random(number)
    chinese = chance.random() < 0.7
    at = datetime(2016, 1, 1, tzinfo=UTC) + timedelta(minutes=41 * number)
    paragraphs = [_sentence(chance, chinese=chinese) for _ in range(max(2, round(chance.lognormvariate(2.2, 0.5))))]
    head = [
        "---",
        f"title: '{_sentence(chance, chinese=chinese)[:30]} {number}'",
        "categories:",
        *(f" - {name}" for name in category),
        f"author: {category[-2]}",
        f"date: {at:%a, %d %b %Y %H:%M:%S} GMT",
        f"headimg: 'https://pictures.example/{number}.jpg'",
        "---",
        "",
    ]
    if chance.random() < 0.15:
        body = ["## " + paragraphs[0][:20], *paragraphs, "* one\n* two\n* [three](https://example.org/3)"]
        return "\n".join([*head, "\n\n".join(body), ""])
    marked = [f"<p>{text}</p>" for text in paragraphs]
    return "\n".join([*head, "<div>", *marked, f'<img src="https://pictures.example/{number}.jpg">', "</div>", ""])


def _sentence(chance: random.Random, *, chinese: bool) -> str:
    if chinese:
        return "".join(chance.choices(_HAN, k=chance.randint(90, 220))) + "。"
    return " ".join(chance.choices(_WORDS, k=chance.randint(40, 120))) + "."

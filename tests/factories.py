"""Fakes that can be read: posts, files and folders of posts."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image

from reader.domain import FileStamp, PictureRef, Post, ReadFile

FIRST_DAY = datetime(2022, 1, 1, 8, tzinfo=UTC)


def make_post(
    number: int = 1,
    *,
    title: str | None = None,
    text: str = "",
    categories: tuple[tuple[str, ...], ...] = (("News",),),
    pictures: tuple[PictureRef, ...] = (),
    lead: PictureRef | None = None,
    tags: tuple[str, ...] = (),
) -> Post:
    """Make post `number`, published that many hours after the first day."""
    text = text or f"Text of post {number}."
    return Post(
        path=f"posts/{number}.md",
        title=f"Post {number}" if title is None else title,
        published=FIRST_DAY + timedelta(hours=number),
        html=f"<p>{text}</p>",
        text=text,
        summary=text[:300],
        categories=categories,
        tags=tags,
        author="A. Writer",
        lang="en",
        pictures=pictures,
        lead=lead,
        metadata={"title": title or f"Post {number}", "comments": "false"},
    )


def as_read(post: Post, path: str | None = None) -> ReadFile:
    """Wrap a post as the reading of its file."""
    digest = hashlib.blake2b(f"{post.title}{post.text}".encode("utf-8", "replace"), digest_size=16).digest()
    return ReadFile(path or post.path, FileStamp(len(post.text), 1), digest, post)


def write_posts(folder: Path, count: int, *, category: str = "News") -> Path:
    """Write `count` small Hexo posts below `folder`; post n is published n minutes into 2022."""
    posts = folder / "source" / "_posts"
    posts.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        at = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        (posts / f"post-{number}.md").write_text(
            f"---\ntitle: Post {number}\ndate: {at:%Y-%m-%d %H:%M:%S}\ncategories:\n - {category}\n"
            f"author: A. Writer\n---\n\nThe body of post {number}, with 中文 in it.\n",
            encoding="utf-8",
        )
    return folder


def write_picture(file: Path, size: tuple[int, int] = (40, 30), colour: str = "steelblue") -> Path:
    """Write a small picture in the format its name says."""
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(file)
    return file

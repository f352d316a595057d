"""Tags that stand for a picture, a player or something on another site, as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from reader.posts.tags.tag_parts import Tag
from reader.references import PICTURE_ENDING

_NUMBER = re.compile(r"\d{1,5}(?:px|%)?$")
_VIDEO_ID = re.compile(r"[\w-]{6,32}$")
#: No blank within, told first (`(?=\S+$)`): then what follows an ending fits at once, however many endings there are.
_PICTURE = re.compile(rf"(?=\S+$)\S+{PICTURE_ENDING}(?:\?\S*)?$", re.IGNORECASE)
_BILIBILI = re.compile(r"(?=.*$)(?:.*/)?(?:(BV[0-9A-Za-z]{8,14})|(?:av)?(\d{1,12}))(?:[/?].*)?$", re.IGNORECASE)


def anchor(href: str, text: str) -> str:
    """Write a link, or its text alone where it leads nowhere."""
    return f'<a href="{html.escape(href)}">{html.escape(text)}</a>' if href else html.escape(text)


def is_name(word: str) -> bool:
    """Tell a user's or thing's name, as addresses hold them, from anything else."""
    return re.fullmatch(r"[\w.-]{1,100}", word) is not None


def _image(src: str, alt: str = "", size: tuple[str, ...] = ()) -> str:
    if not src:
        return ""
    attributes = f'src="{html.escape(src)}" alt="{html.escape(alt)}"'
    for name, value in zip(("width", "height"), size, strict=False):
        attributes += f' {name}="{html.escape(value.removesuffix("px"))}"'
    return f"<img {attributes}>"


def hexo_image(tag: Tag) -> str:
    """`img|asset_img [class names] source [width] [height] [title [alt]]`"""
    words = list(tag.words)
    at = next((index for index, word in enumerate(words) if "/" in word or _PICTURE.match(word)), None)
    if at is None:
        return figure(tag) if tag.named else ""
    if tag.named:  # `image source, width=400px, alt=text`, as Volantis writes it
        return figure(Tag(tag.name, (), {"src": words[at], **tag.named}, tag.rest))
    size: list[str] = []
    texts = words[at + 1 :]
    while texts and len(size) < 2 and _NUMBER.match(texts[0]):
        size.append(texts.pop(0))
    return _image(words[at], texts[-1] if texts else "", tuple(size))


def figure(tag: Tag) -> str:
    """A picture with a caption, under any of the names that themes and shortcodes give its parts."""
    named = next((word for word in tag.words if _PICTURE.match(word)), "")
    src = tag.first("src", "url", "path", "image_path", "image", "link", "file", "img") or named
    if not src or not (_PICTURE.match(src) or tag.name in {"figure", "img", "image", "legacy-img"}):
        return ""
    if tag.name in {"image", "img"} and "src" not in tag.named and not _PICTURE.match(src) and "/" not in src:
        return ""  # The bare number of a picture that lies in another system.
    picture = _image(src, tag.first("alt", "title", "caption"), tuple(
        tag.named[name] for name in ("width", "height") if _NUMBER.match(tag.named.get(name, ""))
    ))  # fmt: skip
    caption = tag.first("caption", "title", "description")
    if not caption:
        return picture
    return f"<figure>{picture}<figcaption>{html.escape(caption)}</figcaption></figure>"


def frame(base: str) -> Callable[[Tag], str]:
    """Return the writer of a player whose address ends with the number of a video."""

    def write(tag: Tag) -> str:
        name = tag.first("id", "videoid", "video") or (tag.words[0] if tag.words else "")
        name = re.sub(r".*(?:v=|/)", "", name.partition("&")[0]).partition("?")[0]
        return f'\n\n<iframe src="{base}{name}"></iframe>\n\n' if _VIDEO_ID.match(name) else ""

    return write


def bilibili(tag: Tag) -> str:
    """`bilibili BV1xx411c7mD`, also by `av` number, address or name."""
    found = _BILIBILI.match(tag.first("id", "bvid", "bv", "aid", "av") or (tag.words[0] if tag.words else ""))
    if found is None:
        return ""
    number = f"bvid={found.group(1)}" if found.group(1) else f"aid={found.group(2)}"
    return f'\n\n<iframe src="https://player.bilibili.com/player.html?{number}"></iframe>\n\n'


def media(element: str) -> Callable[[Tag], str]:
    """Return the writer of a player for an address."""

    def write(tag: Tag) -> str:
        src = tag.first("src", "url", "mp4") or (tag.words[0] if tag.words else "")
        return f'\n\n<{element} src="{html.escape(src)}"></{element}>\n\n' if src else ""

    return write


def gist(tag: Tag) -> str:
    """`gist [user] number [file]`"""
    name = "/".join(tag.words[:2]) if len(tag.words) > 1 and "/" not in tag.words[0] else "".join(tag.words[:1])
    return anchor(f"https://gist.github.com/{name}", f"gist: {name}") if name else ""


def tweet(tag: Tag) -> str:
    """`tweet user=name id=number`, also by address."""
    number = tag.first("id") or (tag.words[-1] if tag.words else "")
    number = number.rpartition("/")[2]
    user = tag.first("user") or "i/web"
    href = f"https://twitter.com/{user}/status/{number}"
    return f"<p>{anchor(href, href)}</p>" if number.isdigit() else ""


def page_on(base: str) -> Callable[[Tag], str]:
    """Return the writer of a link to a page whose address ends with a name."""

    def write(tag: Tag) -> str:
        name = tag.first("id", "slug", "repo", "user", "src", "url", "file") or (tag.words[0] if tag.words else "")
        href = name if "//" in name else base + name.strip("/")
        return f"<p>{anchor(href, href)}</p>" if re.fullmatch(r"[\w.:/?=&#%@-]{1,300}", name) else ""

    return write

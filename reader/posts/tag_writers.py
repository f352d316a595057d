"""What each known template tag becomes in HTML. An unknown one becomes nothing; the text inside it stays."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from reader.domain import Dialect

_WORD = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))|\"([^\"]*)\"|'([^']*)'|([^\s,]+)")
_NUMBER = re.compile(r"\d{1,5}(?:px|%)?$")
_VIDEO_ID = re.compile(r"[\w-]{6,32}$")
_PICTURE = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:\?\S*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag taken apart: its name in lower case, its words, its `name=value` pairs; `rest` is all after the name."""

    name: str
    words: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict)
    rest: str = ""

    def first(self, *names: str) -> str:
        """Return the first of the named values that is not empty."""
        return next((self.named[name] for name in names if self.named.get(name)), "")


def take_apart(inner: str, *, hugo: bool) -> Tag | None:
    """Take a tag's inside apart; None when it has no name."""
    if not inner.strip():
        return None
    name, *after = inner.split(None, 1) if not (hugo and inner.lstrip().startswith("/")) else [inner.replace(" ", "")]
    rest = after[0] if after else ""
    name = name.strip("-").lower().removesuffix("_simple")
    words: list[str] = []
    named: dict[str, str] = {}
    for found in _WORD.finditer(rest[:4000]):
        key = found.group(1)
        if key:
            named.setdefault(key.lower(), next((part for part in found.groups()[1:4] if part is not None), ""))
        else:
            words.append(next((part for part in found.groups()[4:] if part is not None), ""))
    return Tag(name, tuple(words), named, rest.strip())


def write_tag(tag: Tag, dialect: Dialect, *, in_address: bool = False) -> str:
    """Return the HTML of one tag, opening or closing; `in_address` tells that it stands for an address only."""
    if tag.name in _QUOTES:
        return _quote(tag)
    if tag.name in _CLOSINGS:
        return "\n\n</blockquote>\n\n"
    if tag.name in _PATHS or (tag.name == "link" and (dialect is Dialect.JEKYLL or len(tag.words) < 2)):
        return _path(tag) if in_address else _anchor(_path(tag), _path_text(tag))
    if in_address and tag.name in {"post_link", "asset_link"}:
        return _path(tag)
    writer = _WRITERS.get(tag.name)
    return writer(tag) if writer else ""


#: What stands for the path of a post or file: Jekyll's, Hugo's and Hexo's.
_PATHS = frozenset({"post_url", "ref", "relref", "asset_path", "post_path", "url_for"})
_QUOTES = frozenset(
    {
        "blockquote", "quote", "pullquote", "cq", "centerquote", "note", "notice", "callout", "alert", "admonition",
        "hint", "tip", "warning", "info", "aside", "card", "card-quote", "box", "message",
    }
)  # fmt: skip
_CLOSINGS = frozenset({*(f"end{name}" for name in _QUOTES), *(f"/{name}" for name in _QUOTES)})


def _quote(tag: Tag) -> str:
    """Open a quotation; who is quoted stands first, as the generators' own tags print them around it."""
    source = ""
    if tag.name in {"blockquote", "quote"} and tag.rest:
        said = re.sub(r"https?://\S+", "", tag.rest).strip(" ,")
        source = f"<p><cite>{html.escape(said)}</cite></p>\n\n" if said else ""
    elif tag.first("title", "heading"):
        source = f"<p><strong>{html.escape(tag.first('title', 'heading'))}</strong></p>\n\n"
    return f"\n\n<blockquote>\n\n{source}"


def _image(src: str, alt: str = "", size: tuple[str, ...] = ()) -> str:
    if not src:
        return ""
    attributes = f'src="{html.escape(src)}" alt="{html.escape(alt)}"'
    for name, value in zip(("width", "height"), size, strict=False):
        attributes += f' {name}="{html.escape(value.removesuffix("px"))}"'
    return f"<img {attributes}>"


def _hexo_image(tag: Tag) -> str:
    """`img|asset_img [class names] source [width] [height] [title [alt]]`"""
    words = list(tag.words)
    at = next((index for index, word in enumerate(words) if "/" in word or _PICTURE.match(word)), None)
    if at is None:
        return _figure(tag) if tag.named else ""
    size: list[str] = []
    texts = words[at + 1 :]
    while texts and len(size) < 2 and _NUMBER.match(texts[0]):
        size.append(texts.pop(0))
    return _image(words[at], texts[-1] if texts else "", tuple(size))


def _figure(tag: Tag) -> str:
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
    caption = tag.first("caption", "title")
    if not caption:
        return picture
    return f"<figure>{picture}<figcaption>{html.escape(caption)}</figcaption></figure>"


def _frame(base: str) -> Callable[[Tag], str]:
    def write(tag: Tag) -> str:
        name = tag.first("id", "videoid", "video") or (tag.words[0] if tag.words else "")
        name = re.sub(r".*(?:v=|/)", "", name.partition("&")[0]).partition("?")[0]
        return f'\n\n<iframe src="{base}{name}"></iframe>\n\n' if _VIDEO_ID.match(name) else ""

    return write


def _media(element: str) -> Callable[[Tag], str]:
    def write(tag: Tag) -> str:
        src = tag.first("src", "url", "mp4") or (tag.words[0] if tag.words else "")
        return f'\n\n<{element} src="{html.escape(src)}"></{element}>\n\n' if src else ""

    return write


def _anchor(href: str, text: str) -> str:
    return f'<a href="{html.escape(href)}">{html.escape(text)}</a>' if href else html.escape(text)


def _hexo_link(tag: Tag) -> str:
    """`link text url [external] [title]`"""
    at = next((index for index, word in enumerate(tag.words) if "/" in word), None)
    if at is None:
        return html.escape(" ".join(tag.words))
    text = " ".join(tag.words[:at]) or tag.words[at]
    return _anchor(tag.words[at], text)


def _post_link(tag: Tag) -> str:
    """`post_link slug [title] [escape]`: the words of the title, else of the slug."""
    words = [word for word in tag.words[1:] if word not in {"true", "false"}]
    return _anchor(_path(tag), " ".join(words) or _path_text(tag))


def _path(tag: Tag) -> str:
    """An address inside the site, most often within the brackets of a Markdown link."""
    path = tag.words[0] if tag.words else tag.first("path")
    return path.replace(" ", "%20")


def _path_text(tag: Tag) -> str:
    """The name that a path ends with."""
    path = tag.words[0] if tag.words else tag.first("path")
    return path.rstrip("/").rpartition("/")[2]


def _gist(tag: Tag) -> str:
    name = "/".join(tag.words[:2]) if len(tag.words) > 1 and "/" not in tag.words[0] else "".join(tag.words[:1])
    return _anchor(f"https://gist.github.com/{name}", f"gist: {name}") if name else ""


def _tweet(tag: Tag) -> str:
    number = tag.first("id") or (tag.words[-1] if tag.words else "")
    number = number.rpartition("/")[2]
    user = tag.first("user") or "i/web"
    href = f"https://twitter.com/{user}/status/{number}"
    return f"<p>{_anchor(href, href)}</p>" if number.isdigit() else ""


_WRITERS: dict[str, Callable[[Tag], str]] = {
    "asset_img": _hexo_image,
    "img": _hexo_image,
    "image": _hexo_image,
    "figure": _figure,
    "legacy-img": _figure,
    "picture": _figure,
    "include": _figure,
    "responsive_image": _figure,
    "youtube": _frame("https://www.youtube.com/embed/"),
    "youtube_lite": _frame("https://www.youtube.com/embed/"),
    "vimeo": _frame("https://player.vimeo.com/video/"),
    "iframe": _media("iframe"),
    "video": _media("video"),
    "audio": _media("audio"),
    "asset_link": _post_link,
    "post_link": _post_link,
    "link": _hexo_link,
    "button": _hexo_link,
    "btn": _hexo_link,
    "gist": _gist,
    "tweet": _tweet,
    "x": _tweet,
    "twitter": _tweet,
}

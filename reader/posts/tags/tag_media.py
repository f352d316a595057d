"""Tags for a picture, a player or something on another site, as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from reader.posts.tags.inline import inline, plain
from reader.posts.tags.tag_parts import Tag
from reader.references import PICTURE_ENDING

_NUMBER = re.compile(r"\d{1,5}(?:px|%)?$")
#: An option of Stellar's tags, such as `download:true` and `bg:var(--card)`; an address is none.
_OPTION = re.compile(r"[A-Za-z_-]{1,20}:(?!//)\S")
_SOURCES = ("src", "url", "path", "image_path", "image", "link", "file", "img", "filename")
#: The name of a video on a site for videos.
VIDEO_ID = re.compile(r"[\w-]{6,32}$")
#: No blank within, told first (`(?=\S+$)`): then what follows an ending fits at once, however many endings there are.
_PICTURE = re.compile(rf"(?=\S+$)\S+{PICTURE_ENDING}(?:\?\S*)?$", re.IGNORECASE)
_YOUTUBE = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#\s]{0,200}&)?v=|embed/|shorts/)|youtu\.be/)"
    r"([\w-]{6,32})",
    re.IGNORECASE,
)
_VIDEO_SITE = re.compile(
    r"(?:https?:)?//(?:www\.youtube(?:-nocookie)?\.com/embed/|player\.vimeo\.com/|player\.bilibili\.com/)",
    re.IGNORECASE,
)
_BILIBILI = re.compile(r"(?=.*$)(?:.*/)?(?:(BV[0-9A-Za-z]{8,14})|(?:av)?(\d{1,12}))(?:[/?].*)?$", re.IGNORECASE)


def anchor(href: str, text: str) -> str:
    """Write a link, or its text alone where it leads nowhere."""
    text = html.escape(html.unescape(text), quote=False)
    return f'<a href="{html.escape(href)}">{text}</a>' if href else text


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
    if tag.named:  # `image source, width=400px, alt=some words`, as Volantis writes it
        pairs = (part.partition("=") for part in tag.parts()[1:]) if "," in tag.rest else ()
        listed = {key.strip().lower(): value.strip("\"' ") for key, _, value in pairs if value}
        return figure(Tag(tag.name, (), {"src": words[at], **tag.named, **listed}, tag.rest))
    size: list[str] = []
    texts = [word for word in words[at + 1 :] if not _OPTION.match(word)]
    while texts and len(size) < 2 and _NUMBER.match(texts[0]):
        size.append(texts.pop(0))
    if tag.name == "image" and '"' in tag.rest:  # LoveIt's: `image source "alt" "caption"`
        return figure(Tag(tag.name, (words[at], *texts)))
    if tag.name == "image":  # Stellar's: all that is no option is the caption.
        return figure(Tag(tag.name, (), {"src": words[at], "caption": " ".join(texts)}))
    return _image(words[at], texts[-1] if texts else "", tuple(size))


def figure(tag: Tag) -> str:
    """A picture with a caption, under any of the names that themes and shortcodes give its parts.

    Title, caption and attribution stand below each other, as Hugo's own shortcode prints them; each is Markdown, for
    Hugo (docs, shortcodes, figure) as for Minimal Mistakes (_includes/figure).
    """
    named = next((word for word in tag.words if _PICTURE.match(word)), "")
    # `file='a.png' url='yes'` of documentation themes: what is a picture's address counts.
    shown = next((key for key in _SOURCES if _PICTURE.match(tag.named.get(key, ""))), "")
    src = tag.named.get(shown) or tag.first(*_SOURCES) or named
    if not src or not (_PICTURE.match(src) or tag.name in {"figure", "img", "image", "legacy-img"}):
        return ""
    if tag.name in {"image", "img"} and "src" not in tag.named and not _PICTURE.match(src) and "/" not in src:
        return ""  # The bare number of a picture that lies in another system.
    texts = tag.words[tag.words.index(named) + 1 :] if named and named == src else ()
    caption = tag.first("caption") or " ".join(texts[1:2])
    alt = tag.first("alt") or " ".join(texts[:1]) or caption or tag.first("title")
    picture = _image(src, plain(alt), tuple(
        tag.named[name] for name in ("width", "height") if _NUMBER.match(tag.named.get(name, ""))
    ))  # fmt: skip
    href = tag.first("link", "href")
    if tag.name == "figure" and href and href != src:
        picture = f'<a href="{html.escape(href)}">{picture}</a>'
    title, credit = tag.first("title"), inline(tag.first("attr"))
    if credit and tag.first("attrlink"):
        credit = f'<a href="{html.escape(tag.first("attrlink"))}">{credit}</a>'
    if title and (caption or credit):
        title = f"**{title}**"
    lines = [inline(title), " ".join(filter(None, (inline(caption or tag.first("description", "text")), credit)))]
    written = "<br>".join(filter(None, lines))
    return f"<figure>{picture}<figcaption>{written}</figcaption></figure>" if written else picture


def frame(base: str) -> Callable[[Tag], str]:
    """Return the writer of a player whose address ends with the number of a video."""

    def write(tag: Tag) -> str:
        name = tag.first("id", "videoid", "video") or (tag.words[0] if tag.words else "")
        name = re.sub(r".*(?:v=|/)", "", name.partition("&")[0]).partition("?")[0]
        return f'\n\n<iframe src="{base}{name}"></iframe>\n\n' if VIDEO_ID.match(name) else ""

    return write


def bilibili(tag: Tag) -> str:
    """`bilibili BV1xx411c7mD`, also by `av` number, address or name."""
    found = _BILIBILI.match(tag.first("id", "bvid", "bv", "aid", "av") or (tag.words[0] if tag.words else ""))
    if found is None:
        return ""
    number = f"bvid={found.group(1)}" if found.group(1) else f"aid={found.group(2)}"
    return f'\n\n<iframe src="https://player.bilibili.com/player.html?{number}"></iframe>\n\n'


def media(element: str) -> Callable[[Tag], str]:
    """Return the writer of a player for an address; a page of a site for videos is shown in a frame."""

    def write(tag: Tag) -> str:
        src = tag.first("src", "url", "mp4", "path", "file") or (tag.words[0] if tag.words else "")
        name = "iframe" if _VIDEO_SITE.match(src) else element
        title = inline(tag.first("title", "caption"))
        caption = f"\n<p>{title}</p>" if title and element != "iframe" else ""
        return f'\n\n<{name} src="{html.escape(src)}"></{name}>{caption}\n\n' if src else ""

    return write


def embed(tag: Tag) -> str:
    """`embed url="..."` of GitBook and `embed address` of others: a player for a video, else a link."""
    url = tag.first("url", "src") or (tag.words[0] if tag.words else "")
    found = _YOUTUBE.match(url)
    if found:
        return f'\n\n<iframe src="https://www.youtube.com/embed/{found.group(1)}"></iframe>\n\n'
    if _VIDEO_SITE.match(url):
        return media("iframe")(tag)
    return f"\n\n<p>{anchor(url, url)}</p>\n\n" if "/" in url else ""


def attachment(tag: Tag) -> str:
    """`file src="a.pdf"` of GitBook: a link with the name of the file."""
    src = tag.first("src", "url")
    return f"\n\n<p>{anchor(src, src.rpartition('/')[2])}</p>\n\n" if src else ""


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

"""What each known template tag becomes in HTML. An unknown one is removed; the text inside it stays."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.domain import Dialect
from reader.posts.tags import tag_media as media
from reader.posts.tags.tag_boxes import box, included_box, theme_link
from reader.posts.tags.tag_parts import Tag
from reader.posts.tags.tag_themes import HEXO, HUGO

#: What stands for the path of a post or file: Jekyll's, Hugo's and Hexo's.
_PATHS = frozenset({"post_url", "ref", "relref", "asset_path", "post_path"})
_CODE_OPTION = re.compile(r"(?:lang|from|to):\S")
#: What sites call a tag of their own for a picture: `image_with_class`, `my-figure`.
_PICTURE_NAME = re.compile(r"(?!end|/).*(?:image|img|figure|picture|photo|screenshot)")
_LOOKS_LIKE_PATH = re.compile(r"/[\w.-]|\w\.[a-z]{2,5}$", re.IGNORECASE)


def write_tag(tag: Tag, dialect: Dialect, *, in_address: bool, closed: bool) -> str:
    """Return the HTML of one tag, opening or closing.

    `in_address` tells that it stands for an address only, `closed` that a closing tag of its name follows somewhere.
    """
    if tag.name in _PATHS or (tag.name == "link" and (dialect is Dialect.JEKYLL or len(tag.words) < 2)):
        return _path(tag) if in_address or not _path(tag) else media.anchor(_path(tag), _path_text(tag))
    if in_address and tag.name in {"post_link", "asset_link"}:
        return _path(tag)
    written = box(tag, dialect, closed=closed)
    if written is not None:
        return written
    writer = _THEMES.get(dialect, {}).get(tag.name) or _WRITERS.get(tag.name)
    writer = writer or (media.hexo_image if _PICTURE_NAME.match(tag.name) else None)
    if writer is None and in_address:  # A site's own tag in an address most often takes a path and completes it.
        return _path(tag) if _LOOKS_LIKE_PATH.search(_path(tag)) else ""
    return writer(tag) if writer else ""


def _post_link(tag: Tag) -> str:
    """`post_link slug [title] [escape]`: the words of the title, else of the slug."""
    words = [word for word in tag.words[1:] if word not in {"true", "false"}]
    return media.anchor(_path(tag), " ".join(words) or _path_text(tag))


def _url_for(tag: Tag) -> str:
    """`url_for text path [relative]` and `full_url_for text path` (Hexo, lib/plugins/tag/url_for.ts)."""
    return media.anchor(tag.words[1], tag.words[0]) if len(tag.words) > 1 else _path(tag)


def _include_code(tag: Tag) -> str:
    """`include_code [title] [lang:language] [from:line] [to:line] path` (Hexo, lib/plugins/tag/include_code.ts)."""
    words = [word for word in tag.words if not _CODE_OPTION.match(word)] or [""]
    if "." in words[0] and "." not in words[-1]:  # Pelican's plugin has the path before the title.
        words = [*words[1:], words[0]]
    *title, path = words
    return f"\n\n<p>{media.anchor(f'/downloads/code/{path}', ' '.join(title) or path)}</p>\n\n" if path else ""


def _notebook(tag: Tag) -> str:
    """`notebook path [cells[a:b]]` (Pelican's liquid_tags): its name, as what it holds was made for the site only."""
    return f"\n\n<p>{media.anchor(f'/{_path(tag)}', _path_text(tag))}</p>\n\n" if tag.words else ""


def _path(tag: Tag) -> str:
    """An address inside the site, most often within the brackets of a Markdown link."""
    path = tag.words[0] if tag.words else tag.first("path", "href")
    return path.replace(" ", "%20")


def _path_text(tag: Tag) -> str:
    """The name that a path ends with."""
    path = tag.words[0] if tag.words else tag.first("content", "path", "href")
    return path.rstrip("/").rpartition("/")[2]


def _include(tag: Tag) -> str:
    """`include figure image_path=...`, `include youtube.html id=...`, `include video provider="vimeo" id=...`"""
    file = tag.words[0].rpartition("/")[2].partition(".")[0].lower() if tag.words else ""
    name = tag.first("provider").lower() if file == "video" and tag.first("provider") else file
    named = dict(tag.named)
    if name in {"figure", "image", "img"} and "title" in named:  # al-folio's shows when one points at the picture.
        named.setdefault("alt", named.pop("title"))
    inner = Tag(name, tag.words[1:], named, tag.rest)
    if name != "include" and name in _WRITERS:
        return _WRITERS[name](inner)
    return included_box(name, inner) or media.figure(Tag(tag.name, tag.words, tag.named, tag.rest))


def _codepen(tag: Tag) -> str:
    """`codepen user number`"""
    if len(tag.words) < 2 or not media.is_name(tag.words[0]) or not media.is_name(tag.words[1]):
        return ""
    href = f"https://codepen.io/{tag.words[0]}/pen/{tag.words[1]}"
    return f"<p>{media.anchor(href, href)}</p>"


_WRITERS: dict[str, Callable[[Tag], str]] = {
    "asset_img": media.hexo_image,
    "img": media.hexo_image,
    "image": media.hexo_image,
    "inlineimage": media.hexo_image,
    "figure": media.figure,
    "embed": media.embed,
    "file": media.attachment,
    "legacy-img": media.figure,
    "picture": media.figure,
    "include": _include,
    "responsive_image": media.figure,
    "youtube": media.frame("https://www.youtube.com/embed/"),
    "youtube_lite": media.frame("https://www.youtube.com/embed/"),
    "vimeo": media.frame("https://player.vimeo.com/video/"),
    "bilibili": media.bilibili,
    "bili": media.bilibili,
    "iframe": media.media("iframe"),
    "video": media.media("video"),
    "dplayer": media.media("video"),
    "audio": media.media("audio"),
    "pdf": media.page_on(""),
    "asset_link": _post_link,
    "post_link": _post_link,
    "link": theme_link,
    "cell": theme_link,
    "button": theme_link,
    "btn": theme_link,
    "gist": media.gist,
    "url_for": _url_for,
    "full_url_for": _url_for,
    "include_code": _include_code,
    "notebook": _notebook,
    "tweet": media.tweet,
    "x": media.tweet,
    "twitter": media.tweet,
    "instagram": media.page_on("https://www.instagram.com/p/"),
    "github": media.page_on("https://github.com/"),
    "ghcard": media.page_on("https://github.com/"),
    "jsfiddle": media.page_on("https://jsfiddle.net/"),
    "codepen": _codepen,
}
_THEMES = {Dialect.HEXO: HEXO, Dialect.PLAIN: HEXO, Dialect.HUGO: HUGO}

"""The picture that stands for a post: from the front matter, else the first real one of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.domain import PictureRef
from reader.posts.notes import Notes
from reader.posts.pictures import find_picture
from reader.posts.site import Site
from reader.posts.yaml_text import Value

_KEYS = (
    "headimg", "thumbnail", "cover", "image", "banner", "featured_image", "featuredimage", "cover_image", "coverimage",
    "header", "banner_img", "index_img", "top_img", "hero", "teaser", "thumb", "img", "og_image", "photos", "photo",
    "images", "resources",
)  # fmt: skip
_SHAPES = (
    "src", "url", "path", "image", "teaser", "image_fullwidth", "overlay_image", "feature", "thumbnail", "thumb",
    "filename", "file", "relative", "img",
)  # fmt: skip
_ADDRESS = re.compile(
    r"(?:https?:)?//\S+$|[^\s<>{}][^<>{}]*\.(?:png|jpe?g|jfif|gif|webp|svg|avif|bmp|ico|tiff?)(?:[?#]\S*)?$", re.I
)
_PROXY = re.compile(r"https?://cors\.zfour\.workers\.dev/\?(?=https?://)", re.IGNORECASE)
_PELICAN = re.compile(r"\{(?:static|filename|attach|photo)\}", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"(?:https?:)?//(?:[\w.-]+\.)?picsum\.photos/.*[?&]random", re.IGNORECASE)
_DECORATION = re.compile(r"shields\.io|badge|/emoji/|gravatar\.com|feedburner|doubleclick|statcounter|/pixel\b", re.I)


def unwrap(ref: str) -> str:
    """Return an address without a feed-saving robot's proxy or Pelican's mark before it, spaces around it cut."""
    ref = ref.strip()
    if ref[:1] == "{":
        ref = _PELICAN.sub("", ref, count=1)
    return _PROXY.sub("", ref, count=1) if "cors.zfour" in ref else ref


def is_placeholder(ref: str) -> bool:
    """Tell a picture that is another one at every look from a real one."""
    return "picsum" in ref and _PLACEHOLDER.match(ref) is not None


def find_lead(
    site: Site, path: str, values: dict[str, Value], pictures: tuple[PictureRef, ...], notes: Notes
) -> PictureRef | None:
    """Return the lead picture; one the folder should hold and does not is passed over and recorded."""
    for ref in _named(values):
        found = find_picture(site, path, ref)
        if found.problem is None:
            return PictureRef(ref, found.local)
        notes.add(found.problem, ref)
    for picture in pictures:
        if _stands_for_post(site, path, picture):
            return picture
    return None


def _named(values: dict[str, Value]) -> Iterator[str]:
    for key in _KEYS:
        value = values.get(key)
        if value is not None:
            yield from _addresses(value)


def _addresses(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        ref = unwrap(value)
        if _ADDRESS.match(ref) and not is_placeholder(ref) and len(ref) < 4000:
            yield ref
    elif isinstance(value, dict):
        folded = {key.lower(): item for key, item in value.items()}
        for shape in _SHAPES:
            if isinstance(folded.get(shape), str | dict):
                yield from _addresses(folded[shape])
    elif isinstance(value, list):
        for item in value[:20]:
            if isinstance(item, dict) and not _is_cover(item):
                continue
            yield from _addresses(item)


def _is_cover(resource: dict[str, Value]) -> bool:
    """Tell the cover among a Hugo bundle's resources."""
    name = resource.get("name")
    return not isinstance(name, str) or any(word in name.lower() for word in ("feature", "cover", "thumb", "header"))


def _stands_for_post(site: Site, path: str, picture: PictureRef) -> bool:
    ref = picture.ref
    if is_placeholder(ref) or ref.startswith("data:") or _DECORATION.search(ref):
        return False
    return picture.local is not None or find_picture(site, path, ref).problem is None

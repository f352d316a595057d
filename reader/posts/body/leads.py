"""A post's lead picture: from the front matter, else the first real one of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.domain import PictureRef
from reader.posts.body.pictures import find_picture
from reader.posts.front.words import is_false, is_true
from reader.posts.front.yaml_text import Value
from reader.posts.notes import Notes
from reader.posts.sites.site import Site
from reader.references import PICTURE_ENDING

_KEYS = (
    "headimg", "thumbnail", "cover", "image", "banner", "featured_image", "featuredimage", "featureimage",
    "feature_image", "featuredimg", "primary_image", "cover_image", "coverimage", "header", "headerimage",
    "header_image", "heroimage", "hero_image", "banner_img", "index_img", "top_img", "hero", "teaser", "teaser_image",
    "thumb", "thumbnailimage", "img", "og_image", "ogimage", "socialimage", "photos", "photo", "images", "resources",
)  # fmt: skip
#: Tables in which Zola and Hugo keep what is the theme's.
_TABLES = ("extra", "params")
#: These may hold the name of a picture alone, which another system knows, or a file here.
_ID_KEYS = frozenset({"image", "featured_image", "primary_image"})
_ID = re.compile(r"(?=.*[A-Za-z])[\w-][\w.-]{1,150}$")
_ID_FOLDERS = ("", "images/", "img/", "uploads/")
_ID_ENDINGS = (".jpg", ".png", ".jpeg", ".webp", ".gif", ".svg")
_SHAPES = (
    "src", "url", "path", "image", "teaser", "image_fullwidth", "overlay_image", "feature", "thumbnail", "thumb",
    "filename", "file", "relative", "img", "large", "og_image",
)  # fmt: skip
_ADDRESS = re.compile(rf"(?:https?:)?//\S+$|[^\s<>{{}}][^<>{{}}]*{PICTURE_ENDING}(?:[?#]\S*+)?$", re.I)
_LONGEST_ADDRESS = 4000
_PROXY = re.compile(r"https?://cors\.zfour\.workers\.dev/\?(?=https?://)", re.IGNORECASE)
_PELICAN = re.compile(r"\{(?:static|filename|attach|photo)\}", re.IGNORECASE)
#: Services that answer with another picture each time, or with a grey field.
_PLACEHOLDER = re.compile(
    r"""(?:https?:)?//(?:[\w-]+\.)*(?:picsum\.photos/.*[?&]random|unsplash\.it/.*[?&]random
    |source\.unsplash\.com/(?:random|featured|all|category|collection|user|\d+x\d+)\b
    |placeholder\.com\b|placehold\.(?:co|it|jp)\b|placekitten\.com\b|dummyimage\.com\b|fakeimg\.pl\b
    |lorempixel\.com\b|loremflickr\.com\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_RANDOM = re.compile(r"(?:https?:)?//[^/?#]+/(?:[^?#]*/)?random(?:\.php)?(?:[/?#]|$)", re.IGNORECASE)
_DECORATION = re.compile(r"shields\.io|badge|/emoji/|gravatar\.com|feedburner|doubleclick|statcounter|/pixel\b", re.I)


def without_proxy(text: str) -> str:
    """Return a text whose addresses lead to their pictures, not through a feed-saving robot's proxy."""
    return _PROXY.sub("", text) if "cors.zfour" in text else text


def unwrap(ref: str) -> str:
    """Return an address without a feed-saving robot's proxy or Pelican's mark before it, spaces around it cut."""
    ref = ref.strip()
    if ref[:1] == "{":
        ref = _PELICAN.sub("", ref, count=1)
    return without_proxy(ref)


def is_placeholder(ref: str) -> bool:
    """Tell a picture that is another one at every look, or only fills a place, from a real one."""
    return "//" in ref[:8] and (_PLACEHOLDER.match(ref) or _RANDOM.match(ref)) is not None


def find_lead(
    site: Site, path: str, values: dict[str, Value], pictures: tuple[PictureRef, ...], notes: Notes, folder: str
) -> PictureRef | None:
    """Return the lead picture; one the folder should hold and does not is passed over and recorded."""
    for ref in _named(values):
        if _ID.match(ref) and not _ADDRESS.match(ref):
            picture = _by_id(site, path, ref)
            if picture:
                return picture
            continue
        found = find_picture(site, path, ref, folder)
        if found.problem is None:
            return PictureRef(ref, found.local)
        notes.add(found.problem, ref)
    for picture in pictures:
        if _stands_for_post(site, path, picture):
            return picture
    return None


def _named(values: dict[str, Value]) -> Iterator[str]:
    """Yield the addresses, and the bare names, of pictures in the front matter."""
    for key in _KEYS:
        value = values.get(key)
        if value is not None:
            yield from _ids(key, value)
            yield from _addresses(value)
    for table in _TABLES:
        inner = values.get(table)
        if isinstance(inner, dict):
            yield from _named({key.lower(): item for key, item in inner.items() if key.lower() not in _TABLES})


def _ids(key: str, value: Value) -> Iterator[str]:
    """Yield a picture that is named by its id alone: `primary_image: some-id`, `featured_image: {uid: some-id}`."""
    if isinstance(value, dict):
        value = value.get("uid") or value.get("id")
    if key in _ID_KEYS and isinstance(value, str) and _ID.match(value) and not (is_true(value) or is_false(value)):
        yield value


def _by_id(site: Site, path: str, name: str) -> PictureRef | None:
    """Find the picture whose name is this id; the id may live in another system, so that none is no fault."""
    for folder in _ID_FOLDERS:
        for ending in _ID_ENDINGS:
            ref = f"{folder}{name}{ending}"
            found = find_picture(site, path, ref)
            if found.local:
                return PictureRef(ref, found.local)
    return None


def _addresses(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        ref = unwrap(value)
        if "*" in ref and not ref.startswith(("http", "//")):
            return  # A pattern among a bundle's resources.
        if len(ref) < _LONGEST_ADDRESS and _ADDRESS.match(ref) and not is_placeholder(ref):
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

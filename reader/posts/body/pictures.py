"""Where in the imported folder the picture that a post names is, without ever leaving the folder."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

from reader.containers.container import OutsideError
from reader.containers.member_names import resolve
from reader.domain import Dialect
from reader.posts.body.vault import index_pictures, picture_key
from reader.posts.sites.site import Site
from reader.problems import ProblemKind

#: Where the generators put what they copy as it is; "" is the imported folder itself.
_SITE_ROOTS = ("source", "static", "public", "assets", "content", "")
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|(?:data|cid|blob|mailto|about|javascript):", re.IGNORECASE)
_ABSOLUTE = re.compile(r"file:|[a-z]:(?:[\\/]|%5c)|\\\\|%5c%5c", re.IGNORECASE)
_MOST_REMEMBERED = 100_000
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """The picture's path below the root, or what is wrong. A remote picture has neither."""

    local: str | None = None
    problem: ProblemKind | None = None


_REMOTE_PICTURE = FoundPicture()
_OUTSIDE = FoundPicture(problem=ProblemKind.PICTURE_OUTSIDE)
_MISSING = FoundPicture(problem=ProblemKind.PICTURE_MISSING)


def find_picture(site: Site, post_path: str, ref: str, folder: str = "") -> FoundPicture:
    """Find the file that `ref` in the post at `post_path` means.

    Looks in the `folder` that the post says its pictures are in, beside the post, in its Hexo asset folder, then in the
    site's roots. Never follows anything out of the root.
    """
    if _ABSOLUTE.match(ref):
        return _OUTSIDE
    if _REMOTE.match(ref):
        return _REMOTE_PICTURE
    outside = False
    for variant in _variants(ref):
        named = [f"{folder.strip('/')}/{variant.lstrip('/')}"] if folder and "//" not in folder else []
        for number, candidate in enumerate(named + _candidates(site, post_path, variant)):
            path = resolve(candidate)
            if not path:  # Only the first is what the post means; the others are places where it may lie as well.
                outside = outside or number == len(named)
                continue
            local = _look_up(site, path)
            if local:
                return FoundPicture(local)
            outside = outside or local == ""
    if site.vault and not outside:
        local = _by_name(site, ref)
        if local:
            return FoundPicture(local)
    return _OUTSIDE if outside else _MISSING


def _by_name(site: Site, ref: str) -> str | None:
    """Find a picture anywhere in a vault by its name; of a path, the name is what counts last."""
    if not site.names:
        site.names.append(index_pictures(site.container))
    for variant in _variants(ref):
        path = site.names[0].get(picture_key(variant.rpartition("/")[2]))
        if path:
            return _look_up(site, path)
    return None


def _variants(ref: str) -> list[str]:
    """Return the readings of an address: as written, then percent-decoded, each without its query.

    Accents may be signs of their own in the name of the file (NFD, as Macs wrote it) and not in the post, or the other
    way round.
    """
    if len(ref) > _LONGEST or "\0" in ref:
        return []
    cut = re.split(r"[?#]", ref, maxsplit=1)[0].strip().replace("\\", "/")
    decoded = unquote(cut, errors="surrogateescape").replace("\\", "/")
    whole = ref.strip().replace("\\", "/")
    readings = [cut, decoded, whole]
    if not decoded.isascii():
        readings += [unicodedata.normalize(form, decoded) for form in ("NFC", "NFD")]
    return [each for each in dict.fromkeys(readings) if each.strip("/.") and "\0" not in each]


def _candidates(site: Site, post_path: str, ref: str) -> list[str]:
    folder = post_path.rpartition("/")[0]
    rooted = ref.startswith("/")
    ref = ref.lstrip("/") if rooted else ref
    beside = [] if rooted else [f"{folder}/{ref}"]
    stem = post_path.rpartition(".")[0]
    assets = [f"{stem}/{ref}"] if site.dialect is Dialect.HEXO or not rooted else []
    if site.dialect is Dialect.HEXO:  # The address of a post's page ends with the name of its asset folder.
        assets.append(f"{stem}/{ref.rpartition('/')[2]}")
    base = f"{site.base}/" if site.base else ""
    roots = dict.fromkeys([f"{name}/{ref}" for name in _SITE_ROOTS] + [f"{base}{ref}"])
    return list(roots) + assets if rooted else beside + assets + list(roots)


def _look_up(site: Site, path: str) -> str | None:
    """Return the path of the picture, None when nothing is there, "" when it leads outside. Remembers both."""
    if path in site.found:
        return site.found[path]
    if len(site.found) > _MOST_REMEMBERED:
        site.found.clear()
    folder = path.rpartition("/")[0]
    answer: str | None = None
    if not folder or _folder_exists(site, folder):
        answer = _examine(site, path)
    site.found[path] = answer
    return answer


def _folder_exists(site: Site, folder: str) -> bool:
    """Tell whether a folder is there at all: thousands of posts name files in folders that never were."""
    key = f"{folder}/"
    if key not in site.found:
        site.found[key] = key if site.container.is_folder(folder) else None
    return site.found[key] is not None


def _examine(site: Site, path: str) -> str | None:
    try:
        return path if site.container.is_file(path) else None
    except OutsideError:
        return ""

"""Which generator made a folder of posts, and so whose rules its posts follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from reader.containers.container import Container, Entry, Kind, Place
from reader.containers.folder import FolderContainer
from reader.domain import Dialect
from reader.posts.evidence import weigh
from reader.posts.zones import zone_of

#: What the detection may cost at most: files opened, bytes read of each, entries listed.
_MOST_FILES, _MOST_BYTES, _MOST_ENTRIES = 40, 4096, 3000
_CONFIG_BYTES = 65_536
_HUGO_FILES = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
_HUGO_OLD_FILES = ("config.toml", "config.yaml", "config.yml", "config.json")
_OTHER_FILES = (
    "pelicanconf.py", ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "gatsby-config.js", "next.config.js",
    ".vuepress", "docfx.json", "_quarto.yml",
)  # fmt: skip
_HEXO_CONFIG = re.compile(
    rb"^(?:source_dir|public_dir|new_post_name|skip_render|external_link|archive_dir|post_asset_folder)\s*:", re.M
)
_JEKYLL_CONFIG = re.compile(
    rb"^(?:baseurl|plugins|gems|kramdown|markdown|permalink|collections|exclude|include|sass|remote_theme)\s*:", re.M
)
_SAMPLED = (".md", ".markdown", ".mkd", ".html", ".mdx", ".txt")
#: Folders that only hold a site together; their names are no categories.
_STRUCTURE = frozenset({"content", "contents", "source", "src", "docs", "site", "apps", "pages", "collections"})
_PICTURE_FOLDERS = frozenset({"assets", "images", "image", "img", "static", "public", "media", "files"})


@dataclass(frozen=True, slots=True)
class Site:
    """A folder or archive to import and the rules its posts follow.

    `marker` is the evidence, untranslated. `base` is the folder below `root` whose sub-folders sort the posts, "" for
    `root` itself. `above` are the folders between `_posts` and a `root` that lies inside it. `vault` tells of Obsidian.
    `zone` is the time zone of dates that name none, "" for the computer's own. `drafts` tells that drafts and hidden
    posts are wanted, too.
    """

    root: Path
    dialect: Dialect
    marker: str = ""
    base: str = ""
    above: tuple[str, ...] = ()
    vault: bool = False
    zone: str = ""
    drafts: bool = False
    #: Pictures looked up so far; a folder is not searched twice for what is not there.
    found: dict[str, str | None] = field(default_factory=dict, compare=False, repr=False)
    #: The index of a vault's pictures by name, made when the first is looked for.
    names: list[dict[str, str]] = field(default_factory=list, compare=False, repr=False)
    #: Where the files are; the folder `root` unless it is given.
    container: Container = field(default=None, compare=False, repr=False)  # type: ignore[assignment]

    def __post_init__(self) -> None:
        object.__setattr__(self, "container", self.container or FolderContainer(self.root))


def detect(folder: Path | Container, dialect: Dialect | None = None, *, zone: str = "", drafts: bool = False) -> Site:
    """Decide how a folder is read; a dialect or a zone that is given wins over what the folder shows.

    Reads marker files and a small sample of posts, never a file outside the folder nor behind a symbolic link.
    """
    container = FolderContainer(folder) if isinstance(folder, Path) else folder
    root = Place(container)
    names = _names(root)
    vault = ".obsidian" in names
    verdict = _by_markers(root, names)
    if verdict is None:
        sample = list(_sample(root))
        weighed = weigh(sample, _parts_of(root), frozenset(names))
        verdict = (weighed.dialect, weighed.marker)
        vault = vault or weighed.vault
    decided, marker = verdict if dialect is None else (dialect, verdict[1] if verdict[0] is dialect else "")
    zone = zone or _site_zone(root, names)
    return Site(
        container.root,
        decided,
        marker,
        _base(root, decided),
        _inside_posts(root),
        vault,
        zone,
        drafts,
        container=container,
    )


def _site_zone(root: Place, names: set[str]) -> str:
    settings = ("_config.yml", *_HUGO_FILES, *_HUGO_OLD_FILES)
    zones = (zone_of(_read_start(root / name, _CONFIG_BYTES)) for name in settings if name in names)
    return next(filter(None, zones), "")


def _names(folder: Place) -> set[str]:
    return {entry.name for entry in folder.entries(_MOST_ENTRIES)}


def _parts_of(root: Place) -> tuple[str, ...]:
    return root.parts


def _inside_posts(root: Place) -> tuple[str, ...]:
    """Return the folders below `_posts` down to `root`, () when `root` is not inside one."""
    parts = _parts_of(root)
    if "_posts" not in parts:
        return ()
    return parts[len(parts) - parts[::-1].index("_posts") :]


def _by_markers(root: Place, names: set[str]) -> tuple[Dialect, str] | None:
    """Decide by files that only one generator has; None when there are none."""
    for name in _HUGO_FILES:
        if name in names:
            return Dialect.HUGO, name
    if ".obsidian" in names:
        return Dialect.PLAIN, ".obsidian"
    found = _by_config(root, names)
    if found:
        return found
    if names.intersection(_HUGO_OLD_FILES) and names.intersection({"content", "archetypes", "layouts"}):
        return Dialect.HUGO, min(names.intersection(_HUGO_OLD_FILES))
    others = names.intersection(_OTHER_FILES)
    if others:
        return Dialect.PLAIN, min(others)
    return (Dialect.HEXO, "source/_posts") if _is_hexo_source(root, names) else None


def _is_hexo_source(root: Place, names: set[str]) -> bool:
    """Tell whether a site, its `source`, or a folder within `source/_posts` was picked."""
    parts = _parts_of(root)
    below = ("source", "_posts") in pairwise(parts)
    return below or (parts[-1:] == ("source",) and "_posts" in names) or (root / "source" / "_posts").is_dir()


def _by_config(root: Place, names: set[str]) -> tuple[Dialect, str] | None:
    """Tell the two generators apart that call their settings `_config.yml`."""
    if "_config.yml" not in names:
        themed = any(name.startswith("_config.") and name.endswith(".yml") for name in names)
        return (Dialect.HEXO, "_config.*.yml") if themed else None
    text = _read_start(root / "_config.yml", _CONFIG_BYTES)
    hexo = len(_HEXO_CONFIG.findall(text)) + 2 * bool(names & {"scaffolds"}) + ("source" in names)
    jekyll = len(_JEKYLL_CONFIG.findall(text)) + 2 * bool(names & {"_layouts", "_includes", "Gemfile", "_sass"})
    jekyll += "_posts" in names
    return (Dialect.HEXO if hexo > jekyll else Dialect.JEKYLL), "_config.yml"


def _base(root: Place, dialect: Dialect) -> str:
    """Find the folder whose sub-folders sort the posts, relative to `root`."""
    if dialect is Dialect.HUGO:
        return "content" if (root / "content").is_dir() else ""
    if dialect is Dialect.HEXO:
        return "source" if (root / "source").is_dir() else ""
    folder = root
    parts: list[str] = []
    while len(parts) < 8:
        names = _names(folder)
        inside = {entry.name for entry in _folders(folder) if not entry.name.startswith(".")} - _PICTURE_FOLDERS
        steps = [name for name in inside if name in _STRUCTURE or (parts and name == "posts")]
        others = [name for name in names if name.lower().endswith(_SAMPLED[:3])]
        if len(steps) != 1 or "_posts" in inside or (parts and (len(inside) > 1 or others)):
            break
        parts.append(steps[0])
        folder = folder / steps[0]
    return "/".join(parts)


def _folders(folder: Place) -> Sequence[Entry]:
    return [each for each in folder.entries(_MOST_ENTRIES) if each.kind() is Kind.FOLDER]


def _sample(root: Place) -> Iterator[tuple[str, bytes]]:
    """Yield paths, relative to `root`, and beginnings of some posts: all folders a little, none exhaustively."""
    waiting, listed = [root], 0
    chosen: list[str] = []
    while waiting and len(chosen) < _MOST_FILES and listed < _MOST_ENTRIES:
        folder = waiting.pop(0)
        content = folder.entries(500)
        listed += len(content)
        taken = 0
        for entry in content:
            place = folder / entry.name
            if entry.kind() is Kind.FOLDER:
                if not entry.name.startswith(".") and entry.name != "node_modules":
                    waiting.append(place)
            elif taken < 6 and len(chosen) < _MOST_FILES and entry.name.lower().endswith(_SAMPLED):
                taken += 1
                chosen.append(place.path)
    # All at once: a packed archive is gone through once for all of them.
    yield from root.container.starts(chosen, _MOST_BYTES).items()


def _read_start(place: Place, most: int) -> bytes:
    """Read the first bytes of a regular file; b"" for anything else, symbolic links included."""
    return place.start(most)

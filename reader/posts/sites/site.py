"""Which generator made a folder of posts, and so whose rules its posts follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.containers.container import Container, Entry, Kind, Place
from reader.containers.folder import FolderContainer
from reader.domain import Dialect
from reader.posts.sites.evidence import Verdict, weigh
from reader.posts.sites.markers import HUGO_FILES, HUGO_OLD_FILES, Folder, by_markers
from reader.posts.sites.settings import host_of, zone_of
from reader.posts.sites.zones import UnknownZoneError, known

#: What the detection may cost at most: files opened, bytes read of each, entries listed.
_MOST_FILES, _MOST_BYTES, _MOST_ENTRIES = 40, 4096, 3000
_CONFIG_BYTES = 65_536
#: Their posts lie in `content` and nowhere else.
_WITH_CONTENT = frozenset({Dialect.HUGO, Dialect.ZOLA, Dialect.PELICAN})
_SAMPLED = (".md", ".markdown", ".mkd", ".html", ".mdx", ".txt")
#: Folders that only hold a site together; their names are no categories.
_STRUCTURE = frozenset({"content", "contents", "source", "src", "docs", "site", "apps", "pages", "collections"})
_PICTURE_FOLDERS = frozenset({"assets", "images", "image", "img", "static", "public", "media", "files"})


@dataclass(frozen=True, slots=True)
class Site:
    """A folder or archive to import and the rules its posts follow.

    `marker` is the evidence, untranslated. `base` is the folder below `root` whose sub-folders sort the posts, "" for
    `root` itself. `above` are the folders between `_posts` and a `root` that lies inside it.
    `zone` is the time zone of dates that name none, "" for the computer's own. `drafts` tells that drafts and hidden
    posts are wanted, too. `host` is where its posts are on the web, "" where its settings do not say.
    """

    root: Path
    dialect: Dialect
    marker: str = ""
    base: str = ""
    above: tuple[str, ...] = ()
    zone: str = ""
    drafts: bool = False
    host: str = ""
    #: Pictures looked up so far; a folder is not searched twice for what is not there.
    found: dict[str, str | None] = field(default_factory=dict, compare=False, repr=False)
    #: The index of a vault's pictures by name, made when the first is looked for.
    names: list[dict[str, str]] = field(default_factory=list, compare=False, repr=False)
    #: Where the files are; the folder `root` unless it is given.
    container: Container = field(default=None, compare=False, repr=False)  # type: ignore[assignment]

    def __post_init__(self) -> None:
        object.__setattr__(self, "container", self.container or FolderContainer(self.root))

    @property
    def vault(self) -> bool:
        """Whether these are notes that link to one another by name, and find pictures so."""
        return self.dialect is Dialect.OBSIDIAN


def detect(folder: Path | Container, dialect: Dialect | None = None, *, zone: str = "", drafts: bool = False) -> Site:
    """Decide how a folder is read; a dialect or a zone that is given wins over what the folder shows.

    Reads marker files and a small sample of posts, never a file outside `root` nor behind a symbolic link. Raises
    UnknownZoneError, a ValueError, for a zone that is not known.
    """
    if zone and not known(zone):
        raise UnknownZoneError(zone)
    container = FolderContainer(folder) if isinstance(folder, Path) else folder
    root = Place(container)
    names = _names(root)
    verdict = _verdict(root, frozenset(names))
    decided = dialect or verdict.dialect
    marker = verdict.marker if decided is verdict.dialect else ""
    settings = _settings(root, names)
    zone = zone or next(filter(None, map(zone_of, settings)), "")
    return Site(
        container.root,
        decided,
        marker,
        _base(root, decided),
        _inside_posts(root),
        zone,
        drafts,
        next(filter(None, map(host_of, settings)), ""),
        container=container,
    )


def _verdict(root: Place, names: frozenset[str]) -> Verdict:
    parts = root.parts
    found = by_markers(
        Folder(names, parts, lambda name: (root / name).start(_CONFIG_BYTES), lambda path: (root / path).is_dir())
    )
    return found or weigh(list(_sample(root)), parts, names)


def _settings(root: Place, names: set[str]) -> list[bytes]:
    files = ("_config.yml", *HUGO_FILES, *HUGO_OLD_FILES, "publishconf.py", "pelicanconf.py")
    return [(root / name).start(_CONFIG_BYTES) for name in files if name in names]


def _names(folder: Place) -> set[str]:
    return {entry.name for entry in folder.entries(_MOST_ENTRIES)}


def _inside_posts(root: Place) -> tuple[str, ...]:
    """Return the folders below `_posts` down to `root`, () when `root` is not inside one."""
    parts = root.parts
    if "_posts" not in parts:
        return ()
    return parts[len(parts) - parts[::-1].index("_posts") :]


def _base(root: Place, dialect: Dialect) -> str:
    """Find the folder whose sub-folders sort the posts, relative to `root`."""
    if dialect in _WITH_CONTENT:
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

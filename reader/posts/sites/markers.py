"""Files that only one generator has, and so which generator made a folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from reader.domain import Dialect
from reader.posts.sites.evidence import Verdict

HUGO_FILES = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
#: What Hugo called them before; `config.toml` is Zola's name to this day.
HUGO_OLD_FILES = ("config.toml", "config.yaml", "config.yml", "config.json")
_SURE = (
    (Dialect.PELICAN, ("pelicanconf.py", "publishconf.py")),
    (Dialect.ELEVENTY, (".eleventy.js", ".eleventy.cjs", ".eleventy.mjs")),
    (Dialect.NEXT, (".vuepress", ".vitepress")),
    (Dialect.OBSIDIAN, ("quartz.config.ts",)),
)
#: Settings that are programs, in any of JavaScript's endings.
_PROGRAM = re.compile(r"(eleventy|next|gatsby|astro|docusaurus)[.-]config\.(?:[cm]?js|[cm]?ts)$")
_PLAIN_FILES = ("docfx.json", "_quarto.yml", "mkdocs.yml")
_HEXO_CONFIG = re.compile(
    rb"^(?:source_dir|public_dir|new_post_name|skip_render|external_link|archive_dir|post_asset_folder)\s*:", re.M
)
_JEKYLL_CONFIG = re.compile(
    rb"^(?:baseurl|plugins|gems|kramdown|markdown|permalink|collections|exclude|include|sass|remote_theme)\s*:", re.M
)
#: Zola spells it with an underscore; Hugo, which folds case, without one.
_ZOLA_CONFIG = re.compile(rb"^(?:base_url\s*=|\[(?:extra|markdown|slugify|translations)\b)", re.M)
_HUGO_CONFIG = re.compile(rb"^(?:baseURL\s*=|languageCode\s*=|\[(?:params|markup|menus?|permalinks)\b)", re.M | re.I)


@dataclass(frozen=True, slots=True)
class Folder:
    """What the markers are looked for in: a folder's names, its whole path in parts, and two ways to look closer.

    `start` returns the beginning of a file in it, b"" for none; `holds` tells whether a folder lies below it.
    """

    names: frozenset[str]
    parts: tuple[str, ...]
    start: Callable[[str], bytes]
    holds: Callable[[str], bool]


def by_markers(folder: Folder) -> Verdict | None:
    """Decide by files that only one generator has; None when there are none. Notes may be kept within any site."""
    return _by_sure_files(folder) or _by_config(folder) or _by_toml(folder) or _by_folders(folder)


def _by_sure_files(folder: Folder) -> Verdict | None:
    names = folder.names
    for name in HUGO_FILES:
        if name in names:
            return Verdict(Dialect.HUGO, name)
    for dialect, files in _SURE:
        for name in files:
            if name in names:
                return Verdict(dialect, name)
    for name in sorted(names):
        program = _PROGRAM.match(name)
        if program:
            return Verdict(Dialect.ELEVENTY if program.group(1) == "eleventy" else Dialect.NEXT, name)
    return next(
        (Verdict(Dialect.NEXT, path) for path in ("docs/.vuepress", "docs/.vitepress") if folder.holds(path)), None
    )


def _by_config(folder: Folder) -> Verdict | None:
    """Tell the two generators apart that call their settings `_config.yml`."""
    names = folder.names
    if "_config.yml" not in names:
        themed = any(name.startswith("_config.") and name.endswith(".yml") for name in names)
        return Verdict(Dialect.HEXO, "_config.*.yml") if themed else None
    text = folder.start("_config.yml")
    hexo = len(_HEXO_CONFIG.findall(text)) + 2 * bool(names & {"scaffolds"}) + ("source" in names)
    jekyll = len(_JEKYLL_CONFIG.findall(text)) + 2 * bool(names & {"_layouts", "_includes", "Gemfile", "_sass"})
    jekyll += "_posts" in names
    return Verdict(Dialect.HEXO if hexo > jekyll else Dialect.JEKYLL, "_config.yml")


def _by_toml(folder: Folder) -> Verdict | None:
    """Tell Zola from a Hugo of old: both say `config.toml` and keep their posts in `content`."""
    names = folder.names
    old = names.intersection(HUGO_OLD_FILES)
    if "config.toml" in names:
        text = folder.start("config.toml")
        zola = len(_ZOLA_CONFIG.findall(text)) + bool(names & {"templates", "sass"})
        hugo = len(_HUGO_CONFIG.findall(text)) + 2 * bool(names & {"archetypes", "layouts"})
        if zola > hugo and names & {"content", "templates", "sass", "themes"}:
            return Verdict(Dialect.ZOLA, "config.toml")
    if old and names & {"content", "archetypes", "layouts"}:
        return Verdict(Dialect.HUGO, min(old))
    return None


def _by_folders(folder: Folder) -> Verdict | None:
    if ".obsidian" in folder.names:
        return Verdict(Dialect.OBSIDIAN, ".obsidian")
    plain = folder.names.intersection(_PLAIN_FILES)
    if plain:
        return Verdict(Dialect.PLAIN, min(plain))
    return Verdict(Dialect.HEXO, "source/_posts") if _is_hexo_source(folder) else None


def _is_hexo_source(folder: Folder) -> bool:
    """Tell whether a site, its `source`, or a folder within `source/_posts` was picked."""
    parts = folder.parts
    below = ("source", "_posts") in pairwise(parts)
    return below or (parts[-1:] == ("source",) and "_posts" in folder.names) or folder.holds("source/_posts")

"""Categories and tags, by the rules of the generator that would read the post."""

from __future__ import annotations

import re

from reader.domain import Dialect
from reader.posts.front.names import ORDER, is_bundle
from reader.posts.front.words import clean, term, terms
from reader.posts.front.yaml_text import Value
from reader.posts.sites.site import Site

Path = tuple[str, ...]
_NUMBER = re.compile(r"\d+$")
#: Zola's taxonomies that have a place of their own.
_SHOWN = frozenset({"categories", "category", "tags", "tag", "authors", "author"})
_DEEPEST = 12


def categories(site: Site, path: str, values: dict[str, Value]) -> tuple[Path, ...]:
    """Return the post's category paths; its folders stand in where it names none."""
    found = _RULES.get(site.dialect, _flat)(values)
    if site.dialect is Dialect.JEKYLL:
        found = [(name,) for name in _folders_above(site, path)] + found
    found = [each for each in dict.fromkeys(found) if each]
    if not found and site.dialect is not Dialect.JEKYLL:
        folders = _folder_path(site, path)
        if site.dialect is Dialect.PELICAN:  # The innermost names the category (readers.py, parse_path_metadata).
            folders = folders[-1:]
        return (folders,) if folders else ()
    return tuple(found)


def _given(values: dict[str, Value]) -> Value:
    value = values.get("categories")
    return value if value is not None else values.get("category")


def _hexo(values: dict[str, Value]) -> list[Path]:
    """A list is one path; as soon as one item is a list, each item is a path (Hexo, lib/models/post.ts)."""
    value = _given(values)
    if not isinstance(value, list):
        return [_as_path([value])]
    if any(isinstance(item, list) for item in value):
        return [_as_path(item if isinstance(item, list) else [item]) for item in value]
    return [_as_path(value)]


def _as_path(items: list[Value]) -> Path:
    # A feed-saving robot once put a dash before the channel's name.
    names = (term(item).removeprefix("— ") for item in items)
    return tuple(name for name in names if name)[:_DEEPEST]


def _jekyll(values: dict[str, Value]) -> list[Path]:
    """`categories` splits at blanks, `category` stays whole; both count (Jekyll, lib/jekyll/document.rb)."""
    value = values.get("categories")
    found = clean(value).split() if isinstance(value, str) else terms(value)
    return [(name,) for name in (*found, *terms(values.get("category")))]


def _flat(values: dict[str, Value]) -> list[Path]:
    return [(name,) for name in _flatten(_given(values))]


def _pelican(values: dict[str, Value]) -> list[Path]:
    """One category, commas and all (Pelican, pelican/readers.py)."""
    return _flat({"categories": values.get("category") or values.get("categories")})


_RULES = {Dialect.HEXO: _hexo, Dialect.JEKYLL: _jekyll, Dialect.PELICAN: _pelican}


def _folders_above(site: Site, path: str) -> list[str]:
    """Return the folders between a Jekyll site's root and `_posts`."""
    folders = path.split("/")[:-1]
    if "_posts" not in folders:
        return []
    base = site.base.split("/") if site.base else []
    above = folders[: folders.index("_posts")]
    above = above[len(base) :] if above[: len(base)] == base else above
    return [name for name in map(_folder_name, above) if name]


def _folder_path(site: Site, path: str) -> Path:
    """Return the folders that sort the post: below `_posts` or the base, years and a bundle's own folder left out."""
    *folders, name = path.split("/")
    if is_bundle(name) and folders and site.dialect is not Dialect.HEXO:
        folders = folders[:-1]
    if "_posts" in folders:
        folders = folders[folders.index("_posts") + 1 :]
    else:
        base = site.base.split("/") if site.base else []
        folders = folders[len(base) :] if folders[: len(base)] == base else folders
        folders = [*site.above, *folders]
    kept = (_folder_name(each) for each in folders if not _NUMBER.match(each))
    return tuple(each for each in kept if each)[:_DEEPEST]


def _folder_name(name: str) -> str:
    return clean(ORDER.sub("", name, count=1), 200)


def tags(site: Site, values: dict[str, Value]) -> tuple[str, ...]:
    """Return the tags; one text may hold several, separated as the generator separates them."""
    order = ("tag", "tags") if site.dialect is Dialect.JEKYLL else ("tags", "tag")
    # Zenn calls them topics; elsewhere these are what a site makes of them.
    others = ("topics", "keywords") if site.dialect in {Dialect.PLAIN, Dialect.NEXT} else ("keywords",)
    value = next((values[key] for key in (*order, *others) if values.get(key) is not None), None)
    found = _flatten(_split(site, value) if isinstance(value, str) else value)
    if site.dialect is Dialect.ZOLA:
        found += _other_taxonomies(values)
    return tuple(dict.fromkeys(each.removeprefix("#").strip() or each for each in found))


def _split(site: Site, text: str) -> list[Value]:
    """Eleventy separates tags by commas alone (src/Data/TemplateData.js); Jekyll and notes by blanks as well.

    A text in brackets is a list that is no valid YAML: `[C#, @x]`.
    """
    if text.lstrip().startswith("["):
        return [part.strip(" \"'") for part in text.strip(" []").split(",")]
    if site.dialect is Dialect.ELEVENTY:
        return list(text.split(","))
    if site.vault:
        return list(re.split(r"[,\s]+", text))
    separator = ";" if ";" in text else ","
    if separator in text or site.dialect is not Dialect.JEKYLL:
        return list(text.split(separator))
    return list(text.split())


def _flatten(value: Value) -> list[str]:
    if isinstance(value, list):
        value = [inner for item in value for inner in (item if isinstance(item, list) else [item])]
    return terms(value)


def _other_taxonomies(values: dict[str, Value]) -> list[str]:
    """Zola lets a site name its taxonomies as it likes; those that nothing else here shows are tags."""
    given = values.get("taxonomies")
    others = given.items() if isinstance(given, dict) else ()
    return [name for key, value in others if key.lower() not in _SHOWN for name in terms(value)]

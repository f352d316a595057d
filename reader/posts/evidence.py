"""What a sample of posts shows about the generator they were written for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.domain import Dialect

_DATED_NAME = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}-")
_KEY = re.compile(r"^(\w[\w.-]*):", re.MULTILINE)
_CATEGORIES = re.compile(r"^categories:[ \t]*(?:\[(?P<flow>[^\]\n]*)\]|\n(?P<items>(?:[ \t]*- .*\n)+))", re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{[<%] ")
_JEKYLL_TAG = re.compile(r"\{%-? *(?:highlight|post_url|include|link|endhighlight)\b|^\{: ?[.#]", re.MULTILINE)
_HEXO_TAG = re.compile(r"\{% *(?:asset_img|asset_path|codeblock|post_link|note|img|youtube) ")
_WIKI_PROPERTY = re.compile(r"^ *(?:- |\w+: )\"?\[\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The dialect the evidence speaks for, its name for people who read logs, and whether it is a vault of notes."""

    dialect: Dialect
    marker: str
    vault: bool = False


@dataclass(slots=True)
class _Score:
    hexo: int = 0
    jekyll: int = 0
    hugo: int = 0
    toml: int = 0
    wiki: int = 0
    plain: int = 0
    dated: int = 0
    marker: str = ""


def weigh(sample: list[tuple[str, bytes]], root: tuple[str, ...], names: frozenset[str]) -> Verdict:
    """Decide by the beginnings of some posts. `root` are the parts of the folder's path, `names` what lies in it."""
    score = _Score()
    for path, data in sample:
        _look_at(path, data.decode("utf-8", "replace"), root, score)
    in_posts = "_posts" in root or any("_posts" in path.split("/")[:-1] for path, _ in sample)
    vault = score.wiki * 3 > len(sample) and score.wiki > 0
    if score.toml and score.toml >= score.hexo:
        return Verdict(Dialect.HUGO, "+++")
    if in_posts:
        if score.hexo >= score.jekyll and score.hexo:
            return Verdict(Dialect.HEXO, score.marker or "_posts")
        dated = score.jekyll or score.dated * 2 > len(sample)  # Jekyll knows no post without a date in its name.
        return Verdict(Dialect.JEKYLL if dated else Dialect.HEXO, "_posts")
    has_content = "content" in names or "content" in root
    if score.hugo and (has_content or score.hugo > 2) and score.hugo > score.plain:
        return Verdict(Dialect.HUGO, "content")
    if score.hexo > 2 and score.hexo > score.jekyll:
        return Verdict(Dialect.HEXO, score.marker)
    if score.jekyll * 2 > len(sample) and not has_content:
        return Verdict(Dialect.JEKYLL, "YYYY-MM-DD-")
    return Verdict(Dialect.PLAIN, "[[…]]" if vault else "", vault)


def _look_at(path: str, text: str, root: tuple[str, ...], score: _Score) -> None:
    folders, _, name = path.rpartition("/")
    head = text.split("\n---", 2)[0 if text.startswith("title:") else 1 if text.startswith("\n---") else 0] + "\n"
    keys = {key.lower() for key in _KEY.findall(head)}
    if text.startswith("+++"):
        score.toml += 1
    if name.lower().startswith("_index."):
        score.hugo += 2
    if _SHORTCODE.search(text):
        score.hugo += 1
    if _WIKI_PROPERTY.search(head):
        score.wiki += 1
    hexo_keys = ("title:", "date:", "layout:")
    if text[:1].isalpha() and not text.startswith(hexo_keys) and _KEY.match(text):
        score.plain += 1
    _look_for_hexo(text, keys, head, [*root, *folders.split("/")], score)
    dated = _DATED_NAME.match(name) is not None
    score.dated += dated
    if (dated and "layout" in keys) or _JEKYLL_TAG.search(text):
        score.jekyll += 1 + dated


def _look_for_hexo(text: str, keys: set[str], head: str, folders: list[str], score: _Score) -> None:
    if text.startswith("\n---\n"):  # The template of a feed-saving robot begins with a newline.
        score.hexo += 3
        score.marker = "headimg" if "headimg" in keys else "_posts"
    if "headimg" in keys:
        score.hexo += 2
        score.marker = "headimg"
    if _HEXO_TAG.search(text):
        score.hexo += 1
    if re.match(r"(?:title|date): ", text) and re.search(r"^---[ \t]*$", text, re.MULTILINE):
        score.hexo += 2
    found = _CATEGORIES.search(head)
    if found:
        flow, items = found.group("flow"), found.group("items")
        listed = flow.split(",") if flow is not None else [line.lstrip(" \t-") for line in items.splitlines()]
        wanted = [item.strip(" '\"") for item in listed]
        if len(wanted) > 1 and folders[-len(wanted) :] == wanted:
            score.hexo += 2

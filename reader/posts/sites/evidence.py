"""What a sample of posts shows about the generator they were written for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.domain import Dialect

_DATED_NAME = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}-")
_KEY = re.compile(r"^(\w[\w.-]*):", re.MULTILINE)
_CATEGORIES = re.compile(r"^categories:[ \t]*(?:\[(?P<flow>[^\]\n]*)\]|\n(?P<items>(?:[ \t]*- .*\n)+))", re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{[<%] ")
_JEKYLL_TAG = re.compile(
    r"\{%-? *(?:highlight|post_url|include(?! *[\"'])|link|endhighlight)\b|^\{: ?[.#]", re.MULTILINE
)
_HEXO_TAG = re.compile(r"\{% *(?:asset_img|asset_path|codeblock|post_link|note|img|youtube) ")
_WIKI_PROPERTY = re.compile(r"^ *(?:- |\w+: )[\"']?\[\[", re.MULTILINE)
_EMBED = re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]")
#: Keys and values of Eleventy alone; its file times stand where others have a date.
_ELEVENTY_HEAD = re.compile(
    r"^(?:eleventy[A-Z]\w*|templateEngineOverride):|^layout: *\S+\.(?:njk|liquid|11ty\.\w+)\s*$"
    r"|^date: *[\"']?(?:git )?(?:Last Modified|Created)\b",
    re.MULTILINE,
)
#: Its filter for addresses, and Nunjucks' quotes around the name of a part.
_ELEVENTY_BODY = re.compile(r"\| *url *\}\}|\{%-? *(?:include|image) +[\"']")
_ZOLA_HEAD = re.compile(
    r"^\[(?:taxonomies|extra)\]|^(?:path|template|page_template|sort_by|paginate_by|in_search_index|updated|render) *=",
    re.MULTILINE,
)
_ZOLA_BODY = re.compile(r"\]\(@/")
_HUGO_HEAD = re.compile(
    r"^\[{1,2}(?:params|resources|menus?|cover|build|_build)\b"
    r"|^(?:tags|categories|author|type|url|lastmod|publishDate|linktitle|images|keywords) *=",
    re.MULTILINE | re.IGNORECASE,
)
#: VuePress sorts by a number before the name, Pages of React and Docusaurus write ids so.
_NUMBERED = re.compile(r"0\d{1,3}\.|\d{1,4}\.\s*[^\d\s]")
_HEADING_ID = re.compile(r"^#{1,6} .*\{#[\w-]+\}\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The dialect the evidence speaks for, and the evidence's name, which is shown beside it."""

    dialect: Dialect
    marker: str


@dataclass(slots=True)
class _Score:
    posts: int = 0
    fronted: int = 0
    hexo: int = 0
    jekyll: int = 0
    hugo: int = 0
    toml: int = 0
    #: What within TOML is Zola's, less what is Hugo's.
    zola: int = 0
    eleventy: int = 0
    numbered: int = 0
    module: int = 0
    ids: int = 0
    wiki: int = 0
    keys: int = 0
    dated: int = 0
    marker: str = ""


def weigh(sample: list[tuple[str, bytes]], root: tuple[str, ...], names: frozenset[str]) -> Verdict:
    """Decide by the beginnings of some posts. `root` are the parts of the folder's path, `names` what lies in it."""
    score = _Score(len(sample))
    for path, data in sample:
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        _look_at(path, text, root, score)
    folders = {part for path, _ in sample for part in path.split("/")[:-1]}.union(root)
    if score.toml and score.toml >= score.hexo:
        return Verdict(Dialect.ZOLA if score.zola > 0 else Dialect.HUGO, "+++")
    if "_posts" in folders:
        return _within_posts(score)
    has_content = "content" in names or "content" in root
    return _by_signs(score, has_content=has_content) or _by_surroundings(score, root, folders)


def _within_posts(score: _Score) -> Verdict:
    """Two generators keep their posts in `_posts`; Jekyll knows none without a date in its name."""
    if score.hexo >= score.jekyll and score.hexo:
        return Verdict(Dialect.HEXO, score.marker or "_posts")
    return Verdict(Dialect.JEKYLL if score.jekyll or score.dated * 2 > score.posts else Dialect.HEXO, "_posts")


def _by_signs(score: _Score, *, has_content: bool) -> Verdict | None:
    """Decide by what only one generator's posts hold, the surest first."""
    most = score.posts / 2
    rules = (
        (score.eleventy > max(score.hexo, score.jekyll, score.hugo), Dialect.ELEVENTY, "eleventy"),
        (score.hugo and (has_content or score.hugo > 2) and score.hugo > score.keys, Dialect.HUGO, "content"),
        (score.keys > most, Dialect.PELICAN, "Title:"),
        (score.hexo > 2 and score.hexo > score.jekyll, Dialect.HEXO, score.marker or "_posts"),
        (score.jekyll > most and score.dated and not has_content, Dialect.JEKYLL, "YYYY-MM-DD-"),
        (score.wiki * 3 > score.posts, Dialect.OBSIDIAN, "[[…]]"),
        (min(score.numbered, score.fronted) > most, Dialect.NEXT, "NN."),
        (score.module > most, Dialect.NEXT, ".mdx"),
    )
    return next((Verdict(dialect, marker) for holds, dialect, marker in rules if holds), None)


def _by_surroundings(score: _Score, root: tuple[str, ...], folders: set[str]) -> Verdict:
    """Decide by the names of the folders around posts that show nothing of their own.

    Without front matter they are somebody's texts, wherever they lie.
    """
    if score.fronted * 2 > score.posts:
        collection = next((part for part in reversed(root) if part[:1] == "_" and part[1:].isalpha()), "")
        if collection and score.jekyll:
            return Verdict(Dialect.JEKYLL, collection)
        if "source" in root and score.hexo:
            return Verdict(Dialect.HEXO, "source")
        if score.ids * 3 > score.posts:
            return Verdict(Dialect.NEXT, "{#…}")
        if "content" in root and "src" not in root:
            return Verdict(Dialect.HUGO, "content")
        if "pages" in folders:
            return Verdict(Dialect.NEXT, "pages")
    return Verdict(Dialect.PLAIN, "")


def _look_at(path: str, text: str, root: tuple[str, ...], score: _Score) -> None:
    folders, _, name = path.rpartition("/")
    head = text.split("\n---", 2)[0 if text.startswith("title:") else 1 if text.startswith("\n---") else 0] + "\n"
    keys = {key.lower() for key in _KEY.findall(head)}
    if text.startswith("+++"):
        _look_at_toml(text, score)
    score.fronted += bool(keys) and text.lstrip().startswith("---")
    if name.lower().startswith("_index."):
        score.hugo += 2
    if _SHORTCODE.search(text):
        score.hugo += 1
    score.wiki += _WIKI_PROPERTY.search(head) is not None or _EMBED.search(text) is not None
    score.eleventy += 2 * (_ELEVENTY_HEAD.search(head) is not None) + (_ELEVENTY_BODY.search(text) is not None)
    score.module += name.lower().endswith(".mdx")
    score.ids += _HEADING_ID.search(text) is not None
    score.numbered += _NUMBERED.match(name) is not None
    score.keys += _begins_with_keys(name, text)
    _look_for_hexo(text, keys, head, [*root, *folders.split("/")], score)
    dated = _DATED_NAME.match(name) is not None
    score.dated += dated
    if (dated and "layout" in keys) or _JEKYLL_TAG.search(text):
        score.jekyll += 1 + dated


def _begins_with_keys(name: str, text: str) -> bool:
    """Tell a block of key lines that a blank line ends; Hexo's without its first line ends with dashes."""
    first = text.partition("\n\n")[0]
    if not text[:1].isalpha() or "\n---" in first or name.lower().endswith(".txt"):
        return False
    return "title" in (key.lower() for key in _KEY.findall(first))


def _look_at_toml(text: str, score: _Score) -> None:
    head, _, body = text[3:].partition("\n+++")
    score.toml += 1
    score.zola += len(_ZOLA_HEAD.findall(head)) + 2 * (_ZOLA_BODY.search(body) is not None)
    # Zola's tags stand in a table, and what follows its name is that table's.
    alone = head.partition("\n[")[0]
    score.zola -= len(_HUGO_HEAD.findall(alone)) + (_SHORTCODE.search(body) is not None)


def _look_for_hexo(text: str, keys: set[str], head: str, folders: list[str], score: _Score) -> None:
    if "headimg" in keys:
        score.hexo += 2
        score.marker = "headimg"
        if text.startswith("\n---\n"):  # The template of a feed-saving robot begins with a newline.
            score.hexo += 3
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

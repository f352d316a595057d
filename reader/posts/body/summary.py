"""A post's summary in lists: the author's own, in the generator's order, else the beginning of the text."""

from __future__ import annotations

import re

from reader.domain import Dialect
from reader.posts.front.words import is_false, is_true
from reader.posts.front.yaml_text import Value
from reader.posts.tags.code_spans import outside_code
from reader.posts.tags.marks import MORE
from reader.references import PICTURE_ENDING

#: Stands for the text before the mark that ends an excerpt.
EXCERPT = "<!-- more -->"
#: What each generator's lists show first. Hexo, lib/plugins/filter/after_post_render/excerpt.ts: a key `excerpt`, then
#: the mark. Jekyll, lib/jekyll/excerpt.rb: the same, where its setting names the mark. Hugo and Zola: the mark, then
#: the key. Pelican's plugin: the key, then the marks. The lists of others are the site's own; a description is meant.
_ORDER = {
    Dialect.HEXO: ("excerpt", EXCERPT, "description", "summary"),
    Dialect.JEKYLL: ("excerpt", EXCERPT, "description", "summary"),
    Dialect.HUGO: (EXCERPT, "summary", "description", "excerpt"),
    Dialect.ZOLA: (EXCERPT, "description", "summary", "excerpt"),
    Dialect.PELICAN: ("summary", EXCERPT, "description", "excerpt"),
}
_OTHERS = ("description", "summary", "excerpt", EXCERPT)
#: What single sites call it; a picture is sometimes called so, too.
_LAST = ("deck", "teaser", "abstract")
_PICTURE = re.compile(rf"(?:https?:)?//\S|.*{PICTURE_ENDING}(?:[?#]\S*)?$", re.IGNORECASE)
_BEGINS, _ENDS = "\ufdd3", "\ufdd4"
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S.*$", re.MULTILINE)
#: Of an excerpt and of a written summary, this much is read; the list shows less.
_MOST = 2000


def written_summary(dialect: Dialect, values: dict[str, Value], excerpt: str) -> str:
    """Return what the author wrote to stand for the post, as it was written; `excerpt` itself, or "" for nothing."""
    for key in (*_ORDER.get(dialect, _OTHERS), *_LAST):
        value = excerpt if key == EXCERPT else values.get(key)
        if not isinstance(value, str) or is_true(value) or is_false(value):
            continue
        text = value.strip()[:_MOST]
        if text and (len(text.split(None, 1)) > 1 or not _PICTURE.match(text)):
            return text
    return ""


def excerpt_of(source: str) -> str:
    """Return what stands before the first mark that ends an excerpt, outside code; "" where there is none.

    Definitions of links follow it, wherever they stand (as in Jekyll's lib/jekyll/excerpt.rb).
    """
    if ("<!--" not in source and "truncate" not in source) or not MORE.search(source):
        return ""
    marked = outside_code(source, lambda part: MORE.sub(_sign, part))
    if _ENDS not in marked and _BEGINS not in marked:
        return ""
    excerpt = marked.partition(_ENDS)[0].rpartition(_BEGINS)[2]
    if len(excerpt) > _MOST:
        excerpt = excerpt[:_MOST].rpartition("\n\n")[0] or excerpt[:_MOST]
    links = "\n".join(_REFERENCE.findall(source)[:100]) if "[" in excerpt and "]:" in source else ""
    return f"{excerpt}\n\n{links}" if links else excerpt


def _sign(found: re.Match[str]) -> str:
    """Pelican marks both ends of a summary, all others its last."""
    return _BEGINS if "BEGIN" in found.group().upper() else _ENDS

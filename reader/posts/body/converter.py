"""The one converter from Markdown to HTML, with what generators add to CommonMark: bare links, notes, heading ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink, normalizeLinkText
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from reader.domain import Dialect
from reader.posts.body.bounds import bound_further_lines, bound_references
from reader.posts.body.cjk_emphasis import close_beside_ideographs
from reader.posts.body.fences import name_languages
from reader.posts.body.headings import name_headings, take_given_ids
from reader.posts.body.kramdown import drop_empty_heads, read_spans
from reader.posts.body.typography import read_guillemets, replace_signs
from reader.posts.body.vault import size_pictures
from reader.posts.encoding import clean_name

#: Finding links costs their number times the length of their paragraph; no real post seen has a quarter of this.
_MOST_LINKS = 5_000
#: An address ends at Chinese punctuation, quotes and full-width brackets: nobody writes a blank before them. A link
#: or the mark of a footnote that stands right behind it is no part of it either, nor what ends bold text of which no
#: blank parts the next word: `**https://e.org**的`.
_ADDRESS_TAIL = re.compile(
    r"(?:(?!\[(?:[^\[\]\\]|\\[\s\S]){1,500}\]\(|\[!\[|\[\^[^\[\]\s]{1,50}\]"
    r"|(?:\*{1,3}|~~)[^\x00-\x7f])"
    r"[^\s<>\"`{}|\\^\u2018-\u201f\u2026\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff65])+"
)
_HOST = re.compile(r"//(?:[^\s/@<>]{1,200}@)?(?:[\w-]|\[[0-9a-f:]+\])", re.IGNORECASE)
_PAIRS = {")": "(", "]": "["}
#: An address that taking it apart, encoding its parts and putting it together again leaves as it is. Most are such.
_PLAIN_PARTS = r"[\w./?#=&+,;@!$*()~-]*"
_PLAIN_ADDRESS = re.compile(
    rf"https?://[a-z0-9-]{{1,60}}(?:\.[a-z0-9-]{{1,60}}){{1,3}}(?:[/?#]{_PLAIN_PARTS})?|(?!//){_PLAIN_PARTS}", re.ASCII
)


#: What the generators do unless their settings say otherwise. A single line break ends a line: hexo-renderer-marked
#: (`breaks: true`), hexo-renderer-markdown-it, Obsidian ("strict line breaks" is off).
_BREAKING = frozenset({Dialect.HEXO, Dialect.OBSIDIAN})
#: Straight quotes, dashes and dots become typographic ones: smartypants in Hexo, kramdown, goldmark's typographer.
_TYPOGRAPHIC = frozenset({Dialect.HEXO, Dialect.JEKYLL, Dialect.HUGO})
_WITH_GUILLEMETS = frozenset({Dialect.JEKYLL, Dialect.HUGO})
#: Eleventy turns indented code off (since 2.0), and so does MDX: what templates and components indent is none.
_WITHOUT_INDENTED_CODE = frozenset({Dialect.ELEVENTY})
#: A line that begins with an `<img>` or `<a>` is a paragraph in kramdown and Python-Markdown.
_WITH_SPANS = frozenset({Dialect.JEKYLL, Dialect.PELICAN})


@dataclass(frozen=True, slots=True)
class _Habits:
    """What one generator's Markdown does with bare addresses, line breaks, quotes and indents."""

    linking: bool
    breaking: bool
    typographic: bool
    guillemets: bool
    indented_code: bool
    ideographs: bool
    sized_pictures: bool
    spans: bool


def to_html(text: str, dialect: Dialect, *, module: bool = False) -> str:
    """Convert Markdown; HTML in it passes through. `module` tells of MDX."""
    habits = _Habits(
        linking=dialect is not Dialect.JEKYLL and _is_linkable(text),
        breaking=dialect in _BREAKING,
        typographic=dialect in _TYPOGRAPHIC,
        guillemets="<<" in text and dialect in _WITH_GUILLEMETS,
        indented_code=not module and dialect not in _WITHOUT_INDENTED_CODE,
        ideographs=not text.isascii(),
        sized_pictures=dialect is Dialect.OBSIDIAN,
        spans=dialect in _WITH_SPANS,
    )
    return str(_converter(habits).render(text, {"dialect": dialect}))


def _is_linkable(text: str) -> bool:
    """Tell whether bare addresses are to be looked for: kramdown makes no links of them, the others mostly do."""
    return _may_hold_link(text) and text.count("://") + text.count("@") + text.count("www.") < _MOST_LINKS


@lru_cache(maxsize=64)
def _converter(habits: _Habits) -> MarkdownIt:
    options = {"html": True, "maxNesting": 100, "linkify": habits.linking, "breaks": habits.breaking}
    converter = (
        MarkdownIt("commonmark", options)
        .enable(["table", "strikethrough", *(["linkify"] if habits.linking else [])])
        .use(footnote_plugin)
        .use(tasklists_plugin)
        .use(deflist_plugin)
    )
    # The same note named again has the same number: the plugin would write `[1:1]`, which no generator does.
    converter.add_render_rule("footnote_caption", _note_number)
    bound_further_lines(converter)
    bound_references(converter)
    converter.core.ruler.after("inline", "take_given_ids", take_given_ids)
    converter.core.ruler.push("name_headings", name_headings)
    converter.core.ruler.push("name_languages", name_languages)
    if habits.sized_pictures:
        converter.core.ruler.push("size_pictures", size_pictures)
    if habits.spans:
        read_spans(converter)
        converter.core.ruler.push("drop_empty_heads", drop_empty_heads)
    if habits.ideographs:
        close_beside_ideographs(converter)
    if not habits.indented_code:
        converter.disable("code")
    if habits.typographic:
        converter.core.ruler.push("replace_signs", replace_signs)
    if habits.guillemets:
        read_guillemets(converter)
    if habits.linking:
        converter.linkify = _linkify()
    converter.normalizeLink = _address  # type: ignore[method-assign]
    converter.normalizeLinkText = _shown_address  # type: ignore[method-assign,assignment]
    return converter


def _note_number(_self: object, tokens: Sequence[Token], at: int, _options: object, _env: object) -> str:
    return f"[{tokens[at].meta['id'] + 1}]"


def _shown_address(url: str) -> str:
    """Return an address as its link shows it: percent signs may hide what stands for something in this package."""
    return clean_name(normalizeLinkText(url))


def _address(url: str) -> str:
    """Return an address as it is to be written; a control character before it is none of it (URL Standard, 4.4)."""
    url = url.lstrip("\ufffd")
    return url if _PLAIN_ADDRESS.fullmatch(url) else normalizeLink(url)


def _linkify() -> LinkifyIt:
    schemas = {
        "http:": {"validate": _address_length},
        "//": None,
        "www.": {"validate": _host_length, "normalize": _complete},
    }
    # A name such as README.md is no address: GitHub's Markdown wants a scheme or "www.".
    linkify = LinkifyIt(schemas, {"fuzzy_link": False})
    # Its own look at every paragraph takes longer than the whole of the rest.
    linkify.pretest = _may_hold_link
    # The same of each piece of one: mostly it is another piece, a link, that holds the signs.
    look = linkify.test
    linkify.test = lambda text: (_may_hold_link(text) or "www." in text.lower()) and look(text)
    return linkify


def _may_hold_link(text: str) -> bool:
    return "://" in text or "www." in text or "@" in text


def _address_length(_linkify: LinkifyIt, text: str, start: int) -> int:
    return _trimmed_length(text, start) if _HOST.match(text, start) else 0


def _host_length(_linkify: LinkifyIt, text: str, start: int) -> int:
    length = _trimmed_length(text, start)
    return length if "." in text[start : start + length] else 0


def _complete(_linkify: LinkifyIt, match: object) -> None:
    match.url = f"http://{match.url}"  # type: ignore[attr-defined]


def _trimmed_length(text: str, start: int) -> int:
    """Measure an address; marks at its end belong to the sentence (GitHub Flavored Markdown 6.9)."""
    found = _ADDRESS_TAIL.match(text, start)
    tail = found.group() if found else ""
    while tail:
        last = tail[-1]
        unpaired = last in _PAIRS and tail.count(last) > tail.count(_PAIRS[last])
        if not unpaired and last not in "?!.,:;*_~'":
            break
        tail = tail[:-1]
    return len(tail)

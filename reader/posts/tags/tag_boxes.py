"""Tags for a box around text, or for words in it, as HTML: notes, quotations, folds, tabs, labels."""

from __future__ import annotations

import html
import re

from reader.domain import Dialect
from reader.posts.tags.inline import inline
from reader.posts.tags.tag_media import anchor
from reader.posts.tags.tag_parts import Tag
from reader.posts.tags.tag_themes import heading, words_of

QUOTES = frozenset(
    {
        "blockquote", "quote", "pullquote", "cq", "centerquote", "note", "noteblock", "notice", "callout", "alert",
        "admonition", "hint", "tip", "warning", "info", "important", "aside", "card", "card-quote", "box", "message",
    }
)  # fmt: skip
FOLDS = frozenset(
    {
        "details", "detail", "fold", "folding", "spoiler", "hidetoggle", "hideblock", "expand", "collapse",
        "collapsible", "toggle", "accordionitem", "accordion-item",
    }
)  # fmt: skip
_BUTTONS = frozenset({"button", "btn"})
_QUOTED_KEY = re.compile(r"([\w-]{1,60})\s*[=:]\s*[\"']")
_CLOSING = re.compile(r"end_?|/")
#: Hexo, lib/plugins/tag/blockquote.ts.
_ADDRESS = re.compile(r"((?:(?!https?://).)*)(https?://\S+)?\s*(.*)", re.DOTALL)
_SCHEME = re.compile(r"https?://|/(?:index\.html?)?$")
#: How a box looks; these words are no title of it.
_LOOKS = frozenset(
    {"no-icon", "icon", "simple", "modern", "flat", "disabled", "open", "closed", "true", "false", "note"}
)
_COLORS = frozenset(
    {"default", "primary", "success", "info", "warning", "danger", "red", "blue", "green", "pink", "purple", "orange",
     "yellow", "cyan", "gray", "grey", "undefined", "light", "dark", "theme", "accent", "black", "white"}
)  # fmt: skip
#: Tags of Hexo's themes around a few words, and the element that is nearest to them.
_WORDS = {
    "kbd": "kbd", "u": "u", "del": "del", "sub": "sub", "sup": "sup", "mark": "mark", "hl_text": "mark", "emp": "em",
    "wavy": "u", "psw": "span", "blur": "span", "label": "mark", "span": "span", "p": "p", "checkbox": "p",
    "radio": "p", "hideinline": "span",
}  # fmt: skip


def box(tag: Tag, dialect: Dialect, *, closed: bool) -> str | None:
    """Return what opens or closes a box, or some words; None for another tag. `closed` tells that a tag closes it."""
    closing = _CLOSING.match(tag.name)
    name = tag.name[closing.end() :] if closing else tag.name
    if name in QUOTES:
        if closing:
            return f"\n\n{_source(tag)}</blockquote>\n\n"
        if name == "card" and not closed and tag.named:
            return None
        return _quote(tag, dialect) if closed else _short_quote(tag)
    if name in FOLDS:
        return "\n\n</details>\n\n" if closing else _fold(tag) if closed else ""
    if name in _BUTTONS and (closed or closing):
        href = tag.first("href", "url", "link", "relref")
        return "</a>" if closing else f'<a href="{html.escape(href)}">'
    if name == "tab" and not closing:
        # jekyll-tabs: `tab group title`
        words = tag.words[1:] if dialect is Dialect.JEKYLL and len(tag.words) > 1 else tag.words
        return heading(tag.first("title", "name", "header", "label") or " ".join(words))
    if name in _WORDS and not closing:
        return _words(tag)
    return None


def _quote(tag: Tag, dialect: Dialect) -> str:
    """Open a quotation with its title or, but in Hexo, with who is quoted."""
    if tag.name in {"blockquote", "quote"} and tag.rest:
        source = "" if dialect is Dialect.HEXO else _source(tag)
    else:
        source = heading(tag.first("title", "heading", "header") or _title(tag, dialect)).lstrip("\n")
    return f"\n\n<blockquote>\n\n{source}"


def _source(tag: Tag) -> str:
    """Write who is quoted and where it stands: `author, work`, `author address [title]`, `author="..."`."""
    said = ", ".join(filter(None, (tag.named.get(name) for name in ("author", "source", "cite", "title"))))
    if said or not tag.rest:
        return f"<p><cite>{html.escape(said)}</cite></p>\n\n" if said else ""
    author, href, title = _ADDRESS.match(tag.rest.strip("\"'")).groups("")  # type: ignore[union-attr]
    link = anchor(href, title or _SCHEME.sub("", href)) if href else ""
    said = f"<cite>{html.escape(author.strip(' ,'))}</cite>" if author else ""
    return f"<p>{' '.join(filter(None, (said, link)))}</p>\n\n"


def _title(tag: Tag, dialect: Dialect) -> str:
    """Return the words behind the kind of a note that say no look: NexT's summary, the title of LoveIt's.

    Without one LoveIt's is called what its kind is called (layouts/shortcodes/admonition.html).
    """
    if tag.name in {"admonition", "notice"} and dialect is not Dialect.HEXO:
        kind = tag.first("type") or next(iter(tag.words), "note")
        unnamed = kind.capitalize() if tag.name == "admonition" and dialect is Dialect.HUGO else ""
        return tag.words[1] if len(tag.words) > 1 else unnamed
    if tag.name == "box":
        return words_of(tag) if dialect is Dialect.HEXO else ""
    if tag.name not in {"note", "noteblock"}:
        return ""
    words = (
        [word for word in words_of(tag).split() if word not in _LOOKS | _COLORS] if ":" in tag.rest else tag.words[1:]
    )
    return " ".join(word for word in words if word not in _LOOKS | _COLORS and not word.startswith("fa"))


def _short_quote(tag: Tag) -> str:
    """Write a box that its own tag holds whole: `{% note red, text %}`, `{{< alert text="..." >}}`.

    Stellar writes `{% note color:cyan title text %}`, without commas.
    """
    parts = tag.parts()
    title = tag.first("title")
    text = tag.first("text", "content", "message", "body", "description") or ("" if tag.named else ", ".join(parts[1:]))
    if not text and not tag.named and len(tag.words) == 1 and " " in tag.words[0]:
        text = tag.words[0]
    elif not text and not tag.named and tag.name == "note":
        words = words_of(tag).split()
        title, text = (words[0], " ".join(words[1:])) if len(words) > 1 else ("", " ".join(words))
        title = "" if title in _LOOKS | _COLORS else title
    said = heading(title).strip("\n") + f"\n<p>{inline(text)}</p>"
    return f"\n\n<blockquote>\n{said.strip()}\n</blockquote>\n\n" if text else ""


def included_box(name: str, tag: Tag) -> str:
    """Write what Jekyll's `{% include note.html content="..." %}` stands for; "" when it is none.

    A value without quotes is the name of a variable, whose text stands where it was captured.
    """
    if name not in QUOTES:
        return ""
    quoted = {key.lower() for key in _QUOTED_KEY.findall(tag.rest)}
    return _short_quote(Tag(name, (), {key: value for key, value in tag.named.items() if key in quoted}))


def _fold(tag: Tag) -> str:
    if tag.name == "folding" and ":" in tag.rest and "," not in tag.rest:  # Stellar: `folding open:true title`
        tag = Tag(tag.name, (), {}, words_of(tag))
    parts = [part for part in tag.parts() if part]
    _, at, marked = tag.rest.partition("@")
    given = tag.first("summary", "title", "label") or marked.strip()
    if not given and not at and parts and not tag.named:
        given = parts[-1] if tag.name in {"folding", "fold"} else parts[0]
    return "\n\n<details>" + (f"<summary>{inline(given)}</summary>" if given else "") + "\n\n"


def _words(tag: Tag) -> str:
    """`label primary @text`, `label text color`, `span color, text`, `kbd text`, `checkbox checked, text`"""
    before, marked, after = tag.rest.partition("@") if tag.name == "label" else (tag.rest, "", "")
    parts = tag.parts()
    if marked:
        text = after
    elif tag.name == "hideinline":
        text = parts[0]
    elif tag.name in {"span", "p", "checkbox", "radio", "hl_text"} and len(parts) > 1:
        text = ", ".join(parts[1:])
    else:
        words = words_of(Tag(tag.name, rest=before)).split()
        text = " ".join(words[:-1] if len(words) > 1 and words[-1] in _COLORS else words)
    text = text.strip().strip("\"'")
    if not text:
        return ""
    if tag.name in {"checkbox", "radio"}:
        text = ("☑ " if "checked" in parts[0].partition(":false")[0] else "☐ ") + text
    return f"<{_WORDS[tag.name]}>{inline(text)}</{_WORDS[tag.name]}>"


def theme_link(tag: Tag) -> str:
    """`link text url [external] [title]` of Hexo, `btn url, text, icon` and `link text, url` of its themes."""
    href, text = tag.first("href", "url", "link", "path"), tag.first("text", "content", "title")
    parts = [part for part in tag.parts() if part]
    if not href:
        at = next((index for index, word in enumerate(tag.words) if "/" in word or word.startswith("#")), None)
        if at is None:
            return html.escape(" ".join(tag.words))
        href = tag.words[at]
        if "," in tag.rest and len(parts) > 1 and href in parts:
            text = parts[1] if parts[0] == href else parts[0]
        else:
            text = " ".join(tag.words[:at]) or " ".join(word for word in tag.words[1:2] if ":" not in word)
    return anchor(href, text or href)

"""Notes of an Obsidian vault: links and embeds in double brackets, tags in the text, pictures found by name alone."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import quote

from markdown_it.rules_core import StateCore

from reader.containers.container import Container, walk_files
from reader.posts.body.headings import slug
from reader.posts.tags.code_spans import CodeFinder, pieces
from reader.references import PICTURE_ENDING

_EMBED = re.compile(r"!\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{0,200}))?\]\]")
_WIKI_LINK = re.compile(r"\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{0,200}))?\]\]")
_PICTURE_NAME = re.compile(rf".*{PICTURE_ENDING}$", re.IGNORECASE)
_SIZED = re.compile(r"[^\n]*?(\|\s*(\d{1,5})(?:x(\d{1,5}))?\s*)$")
#: `![250](a.png)`: no words, the size alone.
_SIZE_ALONE = re.compile(r"(\s*(\d{1,5})(?:x(\d{1,5}))?\s*)$")
_SIZE = re.compile(r"\s*\d{1,5}(?:x\d{1,5})?\s*$")
#: Obsidian's rule: letters, digits, `_`, `-` and `/`, at least one of them no digit.
_TAG = re.compile(
    r"(?:^|(?<=\s))#((?=[\w/-]{0,99}[^\W\d]|\d{0,99}[/-])[\w/-]{1,100})(?=$|[\s.,;:!?)，。；：！？）、])", re.MULTILINE
)
_COMMENT = re.compile(r"%%.{0,20000}?%%", re.DOTALL)
#: The name of a block, which links to it end with.
_BLOCK_NAME = re.compile(r"(?:^|(?<=\S)[ \t]+)\^[A-Za-z0-9-]{1,40}[ \t]*$", re.MULTILINE)
_HIGHLIGHT = re.compile(r"(?<!=)==(?=[^\s=])([^=\n]{1,500}(?:=[^=\n]{1,500}){0,5})(?<=[^\s=])==(?!=)")
#: The colours of an element's style are no tags.
_ELEMENT = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_MOST_TAGS = 100
#: A vault of more entries is searched this far; what lies beyond is found by its path only.
_MOST_ENTRIES = 200_000


def rewrite_note(text: str) -> str:
    """Write embeds, links and highlights as Markdown and HTML, drop comments; the text is outside code."""
    if "%%" in text:
        text = _COMMENT.sub("", text)
    if "==" in text:
        text = _HIGHLIGHT.sub(r"<mark>\1</mark>", text)
    if "^" in text:
        text = _BLOCK_NAME.sub("", text)
    return _WIKI_LINK.sub(_link, _EMBED.sub(_embed, text)) if "[[" in text else text


def _embed(found: re.Match[str]) -> str:
    """Write an embedded picture as `![words|200](<name>)`, as Obsidian writes the size of any picture."""
    name = found.group(1).strip().removesuffix("\\")
    if not _PICTURE_NAME.match(name):
        return f"*{_link(found)}*"
    labels = (found.group(2) or "").replace("\\", "").split("|")
    sizes = [label.strip() for label in labels if _SIZE.match(label)]
    words = " ".join(label for label in labels if not _SIZE.match(label)).strip()
    bar = "\\|" if "\\|" in found.group() else "|"  # In a table the bar is escaped.
    return f"![{bar.join((words, *sizes[:1]))}](<{name}>)"


def size_pictures(state: StateCore) -> None:
    """Give a picture the size that stands behind the last bar of its words. A rule for markdown-it."""
    for block in state.tokens:
        for token in block.children or ():
            found = _SIZED.match(token.content) or _SIZE_ALONE.match(token.content) if token.type == "image" else None
            last = token.children[-1] if found and token.children else None
            if found and last is not None and last.type == "text":
                last.content = last.content[: max(0, len(last.content) - len(found.group(1)))]
                token.content = token.content[: -len(found.group(1))]
                token.attrSet("width", found.group(2))
                if found.group(3):
                    token.attrSet("height", found.group(3))


def _link(found: re.Match[str]) -> str:
    """Write `[[Note#Heading|text]]`; in a table the bar is escaped. A heading of the note itself is a place in it."""
    target = found.group(1).strip().removesuffix("\\")
    note, _, heading = target.partition("#")
    place = "" if heading.startswith("^") else heading.rpartition("#")[2]
    words = (found.group(2) or "").strip() or " > ".join(part for part in (note.strip(), place.strip()) if part)
    href = quote(note.strip(), safe="/") + (f"#{quote(slug(place))}" if place else "")
    return f'<a href="{href}">{html.escape(words or target, quote=False)}</a>'


def text_tags(source: str) -> tuple[str, ...]:
    """Return the tags that stand as `#tag` in a note's text, in order."""
    found: dict[str, None] = {}
    for part, code in pieces(source, CodeFinder(source).next) if "#" in source else ():
        for tag in _TAG.finditer(_ELEMENT.sub(" ", part)) if code is None else ():
            if len(found) < _MOST_TAGS:
                found.setdefault(tag.group(1).strip("/"))
    return tuple(tag for tag in found if tag)


def index_pictures(container: Container) -> dict[str, str]:
    """Return the pictures of a vault by the keys of their names; of two with one name, the one with the shorter path.

    Obsidian finds an embed by the shortest path that ends like it. Hidden folders and links are not entered.
    """
    names: dict[str, str] = {}
    for path in walk_files(container, _MOST_ENTRIES):
        name = path.rpartition("/")[2]
        if _PICTURE_NAME.match(name):
            key = picture_key(name)
            known = names.setdefault(key, path)
            if (path.count("/"), len(path)) < (known.count("/"), len(known)):
                names[key] = path
    return names


def picture_key(name: str) -> str:
    """Return what is the same for two spellings of a picture's name: in capitals or not, accents composed or not."""
    return unicodedata.normalize("NFC", name.lower())

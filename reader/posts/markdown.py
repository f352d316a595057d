"""Markdown to HTML: one converter, and the habits of generators that CommonMark does not know."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from reader.posts.code_spans import outside_code

_CONVERTER = (
    MarkdownIt("commonmark", {"html": True, "maxNesting": 40})
    .enable(["table", "strikethrough"])
    .use(footnote_plugin)
    .use(tasklists_plugin)
    .use(deflist_plugin)
)
#: Past these sizes the converter needs seconds: 1 MB of Markdown takes about one.
MOST_CHARACTERS, LONGEST_LINE = 2_000_000, 60_000

_ATTRIBUTES = re.compile(r"^[ ]{0,3}\{:[^{}\n]{0,500}\}[ \t]*$|(?<=\S)\{:[ \t]*[^{}\n]{0,300}\}", re.MULTILINE)
_HEADING_ID = re.compile(r"^([ ]{0,3}#{1,6}[ \t].*?)[ \t]*\{#[\w:.-]{1,200}\}[ \t]*$", re.MULTILINE)
_CONTAINER = re.compile(r"^[ \t]{0,8}:{3,}[ \t]*(\w[\w-]*)?[ \t]*(.*)$", re.MULTILINE)
_ALERT = re.compile(r"^([ ]{0,3}(?:>[ ]?)+)\[!(\w{1,20})\][+-]?[ \t]*(.*)$", re.MULTILINE)
_WILD_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\]\(\s*([^()<>\s\"']+(?:[ \n][^()<>\s\"']+){1,20})\s*(\"[^\"\n]*\"|'[^'\n]*')?\s*\)")
_IMAGE_SIZE = re.compile(r"(!\[[^\[\]\n]{0,500}\]\([^()\s]{1,2000})[ ]+=\d{0,5}%?[x*]?\d{0,5}%?\)")
_EMBED = re.compile(r"!\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{0,200}))?\]\]")
_WIKI_LINK = re.compile(r"\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{0,200}))?\]\]")
_PICTURE_NAME = re.compile(r".*\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$", re.IGNORECASE)
_MODULE_LINE = re.compile(r"^(?:import\s[^\n]*?['\"][^\n]*['\"];?|export\s[^\n]*;)[ \t]*$", re.MULTILINE)
_MODULE_COMMENT = re.compile(r"\{/\*.{0,2000}?\*/\}", re.DOTALL)


def to_html(text: str) -> str:
    """Convert Markdown; HTML in it passes through."""
    result = _CONVERTER.render(text)
    return str(result)


def tame(text: str, *, vault: bool, module: bool) -> str:
    """Rewrite outside code what CommonMark would show raw: attribute lists, containers, links between notes."""
    changes = []
    if module:
        changes += [(_MODULE_LINE, ""), (_MODULE_COMMENT, "")]
    if "{:" in text:
        changes.append((_ATTRIBUTES, ""))
    if "{#" in text:
        changes.append((_HEADING_ID, r"\1"))
    if ":::" in text:
        changes.append((_CONTAINER, _container))
    if "[!" in text:
        changes.append((_ALERT, _alert))
    if "![" in text:
        changes += [(_IMAGE_SIZE, r"\1)"), (_WILD_IMAGE, _angled)]
    if vault and "[[" in text:
        changes += [(_EMBED, _embed), (_WIKI_LINK, _wiki_link)]
    if not changes:
        return text

    def rewrite(part: str) -> str:
        for pattern, replacement in changes:
            part = pattern.sub(replacement, part)
        return part

    return outside_code(text, rewrite)


def _container(found: re.Match[str]) -> str:
    """Open `::: tip Title` as a quotation; a bare `:::` closes one."""
    name, title = found.group(1), found.group(2).strip()
    if name is None:
        return "\n</blockquote>\n"
    return f"\n<blockquote>\n\n**{title}**\n\n" if title and not title.startswith("{") else "\n<blockquote>\n\n"


def _alert(found: re.Match[str]) -> str:
    title = found.group(3).strip() or found.group(2).capitalize()
    return f"{found.group(1)}**{title}**\n{found.group(1).rstrip()}"


def _angled(found: re.Match[str]) -> str:
    """Put an address with blanks into angle brackets; a line break in one was made by wrapping the text."""
    address = re.sub(r"\s*\n\s*", "", found.group(2))
    title = f" {found.group(3)}" if found.group(3) else ""
    return f"![{found.group(1)}](<{address}>{title})"


def _embed(found: re.Match[str]) -> str:
    name, label = found.group(1).strip(), found.group(2) or ""
    if _PICTURE_NAME.match(name):
        return f"![{'' if label.strip('0123456789x') == '' else label}](<{name}>)"
    return f"*{label or name}*"


def _wiki_link(found: re.Match[str]) -> str:
    return (found.group(2) or found.group(1)).strip()

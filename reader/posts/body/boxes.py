"""Boxes beside the text (`:::`, `!!!`, `> [!note]`) as quotations with a bold title."""

from __future__ import annotations

import html
import re

from reader.posts.tags.code_spans import HIDDEN, CodeFinder

_CONTAINER = re.compile(r"^([ \t]{0,8}):{3,}[ \t]*([\w-]+)?[ \t]*(.*)$", re.MULTILINE)
_ALERT = re.compile(r"^([ ]{0,3}(?:>[ ]?)+)\[!([\w-]{1,30})(?:\|[^\]\n]{0,50})?\][+-]?[ \t]*(.*)$", re.MULTILINE)
#: Python-Markdown's admonitions, and the folded ones of PyMdown.
_ADMONITION = re.compile(
    r"^(?P<indent>[ ]{0,12})(?:!!!|\?\?\?\+?)[ ]+(?P<kind>[\w-]+)(?:[ ]+[\w-]+)*+[ ]*+"
    r"(?:\"(?P<title>[^\"\n]*)\")?[ \t]*$",
    re.MULTILINE,
)
_DEEPEST = 8
_HEADING_BELOW = re.compile(r"\s*#{1,6}[ \t]")
#: Quarto's `::: {.callout-note}`
_CALLOUT = re.compile(r"\.callout-([a-z]{1,20})\b")
_CONTAINER_TITLE = re.compile(r"\[([^\[\]]{1,200})\]|title=\"([^\"{}]{1,200})\"")
#: What follows a title: `{open}` of VitePress, `#id` and `:active` of VuePress' tabs.
_BEHIND_TITLE = re.compile(r"(?:\s*\{[^{}]{0,200}\}|#[\w-]{0,60}|:active)$")
#: A picture of Microsoft's documentation, and the end of its long description. Neither is the beginning of a box.
_PICTURE = re.compile(
    r"^([ \t]{0,8}):::[ \t]*image(?:(?=[^\n]*?[ \t]source=\"([^\"\n]{1,1000})\")[^\n]*|-end[ \t:]*)$", re.MULTILINE
)
_DESCRIPTION = re.compile(r"[ \t]alt-text=\"([^\"\n]*)\"")
#: A tab of VuePress' theme Hope: `@tab Title#id`.
_TAB = re.compile(r"^([ \t]{0,8})@tab(?::active)?[ \t]+([^\n]{1,200})$", re.MULTILINE)
#: Boxes that say by a title of their own what they are (VitePress, "Custom Containers"; Quarto, "Callout Blocks").
_MARKED = re.compile(rf"[*_~`\[{HIDDEN}]")
_KINDS = frozenset({"note", "tip", "info", "warning", "danger", "caution", "important", "success", "example"})
_TONES = frozenset({"info", "warn", "alert"})
#: What only arranges what is in it.
_FRAMES = frozenset(
    {
        "tabs",
        "tab-group",
        "code-group",
        "code-tabs",
        "v-pre",
        "raw",
        "center",
        "left",
        "right",
        "justify",
        "columns",
        "demo",
    }
)
#: A tab among others, whose title is all that shows of it.
_TITLED_FRAMES = frozenset({"tab", "code-group-item"})


def open_containers(text: str) -> str:
    """Rewrite the fence lines of `:::` boxes: VuePress, Docusaurus, Pandoc and Hexo's markdown-it."""
    opened: list[str] = []
    text = _PICTURE.sub(_picture, text) if ":image" in text.replace(" ", "") else text
    text = _CONTAINER.sub(lambda found: _container(found, opened), text)
    return _TAB.sub(_tab, text) if "@tab" in text else text


def _picture(found: re.Match[str]) -> str:
    indent, source, about = found.group(1), found.group(2), _DESCRIPTION.search(found.group())
    alt = html.escape(html.unescape(about.group(1) if about else ""))
    return f'{indent}<img src="{html.escape(html.unescape(source))}" alt="{alt}">' if source else ""


def _tab(found: re.Match[str]) -> str:
    return f"\n{found.group(1)}**{_plain_title(found.group(2))}**\n"


def _plain_title(text: str) -> str:
    before = ""
    while text != before:
        before, text = text, _BEHIND_TITLE.sub("", text.strip())
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _container(found: re.Match[str], opened: list[str]) -> str:
    """Open `::: tip Title` as a quotation; a bare `:::` closes what was opened last. `opened` are the elements."""
    indent, name, rest = found.group(1), (found.group(2) or "").lower(), found.group(3).strip(" \t:")
    if not name and not rest:
        return f"\n{indent}</{opened.pop() if opened else 'blockquote'}>\n"
    given = _CONTAINER_TITLE.match(rest) or _CONTAINER_TITLE.search(rest if "{" in rest else "")
    title = (given.group(1) or given.group(2)) if given else _plain_title(rest if name else "")
    if title in _TONES:  # `:::message alert` of Zenn, `:::note warn` of Qiita: how it looks.
        title = "" if name == "message" else "Warning" if title == "warn" else title.capitalize()
    callout = _CALLOUT.search(rest) if not name else None
    kind = callout.group(1) if callout else name
    if name == "details":
        opened.append("details")
        # Between empty lines the title is Markdown (VitePress, "Custom Containers").
        shown = (
            f"\n\n{indent}{title}\n\n{indent}"
            if _MARKED.search(title)
            else html.escape(title or "Details", quote=False)
        )
        return f"\n{indent}<details><summary>{shown}</summary>\n\n"
    if callout and _HEADING_BELOW.match(found.string, found.end()):
        kind = ""  # Its title is the heading right below.
    frame = name in _FRAMES | _TITLED_FRAMES or (not name and not callout)
    opened.append("div" if frame else "blockquote")
    title = "" if name in _FRAMES else title or (kind.capitalize() if kind in _KINDS else "")
    return f"\n{indent}<{opened[-1]}>\n\n" + (f"{indent}**{title}**\n\n" if title else "")


def title_alerts(text: str) -> str:
    """Write the first line of `> [!note] Title` in bold: GitHub's alerts and Obsidian's callouts."""
    return _ALERT.sub(_alert, text)


def _alert(found: re.Match[str]) -> str:
    title = found.group(3).strip() or found.group(2).replace("-", " ").capitalize()
    return f"{found.group(1)}**{title}**\n{found.group(1).rstrip()}"


def quote_admonitions(text: str, depth: int = 0) -> str:
    """Rewrite `!!! note "Title"` and the indented lines below it as a quotation; blocks of code are left alone.

    A span of code is not: Python-Markdown looks for blocks first, and for what stands in their lines after that.
    """
    finder = CodeFinder(text)
    code = finder.next_block(0)
    written: list[str] = []
    position = 0
    while (found := _ADMONITION.search(text, position)) is not None:
        while code is not None and code.end <= found.start():
            code = finder.next_block(code.end)
        if code is not None and code.start <= found.start():
            written.append(text[position : code.end])
            position = code.end
            continue
        indent = found.group("indent")
        end = _inside_end(text, found.end() + 1, f"{indent}    ", f"{indent}\t")
        inside = "\n".join(_outdented(line, indent) for line in text[found.end() + 1 : end].split("\n")).strip("\n")
        if depth < _DEEPEST:
            inside = quote_admonitions(inside, depth + 1)
        title = found.group("kind").capitalize() if found.group("title") is None else found.group("title")
        quoted = [f"**{title}**", ""] if title else []
        quoted += inside.split("\n")
        written += [text[position : found.start()], "\n"]
        written += [f"{indent}> {line}".rstrip() + "\n" for line in quoted]
        position = end
        if code is not None and code.start < end:  # What code a box leaves open ends with it.
            code = finder.next_block(end)
    return "".join((*written, text[position:]))


def _inside_end(text: str, at: int, *indents: str) -> int:
    """Return where the last line ends, of those from `at` on, that is indented enough to be inside."""
    end = at - 1
    while at < len(text):
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        if text[at:stop].strip():
            if not text.startswith(indents, at):
                break
            end = stop
        at = stop + 1
    return end


def _outdented(line: str, indent: str) -> str:
    line = line[len(indent) :]
    return line[1:] if line.startswith("\t") else line[4:]

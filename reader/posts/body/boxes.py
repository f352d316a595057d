"""Boxes beside the text (`:::`, `!!!`, `> [!note]`) as quotations with a bold title."""

from __future__ import annotations

import re

from reader.posts.tags.code_spans import CodeFinder

_CONTAINER = re.compile(r"^([ \t]{0,8}):{3,}[ \t]*([\w-]+)?[ \t]*(.*)$", re.MULTILINE)
_ALERT = re.compile(r"^([ ]{0,3}(?:>[ ]?)+)\[!([\w-]{1,30})(?:\|[^\]\n]{0,50})?\][+-]?[ \t]*(.*)$", re.MULTILINE)
#: Python-Markdown's admonitions, and the folded ones of PyMdown.
_ADMONITION = re.compile(
    r"^(?P<indent>[ ]{0,12})(?:!!!|\?\?\?\+?)[ ]+(?P<kind>[\w-]+)(?:[ ]+[\w-]+)*+[ ]*+"
    r"(?:\"(?P<title>[^\"\n]*)\")?[ \t]*$",
    re.MULTILINE,
)
_DEEPEST = 8
_CONTAINER_TITLE = re.compile(r"\[([^\[\]]{1,200})\]|title=\"([^\"{}]{1,200})\"")


def open_containers(text: str) -> str:
    """Rewrite the fence lines of `:::` boxes: VuePress, Docusaurus, Pandoc and Hexo's markdown-it."""
    return _CONTAINER.sub(_container, text)


def _container(found: re.Match[str]) -> str:
    """Open `::: tip Title` as a quotation; a bare `:::` closes one."""
    indent, name, rest = found.group(1), found.group(2), found.group(3).strip(" \t:")
    if name is None and not rest:
        return f"\n{indent}</blockquote>\n"
    given = _CONTAINER_TITLE.match(rest) or _CONTAINER_TITLE.search(rest if "{" in rest else "")
    title = (given.group(1) or given.group(2)) if given else "" if "{" in rest else rest
    return f"\n{indent}<blockquote>\n\n" + (f"{indent}**{title}**\n\n" if title else "")


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

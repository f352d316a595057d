"""Boxes beside the text (`:::`, `!!!`, `> [!note]`) as quotations with a bold title."""

from __future__ import annotations

import re

_CONTAINER = re.compile(r"^([ \t]{0,8}):{3,}[ \t]*([\w-]+)?[ \t]*(.*)$", re.MULTILINE)
_ALERT = re.compile(r"^([ ]{0,3}(?:>[ ]?)+)\[!([\w-]{1,30})(?:\|[^\]\n]{0,50})?\][+-]?[ \t]*(.*)$", re.MULTILINE)
#: Python-Markdown's admonitions, and the folded ones of PyMdown.
_ADMONITION = re.compile(
    r"(?P<indent>[ ]{0,12})(?:!!!|\?\?\?\+?)[ ]+(?P<kind>[\w-]+)(?:[ ]+[\w-]+)*+[ ]*+(?:\"(?P<title>[^\"]*)\")?[ \t]*$"
)
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
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
    """Rewrite `!!! note "Title"` and the indented lines below it as a quotation; fenced code is left alone."""
    lines, written, at, fence = text.split("\n"), [], 0, ""
    while at < len(lines):
        line = lines[at]
        mark = _FENCE.match(line)
        if mark and (not fence or (mark.group(1).startswith(fence) and line.strip() == mark.group(1))):
            fence = "" if fence else mark.group(1)
        found = None if fence or ("!!!" not in line and "???" not in line) else _ADMONITION.match(line)
        at += 1
        if not found:
            written.append(line)
            continue
        indent = found.group("indent")
        end = _inside_end(lines, at, f"{indent}    ", f"{indent}\t")
        inside = "\n".join(_outdented(each, indent) for each in lines[at:end]).strip("\n")
        at = end
        if depth < _DEEPEST:
            inside = quote_admonitions(inside, depth + 1)
        title = found.group("kind").capitalize() if found.group("title") is None else found.group("title")
        quoted = [f"**{title}**", ""] if title else []
        quoted += inside.split("\n")
        written += ["", *(f"{indent}> {each}".rstrip() for each in quoted), ""]
    return "\n".join(written)


def _inside_end(lines: list[str], at: int, *indents: str) -> int:
    """Return the line behind the last one that is indented enough to be inside."""
    end = at
    while at < len(lines) and (lines[at].startswith(indents) or not lines[at].strip()):
        at += 1
        if lines[at - 1].strip():
            end = at
    return end


def _outdented(line: str, indent: str) -> str:
    line = line[len(indent) :]
    return line[1:] if line.startswith("\t") else line[4:]

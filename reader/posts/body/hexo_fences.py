"""Fenced code as Hexo finds it: however deep it and its end stand in lists and HTML, where CommonMark may see none.

Hexo cuts it out before its Markdown runs, by a pattern of its own, and leaves a comment in its place
(lib/plugins/filter/before_post_render/backtick_code_block.ts).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.domain import Dialect
from reader.posts.body.fences import write_fence
from reader.posts.tags.tag_blocks import outdented

_OPENING = re.compile(
    r"^(?P<start>(?:(?:[^\S\n]*>){0,3}|[-*+]|\d{1,9}\.)[^\S\n]*)(?P<mark>`{3,}|~{3,})(?P<info>[^`\n]*)\n", re.MULTILINE
)
#: Around the number of what was cut out. No text holds them: see encoding.
_BEGIN, _END = "\ufdd7", "\ufdd8"
#: A comment; one that stands as deep as code is alone in a block of code.
_PLACE = re.compile(
    rf"<pre><code>&lt;!--{_BEGIN}(\d+){_END}--&gt;\s*</code></pre>|(?:<|&lt;)!--{_BEGIN}(\d+){_END}--(?:>|&gt;)"
)


def convert_around_fences(text: str, convert: Callable[[str], str]) -> str:
    """Convert Markdown whose fenced code is written apart, and put that into its places."""
    fences: list[str] = []
    kept: list[str] = []
    position = at = 0
    unclosed: set[str] = set()
    while (opening := _OPENING.search(text, at)) is not None:
        at = opening.end()
        closing = None if opening["mark"] in unclosed else _closing(opening["mark"]).search(text, at)
        if closing is None:
            unclosed.add(opening["mark"])
        elif not _in_comment(text, opening.start()):
            kept += [text[position : opening.end("start")], f"<!--{_BEGIN}{len(fences)}{_END}-->"]
            code = _without_quotes(text[at : closing.start()], opening["start"].count(">"))
            fences.append(write_fence(opening["info"].strip(), outdented(code), Dialect.HEXO))
            position = at = closing.end()
    html = convert("".join((*kept, text[position:])))
    return _PLACE.sub(lambda found: fences[int(found[1] or found[2])], html) if fences else html


def _closing(mark: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:[^\S\n]*>){{0,3}}[^\S\n]*{mark}[^\S\n]?$", re.MULTILINE)


def _in_comment(text: str, at: int) -> bool:
    return text.rfind("<!--", 0, at) > text.rfind("-->", 0, at)


def _without_quotes(code: str, depth: int) -> str:
    return re.sub(rf"^(?:[^\S\n]*>){{0,{depth}}}(?:[^\S\n]|$)", "", code, flags=re.MULTILINE) if depth else code

"""Code as Hexo finds it: fences however deep they stand in lists and HTML, and tags in indented code, which are shown.

Hexo cuts fenced code out before its Markdown runs, by a pattern of its own, and leaves a comment in its place
(lib/plugins/filter/before_post_render/backtick_code_block.ts); tags it runs behind it, but for those that it finds in
code then (lib/hexo/post.ts).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.domain import Dialect
from reader.posts.body.bounds import bound_further_lines
from reader.posts.body.fences import write_fence
from reader.posts.body.markdown import too_heavy
from reader.posts.tags.raw import shown
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
#: Only such a line can be indented code with a tag in it.
_INDENTED_TAG = re.compile(r"^(?:[ ]{4}|[ ]{0,3}\t).*\{[{%#]", re.MULTILINE)
_TAG_NAME = re.compile(r"\{%-?\s*(\w+)")
#: Stands for a brace in such code. No text holds it, see encoding.
_BRACE = "\ufddb"


def resolve_around_code(text: str, resolve: Callable[[str], str]) -> str:
    """Resolve the tags of a text but for those in indented code that no other tag holds."""
    if not _INDENTED_TAG.search(text) or too_heavy(text):
        return resolve(text)
    lines = text.split("\n")
    closed = {name[3:] for name in _TAG_NAME.findall(text) if name.startswith("end")}

    def opened(part: str) -> int:
        return sum((name in closed) - name.startswith("end") for name in _TAG_NAME.findall(part))

    depth = position = 0
    for start, end in _indented_code(text):
        code = "\n".join(lines[start:end])
        # What closes nothing closes no later tag either.
        depth = max(0, depth + opened("\n".join(lines[position:start])))
        position = end
        if depth or opened(code) or "raw" in _TAG_NAME.findall(code):
            depth += opened(code)
        else:
            lines[start:end] = code.replace("{", _BRACE).split("\n")
    return resolve("\n".join(lines)).replace(_BRACE, "{")


def _indented_code(text: str) -> list[tuple[int, int]]:
    """Return the lines of each block, its first and the one behind its last."""
    tokens: list[Token] = []
    converter = MarkdownIt("commonmark")
    bound_further_lines(converter)
    converter.block.parse(text, converter, {}, tokens)
    return [(token.map[0], token.map[1]) for token in tokens if token.type == "code_block" and token.map]


def convert_around_code(text: str, convert: Callable[[str], str]) -> str:
    """Convert Markdown whose fenced code and raw text are written apart, and put these into their places."""
    html = _around_fences(text, convert) if "```" in text or "~~~" in text else convert(text)
    return shown(html, lambda raw: _around_fences(raw, str))


def _around_fences(text: str, convert: Callable[[str], str]) -> str:
    fences: list[str] = []
    kept: list[str] = []
    position = at = 0
    unclosed: set[str] = set()
    while (opening := _OPENING.search(text, at)) is not None:
        if text.rfind("<!--", at, opening.start()) > text.rfind("-->", at, opening.start()):
            at = text.find("-->", opening.start())  # All until there is a comment.
            if at < 0:
                break
            continue
        at = opening.end()
        closing = None if opening["mark"] in unclosed else _closing(opening["mark"]).search(text, at)
        if closing is None:
            unclosed.add(opening["mark"])
        else:
            kept += [text[position : opening.end("start")], f"<!--{_BEGIN}{len(fences)}{_END}-->"]
            code = _without_quotes(text[at : closing.start()], opening["start"].count(">"))
            fences.append(write_fence(opening["info"].strip(), outdented(code), Dialect.HEXO))
            position = at = closing.end()
    html = convert("".join((*kept, text[position:])))
    return _PLACE.sub(lambda found: _once(fences, int(found[1] or found[2])), html) if fences else html


def _once(fences: list[str], number: int) -> str:
    """Return a fence once: one in a title stands in each link that refers to it."""
    fence, fences[number] = fences[number], ""
    return fence


def _closing(mark: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:[^\S\n]*>){{0,3}}[^\S\n]*{mark}[^\S\n]?$", re.MULTILINE)


def _without_quotes(code: str, depth: int) -> str:
    return re.sub(rf"^(?:[^\S\n]*>){{0,{depth}}}(?:[^\S\n]|$)", "", code, flags=re.MULTILINE) if depth else code

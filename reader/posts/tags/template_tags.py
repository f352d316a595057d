"""Template tags in a body: Liquid, Nunjucks and Hugo's shortcodes become HTML or are removed; none is shown raw.

Code is left alone, but for the tags that mark code themselves.
"""

from __future__ import annotations

import html
import re

from reader.domain import Dialect
from reader.posts.tags.code_spans import outside_code
from reader.posts.tags.lists import indent_in_item, indented
from reader.posts.tags.marks import resolve_marks
from reader.posts.tags.raw import unwrap_in_code
from reader.posts.tags.stretches import rewrite_stretches
from reader.posts.tags.tag_blocks import Blocks
from reader.posts.tags.tag_parts import Tag, is_call, take_apart
from reader.posts.tags.tag_writers import write_tag
from reader.posts.tags.variables import NO_VALUES, Values, Variables

_OPENING = re.compile(r"\{%|\{\{[<%]?")
_CLOSINGS = {"{%": "%}", "{{<": ">}}", "{{%": "%}}", "{{": "}}"}
#: A tag longer than this is two braces that happen to stand in a text.
_LONGEST_TAG = 4000
#: What is shown and not called: Hugo's `{{</* a */>}}`, Zola's `{{/* a() */}}` and `{%/* a() */%}`.
_ESCAPED, _ZOLA_ESCAPED = re.compile(r"(\{\{[<%])/\*"), re.compile(r"(\{%|\{\{)/\*")
_ESCAPED_END = re.compile(r"\*/([>%]\}\}|%\}|\}\})")
_LONGEST_ESCAPED = 1000
#: The names in closing tags: `{% endnote %}`, `{{< /note >}}`.
_CLOSING_NAME = re.compile(r"(?:\{%-?\s*end_?|\{\{[<%]-?\s*/\s*)([\w-]+)")
#: Zola's shortcodes look like calls of functions; a folder that tells nothing may be one of Zola's.
_CALLING = frozenset({Dialect.ZOLA, Dialect.PLAIN})
#: Where the address of a link or picture is being written; what came before it may itself have been a tag.
_IN_ADDRESS = re.compile(r"(?:\]\(\s*<?|\w=[\"']?|\]:[ \t]*<?)[^\s()\"'<>]*$")
_ADDRESS_REACH = 400
#: Who is quoted is said in the opening tag, and shown at the end (Hexo, lib/plugins/tag/blockquote.ts).
_ENDS_WITH_SOURCE = frozenset({"endblockquote", "endquote"})
#: Stands for a tag that left nothing, until the marks around it are gone too. No text holds it: see encoding.
_NOTHING = "\ufdd2"
_AROUND_NOTHING = re.compile(
    rf"(\*{{1,3}}|_{{1,3}}|~~)[ \t]*{_NOTHING}(?:[ \t]*{_NOTHING})*[ \t]*\1|(?<!!)\[{_NOTHING}\]\([^()\s]*\)"
    rf"|^[ \t]*(?:#{{1,6}}|[-*+]|>)[ \t]+{_NOTHING}[ \t]*$",
    re.MULTILINE,
)
#: A line that begins with it takes the blanks behind it along: four of them would be code.
_LINE_OF_NOTHING = re.compile(rf"^([ \t]*){_NOTHING}(?:[ \t]*{_NOTHING})*[ \t]+", re.MULTILINE)
#: Elements that begin a block of HTML in CommonMark when a line begins with them.
_BLOCK_STARTS = ("<img ", "<figure>", "<p>", "<p ")
_MARKDOWN_BELOW = re.compile(r"[ ]{0,3}[^\s<]")
_LINK_TO_NOTHING = re.compile(rf"(?<!!)\[([^\[\]\n]{{0,500}})\]\({_NOTHING}\)")
#: An address that became nothing before a title, or in what links refer to: the title would be read as the address.
_NO_ADDRESS = re.compile(rf"(\]\([ ]*+|^[ ]{{0,3}}\[[^\[\]\n]{{1,200}}\]:[ \t]*+){_NOTHING}(?=[ \t]|$)", re.MULTILINE)


def resolve_tags(text: str, dialect: Dialect, values: Values = NO_VALUES) -> str:
    """Replace the template tags of a body, Markdown or HTML, outside code; `values` are those of the front matter."""
    text = resolve_marks(text, dialect)
    if not (("{%" in text and "%}" in text) or ("{{" in text and "}}" in text)):
        return text
    text = unwrap_in_code(text, dialect)
    tags = _Tags(dialect, frozenset(name.lower() for name in _CLOSING_NAME.findall(text)), values)
    blocks = Blocks(dialect)

    def read(whole: str, start: int) -> tuple[int, str] | None:
        return blocks.read(whole, start) or _with_ticks(whole, start, tags)

    protected = dialect in (Dialect.HUGO, Dialect.ZOLA) and "/*" in text
    inside = (lambda code: _unprotected(code, dialect)) if protected else None
    return outside_code(text, lambda part: _rewrite(part, tags), read, inside)


def _unprotected(code: str, dialect: Dialect) -> str:
    """Take the marks out of code that keep its tags from being run (Hugo, "Shortcodes", escaping)."""
    escaped = _ZOLA_ESCAPED if dialect is Dialect.ZOLA else _ESCAPED
    return rewrite_stretches(code, escaped, _ESCAPED_END, _LONGEST_ESCAPED, lambda a, inside, b: a[1] + inside + b[1])


def _rewrite(part: str, tags: _Tags) -> str:
    """Replace each tag of a stretch without code, in one pass from left to right."""
    if "{%" not in part and "{{" not in part:
        return part
    escaped = _ZOLA_ESCAPED if tags.dialect is Dialect.ZOLA else _ESCAPED
    part = rewrite_stretches(part, escaped, _ESCAPED_END, _LONGEST_ESCAPED, _as_written)
    written: list[str] = []
    position = 0
    ends: dict[str, int] = {}
    for found in _OPENING.finditer(part):
        start, closing = found.start(), _CLOSINGS[found.group()]
        if start < position:
            continue
        if ends.get(closing, 0) < found.end():
            at = part.find(closing, found.end())
            ends[closing] = at if at >= 0 else len(part) + _LONGEST_TAG
        end = ends[closing]
        if end - start > _LONGEST_TAG or end > len(part):
            continue
        written.append(part[position:start])
        before = written[-1] if len(written[-1]) >= _ADDRESS_REACH else "".join(written[-6:])
        in_address = _IN_ADDRESS.search(before[-_ADDRESS_REACH:].replace(_NOTHING, "")) is not None
        new = tags.replace(found.group(), part[found.end() : end], in_address=in_address) or _NOTHING
        if new.startswith("\n\n") and tags.dialect is Dialect.HEXO:
            new = indented(new, indent_in_item(part, start))
        position = end + len(closing)
        written.append(new + "\n" if _begins_block(new, before, part, position) else new)
    return _without_nothing("".join((*written, part[position:])))


def _begins_block(new: str, before: str, part: str, position: int) -> bool:
    """Tell whether the lines below would be HTML as well, up to the next empty one, if this one stood right above them.

    No generator reads them so: it runs the tags before or behind its Markdown.
    """
    if not new.startswith(_BLOCK_STARTS) or new.endswith("\n") or before.rpartition("\n")[2].strip(f" \t{_NOTHING}"):
        return False
    rest, line_end, below = part[position : position + 200].partition("\n")
    return bool(line_end) and not rest.strip() and _MARKDOWN_BELOW.match(below) is not None


def _with_ticks(text: str, start: int, tags: _Tags) -> tuple[int, str] | None:
    """Read a tag that holds backticks, which do not begin code there: `{{< figure caption="a `b`" >}}`."""
    opening = _OPENING.match(text, start)
    if opening is None or opening.group() == "{{":
        return None
    closing = _CLOSINGS[opening.group()]
    end = text.find(closing, opening.end(), start + _LONGEST_TAG)
    inside = text[opening.end() : end] if end >= 0 else ""
    if inside.count("`") % 2 or "`" not in inside or "\n\n" in inside or "{%" in inside or "{{" in inside:
        return None
    if inside.startswith("/*"):
        return None
    return end + len(closing), tags.replace(opening.group(), inside, in_address=False)


def _without_nothing(text: str) -> str:
    """Take away the marks of what left nothing: `**{{ name }}**` must not leave four stars."""
    if _NOTHING in text:
        text = _NO_ADDRESS.sub(r"\1<>", _LINK_TO_NOTHING.sub(r"\1", text))
        text = _AROUND_NOTHING.sub("", text)
        text = _LINE_OF_NOTHING.sub(r"\1", text).replace(_NOTHING, "")
    return text


def _as_written(opened: re.Match[str], inside: str, closed: re.Match[str]) -> str:
    text = opened.group(1) + inside + closed.group(1)
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")


class _Tags:
    """Writes the tags of one body; knows which names a tag closes, and what Zola's nameless `{% end %}` closes."""

    def __init__(self, dialect: Dialect, closings: frozenset[str], values: Values) -> None:
        self.dialect, self._variables = dialect, Variables(dialect, values)
        self._closings = closings
        self._open: list[str] = []
        self._tab_titles: list[str] = []
        self._sources: list[str] = []

    def replace(self, opening: str, inside: str, *, in_address: bool) -> str:
        """Return what a tag becomes."""
        if opening == "{{" and not (self.dialect in _CALLING and is_call(inside)):
            return self._variables.printed(inside)
        tag = take_apart(inside.strip("- \n\t").rstrip("/ "), hugo=opening not in {"{%", "{{"})
        if tag is None:
            return ""
        if tag.name == "param" and self.dialect is Dialect.HUGO and tag.words:
            return self._variables.value(tag.words[0])
        called = self.dialect in _CALLING and is_call(inside)
        if called and opening == "{%":
            self._open.append(tag.name)
        elif tag.name == "end" and self._open:
            tag = Tag(f"end{self._open.pop()}")
        if tag.name in {"tabs", "tab"} and opening != "{%":
            tag = self._titled(tag)
        if self.dialect is Dialect.HEXO and tag.name in _ENDS_WITH_SOURCE and self._sources:
            tag = Tag(tag.name, rest=self._sources.pop())
        alone = opening != "{{" and inside.rstrip("- ").endswith("/")  # `{{< tab />}}` is closed in itself.
        closed = (tag.name in self._closings and not alone) or (called and opening == "{%")
        if closed and f"end{tag.name}" in _ENDS_WITH_SOURCE:
            self._sources.append(tag.rest)
        return write_tag(tag, self.dialect, in_address=in_address, closed=closed)

    def _titled(self, tag: Tag) -> Tag:
        """Give a tab the title that `{{< tabs items="A,B" >}}` of Hextra or `tabName1="A"` of others named for it."""
        if tag.name == "tabs":
            numbered = [tag.named[key] for key in sorted(tag.named) if key.startswith("tabname")]
            self._tab_titles = [title.strip() for title in tag.first("items").split(",") if title.strip()] or numbered
        elif self._tab_titles and not tag.words and not tag.first("title", "name", "header", "label"):
            return Tag(tag.name, (), {**tag.named, "title": self._tab_titles.pop(0)}, tag.rest)
        return tag

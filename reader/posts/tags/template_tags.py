"""Tags of template engines in a body: Liquid, Nunjucks and Hugo's shortcodes become HTML or go; none is shown raw.

Code is left alone, but for the tags that mark code themselves.
"""

from __future__ import annotations

import html
import re

from reader.domain import Dialect
from reader.posts.tags.code_spans import outside_code
from reader.posts.tags.stretches import BLANKS_BEFORE, rewrite_stretches
from reader.posts.tags.tag_parts import Tag, is_call, take_apart
from reader.posts.tags.tag_writers import write_tag

#: What ends an excerpt, or begins Pelican's.
MORE = re.compile(
    r"<!--\s*(?:more|truncate|(?:end[ -]?)?excerpt|PELICAN_(?:BEGIN|END)_SUMMARY)\s*-->|\{/\* *truncate *\*/\}", re.I
)
_OPENING = re.compile(r"\{%|\{\{[<%]?")
_CLOSINGS = {"{%": "%}", "{{<": ">}}", "{{%": "%}}", "{{": "}}"}
#: A tag longer than this is two braces that happen to stand in a text.
_LONGEST_TAG = 4000
_ESCAPED, _ESCAPED_END, _LONGEST_ESCAPED = re.compile(r"\{\{([<%])/\*"), re.compile(r"\*/([>%])\}\}"), 1000
_LITERAL = re.compile(r"\s*(['\"])(.*?)\1")
#: Blocks that hold code of another language, and what it is.
_LANGUAGES = {
    "mermaid": "mermaid", "plantuml": "plantuml", "puml": "plantuml", "graphviz": "dot", "markmap": "markdown",
    "echarts": "json", "chart": "json", "math": "latex", "katex": "latex", "latex": "latex", "mathjax": "latex",
}  # fmt: skip
_CODE_NAMES = "|".join(("highlight", "codeblock", "code", *_LANGUAGES))
_CODE_BLOCK = re.compile(rf"\{{%-?\s*({_CODE_NAMES})\b([^%\n]{{0,500}})%\}}", re.IGNORECASE)
_SHORT_CODE = re.compile(rf"\{{\{{([<%])\s*({_CODE_NAMES})\b([^<>{{}}\n]{{0,500}})\1?[>%]\}}\}}", re.IGNORECASE)
#: Nunjucks and Liquid keep text under a name; Eleventy's pages keep code so, to show it later.
_KEPT_CODE = re.compile(r"\{%-?\s*(set|capture)\s+code\w*()\s*-?%\}", re.IGNORECASE)
_VERBATIM = re.compile(r"\{%-?\s*(raw|verbatim)\s*-?%\}", re.IGNORECASE)
_COMMENT = re.compile(r"\{%-?\s*(comment)\b[^%]{0,200}%\}", re.IGNORECASE)
#: Nunjucks, which Hexo and Eleventy run; without the blank it is the id of a heading.
_BLOCK_NAME = re.compile(
    rf"(?:\{{%-?|\{{\{{[<%])\s*(?:{_CODE_NAMES}|raw|verbatim|comment|set|capture)\b", re.IGNORECASE
)
_BLOCK_KINDS = (_CODE_BLOCK, _VERBATIM, _COMMENT, _KEPT_CODE)
#: A tab's title, which Hexo's themes write into a comment.
_TAB = re.compile(r"<!--\s*+(?:tab|timeline|node)\s++(?!-->)([^\n]{1,200}?)\s{0,200}-->")
#: Zola: the address of another page begins at the folder of all content.
_ZOLA_PAGE = re.compile(r"(\]\(\s*<?|\]:[ \t]*<?|href=[\"']?)@/")
_NOTE, _NOTE_END, _LONGEST_NOTE = re.compile(r"\{#-?\s"), re.compile(r"#\}"), 2000
_WITH_NOTES = frozenset({Dialect.HEXO, Dialect.ELEVENTY, Dialect.PLAIN})
_RAW_MARKS = re.compile(BLANKS_BEFORE + r"\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*\n?")
_RAW_FENCE = re.compile(r"^((?:`{3,}+|~{3,}+)[^\n]*+\n)[ \t]*\{%-?\s*raw\s*-?%\}[ \t]*\n", re.MULTILINE)
_RAW_END = re.compile(r"\{%-?\s*endraw\s*-?%\}[ \t]*\n?")
#: The names in closing tags: `{% endnote %}`, `{{< /note >}}`.
_CLOSING_NAME = re.compile(r"(?:\{%-?\s*end_?|\{\{[<%]-?\s*/\s*)([\w-]+)")
#: Zola's shortcodes look like calls of functions; a folder that tells nothing may be one of Zola's.
_CALLING = frozenset({Dialect.ZOLA, Dialect.PLAIN})
#: Where the address of a link or picture is being written; what came before it may itself have been a tag.
_IN_ADDRESS = re.compile(r"(?:\]\(\s*<?|\w=[\"']?|\]:[ \t]*<?)[^\s()\"'<>]*$")
_ADDRESS_REACH = 400
#: Pelican, content: where the file lies is looked up anyway.
_PELICAN_MARK = r"[{|](?:static|filename|attach|photo|tag|category|author|index)[}|]"
_PELICAN_SIGN = re.compile(_PELICAN_MARK, re.IGNORECASE)
_PELICAN = re.compile(rf"(\]\(\s*<?|\w=[\"']?|\]:[ \t]*<?){_PELICAN_MARK}", re.IGNORECASE)
#: Stands for a tag that left nothing, until the marks around it are gone too. No text holds it: see encoding.
_NOTHING = "\ufdd2"
_AROUND_NOTHING = re.compile(
    rf"(\*{{1,3}}|_{{1,3}}|~~)[ \t]*{_NOTHING}(?:[ \t]*{_NOTHING})*[ \t]*\1|(?<!!)\[{_NOTHING}\]\([^()\s]*\)"
    rf"|^[ \t]*(?:#{{1,6}}|[-*+]|>)[ \t]+{_NOTHING}[ \t]*$",
    re.MULTILINE,
)
_LINK_TO_NOTHING = re.compile(rf"(?<!!)\[([^\[\]\n]{{0,500}})\]\({_NOTHING}\)")
_LANGUAGE = re.compile(r"(?:^|\s)lang:\s*([\w+#.-]+)")


def resolve_tags(text: str, dialect: Dialect) -> str:
    """Replace the template tags of a body, Markdown or HTML, outside code."""
    if ("<!--" in text or "truncate" in text) and MORE.search(text):
        text = outside_code(text, lambda part: MORE.sub("", part))
    if "<!--" in text and dialect is Dialect.HEXO and _TAB.search(text):
        text = outside_code(text, lambda part: _TAB.sub(_tab_title, part))
    if "@/" in text:
        text = outside_code(text, lambda part: _ZOLA_PAGE.sub(r"\1/", part))
    if ("{" in text or "|" in text) and _PELICAN_SIGN.search(text):  # Of `{static}/a.png` in an address the path stays.
        text = outside_code(text, lambda part: _PELICAN.sub(r"\1", part))
    if "#}" in text and dialect in _WITH_NOTES:
        text = outside_code(text, lambda part: rewrite_stretches(part, _NOTE, _NOTE_END, _LONGEST_NOTE))
    if not (("{%" in text and "%}" in text) or ("{{" in text and "}}" in text)):
        return text
    if dialect is Dialect.JEKYLL and "raw" in text:
        text = _unwrap_raw_in_fences(text)
    tags = _Tags(dialect, frozenset(name.lower() for name in _CLOSING_NAME.findall(text)))
    return outside_code(text, lambda part: _rewrite(part, tags), _Blocks().read)


def _tab_title(found: re.Match[str]) -> str:
    title = found.group(1).partition("@")[0].strip()
    return f"\n\n**{title}**\n\n" if title else ""


def _unwrap_raw_in_fences(text: str) -> str:
    """Liquid runs before Markdown, so `raw` marks go even in fenced code; what they protect stays."""
    return rewrite_stretches(text, _RAW_FENCE, _RAW_END, len(text), lambda fence, inside, _end: fence.group(1) + inside)


class _Blocks:
    """Reads blocks whose inside is not to be read: code, raw text, comments. Remembers what nothing closes."""

    def __init__(self) -> None:
        self._unclosed: set[str] = set()

    def read(self, text: str, start: int) -> tuple[int, str] | None:
        """Return where the block that begins at `start` ends and what it becomes; None when there is none."""
        if not _BLOCK_NAME.match(text, start):
            return None
        found = next(filter(None, (pattern.match(text, start) for pattern in _BLOCK_KINDS)), None)
        closing = r"\{%%-?\s*end%s\s*-?%%\}"
        name_group = 1
        if found is None:
            found = _SHORT_CODE.match(text, start)
            closing, name_group = r"\{\{[<%%]\s*/\s*%s\s*[>%%]\}\}", 2
        if found is None:
            return None
        name = found.group(name_group).lower()
        end = self._closing(text, found.end(), closing % name)
        if end is None:
            return None
        inside = text[found.end() : end.start()]
        if name == "comment":
            return end.end(), ""
        if name in {"raw", "verbatim"}:
            return end.end(), inside
        options = found.group(name_group + 1)
        if name == "highlight" and name_group == 2 and "\n" not in inside and not options.strip():
            # Hugo's own names a language (tpl/tplimpl, highlight.html); this one marks words in a line.
            return end.end(), f"<mark>{inside}</mark>"
        return end.end(), _code(inside, found.group(), options)

    def _closing(self, text: str, start: int, pattern: str) -> re.Match[str] | None:
        if pattern in self._unclosed:
            return None
        end = re.compile(pattern, re.IGNORECASE).search(text, start)
        if end is None:
            self._unclosed.add(pattern)
        return end


def _code(inside: str, tag: str, options: str) -> str:
    code = _RAW_MARKS.sub("", inside).strip("\n").rstrip()
    caption, language = _code_options(tag, options)
    name = f' class="language-{html.escape(language)}"' if language else ""
    # Braces as entities: what stands in code is nobody's tag any more.
    escaped = html.escape(code, quote=False).replace("{", "&#123;").replace("}", "&#125;")
    block = f"<pre><code{name}>{escaped}\n</code></pre>"
    if caption:
        block = f"<figure><figcaption>{html.escape(caption)}</figcaption>{block}</figure>"
    return f"\n\n{block}\n\n"


def _code_options(tag: str, options: str) -> tuple[str, str]:
    """Return the caption and the language of a code tag; Hexo names the language `lang:`, the others put it first."""
    if "codeblock" in tag.lower()[:16]:
        found = _LANGUAGE.search(options)
        title = re.sub(r"(?:^|\s)(?:\w+:\S+|https?://\S+)", " ", options)
        return " ".join(title.split()), found.group(1) if found else ""
    words = options.strip(" -<>%\"'").split()
    fixed = _LANGUAGES.get(re.sub(r"\W+", " ", tag).split()[0].lower())
    if fixed:
        return "", fixed
    language = words[0].strip("\"'") if words else ""
    return "", language if re.fullmatch(r"[\w+#.-]{1,40}", language) else ""


def _rewrite(part: str, tags: _Tags) -> str:
    """Replace each tag of a stretch without code, in one pass from left to right."""
    if "{%" not in part and "{{" not in part:
        return part
    part = rewrite_stretches(part, _ESCAPED, _ESCAPED_END, _LONGEST_ESCAPED, _as_written)
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
        written.append(tags.replace(found.group(), part[found.end() : end], in_address=in_address) or _NOTHING)
        position = end + len(closing)
    return _without_nothing("".join((*written, part[position:])))


def _without_nothing(text: str) -> str:
    """Take away the marks of what left nothing: `**{{ name }}**` must not leave four stars."""
    if _NOTHING in text:
        text = _AROUND_NOTHING.sub("", _LINK_TO_NOTHING.sub(r"\1", text)).replace(_NOTHING, "")
    return text


def _as_written(opened: re.Match[str], inside: str, closed: re.Match[str]) -> str:
    text = f"{{{{{opened.group(1)}{inside}{closed.group(1)}}}}}"
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")


class _Tags:
    """Writes the tags of one body; knows which names a tag closes, and what Zola's nameless `{% end %}` closes."""

    def __init__(self, dialect: Dialect, closings: frozenset[str]) -> None:
        self.dialect = dialect
        self._closings = closings
        self._open: list[str] = []

    def replace(self, opening: str, inside: str, *, in_address: bool) -> str:
        """Return what a tag becomes."""
        if opening == "{{" and not (self.dialect in _CALLING and is_call(inside)):
            return _value(inside)
        tag = take_apart(inside.strip("- \n\t").rstrip("/ "), hugo=opening not in {"{%", "{{"})
        if tag is None:
            return ""
        called = self.dialect in _CALLING and is_call(inside)
        if called and opening == "{%":
            self._open.append(tag.name)
        elif tag.name == "end" and self._open:
            tag = Tag(f"end{self._open.pop()}")
        closed = tag.name in self._closings or (called and opening == "{%")
        return write_tag(tag, self.dialect, in_address=in_address, closed=closed)


def _value(inside: str) -> str:
    """Keep the text of a literal such as `{{ "/css" | relative_url }}`; what a variable held is unknown here."""
    literal = _LITERAL.match(inside)
    return literal.group(2) if literal else ""

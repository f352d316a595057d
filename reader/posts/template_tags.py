"""Tags of template engines in a body: Liquid, Nunjucks and Hugo's shortcodes become HTML or go; none is shown raw.

Code is left alone, but for the tags that mark code themselves.
"""

from __future__ import annotations

import html
import re

from reader.domain import Dialect
from reader.posts.code_spans import outside_code
from reader.posts.tag_writers import take_apart, write_tag

#: What ends an excerpt, or begins Pelican's.
MORE = re.compile(
    r"<!--\s*(?:more|truncate|(?:end[ -]?)?excerpt|PELICAN_(?:BEGIN|END)_SUMMARY)\s*-->|\{/\* *truncate *\*/\}", re.I
)
_OPENING = re.compile(r"\{%|\{\{[<%]?")
_CLOSINGS = {"{%": "%}", "{{<": ">}}", "{{%": "%}}", "{{": "}}"}
#: A tag longer than this is two braces that happen to stand in a text.
_LONGEST_TAG = 4000
_ESCAPED = re.compile(r"\{\{([<%])/\*(.{0,1000}?)\*/([>%])\}\}", re.DOTALL)
_LITERAL = re.compile(r"\s*(['\"])(.*?)\1")
_CODE_BLOCK = re.compile(r"\{%-?\s*(highlight|codeblock|code)\b([^%\n]{0,500})%\}", re.IGNORECASE)
_SHORT_CODE = re.compile(r"\{\{([<%])\s*(highlight|code)\b([^<>{}\n]{0,500})\1?[>%]\}\}", re.IGNORECASE)
_VERBATIM = re.compile(r"\{%-?\s*(raw|verbatim)\s*-?%\}", re.IGNORECASE)
_COMMENT = re.compile(r"\{%-?\s*(comment)\b[^%]{0,200}%\}", re.IGNORECASE)
#: Nunjucks, which Hexo and Eleventy run; without the blank it is the id of a heading.
_NOTE = re.compile(r"\{#-?\s.{0,2000}?#\}", re.DOTALL)
_WITH_NOTES = frozenset({Dialect.HEXO, Dialect.ELEVENTY, Dialect.PLAIN})
_RAW_MARKS = re.compile(r"[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*\n?")
_RAW_FENCE = re.compile(
    r"^((?:`{3,}|~{3,})[^\n]*\n)[ \t]*\{%-?\s*raw\s*-?%\}[ \t]*\n(.*?)\{%-?\s*endraw\s*-?%\}[ \t]*\n?", re.M | re.S
)
#: Where the address of a link or picture is being written; what came before it may itself have been a tag.
_IN_ADDRESS = re.compile(r"(?:\]\(\s*<?|\w=[\"']?|\]:[ \t]*<?)[^\s()\"'<>]*$")
_ADDRESS_REACH = 400
#: Pelican, content: where the file lies is looked up anyway.
_PELICAN = re.compile(
    r"(\]\(\s*<?|\w=[\"']?|\]:[ \t]*<?)[{|](?:static|filename|attach|photo|tag|category|author|index)[}|]",
    re.IGNORECASE,
)
_PELICAN_SIGNS = ("{static}", "{filename}", "{attach}", "{tag}", "{category}", "{author}", "{index}", "|filename|")
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
    if "{" in text or "|filename|" in text:
        text = _resolve_pelican(text)
    if "#}" in text and dialect in _WITH_NOTES:
        text = outside_code(text, lambda part: _NOTE.sub("", part))
    if "{%" not in text and "{{" not in text:
        return text
    if dialect is Dialect.JEKYLL and "raw" in text:
        text = _unwrap_raw_in_fences(text)
    blocks = _Blocks()
    return outside_code(text, lambda part: _rewrite(part, dialect), blocks.read)


def _resolve_pelican(text: str) -> str:
    """Leave of `{static}/a.png` the path; only an address can hold such a mark."""
    if not any(sign in text for sign in _PELICAN_SIGNS):
        return text
    return outside_code(text, lambda part: _PELICAN.sub(r"\1", part))


def _unwrap_raw_in_fences(text: str) -> str:
    """Liquid runs before Markdown, so `raw` marks go even in fenced code; what they protect stays."""
    return _RAW_FENCE.sub(lambda found: found.group(1) + found.group(2), text)


class _Blocks:
    """Reads blocks whose inside is not to be read: code, raw text, comments. Remembers what nothing closes."""

    def __init__(self) -> None:
        self._unclosed: set[str] = set()

    def read(self, text: str, start: int) -> tuple[int, str] | None:
        """Return where the block that begins at `start` ends and what it becomes; None when there is none."""
        found = _CODE_BLOCK.match(text, start) or _VERBATIM.match(text, start) or _COMMENT.match(text, start)
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
        return end.end(), _code(inside, found.group(), found.group(name_group + 1))

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
    language = words[0].strip("\"'") if words else ""
    return "", language if re.fullmatch(r"[\w+#.-]{1,40}", language) else ""


def _rewrite(part: str, dialect: Dialect) -> str:
    """Replace each tag of a stretch without code, in one pass from left to right."""
    if "{%" not in part and "{{" not in part:
        return part
    part = _ESCAPED.sub(lambda found: _show(f"{{{{{found.group(1)}{found.group(2)}{found.group(3)}}}}}"), part)
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
        written.append(_replace(found.group(), part[found.end() : end], dialect, in_address=in_address) or _NOTHING)
        position = end + len(closing)
    return _without_nothing("".join((*written, part[position:])))


def _without_nothing(text: str) -> str:
    """Take away the marks of what left nothing: `**{{ name }}**` must not leave four stars."""
    if _NOTHING in text:
        text = _AROUND_NOTHING.sub("", _LINK_TO_NOTHING.sub(r"\1", text)).replace(_NOTHING, "")
    return text


def _show(text: str) -> str:
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")


def _replace(opening: str, inside: str, dialect: Dialect, *, in_address: bool) -> str:
    if opening == "{{":
        return _value(inside)
    tag = take_apart(inside.strip("- \n\t").rstrip("/ "), hugo=opening != "{%")
    return write_tag(tag, dialect, in_address=in_address) if tag else ""


def _value(inside: str) -> str:
    """Keep the text of a literal such as `{{ "/css" | relative_url }}`; what a variable held is unknown here."""
    literal = _LITERAL.match(inside)
    return literal.group(2) if literal else ""

"""Tags of template engines in a body: Liquid, Nunjucks and Hugo's shortcodes become HTML or go; none is shown raw.

Code is left alone, but for the tags that mark code themselves.
"""

from __future__ import annotations

import html
import re

from reader.domain import Dialect
from reader.posts.code_spans import outside_code
from reader.posts.tag_writers import Tag, opening, write_tag

_MORE = re.compile(r"<!--\s*(?:more|truncate|excerpt|PELICAN_(?:BEGIN|END)_SUMMARY)\s*-->|<!-- *end[ -]?excerpt *-->|\{/\* *truncate *\*/\}", re.I)
_TAG = re.compile(r"\{%-?\s*(?P<liquid>[^%\n](?:[^%]|%(?!\})){0,4000}?)\s*-?%\}|\{\{[<%]\s*(?P<hugo>.{1,4000}?)\s*/?[>%]\}\}", re.DOTALL)
_VALUE = re.compile(r"\{\{-?\s*([^{}]{1,1000}?)\s*-?\}\}", re.DOTALL)
_ESCAPED = re.compile(r"\{\{([<%])/\*(.{0,1000}?)\*/([>%])\}\}", re.DOTALL)
_LITERAL = re.compile(r"\s*(['\"])(.*?)\1")
_CODE_BLOCK = re.compile(r"\{%-?\s*(highlight|codeblock|code)\b([^%\n]{0,500})%\}", re.IGNORECASE)
_SHORT_CODE = re.compile(r"\{\{([<%])\s*(highlight|code)\b([^<>{}\n]{0,500})\1?[>%]\}\}", re.IGNORECASE)
_VERBATIM = re.compile(r"\{%-?\s*(raw|verbatim)\s*-?%\}", re.IGNORECASE)
_COMMENT = re.compile(r"\{%-?\s*comment\b[^%]{0,200}%\}", re.IGNORECASE)
_RAW_MARKS = re.compile(r"[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*\n?")
_LANGUAGE = re.compile(r"(?:^|\s)lang:\s*([\w+#.-]+)")


def resolve_tags(text: str, dialect: Dialect) -> str:
    """Replace the template tags of a body, Markdown or HTML, outside code."""
    if "<!--" in text or "truncate" in text:
        text = _MORE.sub("", text)
    if "{%" not in text and "{{" not in text:
        return text
    if dialect is Dialect.JEKYLL and "raw" in text:
        text = _unwrap_raw_in_fences(text)
    return outside_code(text, lambda part: _rewrite(part, dialect), _block)


def _unwrap_raw_in_fences(text: str) -> str:
    """Liquid runs before Markdown, so `raw` marks go even in fenced code; what they protect stays."""
    pattern = re.compile(r"^((?:`{3,}|~{3,})[^\n]*\n)[ \t]*\{%-?\s*raw\s*-?%\}[ \t]*\n(.*?)\{%-?\s*endraw\s*-?%\}[ \t]*\n?", re.M | re.S)
    return pattern.sub(lambda found: found.group(1) + found.group(2), text)


def _block(text: str, start: int) -> tuple[int, str] | None:
    """Read a block whose inside is not to be read: code, raw text, a comment."""
    found = _CODE_BLOCK.match(text, start)
    if found:
        return _code(text, found, rf"\{{%-?\s*end{found.group(1)}\s*-?%\}}", found.group(2))
    found = _SHORT_CODE.match(text, start)
    if found:
        return _code(text, found, rf"\{{\{{[<%]\s*/\s*{found.group(2)}\s*[>%]\}}\}}", found.group(3))
    found = _VERBATIM.match(text, start)
    if found:
        end = re.compile(rf"\{{%-?\s*end{found.group(1)}\s*-?%\}}", re.I).search(text, found.end())
        return (end.end(), text[found.end() : end.start()]) if end else None
    found = _COMMENT.match(text, start)
    if found:
        end = re.compile(r"\{%-?\s*endcomment\s*-?%\}", re.I).search(text, found.end())
        return (end.end(), "") if end else None
    return None


def _code(text: str, found: re.Match[str], closing: str, options: str) -> tuple[int, str] | None:
    end = re.compile(closing, re.IGNORECASE).search(text, found.end())
    if end is None:
        return None
    code = _RAW_MARKS.sub("", text[found.end() : end.start()]).strip("\n").rstrip()
    caption, language = _code_options(found.group(0), options)
    name = f' class="language-{html.escape(language)}"' if language else ""
    # Braces as entities: what stands in code is nobody's tag any more.
    escaped = html.escape(code, quote=False).replace("{", "&#123;").replace("}", "&#125;")
    block = f"<pre><code{name}>{escaped}\n</code></pre>"
    if caption:
        block = f"<figure><figcaption>{html.escape(caption)}</figcaption>{block}</figure>"
    return end.end(), f"\n\n{block}\n\n"


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
    if "{%" not in part and "{{" not in part:
        return part
    part = _ESCAPED.sub(lambda found: _show(f"{{{{{found.group(1)}{found.group(2)}{found.group(3)}}}}}"), part)
    part = _TAG.sub(lambda found: _replace(found, dialect), part)
    if dialect is not Dialect.HUGO and "{{" in part:
        part = _VALUE.sub(_value, part)
    return part


def _show(text: str) -> str:
    return html.escape(text).replace("{", "&#123;").replace("}", "&#125;")


def _replace(found: re.Match[str], dialect: Dialect) -> str:
    liquid = found.group("liquid")
    inner = liquid if liquid is not None else found.group("hugo")
    tag = opening(inner.strip("- \n\t"), hugo=liquid is None)
    return write_tag(tag, dialect) if tag else ""


def _value(found: re.Match[str]) -> str:
    """Keep the text of a literal such as `{{ "/css" | relative_url }}`; what a variable held is unknown here."""
    literal = _LITERAL.match(found.group(1))
    return literal.group(2) if literal else ""


__all__ = ["Tag", "resolve_tags"]

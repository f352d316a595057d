"""Template blocks whose contents are taken literally: code of any kind, raw text, comments."""

from __future__ import annotations

import html
import re

from reader.domain import Dialect
from reader.posts.tags.lists import indent_in_item
from reader.posts.tags.raw import put_behind_markdown
from reader.posts.tags.stretches import BLANKS_BEFORE
from reader.posts.tags.tag_parts import take_apart
from reader.posts.tags.tag_themes import friends

#: Blocks that hold code of another language, and what it is.
_LANGUAGES = {
    "mermaid": "mermaid", "plantuml": "plantuml", "puml": "plantuml", "graphviz": "dot", "markmap": "markdown",
    "echarts": "json", "chart": "json", "chartjs": "json", "score": "abc", "math": "latex",
    "katex": "latex", "latex": "latex", "mathjax": "latex",
}  # fmt: skip
_CODE_NAMES = "|".join(("highlight", "codeblock", "code", *_LANGUAGES))
_CODE_BLOCK = re.compile(rf"\{{%-?\s*({_CODE_NAMES})\b([^%\n]{{0,500}})%\}}", re.IGNORECASE)
_SHORT_CODE = re.compile(rf"\{{\{{([<%])\s*({_CODE_NAMES})\b([^<>{{}}\n]{{0,500}})\1?[>%]\}}\}}", re.IGNORECASE)
#: Nunjucks and Liquid keep text under a name; Eleventy's pages keep code so, to show it later.
_KEPT_CODE = re.compile(r"\{%-?\s*(set|capture)\s+code\w*()\s*-?%\}", re.IGNORECASE)
_VERBATIM = re.compile(r"\{%-?\s*(raw|verbatim)\s*-?%\}", re.IGNORECASE)
#: What is for programs: Liquid's comments, Eleventy's bundles of styles and scripts.
_COMMENT = re.compile(r"\{%-?\s*(comment|css|js|javascript)\b[^%]{0,200}%\}", re.IGNORECASE)
#: Hugo's own `comment`, and what themes call their scripts.
_SCRIPT = re.compile(r"\{\{([<%])\s*(script|comment)\s*[>%]\}\}", re.IGNORECASE)
_FRIENDS = re.compile(r"\{%-?\s*(flink)\s*-?%\}", re.IGNORECASE)
_FOR_PROGRAMS = frozenset({"comment", "css", "js", "javascript", "script"})
#: Nunjucks, which Hexo and Eleventy run; without the blank it is the id of a heading.
_BLOCK_NAME = re.compile(
    rf"(?:\{{%-?|\{{\{{[<%])\s*(?:{_CODE_NAMES}|raw|verbatim|flink|set|capture|{'|'.join(sorted(_FOR_PROGRAMS))})\b",
    re.IGNORECASE,
)
_BLOCK_KINDS = (_CODE_BLOCK, _VERBATIM, _COMMENT, _KEPT_CODE, _FRIENDS)
_RAW_MARKS = re.compile(BLANKS_BEFORE + r"\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*\n?")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*([\w+#.-]*)[^\n]*\n(.*?)\n?\1[ \t]*$", re.DOTALL)
_MERMAID = re.compile(
    r"\s*(?:graph|flowchart|sequenceDiagram|gantt|classDiagram|stateDiagram|pie|erDiagram|gitGraph)\b"
)
_LANGUAGE = re.compile(r"(?:^|\s)lang:\s*([\w+#.-]+)")
_SIGNS = str.maketrans({"{": "&#123;", "}": "&#125;", "`": "&#96;", "~": "&#126;"})
#: What Hexo calls code, its options, and its title with what it leads to; the options of a fence are the same.
_HEXO_CODE = frozenset({"codeblock", "code"})
_HEXO_OPTION = re.compile(
    r"(?:^|\s)(?:lang:\s*|(?:line_number|line_threshold|first_line|wrap|mark|language_attr|highlight):)\S*"
)
_HEXO_CAPTION = re.compile(r"[\"']?([^{\s].*?)[\"']?(?:\s+(https?://\S+|/\S+)(?:\s+(.+))?)?$")
_INDENT = re.compile(r"^[ \t]*(?=\S)", re.MULTILINE)


class Blocks:
    """Reads blocks whose inside is not to be read: code, raw text, comments. Remembers what nothing closes."""

    def __init__(self, dialect: Dialect) -> None:
        self._hexo = dialect is Dialect.HEXO
        self._unclosed: set[str] = set()
        # Zola ends every block with the same words.
        self._closing_tag = r"\{%%-?\s*end(?:%s)?\s*-?%%\}" if dialect is Dialect.ZOLA else r"\{%%-?\s*end%s\s*-?%%\}"

    def read(self, text: str, start: int) -> tuple[int, str] | None:
        """Return where the block that begins at `start` ends and what it becomes; None when there is none."""
        if not _BLOCK_NAME.match(text, start):
            return None
        found = next(filter(None, (pattern.match(text, start) for pattern in _BLOCK_KINDS)), None)
        closing, name_group = self._closing_tag, 1
        if found is None:
            found = _SHORT_CODE.match(text, start) or _SCRIPT.match(text, start)
            closing, name_group = r"\{\{[<%%]\s*/\s*%s\s*[>%%]\}\}", 2
        if found is None:
            return None
        name = found.group(name_group).lower()
        end = self._closing(text, found.end(), closing % name)
        if end is None:
            return None
        inside = text[found.end() : end.start()]
        if self._hexo and name == "raw":
            return end.end(), put_behind_markdown(inside)
        if not self._hexo or name not in _HEXO_CODE:
            return end.end(), _written(name, found, inside)
        # In an item of a list all stands on one line, which nothing there can end.
        indent = indent_in_item(text, start)
        written = hexo_code(inside, found.group(found.re.groups))
        return end.end(), written.strip().replace("\n", "&#10;") + "\n\n" if indent else written

    def _closing(self, text: str, start: int, pattern: str) -> re.Match[str] | None:
        if pattern in self._unclosed:
            return None
        end = re.compile(pattern, re.IGNORECASE).search(text, start)
        if end is None:
            self._unclosed.add(pattern)
        return end


def _written(name: str, found: re.Match[str], inside: str) -> str:
    if name in _FOR_PROGRAMS:
        return ""
    if name in {"raw", "verbatim"}:
        return inside
    if name == "flink":
        return friends(inside)
    options = found.group(found.re.groups)
    if name == "highlight" and found.re is _SHORT_CODE and "\n" not in inside and not options.strip():
        # Hugo's own names a language (tpl/tplimpl, highlight.html); this one marks words in a line.
        return f"<mark>{inside}</mark>"
    return _code(inside, found.group(), options)


def _code(inside: str, tag: str, options: str) -> str:
    code = _RAW_MARKS.sub("", inside).strip("\n").rstrip()
    caption, language = _code_options(tag, options)
    fence = _FENCE.match(code)
    if fence:  # GitBook writes a tag with the title around it.
        caption, language, code = caption or _titled(options), fence.group(2), fence.group(3).rstrip("\n")
    elif language == "mermaid" and tag.startswith("{%") and _MERMAID.match(options):
        code = f"{options.strip()}\n{code}"  # NexT: `{% mermaid graph TD %}` (scripts/tags/mermaid.js).
    return _block(code, language, html.escape(caption))


def hexo_code(inside: str, options: str) -> str:
    """`{% codeblock [title] [lang:language] [address] [text] %}`, also called `code` (lib/plugins/tag/code.ts)."""
    language = _LANGUAGE.search(options)
    code = outdented(_RAW_MARKS.sub("", inside).strip("\n").rstrip())
    caption = hexo_caption(" ".join(_HEXO_OPTION.sub(" ", options).split()))
    return _block(code, language.group(1) if language else "", caption)


def hexo_caption(words: str) -> str:
    """Write the title of code in Hexo, `title address text`, as HTML."""
    found = _HEXO_CAPTION.match(words)
    if found is None:
        return ""
    title, href, text = (html.escape(part or "") for part in found.groups())
    return f'{title} <a href="{href}">{text or "link"}</a>' if href else title


def outdented(code: str) -> str:
    """Take away the indent that all lines have in common, as Hexo's `strip_indent` does (hexo-util, highlight.ts)."""
    indent = min(map(len, _INDENT.findall(code)), default=0)
    return re.sub(rf"^[ \t]{{{indent}}}", "", code, flags=re.MULTILINE) if indent else code


def _block(code: str, language: str, caption: str) -> str:
    """Write code; `caption` is HTML."""
    name = f' class="language-{html.escape(language)}"' if language else ""
    # Braces as entities: what stands in code is nobody's tag any more, and backticks are no fence to Hexo.
    escaped = html.escape(code, quote=False).translate(_SIGNS)
    block = f"<pre><code{name}>{escaped}\n</code></pre>"
    if caption:
        block = f"<figure><figcaption>{caption}</figcaption>{block}</figure>"
    return f"\n\n{block}\n\n"


def _titled(options: str) -> str:
    tag = take_apart(f"code {options}", hugo=False)
    return tag.first("title") if tag else ""


def _code_options(tag: str, options: str) -> tuple[str, str]:
    """Return the caption and the language of a code tag; Octopress names the language `lang:`, others put it first."""
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

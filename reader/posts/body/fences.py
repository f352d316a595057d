"""Fenced code as generators write it: its language and title, and which of its lines are shown."""

from __future__ import annotations

import html
import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from reader.domain import Dialect
from reader.posts.tags.code_spans import CodeFinder
from reader.posts.tags.tag_blocks import hexo_caption

#: `{r name, echo=FALSE}` of knitr, `{.python .numberLines}` of Pandoc, `js{1,3}` and `js:title=a` of Gatsby.
_LANGUAGE = re.compile(r"[{\s]*(?![\w-]+=)\.?([\w+#.-]{1,40})")
_PLAIN = re.compile(r"[\w+#.-]+$")
#: `title="a.js"` of Docusaurus, Astro and MkDocs, `filename` of Quarto and Hextra, `name` of Zola, `:title=` of Gatsby.
_TITLE = re.compile(
    r"(?:^|[\s,:{])(?:title|filename|file|name)=(?:\"([^\"]{1,300})\"|'([^']{1,300})'|([^\s,}\"']{1,300}))"
)
#: The tab of a code group of VitePress.
_TAB = re.compile(r"\s\[([^\[\]]{1,300})\]")
#: `js:a.js` of Zenn and Qiita.
_COLON = re.compile(r"\s*(?:diff\s+)?[\w+#.-]{0,40}:([^\s{}=:]{1,300})\s*$")
#: Hexo's `js title address text`, where options and a number for the first line (`=+10`) may follow
#: (lib/plugins/filter/before_post_render/backtick_code_block.ts).
_HEXO = re.compile(r"\s*\S+\s+(\S.*)$")
_HEXO_OPTION = re.compile(
    r"\s(?:line_number|line_threshold|first_line|wrap|mark|language_attr|highlight):\S+|\s=\+?\d*$"
)
#: knitr and Quarto run such code, but show neither it nor what comes of it.
_HIDDEN = re.compile(r"\binclude\s*=\s*F(?:ALSE)?\b", re.IGNORECASE)
_HIDDEN_INSIDE = re.compile(r"\s*(?:#\|.*\n)*#\|\s*include:\s*false\b", re.IGNORECASE)
#: Quarto's options of a chunk.
_CHUNK_OPTIONS = re.compile(r"(?:[ \t]*#\|[^\n]*\n)+")
#: Marks for lines, which are taken out when they are read: Docusaurus and Gatsby, Shiki in VitePress.
_COMMENT, _COMMENT_END = r"(?://|#|--|%|<!--|/\*|\{/\*)[ \t]*", r"[ \t]*(?:-->|\*/\}?)?"
_MARKED_LINE = re.compile(
    rf"^[ \t]*{_COMMENT}highlight-(?:next-line|start|end|range\{{[\d,-]*\}}){_COMMENT_END}[ \t]*(?:\n|\Z)", re.MULTILINE
)
_MARK = re.compile(rf"[ \t]*{_COMMENT}(?:\[!code[ \t:][^\]\n]{{1,60}}\]|highlight-line){_COMMENT_END}")
#: CodeHilite of Python-Markdown: the first line names the language.
_FIRST_LINE = re.compile(r"(?::::|#!)[ \t]*([\w+#.-]{1,40})(?:[ \t]+hl_lines=\S+)?[ \t]*\n")
#: Chirpy's `{: file="a.js" }` below a fence.
_FILE_BELOW = re.compile(r"\n[ \t>]*\{:[^{}\n]{0,200}?\bfile=(\"[^\"\n]{1,300}\"|'[^'\n]{1,300}')")
_MARKING = frozenset({Dialect.NEXT, Dialect.ELEVENTY, Dialect.PLAIN})


def name_languages(state: StateCore) -> None:
    """Leave of a fence's first line the language, and write its title above. A rule for markdown-it."""
    dialect = state.env.get("dialect")
    written: list[Token] = []
    for token in state.tokens:
        written += _named(token, dialect) if token.type in {"fence", "code_block"} else [token]
    state.tokens = written


def write_fence(info: str, code: str, dialect: Dialect) -> str:
    """Write fenced code with its title as HTML."""
    written = ""
    for token in _named(Token("fence", "code", 0, content=code, info=info), dialect):
        language = f' class="language-{html.escape(token.info)}"' if token.info else ""
        shown = f"<pre><code{language}>{html.escape(token.content, quote=False)}</code></pre>"
        written += token.content if token.type == "html_block" else shown + "\n" * bool(written)
    return written


def _named(token: Token, dialect: object) -> list[Token]:
    """Return what shows of a block of code: with its title above, without marks for lines, or nothing."""
    title = ""
    if token.info and not _PLAIN.match(token.info):
        braced = token.info.lstrip().startswith("{")
        if braced and (_HIDDEN.search(token.info) or _HIDDEN_INSIDE.match(token.content)):
            return []
        if braced:
            token.content = _CHUNK_OPTIONS.sub("", token.content, count=1)
        title = _title(token.info, dialect)
        found = _LANGUAGE.match(token.info)
        token.info = found.group(1) if found else ""
    if dialect in _MARKING and ("[!code" in token.content or "highlight-" in token.content):
        token.content = _MARK.sub("", _MARKED_LINE.sub("", token.content))
    if dialect is Dialect.PELICAN and not token.info:
        _name_by_first_line(token)
    return [_html(f"<figure><figcaption>{title}</figcaption>"), token, _html("</figure>\n")] if title else [token]


def _title(info: str, dialect: object) -> str:
    """Return the title that the first line of a fence gives its code, as HTML; "" for none."""
    found = _TITLE.search(info) or (_TAB.search(info) if dialect is Dialect.NEXT else None)
    found = found or (_COLON.match(info) if dialect in _MARKING else None)
    if found:
        return html.escape(next(filter(None, found.groups()), ""))
    caption = _HEXO.match(_HEXO_OPTION.sub("", info)) if dialect is Dialect.HEXO else None
    return hexo_caption(caption.group(1).rstrip()) if caption else ""


def _name_by_first_line(token: Token) -> None:
    """Take the line that names the language out of the code; a path behind `#!` is a part of it."""
    found = _FIRST_LINE.match(token.content)
    if found:
        token.type, token.tag, token.info = "fence", "code", found.group(1)
        token.content = token.content[found.end() :]


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content)


def title_fences(text: str) -> str:
    """Move the name of a file that stands below a fence, as Chirpy's posts have it, into its first line."""
    finder = CodeFinder(text)
    parts: list[str] = []
    position = 0
    while (code := finder.next_block(position)) is not None:
        named = _FILE_BELOW.match(text, code.end)
        line_end = text.find("\n", code.start)
        if named and text[code.start : line_end].lstrip(" \t>*-+0123456789.)")[:1] in {"`", "~"}:
            parts += [text[position:line_end].rstrip(), f" title={named.group(1)}", text[line_end : code.end]]
        else:
            parts.append(text[position : code.end])
        position = code.end
    return "".join((*parts, text[position:]))

"""MDX and components: code is removed, text inside components stays."""

from __future__ import annotations

import html
import re

from reader.posts.tags.code_spans import HIDDEN
from reader.posts.tags.stretches import rewrite_stretches

_LINE = re.compile(
    r"^(?:import\s[^\n'\"]*+['\"][^\n]*['\"];?"
    r"|export\s[^\n]*;|export\s+(?:const|let|var|default|function|async|class|\{|\*)[^\n]*[}\])'\"\d])[ \t]*$",
    re.MULTILINE,
)
#: A statement over several lines; MDX lets it end at a blank line.
_STATEMENT = re.compile(
    r"^(?:import\s+(?=[\w{*])|export\s+(?:const|let|var|default|function|async|class|\{))[^\n]*[{(\[,=>][ \t]*\n"
    r"(?:[ \t]*\S[^\n]*(?:\n|\Z)){0,500}",
    re.MULTILINE,
)
_COMMENT, _COMMENT_END, _LONGEST_COMMENT = re.compile(r"\{/\*"), re.compile(r"\*/\}"), 2000
#: An attribute whose value is computed of one text, mostly an address: `src={require('./a.png').default}`.
_NAMED_TEXT = re.compile(
    r"(?<=\s)([\w:-]{1,60}=)\{[^{}'\"`\n]{0,100}(['\"`])([^'\"`{}\n]{0,1000})\2[^{}'\"`\n]{0,100}\}"
)
#: What was taken is never tried another way (`*+`): the ways to part a long text into pieces have no end.
_IN_BRACES = r"\{[^{}]{0,500}+(?:\{[^{}]{0,500}+\}[^{}]{0,500}+){0,20}+\}"
_COMPUTED = re.compile(rf"(?<=\s)[\w:-]{{1,60}}=\{{(?:[^{{}}]{{1,500}}+(?:{_IN_BRACES})?+|{_IN_BRACES}){{0,20}}+\}}")
_LITERAL = re.compile(r"\{(['\"`])([^'\"`{}\n]{0,500})\1\}")
#: What the program would print; an id of a heading is none, nor is what holds elements.
_EXPRESSION = re.compile(r"(?<![\\\w\])])\{(?![#:])[^{}<\n]{0,300}+(?:\{[^{}<\n]{0,300}+\}[^{}<\n]{0,300}+){0,10}+\}")
#: A component's tag alone on its line: `<Note>`, `</code-block>`.
_CUSTOM_TAG = re.compile(
    r"^([ ]{0,3}</?(?:[A-Z][\w.]{0,60}|[a-z]{1,20}-[\w-]{1,60})(?:[ \t][^<>\n]{0,500})?/?>)[ \t]*$", re.MULTILINE
)
#: The same however deep it stands; what opens one ends with no "/".
_OPENING_TAG = re.compile(r"\s*<(?:[A-Z][\w.]*|[a-z]+)(?:\s[^<>\n]*)?(?<!/)>$")
_CLOSING_TAG = re.compile(r"\s*</[\w.]+>$")
#: An element on one line with signs of Markdown in it, which MDX reads ("Markdown in JSX").
_ELEMENT = re.compile(
    rf"^([ \t]*)(<(summary|p|div|center|figcaption|blockquote|h[1-6]|li|t[dh])\b[^<>\n]*>)(?=[^\n]*[*_`~\[{HIDDEN}])"
    r"([^\n]*)(</\3>)[ \t]*$",
    re.MULTILINE,
)

#: Components that show what their attributes say: those of Docusaurus, Starlight, Mintlify, and of blogs by Next.
_NAMED_TAG = re.compile(r"(</?)([A-Z][\w.]{0,60}+)((?:[\s/][^<>]{0,1500}+)?)>")
_ATTRIBUTE = re.compile(r"\s([\w-]{1,60})=(?:\"([^\"]{0,1000})\"|'([^']{0,1000})')")
_TITLES = ("title", "label", "summary", "heading", "header")
_TABS = frozenset({"TabItem", "Tab"})
_PICTURES = frozenset({"Image", "Img", "NextImage", "ThemedImage", "ZoomImage"})
_LINKS = frozenset({"Link", "NextLink", "NavLink", "RouterLink", "ExternalLink"})
_PLAYERS = {
    name: address
    for names, address in (
        (("YouTube", "Youtube", "YouTubeEmbed", "LiteYouTube"), "https://www.youtube.com/embed/{}"),
        (("Vimeo",), "https://player.vimeo.com/video/{}"),
        (("Tweet",), "https://twitter.com/i/web/status/{}"),
        (("Bilibili", "BiliBili"), "https://player.bilibili.com/player.html?bvid={}"),
    )
    for name in names
}
#: `::github{repo="user/name"}` of the theme Fuwari, for Astro.
_REPOSITORY = re.compile(r"^[ ]{0,3}::github\{repo=\"([\w./-]{1,200})\"\}[ \t]*$", re.MULTILINE)


def without_program(text: str) -> str:
    """Take imports, exports, comments and computed attributes out of MDX; the text is outside code."""
    if "import" in text or "export" in text:
        text = _STATEMENT.sub("", _LINE.sub("", text))
    if "{" in text:
        text = rewrite_stretches(text, _COMMENT, _COMMENT_END, _LONGEST_COMMENT)
        text = _LITERAL.sub(r"\2", _COMPUTED.sub("", _NAMED_TEXT.sub(r'\1"\3"', text)))
        text = _EXPRESSION.sub("", text)
    return text


def unindent_components(text: str) -> str:
    """Take away the indent of what stands between the lines of two tags: to MDX it says nothing (mdxjs.com, "MDX").

    What an element holds on its own line gets empty lines around it: then it is Markdown.
    """
    lines = _ELEMENT.sub(r"\1\2\n\n\1\4\n\n\1\5", text).split("\n")
    #: Of each open element where its tag stands now, and where what is in it began.
    opened: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        bare = line.lstrip(" ")
        if not bare:
            continue
        indent = len(line) - len(bare)
        if _CLOSING_TAG.match(line) and opened:
            indent = opened.pop()[0]
        elif opened:
            place, base = opened[-1]
            base = indent if base < 0 else base
            opened[-1] = place, base
            indent = min(indent, place + max(0, indent - base))
        if _OPENING_TAG.match(line):
            opened.append((indent, -1))
        lines[number] = " " * indent + bare
    return "\n".join(lines)


def part_custom_elements(text: str) -> str:
    """Write what components show of their attributes; put blank lines around their tags: Markdown stands in between."""
    if _NAMED_TAG.search(text):
        text = _NAMED_TAG.sub(_component, text)
    if "::" in text:
        text = _REPOSITORY.sub(r'<a href="https://github.com/\1">\1</a>', text)
    return _CUSTOM_TAG.sub(r"\n\1\n", text)


def _component(found: re.Match[str]) -> str:
    """Write a component that is known by its name, or the title and the words of another above what it holds."""
    opening, name, inside = found.groups()
    end = inside.endswith("/")
    if opening == "</":
        return "</a>" if name in _LINKS else found.group()
    given = {key.lower(): one or two for key, one, two in _ATTRIBUTE.findall(inside)}
    if name in _PICTURES and given.get("src"):
        return f"<img{inside}>"
    if name in _LINKS and not end:
        return f'<a href="{html.escape(given.get("href") or given.get("to") or "", quote=True)}">'
    number = next((given[key] for key in ("id", "videoid", "youtubeid", "bvid") if given.get(key)), "")
    if name in _PLAYERS and number:
        address = number if "//" in number else _PLAYERS[name].format(html.escape(number))
        return f'\n\n<iframe src="{address}"></iframe>\n\n'
    if end and given.get("text") and not given.get("href"):
        return html.escape(html.unescape(given["text"]), quote=False)
    title = next((given[key] for key in _TITLES if given.get(key)), "")
    if name in _TABS and not title:
        title = given.get("value", "")
    if not title:
        return found.group()
    href = given.get("href") or given.get("to") or given.get("link") if end else ""
    shown = f"[{title}](<{href}>)" if href else f"**{title}**"
    said = f"\n\n{given['description']}" if end and given.get("description") else ""
    return f"\n\n{'' if end else found.group()}\n\n{shown}{said}\n\n"

"""Pages that are programs as well, MDX and components: the program goes, the text inside the components stays."""

from __future__ import annotations

import re

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
#: A component's tag alone on its line: `<Note>`, `</code-block>`.
_CUSTOM_TAG = re.compile(
    r"^([ ]{0,3}</?(?:[A-Z][\w.]{0,60}|[a-z]{1,20}-[\w-]{1,60})(?:[ \t][^<>\n]{0,500})?/?>)[ \t]*$", re.MULTILINE
)


def without_program(text: str) -> str:
    """Take imports, exports, comments and computed attributes out of MDX; the text is outside code."""
    if "import" in text or "export" in text:
        text = _STATEMENT.sub("", _LINE.sub("", text))
    if "{" in text:
        text = rewrite_stretches(text, _COMMENT, _COMMENT_END, _LONGEST_COMMENT)
        text = _LITERAL.sub(r"\2", _COMPUTED.sub("", _NAMED_TEXT.sub(r'\1"\3"', text)))
    return text


def part_custom_elements(text: str) -> str:
    """Put blank lines around a component's tags, so that what stands between them is Markdown."""
    return _CUSTOM_TAG.sub(r"\n\1\n", text)

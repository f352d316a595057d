"""Coloured code: the kind of each token, as Pygments reads the language that the author named.

No language is guessed: a wrong one colours at random. Lexers are regular expressions, some of which take time squared
in what was made for it. So only those are used that were tried with such texts, and there are bounds on lines, blocks
and pages, and a look at the clock between pieces.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Generic, Keyword, Name, Number, String, _TokenType

from reader.viewing.blocks import Code, Ink, Span, walk
from reader.viewing.page import Page

#: Larger blocks, blocks with longer lines, and what comes behind so many characters or pieces of a page, stay plain.
MAX_BLOCK, MAX_LINE, MAX_PAGE, MAX_SPANS = 10_000, 400, 60_000, 6_000
#: Seconds that the code of a page may take in all.
SECONDS = 0.15
#: How authors call a language, by the name that Pygments has for it.
_NAMES: dict[str, str] = {
    "bash": "sh shell zsh shellscript",
    "c": "h",
    "cpp": "c++ cc hpp cxx",
    "csharp": "c# cs",
    "css": "",
    "dart": "",
    "docker": "dockerfile",
    "elixir": "ex",
    "go": "golang",
    "graphql": "",
    "groovy": "gradle",
    "haskell": "hs",
    "html": "htm xhtml",
    "ini": "cfg conf properties",
    "java": "",
    "javascript": "js mjs node",
    "json": "jsonc json5",
    "jsx": "",
    "julia": "jl",
    "kotlin": "kt kts",
    "latex": "tex",
    "lua": "",
    "nginx": "",
    "objective-c": "objc",
    "perl": "pl",
    "php": "",
    "powershell": "ps1 pwsh",
    "protobuf": "proto",
    "python": "py python3 py3",
    "r": "",
    "ruby": "rb",
    "rust": "rs",
    "scala": "",
    "scss": "",
    "sql": "mysql postgresql sqlite",
    "swift": "",
    "toml": "",
    "typescript": "ts tsx",
    "xml": "svg rss xsd",
    "yaml": "yml",
    "zig": "",
}
_KNOWN = {word: name for name, words in _NAMES.items() for word in (name, *words.split())}
#: The first that holds a kind of token counts.
_INKS = (
    (Comment.Preproc, Ink.KEYWORD), (Comment, Ink.COMMENT), (Keyword.Constant, Ink.NUMBER), (Keyword, Ink.KEYWORD),
    (String, Ink.STRING), (Number, Ink.NUMBER), (Name.Function, Ink.NAME), (Name.Class, Ink.NAME),
    (Name.Tag, Ink.KEYWORD), (Name.Attribute, Ink.NAME), (Name.Decorator, Ink.NAME), (Name.Builtin, Ink.NAME),
    (Name.Namespace, Ink.NAME), (Name.Variable, Ink.NAME), (Name.Label, Ink.NAME), (Generic.Prompt, Ink.COMMENT),
    (Generic.Output, Ink.COMMENT), (Generic.Heading, Ink.KEYWORD), (Generic.Subheading, Ink.KEYWORD),
)  # fmt: skip


def highlighted(page: Page) -> Page:
    """Return a page with the colours of its code. Takes some 0.15 s at most, so it belongs in a worker."""
    clock = Clock(SECONDS)
    inks: dict[Code, tuple[Span, ...]] = {}
    characters, spans = MAX_PAGE, MAX_SPANS
    for block in walk(page.blocks):
        if isinstance(block, Code) and block.language and block not in inks:
            characters -= len(block.text)
            found = inked(block, clock)[: max(0, spans)] if characters >= 0 else ()
            if found:
                inks[block] = found
                spans -= len(found)
    return replace(page, inks=inks) if inks else page


class Clock:
    """Processor time that may be spent on pieces: neither a busy machine nor a lexer's first loading takes of it."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds


def inked(code: Code, clock: Clock) -> tuple[Span, ...]:
    """Return the pieces of a block that have a colour, in order; the rest is plain, as is all that comes too late."""
    name = code.language.lower()
    if name.startswith("diff-"):  # Prism's, as Eleventy and Gatsby have it: changes of what follows.
        name = "diff"
    if len(code.text) > MAX_BLOCK or any(len(line) > MAX_LINE for line in code.text.split("\n")):
        return ()
    if name in _CHANGES:
        return tuple(_changes(code.text))
    lexer = _lexer(_KNOWN[name]) if name in _KNOWN else None
    return tuple(_merged(_tokens(lexer, code.text, clock))) if lexer is not None else ()


#: Pygments' lexer for these can be brought to a halt; all there is to tell is how a line begins.
_CHANGES = frozenset({"diff", "patch", "udiff"})


def _changes(text: str) -> Iterator[Span]:
    """Yield the lines of a patch that were added, taken away, or say where one is."""
    inks = {"+": Ink.STRING, "-": Ink.NUMBER, "@": Ink.KEYWORD}
    at = 0
    for line in text.split("\n"):
        if line[:1] in inks:
            yield Span(at, len(line), inks[line[:1]])
        at += len(line) + 1


@cache
def _lexer(name: str) -> Lexer:
    """Return the lexer of a language that is known to be there, made as it is first wanted."""
    return get_lexer_by_name(name, stripnl=False, ensurenl=False)


@cache
def _ink(kind: _TokenType) -> Ink | None:
    return next((ink for parent, ink in _INKS if kind in parent), None)


def _tokens(lexer: Lexer, text: str, clock: Clock) -> Iterator[tuple[int, int, Ink | None]]:
    """Yield (start, length, ink) of each piece, as long as there is time."""
    before = time.thread_time()
    # Many a lexer knows a comment by the end of its line, which the last line of a block has not.
    for start, kind, piece in lexer.get_tokens_unprocessed(f"{text}\n"):
        now = time.thread_time()
        clock.left -= now - before
        before = now
        if clock.left <= 0:
            return
        yield start, min(len(piece), len(text) - start), _ink(kind)


def _merged(tokens: Iterable[tuple[int, int, Ink | None]]) -> Iterator[Span]:
    """Yield the coloured pieces; neighbours of one colour are one."""
    last: Span | None = None
    for start, length, ink in tokens:
        if last is not None and ink is last.ink and start == last.start + last.length:
            last = Span(last.start, last.length + length, last.ink)
        else:
            if last is not None:
                yield last
            last = Span(start, length, ink) if ink is not None and length else None
    if last is not None:
        yield last

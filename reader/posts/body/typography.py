"""Straight quotes, dashes and dots as the typographic characters that generators turn them into.

Hexo (smartypants), Jekyll (kramdown) and Hugo (goldmark's typographer) do so unless their settings say otherwise.
Stricter than they are in two ways: `--save` after a blank stays what one types, and quotes change in pairs only.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_SIGN = re.compile(r"[\"']|(?<!-)---?(?!-)|(?<!\.)\.{3}(?!\.)")
#: A quote at the edge of a word, or beside a sign; one near markup may be at the edge of what is shown.
_OUTER_QUOTE = re.compile(r"(?<![^\W_])'|'(?![^\W_])|[<`]|://")
#: An option of a command, or a comment of SQL: two dashes at the start of a word.
_DASHES_IN_TEXT = re.compile(r"(?<![\s-])--(?=\w)|(?<!-)--(?=\s|$)|(?<=[^\s\w-])--(?![-\s])")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_PAIRS = {'"': "“”", "'": "‘’"}
_APOSTROPHE = "’"
#: HTML around what is to stay as it is typed.
_CODE_TAG = re.compile(r"<(code|kbd|samp|tt|pre|var|script|style|math)\b", re.IGNORECASE)
#: Stands for code, a picture or HTML between the texts of a paragraph.
_OBJECT = "\ufffc"
#: `<<word>>`, which CommonMark takes for a tag between two signs (kramdown, parser/typographic_symbol.rb; goldmark,
#: extension/typographer.go).
_GUILLEMETS = re.compile(r"(?<!<)<<(?=[^\s<>])[^<>\n]{0,300}(?<=[^\s<>])>>(?!>)")
_LONGEST_QUOTATION = 304


def read_guillemets(converter: MarkdownIt) -> None:
    """Let `<<` and `>>` around words be quotes."""
    converter.inline.ruler.before("autolink", "guillemets", _guillemet)


def _guillemet(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    src, at = state.src, state.pos
    if src.startswith("<<", at):
        found, sign = _GUILLEMETS.match(src, at) is not None, "«"
    elif src.startswith(">>", at):
        start = src.rfind("<<", max(0, at - _LONGEST_QUOTATION), at)
        whole = _GUILLEMETS.match(src, start) if start >= 0 else None
        found, sign = whole is not None and whole.end() == at + 2, "»"
    else:
        return False
    if found and not silent:
        state.pending += sign
    state.pos += 2 if found else 0
    return found


def replace_signs(state: StateCore) -> None:
    """Change the signs in the texts of a document. A rule for markdown-it."""
    for token in state.tokens:
        content = token.content
        if token.type != "inline":
            continue
        if '"' in content or "--" in content or "..." in content or ("'" in content and _OUTER_QUOTE.search(content)):
            _replace(token.children or [])
        elif "'" in content:
            _replace_apostrophes(token.children or [])


def _replace_apostrophes(tokens: list[Token]) -> None:
    """Change a paragraph whose only signs stand within words, as most of English do."""
    for token in tokens:
        if token.type == "text" and "'" in token.content:
            token.content = token.content.replace("'", _APOSTROPHE)


def _replace(tokens: list[Token]) -> None:
    """Change the texts of one paragraph: a quotation may begin in one of them and end in another."""
    texts: list[tuple[Token, int]] = []
    parts: list[str] = []
    position, shown = 0, ""
    for token in tokens:
        kept = bool(shown)
        if token.type == "link_open" and token.info == "auto":
            shown = "</a"
        elif token.type == "html_inline" and not shown:
            found = _CODE_TAG.match(token.content)
            shown = f"</{found.group(1)}" if found else ""
        elif token.type == "link_close" or (shown and token.content.lower().startswith(shown)):
            shown = ""
        text = _OBJECT if kept and token.content else _text_of(token)
        if token.type == "text" and not kept:
            texts.append((token, position))
        parts.append(text)
        position += len(text)
    changes = sorted(_changes("".join(parts)).items())
    for token, start in reversed(texts) if changes else ():
        token.content = _changed(token.content, start, changes)


def _changed(text: str, start: int, changes: list[tuple[int, tuple[int, str]]]) -> str:
    """Make the changes of a text that begins at `start`: the last ones of the list, which are taken from it."""
    written: list[str] = []
    end = len(text)
    while changes and changes[-1][0] >= start:
        at, (length, sign) = changes.pop()
        at -= start
        if at + length <= end:
            written += [text[at + length : end], sign]
            end = at
    return "".join((text[:end], *reversed(written)))


def _text_of(token: Token) -> str:
    """Return a token's own text, or what stands for something that is none."""
    if token.type == "text":
        return token.content
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    return _OBJECT if token.type in {"code_inline", "image"} else ""


def _changes(text: str) -> dict[int, tuple[int, str]]:
    """Return what to put where: by offset, how many characters go and which sign comes."""
    changes: dict[int, tuple[int, str]] = {}
    waiting: dict[str, list[int]] = {'"': [], "'": []}
    for found in _SIGN.finditer(text):
        sign, at = found.group(), found.start()
        if sign == "...":
            changes[at] = (3, "…")
        elif sign == "---":
            changes[at] = (3, "—")
        elif sign == "--":
            if _DASHES_IN_TEXT.match(text, at):
                changes[at] = (2, "–")
        else:
            _quote(text, at, waiting[sign], changes)
    return changes


def _quote(text: str, at: int, waiting: list[int], changes: dict[int, tuple[int, str]]) -> None:
    sign, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    opens, closes = not _is_word(before) and not after.isspace(), not before.isspace() and not _is_word(after)
    if _is_word(before) and _is_word(after):
        if _IDEOGRAPH.match(before) or _IDEOGRAPH.match(after):  # No blanks: what is not open yet begins here.
            opens, closes = not waiting, bool(waiting)
        elif sign == "'":
            changes[at] = (1, _APOSTROPHE)
            return
    if closes and waiting:
        changes[waiting.pop()] = (1, _PAIRS[sign][0])
        changes[at] = (1, _PAIRS[sign][1])
    elif sign == "'" and closes and _is_word(before):  # The plural's: the authors' names.
        changes[at] = (1, _APOSTROPHE)
    elif opens:
        waiting.append(at)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == _OBJECT

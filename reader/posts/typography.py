"""Straight quotes, dashes and dots as the typographic signs that generators make of them.

Hexo (smartypants), Jekyll (kramdown) and Hugo (goldmark's typographer) do so unless their settings say otherwise.
Stricter than they are in two ways: `--save` after a blank stays what one types, and quotes change in pairs only.
"""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_SIGN = re.compile(r"[\"']|(?<!-)---?(?!-)|(?<!\.)\.{3}(?!\.)")
#: An option of a command, or a comment of SQL: two dashes at the start of a word.
_DASHES_IN_TEXT = re.compile(r"(?<![\s-])--(?=\w)|(?<!-)--(?=\s|$)|(?<=[^\s\w-])--(?![-\s])")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_PAIRS = {'"': "“”", "'": "‘’"}
_APOSTROPHE = "’"
#: Stands for code, a picture or HTML between the texts of a paragraph.
_OBJECT = "\ufffc"


def replace_signs(state: StateCore) -> None:
    """Change the signs in the texts of a document. A rule for markdown-it."""
    for token in state.tokens:
        content = token.content
        if token.type == "inline" and ('"' in content or "'" in content or "--" in content or "..." in content):
            _replace(token.children or [])


def _replace(tokens: list[Token]) -> None:
    """Change the texts of one paragraph: a quotation may begin in one of them and end in another."""
    texts = [_text_of(token, tokens[at - 1] if at else None) for at, token in enumerate(tokens)]
    whole = "".join(texts)
    changes = _changes(whole)
    if not changes:
        return
    start = 0
    for token, text in zip(tokens, texts, strict=True):
        end = start + len(text)
        if token.type == "text" and text is token.content and _SIGN.search(text):
            token.content = _changed(text, start, changes)
        start = end


def _text_of(token: Token, before: Token | None) -> str:
    """Return a token's own text, or what stands for something that is none. An address shown as it is stays so."""
    if token.type == "text":
        shown = before is not None and before.type == "link_open" and before.info == "auto"
        return _OBJECT if shown and token.content else token.content
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    return _OBJECT if token.type in {"code_inline", "image"} else ""


def _changed(text: str, start: int, changes: dict[int, tuple[int, str]]) -> str:
    written, position = [], 0
    for found in _SIGN.finditer(text):
        change = changes.get(start + found.start())
        if change is not None:
            written += [text[position : found.start()], change[1]]
            position = found.start() + change[0]
    return "".join((*written, text[position:]))


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

"""The user's words to an FTS5 expression, and texts to the tokens it is matched against.

One token per Han character (and per kana), words otherwise, and phrase queries over them: exact in Chinese from one
character up (docs/design.md has the figures).
"""

from __future__ import annotations

import re
import unicodedata

# Scripts written without blanks: Han with its extensions and compatibility forms, and kana. A character of these is
# a token of its own. U+3005-3007 are the ideographic iteration mark, closing mark and zero.
_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(f"([{_UNSPACED}]+)")
_PUNCTUATION = [(wide, unicodedata.normalize("NFKC", wide)) for wide in "，：；！？（）"]
_ENDS_UNSPACED = re.compile(f"[{_UNSPACED}]$")
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_LETTER = re.compile(r"[^\W_]")
_MAY_FOLD = re.compile(r"[^\x00-\x7f]")


def tokens(text: str) -> str:
    """Return `text` as the index takes it: folded to NFKC, characters of unspaced scripts set apart by blanks."""
    if not _MAY_FOLD.search(text):
        return text
    parts = _RUN.split(_folded(text))
    # Splitting into runs and joining their characters is the quickest of the ways that were measured.
    parts[1::2] = map(" ".join, parts[1::2])
    return " ".join(parts)


def _folded(text: str) -> str:
    # Wide punctuation is all that most Chinese texts need folded; without it the quick check finds nothing left.
    for wide, narrow in _PUNCTUATION:
        text = text.replace(wide, narrow)
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)


def expression(words: str) -> str:
    """Return an FTS5 expression for what the user typed, "" when it holds nothing to look for.

    Words split at blanks must all occur; what stands between double quotes must occur in this order. The last word
    also matches as a beginning, since it may still be being typed. Never raises, whatever the input.
    """
    terms = _terms(words)
    clauses = [f'"{tokens(term)}"' for term in terms]
    # A quoted or a Han ending is complete as it is; so is one cut off by a sign, as in "C++".
    if clauses and _LETTER.match(words.strip()[-1]) and not _ENDS_UNSPACED.search(terms[-1]):
        clauses[-1] += " *"
    return " AND ".join(clauses)


def words_to_mark(words: str) -> list[str]:
    """Return the stretches of text that a match of `words` shows, for highlighting."""
    return _terms(words)


def _terms(words: str) -> list[str]:
    # Lone surrogates cannot be bound, and FTS5 reads an expression only up to a NUL.
    clean = words.encode("utf-8", "replace").decode().replace("\0", " ")
    parts = ((quoted or bare).strip() for quoted, bare in _TERM.findall(unicodedata.normalize("NFKC", clean)))
    return [part for part in parts if _LETTER.search(part)]

"""TeX formulas as code, so that their asterisks, underscores and backslashes stay literal."""

from __future__ import annotations

import html
import re

#: What stands between two pairs of dollars is a formula only if it has a sign of one; a shell's `$$` has none.
_DISPLAYED = re.compile(r"(?<![\\$])\$\$(?!\$)((?:(?!\n[ \t]*\n)[^$]){1,4000}?)\$\$(?!\$)")
_DISPLAYED_SIGN = re.compile(r"[\\^_={}+<>]")
_NO_PROSE = re.compile(r"[^\W\d_]\s*[-+*/=<>^|(]|\d|\\|^\s*\w\s*$")
#: kramdown's escaped formula is one within its line; its others may have no sign of TeX.
_ESCAPED = re.compile(r"\\(\$\$(?!\$)[^$\n]{1,1000}\$\$)(?!\$)")
_KRAMDOWN = re.compile(r"(?<=\S[ \t])\$\$(?!\$)([^$\n]{1,1000}?)\$\$(?!\$)")
#: One dollar is a currency far more often: nothing but signs that only TeX has make a formula of it.
_IN_LINE = re.compile(r"(?<![\\$A-Za-z0-9_])\$(?=[^\s$])([^$\n]{1,400}?)(?<=[^\s\\])\$(?![A-Za-z0-9_$])")
#: `\\(x\\)` and `\\[x\\]`, their backslashes doubled by those who know that Markdown takes one away. Signs that are
#: repeated may be given back: before 3.11.5 Python goes on behind what it only tried of a group that keeps all (`{}+`).
_BRACKETED = re.compile(
    r"(?<!\\)(\\{1,2})\((.{1,400}?)\1\)"
    r"|(?<!\\)(\\{1,2})\[((?:[^$\n\\]*+(?:\n(?![ \t]*\n)|(?!\3\])\\)){0,500}[^$\n\\]*+)\3\]"
)
_SURE_SIGN = re.compile(r"\\[A-Za-z]{2,}|\^|_[{\\]|(?<=[A-Za-z])_[A-Za-z0-9](?![A-Za-z])")
_WORD = re.compile(r"[^\W\d_]{2}")
_MARKS = re.compile(r"[^\w\s(),;]|_")


def may_hold_formula(text: str) -> bool:
    """Tell cheaply whether `keep_formulas` could change the text."""
    if "\\(" in text or "\\[" in text or "$$" in text:
        return True
    return holds_one_in_dollars(text)


def holds_one_in_dollars(text: str) -> bool:
    """Tell whether any formula stands between single dollars for sure: then the page takes all that does for one."""
    return "$" in text and any(_SURE_SIGN.search(found.group(1)) for found in _IN_LINE.finditer(text))


def keep_formulas(text: str) -> str:
    """Write formulas as code; the text is outside code."""
    if "$$" in text:
        text = _DISPLAYED.sub(_displayed, text)
    if "\\(" in text or "\\[" in text:
        text = _BRACKETED.sub(_bracketed, text)
    if "$" in text and ("_" in text or "\\" in text or "^" in text):
        text = _IN_LINE.sub(_in_line, text)
    return text


def keep_letters(text: str) -> str:
    """Write as code what stands between single dollars and has no word: `$u$`, `$f(n)$`, `$i = 1, 2$`."""
    return _IN_LINE.sub(_without_words, text) if "$" in text else text


def keep_all_formulas(text: str) -> str:
    """Write formulas as kramdown reads them: all between `$$` is one, and so is what follows `\\$$` on a line."""
    if "\\$$" in text:
        text = _ESCAPED.sub(r"\1", text)
    return keep_formulas(_KRAMDOWN.sub(_any_displayed, text) if "$$" in text else text)


def _any_displayed(found: re.Match[str]) -> str:
    formula = found.group(1)
    return _span(formula) if "`" not in formula and _NO_PROSE.search(formula) else found.group()


def _displayed(found: re.Match[str]) -> str:
    whole, formula = found.group(), found.group(1)
    before, alone = _surroundings(found)
    if "`" in formula or "\n>" in formula:
        return whole
    if not (alone or "\n" in formula or _DISPLAYED_SIGN.search(formula)):
        return whole
    return _block(formula, before) if alone else _span(formula)


def _bracketed(found: re.Match[str]) -> str:
    formula = found.group(2) or found.group(4)
    if "`" in formula or "\n>" in formula or not _SURE_SIGN.search(formula):
        return found.group()
    before, alone = _surroundings(found)
    return _block(formula, before) if alone and found.group(4) else _span(formula)


def _in_line(found: re.Match[str]) -> str:
    formula = found.group(1)
    return _span(formula) if "`" not in formula and _SURE_SIGN.search(formula) else found.group()


def _without_words(found: re.Match[str]) -> str:
    formula = found.group(1)
    return found.group() if "`" in formula or _WORD.search(formula) else _span(formula)


def _surroundings(found: re.Match[str]) -> tuple[str, bool]:
    """Return what stands before a formula on its line, and whether it has its lines to itself."""
    before = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
    rest = found.string[found.end() : found.end() + 200].partition("\n")[0]
    return before, not before.strip() and not rest.strip()


def _span(formula: str) -> str:
    """Write code that is code within HTML, too: every sign that Markdown knows as an entity."""
    return f"<code>{_MARKS.sub(lambda found: f'&#{ord(found.group())};', ' '.join(formula.split()))}</code>"


def _block(formula: str, indent: str) -> str:
    lines = [html.escape(line.strip(), quote=False) for line in formula.strip().split("\n")]
    return '<pre><code class="language-latex">' + f"\n{indent}".join((*lines, "</code></pre>"))

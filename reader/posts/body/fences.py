"""The first line of fenced code as generators write it: which language it names, and whether the code is shown."""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

#: `{r name, echo=FALSE}` of knitr, `{.python .numberLines}` of Pandoc, `js{1,3}` and `js:title=a` of Gatsby.
_LANGUAGE = re.compile(r"[{\s]*\.?([\w+#.-]{1,40})")
_PLAIN = re.compile(r"[\w+#.-]+(?:\s|$)")
#: knitr and Quarto run such code, but show neither it nor what comes of it.
_HIDDEN = re.compile(r"\binclude\s*=\s*F(?:ALSE)?\b", re.IGNORECASE)
_HIDDEN_INSIDE = re.compile(r"\s*(?:#\|.*\n)*#\|\s*include:\s*false\b", re.IGNORECASE)


def name_languages(state: StateCore) -> None:
    """Leave of a fence's first line the language. A rule for markdown-it."""
    hidden: list[Token] = []
    for token in state.tokens:
        if token.type == "fence" and token.info and not _PLAIN.match(token.info):
            braced = token.info.lstrip().startswith("{")
            if braced and (_HIDDEN.search(token.info) or _HIDDEN_INSIDE.match(token.content)):
                hidden.append(token)
            found = _LANGUAGE.match(token.info)
            token.info = found.group(1) if found else ""
    if hidden:
        state.tokens = [token for token in state.tokens if token not in hidden]

"""What `{{ ... }}` prints of what is known here: a text in quotes, or one of the front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from reader.domain import Dialect

Values = Mapping[str, object]
NO_VALUES: Values = MappingProxyType({})
_LITERAL = re.compile(r"\s*(['\"])(.*?)\1")
_NAME = re.compile(r"[-\s]*([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)\s*((?:\|\s*\w+\s*)*)[-\s]*$")
#: These leave a text as it is, or complete an address.
_KEEPING = frozenset({"url", "safe", "escape", "escape_once", "xml_escape", "strip", "relative_url", "absolute_url"})
#: Before the names of the front matter stands nothing in Nunjucks (Eleventy, "Using Data in Templates"; Hexo,
#: lib/hexo/post.ts), and `page` in Jekyll ("Variables").
_BEFORE = {Dialect.ELEVENTY: "", Dialect.HEXO: "", Dialect.JEKYLL: "page."}
#: Characters of the front matter printed in a body in all: a long value must not be multiplied.
_MOST_PRINTED = 100_000


class Variables:
    """The front matter of one post, of which tags in its body print something."""

    def __init__(self, dialect: Dialect, values: Values) -> None:
        self._dialect, self._values = dialect, values
        self._room = _MOST_PRINTED

    def printed(self, inside: str) -> str:
        """Return the text of a literal such as `"/css" | relative_url`, or of a value; "" for what is unknown here."""
        literal = _LITERAL.match(inside)
        if literal:
            return literal.group(2)
        before = _BEFORE.get(self._dialect)
        found = _NAME.match(inside[:300]) if self._values and before is not None else None
        if found is None or before is None or not found[1].startswith(before):
            return ""
        return self.value(found[1].removeprefix(before)) if _KEEPING.issuperset(re.findall(r"\w+", found[2])) else ""

    def value(self, name: str) -> str:
        """Return the text that the front matter has for a name, such as `cover` or `writer.name`."""
        value: object = self._values
        for key in name.lower().split("."):
            value = value.get(key) if isinstance(value, Mapping) else None
        if not isinstance(value, str) or len(value) > self._room:
            return ""
        self._room -= len(value)
        return value.strip()

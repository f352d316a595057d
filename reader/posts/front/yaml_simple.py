"""The subset of YAML that nearly all posts use, read five times as fast as by a full parser.

One key a line with a plain or quoted text, a list of such texts, or a flow list of plain ones. Whatever is not surely
read the same by YAML is left to `yaml_text`.
"""

from __future__ import annotations

import re

Simple = dict[str, "str | list[str | None] | None"]

_LINE = re.compile(
    r"""(?:(?P<key>[A-Za-z_][\w.-]*):|(?P<indent>[ ]*)-)
        (?:[ ]+(?:
            '(?P<single>[^'\n]*)'
          | "(?P<double>[^"\\\n]*)"
          | (?P<plain>[^\s\-?:,\[\]{}\#&*!|>'"%@`](?:[^\s:\#]|[ ](?!\#)|:(?=\S)|(?<=\S)\#)*+)
          | \[(?P<flow>[^\[\]{}'"\#:&*!|>%@`?\s-][^\[\]{}'"\#:&*!|>%@`?\t\n]*)\]
        ))?[ ]*""",
    re.ASCII | re.VERBOSE,
)
#: Line ends to YAML, which a line of this module may not hold.
_ODD_LINE_END = re.compile("[\u0085\u2028\u2029]")
#: What YAML reads as nothing, but for nothing itself.
NULLS = frozenset({"~", "null", "Null", "NULL"})
#: Flow lists under these keys are wanted as they were written: a title may stand in brackets, `[转帖]`.
AS_WRITTEN = frozenset({"title", "subject", "date"})
_MOST_LINES = 200


def load_simple(text: str) -> Simple | None:
    """Return the mapping, or None where a real parser has to look."""
    result: Simple = {}
    items: list[str | None] | None = None
    key, indent = "", ""
    lines = text.rstrip("\n").split("\n")
    if len(lines) > _MOST_LINES or _ODD_LINE_END.search(text):
        return None
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        new_key, new_indent, single, double, plain, flow = found.groups()
        value = single if single is not None else double
        if value is None and plain is not None:
            value = None if plain.rstrip(" ") in NULLS else plain.rstrip(" ")
        if new_key is not None:
            if new_key in result or new_key.lower() in NULLS or (flow and new_key.lower() in AS_WRITTEN):
                return None
            key, items = new_key, None
            result[key] = value if flow is None else _flow_items(flow)
            if flow is not None and not result[key]:
                return None
            if line.rstrip(" ").endswith(":") and value is None and plain is None:
                items = []
        elif items is None or flow is not None or (items and new_indent != indent):
            return None
        else:
            items.append(value)
            result[key], indent = items, new_indent
    return result


def _flow_items(flow: str) -> list[str | None]:
    """Return the items of `[a, b]`; [] where one of them is empty."""
    items = [item.strip(" ") for item in flow.split(",")]
    return [None if item in NULLS else item for item in items] if all(items) else []

"""Conditions on words as an expression of the full-text index."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from reader.library.conditions.query_tree import And, Field, Node, Not, Or, Words, changed
from reader.library.words.tokens import units, word_characters

#: Columns of the index by where words are looked for.
_COLUMNS = {Field.ANY: "{title body} : ", Field.ANYWHERE: "", Field.TITLE: "title : ", Field.AUTHOR: "author : "}
#: A word in the title says eight times as much of an article as one in its text.
RELEVANCE = "bm25(search, 8.0, 1.0, 8.0)"
#: What ends a phrase whose last word also stands for longer ones.
BEGINNING = '" *'


def expression(node: Node) -> str | None:
    """Return an FTS5 expression for conditions on words alone, None where there are others.

    A condition that only says what is not wanted is none: FTS5 can take away, but not from everything.
    """
    match node:
        case Words():
            return _phrase(node)
        case Or(items):
            parts = [expression(item) for item in items]
            return f"({' OR '.join(filter(None, parts))})" if all(parts) else None
        case And(items):
            unwanted = [expression(item.inner) for item in items if isinstance(item, Not)]
            wanted = [expression(item) for item in items if not isinstance(item, Not)]
            if not wanted or not all(wanted) or not all(unwanted):
                return None
            joined = " AND ".join(filter(None, wanted))
            return f"(({joined}) NOT ({' OR '.join(filter(None, unwanted))}))" if unwanted else f"({joined})"
        case _:
            return None


def _phrase(words: Words) -> str:
    phrase = " ".join(units(words.text)).replace('"', '""')
    return f'({_COLUMNS[words.field]}"{phrase}"{BEGINNING[1:] if is_beginning(words) else ""})'


def is_beginning(words: Words) -> bool:
    """Whether the last word also stands for longer ones. Few letters do not: they are words of their own."""
    last = units(words.text)[-1]
    return words.unfinished and len(last) >= words.least and bool(_is_word().match(last))


@cache
def _is_word() -> re.Pattern[str]:
    return re.compile(f"[{word_characters()}]")


def split(root: Node) -> tuple[str | None, list[Node]]:
    """Return what the index can find of conditions, as one expression, and the conditions that are left."""
    items: list[Node] = list(root.items) if isinstance(root, And) else [root]
    wanted = [item for item in items if not isinstance(item, Not) and expression(item)]
    if not wanted:
        return None, items
    unwanted = [item for item in items if isinstance(item, Not) and expression(item.inner)]
    words = [*wanted, *unwanted]
    return expression(And(tuple(words))), [item for item in items if item not in words]


def titled(root: Node) -> Node:
    """Return conditions whose words, as far as the index alone can find them, stand in the title, not in the text."""
    items = root.items if isinstance(root, And) else (root,)
    # An article that holds an unwanted word in its text alone is none either.
    return And(tuple(changed(item, _in_title, denied=False) if expression(item) else item for item in items))


def _in_title(node: Node) -> Node:
    if isinstance(node, Words) and node.field in (Field.ANY, Field.ANYWHERE):
        return replace(node, field=Field.TITLE)
    return node

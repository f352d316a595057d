"""The conditions of a search as a tree, and hints about what was typed."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from reader.frozen import frozen


class Field(StrEnum):
    """Where words are looked for: in title and text, or in one column of the index.

    Anywhere is in all columns, where it is known to be the same as in title and text.
    """

    ANY = ""
    ANYWHERE = "anywhere"
    TITLE = "title"
    AUTHOR = "author"


class Naming(StrEnum):
    """What is found by its name."""

    CATEGORY = "category"
    TAG = "tag"
    SOURCE = "source"


class Is(StrEnum):
    """A mark that an article bears."""

    UNREAD = "unread"
    READ = "read"
    BOOKMARKED = "bookmarked"
    GONE = "gone"


class Has(StrEnum):
    """What an article has."""

    PICTURE = "picture"
    THUMBNAIL = "thumbnail"


@frozen
class Words:
    """A phrase to find. The last word of an `unfinished` one may be the beginning of a longer word.

    It must have `least` letters for that: AI is no beginning of "air", and two letters stand for thousands of words,
    which the index takes half a second to put together at a million articles.
    """

    text: str
    field: Field = Field.ANY
    unfinished: bool = False
    least: int = 3


@frozen
class Named:
    """In a category, with a tag, or of a source. `start` and `end` are the name's place in the input.

    `ids` are those of the names that are meant, None before anyone has looked.
    """

    naming: Naming
    name: str
    start: int
    end: int
    ids: tuple[int, ...] | None = None


@frozen
class Published:
    """Published in a period from `since` until before `until`, seconds since 1970; None is open."""

    since: int | None
    until: int | None


@frozen
class Language:
    """Written in a language, all its regions included; in lower case."""

    tag: str


@frozen
class Not:
    """Not so."""

    inner: Node


@frozen
class And:
    """All of these."""

    items: tuple[Node, ...]


@frozen
class Or:
    """Any of these."""

    items: tuple[Node, ...]


Node = Words | Named | Published | Language | Is | Has | Not | And | Or


class HintKind(StrEnum):
    """What is worth a remark: `detail` is what stands behind each."""

    UNKNOWN_OPERATOR = "unknown-operator"  # the operator that may be meant; searched as text
    UNKNOWN_VALUE = "unknown-value"  # the values there are; searched as text
    BAD_DATE = "bad-date"  # what is no date; searched as text
    NO_VALUE = "no-value"  # the operator as it was typed; passed over
    UNKNOWN_NAME = "unknown-name"  # the name that no category, tag or source has: nothing is found
    OPEN_QUOTE = "open-quote"  # taken to reach to the end
    OPEN_GROUP = "open-group"  # the same
    ONLY_SIGNS = "only-signs"  # signs between words; passed over
    JOINS_NOTHING = "joins-nothing"  # the OR or AND that stands at an end; searched as text
    MINUS_MEANT = "minus-meant"  # NOT, which "-" is here; searched as text
    TOO_LONG = "too-long"  # the rest is passed over
    TOO_DEEP = "too-deep"  # parentheses in too many others are passed over
    TITLES_FIRST = "titles-first"  # so many hits that those with the words in the title come first, not the best


@frozen
class Hint:
    """A remark on the input between `start` and `end`."""

    kind: HintKind
    detail: str
    start: int
    end: int


@frozen
class Parsed:
    """The conditions of an input, None where it holds none, and what there is to say about it."""

    root: Node | None
    hints: tuple[Hint, ...] = ()

    def terms(self) -> tuple[Words, ...]:
        """Return the words that an article found by this may show in its title and text."""
        return tuple(dict.fromkeys(_terms(self.root))) if self.root is not None else ()


def changed(node: Node, change: Callable[[Node], Node], *, denied: bool = True) -> Node:
    """Return conditions in which `change` was applied to each that holds no other; not `denied`, none within a Not."""
    match node:
        case Not(inner):
            return Not(changed(inner, change)) if denied else node
        case And(items):
            return And(tuple(changed(item, change, denied=denied) for item in items))
        case Or(items):
            return Or(tuple(changed(item, change, denied=denied) for item in items))
        case _:
            return change(node)


def both(one: Node | None, other: Node | None) -> Node | None:
    """Return the conditions of which all of both hold, side by side as if they had been typed so."""
    if one is None or other is None:
        return one or other
    return And(tuple(item for node in (one, other) for item in (node.items if isinstance(node, And) else (node,))))


def _terms(node: Node) -> list[Words]:
    match node:
        case Words(field=Field.ANY | Field.ANYWHERE | Field.TITLE):
            return [node]
        case And(items) | Or(items):
            return [word for item in items for word in _terms(item)]
        case _:
            return []

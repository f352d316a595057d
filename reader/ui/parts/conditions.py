"""Conditions of a search, written as one would type them in the window's language."""

from __future__ import annotations

from reader.library.conditions.query_language import OPERATORS, TRADITIONAL
from reader.library.conditions.query_names import condition_on
from reader.library.conditions.query_tree import Naming
from reader.library.conditions.query_values import chinese
from reader.ui.parts.dates import in_chinese, in_traditional


def naming(what: Naming, name: str) -> str:
    """Return the condition on a category, tag or source of this name, "" where none can be typed."""
    english = condition_on(what, name)
    return english and f"{_operator(what)}{english.removeprefix(what)}"


def valued(operator: str, value: str) -> str:
    """Return the condition that an operator makes of one of its values."""
    return f"{_operator(operator)}:{chinese(value, traditional=in_traditional()) if in_chinese() else value}"


def _operator(name: str) -> str:
    if not in_chinese():
        return name
    return TRADITIONAL.get(name, OPERATORS[name]) if in_traditional() else OPERATORS[name]

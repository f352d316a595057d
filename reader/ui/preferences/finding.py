"""Finds settings by words of any of the program's languages."""

from __future__ import annotations

from reader.ui.looks.languages import in_each_language
from reader.ui.preferences.options import Row


def holds(row: Row, typed: str, shown: str) -> bool:
    """Whether a row has each word of what was typed, in its names, its explanation or its section, in any language.

    `shown` is what else stands in it, such as the choices.
    """
    sentences = [row.text, row.more, row.section]
    told = in_each_language(lambda translate: " ".join(translate("Options", text) for text in sentences))
    text = " ".join([*told, *row.names, shown]).casefold()
    return all(word in text for word in typed.casefold().split())

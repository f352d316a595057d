"""Finds settings by words of any of the program's languages."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QTranslator

from reader import resources
from reader.ui.looks.appearance import LANGUAGES
from reader.ui.preferences.options import Row


@cache
def _translators() -> tuple[QTranslator, ...]:
    found = []
    for language in LANGUAGES[1:]:
        translator = QTranslator()
        if translator.load(f"broadsheet_{language}", str(resources.path("i18n"))):
            found.append(translator)
    return tuple(found)


def holds(row: Row, typed: str, shown: str) -> bool:
    """Whether a row has each word of what was typed, in its names, its explanation or its section, in any language.

    `shown` is what else stands in it, such as the choices.
    """
    sentences = [row.text, row.more, row.section]
    told = [translator.translate("Options", text) or "" for translator in _translators() for text in sentences]
    text = " ".join([*sentences, *told, *row.names, shown]).casefold()
    return all(word in text for word in typed.casefold().split())

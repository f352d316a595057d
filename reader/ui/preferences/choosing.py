"""Settings with a few values, each with a name: to be found and chosen without their dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from reader.problems import QT_TRANSLATE_NOOP
from reader.ui.actions import Actions
from reader.ui.document.typography import characters_words, font_words, paragraphs_words
from reader.ui.keyboard.key_map import KEY_SET
from reader.ui.keyboard.key_sets import key_set_words
from reader.ui.looks.appearance import language_words, theme_words
from reader.ui.looks.fonts import SANS, SERIF
from reader.ui.looks.languages import Translate, in_each_language
from reader.ui.preferences.exchange import value_of
from reader.ui.preferences.options import OPTIONS, motion_words
from reader.ui.reading.read_marks import MarkRule, rule_words
from reader.ui.settings import Settings

#: Two values of a setting in words.
_ON, _OFF = QT_TRANSLATE_NOOP("Options", "On"), QT_TRANSLATE_NOOP("Options", "Off")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One value of a setting: what `choose` takes, what it is called, and whether it holds `now`.

    `also` are its names in the other languages.
    """

    key: str
    words: str
    now: bool
    also: tuple[str, ...]


def _on_off(value: object, translate: Translate) -> str:
    return translate("Options", _ON if value else _OFF)


def _rule_words(value: str, translate: Translate) -> str:
    return rule_words(MarkRule(value), translate)


# What each setting is called, by its name: the context of these words and the words, and what its values are called.
# Those that the menus offer, such as the order of the list, are commands.
_OFFERED: dict[str, tuple[str, str, Callable[[Any, Translate], str]]] = {
    "theme": ("Options", QT_TRANSLATE_NOOP("Options", "Theme"), theme_words),
    "language": ("Options", QT_TRANSLATE_NOOP("Options", "Language"), language_words),
    "motion": ("Options", QT_TRANSLATE_NOOP("Options", "Motion"), motion_words),
    "reading/characters": ("TextPanel", QT_TRANSLATE_NOOP("TextPanel", "Chinese characters"), characters_words),
    "reading/latin": ("TextPanel", QT_TRANSLATE_NOOP("TextPanel", "Latin font"), font_words),
    "reading/cjk": ("TextPanel", QT_TRANSLATE_NOOP("TextPanel", "Chinese font"), font_words),
    "reading/paragraphs": ("TextPanel", QT_TRANSLATE_NOOP("TextPanel", "Paragraphs"), paragraphs_words),
    "reading/han_space": ("TextPanel", QT_TRANSLATE_NOOP("TextPanel", "Space between Chinese and Latin"), _on_off),
    "reading/mark_read": ("Options", QT_TRANSLATE_NOOP("Options", "Mark as read"), _rule_words),
    "search/best_first": ("Options", QT_TRANSLATE_NOOP("Options", "Best results first"), _on_off),
    KEY_SET: ("Options", QT_TRANSLATE_NOOP("Options", "Set of keys"), key_set_words),
}  # fmt: skip


def offered(settings: Settings) -> Iterator[Chosen]:
    """Yield every value that a setting may be given by name."""
    for name in _OFFERED:
        now = value_of(settings, OPTIONS[name])
        for place, value in enumerate(_values(name)):
            also = in_each_language(partial(_words, name, value))
            yield Chosen(f"{name}={place}", _words(name, value), value == now, also)


def choose(settings: Settings, key: str) -> None:
    """Give a setting the value of that `key`."""
    name, _, place = key.rpartition("=")
    settings.set(name, _values(name)[int(place)])


def other_words(actions: Actions, name: str) -> tuple[str, ...]:
    """Return what a command is called in other languages than that of the window."""
    return in_each_language(lambda translate: actions.words(name, translate))


def _values(name: str) -> tuple[Any, ...]:
    option = OPTIONS[name]
    if isinstance(option.default, bool):
        return (True, False)
    # Of fonts there are hundreds, which have a list of their own.
    return option.among or (SERIF, SANS)


def _words(name: str, value: object, translate: Translate = QCoreApplication.translate) -> str:
    context, text, words = _OFFERED[name]
    whole = translate("Actions", "{command}: {what}")
    return whole.format(command=translate(context, text), what=words(value, translate))

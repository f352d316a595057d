"""The program's words in each of its languages, whichever the window shows now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QTranslator

from reader import resources
from reader.problems import QT_TRANSLATE_NOOP

LANGUAGES = ("auto", "en", "zh_CN", "zh_TW")

#: Of Qt's own file dialog: its Chinese lacks the first two, and calls a size a volume and a folder a directory.
FILE_DIALOG = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Directory:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Directories"),
    QT_TRANSLATE_NOOP("QFileSystemModel", "Size"),
)

#: Gives the words for a context and a sentence, as QCoreApplication.translate does.
Translate = Callable[[str, str], str]


@cache
def translators() -> tuple[QTranslator, ...]:
    """Return all translations there are, read when they are first wanted."""
    found = []
    for language in LANGUAGES[1:]:
        translator = QTranslator()
        if translator.load(f"broadsheet_{language}", str(resources.path("i18n"))):
            found.append(translator)
    return tuple(found)


def in_each_language(words: Callable[[Translate], str]) -> tuple[str, ...]:
    """Return what `words` makes of each language, the program's own first, every wording once."""

    def own(_context: str, text: str) -> str:
        return text

    def of(translator: QTranslator) -> Translate:
        return lambda context, text: translator.translate(context, text) or text

    return tuple(dict.fromkeys(map(words, (own, *map(of, translators())))))

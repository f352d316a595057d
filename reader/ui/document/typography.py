"""How articles are set: what the reader may choose, its bounds, and how it is remembered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.frozen import frozen
from reader.ui.looks.fonts import SANS, SERIF
from reader.ui.looks.languages import Translate
from reader.ui.settings import Settings
from reader.viewing.forms import FORMS, HONG_KONG, SIMPLIFIED, TRADITIONAL

ZOOM_LEAST, ZOOM_DEFAULT, ZOOM_MOST = 12, 18, 32
LEADING_LEAST, LEADING_MOST = 80, 150
WIDTH_LEAST, WIDTH_MOST = 60, 180
#: The width of the column in em: some 66 Latin letters, 38 Chinese characters.
COLUMN_EM = 38
#: Paragraphs apart by a space, or by an indent of their first line.
SPACED, INDENTED = "spaced", "indented"
AS_WRITTEN = "as_written"
CHARACTERS = (AS_WRITTEN, *FORMS)


@frozen
class Typography:
    """The reader's choice; the defaults need no change.

    `leading` and `width` are percentages of the line height that suits the script, and of the column that suits the
    size. A font is fonts.SERIF, fonts.SANS, or the name of a family.
    """

    px: int = ZOOM_DEFAULT
    leading: int = 100
    width: int = 100
    latin: str = SERIF
    cjk: str = SERIF
    paragraphs: str = SPACED
    characters: str = AS_WRITTEN  # in which Chinese is shown
    han_space: bool = True  # a narrow space between Chinese characters and Latin letters or figures


def font_words(font: str, translate: Translate = QCoreApplication.translate) -> str:
    """Return what a font is called; a family is called as it is."""
    names = {SERIF: translate("Typography", "Serif"), SANS: translate("Typography", "Sans serif")}
    return names.get(font, font)


def paragraphs_words(kind: str, translate: Translate = QCoreApplication.translate) -> str:
    """Return what a way to part paragraphs is called."""
    names = {SPACED: translate("Typography", "Spaced"), INDENTED: translate("Typography", "Indented")}
    return names[kind]


def characters_words(form: str, translate: Translate = QCoreApplication.translate) -> str:
    """Return what one of CHARACTERS is called."""
    names = {
        AS_WRITTEN: translate("Typography", "As written"),
        SIMPLIFIED: translate("Typography", "Simplified"),
        TRADITIONAL: translate("Typography", "Traditional (Taiwan)"),
        HONG_KONG: translate("Typography", "Traditional (Hong Kong)"),
    }
    return names[form]


def load(settings: Settings) -> Typography:
    """Return what was chosen; a value that makes no sense counts as not chosen."""
    standard = Typography()
    return Typography(
        settings.number("reading/zoom", standard.px, ZOOM_LEAST, ZOOM_MOST),
        settings.number("reading/leading", standard.leading, LEADING_LEAST, LEADING_MOST),
        settings.number("reading/width", standard.width, WIDTH_LEAST, WIDTH_MOST),
        settings.text("reading/latin", standard.latin) or standard.latin,
        settings.text("reading/cjk", standard.cjk) or standard.cjk,
        settings.text("reading/paragraphs", standard.paragraphs, (SPACED, INDENTED)),
        settings.text("reading/characters", standard.characters, CHARACTERS),
        settings.flag("reading/han_space", default=standard.han_space),
    )


def store(settings: Settings, typography: Typography) -> None:
    """Remember what was chosen."""
    settings.set("reading/zoom", typography.px)
    settings.set("reading/leading", typography.leading)
    settings.set("reading/width", typography.width)
    settings.set("reading/latin", typography.latin)
    settings.set("reading/cjk", typography.cjk)
    settings.set("reading/paragraphs", typography.paragraphs)
    settings.set("reading/characters", typography.characters)
    settings.set("reading/han_space", typography.han_space)

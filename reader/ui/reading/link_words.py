"""What a screen reader says of the link that `Tab` has reached: Qt only tells it of the page, not of its links."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.problems import QT_TRANSLATE_NOOP
from reader.ui.document.kinds import OBJECT_CHARACTER, Property

#: By the scheme of the addresses that only a document of ours has; all others are links.
_KINDS = {
    "toggle": QT_TRANSLATE_NOOP("LinkWords", "{words}, closed"),
    "toggle:open": QT_TRANSLATE_NOOP("LinkWords", "{words}, opened"),
    "table": QT_TRANSLATE_NOOP("LinkWords", "{words}, table"),
    "picture": QT_TRANSLATE_NOOP("LinkWords", "{words}, picture"),
    "fetch": QT_TRANSLATE_NOOP("LinkWords", "{words}, picture to download"),
    "copy": QT_TRANSLATE_NOOP("LinkWords", "{words}, copies the code"),
    "": QT_TRANSLATE_NOOP("LinkWords", "{words}, link"),
}


def chosen_link(cursor: QTextCursor) -> str:
    """Return the address of the link that is selected, "" for none."""
    return _format(cursor).anchorHref() if cursor.hasSelection() else ""


def select_link(page: QTextEdit, href: str) -> None:
    """Let the first link to an address be the one that Tab has come to."""
    block = page.document().begin()
    while block.isValid():
        for part in block.textFormats():
            if part.format.anchorHref() == href:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + part.start)
                cursor.setPosition(block.position() + part.start + part.length, QTextCursor.MoveMode.KeepAnchor)
                page.setTextCursor(cursor)
                return
        block = block.next()


def spoken_link(cursor: QTextCursor) -> str:
    """Return the words of the link that is selected, and what it is; "" for none."""
    href = chosen_link(cursor)
    if not href:
        return ""
    words = " ".join(cursor.selectedText().replace(OBJECT_CHARACTER, _object_words(_format(cursor))).split())
    scheme = href.partition(":")[0]
    if scheme == "toggle":
        scheme += ":open" * words.startswith("▾")
        words = words.lstrip("▸▾ ")
    sentence = QCoreApplication.translate("LinkWords", _KINDS.get(scheme, _KINDS[""]))
    return sentence.format(words=words).lstrip(",， ")


def _object_words(form: QTextCharFormat) -> str:
    """Return what is known of a picture or a card: its description, its title, or its host."""
    known = (form.property(each.value) for each in (Property.ALT, Property.TITLE, Property.HOST))
    return next((str(each) for each in known if each), "")


def _format(cursor: QTextCursor) -> QTextCharFormat:
    end = QTextCursor(cursor)
    end.setPosition(cursor.selectionEnd())
    return end.charFormat()

"""The head of the page: where it belongs, its title, when and by whom, its picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.ui.document.look import Role, Shape
from reader.ui.document.writer import Writer
from reader.ui.parts.dates import long_moment
from reader.viewing.blocks import Run
from reader.viewing.page import NO_ARTICLE, Page


def write(writer: Writer, page: Page) -> None:
    look = writer.look
    if page.kicker:
        writer.begin(Role.KICKER, Shape())
        writer.text(page.kicker, look.char(Role.KICKER))
        writer.built.beside.append((0, writer.cursor.position()))
        writer.owe(look.em(0.3))
    writer.begin(Role.TITLE, Shape())
    writer.runs((Run(page.title),), Role.TITLE)
    writer.owe(look.em(0.5))
    if page.article != NO_ARTICLE:
        writer.begin(Role.META, Shape())
        above = writer.cursor.position()
        writer.text(byline(page), look.char(Role.META))
        writer.built.beside.append((above, writer.cursor.position()))
    writer.owe(look.em(1.6))
    if page.hero is not None:
        writer.begin(Role.BODY, Shape(top=look.em(1.25), tall=True))
        writer.picture(page.hero, 0, 1)
        writer.owe(look.em(1.25))


def byline(page: Page) -> str:
    """Return date, author and reading time in the language of the window, or that there is nothing to read."""
    date = long_moment(page.published, timed=page.timed)
    # lupdate finds a plural only when its number is a plain name.
    minutes = page.minutes
    reading = QCoreApplication.translate("ArticleViewer", "about %n min", "", minutes)
    if not minutes:
        reading = QCoreApplication.translate("ArticleViewer", "no text")
    return " · ".join(filter(None, (date, page.author, reading.replace(" ", "\u00a0"))))

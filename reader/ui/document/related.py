"""The foot of the page: articles that link to this one or share its subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor

from reader.domain import Article
from reader.ui.document.kinds import Kind
from reader.ui.document.look import Look, Role, Shape
from reader.ui.document.writer import Built, Writer
from reader.ui.parts.dates import row_time

#: How the address of an article of the library begins, on a page of ours.
ARTICLE = "article"
#: Articles by what they are to the page: "linking" to it, or "related".
Foot = Mapping[str, Sequence[Article]]
NO_FOOT: Foot = MappingProxyType({})
# More of a title than this is no title.
_LONGEST = 200


def append(built: Built, look: Look, parts: Foot) -> None:
    """Write links to articles below a finished document, in parts; what is above stays where it is."""
    end = QTextCursor(built.document)
    end.movePosition(QTextCursor.MoveOperation.End)
    built.beside.append((end.position(), None))
    end.beginEditBlock()
    end.insertBlock()
    writer = Writer(built, look)
    writer.enter(end)
    writer.begin(Role.META, Shape(top=look.gap(1.6), kind=Kind.NOTES))
    for name, articles in parts.items():
        if articles:
            writer.begin(Role.META, Shape())
            writer.text(_heading(name), look.char(Role.META))
            writer.owe(look.gap(0.5))
            for article in articles:
                _write(writer, article)
            writer.owe(look.gap(1.1))
    end.endEditBlock()


def _heading(part: str) -> str:
    if part == "linking":
        return QCoreApplication.translate("ArticleViewer", "Linked from")
    return QCoreApplication.translate("ArticleViewer", "Related articles")


def _isolated(text: str, look: Look) -> str:
    """Return words that run in their own direction: a number that begins an English title is not its end elsewhere."""
    return f"\u2068{text}\u2069" if look.rtl else text


def _write(writer: Writer, article: Article) -> None:
    look = writer.look
    writer.begin(Role.HEAD, Shape())
    link = look.link(look.char(Role.HEAD), f"{ARTICLE}:{article.id}", underlined=False)
    writer.text(_isolated(" ".join(article.title.split())[:_LONGEST] or "…", look), link)
    writer.begin(Role.META, Shape())
    words = " · ".join(filter(None, (article.author or article.source, row_time(article, with_day=True))))
    writer.text(_isolated(words, look), look.char(Role.META))
    writer.owe(look.gap(0.45))

"""Where the links of a page lead: within it, into the library, or out of the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.late import late

with late():
    from reader.ui.document import related
    from reader.ui.parts import speaking
    from reader.ui.reading import link_words
    from reader.viewing import allow

if TYPE_CHECKING:
    from reader.references import LinkedPost

_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


def shown(url: QUrl) -> str:
    """Return an address to be read before it is opened.

    Its letters are readable, but those of the host, which may look like others, and signs that are not seen or turn
    the text around.
    """
    host = url.host()
    text = url.toString()
    if host and not host.isascii():
        text = text.replace(host, url.host(_ENCODED), 1)
    return "".join(sign if sign.isprintable() else quote(sign) for sign in text)


class PageLinks(QObject):
    """Tells what a link on a page asks for; `handlers` take the path of the addresses of ours, by their scheme."""

    activated = Signal(str)  # http, https or mailto
    article_wanted = Signal(int)
    hovered = Signal(str)  # words for the status bar, "" when the pointer leaves a link

    def __init__(
        self, go_to: Callable[[str], None], handlers: Mapping[str, Callable[[str], None]], page: QTextEdit
    ) -> None:
        super().__init__(page)
        self._page = page
        self._go_to = go_to
        self._handlers = handlers
        self._inside: Mapping[str, LinkedPost] = {}

    def show(self, inside: Mapping[str, LinkedPost]) -> None:
        """Take over which addresses of a page lead to articles of the library."""
        self._inside = {QUrl(href).toString(_ENCODED): post for href, post in inside.items()}
        self.hovered.emit("")

    def outward(self, href: str) -> str:
        """Return where a link leads out of the program, "" where it stays in it."""
        link = allow.link(href)
        return "" if link.startswith("#") else link

    def article_of(self, url: QUrl) -> int | None:
        """Return the article of the library that a link leads to, None for any other link."""
        href = url.toString(_ENCODED)
        if href in self._inside:
            return self._inside[href].article
        return int(url.path()) if url.scheme() == related.ARTICLE and allow.inside(href) else None

    def follow(self, url: QUrl) -> None:
        """Do what a link asks for."""
        href = url.toString(_ENCODED)
        scheme = url.scheme()
        if href.startswith("#"):
            self._go_to(url.fragment(QUrl.ComponentFormattingOption.FullyDecoded))
        elif scheme in self._handlers:
            reached = link_words.chosen_link(self._page.textCursor()) == href
            self._handlers[scheme](url.path())
            if reached and self._page.hasFocus() and not self._page.textCursor().hasSelection():
                # The page was set anew, as where something opens. Tab goes on from here, not from the beginning.
                link_words.select_link(self._page, href)
                self.reach(self._page.textCursor())
        elif (article := self.article_of(url)) is not None:
            self.article_wanted.emit(article)
        elif link := self.outward(href):
            self.activated.emit(link)

    def reach(self, cursor: QTextCursor | None) -> None:
        """Say where the link leads that Tab has selected, None for none. Qt tells of the one under the pointer only."""
        self.hover(QUrl(link_words.chosen_link(cursor) if cursor is not None else ""))
        if cursor is not None and (said := link_words.spoken_link(cursor)):
            speaking.announce(self._page, said)

    def hover(self, url: QUrl) -> None:
        """Say where the link under the pointer leads."""
        href = url.toString(_ENCODED)
        said = [shown(url)] if self.outward(href) else []
        post = self._inside.get(href)
        if post is not None:
            title = "".join(sign if sign.isprintable() else " " for sign in post.title)
            said.insert(0, self.tr("In your library: {title}").format(title=" ".join(title.split())[:150]))
        self.hovered.emit(" · ".join(said))

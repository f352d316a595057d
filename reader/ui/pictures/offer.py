"""The one question about a folder's web pictures, asked below an import's report."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.offline import Fetch
from reader.ui.parts.labels import wrapping


@dataclass(frozen=True, slots=True)
class Offer:
    """A source whose articles show so many pictures of the web, about which nothing was decided."""

    source: int
    name: str
    pictures: int


class PictureOffer(QFrame):
    """Hidden while there is nothing to ask. `answered` tells the source, the choice, and whether it is for always."""

    answered = Signal(int, Fetch, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pictureOffer")
        self.setProperty("tone", "card")
        self._offer: Offer | None = None
        self._words = wrapping(self, heavy=True)
        self._note = wrapping(self, 12, tone="secondary")
        self.always = QCheckBox(self)
        self.thumbnails, self.all, self.not_now = (QPushButton(self) for _ in range(3))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button, what in (
            (self.thumbnails, Fetch.THUMBNAILS),
            (self.all, Fetch.ALL),
            (self.not_now, Fetch.NOTHING),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, what=what: self._answer(what))
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.always)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addWidget(self._note)
        column.addSpacing(2)
        column.addLayout(buttons)
        self.hide()
        self.retranslate()

    def ask(self, offer: Offer | None) -> None:
        """Ask about a source, or no more."""
        self._offer = offer
        self.always.setChecked(False)
        self.setVisible(offer is not None)
        self.retranslate()

    def withhold(self, withheld: bool) -> None:
        """Hide the question while what it is about is not in the library."""
        self.setVisible(self._offer is not None and not withheld)

    def _answer(self, what: Fetch) -> None:
        offer, always = self._offer, self.always.isChecked()
        self.ask(None)
        if offer is not None:
            self.answered.emit(offer.source, what, always)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        number = self._offer.pictures if self._offer is not None else 0
        self._words.setText(self.tr("This folder uses %n picture(s) from the web", "", number))
        self.setAccessibleName(self._words.text())
        self._note.setText(
            self.tr("Their hosts will see your network address and which pictures you fetch, not what you read.")
        )
        self.thumbnails.setText(self.tr("Thumbnails only"))
        self.all.setText(self.tr("All pictures"))
        self.not_now.setText(self.tr("Not now"))
        self.always.setText(self.tr("Always for this folder"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

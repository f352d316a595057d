"""When an article counts as read: on opening it, after some seconds, at its end, or by hand alone."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from reader.domain import Changes, MarkKind
from reader.ui.looks.languages import Translate
from reader.ui.navigator import Navigator
from reader.ui.parts.array_search import place_in
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.reading.progress import Progress, ReadingProgress
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings

#: Seconds that may be chosen, and those that are unless others were.
LEAST_SECONDS, MOST_SECONDS, USUAL_SECONDS = 1, 600, 5
# A glance at a short article that is gone again is no reading of it.
_GLANCE_MS = 1000


class MarkRule(StrEnum):
    """What makes an article read."""

    OPEN = "open"
    SECONDS = "seconds"
    END = "end"
    HAND = "hand"


def rule_words(rule: MarkRule, translate: Translate = QCoreApplication.translate) -> str:
    """Return what a rule is called."""
    names = {
        MarkRule.OPEN: translate("MarkRule", "When it is opened"),
        MarkRule.SECONDS: translate("MarkRule", "After some seconds"),
        MarkRule.END: translate("MarkRule", "At its end"),
        MarkRule.HAND: translate("MarkRule", "Only by hand"),
    }
    return names[rule]


def load_rule(settings: Settings) -> tuple[MarkRule, int]:
    """Return the rule that was chosen, and its seconds."""
    seconds = settings.number("reading/mark_seconds", USUAL_SECONDS, LEAST_SECONDS, MOST_SECONDS)
    return MarkRule(settings.text("reading/mark_read", MarkRule.OPEN, tuple(MarkRule))), seconds


def store_rule(settings: Settings, rule: MarkRule, seconds: int) -> None:
    """Keep a choice; it holds from the next article on."""
    settings.set("reading/mark_read", str(rule))
    settings.set("reading/mark_seconds", seconds)


class ReadMarks(QObject):
    """Marks articles as read as the rule says. Whoever marks one by hand meanwhile, or takes that back, has the word.

    What is only shown again, such as at the start of the program, counts where its end is come to anew.
    """

    def __init__(
        self,
        session: LibrarySession,
        navigator: Navigator,
        viewer: ArticleViewer,
        progress: ReadingProgress,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._article: int | None = None  # what waits to be marked
        self._at_end = False
        self._short_of_end = False  # whether its end was out of view, or it was opened to be read
        self._stay = QTimer(self, singleShot=True)
        self._stay.timeout.connect(self._mark)
        navigator.begun.connect(self._on_begun)
        navigator.lost.connect(lambda _article: self._forget())
        progress.changed.connect(self._on_progress)
        viewer.next_requested.connect(self._on_next)
        session.changed.connect(self._on_changes)

    def _on_begun(self, article: int, to_read: bool) -> None:
        self._forget()
        rule, seconds = load_rule(self._settings)
        if rule is MarkRule.OPEN and to_read:
            self._session.note_opened(article)
        elif rule is MarkRule.SECONDS and to_read:
            self._article = article
            self._stay.start(seconds * 1000)
        elif rule is MarkRule.END:
            self._article, self._at_end, self._short_of_end = article, True, to_read

    def _on_progress(self, progress: Progress) -> None:
        if not self._at_end or progress.article is None or progress.article != self._article:
            return
        if progress.fraction < 1:
            self._short_of_end = True
            self._stay.stop()
        elif self._short_of_end and not self._stay.isActive():
            self._stay.start(_GLANCE_MS)

    def _on_next(self) -> None:
        """Whoever turns the page at the end has read it, however quickly."""
        if self._at_end and self._stay.isActive():
            self._mark()

    def _on_changes(self, changes: Changes) -> None:
        if self._article is None or changes.kind is not MarkKind.READ:
            return
        if place_in(changes.marks, self._article) >= 0:
            self._forget()

    def _mark(self) -> None:
        article = self._article
        self._forget()
        if article is not None:
            self._session.note_opened(article)

    def _forget(self) -> None:
        self._stay.stop()
        self._article, self._at_end = None, False

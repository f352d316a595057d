"""The setting that says when an article counts as read."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from reader.ui.parts.choice import Choice
from reader.ui.reading.read_marks import LEAST_SECONDS, MOST_SECONDS, MarkRule, load_rule, rule_words, store_rule
from reader.ui.settings import Settings


class MarkRuleBox(QWidget):
    """A rule, and beside it the seconds where it has some; each choice is kept at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.rule, self.seconds = Choice(self), QSpinBox(self)
        for each in MarkRule:
            self.rule.addItem("", each)
        self.seconds.setRange(LEAST_SECONDS, MOST_SECONDS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.rule, 1)
        row.addWidget(self.seconds)
        self.setFocusProxy(self.rule)
        self.show_rule()
        self.rule.currentIndexChanged.connect(lambda _: self._store())
        self.seconds.valueChanged.connect(lambda _: self._store())
        self.retranslate("")

    def show_rule(self) -> None:
        """Show what is chosen now."""
        rule, seconds = load_rule(self._settings)
        blocked = QSignalBlocker(self.rule), QSignalBlocker(self.seconds)
        self.rule.setCurrentIndex(list(MarkRule).index(rule))
        self.seconds.setValue(seconds)
        for each in blocked:
            each.unblock()
        self._offer_seconds()

    def retranslate(self, name: str) -> None:
        """Show all words in the language that is now chosen; `name` is that of the setting."""
        for place, rule in enumerate(MarkRule):
            self.rule.setItemText(place, rule_words(rule))
        #: Behind the number of seconds.
        self.seconds.setSuffix(self.tr(" s"))
        self.rule.name_alone(name)
        self.seconds.setAccessibleName(self.tr("Seconds until an article counts as read"))

    def _store(self) -> None:
        store_rule(self._settings, MarkRule(self.rule.currentData()), self.seconds.value())
        self._offer_seconds()

    def _offer_seconds(self) -> None:
        self.seconds.setVisible(self.rule.currentData() == MarkRule.SECONDS)

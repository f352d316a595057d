"""What the export and print dialogs have in common."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QWidget,
)

from reader.ui.parts.dialog_layout import button_row, column_of
from reader.ui.parts.inquiry import Inquiry
from reader.ui.parts.labels import plain
from reader.ui.session import LibrarySession
from reader.ui.settings import Settings


class ChoicesDialog(QDialog):
    """Not modal: choices above, how far it is, and the buttons that begin and leave it."""

    cancel: QPushButton
    go: QPushButton

    def __init__(self, session: LibrarySession, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._disk = Inquiry(self)
        self._labels = (QLabel(self), QLabel(self))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)

    def _choices(self, combos: Sequence[QComboBox], ticks: Sequence[QCheckBox], width: int) -> QFormLayout:
        """Return a form of choices, each beside its label and at least so wide (pixels), and of ticks below them."""
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        for label, combo in zip(self._labels, combos, strict=True):
            label.setBuddy(combo)
            combo.setMinimumWidth(width)
            form.addRow(plain(label), combo)
        for tick in ticks:
            form.addRow(tick)
        return form

    def _put_together(self, parts: Sequence[QLayout | QWidget], beside: QWidget | None = None) -> None:
        """Lay parts out below one another, and the buttons at the end, with something `beside` them."""
        # Made now, so that Tab comes to them last.
        self.cancel, self.go = QPushButton(self), QPushButton(self)
        self.cancel.clicked.connect(self.close)
        self.go.setDefault(True)
        self.go.setProperty("primary", True)
        buttons, column = button_row((), (self.cancel, self.go), beside), column_of(self, 18)
        for part in (*parts, buttons):
            column.addLayout(part) if isinstance(part, QLayout) else column.addWidget(part)

    def _last_folder(self) -> Path:
        """Return the folder that was written to last."""
        return Path(self._settings.text("export_folder", str(Path.home())))

    def _come_forward(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def _name_choices(self, combos: Sequence[QComboBox]) -> None:
        """Let a screen reader name what has a label beside it, and the bar."""
        for label, combo in zip(self._labels, combos, strict=True):
            combo.setAccessibleName(label.text())
        self.bar.setAccessibleName(self.tr("Progress"))

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

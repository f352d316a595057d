"""The sheet of keyboard shortcuts, behind the question mark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.parts.page_area import PageArea

#: The height of a key cap.
_CAP_PX = 22

#: A row of the sheet: group, keys, description. Keys as "Ctrl+F"; alternatives as "J / Down".
Row = tuple[str, str, str]


def caps(keys: str) -> list[list[str]]:
    """Split "Ctrl++ / G, G" into alternatives of single keys."""
    return [
        [part for one in alternative.split(", ") for part in _parts(one)]
        for alternative in keys.split(" / ")
        if alternative
    ]


def _parts(sequence: str) -> list[str]:
    if sequence.endswith("+"):  # the plus key itself
        return [*[part for part in sequence[:-1].split("+") if part], "+"]
    return sequence.split("+")


def balance(sizes: Sequence[int]) -> int:
    """Return how many groups of these heights belong into the first of two columns."""
    return min(range(len(sizes) + 1), key=lambda n: max(sum(sizes[:n]), sum(sizes[n:])))


def _label(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class ShortcutSheet(QDialog):
    """All shortcuts by group, in two columns."""

    #: Other keys are wanted.
    change_wanted = Signal()

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(760, 600)
        self._area = PageArea(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 20)
        layout.addWidget(self._area)
        self.change = QPushButton(self)
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self.change_wanted)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(self.change)
        layout.addLayout(foot)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead; groups keep the order of their first row."""
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.change.setText(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change keyboard shortcuts…"))
        self._area.setAccessibleName(self.windowTitle())
        groups: dict[str, list[Row]] = {}
        for row in rows:
            groups.setdefault(row[0], []).append(row)
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(24, 20, 24, 24)
        columns.setSpacing(44)
        split = balance([len(group) + 2 for group in groups.values()])
        names = list(groups)
        for part in (names[:split], names[split:]):
            column = QVBoxLayout()
            column.setSpacing(24)
            for name in part:
                column.addWidget(self._group(name, groups[name], page))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._area.show_page(page)

    def _group(self, name: str, rows: Sequence[Row], parent: QWidget) -> QWidget:
        box = QWidget(parent)
        box.setAccessibleName(name)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        title = _label(name, box)
        font = QFont(title.font())
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        column.addWidget(title)
        for _, keys, description in rows:
            text = _label(description, box)
            text.setProperty("tone", "secondary")
            text.setWordWrap(True)
            # Not a grid: the widest keys would narrow the words of all rows.
            line = self._caps(keys, box)
            line.insertWidget(0, text, 1)
            line.insertSpacing(1, 10)
            column.addLayout(line)
        return box

    def _caps(self, keys: str, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3)
        for number, alternative in enumerate(caps(keys)):
            if number:
                between = _label(self.tr("or"), parent)
                between.setProperty("tone", "hint")
                between.setContentsMargins(3, 0, 3, 0)
                row.addWidget(between)
            for key in alternative:
                cap = _label(key, parent)
                cap.setProperty("tone", "cap")
                cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
                cap.setFixedHeight(_CAP_PX)  # in every script
                row.addWidget(cap)
        return row

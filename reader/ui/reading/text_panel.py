"""The panel behind "Aa": colours, fonts, sizes and spacing of the text, applied at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.document import typography as bounds
from reader.ui.document.typography import (
    CHARACTERS,
    INDENTED,
    SPACED,
    Typography,
    characters_words,
    font_words,
    paragraphs_words,
)
from reader.ui.looks.appearance import MODES, Appearance, theme_words
from reader.ui.looks.fonts import SANS, SERIF
from reader.ui.parts.choice import Choice
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.reading.popover import is_typed
from reader.ui.reading.swatches import Swatch

_WIDTH = 370
_System = QFontDatabase.WritingSystem
_CJK = (_System.SimplifiedChinese, _System.TraditionalChinese, _System.Japanese, _System.Korean)
_STEP = 5  # percent


class TextPanel(QFrame):
    """A popover: Esc or a click elsewhere closes it. What is changed is seen at once in the article behind it."""

    def __init__(self, viewer: ArticleViewer, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("textPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # or the click on "Aa" that closes it opens it again
        self._viewer, self._appearance = viewer, appearance
        self._make_controls()
        self._place_controls()
        self.setFixedWidth(_WIDTH)
        self.retranslate()
        self._show_theme()
        self._show_typography(viewer.typography())
        self._connect_controls()

    def open_below(self, button: QWidget) -> None:
        """Open with its right edge under that of a button, and take the keys."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        room = button.screen().availableGeometry()
        x = max(room.left(), min(corner.x(), room.right()) - self.width())
        self.move(x, max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.show()
        self._chosen_swatch().setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Show all words in the language that is now chosen."""
        self.setWindowTitle(self.tr("Text and colours"))
        self.setAccessibleName(self.windowTitle())
        words = {
            self.text_size: self.tr("Size"),
            self.leading: self.tr("Line height"),
            self.column_width: self.tr("Column width"),
            self.latin: self.tr("Latin font"),
            self.cjk: self.tr("Chinese font"),
            self.paragraphs: self.tr("Paragraphs"),
            self.characters: self.tr("Chinese characters"),
        }
        for control, text in words.items():
            self._labels[control].setText(text)
            control.setAccessibleName(text)
        for button, (spin, icon) in self._buttons.items():
            #: What a button does with a number: "Line height, less".
            text = self.tr("{name}, less") if icon == "minus" else self.tr("{name}, more")
            button.setAccessibleName(text.format(name=spin.accessibleName()))
        for swatch in self.swatches:
            swatch.setAccessibleName(theme_words(swatch.mode))
            swatch.setToolTip(theme_words(swatch.mode))
        self.han_space.setText(self.tr("Space between Chinese and Latin"))
        self.reset.setText(self.tr("Reset text"))
        for combo in (self.latin, self.cjk):
            combo.setItemText(0, font_words(SERIF))
            combo.setItemText(1, font_words(SANS))
        for number, kind in enumerate((SPACED, INDENTED)):
            self.paragraphs.setItemText(number, paragraphs_words(kind))
        for number, form in enumerate(CHARACTERS):
            self.characters.setItemText(number, characters_words(form))

    def event(self, event: QEvent) -> bool:
        return is_typed(event) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _make_controls(self) -> None:
        self.swatches = [Swatch(mode, self._appearance.icons, self) for mode in MODES]
        group = QButtonGroup(self)
        for swatch in self.swatches:
            group.addButton(swatch)
        self.text_size = self._spin(bounds.ZOOM_LEAST, bounds.ZOOM_MOST, 1, " px")
        self.leading = self._spin(bounds.LEADING_LEAST, bounds.LEADING_MOST, _STEP, "%")
        self.column_width = self._spin(bounds.WIDTH_LEAST, bounds.WIDTH_MOST, _STEP, "%")
        self.latin = self._combo([SERIF, SANS], _families(_System.Latin))
        self.cjk = self._combo([SERIF, SANS], _families(*_CJK))
        self.paragraphs = self._combo([SPACED, INDENTED], [])
        self.characters = self._combo(list(CHARACTERS), [])
        self.han_space = QCheckBox(self)
        self.reset = QPushButton(self)
        numbers, fonts = (self.text_size, self.leading, self.column_width), (self.latin, self.cjk)
        controls = (*numbers, *fonts, self.paragraphs, self.characters)
        self._buttons: dict[QToolButton, tuple[QSpinBox, str]] = {}
        self._labels: dict[QWidget, QLabel] = {control: QLabel(self) for control in controls}

    def _spin(self, least: int, most: int, step: int, unit: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(least, most)
        spin.setSingleStep(step)
        spin.setSuffix(unit)
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        spin.setKeyboardTracking(False)  # a number that is half typed is not meant
        return spin

    def _combo(self, values: list[str], families: list[str]) -> QComboBox:
        combo = Choice(self)
        for value in values:
            combo.addItem("", value)
        if families:
            combo.insertSeparator(combo.count())
        for name in families:
            combo.addItem(name, name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        combo.setMaxVisibleItems(14)
        return combo

    def _place_controls(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 18)
        column.setSpacing(14)
        colours = QHBoxLayout()
        colours.setSpacing(0)
        for swatch in self.swatches:
            colours.addWidget(swatch)
            if swatch is not self.swatches[-1]:
                colours.addStretch(1)
        column.addLayout(colours)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for control, label in self._labels.items():
            label.setBuddy(control)
            label.setMinimumHeight(30)
            if isinstance(control, QSpinBox):
                form.addRow(label, self._with_buttons(control))
            else:
                form.addRow(label, control)
        column.addLayout(form)
        column.addWidget(self.han_space)
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignRight)

    def _with_buttons(self, spin: QSpinBox) -> QHBoxLayout:
        """Put a number between buttons for less and more: for the pointer, since the keys do it without."""
        row = QHBoxLayout()
        row.setSpacing(4)
        for icon, step in (("minus", spin.stepDown), ("plus", spin.stepUp)):
            button = QToolButton(self)
            button.setIcon(self._appearance.icons.icon(icon))
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(30, 30)
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on, step=step: step())
            self._buttons[button] = (spin, icon)
            row.addWidget(button)
        row.insertWidget(1, spin, 1)
        return row

    def _connect_controls(self) -> None:
        for swatch in self.swatches:
            swatch.clicked.connect(lambda _on, mode=swatch.mode: self._appearance.choose_theme(mode))
        self.text_size.valueChanged.connect(lambda px: self._change(px=px))
        self.leading.valueChanged.connect(lambda percent: self._change(leading=percent))
        self.column_width.valueChanged.connect(lambda percent: self._change(width=percent))
        self.latin.activated.connect(lambda _: self._change(latin=self.latin.currentData()))
        self.cjk.activated.connect(lambda _: self._change(cjk=self.cjk.currentData()))
        self.paragraphs.activated.connect(lambda _: self._change(paragraphs=self.paragraphs.currentData()))
        self.characters.activated.connect(lambda _: self._change(characters=self.characters.currentData()))
        self.han_space.clicked.connect(lambda on: self._change(han_space=on))
        self.reset.clicked.connect(lambda: self._viewer.set_typography(Typography()))
        self._viewer.typography_changed.connect(self._show_typography)
        self._appearance.theme_coming.connect(self._show_theme)

    def _change(self, **what: Any) -> None:
        self._viewer.set_typography(replace(self._viewer.typography(), **what))

    def _chosen_swatch(self) -> Swatch:
        return next(swatch for swatch in self.swatches if swatch.mode == self._appearance.mode())

    def _show_theme(self) -> None:
        self._chosen_swatch().setChecked(True)

    def _show_typography(self, typography: Typography) -> None:
        """Show what is in force: the keys of the window and the wheel change it, too."""
        for spin, value in (
            (self.text_size, typography.px),
            (self.leading, typography.leading),
            (self.column_width, typography.width),
        ):
            with QSignalBlocker(spin):
                spin.setValue(value)
        for combo, chosen in (
            (self.latin, typography.latin),
            (self.cjk, typography.cjk),
            (self.paragraphs, typography.paragraphs),
            (self.characters, typography.characters),
        ):
            if combo.findData(chosen) < 0:  # a font that is no longer installed
                combo.addItem(chosen, chosen)
            combo.setCurrentIndex(combo.findData(chosen))
        self.han_space.setChecked(typography.han_space)
        if typography == Typography() and self.reset.hasFocus():
            self.text_size.setFocus()
        self.reset.setEnabled(typography != Typography())


def _families(*systems: QFontDatabase.WritingSystem) -> list[str]:
    """Return the installed families that can write one of these, as the user knows them."""
    found = {name for system in systems for name in QFontDatabase.families(system)}
    return sorted((name for name in found if not QFontDatabase.isPrivateFamily(name)), key=str.casefold)

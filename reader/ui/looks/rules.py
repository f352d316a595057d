"""The style sheet for what palette and Fusion cannot do, with names of colours that a theme fills in."""

from __future__ import annotations

from string import Template

RULES = Template("""
QToolTip { background: $toast; color: $toast_text; border: none; padding: 4px 7px; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $scroll_hover; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QWidget[pane="sidebar"] { background: $sidebar; border: none; }
QWidget[pane="list"] { background: $list; border: none; }
QWidget[pane="sidebar"] QAbstractItemView { background: $sidebar; border: none; }
QWidget[pane="list"] QAbstractItemView { background: $list; border: none; }
QWidget[pane="page"] { background: $page; border: none; }
QDialog { background: $list; }
QDialog#manual { background: $page; }
QDialog QAbstractItemView { border: 1px solid $line; border-radius: 6px; }
QDialog QHeaderView { border: none; border-radius: 0; }
QDialog QTableView { background: $list; padding: 2px; outline: none; }
QDialog QTableView::item { padding: 0 6px; border: none; }
QDialog QTableView::item:selected { background: $selected; color: $text; }
QDialog QListWidget { background: $list; padding: 3px; outline: none; }
QDialog QListWidget::item { color: $text; border-radius: 5px; padding: 5px 8px; }
QDialog QListWidget::item:hover { background: $hover; }
QDialog QListWidget::item:selected { background: $selected; }
QComboBox { combobox-popup: 0; background: $control; color: $text; border: 1px solid $control_line; border-radius: 6px;
            padding: 4px 7px; min-height: 20px; max-height: 20px; }
QComboBox:hover { background: $control_hover; }
QComboBox:focus { border-color: $accent; }
QComboBox:disabled { color: $faint; border-color: $line; background: transparent; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { border: 1px solid $control_line; border-radius: 0; background: $menu; outline: none;
                              padding: 4px; selection-background-color: $selected;
                              selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected { background: $selected; color: $text; }

QSpinBox { background: $control; color: $text; border: 1px solid $control_line; border-radius: 6px;
           padding: 4px 7px; min-height: 20px; max-height: 20px; }
QSpinBox:focus { border-color: $accent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }

QLineEdit { background: $field; color: $text; placeholder-text-color: $text3; border: 1px solid $field;
            border-radius: 6px; padding: 4px 7px; selection-background-color: $tint; selection-color: $text;
            lineedit-clear-button-icon: url("$clear"); }
QLineEdit:focus { border-color: $ring; }
QLineEdit:disabled { color: $faint; }
QDialog QLineEdit { background: $control; border-color: $control_line; min-height: 20px; max-height: 20px; }
QDialog QLineEdit:focus { border-color: $accent; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0;
                                                  min-height: 0; }

QToolButton { background: transparent; color: $text2; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover { background: $hover; color: $text; }
QToolButton:pressed, QToolButton:open { background: $selected_sidebar; }
QToolButton:checked { background: transparent; }
QToolButton:checked:hover { background: $hover; }
QToolButton:focus { border-color: $ring; }
QToolButton[tone="choice"] { color: $text3; padding: 2px 7px; font-size: 12px; }
QToolButton[tone="choice"]:hover { background: transparent; color: $text; }
QToolButton[tone="choice"]:checked { background: $hover; color: $text; }
QToolButton[tone="choice"]:focus { border-color: $accent; }
QToolButton[tone="chip"] { background: $hover; color: $text; padding: 2px 8px; font-size: 12px; }
QToolButton[tone="chip"]:hover { background: $selected; }
QToolButton[tone="chip"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit QToolButton, QLineEdit QToolButton:hover, QLineEdit QToolButton:pressed {
    background: transparent; border: none; padding: 0; }

QPushButton { background: $control; color: $text; border: 1px solid $control_line; border-radius: 6px;
              padding: 4px 14px; min-height: 20px; max-height: 20px; }
QPushButton:hover { background: $control_hover; }
QPushButton:pressed { background: $selected; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; border-color: $line; background: transparent; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[primary="true"]:focus { border-color: $text; }
QPushButton[primary="true"]:disabled { background: $line; border-color: $line; color: $faint; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator, QTableView::indicator { width: 14px; height: 14px; background: $control;
                                              border: 1px solid $box_line; border-radius: 4px; }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent; border-color: $accent;
                                                              image: url("$tick"); }
QCheckBox::indicator:checked:focus { border-color: $text; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QStatusBar { background: $sidebar; color: $text2; border-top: 1px solid $line; font-size: 12px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $text2; font-size: 12px; }

QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $list; color: $text2; border: none; border-bottom: 1px solid $line;
                       padding: 5px 9px; font-size: 12px; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $text2; border: none; border-bottom: 2px solid transparent;
               padding: 7px 12px; }
QDialog QTabBar::tab { padding: 7px 9px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }

QMessageBox, QDialogButtonBox { button-layout: 3; dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox QLabel#qt_msgbox_label { font-size: 15px; font-weight: 600; }
QMessageBox QLabel#qt_msgbox_informativelabel { color: $text2; }

QLabel[tone="secondary"] { color: $text2; }
QLabel[tone="hint"] { color: $text3; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="cap"] { background: $control; color: $text; border: 1px solid $control_line; border-bottom-width: 2px;
                     border-radius: 5px; padding: 1px 6px; min-width: 10px; font-size: 12px; }

QFrame[tone="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[tone="card"] QLabel { background: transparent; border: none; }

QFrame[tone="popup"] { background: $menu; border: 1px solid $control_line; border-radius: 8px; }
QFrame[tone="popup"] QListWidget { background: transparent; border: none; }

QFrame[tone="palette"] { background: $menu; border: 1px solid $control_line; border-radius: 10px; }
QFrame[tone="palette"] QLineEdit, QFrame[tone="palette"] QLineEdit:focus {
    background: transparent; border: none; padding: 0 17px; }
QFrame[tone="palette"] QListView { background: transparent; border: none; border-top: 1px solid $line; }

QFrame[tone="toast"] { background: $toast; border: none; border-radius: 9px; }
QFrame[tone="toast"] QLabel { color: $toast_text; background: transparent; }
QFrame[tone="toast"] QPushButton { background: transparent; color: $toast_action; border: 1px solid transparent;
                                   padding: 3px 6px; font-weight: 600; }
QFrame[tone="toast"] QPushButton:hover { background: $toast_hover; }
QFrame[tone="toast"] QPushButton:focus { border-color: $toast_action; }

QFrame[tone="popover"] { background: $menu; border: 1px solid $control_line; }
QFrame[tone="popover"] QListWidget { background: transparent; border: none; outline: none; }
QFrame[tone="popover"] QListWidget::item { border-radius: 5px; padding: 0 10px; color: $text; }
QFrame[tone="popover"] QListWidget::item:hover { background: $hover; }
QFrame[tone="popover"] QListWidget::item:selected { background: $selected; color: $text; }

QListWidget#manualOutline { background: $sidebar; border: none; border-right: 1px solid $line; outline: none; }
QListWidget#manualOutline { border-radius: 0; padding: 12px 8px; }
QListWidget#manualOutline::item { border-radius: 5px; padding: 5px 10px; color: $text; }
QListWidget#manualOutline::item:hover { background: $hover; }
QListWidget#manualOutline::item:selected { background: $selected_sidebar; color: $text; }

QFrame#textPanel { background: $menu; border: 1px solid $control_line; }
QFrame#textPanel QSpinBox { padding: 3px 4px; }
QFrame#textPanel QLabel, QFrame#textPanel QCheckBox { background: transparent; }

QMenu { background: $menu; color: $text; border: 1px solid $control_line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 5px; }
QMenu::right-arrow { width: 8px; height: 8px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { background: $line; height: 1px; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QMenuBar { background: $sidebar; color: $text; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: $selected_sidebar; }
""")

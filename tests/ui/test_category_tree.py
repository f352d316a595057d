"""The sidebar: smart folders, categories of any number, and what stays open when they change."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.domain import ALL, UNCATEGORISED, Category, Counts
from reader.ui.looks.icons import Icons
from reader.ui.looks.theme import LIGHT
from reader.ui.sidebar.category_model import CategoryModel, Folder
from reader.ui.sidebar.category_tree import CategoryTree

COUNTS = Counts(total=9, unread=5, today=1, bookmarked=2, imported_at=None)
ROOT = Category(ALL, None, "", 9, 5)
#: News > Asia > Tea, and Snow beside News.
TREE = [
    ROOT,
    Category(3, ALL, "News", 5, 3),
    Category(4, 3, "Asia", 3, 2),
    Category(5, 4, "Tea", 1, 1),
    Category(6, ALL, "Snow", 2, 0),
]
Key = Qt.Key


@pytest.fixture
def model() -> CategoryModel:
    made = CategoryModel()
    made.set_library(TREE, COUNTS)
    return made


@pytest.fixture
def tree(qtbot: QtBot, model: CategoryModel) -> CategoryTree:
    made = CategoryTree(model, Icons(LIGHT))
    qtbot.addWidget(made)
    made.resize(240, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    made.choose(Folder.ALL)
    return made


def names(model: CategoryModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def click(tree: CategoryTree, name: Folder | int, x: int) -> None:
    middle = tree.visualRect(tree.model().find(name)).center().y()  # type: ignore[attr-defined]
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, middle))


def test_the_model_keeps_qt_s_rules(model: CategoryModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_model_keeps_them_while_it_changes(model: CategoryModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for categories in (TREE[:2], [], TREE, [*TREE, Category(UNCATEGORISED, ALL, "", 1, 1)]):
        model.set_library(categories, COUNTS)
        model.retranslate()
    tester.deleteLater()


def test_smart_folders_come_before_categories(model: CategoryModel) -> None:
    assert names(model) == [
        "Library", "All articles", "All unread", "Today", "Read later", "Categories", "News", "Snow",
    ]  # fmt: skip


def test_a_library_without_categories_has_no_heading_for_them(model: CategoryModel) -> None:
    model.set_library([ROOT], COUNTS)
    assert names(model)[-1] == "Read later"


def test_chinese_names_are_in_order_of_their_sound(model: CategoryModel) -> None:
    QLocale.setDefault(QLocale("zh_CN"))
    try:
        found = [Category(3 + at, ALL, name, 1, 1) for at, name in enumerate(["文10", "北京", "安", "文2", "阿"])]
        model.set_library([ROOT, Category(UNCATEGORISED, ALL, "", 1, 1), *found], COUNTS)
        assert names(model)[6:] == ["阿", "安", "北京", "文2", "文10", "Uncategorised"]
    finally:
        QLocale.setDefault(QLocale("en"))


def test_new_numbers_reset_nothing(qtbot: QtBot, model: CategoryModel) -> None:
    fewer = [TREE[0], Category(3, ALL, "News", 5, 0), *TREE[2:]]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_library(fewer, COUNTS)
    spoken = model.index(6, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "News, 0"


def test_the_chosen_line_and_open_ones_outlive_a_change(qtbot: QtBot, model: CategoryModel, tree: CategoryTree) -> None:
    tree.set_open_categories([3, 4])
    tree.choose(5)
    with qtbot.assertNotEmitted(tree.chosen):
        model.set_library([*TREE, Category(7, ALL, "New", 1, 1)], COUNTS)
        model.retranslate()
    assert (tree.current(), tree.open_categories()) == (5, [3, 4])
    assert tree.isExpanded(model.find(3))
    assert tree.currentIndex().data() == "Tea"


def test_the_keyboard_walks_and_opens(qtbot: QtBot, model: CategoryModel, tree: CategoryTree) -> None:
    seen: list[object] = []
    tree.chosen.connect(seen.append)
    for key in (Key.Key_Down,) * 4 + (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Left):
        QTest.keyClick(tree, key)
    assert seen == [Folder.UNREAD, Folder.TODAY, Folder.LATER, 3, 4, 3]
    assert tree.open_categories() == []


def test_a_click_on_the_chevron_opens_and_does_not_choose(
    qtbot: QtBot, model: CategoryModel, tree: CategoryTree
) -> None:
    with qtbot.assertNotEmitted(tree.chosen):
        click(tree, 3, 22)
    assert tree.open_categories() == [3]
    click(tree, 3, 22)
    assert tree.open_categories() == []
    with qtbot.waitSignal(tree.chosen) as told:
        click(tree, 3, 120)
    assert told.args == [3]


def test_a_line_that_is_gone_is_not_chosen(model: CategoryModel, tree: CategoryTree) -> None:
    tree.choose(99)
    assert not tree.currentIndex().isValid()
    assert model.name_of(99) == ""


def test_a_screen_reader_hears_name_and_number(tree: CategoryTree) -> None:
    spoken = QAccessible.queryAccessibleInterface(tree)
    assert spoken is not None
    texts = [spoken.child(number).text(QAccessible.Text.Name) for number in range(spoken.childCount())]
    assert "All unread, 5" in texts
    assert "News, 3" in texts


def test_thousands_of_categories_are_quick(tree: CategoryTree, model: CategoryModel) -> None:
    many = [
        Category(3 + number, 3 + number // 10 * 10 if number % 10 else ALL, f"Name {number}", 1, 1)
        for number in range(3000)
    ]
    began = time.process_time()
    model.set_library([ROOT, *many], COUNTS)
    tree.choose(2000)
    tree.set_open_categories(range(3, 3003))
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize("depth", [12, 200])
def test_deep_categories_are_shown(tree: CategoryTree, model: CategoryModel, depth: int) -> None:
    deep = [Category(3 + at, ALL if at == 0 else 2 + at, f"Name {at}", 1, 1) for at in range(depth)]
    model.set_library([ROOT, *deep], COUNTS)
    tree.set_open_categories(range(3, 3 + depth))
    tree.choose(2 + depth)
    assert model.name_of(2 + depth) == f"Name {depth - 1}"
    assert not tree.grab().isNull()


@pytest.mark.parametrize("name", ["<b>&amp;</b>", "\u202eolleh", "x" * 10_000, "two\nlines", "汉" * 400])
def test_odd_names_are_painted(tree: CategoryTree, model: CategoryModel, name: str) -> None:
    model.set_library([ROOT, Category(3, ALL, name, 1, 1)], COUNTS)
    assert not tree.grab().isNull()

"""The sidebar: smart folders, categories of any number, and what stays open when they change."""

from __future__ import annotations

import gc
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QDrag
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.domain import ALL, UNCATEGORISED, Counts
from reader.library.listing.categories import COLOURS, Category, Label
from reader.ui.looks.category_colours import shade
from reader.ui.looks.icons import Icons
from reader.ui.looks.theme import LIGHT, THEMES, Theme, contrast
from reader.ui.sidebar.category_model import CategoryModel
from reader.ui.sidebar.category_tree import CategoryTree
from reader.ui.sidebar.contents import Contents
from reader.ui.sidebar.dragging import text_of
from reader.ui.sidebar.lines import MORE_TAGS, Folder, Node, OfSource, Section, Tagged
from reader.ui.sidebar.summary import in_order

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
    made.set_library(Contents(TREE, COUNTS))
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


def names(model: CategoryModel, section: Section | None = None) -> list[str]:
    """Return the headings, or the lines right below one of them."""
    above = model.find(section) if section else QModelIndex()
    return [str(model.index(row, 0, above).data()) for row in range(model.rowCount(above))]


def click(tree: CategoryTree, name: Folder | int | str, x: int) -> None:
    middle = tree.visualRect(tree.model().find(name)).center().y()  # type: ignore[attr-defined]
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, middle))


def test_the_model_keeps_qt_s_rules(model: CategoryModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_model_keeps_them_while_it_changes(model: CategoryModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for categories in (TREE[:2], [], TREE, [*TREE, Category(UNCATEGORISED, ALL, "", 1, 1)]):
        model.set_library(Contents(categories, COUNTS))
        model.retranslate()
    tester.deleteLater()


def test_each_kind_has_a_section(model: CategoryModel) -> None:
    sources, tags = [Label(1, "Blog", 9, 5)], [Label(1, "rain", 3, 1), Label(2, "snow", 4, 0)]
    model.set_library(Contents(TREE, COUNTS, sources, tags, more_tags=True))
    assert names(model) == ["Library", "Folders", "Categories", "Tags"]
    assert names(model, Section.LIBRARY) == ["All articles", "All unread", "Today", "Read later"]
    assert names(model, Section.CATEGORIES) == ["News", "Snow"]
    assert names(model, Section.TAGS) == ["rain", "snow", "More tags…"]
    spoken = [model.find(key).data(Qt.ItemDataRole.AccessibleTextRole) for key in (OfSource(1), Tagged(1), MORE_TAGS)]
    assert spoken == ["Blog, 5", "rain, 1", "More tags…"]


def test_a_library_without_categories_has_no_section_for_them(model: CategoryModel) -> None:
    model.set_library(Contents([ROOT], COUNTS))
    assert names(model) == ["Library"]


def test_chinese_names_are_in_order_of_their_sound_but_for_what_was_put_elsewhere(model: CategoryModel) -> None:
    found = [Category(3 + at, ALL, name, 1, 1) for at, name in enumerate(["文10", "北京", "安", "Book", "文2", "阿"])]
    found.append(Category(20, ALL, "最后", 1, 1, place=0))
    model.set_library(Contents(in_order([ROOT, Category(UNCATEGORISED, ALL, "", 1, 1), *found]), COUNTS))
    assert names(model, Section.CATEGORIES) == ["最后", "阿", "安", "北京", "Book", "文2", "文10", "Uncategorised"]


def test_hidden_categories_are_left_out_unless_they_are_asked_for(model: CategoryModel) -> None:
    hidden = [ROOT, Category(3, ALL, "News", 5, 3, hidden=True), *TREE[2:]]
    model.set_library(Contents(hidden, COUNTS))
    assert names(model, Section.CATEGORIES) == ["Snow"]
    assert not model.find(4).isValid()
    model.show_hidden(True)
    assert names(model, Section.CATEGORIES) == ["News", "Snow"]
    assert model.find(3).data(Qt.ItemDataRole.AccessibleTextRole) == "News, 3, hidden"
    model.show_hidden(False)
    assert names(model, Section.CATEGORIES) == ["Snow"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_each_colour_stands_out_from_every_ground(theme: Theme) -> None:
    for colour in COLOURS:
        for ground in (theme.sidebar, theme.selected_sidebar, theme.hover):
            assert contrast(shade(colour, theme, ""), ground) >= 3, (colour, ground)


def test_new_numbers_reset_nothing(qtbot: QtBot, model: CategoryModel) -> None:
    fewer = [TREE[0], Category(3, ALL, "News", 5, 0), *TREE[2:]]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_library(Contents(fewer, COUNTS))
    spoken = model.find(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "News, 0"


def test_new_numbers_beside_one_another_are_told_at_once(model: CategoryModel) -> None:
    many = [ROOT, *(Category(number, ALL, f"No. {number}", 1, 1) for number in range(10, 400))]
    model.set_library(Contents(many, COUNTS))
    told: list[tuple[str, str]] = []
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.data(), last.data())))
    model.set_library(Contents([replace(each, unread=0) for each in many], COUNTS))
    assert told == [("No. 10", "No. 399")]


def test_the_chosen_line_and_open_ones_outlive_a_change(qtbot: QtBot, model: CategoryModel, tree: CategoryTree) -> None:
    tree.set_open_categories([3, 4])
    tree.choose(5)
    with qtbot.assertNotEmitted(tree.chosen):
        model.set_library(Contents([*TREE, Category(7, ALL, "New", 1, 1)], COUNTS))
        model.retranslate()
    assert (tree.current(), tree.open_categories()) == (5, [3, 4])
    assert tree.isExpanded(model.find(3))
    assert tree.currentIndex().data() == "Tea"


def test_what_an_import_adds_lays_out_nothing_anew(qtbot: QtBot, model: CategoryModel, tree: CategoryTree) -> None:
    tree.set_open_categories([3, 4, 6])
    tree.choose(8)  # One that is still to come.
    more = [*TREE[:2], Category(7, ALL, "Rain", 1, 1), *TREE[2:], Category(8, 6, "Drift", 2, 2)]
    later = [*more, Category(UNCATEGORISED, ALL, "", 1, 1)]
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_library(Contents(more, COUNTS, [Label(1, "Blog", 9, 5)]))
        assert tree.currentIndex().data() == "Drift"
        model.set_library(Contents(later, COUNTS, [Label(1, "Blog", 9, 5)], [Label(1, "rain", 3, 1)]))
    tester.deleteLater()
    assert names(model) == ["Library", "Folders", "Categories", "Tags"]
    assert names(model, Section.CATEGORIES) == ["News", "Rain", "Snow", "Uncategorised"]
    shown = [key for key in (Section.CATEGORIES, 3, 4, 6) if tree.isExpanded(model.find(key))]
    assert (shown, tree.isExpanded(model.find(Section.TAGS))) == ([Section.CATEGORIES, 3, 4, 6], False)
    assert (tree.current(), tree.currentIndex().data(), model.find(6).row()) == (8, "Drift", 2)
    assert not tree.visualRect(model.find(OfSource(1))).isEmpty()
    with qtbot.waitSignal(model.modelReset):  # What goes, or looks otherwise, is another tree.
        model.set_library(Contents(TREE, COUNTS))
    assert names(model) == ["Library", "Categories"]


def test_lines_that_are_shown_no_longer_do_not_wait_for_the_collector(model: CategoryModel) -> None:
    def lines() -> int:
        return sum(isinstance(each, Node) for each in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        before = lines()
        model.retranslate()
        model.set_library(Contents(TREE, COUNTS))
        assert lines() == before
        model.set_library(Contents([*TREE, Category(9, ALL, "Wind", 1, 1)], COUNTS))
        assert lines() == before + 1
        assert names(model, Section.CATEGORIES)[-1] == "Wind"
    finally:
        gc.enable()


def test_the_keyboard_walks_and_opens(qtbot: QtBot, model: CategoryModel, tree: CategoryTree) -> None:
    seen: list[object] = []
    tree.chosen.connect(seen.append)
    for key in (Key.Key_Down,) * 5 + (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Left):
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


def test_a_section_is_folded_by_key_and_by_mouse_and_stays_so(
    qtbot: QtBot, model: CategoryModel, tree: CategoryTree
) -> None:
    assert tree.folded() == [Section.TAGS]
    tree.choose(3)
    with qtbot.assertNotEmitted(tree.chosen), qtbot.waitSignal(tree.folded_changed):
        QTest.keyClick(tree, Key.Key_Up)
        QTest.keyClick(tree, Key.Key_Return)
    assert tree.folded() == [Section.CATEGORIES, Section.TAGS]
    with qtbot.assertNotEmitted(tree.chosen):
        model.set_library(Contents([*TREE, Category(7, ALL, "New", 1, 1)], COUNTS))
    assert not tree.isExpanded(model.find(Section.CATEGORIES))
    assert tree.current() == 3
    heading = tree.visualRect(model.find(Section.CATEGORIES)).center()
    with qtbot.assertNotEmitted(tree.chosen):
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert tree.isExpanded(model.find(Section.CATEGORIES))


def test_what_is_dragged_hangs_below_the_mouse_and_hides_no_target(
    tree: CategoryTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags: list[tuple[str, int]] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: drags.append((text_of(drag.mimeData()), drag.hotSpot().y())))
    for key in (Folder.ALL, 6):
        tree.choose(key)
        tree.startDrag(Qt.DropAction.MoveAction)
    ((dragged, above),) = drags
    assert dragged == "6"
    assert above < 0


def test_what_is_chosen_from_afar_is_brought_into_sight(model: CategoryModel, tree: CategoryTree) -> None:
    tree.set_folded([Section.CATEGORIES])
    tree.choose(5)
    assert not tree.visualRect(model.find(5)).isEmpty()
    assert (tree.open_categories(), tree.folded()) == ([3, 4], [])


def test_more_tags_are_looked_for_by_name(qtbot: QtBot, model: CategoryModel, tree: CategoryTree) -> None:
    model.set_library(Contents(TREE, COUNTS, [], [Label(1, "rain", 3, 1)], more_tags=True))
    tree.set_folded([])
    tree.choose(Tagged(1))
    with qtbot.assertNotEmitted(tree.chosen):
        QTest.keyClick(tree, Key.Key_Down)
    with qtbot.waitSignal(tree.more_wanted):
        QTest.keyClick(tree, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    with qtbot.waitSignal(tree.more_wanted):
        click(tree, MORE_TAGS, 80)


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
    model.set_library(Contents([ROOT, *many], COUNTS))
    tree.choose(2000)
    tree.set_open_categories(range(3, 3003))
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize("depth", [12, 200])
def test_deep_categories_are_shown(tree: CategoryTree, model: CategoryModel, depth: int) -> None:
    deep = [Category(3 + at, ALL if at == 0 else 2 + at, f"Name {at}", 1, 1) for at in range(depth)]
    model.set_library(Contents([ROOT, *deep], COUNTS))
    tree.set_open_categories(range(3, 3 + depth))
    tree.choose(2 + depth)
    assert model.name_of(2 + depth) == f"Name {depth - 1}"
    assert not tree.grab().isNull()


@pytest.mark.parametrize("name", ["<b>&amp;</b>", "\u202eolleh", "x" * 10_000, "two\nlines", "汉" * 400])
def test_odd_names_are_painted(tree: CategoryTree, model: CategoryModel, name: str) -> None:
    model.set_library(Contents([ROOT, Category(3, ALL, name, 1, 1)], COUNTS))
    assert not tree.grab().isNull()

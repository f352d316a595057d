"""How the window comes into the states that there are pictures of."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gallery.posts import EVERYTHING, FOLDER, SCRIPTS
from gallery.stage import Stage
from reader.domain import ALL, UNCATEGORISED, LibraryError
from reader.ui.keeping.library_chooser import LibraryChooser
from reader.ui.parts.fault_box import FaultBox
from reader.ui.sidebar.aside_dialog import AsideDialog
from reader.ui.sidebar.lines import Folder
from reader.ui.times.periods import Unit
from reader.ui.tour import HINTS


def then(stage: Stage, action: str) -> None:
    stage.open(EVERYTHING)
    stage.trigger(action)


def open_any(stage: Stage) -> None:
    stage.open(EVERYTHING)


def scrolled(stage: Stage, share: float) -> None:
    stage.open(EVERYTHING)
    bar = stage.window.reader.viewer.verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))


def noted(stage: Stage) -> None:
    stage.open(EVERYTHING)
    page = stage.window.reader.viewer
    mark = page.document().find("[1]")
    mark.setPosition(mark.selectionStart() + 1)
    page.setTextCursor(mark)
    page.anchorClicked.emit(QUrl(mark.charFormat().anchorHref()))


def hovered(stage: Stage) -> None:
    """Let the mouse stand on a row: what can be clicked there shows."""
    stage.open(EVERYTHING)
    view = stage.window.list_pane.list
    row = view.visualRect(view.currentIndex().siblingAtRow(view.currentIndex().row() - 2))
    for place in (QPoint(0, 0), row.center()):
        QTest.mouseMove(view.viewport(), place)


def travelled(stage: Stage) -> None:
    """Choose a week of the calendar; the panel goes, and a note says what is chosen."""
    then(stage, "time_machine")
    machine = stage.window.times.machine
    machine.panel.units[Unit.WEEK].click()
    stage.settle()
    machine.close()


def searched(stage: Stage, words: str) -> None:
    stage.search(words)
    stage.window.list_pane.list.choose(stage.window.list_pane.model.ids[0])


def typed(stage: Stage, words: str) -> None:
    box = stage.window.list_pane.search
    box.setFocus()
    QTest.keyClicks(box, words)


def found(stage: Stage, words: str) -> None:
    then(stage, "find")
    stage.window.reader.find_bar.field.setText(words)


def selected(stage: Stage) -> None:
    stage.open(EVERYTHING)
    view = stage.window.list_pane.list
    view.step(-1)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def enlarged(stage: Stage) -> None:
    stage.open(EVERYTHING)
    page = stage.window.reader.viewer
    if page.built is not None:
        page.picture_activated.emit(page.built.pictures, 0)


def menu(stage: Stage) -> None:
    """Open the menu under its button, and the part of it that is longest."""
    button = stage.window.sidebar.menu_button
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(menu, key)


def row_menu(stage: Stage) -> None:
    stage.open(EVERYTHING)
    view = stage.window.list_pane.list
    place = QPoint(120, 200)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)


def toured(stage: Stage, title: str, hint: str) -> None:
    """Show a hint for who is new here, as if all others had been seen."""
    stage.tour()
    for each in HINTS:
        stage.settings.set(f"tour/{each}", each != hint)
    stage.open(title)


def welcomed(stage: Stage) -> None:
    stage.tour()


def planned(stage: Stage) -> None:
    stage.window.open_folders([stage.home / FOLDER])
    stage.settle()


def kept(stage: Stage) -> None:
    stage.search("tag:sea")
    stage.trigger("save_search")


def reported(stage: Stage) -> None:
    planned(stage)
    stage.window.dialogs.importing.primary.click()


def merge(stage: Stage) -> None:
    found = stage.window.summary.contents.categories
    stage.window.categories.ask_to_merge(next(each.id for each in found if each.parent == ALL))


def set_aside(stage: Stage) -> None:
    _merge_and_hide(stage)
    stage.trigger("aside")
    dialog = stage.window.findChild(AsideDialog)
    if dialog is not None:
        dialog.table.selectRow(0)


def take_apart(stage: Stage) -> None:
    target = _merge_and_hide(stage)
    tree, menu = stage.window.sidebar.tree, stage.window.sidebar.line_menu
    tree.setCurrentIndex(stage.window.sidebar.model.find(target))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(tree, event)
    menu.menu.move(menu.menu.x(), stage.window.y() + 300)  # or the end of it is cut
    menu.menu.setActiveAction(menu.apart.menuAction())
    menu.apart.popup(menu.menu.mapToGlobal(menu.menu.actionGeometry(menu.apart.menuAction()).topRight()))


def _merge_and_hide(stage: Stage) -> int:
    """Merge a category into another and hide a third; return the target."""
    one, target, third = [node.id for node in stage.window.summary.contents.categories if node.id > UNCATEGORISED][:3]
    commands = stage.window.categories
    commands.merge(one, target)
    commands.hide(third)
    stage.settle()
    stage.window.toast.dismiss()
    return target


def table(stage: Stage) -> None:
    stage.open(SCRIPTS)
    page = stage.window.reader.viewer
    if page.built is not None:
        page.anchorClicked.emit(QUrl("table:0"))


def asked(stage: Stage) -> None:
    stage.trigger("folders")
    folders = stage.window.dialogs.folders_dialog
    if folders is not None:
        folders.remove.click()


def refused(stage: Stage) -> None:
    file = stage.home / "Broadsheet" / "library.db"
    advice = "The disk is full. Free some space; nothing already saved is lost."
    stage.window.dialogs.tell_refusal(LibraryError("disk-full", file, advice))


def failed(stage: Stage) -> None:
    box, loop = FaultBox(), QEventLoop()
    stage.kept = box

    def tell() -> None:
        box.tell(ValueError("a page without a beginning"))
        loop.quit()

    # Outside a loop the box would run one of its own, as at a start that fails.
    QTimer.singleShot(0, tell)
    loop.exec()


def damaged(stage: Stage) -> None:
    error = LibraryError("damaged", stage.home / "Broadsheet" / "library.db", "The library is damaged.")
    stage.kept = chooser = LibraryChooser(error)
    chooser.box.open()


def emptied(stage: Stage, folder: Folder) -> None:
    window = stage.window
    articles = window.session.library.articles(window.list_pane.model.ids)
    if folder is Folder.UNREAD:
        stage.trigger("read_all")
    else:
        for article in articles:
            if article.bookmarked:
                window.commands.toggle_later_of(article.id)
    stage.settle()
    window.sidebar.tree.choose(folder)
    window.searching.show()
    window.toast.dismiss()

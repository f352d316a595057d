from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableWidget,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import resources
from reader.importing.importer import import_folder
from reader.importing.plan import plan
from reader.offline import GIVEN_UP
from reader.outcomes import ImportPlan, ImportProgress
from reader.posts.sites import folder_rules
from reader.problems import SENTENCES, Problem, ProblemKind
from reader.ui.actions import SPECS, Group
from reader.ui.main_window import MainWindow
from reader.ui.parts.figures import size_words
from reader.ui.parts.problem_details import _NUMBER, DETAILS
from reader.ui.parts.problem_words import _ADVICE, problem_words
from reader.ui.sidebar.lines import Folder
from tests.factories import write_posts
from tests.ui.windows import MakeWindow, idle

ROOT = Path(__file__).parent.parent.parent
SAMPLE = resources.path("sample")
HAN = re.compile(r"[\u4e00-\u9fff]")
# The offscreen platform complains of every window that is to come to the front.
quietly = pytest.mark.no_qt_log


@pytest.fixture(scope="module")
def tool() -> Any:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["translations"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def chinese() -> QTranslator:
    translator = QTranslator()
    assert translator.load("broadsheet_zh_CN", str(resources.path("i18n")))
    return translator


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with the sample posts, in English; the next test gets English again."""
    made = make_window()
    made.import_sample()
    qtbot.waitUntil(lambda: idle(made) and made.list_pane.model.rowCount() > 0, timeout=30_000)
    yield made
    speak(made, "en")


def speak(window: MainWindow, language: str) -> None:
    window.appearance._settings.set("language", language)
    window.appearance.apply_language()
    for _ in range(3):
        QApplication.processEvents()


def test_a_screen_reader_is_told_what_each_box_is_for(window: MainWindow) -> None:
    """On Linux Qt tells of a box what is chosen in place of its name: what it is for is said by a label alone."""
    for command in ("settings", "change_keys", "pictures", "export", "pdf"):
        window.actions_[command].trigger()
    boxes = [box for box in window.findChildren(QComboBox) if box.isVisible()]
    flag = QAccessible.RelationFlag.Label
    unnamed = [box.currentText() for box in boxes if not QAccessible.queryAccessibleInterface(box).relations(flag)]
    assert len(boxes) > 10
    assert unnamed == []
    for dialog in window.findChildren(QDialog):
        dialog.close()


# --- the files


def test_every_sentence_is_translated_and_the_files_are_up_to_date(tool: Any) -> None:
    assert tool.faults(tool.I18N) == []


def test_every_kind_of_fault_is_told(tool: Any, tmp_path: Path) -> None:
    shutil.copytree(tool.I18N, tmp_path, dirs_exist_ok=True)
    (tmp_path / "broadsheet_en.qm").unlink()
    file = tmp_path / "broadsheet_zh_CN.ts"
    text = file.read_text("utf-8")
    edits = [
        ("<translation>退出</translation>", '<translation type="unfinished"></translation>', "“Quit” is unfinished"),
        ("<translation>帮助</translation>", "<translation></translation>", "“Help”: nothing is there"),
        ("版本 {version}", "版本 {number}", "other fields than in English: “版本 {number}"),
        ("%Ln 个结果", "几个结果", "other fields than in English: “几个结果”"),
        ("已选 %Ln 篇", "已选 %n 篇", "a number whose thousands are not set apart, %n for %Ln: “已选 %n 篇”"),
        ("关于 Broadsheet", "关于Broadsheet", "no blank between Chinese and Latin: “关于Broadsheet”"),
        ("文件是空的。", "文件是空的.", "half-width punctuation: “文件是空的.”"),
        ("没有任何变化。", "没有任何变化", "a sentence without its full stop: “没有任何变化”"),
        ("<source>Page up</source>", "<source>Go back</source>", "misses Actions: “Page up”"),
        ("<source>Page up</source>", "<source>Go back</source>", "still has Actions: “Go back”"),
    ]
    for old, new, _ in edits:
        assert old in text or new in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    told = "\n".join(tool.faults(tmp_path))
    assert [fault for _, _, fault in edits if fault not in told] == []
    assert "broadsheet_zh_CN.qm is not made from its .ts file" in told
    assert "broadsheet_en.qm is missing" in told


def test_a_sentence_put_together_by_the_code_is_told(tool: Any, tmp_path: Path) -> None:
    source = tmp_path / "window.py"
    source.write_text(
        'class W:\n    def f(self, n):\n        self.tr(f"{n} left")\n        self.tr("%n left", "", n)\n'
    )
    messages, unclear = tool.asked_for([source])
    assert messages == {tool.Message("W", "%n left", plural=True)}
    assert len(unclear) == 1


def test_plurals_outside_classes_are_found(tool: Any) -> None:
    text = 'translate("A", "%n left", "", max(\n    1, n\n))\n#: A constant.\nX = 1\n'
    assert tool._for_lupdate(text) == 'translate("A", "%n left", "", 2)\n# A constant.\nX = 1\n'


# --- the tables of sentences


@pytest.mark.parametrize(
    ("context", "sentences"),
    [
        ("Problem", list(SENTENCES.values())),
        ("Actions", [*(spec.text for spec in SPECS.values()), *Group]),
        ("Refusal", list(_ADVICE.values())),
        ("Detail", sorted(DETAILS)),
    ],
)
def test_every_table_is_translated(chinese: QTranslator, context: str, sentences: list[str]) -> None:
    assert [text for text in sentences if not HAN.search(chinese.translate(context, text) or "")] == []


#: What is quoted from the file or from another program, or is a name.
QUOTED = {
    "published: false",
    "Status: {}",
    "TOML: {}",
    "JSON: {}",
    "unknown alias *{}",
    "no object",
    "{} MB",
    "ISO2022_JP",
}
_SAY = {
    "add",
    "Refusal",
    "_refusal",
    "_problem",
    "_refused",
    "YamlError",
    "ValueError",
    "PictureError",
    "_rough_body",
    "Refused",
    "DamagedError",
}
_REASONS = {"why_folder_skipped", "why_no_post", "too_heavy"}


def details_said() -> set[str]:
    found: set[str] = set()
    packages = [ROOT / "reader" / package for package in ("posts", "importing", "containers", "fetching")]
    pictures = [ROOT / "reader" / "library" / "pictures" / name for name in ("decoding.py", "images.py")]
    for files in (*(sorted(package.rglob("*.py")) for package in packages), pictures):
        for source in files:
            for node in ast.walk(ast.parse(source.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                    if name in _SAY:
                        found |= {text for each in node.args for text in texts(each)}
                elif isinstance(node, ast.FunctionDef) and node.name in _REASONS:
                    returned = [each.value for each in ast.walk(node) if isinstance(each, ast.Return) and each.value]
                    found |= {text for each in returned for text in texts(each)}
    found.update(GIVEN_UP.values(), {"it is not in the folder"})
    found.update(folder_rules._OTHER_FORMATS.values(), folder_rules._JUNK.values())
    found.update(*(own.values() for own in folder_rules._OWN.values()))
    return {_NUMBER.sub("{}", text) for text in found if text}


def texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = (str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.values)
        yield "".join(parts)
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for each in node.values:
            yield from texts(each)


def test_every_detail_of_a_problem_is_known_to_translators() -> None:
    assert details_said() - DETAILS - QUOTED == set()


def test_a_problem_is_told_in_chinese_but_for_what_it_quotes(window: MainWindow) -> None:
    speak(window, "zh_CN")
    date = Problem("a.md", ProblemKind.DATE_MISSING, "the time of the file")
    assert problem_words(date) == "文章没有日期，已改用文件的时间。"
    picture = Problem("a.md", ProblemKind.PICTURE_UNREADABLE, "b (1).png (it is larger than 40 MB)")
    assert problem_words(picture) == "无法读取图片：b (1).png（超过 40 MB）"
    count = Problem("a.md", ProblemKind.BYTES_REPLACED, "12 bytes that are not UTF-8")
    assert problem_words(count) == "无法显示的字符已替换：12 个字节不是 UTF-8"
    key = Problem("a.md", ProblemKind.DUPLICATE_KEY, "draft")
    assert problem_words(key) == "“draft”重复出现，以最后一次为准。"
    speak(window, "en")
    assert problem_words(picture) == "A picture could not be read: b (1).png (it is larger than 40 MB)"


# --- the window


@quietly
def test_a_change_of_language_reaches_every_part(window: MainWindow, qtbot: QtBot) -> None:
    dialogs = window.dialogs
    dialogs.settings()
    dialogs.shortcuts()
    dialogs.import_folder(SAMPLE)
    planning = dialogs.importing.planning
    qtbot.waitUntil(lambda: planning.files.model.rowCount() == 9, timeout=30_000)
    assert window.list_pane.number.text() == "8 articles"
    speak(window, "zh_CN")
    assert window.actions_["quit"].text() == "退出"
    assert window.actions_["read_all"].toolTip() == "全部标为已读（Shift+A）"
    assert window.sidebar.menu_button.menu().actions()[0].text() == "资料库"
    assert window.sidebar.model.find(Folder.ALL).data() == "全部文章"
    assert (window.list_pane.title.text(), window.list_pane.number.text()) == ("全部文章", "8 篇")
    assert window.list_pane.search.placeholderText() == "搜索文章"
    assert "星期" in window.list_pane.model.index(0).data()
    assert re.match("8 篇文章 · [78] 篇未读 · 上次导入：2", window.status.left.text())
    assert {"外观", "语言", "动画", "标为已读", "键盘", "关闭"} <= shown(dialogs._settings_dialog)
    assert "键盘快捷键" in shown(dialogs._sheet)
    assert {"搜索文章，Ctrl+F 或 /", "向下翻页，读完转到下一篇未读，空格"} <= spoken(dialogs._sheet)
    assert dialogs._sheet is not None
    assert dialogs._sheet.windowTitle() == "键盘快捷键"
    assert dialogs.importing.windowTitle() == "导入文件夹"
    assert {"读取方式", "导入", "取消"} <= shown(dialogs.importing)
    assert planning.settings.dialects.itemText(0) == "自动识别"
    assert planning.files.tabs.tabText(1) == "无变化  8"
    assert planning.files.model.index(0, 0).data() == "非文章"
    speak(window, "en")
    assert window.list_pane.number.text() == "8 articles"
    assert planning.files.tabs.tabText(1) == "Unchanged  8"


def test_another_language_names_the_lines_of_the_sidebar_where_they_are(window: MainWindow, qtbot: QtBot) -> None:
    model = window.sidebar.model
    qtbot.waitUntil(lambda: window.list_pane.name == model.name_of(Folder.ALL) == "All articles")
    with qtbot.assertNotEmitted(model.modelReset):
        speak(window, "zh_CN")
        qtbot.waitUntil(lambda: window.list_pane.name == model.name_of(Folder.ALL) == "全部文章")
    assert model.index(0, 0).data() == "资料库"


def test_an_import_changes_its_language_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned, go_on = Event(), Event()

    def plan_slowly(*args: Any) -> Iterator[ImportPlan]:
        planned.wait(20)
        yield from plan(*args)

    def slowly(*args: Any) -> Iterator[ImportProgress]:
        for step in import_folder(*args):
            yield step
            go_on.wait(20)

    monkeypatch.setattr("reader.importing.plan.plan", plan_slowly)
    monkeypatch.setattr("reader.importing.importer.import_folder", slowly)
    importing = window.dialogs.importing
    importing.begin(write_posts(tmp_path / "blog", 3))
    speak(window, "zh_CN")
    assert "正在查看文件夹…" in shown(importing)
    planned.set()
    qtbot.waitUntil(importing.primary.isEnabled)
    QTest.keyClick(importing, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "正在查找文章" in shown(importing))
    speak(window, "en")
    assert "Looking for posts" in shown(importing)
    importing.secondary.click()
    go_on.set()
    qtbot.waitUntil(lambda: "Stopped" in shown(importing) and idle(window))
    speak(window, "zh_CN")
    assert "已停止" in shown(importing)


def test_one_is_singular_and_thousands_are_set_apart(window: MainWindow) -> None:
    pane = window.list_pane
    assert [pane.tr("%n article(s)", "", number) for number in (1, 2, 1234)] == [
        "1 article",
        "2 articles",
        "1,234 articles",
    ]
    speak(window, "zh_CN")
    assert pane.tr("%n article(s)", "", 1234) == "1,234 篇"


@quietly
def test_less_than_a_thousand_bytes_are_told_in_the_words_of_the_language(window: MainWindow) -> None:
    assert [size_words(size) for size in (0, 1, 557)] == ["0 bytes", "1 byte", "557 bytes"]
    speak(window, "zh_CN")
    assert size_words(557) == "557 字节"
    speak(window, "zh_TW")
    assert [size_words(size) for size in (557, 1500, 2_500_000)] == ["557 位元組", "2 kB", "2.5 MB"]


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_the_file_dialog_of_qt_speaks_the_language_too(window: MainWindow, language: str) -> None:
    speak(window, language)
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert len(words) == 3
    assert [text for text in words if not HAN.search(text)] == []
    (table,) = dialog.findChildren(QTreeView)
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "大小"


def test_menus_of_the_language_before_are_gone(window: MainWindow, qtbot: QtBot) -> None:
    menus = len(window.findChildren(QMenu))
    for language in ("zh_CN", "en", "zh_CN"):
        speak(window, language)
    qtbot.waitUntil(lambda: len(window.findChildren(QMenu)) == menus)


@quietly
@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_no_words_are_cut_off(window: MainWindow, qtbot: QtBot, language: str) -> None:
    speak(window, language)
    dialogs, importing = window.dialogs, window.dialogs.importing
    found = cut_off(window)
    window.center.setCurrentWidget(window.welcome)
    found += cut_off(window)
    dialogs.settings()
    assert dialogs._settings_dialog is not None
    found += cut_off(dialogs._settings_dialog)
    dialogs.shortcuts()
    assert dialogs._sheet is not None
    found += cut_off(dialogs._sheet)
    dialogs.import_folder()
    found += cut_off(importing)
    importing.look_at(SAMPLE)
    qtbot.waitUntil(lambda: importing.planning.files.model.rowCount() > 0, timeout=30_000)
    found += cut_off(importing)
    importing._show(importing.progress)
    found += cut_off(importing)
    importing.look_at(SAMPLE.parent / "nowhere")
    qtbot.waitUntil(lambda: importing.report.failed, timeout=10_000)
    found += cut_off(importing)
    for dialog in (*dialogs_of_the_library(window, qtbot), *other_dialogs_and_bars(window, qtbot)):
        found += cut_off(dialog)
    assert found == []


def other_dialogs_and_bars(window: MainWindow, qtbot: QtBot) -> list[QWidget]:
    """Open what is left: what takes keys, looks up, takes out, keeps safe, and the bars over an open article."""
    window.center.setCurrentWidget(window.splitter)
    window.list_pane.list.choose(window.list_pane.model.ids[0])
    qtbot.waitUntil(lambda: idle(window) and window.reader.open_page() is not None)
    actions = window.actions_
    before = QApplication.topLevelWidgets()
    window.lightbox.open([("", "A lake")], 0)
    names = "change_keys search_help manual about aside export pdf print backups time_machine find read_before"
    for name in names.split():
        actions[name].trigger()
    window.categories.ask_to_merge(next(each.id for each in window.summary.contents.categories if each.id > 1))
    window.list_pane.search.setText("before:no day")
    qtbot.waitUntil(lambda: idle(window) and window.list_pane.number.text().startswith("0"))
    actions["save_search"].trigger()
    actions["typography"].trigger()  # at the end: what pops up makes way for the next
    QApplication.processEvents()
    opened = [widget for widget in QApplication.topLevelWidgets() if widget not in before and widget.isVisible()]
    kinds = {type(widget).__name__ for widget in opened}
    assert {"KeyDialog", "ExportDialog", "PaperDialog", "ManualWindow", "MergeDialog", "SmartDialog"} <= kinds
    assert {"AsideDialog", "BackupsDialog", "SearchSheet", "QMessageBox", "TextPanel"} <= kinds
    return [window, *opened]


def dialogs_of_the_library(window: MainWindow, qtbot: QtBot) -> list[QWidget]:
    """Open every dialog that shows what the library holds, and what they ask."""
    window.dialogs.history()
    window.dialogs.folders()
    window.downloads.show_offline()
    window.keeping.show_storage()
    history, folders = window.dialogs.history_dialog, window.dialogs.folders_dialog
    offline, storage = window.downloads.offline_dialog, window.keeping.storage
    assert history is not None
    assert folders is not None
    assert offline is not None
    assert storage is not None
    qtbot.waitUntil(lambda: history.files.model.rowCount() > 0 and folders.model.rowCount() > 0)
    qtbot.waitUntil(lambda: bool(offline.folders.rows and storage.model.rows) and idle(window))
    folders.read_as.click()
    qtbot.waitUntil(folders.reading.isVisible)
    return [history, folders, folders.reading, offline, storage]


@quietly
def test_a_change_of_language_reaches_the_dialogs_of_the_library(window: MainWindow, qtbot: QtBot) -> None:
    dialogs = dialogs_of_the_library(window, qtbot)
    history, folders, reading, offline, storage = dialogs
    speak(window, "zh_CN")
    titles = [dialog.windowTitle() for dialog in dialogs]
    assert titles == ["导入历史", "文件夹", "读取方式", "离线图片", "存储空间"]
    assert {"撤销", "重做", "导出…", "关闭"} <= shown(history)
    assert {"全部刷新", "移除…"} <= shown(folders)
    assert {"未注明时区的时间按", "重新读取"} <= shown(reading)
    assert {"出行前补全图片", "开始", "关闭"} <= shown(offline)
    assert {"校验", "修复", "移动资料库…", "关闭"} <= shown(storage)


@quietly
def test_whatever_takes_keys_or_shows_progress_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    dialogs = dialogs_of_the_library(window, qtbot)
    importing = window.dialogs.importing
    window.dialogs.import_folder(SAMPLE)
    qtbot.waitUntil(lambda: importing.planning.files.model.rowCount() > 0, timeout=30_000)
    window.lightbox.open([("", "A lake")], 0)
    silent = []
    others = other_dialogs_and_bars(window, qtbot)
    for place in (*dialogs, importing, window.lightbox.box, *others):
        for part in place.findChildren(QWidget):
            takes_keys = part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.focusProxy()
            pressed = isinstance(part, QAbstractButton) and part.isVisible()  # such as those inside a field
            if takes_keys or pressed or isinstance(part, QProgressBar):
                face = QAccessible.queryAccessibleInterface(part)
                if not face.text(QAccessible.Text.Name):
                    silent.append(f"{place.objectName()}: {part} in {part.parent()}")
    assert silent == []


def test_cut_off_words_would_be_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    words = "Words of some length, more than there is room for"
    narrow, tall, elided = QPushButton(words, page), QLabel(words, page), QLabel("Wor…for", page)
    narrow.setFixedWidth(60)
    tall.setWordWrap(True)
    tall.setFixedSize(60, 10)
    elided.resize(elided.sizeHint())
    table, tabs, field = QTableWidget(0, 1, page), QTabBar(page), QLineEdit(page)
    table.setHorizontalHeaderLabels(["Wide heading"])
    table.setColumnWidth(0, 30)
    tabs.addTab("Tab out of sight")
    tabs.setUsesScrollButtons(True)
    tabs.setFixedWidth(20)
    field.setPlaceholderText("Hint of some length")
    field.setFixedWidth(40)
    page.show()
    expected = [words, words, "Wor…for", "Wide heading", "Tab out of sight", "Hint of some length"]
    assert sorted(cut_off(page)) == sorted(expected)


def shown(widget: QWidget | None) -> set[str]:
    assert widget is not None
    parts: list[QLabel | QPushButton] = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return {part.text() for part in parts if part.isVisible() and part.text()}


def spoken(widget: QWidget | None) -> set[str]:
    assert widget is not None
    return {part.accessibleName() for part in widget.findChildren(QLabel)}


def cut_off(widget: QWidget) -> list[str]:
    """Return the words in a window that have less room than they need."""
    QApplication.processEvents()
    labels = [part for part in widget.findChildren(QLabel) if part.isVisible()]
    buttons: list[QAbstractButton] = [*widget.findChildren(QPushButton), *widget.findChildren(QCheckBox)]
    buttons = [part for part in buttons if part.isVisible()]
    combos = [part for part in widget.findChildren(QComboBox) if part.isVisible()]
    buttons += [
        part for part in widget.findChildren(QToolButton) if part.isVisible() and part.text() and part.icon().isNull()
    ]
    found = [label.text() for label in labels if "…" in label.text()[:-1] or _squeezed(label)]
    found += [text for part in widget.findChildren(QWidget) if part.isVisible() for text in _parts_cut_off(part)]
    found += [button.text() for button in buttons if button.sizeHint().width() > button.width()]
    return found + [combo.currentText() for combo in combos if _clipped(combo)]


def _parts_cut_off(part: QWidget) -> list[str]:
    """Return what has too little room of the tabs, columns and hints that a widget paints itself."""
    wide = part.fontMetrics().horizontalAdvance
    if isinstance(part, QTabBar):
        shown = part.rect()
        places = [(part.tabText(at), part.tabRect(at)) for at in range(part.count())]
        return [text for text, at in places if wide(text) > at.width() or not shown.contains(at.center())]
    if isinstance(part, QHeaderView) and part.orientation() is Qt.Orientation.Horizontal:
        texts = [str(part.model().headerData(at, part.orientation()) or "") for at in range(part.count())]
        return [
            text for at, text in enumerate(texts) if not part.isSectionHidden(at) and wide(text) > part.sectionSize(at)
        ]
    if isinstance(part, QLineEdit) and not part.text():
        return [part.placeholderText()] if wide(part.placeholderText()) > part.width() - 8 else []
    return []


def _clipped(combo: QComboBox) -> bool:
    """Whether the chosen text is wider than the part of the box that shows it."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    field = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo)
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) > field.width()


def _squeezed(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    return label.sizeHint().width() > label.width()


def test_many_changes_of_language_leave_nothing_behind(window: MainWindow) -> None:
    def translators() -> int:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return len(window.appearance.findChildren(QTranslator))

    before = translators()
    for _ in range(3):
        speak(window, "zh_CN")
        speak(window, "en")
    assert translators() == before

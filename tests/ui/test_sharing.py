"""Articles leave the window: copied, mailed, exported, as PDF and on paper."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QPagedPaintDevice, QPdfWriter, QTextCursor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.reading.page_menu import page_menu
from reader.ui.taking_out.export_dialog import ExportDialog
from reader.ui.taking_out.paper import PaperJob, PaperOptions
from reader.ui.taking_out.paper_dialog import PaperDialog
from tests.exporting.pdf import page_count, texts
from tests.factories import write_picture
from tests.importing.folders import bring_in, titled, write_post
from tests.ui.test_translations import cut_off, shown, speak
from tests.ui.windows import MakeWindow, idle
from tests.viewing.pages import make_page

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = "\n\n".join(f"## Part {part}\n\n" + "雪落在没有名字的小路上，也落在屋顶上。 " * 60 for part in range(1, 9))


@pytest.fixture
def window(library: Library, tmp_path: Path, make_window: MakeWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window in which the article on snow is open, and one on tea listed below it; the next test gets English."""
    blog = tmp_path / "blog"
    text = f"White, **all** of it.\n\n![Hills](/hills.png)\n\n{LONG}\n\nThe last words."
    write_post(
        blog, "source/_posts/a.md", "Snow & ice\nlink: https://example.org/snow?a=1", text, "2022-01-20 12:30:00"
    )
    write_post(blog, "source/_posts/b.md", "Tea", "Hot.")
    write_picture(blog / "source/hills.png", (600, 400))
    bring_in(library, blog)
    opened = make_window()
    opened.list_pane.list.choose(titled(library, "Snow & ice").article.id)
    qtbot.waitUntil(lambda: opened.reader.open_page() is not None and idle(opened))
    opened.list_pane.list.setFocus()
    yield opened
    speak(opened, "en")


def clipboard(qtbot: QtBot, window: MainWindow, action: str) -> str:
    QApplication.clipboard().clear()
    window.actions_[action].trigger()
    qtbot.waitUntil(lambda: QApplication.clipboard().text() != "")
    return QApplication.clipboard().text()


def test_an_article_is_copied_as_text_and_as_markdown(qtbot: QtBot, window: MainWindow) -> None:
    text = clipboard(qtbot, window, "copy_text")
    assert text.startswith("Snow & ice\nblog · 2022-01-20 12:30\nhttps://example.org/snow?a=1\n\nWhite, all of it.\n")
    text = clipboard(qtbot, window, "copy_markdown")
    assert text.startswith(
        "# Snow & ice\n\n[blog · 2022-01-20 12:30](https://example.org/snow?a=1)\n\nWhite, **all** of"
    )
    assert window.toast.isVisible()


def test_a_quotation_is_what_was_selected_and_says_where_from(qtbot: QtBot, window: MainWindow) -> None:
    source = "\n>\n> — Snow & ice · blog · 2022-01-20 12:30\n> https://example.org/snow?a=1\n"
    assert clipboard(qtbot, window, "copy_quote") == f"> White, all of it.{source}"
    viewer = window.reader.viewer
    cursor = viewer.document().find("The last words")
    assert isinstance(cursor, QTextCursor)
    viewer.setTextCursor(cursor)
    QApplication.clipboard().clear()
    QTest.keyClick(window, Key.Key_C, Control | SHIFT)
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == f"> The last words{source}")


def test_a_mail_holds_title_and_address_and_nothing_else(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    window.actions_["mail"].trigger()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].toEncoded().data() == (
        b"mailto:?subject=Snow%20%26%20ice&body=https%3A%2F%2Fexample.org%2Fsnow%3Fa%3D1"
    )


def test_without_a_mail_program_it_says_so(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    window.actions_["mail"].trigger()
    qtbot.waitUntil(window.toast.isVisible)


# --- files


@pytest.fixture
def dialog(window: MainWindow) -> ExportDialog:
    QTest.keyClick(window, Key.Key_E, Control)
    opened = window.sharing.export_dialog
    assert opened is not None
    assert opened.isVisible()
    return opened


def test_the_dialog_offers_the_article_and_all_that_is_listed(dialog: ExportDialog) -> None:
    shown = [dialog.which.itemText(row) for row in range(dialog.which.count())]
    assert shown == ["This article: Snow & ice", "All 2 listed articles: All articles"]
    assert [dialog.form.itemText(row) for row in range(4)] == ["Web page", "Markdown", "E-book", "Plain text"]
    assert not dialog.book.isVisible()


def test_what_is_listed_is_called_by_its_whole_name_or_by_what_was_searched_for(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.list_pane.resize(180, 400)
    window.list_pane.set_name("Longer than there is room")
    assert window.list_pane.title.text() != "Longer than there is room"
    window.actions_["export"].trigger()
    dialog = window.sharing.export_dialog
    assert dialog is not None
    assert dialog.which.itemText(1) == "All 2 listed articles: Longer than there is room"
    dialog.close()
    window.list_pane.search.setText("snow")
    qtbot.waitUntil(lambda: idle(window) and len(window.list_pane.model.ids) == 1)
    window.actions_["export"].trigger()
    assert dialog.which.itemText(1) == "The 1 listed article: snow"


def test_tab_comes_to_the_choices_before_the_buttons(dialog: ExportDialog, paper: PaperDialog) -> None:
    def after(widget: QWidget) -> list[QWidget]:
        passed, following = [widget], widget.nextInFocusChain()
        while following is not None and following is not widget:
            passed.append(following)
            following = following.nextInFocusChain()
        return passed

    exported = after(dialog.which)
    places = [exported.index(each) for each in (dialog.form, dialog.pictures, dialog.stop, dialog.cancel, dialog.go)]
    assert places == sorted(places)
    printed = after(paper.sheet)
    places = [printed.index(each) for each in (paper.margin, paper.numbers, paper.pictures, paper.cancel, paper.go)]
    assert places == sorted(places)


def test_one_article_becomes_one_file(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.export_to(tmp_path / "snow.html", one_file=True)
    qtbot.waitUntil(lambda: "1 article exported." in dialog.told.text())
    data = (tmp_path / "snow.html").read_bytes()
    assert b"<h1>Snow &amp; ice</h1>" in data
    assert b"data:image/png;base64," in data
    assert dialog.go.isEnabled()


def test_all_that_is_listed_becomes_one_book_unless_one_wants_many(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, make_window: MakeWindow
) -> None:
    dialog.which.setCurrentIndex(1)
    dialog.form.setCurrentIndex(2)
    assert dialog.book.isVisible()
    dialog.export_to(tmp_path / "all.epub", one_file=True)
    qtbot.waitUntil(lambda: "2 articles exported." in dialog.told.text())
    with zipfile.ZipFile(tmp_path / "all.epub") as book:
        assert b"<dc:title>All articles</dc:title>" in book.read("EPUB/package.opf")
        assert "EPUB/article-2.xhtml" in book.namelist()
    dialog.which.setCurrentIndex(0)
    assert not dialog.told.isVisible()  # It was said of all that is listed.
    dialog.which.setCurrentIndex(1)
    dialog.book.setChecked(False)
    dialog.export_to(tmp_path, one_file=False)
    qtbot.waitUntil(lambda: "2 articles exported." in dialog.told.text())
    again = make_window()
    again.actions_["export"].trigger()
    opened = again.sharing.export_dialog
    assert opened is not None
    assert not opened.book.isChecked()


def test_what_is_chosen_is_remembered(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, make_window: MakeWindow
) -> None:
    dialog.form.setCurrentIndex(3)
    dialog.which.setCurrentIndex(1)
    dialog.export_to(tmp_path, one_file=False)
    qtbot.waitUntil(lambda: "exported" in dialog.told.text())
    assert {"Snow & ice.txt", "Tea.txt"} <= {file.name for file in tmp_path.iterdir()}
    again = make_window()
    again.actions_["export"].trigger()
    opened = again.sharing.export_dialog
    assert opened is not None
    assert opened.form.currentText() == "Plain text"


@pytest.mark.parametrize("name", ["gone", "x" * 300], ids=["that is gone", "that no system has"])
def test_the_file_dialog_offers_the_title_where_the_last_export_went(
    qtbot: QtBot, dialog: ExportDialog, paper: PaperDialog, tmp_path: Path, name: str
) -> None:
    for owner, ending in ((dialog, "html"), (paper, "pdf")):
        owner._settings.set("export_folder", str(tmp_path / name))
        QTest.mouseClick(owner.go, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda owner=owner: owner.findChild(QFileDialog) is not None)  # type: ignore[misc]
        asked = owner.findChild(QFileDialog)
        assert asked is not None
        assert asked.selectedFiles() == [str(Path.home() / f"Snow & ice.{ending}")]
        asked.reject()


def test_a_refusal_is_told_with_its_place(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.export_to(tmp_path / "nowhere" / "x.html", one_file=True)
    qtbot.waitUntil(lambda: "nowhere" in dialog.told.text())
    assert "The file cannot be written." in dialog.told.text()
    assert dialog.go.isEnabled()


def test_an_export_goes_on_when_its_dialog_is_closed_and_tells_its_end(
    qtbot: QtBot, window: MainWindow, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.export_to(tmp_path / "snow.epub", one_file=True)
    QTest.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: (tmp_path / "snow.epub").exists() and window.toast.isVisible())


# --- paper


@pytest.fixture
def paper(window: MainWindow) -> PaperDialog:
    window.actions_["pdf"].trigger()
    opened = window.sharing.paper_dialog
    assert opened is not None
    assert (opened.windowTitle(), opened.what.text()) == ("Save as PDF", "Snow & ice")
    return opened


def save(qtbot: QtBot, paper: PaperDialog, file: Path) -> bytes:
    with qtbot.waitSignal(paper.saved, timeout=20_000) as blocker:
        paper.save_to(file)
    assert blocker.args == [file]
    assert not paper.isVisible()
    return file.read_bytes()


def test_a_pdf_says_what_the_article_says_and_numbers_its_pages(
    qtbot: QtBot, window: MainWindow, paper: PaperDialog, tmp_path: Path
) -> None:
    data = save(qtbot, paper, tmp_path / "snow.pdf")
    pages = texts(data)
    assert len(pages) == page_count(data) > 2
    whole = "".join(pages)
    for words in ("Snow & ice", "https://example.org/snow?a=1", "White, all of it.", "12:30", "The last words."):
        assert "".join(words.split()) in whole, words
    place = 0
    for line in titled(window.session.library, "Snow & ice").text.splitlines():
        place = whole.index("".join(line.split())[:12], place)
    assert whole.count("雪落在没有名字的小路上") >= 8 * 50
    assert [page.endswith(str(number)) for number, page in enumerate(pages, 1)] == [True] * len(pages)
    assert data.count(b"/Subtype /Image") >= 1
    assert not list(tmp_path.glob("*.part"))


def test_no_heading_stands_alone_at_the_foot_of_a_page(qtbot: QtBot, paper: PaperDialog, tmp_path: Path) -> None:
    paper.sheet.setCurrentIndex(1)  # A5: many pages
    paper.numbers.setChecked(False)
    for page in texts(save(qtbot, paper, tmp_path / "snow.pdf")):
        assert not page.rpartition("Part")[2].isdigit()


def painted(qtbot: QtBot, html: str, **changes: object) -> list[str]:
    """Return the text of each page of an article in a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(PaperOptions().layout())
    writer.setResolution(600)
    job = PaperJob(make_page(html, **changes), writer, lambda _key: None)  # type: ignore[arg-type]
    with qtbot.waitSignal(job.finished, timeout=20_000) as blocker:
        job.start()
    assert blocker.args == [True]
    return texts(bytes(buffer.data().data()))


@pytest.mark.parametrize(
    "below", ["<table><tr><th>a</th></tr><tr><td>b</td></tr></table>", "<p><img src='image:a'></p>"]
)
def test_a_heading_goes_to_the_next_page_with_what_is_too_high_for_its_own(qtbot: QtBot, below: str) -> None:
    parts = "".join(f"{'<p>line</p>' * lines}<h2>Heading</h2>{below}" for lines in range(25))
    pages = painted(qtbot, f"{parts}<h2>Heading</h2>", pictures={"a": (900, 600)})
    alone = [page.rstrip("0123456789").endswith("Heading") for page in pages]
    assert alone == [False] * (len(pages) - 1) + [True]


def test_every_line_of_a_long_article_is_in_its_pdf(qtbot: QtBot) -> None:
    # Headings that go to the next page change the document while it is laid out.
    parts = [f"<h2>Heading {n}</h2><p>" + " ".join(f"w{n}x{word}," for word in range(90)) + "</p>" for n in range(60)]
    words = re.findall(r"w\d+x\d+,", "".join(painted(qtbot, "".join(parts))))
    assert words == [f"w{n}x{word}," for n in range(60) for word in range(90)]


def test_each_line_is_in_a_pdf_once_also_of_tables_lists_and_quotations(qtbot: QtBot) -> None:
    def words(name: str, count: int) -> str:
        return " ".join(f"{name}x{number}," for number in range(count))

    rows = "".join(f"<tr><td>{words(f'r{n}', 12)}</td><td>{words(f's{n}', 5)}</td></tr>" for n in range(40))
    html = (
        f"<ul><li>{words('u', 700)}</li></ul><table>{rows}</table><blockquote><p>{words('q', 700)}</p></blockquote>"
        f"<pre>{'<br>'.join(f'line{n}x0,' for n in range(60))}</pre><p>The end.</p>"
    )
    found = re.findall(r"[a-z]+\d*x\d+,", "".join(painted(qtbot, html)))
    wanted = re.findall(r"[a-z]+\d*x\d+,", html)
    assert (len(found), sorted(found)) == (len(wanted), sorted(wanted))


def test_a_picture_whose_file_is_gone_keeps_no_pdf_waiting(qtbot: QtBot) -> None:
    html = '<p>Before.</p><p><img src="a.png"></p><p>Behind.</p>'
    assert "Behind." in "".join(painted(qtbot, html, pictures={"a": (900, 600)}))


def test_a_pdf_without_pictures_has_their_words(qtbot: QtBot, paper: PaperDialog, tmp_path: Path) -> None:
    paper.pictures.setChecked(False)
    data = save(qtbot, paper, tmp_path / "snow.pdf")
    assert b"/Subtype /Image" not in data
    assert "[Hills]" in texts(data)[0]


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, paper: PaperDialog, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.session.refused, timeout=20_000) as blocker:
        paper.save_to(tmp_path / "nowhere" / "snow.pdf")
    assert blocker.args[0].kind == "cannot-write"
    qtbot.waitUntil(paper.go.isEnabled)


def test_painting_can_be_stopped(qtbot: QtBot, window: MainWindow, paper: PaperDialog, tmp_path: Path) -> None:
    paper.save_to(tmp_path / "snow.pdf")
    qtbot.waitUntil(lambda: "Page" in paper.told.text())
    QTest.mouseClick(paper.cancel, Qt.MouseButton.LeftButton)
    assert not paper.isVisible()
    qtbot.waitUntil(lambda: idle(window))
    assert not (tmp_path / "snow.pdf").exists()
    window.actions_["pdf"].trigger()
    assert paper.go.isEnabled()


def test_the_window_may_be_closed_while_an_article_is_painted(
    qtbot: QtBot, window: MainWindow, paper: PaperDialog, tmp_path: Path
) -> None:
    paper.save_to(tmp_path / "snow.pdf")
    qtbot.waitUntil(lambda: "Page" in paper.told.text())
    window.close()
    assert not (tmp_path / "snow.pdf").exists()


def test_the_same_is_sent_to_a_printer(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    QTest.keyClick(window, Key.Key_P, Control)
    dialog = window.sharing.paper_dialog
    assert dialog is not None
    assert (dialog.windowTitle(), dialog.go.text()) == ("Print", "Print…")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(dialog.options().layout())
    assert isinstance(printer, QPagedPaintDevice)
    with qtbot.waitSignal(dialog.printed, timeout=20_000):
        dialog.print_on(printer)
    assert page_count((tmp_path / "printed.pdf").read_bytes()) > 2


def test_each_page_leaves_the_window_its_turn(qtbot: QtBot, paper: PaperDialog, tmp_path: Path) -> None:
    seen: list[str] = []
    watch = QTimer(interval=0)
    watch.timeout.connect(lambda: seen.append(paper.told.text()))
    watch.start()
    data = save(qtbot, paper, tmp_path / "snow.pdf")
    watch.stop()
    assert {f"Page {number}" for number in range(1, page_count(data))} <= set(seen)


def test_without_an_article_there_is_nothing_to_share(make_window: MakeWindow, qtbot: QtBot) -> None:
    empty = make_window()
    for action in ("copy_text", "mail", "export", "pdf"):
        empty.toast.hide()
        empty.actions_[action].trigger()
        assert empty.toast.isVisible(), action
    assert empty.sharing.paper_dialog is None


def test_the_menus_offer_it_where_one_reads(window: MainWindow) -> None:
    menu = page_menu(window.reader.viewer, window.reader.viewer.rect().center())
    assert "Share" in [action.text() for action in menu.actions()]
    assert "Share" in [action.text() for action in window.list_pane.menu.menu.actions()]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_words_of_its_dialogs_are_cut_off_and_all_have_names(window: MainWindow, language: str) -> None:
    speak(window, language)
    window.actions_["pdf"].trigger()
    window.actions_["export"].trigger()
    paper, exporting = window.sharing.paper_dialog, window.sharing.export_dialog
    assert paper is not None
    assert exporting is not None
    exporting.which.setCurrentIndex(1)
    exporting.form.setCurrentIndex(2)
    assert cut_off(paper) + cut_off(exporting) == []
    for part in (*paper.findChildren(QWidget), *exporting.findChildren(QWidget)):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.focusProxy() and part.isVisible():
            assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name), part


def test_a_change_of_language_reaches_its_dialogs_and_menus(window: MainWindow) -> None:
    window.actions_["pdf"].trigger()
    window.actions_["export"].trigger()
    paper, exporting = window.sharing.paper_dialog, window.sharing.export_dialog
    assert paper is not None
    assert exporting is not None
    exporting.form.setCurrentIndex(1)
    speak(window, "zh_CN")
    assert (paper.windowTitle(), exporting.windowTitle()) == ("存为 PDF", "导出")
    assert {"纸张", "页边距", "保存…"} <= shown(paper)
    assert (paper.numbers.text(), exporting.pictures.text()) == ("页码", "包含图片")
    assert {"文章", "格式", "关闭"} <= shown(exporting)
    assert exporting.which.itemText(0) == "这篇文章：Snow & ice"
    assert exporting.form.currentText() == "Markdown"
    assert "分享" in [action.text() for action in window.list_pane.menu.menu.actions()]

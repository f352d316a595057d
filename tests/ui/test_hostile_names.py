"""What strangers called their posts, categories, tags, folders and files is only ever text, wherever it stands."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery
from reader.library.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.sidebar.lines import Saved
from tests.exporting.hostile import HOSTILE
from tests.factories import make_post
from tests.fuzz.papers import pdf_escapes
from tests.fuzz.payloads import PAYLOADS
from tests.importing.folders import bring_in, titled, write_post
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle

MARK = "<img src=x onerror=hit(1)>"
# An import cuts at 500.
ODD = [MARK, f"a</p>{MARK}", f"\u202e\u2066{MARK}\x00\x1b[2J\u2028b", f"{MARK} {'雪x ' * 150}"]


@pytest.fixture
def library(library: Library, tmp_path: Path) -> Library:
    """Posts whose names are all of that kind, put there as the library's own door takes them."""
    posts = [
        make_post(number, title=text, text=f"Words {text}", categories=((text, f"{text}/"),), tags=(text,))
        for number, text in enumerate(ODD, 1)
    ]
    posts[0] = replace(posts[0], html=f"<h2>{html.escape(MARK)}</h2><p>Words</p>" * 3)
    add(library, *posts)
    folder = tmp_path / f"{MARK.replace('/', '')}\u202e"
    write_post(folder, "fine.md", "Fine")
    (folder / f"{MARK}\n.md").write_bytes(b"")
    bring_in(library, folder)
    library.saved.add(MARK, MARK)
    return library


def cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    pending = [QModelIndex()]
    while model is not None and pending:
        parent = pending.pop()
        for row in range(min(model.rowCount(parent), 30)):
            for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
                yield model.index(row, column, parent)
            pending.append(model.index(row, 0, parent))


def tips() -> Iterator[str]:
    for widget in QApplication.allWidgets():
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView):
            for cell in cells(widget):
                yield str(cell.data(Qt.ItemDataRole.ToolTipRole) or "")


def read_as_markup() -> list[str]:
    """Return every text with the mark that some part of the program would read as markup."""
    labels = [
        label.text()
        for label in QApplication.allWidgets()
        if isinstance(label, QLabel) and label.textFormat() is not Qt.TextFormat.PlainText
    ]
    # A tooltip is read as markup as soon as it looks like it; what begins so on purpose must have escaped the rest.
    return [text[:200] for text in (*labels, *tips()) if "<img" in text]


def test_no_name_is_read_as_markup(window: MainWindow, qtbot: QtBot) -> None:
    for article in window.session.library.listing(ArticleQuery()).ids:
        window.list_pane.list.choose(article)
        qtbot.waitUntil(lambda: idle(window) and window.reader.open_page() is not None)
    assert read_as_markup() == []
    for command in ("history", "folders", "export", "pdf", "storage", "go_to", "save_search", "toggle_later"):
        before = set(QApplication.topLevelWidgets())
        window.actions_[command].trigger()
        qtbot.waitUntil(lambda: idle(window))
        assert not window.grab().isNull()
        assert read_as_markup() == [], command
        for opened in set(QApplication.topLevelWidgets()) - before:
            opened.close()


def test_nor_are_headings_or_categories_that_one_chooses_from(window: MainWindow, qtbot: QtBot) -> None:
    window.list_pane.list.choose(titled(window.session.library, MARK).article.id)
    qtbot.waitUntil(lambda: idle(window) and window.reader.open_page() is not None)
    window.actions_["outline"].trigger()
    assert MARK in window.reader.outline.list.item(0).text()
    window.reader.outline.close()
    window.categories.ask_to_merge(window.summary.contents.categories[-1].id)
    assert read_as_markup() == []


def test_nor_is_the_name_of_what_is_searched_in(window: MainWindow, qtbot: QtBot) -> None:
    tree, model = window.sidebar.tree, window.sidebar.model
    for key in (Saved(1), window.summary.contents.categories[-1].id):
        tree.setCurrentIndex(model.find(key))
        qtbot.waitUntil(lambda: idle(window))
        assert read_as_markup() == []


def test_such_names_are_found_and_listed(window: MainWindow, qtbot: QtBot) -> None:
    window.list_pane.search.setText('"onerror=hit(1)"')
    qtbot.waitUntil(lambda: idle(window) and len(window.list_pane.model.ids) == len(ODD))
    assert not window.list_pane.list.grab().isNull()
    assert read_as_markup() == []


def test_a_pdf_of_all_malice_leads_only_to_the_web_and_to_mail(
    library: Library, make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    body = "\n\n".join(["[web](https://good.example/)", HOSTILE, *PAYLOADS])
    write_post(tmp_path / "malice", "a.md", "Malice", body.encode("utf-8", "replace").decode())
    bring_in(library, tmp_path / "malice")
    window = make_window()
    window.list_pane.list.choose(titled(library, "Malice").article.id)
    qtbot.waitUntil(lambda: idle(window) and window.reader.open_page() is not None, timeout=20_000)
    window.actions_["pdf"].trigger()
    paper = window.sharing.paper_dialog
    assert paper is not None
    with qtbot.waitSignal(paper.saved, timeout=20_000):
        paper.save_to(tmp_path / "malice.pdf")
    data = (tmp_path / "malice.pdf").read_bytes()
    assert b"/URI (https://good.example/)" in data
    assert pdf_escapes(data) == []

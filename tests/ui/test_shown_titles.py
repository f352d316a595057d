"""Titles in lists follow the characters that articles are shown in; what is kept, searched and taken out does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery
from reader.library.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.settings import Settings
from tests.factories import make_post
from tests.library.test_library import add
from tests.library.test_search import index_all
from tests.ui.test_foreseen import rows
from tests.ui.windows import MakeWindow, idle

WRITTEN = ["头发与发展", "国会の歴史", "What 头 is", "漫畫"]


@pytest.fixture
def window(library: Library, make_window: MakeWindow) -> MainWindow:
    add(
        library,
        replace(make_post(4, title=WRITTEN[0], text="一个关于发展的故事"), author="张发", lang="zh-CN"),
        replace(make_post(3, title=WRITTEN[1], text="発展の話"), lang="ja"),
        make_post(2, title=WRITTEN[2]),
        replace(make_post(1, title=WRITTEN[3], text="發展"), lang="zh-TW"),
    )
    index_all(library)
    return make_window()


def show_in(window: MainWindow, form: str, qtbot: QtBot) -> list[str]:
    """Choose how Chinese is shown, and return the titles as they then stand in the list."""
    window.appearance._settings.set("reading/characters", form)
    qtbot.waitUntil(lambda: window.session.titles.form == ("" if form == "as_written" else form))
    return settled(window, qtbot)


def settled(window: MainWindow, qtbot: QtBot) -> list[str]:
    rows(window)
    qtbot.waitUntil(lambda: idle(window) and not window.session.titles._asking.isActive())
    return [article.title for article in rows(window)]


def test_titles_summaries_and_authors_follow_and_come_back(window: MainWindow, library: Library, qtbot: QtBot) -> None:
    assert settled(window, qtbot) == WRITTEN
    assert show_in(window, "traditional", qtbot) == ["頭髮與發展", *WRITTEN[1:]]
    first = rows(window)[0]
    assert (first.summary, first.author) == ("一個關於發展的故事", "張發")
    spoken = window.list_pane.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("頭髮與發展, ")
    window.session.mark_read([first.id], read=True, text="")
    qtbot.waitUntil(lambda: not rows(window)[0].unread and idle(window))
    assert rows(window)[0].title == "頭髮與發展"
    assert show_in(window, "simplified", qtbot) == ["头发与发展", "国会の歴史", "What 头 is", "漫画"]
    assert show_in(window, "as_written", qtbot) == WRITTEN
    assert [article.title for article in library.articles(library.listing(ArticleQuery()).ids)] == WRITTEN


def test_what_a_search_found_is_shown_so_and_is_found_by_either_form(window: MainWindow, qtbot: QtBot) -> None:
    show_in(window, "traditional", qtbot)
    window.list_pane.search.setText("发展 故事")
    window.list_pane.search_bar.submit()
    qtbot.waitUntil(lambda: idle(window) and len(rows(window)) == 1)
    snippets, article = window.list_pane.model.snippets, rows(window)[0]
    assert snippets is not None
    qtbot.waitUntil(lambda: snippets.of(article.id) is not None)
    found = snippets.of(article.id)
    assert found is not None
    assert settled(window, qtbot) == ["頭髮與發展"]
    assert (found.title, found.snippet.text) == (((3, 5),), "一個關於發展的故事")
    show_in(window, "simplified", qtbot)
    qtbot.waitUntil(lambda: (now := snippets.of(article.id)) is not None and now.snippet.text == "一个关于发展的故事")


def test_related_articles_are_listed_once_and_as_the_page_is_shown(
    library: Library, make_window: MakeWindow, qtbot: QtBot
) -> None:
    text = "山里的茶园和雾，" * 20
    ids = add(library, *(replace(make_post(n, title=f"茶园里的雾{n}", text=text), lang="zh") for n in (1, 2)))
    index_all(library)
    window = make_window()
    window.navigator.open(ids[0])
    for form, title in (("as_written", "茶园里的雾2"), ("hongkong", "茶園裏的霧2"), ("traditional", "茶園裡的霧2")):
        show_in(window, form, qtbot)
        qtbot.waitUntil(lambda title=title: title in text_of(window))  # type: ignore[misc]
        qtbot.waitUntil(lambda: not window.related.looking())
        assert text_of(window).count("Related articles") == 1


def text_of(window: MainWindow) -> str:
    return window.reader.viewer.document().toPlainText()


def test_a_window_that_is_opened_so_shows_titles_so(window: MainWindow, make_window: MakeWindow, qtbot: QtBot) -> None:
    show_in(window, "traditional", qtbot)
    window.close()
    again = make_window()
    assert settled(again, qtbot)[0] == "頭髮與發展"
    again.going.switcher.begin(again.going._places())
    again.going.switcher.box.insert("头发")
    model = again.going.switcher.model
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert [model.index(row).data() for row in range(2)] == ["Articles", "頭髮與發展"]
    again.going.switcher.dismiss()
    assert Settings(again.appearance._settings.file).text("reading/characters", "") == "traditional"

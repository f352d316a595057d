"""A list that takes a moment shows its beginning meanwhile, and what was asked of it waits for the rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.domain import ArticleQuery, Changes, State
from reader.library.library import Library
from reader.library.listing import lists
from reader.library.navigation.switching import Kind, Target
from reader.ui import navigator
from reader.ui.listing.list_pane import ListPane
from reader.ui.main_window import MainWindow
from reader.ui.navigator import Shown
from reader.ui.sidebar.lines import Folder
from tests.factories import make_post
from tests.library.test_library import add
from tests.library.test_search import index_all
from tests.ui.windows import MakeWindow, idle

COUNT = 60


@pytest.fixture(autouse=True)
def slow(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be sixty articles, and let every list take long."""
    for number in range(0, COUNT, 10):
        add(library, *(make_post(number + each) for each in range(10)))
    index_all(library)  # Else an idle window would, and list anew after it.
    monkeypatch.setattr(lists, "_MOMENT", -1.0)
    monkeypatch.setattr(lists, "_TOGETHER", 20)
    monkeypatch.setattr(lists, "_BEGINNING", 5)


def hear(window: MainWindow) -> list[tuple[int, str, int]]:
    """Return a list that will tell of each list shown: its rows, the number above it, and the article chosen."""
    heard: list[tuple[int, str, int]] = []

    def note(shown: Shown) -> None:
        pane = window.list_pane
        heard.append((len(shown.listing.ids), pane.number.text(), pane.list.current_article() or 0))

    window.navigator.listed.connect(note)
    return heard


def test_the_beginning_is_shown_before_the_whole(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    heard = hear(window)
    window.navigator.show(ArticleQuery(state=State.UNREAD))
    qtbot.waitUntil(lambda: idle(window))
    assert heard == [(5, "", 0), (COUNT, f"{COUNT} unread", 0)]
    assert len(window.list_pane.model.ids) == COUNT


def test_what_is_chosen_in_the_beginning_stays_chosen(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    heard = hear(window)
    window.navigator.listed.connect(lambda shown: None if shown.listing.whole else window.list_pane.list.step(1))
    window.navigator.show(ArticleQuery(state=State.UNREAD))
    qtbot.waitUntil(lambda: idle(window))
    newest = window.list_pane.model.ids[0]
    # Read by now or not yet, which the number above the list follows: it is listed, and chosen.
    rows, _, chosen = heard[-1]
    assert (rows, chosen) == (COUNT, newest)


def test_what_is_opened_in_the_beginning_stays_open_at_the_start(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = make_window()
    before.list_pane.list.choose(before.list_pane.model.ids[-1])
    qtbot.waitUntil(lambda: idle(before))
    before.close()

    def choose(pane: ListPane, shown: Shown) -> None:
        show(pane, shown)
        if not shown.listing.whole:
            pane.list.step(1)

    show = ListPane.show_listing
    monkeypatch.setattr(ListPane, "show_listing", choose)
    window = make_window()
    assert window.navigator.article == window.list_pane.model.ids[0]
    assert window.list_pane.list.current_article() == window.navigator.article


def test_an_article_that_was_gone_to_is_chosen_once_its_row_is_there(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    oldest = window.list_pane.model.ids[-1]
    window.sidebar.tree.setCurrentIndex(window.sidebar.model.find(Folder.LATER))
    qtbot.waitUntil(lambda: idle(window))
    window.going.go(Target(Kind.ARTICLE, oldest, "Post"))
    qtbot.waitUntil(lambda: idle(window) and len(window.list_pane.model.ids) == COUNT)
    qtbot.waitUntil(lambda: window.list_pane.list.current_article() == oldest)


def test_an_article_is_chosen_though_the_list_before_is_hardly_there(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    oldest = window.list_pane.model.ids[-1]
    wanted = [Target(Kind.ARTICLE, oldest, "Post")]
    window.navigator.listed.connect(lambda _shown: window.going.go(wanted.pop()) if wanted else None)
    window.sidebar.tree.setCurrentIndex(window.sidebar.model.find(Folder.LATER))
    qtbot.waitUntil(lambda: idle(window) and len(window.list_pane.model.ids) == COUNT)
    assert window.list_pane.list.current_article() == oldest


def test_marking_all_marks_also_what_is_not_there_yet(make_window: MakeWindow, qtbot: QtBot, library: Library) -> None:
    window = make_window()

    def mark(shown: Shown) -> None:
        if not shown.listing.whole:
            window.actions_["read_all"].trigger()

    window.navigator.listed.connect(mark)
    window.navigator.show(ArticleQuery(state=State.UNREAD))
    qtbot.waitUntil(lambda: library.counts(0).unread == 0)
    qtbot.waitUntil(lambda: idle(window))


def test_an_export_of_all_that_is_listed_waits_for_the_rest(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()

    def export(shown: Shown) -> None:
        if not shown.listing.whole:
            window.actions_["export"].trigger()

    window.navigator.listed.connect(export)
    window.navigator.show(ArticleQuery(state=State.UNREAD))
    qtbot.waitUntil(lambda: idle(window) and window.sharing.export_dialog is not None)
    assert window.sharing.export_dialog is not None
    assert len(window.sharing.export_dialog.ids()) == COUNT


def test_a_wish_for_a_list_that_was_left_is_forgotten(make_window: MakeWindow, qtbot: QtBot, library: Library) -> None:
    window = make_window()
    category = library.categories()[-1].id

    def leave(shown: Shown) -> None:
        if shown.query.state is State.UNREAD and not shown.listing.whole:
            window.actions_["read_all"].trigger()
            window.navigator.show(ArticleQuery(category=category))

    window.navigator.listed.connect(leave)
    window.navigator.show(ArticleQuery(state=State.UNREAD))
    qtbot.waitUntil(lambda: idle(window))
    assert window.navigator.query.category == category
    assert library.counts(0).unread == COUNT


def test_a_list_that_is_read_anew_is_not_cut_short_meanwhile(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    heard = hear(window)
    window.navigator.reload()
    qtbot.waitUntil(lambda: idle(window))
    assert [rows for rows, _, _ in heard] == [COUNT]


def test_j_works_in_the_beginning(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    seen: list[tuple[int | None, int]] = []

    def press(shown: Shown) -> None:
        if not shown.listing.whole:
            QTest.keyClick(window.list_pane.list, Qt.Key.Key_J)
            # It is read by that, and may be gone when the whole list comes.
            seen.append((window.list_pane.list.current_article(), shown.listing.ids[0]))

    window.navigator.listed.connect(press)
    window.list_pane.list.setFocus()
    window.navigator.show(ArticleQuery(state=State.UNREAD))
    qtbot.waitUntil(lambda: idle(window))
    ((opened, first),) = seen
    assert opened == first


def test_a_list_that_takes_long_is_not_read_at_every_step_of_an_import(
    make_window: MakeWindow, qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if it took long, however quick or busy the machine is.
    monkeypatch.setattr(navigator, "_SHARE", 1e6)
    window = make_window()
    heard = hear(window)
    add(library, make_post(COUNT))
    index_all(library)
    # While it is read, and right afterwards.
    window.navigator.reload()
    for _ in range(3):
        window.session.announce(Changes(articles=True, growing=True))
    window.navigator.listed.connect(lambda _: window.session.announce(Changes(articles=True, growing=True)))
    qtbot.waitUntil(lambda: idle(window))
    assert [rows for rows, _, _ in heard] == [COUNT + 1]
    add(library, make_post(COUNT + 1))
    index_all(library)
    window.session.announce(Changes(articles=True))
    qtbot.waitUntil(lambda: idle(window))
    assert [rows for rows, _, _ in heard] == [COUNT + 1, COUNT + 2]


def test_a_list_grows_with_an_import(
    make_window: MakeWindow, qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigator, "_SHARE", 0)
    window = make_window()
    for number in (COUNT, COUNT + 1):
        add(library, make_post(number))
        window.session.announce(Changes(articles=True, growing=True))
        qtbot.waitUntil(lambda: idle(window))
        assert len(window.list_pane.model.ids) == number + 1

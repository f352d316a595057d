"""Pictures of the web in the window: asked about once, fetched where allowed, and never while one works offline."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.domain import Content
from reader.library.library import Library
from reader.offline import DownloadProgress, Fetch, PictureScope
from reader.ui.importing.report_page import ReportPage
from reader.ui.main_window import MainWindow
from reader.ui.reading.article_viewer import ArticleViewer
from reader.ui.reading.page_menu import page_menu
from tests.factories import write_posts
from tests.fetching.conftest import server
from tests.fetching.downloading import LOOPBACK, fetch
from tests.fetching.server import Answer, Server, picture, reply
from tests.importing.folders import bring_in, titled, write_post
from tests.ui.test_importing import hold
from tests.ui.windows import MakeWindow, idle

__all__ = ["server"]

Key = Qt.Key


@pytest.fixture
def folder(tmp_path: Path, server: Server) -> Path:
    """A blog of one post with a lead picture and another one, both on the web."""
    server.answers["/lead.png"] = reply(picture(1, (400, 300)))
    server.answers["/more.png"] = reply(picture(2, (300, 200)))
    body = f"![A lake]({server.url('/lead.png')})\n\n![A hill]({server.url('/more.png')})"
    write_post(tmp_path / "blog", "source/_posts/lake.md", "The lake", body)
    return tmp_path / "blog"


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return allow_loopback(make_window())


def allow_loopback(window: MainWindow) -> MainWindow:
    window.downloads.runner.allowed = LOOPBACK
    return window


def press(qtbot: QtBot, button: object) -> None:
    QTest.keyClick(button, Key.Key_Space)  # type: ignore[call-overload]


def stored(window: MainWindow) -> list[bool]:
    return [bool(each.key) for each in content(window).pictures]


def content(window: MainWindow) -> Content:
    return titled(window.session.library, "The lake")


def waiting_for(held: Event, then: Answer) -> Answer:
    """Answer only after an event."""

    def answer(*request: Any) -> None:
        held.wait(20)
        then(*request)

    return answer


def import_in_dialog(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    dialog = window.dialogs.importing
    window.open_folders([folder])
    qtbot.waitUntil(dialog.primary.isEnabled)
    QTest.keyClick(dialog, Key.Key_Return)
    qtbot.waitUntil(lambda: idle(window) and dialog.report.offer.isVisible())


def test_from_the_import_to_the_picture_on_the_page(
    qtbot: QtBot, window: MainWindow, folder: Path, server: Server
) -> None:
    import_in_dialog(qtbot, window, folder)
    assert server.requests == []
    offer = window.dialogs.importing.report.offer
    press(qtbot, offer.thumbnails)
    qtbot.waitUntil(lambda: idle(window) and bool(content(window).article.thumbnail))
    assert server.paths() == ["/lead.png"]
    assert stored(window) == [False, False]
    assert not offer.isVisible()
    window.dialogs.importing.close()
    window.list_pane.list.choose(content(window).article.id)
    viewer = window.reader.viewer
    qtbot.waitUntil(lambda: viewer.page() is not None and idle(window))
    viewer.setFocus()
    QTest.keyClick(viewer, Key.Key_Tab)
    QTest.keyClick(viewer, Key.Key_Return)
    qtbot.waitUntil(lambda: stored(window) == [True, False] and idle(window))
    assert window.toast.accessibleName() == "1 picture downloaded"
    assert "/more.png" not in server.paths()
    viewer.fetch_pictures()
    qtbot.waitUntil(lambda: stored(window) == [True, True] and idle(window))
    page = viewer.page()
    assert page is not None
    assert (page.absent, len(page.pictures)) == ({}, 2)


def test_a_download_makes_no_page_of_the_import_dialog(window: MainWindow) -> None:
    dialog, runner = window.dialogs.importing, window.downloads.runner
    runner.asked = True
    runner.progressed.emit(DownloadProgress(done=1, total=2))
    assert dialog.findChildren(ReportPage) == []


def test_the_question_is_asked_where_it_is_seen(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, dialog = hold(monkeypatch), window.dialogs.importing
    window.open_folders([folder, write_posts(tmp_path / "other", 1)])
    qtbot.waitUntil(dialog.primary.isEnabled)
    QTest.keyClick(dialog, Key.Key_Return)
    qtbot.waitUntil(lambda: window.runner.importing)
    dialog.close()
    go_on.set()
    qtbot.waitUntil(lambda: not window.runner.running and idle(window) and dialog.isVisible())
    window.toast.dismiss()  # which told of the import
    qtbot.waitUntil(lambda: "uses 2 pictures from the web" in window.toast.accessibleName())
    dialog.close()
    qtbot.waitUntil(lambda: idle(window))


def test_what_was_asked_for_below_the_report_is_told_there_also_where_nothing_came(
    qtbot: QtBot, window: MainWindow, folder: Path, server: Server
) -> None:
    server.answers.clear()
    import_in_dialog(qtbot, window, folder)
    report = window.dialogs.importing.report
    assert not report.fetched.isVisible()
    press(qtbot, report.offer.all)
    qtbot.waitUntil(lambda: idle(window) and "could not" in report.fetched.text())
    assert report.fetched.text() == "0 pictures downloaded · 2 could not be downloaded"
    assert window.toast.isHidden()


def test_the_menu_of_a_card_fetches_that_picture_or_all(
    qtbot: QtBot, make_window: MakeWindow, library: Library, folder: Path, server: Server
) -> None:
    bring_in(library, folder)
    window = allow_loopback(make_window())
    window.list_pane.list.choose(content(window).article.id)
    viewer = window.reader.viewer
    qtbot.waitUntil(lambda: viewer.page() is not None and idle(window))

    def menu(text: str) -> list[str]:
        """Open the menu at the card that leads there, or elsewhere; choose its picture, and return what was offered."""
        place = next((each for each in points(viewer) if text in (viewer.anchorAt(each) or "elsewhere")), None)
        assert place is not None
        found = page_menu(viewer, place).actions()
        chosen = [each for each in found if each.text().startswith("Download this")]
        if chosen:
            chosen[0].trigger()
        return [each.text() for each in found if each.text().startswith("Download") and each.isEnabled()]

    assert menu("elsewhere") == ["Download the pictures of this article"]
    assert menu("absent-1") == ["Download this picture", "Download the pictures of this article"]
    qtbot.waitUntil(lambda: stored(window) == [False, True] and idle(window))
    assert server.paths() == ["/more.png"]


def points(viewer: ArticleViewer) -> list[QPoint]:
    """Return points all over the page that is seen."""
    wide, high = viewer.viewport().width(), viewer.viewport().height()
    return [QPoint(x, y) for y in range(0, high, 10) for x in range(0, wide, 40)]


def test_a_standing_choice_is_kept_to_and_not_asked_again(
    qtbot: QtBot, window: MainWindow, folder: Path, server: Server
) -> None:
    import_in_dialog(qtbot, window, folder)
    offer = window.dialogs.importing.report.offer
    press(qtbot, offer.always)
    press(qtbot, offer.all)
    qtbot.waitUntil(lambda: stored(window) == [True, True] and idle(window))
    server.answers["/new.png"] = reply(picture(3))
    write_post(folder, "source/_posts/new.md", "New", f"![]({server.url('/new.png')})")
    window.actions_["refresh"].trigger()
    qtbot.waitUntil(lambda: "/new.png" in server.paths() and idle(window))
    assert not offer.isVisible()


def test_nothing_is_offered_for_an_import_that_was_undone(
    qtbot: QtBot, window: MainWindow, folder: Path, server: Server
) -> None:
    import_in_dialog(qtbot, window, folder)
    dialog = window.dialogs.importing
    offer = dialog.report.offer
    press(qtbot, dialog.undo)
    qtbot.waitUntil(lambda: idle(window) and dialog.undo.isEnabled() and not offer.isVisible())
    press(qtbot, dialog.undo)
    qtbot.waitUntil(lambda: idle(window) and offer.isVisible())
    assert server.requests == []


def test_not_now_is_not_asked_twice(qtbot: QtBot, window: MainWindow, folder: Path, server: Server) -> None:
    import_in_dialog(qtbot, window, folder)
    offer = window.dialogs.importing.report.offer
    press(qtbot, offer.not_now)
    window.actions_["refresh"].trigger()
    qtbot.waitUntil(lambda: idle(window))
    assert not offer.isVisible()
    assert server.requests == []
    assert window.session.library.web.consents() == ()


def test_who_closed_the_dialog_is_asked_by_a_notice(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.toast.animated = False
    window.runner.start(folder)
    qtbot.waitUntil(lambda: idle(window) and not window.toast.isHidden())
    window.toast.dismiss()
    qtbot.waitUntil(lambda: window.toast.accessibleName() == "“blog” uses 2 pictures from the web")
    window.toast._button.click()
    dialog = window.downloads.offline_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.folder_table.current_row() == 1)
    assert dialog.folders.rows[1][1][0] == "blog"


def test_a_question_that_nobody_saw_is_asked_another_time(
    qtbot: QtBot, window: MainWindow, make_window: MakeWindow, folder: Path
) -> None:
    window.toast.animated = False
    window.runner.start(folder)
    qtbot.waitUntil(lambda: idle(window) and not window.toast.isHidden())
    assert "from the web" not in window.toast.accessibleName()
    window.close()
    again = make_window()
    again.toast.animated = False
    again.runner.refresh()
    qtbot.waitUntil(lambda: idle(again) and not again.toast.isHidden())
    again.toast.dismiss()
    qtbot.waitUntil(lambda: again.toast.accessibleName() == "“blog” uses 2 pictures from the web")
    qtbot.waitUntil(lambda: again.session.library.web.undecided() == [])


def test_the_start_goes_on_only_with_what_stands(
    qtbot: QtBot, make_window: MakeWindow, library: Library, folder: Path, server: Server
) -> None:
    bring_in(library, folder)
    library.web.allow_once(Fetch.ALL)
    window = allow_loopback(make_window())
    window.downloads.runner.begin_standing()
    qtbot.waitUntil(lambda: idle(window))
    assert server.requests == []
    library.web.allow(Fetch.ALL, library.sources()[0].id)
    window.downloads.runner.begin_standing()
    qtbot.waitUntil(lambda: stored(window) == [True, True] and idle(window))
    assert window.toast.isHidden()


def test_working_offline_stops_at_once_and_is_remembered(
    qtbot: QtBot, make_window: MakeWindow, library: Library, folder: Path, server: Server
) -> None:
    bring_in(library, folder)
    held = Event()
    server.otherwise = waiting_for(held, server.otherwise)
    server.answers.clear()
    window = allow_loopback(make_window())
    runner = window.downloads.runner
    runner.fetch(Fetch.ALL)
    qtbot.waitUntil(lambda: len(server.requests) == 2)
    window.actions_["work_offline"].trigger()
    qtbot.waitUntil(lambda: not runner.running and idle(window))
    held.set()
    asked = len(server.requests)
    runner.fetch(Fetch.ALL)
    runner.resume()
    qtbot.waitUntil(lambda: idle(window))
    assert len(server.requests) == asked
    again = make_window()
    assert again.actions_["work_offline"].isChecked()
    assert again.reader.viewer.stage.offline


def test_a_pause_keeps_what_came_and_cancelling_takes_the_word_back(
    qtbot: QtBot, make_window: MakeWindow, library: Library, folder: Path, server: Server
) -> None:
    bring_in(library, folder)
    held = Event()
    server.answers["/more.png"] = waiting_for(held, server.answers["/more.png"])
    window = allow_loopback(make_window())
    runner = window.downloads.runner
    runner.fetch(Fetch.ALL, PictureScope())
    qtbot.waitUntil(lambda: stored(window) == [True, False])
    qtbot.waitUntil(lambda: "1 / 2" in window.status.left.text())
    runner.pause()
    qtbot.waitUntil(lambda: not runner.running)
    held.set()
    runner.begin_standing()
    assert not runner.running
    runner.resume()
    qtbot.waitUntil(lambda: stored(window) == [True, True] and idle(window))
    assert library.web.consents() == ()
    runner.fetch(Fetch.ALL)
    runner.cancel()
    qtbot.waitUntil(lambda: idle(window))
    assert library.web.consents() == ()


def test_what_is_wished_for_during_a_pause_is_fetched_alone(
    qtbot: QtBot, make_window: MakeWindow, library: Library, folder: Path, server: Server
) -> None:
    for number in (1, 2):
        server.answers[f"/{number}.png"] = reply(picture(number + 2))
        write_post(folder, f"source/_posts/{number}.md", f"Post {number}", f"![]({server.url(f'/{number}.png')})")
    bring_in(library, folder)
    held = Event()
    kept = {path: server.answers[path] for path in ("/lead.png", "/more.png", "/1.png")}
    server.answers |= {path: waiting_for(held, answer) for path, answer in kept.items()}
    window = allow_loopback(make_window())
    runner, viewer = window.downloads.runner, window.reader.viewer
    runner.fetch(Fetch.ALL, PictureScope(article=content(window).article.id))
    qtbot.waitUntil(lambda: len(server.requests) == 2)
    runner.pause()
    qtbot.waitUntil(lambda: not runner.running)
    for number in (1, 2):
        viewer.pictures_wanted.emit(titled(library, f"Post {number}").article.id)
    qtbot.waitUntil(lambda: "/1.png" in server.paths())
    held.set()
    qtbot.waitUntil(lambda: all(titled(library, f"Post {n}").pictures[0].key for n in (1, 2)) and idle(window))
    assert (stored(window), runner.resting) == ([False, False], True)
    runner.resume()
    qtbot.waitUntil(lambda: stored(window) == [True, True] and idle(window))


def test_text_does_not_move_when_a_picture_of_known_size_arrives(
    qtbot: QtBot, make_window: MakeWindow, library: Library, tmp_path: Path, server: Server
) -> None:
    server.answers["/wide.png"] = reply(picture(1, (400, 100)))
    address = server.url("/wide.png")
    front = f"cover: {address}\ntitle: The lake"
    file = write_post(
        tmp_path / "blog", "source/_posts/lake.md", "The lake", f"![]({server.url('/wide.png')})\n\nWords."
    )
    file.write_text(file.read_text("utf-8").replace("title: The lake", front), "utf-8")
    bring_in(library, tmp_path / "blog")
    assert fetch(library, Fetch.THUMBNAILS).stored == 1
    window = allow_loopback(make_window())
    window.list_pane.list.choose(content(window).article.id)
    viewer = window.reader.viewer
    qtbot.waitUntil(lambda: viewer.page() is not None and idle(window))
    page = viewer.page()
    assert page is not None
    assert [(each.width, each.height) for each in page.absent.values()] == [(400, 100)]
    before = viewer.document().size()
    viewer.fetch_pictures()
    qtbot.waitUntil(lambda: stored(window) == [True] and idle(window))
    page = viewer.page()
    assert page is not None
    assert (page.absent, viewer.document().size()) == ({}, before)


def test_a_picture_that_cannot_be_had_says_why(
    qtbot: QtBot, make_window: MakeWindow, library: Library, folder: Path, server: Server
) -> None:
    bring_in(library, folder)
    server.answers.clear()
    window = allow_loopback(make_window())
    window.list_pane.list.choose(content(window).article.id)
    viewer = window.reader.viewer
    qtbot.waitUntil(lambda: viewer.page() is not None and idle(window))
    viewer.fetch_pictures()

    def reasons() -> set[str]:
        page = viewer.page()
        return {each.reason for each in page.absent.values()} if page is not None else set()

    qtbot.waitUntil(lambda: reasons() == {"its server no longer has it (404)"})

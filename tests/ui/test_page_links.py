"""Links of a page by keys: to another post of the library and back at the foot, out of the program, and nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.domain import Post
from reader.library.library import Library
from reader.ui.document.paint import areas_of
from reader.ui.main_window import MainWindow
from tests.factories import make_post
from tests.library.test_library import add
from tests.library.test_search import index_all
from tests.test_journeys import User

Key = Qt.Key
ALL = (
    '<p>Read <a href="https://a.example">two words</a>.</p><details><summary>More</summary>x</details>'
    '<img src="gone.png" alt="A lake"><video src="https://v.example/a.mp4" title="The tide"></video>'
    "<pre><code>x = 1</code></pre>"
)
CANONICAL = "https://news.example/2022/snow/"


def linking(number: int, href: str, link: str = "") -> Post:
    html = f'<p>Read <a href="{href}">this</a>.</p>'
    return replace(make_post(number), title=f"Points {number}", html=html, link=link)


@pytest.fixture
def ids(library: Library) -> list[int]:
    found = add(
        library,
        replace(make_post(1), title="Snow\u202e on the pass", link=CANONICAL),
        linking(2, "1.md"),
        linking(3, CANONICAL),
        linking(4, "https://elsewhere.example/\u202egnp"),
        linking(5, "file:///etc/passwd"),
        replace(make_post(6), title="All that Tab comes to", html=ALL),
    )
    index_all(library)
    return found


@pytest.fixture
def user(ids: list[int], make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    return User(make_window(), qtbot)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    return opened


def read(user: User, article: int) -> None:
    user.window.list_pane.list.choose(article)
    user.qtbot.waitUntil(lambda: user.window.navigator.article == article and user.reads() != "")
    user.wait()
    user.window.reader.viewer.setFocus()


def said(user: User) -> str:
    return user.window.status.left.text()


@pytest.mark.parametrize(("number", "address"), [(1, ""), (2, f" · {CANONICAL}")])
def test_a_link_to_a_post_opens_inside(
    user: User, ids: list[int], browser: list[str], number: int, address: str
) -> None:
    read(user, ids[number])
    user.press(Key.Key_Tab)
    assert said(user) == f"In your library: Snow on the pass{address}"
    user.press(Key.Key_Return)
    user.sees("Snow\u202e on the pass")
    viewer = user.window.reader.viewer
    user.qtbot.waitUntil(lambda: "Linked from\nPoints 3\n" in viewer.toPlainText())
    assert "Points 2\n" in viewer.toPlainText().partition("Linked from")[2]
    user.press(Key.Key_Tab, Key.Key_Return)
    user.sees("Points 3")
    assert browser == []


@pytest.mark.parametrize(
    ("number", "offered"),
    [(1, ["Open link"]), (2, ["Open link", "Open in your browser"]), (3, ["Open in your browser"])],
)
def test_the_menu_offers_each_way_of_a_link_once(user: User, ids: list[int], number: int, offered: list[str]) -> None:
    read(user, ids[number])
    user.press(Key.Key_Tab)
    viewer = user.window.reader.viewer
    QApplication.sendEvent(viewer, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    assert [words for words in actions if words.startswith("Open")] == offered
    if "Open link" in offered:
        actions["Open link"].trigger()
        user.sees("Snow\u202e on the pass")
    menu.close()


def test_a_link_to_the_web_says_where_it_leads_and_asks_who_works_offline(
    user: User, ids: list[int], browser: list[str]
) -> None:
    read(user, ids[3])
    user.press(Key.Key_Tab)
    assert said(user) == "https://elsewhere.example/%E2%80%AEgnp"
    user.window.actions_["work_offline"].trigger()
    user.press(Key.Key_Return)
    assert browser == []
    user.sees_button(user.window.toast._button, "Open in your browser")
    user.window.toast._button.click()
    assert len(browser) == 1
    user.window.actions_["work_offline"].trigger()
    user.press(Key.Key_Return)
    assert len(browser) == 2


def test_a_host_that_only_looks_like_another_is_written_out(user: User) -> None:
    user.window.reader.viewer.links.hover(QUrl("https://аррӏе.com/雪"))
    assert said(user) == "https://xn--80ak6aa92e.com/雪"


def test_no_link_leads_to_a_file(user: User, ids: list[int], browser: list[str]) -> None:
    read(user, ids[4])
    viewer = user.window.reader.viewer
    for href in ("file:///etc/passwd", "1.md", "article:x", "article:-1"):
        viewer.anchorClicked.emit(QUrl(href))
    user.wait()
    assert (user.reads(), browser) == ("Points 5", [])


def test_a_link_that_tab_comes_to_is_spoken_and_ringed(
    user: User, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr("reader.ui.parts.speaking.announce", lambda _, text: spoken.append(text))
    read(user, ids[5])
    viewer = user.window.reader.viewer
    before = viewer.grab().toImage()
    user.press(Key.Key_Tab)
    assert spoken == ["two words, link"]
    ring = user.window.appearance.icons.theme.accent
    (area,) = areas_of(viewer.textCursor())
    top = round(area.top()) - 1 - viewer.verticalScrollBar().value()
    middle = round(area.center().x())
    seen = viewer.grab().toImage()
    assert ring in {seen.pixelColor(middle, y).name() for y in range(top - 2, top + 3)}
    assert ring not in {before.pixelColor(middle, y).name() for y in range(top - 2, top + 3)}
    for _ in range(3):
        user.press(Key.Key_Tab)
    assert spoken[1:] == ["More, closed", "The tide, link", "copies the code"]
    user.press(Key.Key_Backtab, Key.Key_Backtab, Key.Key_Return)
    assert "x\n" in viewer.toPlainText()
    user.press(Key.Key_Tab)
    assert spoken[-3:] == ["More, closed", "More, opened", "The tide, link"]
    told = 0
    while viewer.hasFocus():
        told = len(spoken)
        user.press(Key.Key_Tab)
    assert len(spoken) == told  # to leave the page says nothing

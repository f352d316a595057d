"""Searching by keyboard, from the first letter to the article and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.library.highlight import Snippet
from reader.library.library import Library
from reader.library.searching import Search
from reader.ui.main_window import MainWindow
from tests.factories import make_post
from tests.library.test_library import add, category
from tests.test_journeys import User

Key, Mod = Qt.Key, Qt.KeyboardModifier
FILLER = "Nothing of it. " * 60


@pytest.fixture
def ids(library: Library) -> list[int]:
    """Six articles, the oldest first: three of snow, two of them in News, and three of tea."""
    posts = [
        make_post(
            1, title="Snow on snow", text="Snow, snow, and more snow.", categories=(("News",),), tags=("winter",)
        ),
        make_post(2, title="Green tea", text=f"A cup.\n{FILLER}", categories=(), tags=("tea",)),
        make_post(
            3, title="The pass", text=f"{FILLER}\nAt night snow closes the pass.\n{FILLER}", categories=(("News",),)
        ),
        make_post(4, title="Black tea", text="Another cup.", categories=(), tags=("tea",)),
        make_post(5, title="Weather", text="Some snow.", categories=(("Elsewhere",),)),
        make_post(6, title="茶馆", text="下雪的时候，人们喝茶。", categories=(("Elsewhere",),)),
    ]
    found = add(library, *posts)
    while library.index_some():
        pass
    return found


@pytest.fixture
def user(ids: list[int], make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    return User(make_window(), qtbot)


def search(user: User, words: str) -> None:
    user.press("/")
    user.window.list_pane.search.setText(words)  # an input method types no keys
    user.wait()


# --- where, and in what order


def test_the_switches_are_there_while_one_searches(user: User) -> None:
    switches = user.window.list_pane.search_bar.switches
    assert not switches.isVisible()
    search(user, "snow")
    assert switches.isVisible()
    user.press(Key.Key_Escape)
    assert not switches.isVisible()


def test_a_search_in_a_category_goes_on_everywhere(user: User, library: Library) -> None:
    window = user.window
    window.sidebar.tree.choose(category(library, "News"))
    window.searching.show()
    search(user, "snow")
    assert user.titles() == ["The pass", "Snow on snow"]
    assert (window.list_pane.title.text(), window.list_pane.number.text()) == ("News", "2 results")
    user.hold(Mod.ControlModifier | Mod.ShiftModifier, Key.Key_F)
    assert user.titles() == ["Weather", "The pass", "Snow on snow"]
    assert (window.list_pane.title.text(), window.list_pane.number.text()) == ("All articles", "3 results")
    assert window.list_pane.search_bar.everywhere.isChecked()
    window.list_pane.search_bar.here.setFocus()
    user.press(Key.Key_Space)
    assert user.titles() == ["The pass", "Snow on snow"]


def test_who_chooses_a_category_searches_in_it(user: User, library: Library) -> None:
    search(user, "snow")
    user.hold(Mod.ControlModifier | Mod.ShiftModifier, Key.Key_F)
    user.window.sidebar.tree.choose(category(library, "Elsewhere"))
    user.window.sidebar.tree.chosen.emit(category(library, "Elsewhere"))
    user.wait()
    assert user.titles() == ["Weather"]


def test_there_is_no_question_where_to_search_in_all_articles(user: User) -> None:
    search(user, "snow")
    bar = user.window.list_pane.search_bar
    assert (bar.here.isVisible(), bar.everywhere.isVisible(), bar.newest.isVisible()) == (False, False, True)


def test_the_best_match_comes_first_and_stays_so_chosen(user: User, make_window: Callable[[], MainWindow]) -> None:
    search(user, "snow")
    assert user.titles()[0] == "Weather"
    user.window.list_pane.search_bar.best.setFocus()
    user.press(Key.Key_Space)
    assert user.titles()[0] == "Snow on snow"
    user.window.close()
    assert make_window().list_pane.search_bar.best.isChecked()


# --- what cannot be read


def hint(user: User) -> str:
    label = user.window.list_pane.search_bar.hint
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("titel:snow pass", "“titel:” is no condition and was searched as text. Did you mean title:?"),
        ("on:someday snow", "“someday” is no date, so it was searched as text."),
        ("is:good snow", "“good” is not possible here, so it was searched as text. There are: unread, read"),
        ("tag:nothing snow", "The library has no “nothing”."),
        ("snow + pass", "“+” was passed over. Put it in quotation marks to search for it."),
        ("snow", ""),
    ],
)
def test_what_cannot_be_read_is_said_under_the_box(user: User, typed: str, said: str) -> None:
    search(user, typed)
    assert hint(user).startswith(said) if said else hint(user) == ""
    assert user.window.list_pane.search.accessibleDescription() == hint(user)


def test_what_is_being_typed_is_no_mistake_until_one_pauses(user: User, qtbot: QtBot) -> None:
    search(user, "tag:tea is:")
    assert (hint(user), user.titles()) == ("", ["Black tea", "Green tea"])
    qtbot.waitUntil(lambda: hint(user) == "Nothing stands behind is: yet, so it was passed over.")
    search(user, "is:good")
    assert hint(user) == ""
    user.press(Key.Key_Return)
    assert hint(user) != ""


@pytest.mark.parametrize(
    "typed", ['"', "-", "((((", 'a"b"c:"', "tag:", "OR", "AND NOT", "*", "a:b:c", "\\", "x" * 999, "…"]
)
def test_odd_input_is_searched_all_the_same(user: User, typed: str) -> None:
    user.window.list_pane.search.setText(typed)
    user.window.list_pane.search.setFocus()
    user.press(Key.Key_Return)
    assert user.window.list_pane.number.text()


def test_a_hint_follows_the_language(user: User) -> None:
    search(user, "titel:snow pass")
    user.window.appearance._settings.set("language", "zh_CN")
    user.window.appearance.apply_language()
    user.qtbot.waitUntil(lambda: hint(user) == "没有“titel:”这个条件，已按文字搜索。您是不是要用 title:？")


# --- what was found, in the rows


def found(user: User, article: int) -> tuple[str, list[str], list[str]]:
    """Return the piece of text in an article's row, and what is marked in it and in the title."""
    window = user.window
    window.list_pane.list.grab()
    user.qtbot.waitUntil(lambda: window.list_pane.snippets.of(article) is not None)
    user.wait()
    here = window.list_pane.snippets.of(article)
    assert here is not None
    title = window.session.library.articles([article])[0].title
    text, marks = here.snippet.text, here.snippet.marks
    return text, [text[begin:end] for begin, end in marks], [title[begin:end] for begin, end in here.title]


def test_a_row_shows_where_the_words_stand(user: User, ids: list[int]) -> None:
    search(user, "snow pass")
    text, marked, title = found(user, ids[2])
    assert "At night snow closes the pass." in text
    assert (marked, title) == (["snow", "pass"], ["pass"])


def test_a_row_says_it_to_a_screen_reader(user: User, ids: list[int]) -> None:
    search(user, "snow closes")
    found(user, ids[2])
    model = user.window.list_pane.model
    spoken = model.index(model.row_of(ids[2])).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "At night snow closes the pass." in spoken


def test_other_words_show_other_places(user: User, ids: list[int]) -> None:
    search(user, "喝茶")
    assert found(user, ids[5]) == ("下雪的时候，人们喝茶。", ["喝茶"], [])
    search(user, "下雪")
    assert found(user, ids[5]) == ("下雪的时候，人们喝茶。", ["下雪"], [])


def test_no_words_no_marks(user: User, ids: list[int]) -> None:
    search(user, "tag:tea")
    user.window.list_pane.list.grab()
    assert not user.window.list_pane.snippets.wanted
    assert user.window.list_pane.snippets.of(ids[1]) is None


def test_only_rows_in_sight_are_looked_up(user: User, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    add(library, *(make_post(number, text=f"Snow number {number}.") for number in range(10, 400)))
    while library.index_some():
        pass
    asked: list[int] = []
    real = Search.snippets

    def snippets(self: Search, ids: Sequence[int], text: str, width: int = 160) -> Mapping[int, Snippet]:
        asked.extend(ids)
        return real(self, ids, text, width)

    monkeypatch.setattr(Search, "snippets", snippets)
    search(user, "snow number")
    window = user.window
    assert len(window.list_pane.model.ids) == 390
    found(user, window.list_pane.model.ids[0])
    bar = window.list_pane.list.verticalScrollBar()
    for value in (bar.maximum() // 3, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        window.list_pane.list.viewport().repaint()
    found(user, window.list_pane.model.ids[-1])
    assert len(set(asked)) < 60

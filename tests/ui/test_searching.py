"""Searching by keyboard, from the first letter to the article and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reader.domain import Changes, LibraryError
from reader.library.conditions import query_language
from reader.library.conditions.query_language import OPERATORS, parse
from reader.library.library import Library
from reader.library.listing import lists
from reader.library.search.highlight import Snippet
from reader.library.search.searching import Search
from reader.ui.main_window import MainWindow
from reader.ui.search.recent import RecentSearches
from reader.ui.search.sheet import SearchSheet
from reader.ui.search.syntax import SYNTAX, Entry
from reader.ui.settings import Settings
from reader.ui.sidebar.lines import Folder, Saved
from reader.viewing.conversion import convert
from reader.viewing.forms import TRADITIONAL
from tests.factories import make_post
from tests.library.test_library import add, category
from tests.library.test_search import index_all
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
    index_all(library)
    return found


@pytest.fixture
def user(ids: list[int], make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    return User(make_window(), qtbot)


def speak(user: User, language: str) -> None:
    user.window.appearance._settings.set("language", language)
    user.window.appearance.apply_language()


def search(user: User, words: str) -> None:
    user.press("/")
    user.window.list_pane.search.setText(words)  # an input method types no keys
    user.wait()


def test_back_from_a_search_leads_to_all_where_the_line_is_gone(user: User, library: Library) -> None:
    saved = library.saved.add("Cups", "cup")
    user.window.session.announce(Changes(searches=True))
    user.wait()
    tree = user.window.sidebar.tree
    tree.setCurrentIndex(user.window.sidebar.model.find(Saved(saved.id)))
    user.wait()
    search(user, "black")
    user.window.smart.remove(saved.id)
    user.wait()
    user.press(Key.Key_Escape, Key.Key_Escape)  # first the notice goes
    assert tree.current() == Folder.ALL
    assert len(user.titles()) == 6


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
    assert (bar.here.isVisible(), bar.everywhere.isVisible(), bar.listed.isVisible()) == (False, False, True)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_narrowest_pane_has_room_for_all_switches(user: User, library: Library, language: str) -> None:
    user.window.resize(920, 600)
    user.window.splitter.setSizes([220, 100, 600])
    user.window.sidebar.tree.choose(category(library, "News"))
    speak(user, language)
    search(user, "snow")
    bar = user.window.list_pane.search_bar
    for button in (bar.here, bar.everywhere, bar.listed, bar.best):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
    speak(user, "en")


def test_the_best_match_comes_first_and_stays_so_chosen(user: User, make_window: Callable[[], MainWindow]) -> None:
    search(user, "snow")
    assert user.titles()[0] == "Weather"
    user.window.list_pane.search_bar.best.setFocus()
    user.press(Key.Key_Space)
    assert user.titles()[0] == "Snow on snow"
    user.window.close()
    assert make_window().list_pane.search_bar.best.isChecked()


def test_the_other_order_is_called_what_it_is(user: User) -> None:
    search(user, "snow")
    listed = user.window.list_pane.search_bar.listed
    said = {}
    for order in ("oldest", "title", "source", "newest"):
        user.window.actions_[f"sort_{order}"].trigger()
        user.wait()
        said[listed.text()] = listed.accessibleName()
    assert said == {
        "Oldest": "Oldest first",
        "Title": "Sorted by title",
        "Source": "Sorted by source",
        "Newest": "Newest first",
    }


# --- what cannot be read


def hint(user: User) -> str:
    label = user.window.list_pane.search_bar.hint
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("titel:snow pass", "“titel:” is not a condition and was searched as text. Did you mean title:?"),
        ("on:someday snow", "“someday” is not a date, so it was searched as text."),
        ("is:good snow", "“good” is not possible here, so it was searched as text. Possible values: unread, read"),
        ("tag:nothing snow", "The library has no “nothing”."),
        ("snow + pass", "“+” was ignored. Put it in quotation marks to search for it."),
        ('title:"" snow', "Nothing follows “title:” yet, so it was ignored."),
        ("snow NOT pass", "“NOT” was searched as text. A “-” before a word excludes what contains it."),
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
    qtbot.waitUntil(lambda: hint(user) == "Nothing follows “is:” yet, so it was ignored.")
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


def test_a_hint_is_about_what_was_read(user: User) -> None:
    search(user, "titel:snow pass")
    user.window.list_pane.search.setText("and titel:snow pass")  # it is not read yet
    user.window.list_pane.search_bar.retranslate()
    assert hint(user).startswith("“titel:” is not a condition")


def test_a_hint_follows_the_language(user: User) -> None:
    search(user, "titel:snow pass")
    speak(user, "zh_CN")
    user.qtbot.waitUntil(lambda: hint(user) == "没有“titel:”这个条件，已按文字搜索。你是不是要用 title:？")
    speak(user, "en")


def test_that_titles_come_first_because_so_much_was_found_is_said(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "_MANY", 1)
    search(user, "snow")
    assert (hint(user), user.titles()) == ("", ["Weather", "The pass", "Snow on snow"])
    user.window.list_pane.search_bar.best.click()
    user.wait()
    assert user.titles() == ["Snow on snow", "Weather", "The pass"]
    assert hint(user).startswith("Very many articles match: first come those with a match in the title")


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
    index_all(library)
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


def test_what_could_not_be_looked_up_is_looked_up_again(
    user: User, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Search, *_: object) -> Mapping[int, Snippet]:
        raise LibraryError("disk", self.file, "Check the disk.")

    with monkeypatch.context() as disk, user.qtbot.waitSignal(user.window.session.refused):
        disk.setattr(Search, "snippets", refuse)
        search(user, "snow pass")
        user.window.list_pane.list.grab()
    user.wait()
    assert "At night snow closes the pass." in found(user, ids[2])[0]


# --- what is offered while one types


def type_in(user: User, words: str) -> None:
    """Type at the end of the search box, key by key."""
    QTest.keyClicks(user.window.list_pane.search, words)
    user.qtbot.waitUntil(lambda: not user.window.searching.assisting())
    user.wait()


def offered(user: User) -> list[str]:
    return [offer.label for offer in user.window.list_pane.suggestions.offers()]


def test_a_condition_and_its_name_are_completed_by_keys(user: User) -> None:
    user.press("/")
    box = user.window.list_pane.search
    type_in(user, "ta")
    assert offered(user) == ["tag:"]
    user.press(Key.Key_Tab)
    user.qtbot.waitUntil(lambda: offered(user) == ["tea", "winter"])
    assert (box.text(), box.hasFocus()) == ("tag:", True)
    user.press(Key.Key_Down, Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return)
    assert (box.text(), box.hasFocus(), offered(user)) == ("tag:tea ", True, [])
    assert user.titles() == ["Black tea", "Green tea"]
    user.hold(Mod.ControlModifier, Key.Key_Z)
    assert box.text() == "ta"


def test_what_is_offered_says_what_it_is_for(user: User) -> None:
    user.press("/")
    type_in(user, "aut")
    assert [offer.note for offer in user.window.list_pane.suggestions.offers()] == ["By an author of this name"]
    type_in(user, "hor:w")
    assert offered(user) == ["A. Writer"]
    user.press(Key.Key_Tab)
    assert user.window.list_pane.search.text() == 'author:"A. Writer" '


def test_a_click_chooses(user: User) -> None:
    user.press("/")
    type_in(user, "category:e")
    rows = user.window.list_pane.suggestions.list
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(0)).center())
    assert user.window.list_pane.search.text() == "category:Elsewhere "
    assert user.window.list_pane.search.hasFocus()


def test_one_letter_a_word_and_what_is_complete_offer_nothing(user: User) -> None:
    user.press("/")
    for words in ("s", "now ", "is:unread"):
        type_in(user, words)
        assert offered(user) == []


def test_escape_puts_away_what_is_offered_and_then_the_search(user: User) -> None:
    user.press("/")
    type_in(user, "tag:t")
    assert offered(user) == ["tea", "winter"]
    user.press(Key.Key_Escape)
    assert (offered(user), user.window.list_pane.search.text()) == ([], "tag:t")
    user.press(Key.Key_Escape)
    assert user.window.list_pane.search.text() == ""
    assert user.window.list_pane.list.hasFocus()


def test_enter_without_a_choice_searches(user: User) -> None:
    user.press("/")
    type_in(user, "ti")
    assert offered(user) == ["title:"]
    user.press(Key.Key_Return)
    assert (offered(user), user.window.list_pane.search.text()) == ([], "ti")


def test_words_that_find_nothing_leave_the_keys_in_the_box(user: User) -> None:
    search(user, "nowhere")
    user.press(Key.Key_Return)
    box, rows = user.window.list_pane.search, user.window.list_pane.list
    assert box.hasFocus()
    box.setText("snow")
    user.wait()
    assert box.hasFocus()
    box.setText("no snow")
    user.wait()
    box.setText("tea")
    user.press(Key.Key_Return)
    assert rows.hasFocus()


# --- what was searched for lately


def test_searches_that_were_confirmed_come_back(user: User, make_window: Callable[[], MainWindow]) -> None:
    for words in ("snow", '🙂 茶 "a\\b', "snow", "only typed"):
        search(user, words)
        if words != "only typed":
            user.press(Key.Key_Return)
    user.window.close()
    again = User(make_window(), user.qtbot)
    again.press("/")
    assert offered(again) == ["snow", '🙂 茶 "a\\b', "Clear recent searches"]
    again.press(Key.Key_Down, Key.Key_Return)
    assert again.window.list_pane.search.text() == "snow"
    assert len(again.titles()) == 3


def test_one_or_all_are_forgotten(user: User) -> None:
    for words in ("one", "two", "three"):
        search(user, words)
        user.press(Key.Key_Return, "/", Key.Key_Escape)
    user.press("/", Key.Key_Down, Key.Key_Down, Key.Key_Delete)
    assert offered(user) == ["three", "one", "Clear recent searches"]
    user.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert offered(user) == []
    user.press(Key.Key_Escape, "/")
    assert offered(user) == []


def test_nothing_lies_over_the_list_once_one_leaves(user: User) -> None:
    search(user, "snow")
    user.press(Key.Key_Return, "/", Key.Key_Escape, "/")
    assert offered(user)
    user.press(Key.Key_Escape)
    assert (offered(user), user.window.list_pane.list.hasFocus()) == ([], True)


@pytest.mark.parametrize(
    "kept", ["", "[", pytest.param("[" * 100_000, id="deep"), "3", '{"a": 1}', '[1, null, [], "snow"]', "\\x0"]
)
def test_broken_settings_are_no_recent_searches(ini: Path, kept: str) -> None:
    settings = Settings(ini)
    settings.set("search/recent", kept)
    assert RecentSearches(settings).all() == (["snow"] if "snow" in kept else [])


# --- the sheet


@pytest.mark.parametrize("entry", SYNTAX, ids=lambda entry: entry.english)
def test_every_example_of_the_sheet_can_be_read(entry: Entry) -> None:
    for example in (entry.english, entry.chinese, convert(entry.chinese, TRADITIONAL)):
        parsed = parse(example)
        assert (parsed.root is not None, parsed.hints) == (True, ())
    assert type(parse(entry.english).root) is type(parse(entry.chinese).root)
    assert type(parse(convert(entry.chinese, TRADITIONAL)).root) is type(parse(entry.chinese).root)


def test_every_operator_is_on_the_sheet() -> None:
    assert {entry.operator for entry in SYNTAX if entry.operator} == set(OPERATORS)
    for operator, chinese in OPERATORS.items():
        (entry,) = [entry for entry in SYNTAX if entry.operator == operator]
        assert entry.english.startswith(f"{operator}:")
        assert entry.chinese.startswith(f"{chinese or operator}:")
        written = query_language.TRADITIONAL.get(operator, chinese) or operator
        assert convert(entry.chinese, TRADITIONAL).startswith(f"{written}:")


def test_the_sheet_is_there_by_key_and_speaks_the_language(user: User) -> None:
    user.press("/")
    user.hold(Mod.ShiftModifier, Key.Key_F1)
    (sheet,) = user.window.findChildren(SearchSheet)
    assert sheet.isVisible()
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert said[said.index("tag:travel") + 1] == "With a tag"
    speak(user, "zh_CN")
    user.qtbot.waitUntil(lambda: "标签:旅行" in [label.text() for label in sheet.findChildren(QLabel)])
    speak(user, "zh_TW")
    user.qtbot.waitUntil(lambda: "標籤:旅行" in [label.text() for label in sheet.findChildren(QLabel)])
    QTest.keyClick(sheet, Key.Key_Escape)
    assert not sheet.isVisible()
    box = user.window.list_pane.search
    box.setFocus()
    composed = QInputMethodEvent()
    composed.setCommitString("分")
    QApplication.sendEvent(box, composed)
    user.qtbot.waitUntil(lambda: not user.window.searching.assisting())
    assert offered(user) == ["分類:"]
    speak(user, "en")


# --- hits in the article


def hits(user: User) -> str:
    bar = user.window.reader.hit_bar
    return bar.count.text() if bar.isVisible() else ""


def marked_now(user: User) -> str:
    """Return what stands under the stronger colour."""
    theme = user.window.reader.viewer.stage.theme
    extras = user.window.reader.viewer.extraSelections()
    found = [extra for extra in extras if extra.format.background().color().name() == theme.found_now]
    return " ".join(extra.cursor.selectedText() for extra in found)


def test_f3_goes_through_the_hits_of_the_article(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken: list[str] = []
    monkeypatch.setattr("reader.ui.parts.speaking.announce", lambda _, text: spoken.append(text))
    search(user, "snow")
    user.press(Key.Key_Return, Key.Key_End)
    user.sees("Snow on snow")
    assert (hits(user), marked_now(user)) == ("5 hits", "")
    user.press(Key.Key_F3)
    assert (hits(user), marked_now(user)) == ("1/5", "Snow")
    user.press(Key.Key_F3, Key.Key_F3)
    assert hits(user) == "3/5"
    for _ in range(3):
        user.hold(Mod.ShiftModifier, Key.Key_F3)
    assert (hits(user), marked_now(user)) == ("5/5", "snow")
    assert spoken == ["1/5", "2/5", "3/5", "2/5", "1/5", "5/5"]


def test_a_hit_far_down_is_brought_into_view(user: User) -> None:
    search(user, '"closes the pass"')
    user.press(Key.Key_Return, "j")
    user.sees("The pass")
    user.window.resize(700, 400)
    user.press(Key.Key_F3)
    viewer = user.window.reader.viewer
    hit = viewer.marks.cursor(0)
    assert (hits(user), viewer.viewport().rect().contains(viewer.cursorRect(hit).center())) == ("1/1", True)


def test_an_article_without_hits_has_no_count_and_f3_asks(user: User) -> None:
    user.press("j")
    user.sees("茶馆")
    assert hits(user) == ""
    user.press(Key.Key_F3)
    assert user.window.reader.find_bar.field.hasFocus()
    user.press("x", Key.Key_Escape)
    assert user.window.reader.find_bar.isHidden()


def test_f3_serves_the_find_bar_while_it_is_open(user: User) -> None:
    search(user, "snow")
    user.press(Key.Key_Return, Key.Key_End)
    user.sees("Snow on snow")
    user.hold(Mod.ControlModifier, Key.Key_G)
    user.press("more")
    assert user.window.reader.find_bar.count.text() == "1/1"
    user.press(Key.Key_F3)
    assert (user.window.reader.find_bar.count.text(), hits(user)) == ("1/1", "5 hits")


# --- and back


@pytest.fixture
def far(user: User, library: Library) -> User:
    """A reader in the midst of a long list and of a long article, the keys in the list."""
    long = "\n".join(f"<p>Line {number} of it. {FILLER[:300]}</p>" for number in range(80))
    posts = [replace(make_post(number, text="Snow.", categories=()), html=long) for number in range(20, 80)]
    added = add(library, *posts)
    index_all(library)
    user.window.navigator.reload()
    user.qtbot.waitUntil(lambda: len(user.window.list_pane.model.ids) == 66)
    user.window.list_pane.list.choose(added[30])
    user.sees("Post 50")
    user.window.reader.viewer.go_to_position(4000)
    user.window.list_pane.list.setFocus()
    return user


def place(user: User) -> tuple[object, ...]:
    window = user.window
    rows, viewer = window.list_pane.list, window.reader.viewer
    scrolled = rows.verticalOffset(), viewer.verticalScrollBar().value()
    return window.sidebar.tree.current(), rows.current_article(), user.reads(), scrolled, QApplication.focusWidget()


@pytest.mark.parametrize("leave", ["box", "list", "page", "empty"])
def test_escape_goes_back_to_where_one_was(far: User, library: Library, leave: str) -> None:
    before = place(far)
    assert 0 not in before[3]  # type: ignore[operator]
    search(far, "zzz" if leave == "empty" else "tea")
    if leave in ("list", "page"):
        far.press(Key.Key_Return, "j")
        far.sees("Black tea")
        far.press(*[Key.Key_F6] * (leave == "page"))
        far.window.sidebar.tree.choose(category(library, "News"))
        far.window.searching.show()
        far.wait()
    far.press(Key.Key_Escape)
    far.sees("Post 50")
    assert place(far) == before
    assert far.window.reader.hit_bar.isHidden()


def test_escape_goes_back_to_the_page_whose_words_were_looked_for(far: User) -> None:
    far.press(Key.Key_F6)
    before = place(far)
    search(far, "line")
    far.qtbot.waitUntil(lambda: hits(far) == "80 hits")
    far.press(Key.Key_Return, Key.Key_F3, Key.Key_Home)
    far.press(Key.Key_Escape)
    far.sees("Post 50")
    assert place(far) == before


def test_what_is_typed_and_taken_back_at_once_moves_nothing(far: User) -> None:
    before = place(far)
    far.press("/")
    QTest.keyClicks(far.window.list_pane.search, "ab")
    QTest.keyClick(far.window.list_pane.search, Key.Key_Escape)
    far.wait()
    assert place(far) == before


def test_an_emptied_box_keeps_what_was_found_open(far: User) -> None:
    before = place(far)
    search(far, "tea")
    far.press(Key.Key_Return, "j")
    far.sees("Black tea")
    far.window.list_pane.search.clear()
    far.wait()
    assert (far.reads(), place(far)[3][0]) == ("Black tea", before[3][0])  # type: ignore[index]


def test_who_read_nothing_reads_nothing_again(user: User) -> None:
    search(user, "tea")
    user.press(Key.Key_Return, "j")
    user.sees("Black tea")
    user.press(Key.Key_Escape)
    assert (user.reads(), len(user.titles()), user.window.list_pane.list.hasFocus()) == ("", 6, True)


def test_going_back_is_no_reading(far: User, library: Library) -> None:
    far.press("m")
    unread = far.window.summary.counts.unread
    search(far, "zzz")
    far.press(Key.Key_Escape)
    assert library.counts(0).unread == unread


def test_the_open_article_follows_the_words(far: User) -> None:
    search(far, "line")
    far.qtbot.waitUntil(lambda: hits(far) == "80 hits")
    search(far, '"post 50"')
    far.qtbot.waitUntil(lambda: hits(far) == "1 hit")
    far.press(Key.Key_Escape)
    assert (hits(far), far.window.reader.viewer.extraSelections()) == ("", [])


def test_what_is_offered_says_what_it_means_in_the_language_of_the_window(user: User) -> None:
    def notes(typed: str) -> dict[str, str]:
        box = user.window.list_pane.search
        box.setFocus()
        box.clear()
        composed = QInputMethodEvent()
        composed.setCommitString(typed)
        QApplication.sendEvent(box, composed)
        user.qtbot.waitUntil(lambda: not user.window.searching.assisting())
        return {offer.label: offer.note for offer in user.window.list_pane.suggestions.offers()}

    english = {"unread": "", "read": "", "bookmarked": "kept to read later", "gone": "no longer in the folder"}
    assert notes("is:") == english
    speak(user, "zh_CN")
    assert notes("is:") == {"unread": "未读", "read": "已读", "bookmarked": "稍后阅读", "gone": "已不在文件夹中"}
    assert notes("状态：") == {"未读": "", "已读": "", "稍后阅读": "", "已不在": "已不在文件夹中"}
    assert notes("lang:e") == {"en": "English"}
    speak(user, "en")

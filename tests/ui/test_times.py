"""The time machine: how much was published when, and the list narrowed to some of it, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui.looks.theme import THEMES, Theme, contrast
from reader.ui.main_window import MainWindow
from reader.ui.times import heat
from reader.ui.times.periods import Bar, Chosen, Span, bars_of, earlier_years, read_chosen, walked, written
from tests.factories import make_post
from tests.library.test_library import add, category
from tests.library.test_search import index_all
from tests.test_journeys import User

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
#: Two articles on one day, one in the same week, one in the same month; the same day of two years before.
DAYS = [(2019, 1, 20), (2021, 1, 20), (2022, 1, 5), (2022, 1, 18), (2022, 1, 20), (2022, 1, 20), (2022, 3, 1)]


@pytest.fixture
def filled(library: Library) -> Library:
    posts = enumerate(DAYS)
    add(library, *(replace(make_post(number, title="-".join(map(str, day)), text=f"word{number}",
                                     categories=(("News",),) if number % 2 else (("Tea",),)),
                           published=datetime(*day, 12, tzinfo=UTC)) for number, day in posts))  # fmt: skip
    index_all(library)
    return library


@pytest.fixture
def user(filled: Library, make_window: Callable[[], MainWindow], qtbot: QtBot) -> User:
    user = User(make_window(), qtbot)
    user.window.list_pane.list.setFocus()
    return user


def says(user: User) -> str:
    """Return what a screen reader says of the place where the keys are."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused.accessibleName()


def test_the_archive_is_walked_and_narrowed_by_keys(user: User) -> None:
    everything, machine = user.titles(), user.window.times.machine
    user.hold(CTRL, Key.Key_D)
    assert says(user) == "1 March 2022, 1 article"
    user.press(Key.Key_PageUp, Key.Key_Home)
    assert says(user) == "1 February 2022, 0 articles"
    user.press(Key.Key_PageUp, Key.Key_Down, Key.Key_Down, *[Key.Key_Right] * 5)
    assert says(user) == "20 January 2022, 2 articles"
    user.press(Key.Key_Return)
    assert user.titles() == ["2022-1-20"] * 2
    assert says(user) == "20 January 2022, 2 articles, chosen"
    assert machine.chip.button.text() == "20 January 2022"
    user.hold(SHIFT, Key.Key_Return)
    assert user.titles() == ["2022-1-20", "2022-1-20", "2022-1-18"]
    user.hold(CTRL, Key.Key_Return)
    assert user.titles() == ["2022-1-20", "2022-1-20", "2022-1-18", "2022-1-5"]
    assert machine.chip.button.text() == "January 2022"
    # Once more goes on to the list, where the articles are read; and Ctrl+D comes back.
    user.press(Key.Key_Return)
    assert QApplication.focusWidget() is user.window.list_pane.list
    user.hold(CTRL, Key.Key_D)
    assert machine.panel.isVisible()
    user.press(Key.Key_Escape)
    assert user.titles() == everything
    assert not machine.chip.isVisible()
    user.press(Key.Key_Escape)
    assert not machine.panel.isVisible()
    assert QApplication.focusWidget() is user.window.list_pane.list


def test_it_opens_at_the_newest_day_before_the_days_are_counted(user: User) -> None:
    user.window.session.hold(lambda: None)
    QTest.keyClick(user.window.list_pane.list, Key.Key_D, CTRL)
    panel = user.window.times.machine.panel
    assert (panel.title.text(), panel.days.counts) == ("March 2022", {})
    user.window.session.release()
    user.wait()
    assert says(user) == "1 March 2022, 1 article"


def test_the_article_that_is_read_is_chosen_again_where_the_list_holds_it(user: User) -> None:
    rows, model = user.window.list_pane.list, user.window.list_pane.model
    oldest = model.ids[-1]
    rows.choose(oldest)
    user.wait()
    user.hold(CTRL, Key.Key_D)
    user.press(Key.Key_Return)
    assert oldest not in model.ids
    assert rows.current_article() is None
    user.press(Key.Key_Escape)
    assert rows.current_article() == oldest
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    user.window.actions_["sort_oldest"].trigger()
    user.wait()
    assert (model.ids[0], rows.current_article()) == (oldest, oldest)


def test_what_is_chosen_holds_of_whatever_is_listed_next(user: User, filled: Library) -> None:
    user.hold(CTRL, Key.Key_D)
    user.hold(CTRL, Key.Key_Home)
    assert says(user) == "20 January 2019, 1 article"
    user.press(Key.Key_Return)
    sidebar = user.window.sidebar
    user.hold(CTRL, Key.Key_Home)
    strip = user.window.times.machine.panel.strip
    for name, titles, said in (("News", [], ", 0 articles"), ("Tea", ["2019-1-20"], ", 1 article")):
        sidebar.tree.choose(category(filled, name))
        user.window.searching.show()
        user.wait()
        assert user.titles() == titles
        assert strip.words(date(2019, 1, 20)) == f"20 January 2019{said}"
    sidebar.tree.choose(category(filled, "News"))
    user.window.searching.show()
    user.wait()
    assert user.window.list_pane.empty.accessibleDescription() == "Nothing in this list is from that time."
    # Who goes to an article by its name finds it, whenever it was published.
    user.window.going._open(3)
    user.wait()
    user.sees("2022-1-5")
    assert len(user.titles()) == len(DAYS)
    assert not user.window.times.machine.chip.isVisible()


def test_the_days_are_those_of_a_search(user: User) -> None:
    user.press("/", "word3 OR word6")
    user.hold(CTRL, Key.Key_D)
    user.press(Key.Key_PageUp, Key.Key_PageUp)
    panel = user.window.times.machine.panel
    assert sum(panel.days.counts.values()) == 2
    assert panel.title.toolTip() == "January 2022, 1 article"


def test_the_time_that_is_chosen_is_there_at_the_next_start(
    user: User, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    user.hold(CTRL, Key.Key_D)
    user.press(Key.Key_PageUp, Key.Key_PageUp)
    user.hold(CTRL, Key.Key_Return)
    narrowed = user.titles()
    assert len(narrowed) == 4
    user.window.close()
    again = User(make_window(), qtbot)
    again.wait()
    assert again.titles() == narrowed
    assert again.window.times.machine.chip.button.text() == "January 2022"
    again.window.times.machine.chip.button.click()
    again.wait()
    assert len(again.titles()) == len(DAYS)
    again.window.close()
    assert len(User(make_window(), qtbot).titles()) == len(DAYS)


def test_a_choice_is_read_as_it_was_written_and_nonsense_chooses_nothing() -> None:
    for chosen in (earlier_years(date(2022, 1, 20), 2018), Chosen((Span(date(2022, 1, 1), date(2022, 2, 1)),))):
        assert read_chosen(written(chosen)) == chosen
    assert written(None) == ""
    for text in ("", "2022", "2022-01-01", "2022-02-01/2022-01-01", "0001-01-01/9999-12-31", "a/b", "2022-01-01/"):
        assert read_chosen(text) is None


def test_this_day_in_earlier_years(user: User) -> None:
    machine = user.window.times.machine
    user.hold(CTRL, Key.Key_D)
    machine.panel.go(date(2022, 1, 20))
    assert machine.panel.earlier.toolTip() == "20 January in earlier years"
    machine.panel.earlier.click()
    user.wait()
    assert user.titles() == ["2021-1-20", "2019-1-20"]
    assert machine.chip.button.text() == "20 January in earlier years"
    machine.chip.button.click()
    user.wait()
    assert len(user.titles()) == len(DAYS)
    # As a command it is about today, and needs no panel.
    machine.close()
    user.window.actions_["earlier_years"].trigger()
    user.wait()
    today = datetime.now().astimezone()
    assert user.titles() == [f"{y}-{m}-{d}" for y, m, d in reversed(DAYS) if (m, d) == (today.month, today.day)]
    assert machine.chip.isVisible()


def test_a_range_is_dragged_or_walked_in_the_histogram(user: User) -> None:
    user.hold(CTRL, Key.Key_D)
    histogram = user.window.times.machine.panel.histogram
    places = [bar.span.first for bar in histogram.bars]
    assert (places[0], places[-1], len(places)) == (date(2019, 1, 1), date(2022, 3, 1), 39)
    first, last = (histogram.place(number).center() for number in (0, 24))
    QTest.mousePress(histogram, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(histogram, last + QPoint(0, 5))
    QTest.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=last)
    user.wait()
    assert user.titles() == ["2021-1-20", "2019-1-20"]
    assert user.window.times.machine.chip.button.text() == "Jan 2019 – Jan 2021"
    assert user.window.times.machine.panel.days.cursor == date(2021, 1, 20)
    histogram.setFocus()
    user.press(Key.Key_End)
    assert says(user) == "March 2022, 1 article"
    for _ in range(2):
        user.hold(SHIFT, Key.Key_Left)
    assert says(user) == "Jan 2022 – Mar 2022, 5 articles"
    user.press(Key.Key_Return)
    assert len(user.titles()) == 5
    user.press(Key.Key_Escape)
    assert len(user.titles()) == len(DAYS)


def test_a_click_chooses_what_the_switch_says(user: User) -> None:
    user.hold(CTRL, Key.Key_D)
    panel = user.window.times.machine.panel
    panel.go(date(2022, 1, 1))
    QTest.mouseClick(panel.month, Qt.MouseButton.LeftButton, pos=panel.month.places()[date(2022, 1, 20)].center())
    user.wait()
    assert len(user.titles()) == 2
    panel.units[1].click()
    user.wait()
    assert len(user.titles()) == 3
    QTest.mouseClick(panel.strip, Qt.MouseButton.LeftButton, pos=panel.strip.places()[date(2022, 3, 2)].center())
    user.wait()
    assert user.titles() == ["2022-3-1"]


def test_in_a_low_window_the_strip_has_the_keys(user: User) -> None:
    user.hold(CTRL, Key.Key_D)
    panel = user.window.times.machine.panel
    assert panel.month.hasFocus()
    user.window.resize(900, 480)
    user.qtbot.waitUntil(panel.strip.hasFocus)
    assert not panel.month.isVisible()
    # Its columns are weeks.
    user.press(Key.Key_Left, Key.Key_Up)
    assert says(user) == "21 February 2022, 0 articles"


@pytest.mark.parametrize("height", [640, 660, 800])
def test_no_day_of_a_month_with_six_weeks_is_cut(user: User, height: int) -> None:
    user.window.resize(900, height)
    user.press("/", "snow")
    user.hold(CTRL, Key.Key_D)
    panel = user.window.times.machine.panel
    panel.go(date(2024, 12, 30))
    panel.choose_earlier_years(date(2024, 12, 30))
    user.wait()
    for grid in (panel.strip, panel.month):
        assert grid.isHidden() or grid.height() >= grid.sizeHint().height()


def test_ten_years_are_seen_by_quarters() -> None:
    bars = bars_of({date(2015, 2, 1): 1, date(2015, 3, 31): 2, date(2024, 12, 31): 4})
    assert (len(bars), bars[0], bars[-1]) == (
        40,
        Bar(Span(date(2015, 1, 1), date(2015, 4, 1)), 3),
        Bar(Span(date(2024, 10, 1), date(2025, 1, 1)), 4),
    )


def test_the_calendar_ends_nowhere_but_where_dates_do() -> None:
    assert walked(date(2022, 3, 31), months=-1) == date(2022, 2, 28)
    assert walked(date(2, 1, 3), days=-7) == date(2, 1, 1)
    assert walked(date(9998, 12, 1), months=12) == date(9998, 12, 1)
    assert [span.first.year for span in earlier_years(date(2024, 2, 29), 2015).spans] == [2020, 2016]
    assert earlier_years(date(2022, 1, 1), 2022).bounds()  # none, which is not all
    bars = bars_of({date.min: 1, date.max: 2, date(2022, 1, 1): 3})
    assert len(bars) == 100  # centuries
    assert (bars[0].count, bars[-1].count, sum(bar.count for bar in bars)) == (1, 2, 6)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_heat_is_told_apart_in_every_theme(theme: Theme) -> None:
    assert [heat.level(count, 1000) for count in (0, 1, 1000)] == [0, 1, heat.MOST]
    grounds = [heat.colour(theme, level) for level in range(heat.MOST + 1)]
    for less, more in pairwise(grounds):
        assert contrast(less, more) >= 1.2
    assert contrast(grounds[-1], theme.list) >= 3
    for ground in (*grounds, *(heat.colour(theme, level, faint=True) for level in range(heat.MOST + 1))):
        assert contrast(heat.ink(theme, ground), ground) >= 4.5

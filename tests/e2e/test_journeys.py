"""What people do with Broadsheet, in a real window, by its keys and by what a screen reader is told."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from reader.ui.looks.theme import THEMES
from tests.e2e.conftest import Program, eventually
from tests.e2e.screen import not_dressed, shows
from tests.factories import write_posts

pytestmark = pytest.mark.xvfb

SAMPLE = "Look around with a few sample posts"


def look_around(program: Program) -> None:
    program.start()
    program.press(SAMPLE)
    program.sees_like("8 articles · .*")
    program.sees_like("8 new article.*")
    program.key("Escape")  # ends the notice, which would take the next Escape


def test_the_sample_is_read_and_a_bookmark_outlives_the_program(program: Program) -> None:
    look_around(program)
    program.key("j")
    text = program.reads("How this reader works")
    assert len(text) > 500
    assert not program.is_checked("Read later")
    program.key("b")
    program.sees("Read later, 1")
    assert program.close() == 0

    program.start()
    # What is related stands at its foot a moment later.
    eventually(lambda: program.article().startswith(text), "the same article", program.article)
    assert program.is_checked("Read later")
    program.sees("Read later, 1")
    program.key("j")
    program.reads("地图上没有的路")


def test_one_goes_back_and_forward_through_what_was_read(program: Program) -> None:
    look_around(program)
    program.key("j")
    program.reads("How this reader works")
    program.key("j")
    program.reads("地图上没有的路")
    program.key("alt+Left")
    program.reads("How this reader works")
    program.sees_like("2 min read")
    program.key("space")
    program.sees_like("[12] min left")
    program.key("alt+Right")
    program.reads("地图上没有的路")
    program.key("ctrl+h")
    program.key("Down", "Down", "Return")
    program.reads("How this reader works")
    program.sees_like("[12] min left")


def test_a_folder_given_at_the_start_is_imported(program: Program, tmp_path: Path) -> None:
    folder = write_posts(tmp_path / "saved", 12)
    (folder / "source" / "_posts" / "empty.md").touch()
    program.start(str(folder))
    program.focus("Import folder")
    program.sees("New  12")
    program.sees("Refused  1")
    program.key("Return")
    program.sees("The folder is in the library")
    program.sees("12 new · 1 refused")
    program.sees("source/_posts/empty.md")
    program.press("Show articles")
    program.focus("Broadsheet")
    program.sees_like("12 articles · .*")
    program.key("Home")
    program.reads("The body of post 12, with 中文 in it.")


def test_a_chinese_word_is_found(program: Program) -> None:
    look_around(program)
    program.key("Home")
    program.reads("How this reader works")
    program.key("slash")
    program.type("茶")
    program.sees_like("2 result.*")
    titles = [row.partition(",")[0] for row in program.rows() if "sample" in row]
    assert titles == ["泡一杯茶要多久", "看星星 · A first night out"]
    program.key("Down", "Home")
    assert "茶" in program.reads("泡一杯茶要多久")
    program.key("j")
    assert "茶" in program.reads("看星星 · A first night out")
    program.key("slash", "Escape")
    program.sees_like("8 article[^ ]*")


def test_a_condition_is_completed_and_escape_leads_back(program: Program) -> None:
    look_around(program)
    program.key("Home")
    program.reads("How this reader works")
    program.key("slash")
    program.type("is:b")
    program.sees("bookmarked, kept to read later")
    program.key("Down", "Return")
    program.sees_like("0 result.*")
    program.key("ctrl+a")
    program.type("walk")
    program.sees_like("[1-9] result.*")
    program.key("Return", "Home")
    program.sees_like(".* hits?")
    program.key("F3")
    program.sees_like("1/[0-9]+")
    program.key("Escape")
    program.sees_like("8 article[^ ]*")
    program.reads("How this reader works")


def test_many_are_selected_marked_and_taken_back(program: Program) -> None:
    look_around(program)
    program.key("Home")
    program.reads("How this reader works")
    program.key("shift+Down", "shift+Down")
    program.sees("3 selected")
    program.key("b")
    program.sees("3 articles kept to read later")
    program.sees("Read later, 3")
    program.key("ctrl+z")
    program.sees("Read later, 0")
    program.key("ctrl+a")
    program.sees("8 selected")
    program.key("Escape", "Escape")  # the first is the notice's, where that is still there
    program.sees_like("8 article[^ ]*")


def test_a_file_that_is_no_library_is_left_alone(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "library" / "library.sqlite3"
    file.parent.mkdir()
    file.write_bytes(b"my diary, in a format of my own\n" * 200)
    before = file.read_bytes()
    program.start()
    program.sees("This is not a Broadsheet library. Choose another folder.")
    for answer in ("Try again", "Choose another folder…", "Quit"):
        program.sees(answer)
    program.press("Try again")

    def quits() -> bool:
        # The next question looks just like the one before it, so a press may still meet that one. Pressing again at
        # once would only begin the press anew.
        program.desktop.ask("press", "Quit")
        return program.has_ended(1)

    eventually(quits, "the end")
    assert program.ends() == 3
    assert file.read_bytes() == before


def test_a_library_that_moves_is_read_on_at_its_new_place(program: Program, tmp_path: Path) -> None:
    look_around(program)
    program.key("ctrl+k")
    program.type("storage")
    program.key("Return")
    program.focus("Storage")
    program.press("Move the library…")
    program.focus("Choose an empty folder for the library")
    new = tmp_path / "new"
    new.mkdir()
    program.key("ctrl+a")
    program.type(str(new))
    program.key("Return")
    program.sees("The library was moved.")
    program.press("Open it there")
    assert program.ends() == 0
    program.focus("Broadsheet")
    program.sees_like("8 articles · .*")
    assert (new / "library.sqlite3").exists()
    assert not (tmp_path / "library" / "library.sqlite3").exists()
    program.key("ctrl+q")
    eventually(lambda: not program.names(), "the end")


def test_who_listens_hears_rows_headings_and_where_the_keyboard_is(program: Program) -> None:
    look_around(program)
    rows = program.rows()
    like = re.compile(r"How this reader works, sample, \w+day, \d+ \w+ \d{4}, \d+:\d\d, unread")
    assert any(map(like.fullmatch, rows)), rows
    program.key("Home")
    said = program.reads("How this reader works")
    assert said.count("\n") > 8
    assert program.desktop.ask("weight", "Article", "How this reader works") > "500"
    program.goes_to("F6", "Article")
    program.key("bracketright")
    program.announces(r".+, heading level 2")
    program.key("bracketleft")
    program.announces("How this reader works, heading level 1")
    program.goes_to("F6", "All articles")
    assert "Article" not in program.focused()
    program.goes_to("F6", "How this reader works, sample, ")


def test_the_settings_are_gone_through_in_their_order_by_tab_alone(program: Program) -> None:
    program.start()
    program.key("ctrl+comma")
    program.focus("Settings")
    program.has_focus("Find a setting")
    for name in ("Appearance", "Language", "Motion", "Mark as read", "Text and colours", "Rows", "Sort by"):
        program.goes_to("Tab", name)
    program.key("Escape")
    program.focus("Broadsheet")
    program.sees(SAMPLE)


def test_another_theme_is_seen_on_the_whole_screen_and_nothing_of_the_one_before(program: Program) -> None:
    look_around(program)
    program.key("Home")
    program.reads("How this reader works")
    program.key("ctrl+comma")
    program.focus("Settings")
    program.has_focus("Find a setting")
    program.goes_to("Tab", "Appearance")
    eventually(lambda: not any("new article" in name for name in program.names()), "the end of the notice")
    screen, light = program.desktop.screen, THEMES["light"]
    before = eventually(lambda: seen if shows(seen := screen.pixels(), light) else [], "a screen that is light")
    program.key("d")

    def left() -> dict[str, float]:
        return not_dressed(before, screen.pixels(), light, THEMES["dark"])

    eventually(lambda: not left(), "a screen that is dark", left)
    # Letters that follow one another faster are the beginning of a word (QApplication.keyboardInputInterval, 0.4 s).
    time.sleep(0.6)
    program.key("l")

    def changed() -> float:
        return sum(was != now for was, now in zip(before, screen.pixels(), strict=True)) / len(before)

    # The bar of a page that was just opened may have faded away meanwhile: 6 by 173 pixels.
    eventually(lambda: changed() < 1 / 500, "the screen as it was before", changed)

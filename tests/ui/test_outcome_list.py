"""Lists of files: found by outcome and by words, harmless whatever they are called, and quick however many."""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from reader.domain import LibraryError
from reader.outcomes import FileOutcome, Outcome
from reader.problems import Problem, ProblemKind
from reader.ui.importing.outcome_list import OutcomeList
from reader.ui.importing.outcome_model import FILE, OutcomeModel
from reader.ui.importing.outcome_rows import OutcomeRows, joined
from reader.ui.parts.labels import ElidedLabel
from reader.ui.session import LibrarySession

Key = Qt.Key
HOSTILE = "<img src=x>\u202e\n.md"


def problem(path: str, kind: ProblemKind = ProblemKind.DATE_MISSING, *, repaired: bool = True) -> Problem:
    return Problem(path, kind, "the time of the file", 3, repaired=repaired)


def some() -> OutcomeRows:
    return OutcomeRows(
        [
            FileOutcome("new.md", Outcome.NEW, "Fresh tea"),
            FileOutcome("undated.md", Outcome.NEW, "Old tea", (problem("undated.md"),)),
            FileOutcome("empty.md", Outcome.REFUSED, "", (problem("empty.md", ProblemKind.EMPTY, repaired=False),)),
            FileOutcome("away.md", Outcome.GONE),
        ],
        same=["kept-1.md", "kept-2.md"],
    )


def paths(model: OutcomeModel) -> list[str]:
    return [model.file(row).path for row in range(model.rowCount())]


def choose(files: OutcomeList, tab: str) -> None:
    names = [files.tabs.tabText(place).split()[0] for place in range(files.tabs.count())]
    files.tabs.setCurrentIndex(names.index(tab))


@pytest.fixture
def files(qtbot: QtBot, session: LibrarySession, tmp_path: Path) -> OutcomeList:
    made = OutcomeList(session, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_rows(some(), tmp_path)
    return made


def test_each_outcome_has_a_tab(files: OutcomeList) -> None:
    tabs = [files.tabs.tabText(place) for place in range(files.tabs.count())]
    assert tabs == ["All  6", "New  2", "Repaired  1", "Refused  1", "Gone  1", "Unchanged  2"]
    files.tabs.setFocus()
    QTest.keyClick(files.tabs, Key.Key_Right)
    assert paths(files.model) == ["new.md", "undated.md"]
    QTest.keyClick(files.tabs, Key.Key_Right)
    assert paths(files.model) == ["undated.md"]
    choose(files, "Unchanged")
    assert paths(files.model) == ["kept-1.md", "kept-2.md"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("TEA", ["new.md", "undated.md"]),
        ("tea old", ["undated.md"]),
        ("no date", ["undated.md"]),
        ("kept", ["kept-1.md", "kept-2.md"]),
        ("nowhere", []),
    ],
)
def test_words_are_found_in_path_title_and_problems(files: OutcomeList, words: str, found: list[str]) -> None:
    QTest.keyClicks(files.filter, words)
    assert paths(files.model) == found
    choose(files, "New")
    assert paths(files.model) == [path for path in found if path in ("new.md", "undated.md")]


def test_what_was_found_is_told_of_the_selected_file(files: OutcomeList) -> None:
    QTest.keyClicks(files.filter, "undated")
    QTest.keyClick(files.filter, Key.Key_Down)
    assert files._detail.text() == "Line 3: The post has no date; the time of the file was used."
    QTest.keyClicks(files.filter, " nowhere")
    assert (files._detail.text(), files.table.accessibleDescription()) == ("", "Nothing matches these words.")


def test_a_file_with_many_problems_is_told_in_one_line(files: OutcomeList) -> None:
    many = FileOutcome("a.md", Outcome.NEW, "", tuple(problem("a.md") for _ in range(1000)))
    files.show_rows(OutcomeRows([many]), None)
    assert str(files.model.index(0, 3).data()).endswith(" · and 997 more")


def test_names_from_strangers_are_shown_as_they_are(files: OutcomeList) -> None:
    files.show_rows(OutcomeRows([FileOutcome(HOSTILE, Outcome.NEW, HOSTILE)]), None)
    index = files.model.index(0, FILE)
    assert index.data() == "<img src=x>\ufffd\ufffd.md"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;img src=x&gt;\ufffd\ufffd.md</p>"


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = OutcomeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(OutcomeRows([FileOutcome(f"{n}.md", Outcome.NEW) for n in range(5000)], same=["a", "b"]))
    model.set_filter("9")
    qtbot.waitUntil(lambda: not model.searching)
    model.set_group(Outcome.SAME)
    model.set_filter("")
    assert paths(model) == ["a", "b"]
    del tester


def test_a_hundred_thousand_files_never_hold_the_window_up(qtbot: QtBot, files: OutcomeList) -> None:
    told = (
        FileOutcome(f"posts/{n}.md", Outcome.NEW, f"Title {n}", (problem(f"{n}.md"),) if n % 2 else ())
        for n in range(50_000)
    )
    rows = OutcomeRows(told, same=[f"kept/{n}.md" for n in range(50_000)])

    def held(what: object) -> float:
        began = time.thread_time()
        what()  # type: ignore[operator]
        return time.thread_time() - began

    spent = [held(lambda: files.show_rows(rows, None)), held(lambda: choose(files, "Repaired"))]
    spent += [held(lambda: choose(files, "All")), held(lambda: files.filter.setText("999"))]
    while files.model.searching:
        spent.append(held(files.model._look_on))
    spent.append(held(lambda: files.filter.setText("99")))
    # Fifty milliseconds are what is promised; of processor time, since a machine may do other things meanwhile.
    assert max(spent) < 0.15
    assert sorted(spent)[-3] < 0.05
    qtbot.waitUntil(lambda: not files.model.searching)
    assert files.model.rowCount() == sum("99" in f"{n}" for n in range(50_000)) * 2


def test_what_is_shown_is_exported(qtbot: QtBot, files: OutcomeList, tmp_path: Path) -> None:
    files.filter.setText("tea")
    files.export_to(tmp_path / "tea.json")
    files.filter.clear()
    qtbot.waitUntil((tmp_path / "tea.json").exists)
    listed = json.loads((tmp_path / "tea.json").read_text("utf-8"))
    assert [file["path"] for file in listed] == ["new.md", "undated.md"]


def test_an_export_that_fails_is_told(
    qtbot: QtBot, session: LibrarySession, files: OutcomeList, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.refused) as told:
        files.export_to(tmp_path / "nowhere" / "list.csv")
    error = told.args[0]
    assert isinstance(error, LibraryError)
    assert error.kind == "cannot-write"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop was asked to open."""
    asked: list[str] = []
    monkeypatch.setattr(
        "reader.ui.importing.outcome_list.QDesktopServices.openUrl", lambda url: asked.append(url.toLocalFile())
    )
    return asked


def test_files_are_opened_where_they_are(qtbot: QtBot, files: OutcomeList, tmp_path: Path, opened: list[str]) -> None:
    (tmp_path / "new.md").touch()
    choose(files, "New")
    files.table.selectRow(0)
    qtbot.waitUntil(files.open.isEnabled)
    files.open.click()
    qtbot.waitUntil(lambda: opened == [str(tmp_path / "new.md")])
    files.folder.click()
    qtbot.waitUntil(lambda: opened[1:] == [str(tmp_path)])
    files.table.selectRow(1)  # is not there any more
    qtbot.waitUntil(lambda: (files.open.isEnabled(), files.folder.isEnabled()) == (False, True))


def test_a_drive_that_hangs_holds_no_list_up(
    qtbot: QtBot, files: OutcomeList, tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, there = Event(), os.path.isfile

    def hang(path: object) -> bool:
        go_on.wait(20)
        return there(path)  # type: ignore[arg-type]

    monkeypatch.setattr("os.path.isfile", hang)
    (tmp_path / "undated.md").touch()
    before = threading.active_count()
    files.table.setFocus()
    for _ in range(2):
        QTest.keyClick(files.table, Key.Key_Down)
    assert not files.open.isEnabled()
    assert threading.active_count() == before + 1
    QTest.keyClick(files.table, Key.Key_Return)
    go_on.set()
    qtbot.waitUntil(lambda: opened == [str(tmp_path / "undated.md")])
    qtbot.waitUntil(files.open.isEnabled)


def test_what_a_batch_did_is_joined_with_what_was_told() -> None:
    done = [FileOutcome("a.md", Outcome.NEW, "A"), FileOutcome("b.md", Outcome.CHANGED, "B")]
    told = [FileOutcome("b.md", Outcome.CHANGED, "B", (problem("b.md"),)), FileOutcome("c", Outcome.NOT_POST)]
    rows = joined(done, told)
    assert [(file.path, len(file.problems)) for file in rows] == [("a.md", 0), ("b.md", 1), ("c", 0)]


def test_a_path_without_room_is_shortened_in_the_middle(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("/home/<b>me</b>/" + "folder/" * 40)
    assert label.sizeHint().width() < 100
    assert label.text().endswith("folder/")
    assert label.toolTip().startswith("<p>/home/&lt;b&gt;me")

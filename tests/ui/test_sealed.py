"""A window over a library that can only be read says so, and lets one read."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader.domain import LibraryError, MarkKind
from reader.library.library import Library
from tests.factories import make_post
from tests.library.test_library import add
from tests.library.test_places import left, make_medium, mount
from tests.ui.windows import MakeWindow, idle


@pytest.mark.parametrize("network", [True, False])
def test_one_can_read_and_is_told(
    make_window: MakeWindow, qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch, network: bool
) -> None:
    add(library, make_post(1), make_post(2))
    library.close()
    before = left(library.folder)
    if network:
        mount(monkeypatch, library.folder, "nfs4")
    else:
        make_medium(monkeypatch)
    window = make_window()
    assert window.status.sealed.isVisible()
    assert ("network drive" in window.status.sealed.text()) is network
    refused: list[LibraryError] = []
    window.session.refused.connect(refused.append)
    window.list_pane.list.step(1)
    qtbot.waitUntil(lambda: window.reader.open_page() is not None and idle(window))
    window._begin_rest()
    qtbot.waitUntil(lambda: idle(window))
    assert refused == []
    assert not window.actions_["toggle_read"].isEnabled()
    assert not window.actions_["import"].isEnabled()
    # What asks to write all the same is told why it is not done.
    window.session.toggle([1], MarkKind.READ, text="")
    qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].kind == "read-only"
    assert left(library.folder) == before


def test_where_it_can_be_written_nothing_is_said(make_window: MakeWindow, library: Library) -> None:
    add(library, make_post(1))
    window = make_window()
    assert not window.status.sealed.isVisible()
    assert window.actions_["toggle_read"].isEnabled()

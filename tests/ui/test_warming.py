"""Idle moments after the start: the first page is made ready, and nothing is opened by that."""

from __future__ import annotations

from unittest import mock

import pytest
from pytestqt.qtbot import QtBot

from reader.library.library import Library
from reader.ui import warming
from reader.ui.document import document
from tests.factories import make_post
from tests.library.test_library import add
from tests.ui.windows import MakeWindow, idle


@pytest.fixture(autouse=True)
def all_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing left to load, which takes seconds."""
    monkeypatch.setattr(warming, "waiting", lambda _package: [])


def test_the_beginning_of_the_newest_article_is_set_once_out_of_sight(
    make_window: MakeWindow, qtbot: QtBot, library: Library
) -> None:
    add(library, make_post(1), make_post(2, text="</p><p>".join(["Snow"] * 500)))
    window = make_window()
    with mock.patch.object(document, "begin", wraps=document.begin) as begin:
        window._begin_rest()
        qtbot.waitUntil(lambda: begin.called)
        # A block at a time, each in a turn of its own.
        turns = window.findChild(warming.Warming)
        assert turns is not None
        assert turns._timer.isActive()
        qtbot.waitUntil(lambda: not turns._timer.isActive())
    begin.assert_called_once()
    page = begin.call_args.args[0].page
    assert page.article == window.list_pane.model.ids[0]
    assert 0 < len(page.blocks) < 20
    qtbot.waitUntil(lambda: idle(window))
    assert window.reader.open_page() is None
    assert window.summary.counts.unread == 2


def test_a_library_without_articles_has_no_page_to_make_ready(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    with mock.patch.object(document, "begin", wraps=document.begin) as begin:
        window._begin_rest()
        qtbot.waitUntil(lambda: idle(window))
    assert not begin.called

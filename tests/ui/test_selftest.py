"""The program tries itself out, and says so where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reader.selftest import selftest
from reader.ui.status import StatusLine


def test_each_step_has_its_time(qapp: QApplication, tmp_path: Path) -> None:
    timings = selftest(qapp, tmp_path)
    assert timings["articles"] > 0
    assert list(timings)[-2:] == ["article_ms", "articles"]


@pytest.mark.qt_no_exception_capture
def test_a_fault_that_qt_only_prints_fails_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(StatusLine, "show_counts", fail)
    with pytest.raises(ZeroDivisionError):
        selftest(qapp, tmp_path)
    assert "ZeroDivisionError" in capsys.readouterr().err

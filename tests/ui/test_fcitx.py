"""Who writes with Fcitx does so here."""

from __future__ import annotations

import os
import sys

import pytest

from reader.ui.fcitx import speak_as_ibus

NAMES = ("QT_IM_MODULES", "QT_IM_MODULE", "IBUS_USE_PORTAL")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"QT_IM_MODULE": "fcitx"}, ("fcitx;ibus", "fcitx", "1")),
        ({"QT_IM_MODULE": "fcitx5"}, ("fcitx5;ibus", "fcitx5", "1")),
        ({"QT_IM_MODULES": "wayland;fcitx"}, ("wayland;fcitx;ibus", None, "1")),
        ({"QT_IM_MODULE": "fcitx", "IBUS_USE_PORTAL": "0"}, ("fcitx;ibus", "fcitx", "0")),
        ({"QT_IM_MODULE": "ibus"}, (None, "ibus", None)),
        ({}, (None, None, None)),
    ],
)
def test_qt_is_told_of_ibus_where_the_desktop_names_fcitx(
    before: dict[str, str], after: tuple[str | None, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "environ", before)
    speak_as_ibus()
    assert tuple(before.get(name) for name in NAMES) == after

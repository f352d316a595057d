"""The colours of the window, by role, and how Qt is told about them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb, by what they are for."""

    name: str
    dark: bool
    sidebar: str
    list: str
    page: str
    line: str  # the one-pixel lines between panes and rows
    text: str
    text2: str  # secondary: summaries, read titles
    text3: str  # tertiary: icons at rest, hints
    accent: str
    on_accent: str
    selected: str  # the selected row of the list
    selected_sidebar: str
    hover: str
    field: str  # the search box
    link: str
    unread: str
    bookmark: str
    code: str  # code panels and chips
    quote: str  # the bar beside a quotation
    card: str  # missing pictures, videos
    tint: str  # selected text on the page
    found: str  # a search hit
    found_now: str  # the current search hit
    scroll: str
    toast: str
    toast_text: str
    toast_action: str

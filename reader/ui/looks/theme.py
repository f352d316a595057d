"""The colours of the window, by role, and how Qt is told about them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from PySide6.QtGui import QColor, QPalette

from reader import resources
from reader.frozen import frozen


@frozen
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
    text3: str  # tertiary: icons at rest, hints; never on a selected row
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
    warning: str  # what needs a look: text and icon
    control: str  # push buttons, key caps
    control_line: str  # their outline


def load(name: str) -> Theme:
    """Read the theme of that name from `resources/themes`. Raise TypeError for a role too many or too few."""
    with resources.path("themes", f"{name}.toml").open("rb") as file:
        return Theme(name=name, **tomllib.load(file))


class _Themes(Mapping[str, Theme]):
    """Themes by their names, each read when it is first asked for."""

    def __init__(self, *names: str) -> None:
        self._themes: dict[str, Theme | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> Theme:
        theme = self._themes[name]
        if theme is None:
            theme = self._themes[name] = load(name)
        return theme

    def __contains__(self, name: object) -> bool:
        return name in self._themes

    def __iter__(self) -> Iterator[str]:
        return iter(self._themes)

    def __len__(self) -> int:
        return len(self._themes)


#: Every theme by its name, in the order in which they are offered.
THEMES = _Themes("light", "sepia", "dark", "black", "contrast-light", "contrast-dark")
LIGHT, DARK = THEMES["light"], THEMES["dark"]


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(256)
def mix(a: str, b: str, share: float) -> str:
    """Return `a` with that share of `b` in it, 0 to 1, as #rrggbb."""
    pairs = ((int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in pairs)


def readable(colour: str, theme: Theme, ground: str) -> str:
    """Return a colour with as much of the text's in it as it needs to be read on a ground.

    That is WCAG's level AA, or AAA where high contrast is promised.
    """
    least = 7 if theme.name.startswith("contrast") else 4.5
    mixed = (mix(colour, theme.text, step / 20) for step in range(21))
    return next((found for found in mixed if contrast(found, ground) >= least), theme.text)


def palette(theme: Theme) -> QPalette:
    """Return the palette that lets Fusion draw what Broadsheet does not draw itself."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.sidebar,
        role.WindowText: theme.text,
        role.Base: theme.field if theme.dark else theme.page,  # a box in a dark dialog must show
        role.AlternateBase: theme.list,
        role.Text: theme.text,
        role.PlaceholderText: theme.text3,
        role.Button: theme.control,
        role.ButtonText: theme.text,
        role.BrightText: theme.on_accent,
        role.ToolTipBase: theme.toast,
        role.ToolTipText: theme.toast_text,
        role.Highlight: theme.selected,  # an accent-coloured row looks like an error
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.link,
        role.LinkVisited: theme.link,
        role.Light: mix(theme.control, "#ffffff", 0.08 if theme.dark else 1),
        role.Midlight: theme.hover,
        role.Mid: theme.control_line,
        role.Dark: mix(theme.control_line, "#000000", 0.25),
        role.Shadow: mix(theme.control_line, "#000000", 0.6),
    }
    result = QPalette()
    for which, colour in colours.items():
        result.setColor(which, QColor(colour))
    _disable(result, theme)
    return result


def _disable(result: QPalette, theme: Theme) -> None:
    role, off = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    faint = QColor(mix(theme.text3, theme.sidebar, 0.45))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText, role.Link):
        result.setColor(off, which, faint)
    for which in (role.Highlight, role.Accent):
        result.setColor(off, which, QColor(theme.line))

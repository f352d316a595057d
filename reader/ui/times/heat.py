"""The colours of days: the more was published, the stronger the theme's accent."""

from __future__ import annotations

from functools import cache
from math import ceil, log1p

from reader.ui.looks.theme import Theme, contrast, mix

#: Of the accent, for a day of each level; a day without articles has a little of the text's colour instead.
_SHARES = (0.0, 0.26, 0.46, 0.66, 0.86)
_EMPTY = 0.07
# How much of the ground shows through a day that is not chosen while others are.
_FAINT = 0.6
_READABLE = 4.5  # WCAG 2.2, 1.4.3
MOST = len(_SHARES) - 1


def level(count: int, most: int) -> int:
    """Return 0 for none, up to 4 for as many as the fullest day has; by logarithm, for few days are very full."""
    return ceil(MOST * log1p(count) / log1p(most)) if count else 0


@cache
def colour(theme: Theme, of: int, *, faint: bool = False) -> str:
    """Return the colour of a level on the list's ground, a faint one for a day that is not chosen while others are."""
    full = mix(theme.list, theme.accent, _SHARES[of]) if of else mix(theme.list, theme.text, _EMPTY)
    return mix(full, theme.list, _FAINT) if faint else full


@cache
def ink(theme: Theme, ground: str) -> str:
    """Return the colour in which a number is read on such a ground."""
    # One of black and white is read on any colour, those half-way included.
    inks = (theme.text, theme.on_accent, "#000000", "#ffffff")
    return next(fore for fore in inks if contrast(fore, ground) >= _READABLE)

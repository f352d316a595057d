"""What a virtual screen shows, pixel by pixel: what the server holds, not what a window says that it has painted."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reader.ui.looks.theme import Theme

# The header of X's own dumps, which Xvfb keeps its screen in (X11/XWDFile.h): numbers of 32 bits, high byte first.
_HEADER = struct.Struct(">25I")
_SIZE, _WIDTH, _HEIGHT, _BYTE_ORDER, _BITS, _LINE, _COLOURS = 0, 4, 5, 7, 11, 12, 19
_BYTES_OF_A_COLOUR = 12

#: The roles of large areas: the three panes, the ground of a dialog being that of the list; what is chosen, and lines.
_GROUNDS = ("sidebar", "list", "page", "selected_sidebar", "line", "control_line")
#: So many pixels at least are more than letters.
_MANY = 500


class Screen:
    """A screen of 24 bits. `display` is its name; `folder` is where the server keeps it (`-fbdir`)."""

    def __init__(self, display: str, folder: Path) -> None:
        self.display = display
        self._file = folder / "Xvfb_screen0"

    def pixels(self) -> list[str]:
        """Return the colour of each pixel as #rrggbb, line by line from the top left."""
        data = self._file.read_bytes()
        header = _HEADER.unpack_from(data)
        width, height = header[_WIDTH], header[_HEIGHT]
        assert (header[_BITS], header[_LINE], header[_BYTE_ORDER]) == (32, 4 * width, 0), header
        begin = header[_SIZE] + header[_COLOURS] * _BYTES_OF_A_COLOUR
        numbers = struct.unpack_from(f"<{width * height}I", data, begin)
        names = {number: f"#{number & 0xFFFFFF:06x}" for number in set(numbers)}
        return [names[number] for number in numbers]


def shows(pixels: Sequence[str], theme: Theme) -> bool:
    """Whether each ground of a theme is seen."""
    seen = Counter(pixels)
    return all(seen[getattr(theme, role)] > _MANY for role in _GROUNDS)


def not_dressed(before: Sequence[str], after: Sequence[str], old: Theme, new: Theme) -> dict[str, float]:
    """Return the grounds of the old theme that were not seen to change into those of the new one everywhere.

    Each role is told with the share of its pixels, 0 to 1, that have another colour than it should. Where a colour is
    that of several roles, each of the new ones may be there. One pixel in a hundred may be something else: text or the
    edge of a box. One in a thousand may be as it was: pictures have such colours, too.
    """
    pairs = Counter(zip(before, after, strict=True))
    found = {}
    for role in _GROUNDS:
        colour = getattr(old, role)
        right = {getattr(new, each) for each in (*_GROUNDS, "control") if getattr(old, each) == colour}
        all_ = sum(number for (was, _), number in pairs.items() if was == colour)
        wrong = sum(number for (was, now), number in pairs.items() if was == colour and now not in right)
        if wrong > all_ / 100 or pairs[colour, colour] > all_ / 1000:
            found[role] = wrong / all_
    return found

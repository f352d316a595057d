"""What our document tells the viewer beyond text: the properties of blocks and characters."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QTextFormat

_FIRST = QTextFormat.Property.UserProperty.value
PICTURE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
CARD_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 2
COPY_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 3
OBJECT_CHARACTER = "\ufffc"


class Property(IntEnum):
    """The numbers of our own format properties."""

    KIND = _FIRST + 1  # of a block: a Kind
    BARS = _FIRST + 2  # of a block: the bars of the quotations it is in, "left:id" apart by blanks
    CHIP = _FIRST + 3  # of characters: a Chip painted behind them
    INSET = _FIRST + 4  # of an object: pixels of the column it cannot have
    SHARE = _FIRST + 5  # of an object: how many columns of a table share the width, 0 for one that floats
    KEY = _FIRST + 6  # of a picture: its name in the store
    ALT = _FIRST + 7
    HOST = _FIRST + 8
    ASKED = _FIRST + 9  # of a picture: the width its page asked for
    CARD = _FIRST + 10  # of a card: its kind
    TITLE = _FIRST + 11
    BASE = _FIRST + 13  # of characters: their reading follows, and is painted above them
    ASKED_HEIGHT = _FIRST + 12  # of a picture: the height its page asked for
    EMPHASIS = _FIRST + 14  # of characters: an Emphasis
    COLUMNS = _FIRST + 15  # of a table: what its columns need, "firm:least:most" apart by blanks
    SIZE = _FIRST + 16  # of a table: how large it is, of how it was written
    LEAST = _FIRST + 17  # of a table: how small it may become
    FULL = _FIRST + 18  # of characters in a table that became smaller: their size before


class Kind(IntEnum):
    """Blocks with something painted behind them."""

    CODE = 1
    RULE = 2
    NOTES = 3  # the line above the footnotes


class Chip(IntEnum):
    """What is painted behind a few words."""

    CODE = 1
    KEY = 2
    MARK = 3
    READING = 4  # not behind them, but above the characters before


class Emphasis(IntEnum):
    """Where each of some characters has a dot."""

    BELOW = 1
    ABOVE = 2


#: The link of a picture that is not there yet.
FETCH = "fetch"

"""The fuzz targets for a moment: what they begin with, what was once found, and a little of what is near to it."""

from __future__ import annotations

import random

import pytest

from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")  # What Pillow remarks on broken pictures,
quiet = pytest.mark.qt_log_ignore("JPEG|Huffman|libpng|RLE")  # and Qt; at each test, where it goes before all others.


@quiet
@pytest.mark.parametrize("target", TARGETS)
def test_what_fuzzing_begins_with_is_no_finding(target: str) -> None:
    for data in seeds(target):
        TARGETS[target](data)


@quiet
@pytest.mark.parametrize("target", TARGETS)
def test_what_is_near_to_it_is_none_either(target: str) -> None:
    chance = random.Random(target)
    known = seeds(target)
    for _ in range(10 if target == "cli" else 40):
        data, other = (bytearray(each) for each in chance.choices(known, k=2))
        at, of = chance.randrange(len(data) + 1), chance.randrange(len(other) + 1)
        data[at : at + chance.randrange(9)] = other[of : of + chance.randrange(60)]
        TARGETS[target](bytes(data))

"""The fuzz targets for a moment: what they begin with, what was once found, and a little of what is near to it.

And some payloads on paper, where all of them go once in tests/ui/test_hostile_names.py.
"""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPdfWriter, QTextDocument

from tests.fuzz.papers import paper, pdf_escapes
from tests.fuzz.payloads import PAYLOADS
from tests.fuzz.published import posts
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS

# What Pillow remarks on broken pictures, and Qt; the latter at each test, where it goes before all others.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")
quiet = pytest.mark.qt_log_ignore("JPEG|Huffman|libpng|RLE|Bogus|marker")


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


def test_payloads_on_paper_can_only_be_read(qapp: QGuiApplication) -> None:
    for payload in PAYLOADS[::12]:
        paper(posts(payload), payload)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "toggle:0", "javascript:hit"])
def test_a_pdf_that_leads_elsewhere_would_be_told(qapp: QGuiApplication, address: str) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    document = QTextDocument()
    document.setHtml(f'<a href="https://good.example/">web</a> <a href="{address}">a</a>')
    document.print_(QPdfWriter(buffer))
    assert pdf_escapes(bytes(buffer.data().data())) == [address.encode()]

"""What fuzzing begins with: small inputs of every kind that the program knows, and the words that mean something."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

from tests.exporting.hostile import HOSTILE
from tests.fuzz.payloads import PAYLOADS
from tests.library.test_hostile_pictures import drawn, kinds
from tests.posts.test_any_bytes import HEADS, MARKS, REAL

#: Inputs that once were findings, a folder for each target.
FOUND = Path(__file__).parent / "found"
#: Inputs of earlier searches that reach most (`--distil`), a file for each target.
KEPT = Path(__file__).parent / "kept"

_QUERIES = [
    'snow "closes the pass" -tea',
    "title:雪 OR (tag:tea -author:x)",
    "before:2022-01 after:7d is:unread has:picture",
    "lang:zh 国 category:News/World",
    "on:2022 C++ v2.0 a@b.example",
    "标题：茶 “大雪 封山” （a | b）",
    "((((a",
    '"',
    "- ! ＡＢＣ",
]
_WORDS = [
    "import\nblog",
    "import\nblog\n--dry-run\n--json",
    "list\n--unread\n--limit\n3",
    "search\nsnow\n-x\n--json",
    "show\n1\n--json",
    "bookmark\n2",
    "history",
    "undo",
    "redo\n1",
    "configure\n1\n--zone\nAsia/Shanghai",
    "export\nhtml\nout\n--query\ntitle:post",
    "export\nepub\nall.epub\n--book\n--title\nx",
    "remove\n1\n--with-articles",
    "move\nelsewhere",
    "backups\n--now",
    "restore\nx",
    "verify\n--repair",
    "save-search\nname\nsnow",
    "searches",
    "consent\nall\n--source\n1",
    "pictures\n--dry-run",
    "refresh\n1",
    "storage\n--json",
    "check",
    "stats",
    "categories",
    "--help",
    "repair",
    "rebuild",
    "--library\nnew\nimport\nblog",
]


def seeds(target: str) -> list[bytes]:
    """Return the inputs that a target begins with, its former findings among them."""
    posts = [bytes([number % 9, number % 6]) + text.encode() for number, text in enumerate(REAL)]
    made = {
        "front_matter": posts,
        "body": [
            *posts,
            *(bytes([8, 1]) + text.encode("utf-8", "replace") for text in PAYLOADS),
            b"\x00\x00" + HOSTILE.encode("utf-8", "replace"),
        ],
        "query": [text.encode() for text in _QUERIES],
        "pictures": [drawn(kind, (23, 17)) for kind in kinds()],
        "cli": [words.encode() for words in _WORDS],
    }
    found = [file.read_bytes() for file in sorted((FOUND / target).glob("*"))]
    kept = KEPT / target
    return made[target] + found + (unpacked(kept.read_text()) if kept.exists() else [])


def packed(inputs: Iterable[bytes]) -> str:
    """Return inputs as the text of a file: a line each, as Python writes bytes."""
    return "".join(f"{data!r}\n" for data in inputs)


def unpacked(text: str) -> list[bytes]:
    """Return the inputs that `packed` wrote."""
    return [ast.literal_eval(line) for line in text.splitlines()]


def words(target: str) -> list[str]:
    """Return what means something to a target."""
    said = {"front_matter": HEADS, "body": MARKS, "query": " ".join(_QUERIES).split(), "cli": "\n".join(_WORDS).split()}
    return said.get(target, [])

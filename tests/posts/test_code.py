"""Where code stands in a text: the quick look for its signs passes none over."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.posts.tags import code_spans

SIGNS = (
    "\\",
    "`",
    "``",
    "```",
    "~",
    "~~~",
    "<",
    "<pre",
    "</pre>",
    "<CODE>",
    "<\u017fcript>",
    "</script>",
    "<style ",
    "{%",
)
PIECES = st.sampled_from((*SIGNS, "{{", "}}", "\n", "\n\n", " ", "\t", ">", "- ", "1. ", "\n> ```", "\n- ~~~", "word"))


@example("a\n> - ```\nb", 0)
@example("\\`a` `b`", 0)
@settings(max_examples=100)
@given(st.lists(PIECES, max_size=20).map("".join), st.integers(0, 15))
def test_code_is_found_as_without_the_quick_look(text: str, start: int) -> None:
    quickly = code_spans.CodeFinder(text, block).next(start)
    with pytest.MonkeyPatch.context() as slowly:
        slowly.setattr(code_spans, "_SIGN", re.compile(""))
        assert quickly == code_spans.CodeFinder(text, block).next(start)


def block(text: str, start: int) -> tuple[int, str] | None:
    end = text.find("}}", start)
    return (end + 2, "") if end >= 0 else None

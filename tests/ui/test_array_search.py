"""A number is found in a column, and nothing that only looks like it."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.parts.array_search import place_in

# Few digits, so that the bytes of neighbours are often those of another number.
NUMBERS = st.one_of(st.integers(0, 3), st.sampled_from([1 << 8, 1 << 32, 1 << 56, (1 << 56) + 1]))


@given(st.lists(NUMBERS), NUMBERS)
def test_it_stands_where_it_first_stands(numbers: list[int], wanted: int) -> None:
    expected = numbers.index(wanted) if wanted in numbers else -1
    assert place_in(array("q", numbers), wanted) == expected


def test_bytes_of_two_neighbours_are_no_number() -> None:
    assert place_in(array("q", [0, 1, 0]), 1 << 32) == -1

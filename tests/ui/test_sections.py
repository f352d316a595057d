"""Every row of a list has one place, and every place one row."""

from __future__ import annotations

import time
from array import array
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reader.days import local_day, midnight
from reader.domain import ArticleQuery
from reader.library.listing.lists import Listing
from reader.ui.listing.row_layout import LAYOUTS
from reader.ui.listing.sections import HEADING_HEIGHT, RowGeometry, Section, Unit, day_sections, sections_of, worthwhile

DAY = 86_400
heights = st.sampled_from([layout.height for layout in LAYOUTS.values()])
moments = st.integers(-(2**62), 2**62) | st.integers(-10 * DAY, 30_000 * DAY)


@st.composite
def geometries(draw: st.DrawFn) -> RowGeometry:
    """Draw lists of days with articles, with headings or without."""
    days = draw(st.lists(st.integers(1, 5), max_size=8))
    if draw(st.booleans()):
        return RowGeometry(sum(days), (), draw(heights))
    firsts = [sum(days[:number]) for number in range(len(days))]
    return RowGeometry(sum(days), [Section(first, date(2022, 1, 1)) for first in firsts], draw(heights))


@given(geometries())
def test_rows_stand_one_below_the_other(geometry: RowGeometry) -> None:
    tops = [geometry.top(row) for row in range(geometry.rows)]
    heights = [geometry.height_of(row) for row in range(geometry.rows)]
    assert tops == [sum(heights[:row]) for row in range(geometry.rows)]
    assert geometry.height == sum(heights)
    assert set(heights) <= {geometry.row_height, HEADING_HEIGHT}


@given(geometries())
def test_every_pixel_belongs_to_the_row_that_covers_it(geometry: RowGeometry) -> None:
    for row in range(geometry.rows):
        top, height = geometry.top(row), geometry.height_of(row)
        assert [geometry.row_at(y) for y in (top, top + height - 1)] == [row, row]
    assert [geometry.row_at(y) for y in (-1, geometry.height)] == [-1, -1]


@given(geometries())
def test_articles_and_rows_find_each_other(geometry: RowGeometry) -> None:
    rows = [geometry.row_of(article) for article in range(geometry.articles)]
    assert [geometry.article_at(row) for row in rows] == list(range(geometry.articles))
    headings = [row for row in range(geometry.rows) if geometry.section_at(row)]
    assert sorted(rows + headings) == list(range(geometry.rows))


@given(st.lists(moments, max_size=40), st.booleans())
def test_each_article_stands_below_its_own_day(moments: list[int], oldest_first: bool) -> None:
    times = sorted(moments, reverse=not oldest_first)
    sections = day_sections(times, oldest_first=oldest_first)
    assert [section.first for section in sections] == sorted({section.first for section in sections})
    for number, section in enumerate(sections):
        end = sections[number + 1].first if number + 1 < len(sections) else len(times)
        assert {local_day(moment) for moment in times[section.first : end]} == {section.day}


@given(st.integers(0, 60_000))
def test_a_day_begins_at_midnight(days: int) -> None:
    day = date(1900, 1, 1) + timedelta(days=days)
    assert local_day(midnight(day)) == day
    assert local_day(midnight(day) - 1) == day - timedelta(days=1)


def headings(every: int, number: int = 40) -> tuple[Unit, int]:
    """Return what stands over the articles of a list, one every so many days, and how often."""
    times = array("q", (1_700_000_000 - DAY * (each * every) for each in range(number)))
    found = sections_of(ArticleQuery(by_day=True), Listing(array("q", range(number)), times))
    return found[0].unit, len(found)


def test_headings_are_of_months_or_years_where_days_hold_one_article() -> None:
    assert headings(0) == (Unit.DAY, 1)
    assert headings(1, 5) == (Unit.DAY, 5)
    assert headings(1)[0] is headings(7)[0] is Unit.MONTH
    assert headings(30) == (Unit.YEAR, 4)


def test_today_and_yesterday_stand_above_the_months() -> None:
    today = local_day(int(time.time()))
    days = [Section(number, today - timedelta(days=number)) for number in range(40)]
    found = worthwhile(days, 40)
    assert [(section.first, section.unit) for section in found][:3] == [(0, Unit.DAY), (1, Unit.DAY), (2, Unit.MONTH)]
    rows = RowGeometry(40, found)
    assert [rows.has_day_above(rows.row_of(article)) for article in range(4)] == [True, True, False, False]


def test_a_heading_of_a_month_begins_with_its_first_article() -> None:
    days = [Section(number, date(2022, 1, 31) - timedelta(days=number * 5)) for number in range(13)]
    found = worthwhile(days, 13)
    assert [(section.first, section.day) for section in found] == [(0, date(2022, 1, 31)), (7, date(2021, 12, 27))]

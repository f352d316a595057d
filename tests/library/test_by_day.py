"""A list is counted by the days of the reader's own calendar, and narrowed to some of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from typing import Self

import pytest

from reader import days
from reader.days import local_day, midnight
from reader.domain import ArticleQuery, State
from reader.library.library import Library
from tests.factories import make_post
from tests.library.test_library import add
from tests.zones import computer_in

MOMENTS = [
    datetime(1, 1, 1, tzinfo=UTC), datetime(2020, 2, 29, 12, tzinfo=UTC), datetime(2022, 1, 19, 22, 59, tzinfo=UTC),
    datetime(2022, 1, 19, 23, 0, tzinfo=UTC), datetime(2022, 3, 26, 23, 0, tzinfo=UTC),
    datetime(2022, 3, 27, 21, 59, tzinfo=UTC), datetime(2022, 3, 27, 22, 0, tzinfo=UTC),
    datetime(9999, 12, 31, 23, tzinfo=UTC),
]  # fmt: skip


@pytest.fixture
def berlin() -> Iterator[None]:
    with computer_in("Europe/Berlin"):
        yield


@pytest.fixture
def times(library: Library, berlin: None) -> Library:
    add(library, *(replace(make_post(n, text="tea"), published=moment) for n, moment in enumerate(MOMENTS)))
    while library.index_some():
        pass
    return library


@pytest.mark.parametrize(
    "query", [ArticleQuery(), ArticleQuery(source=1), ArticleQuery(state=State.UNREAD), ArticleQuery(text="tea")]
)
def test_days_are_the_readers_own(times: Library, query: ArticleQuery) -> None:
    days = times.by_day(query)
    # 23:00 in London is the next day in Berlin; and the day on which its clocks go forward has 23 hours.
    assert days[date(2022, 1, 19)] == days[date(2022, 1, 20)] == days[date(2022, 3, 28)] == 1
    assert days[date(2022, 3, 27)] == 2
    assert list(days) == sorted(days, reverse=True)
    assert sum(days.values()) == len(MOMENTS)
    listed = [local_day(moment) for moment in times.listing(query).times]
    assert days == {day: listed.count(day) for day in dict.fromkeys(listed)}


@pytest.mark.parametrize("query", [ArticleQuery(), ArticleQuery(source=1), ArticleQuery(text="tea")])
def test_a_list_is_narrowed_to_days(times: Library, query: ArticleQuery) -> None:
    first, second = ((midnight(day), midnight(day.replace(day=day.day + 1))) for day in
                     (date(2022, 1, 20), date(2022, 3, 27)))  # fmt: skip
    one, both = (replace(query, periods=periods) for periods in ((second,), (first, second)))
    assert [local_day(moment) for moment in times.listing(one).times] == [date(2022, 3, 27)] * 2
    assert [local_day(moment) for moment in times.listing(both).times] == [date(2022, 3, 27)] * 2 + [date(2022, 1, 20)]
    assert times.count(both) == 3
    assert list(times.first(both, 2).ids) == list(times.listing(both).ids[:2])


class _WithoutZonesBefore1970(datetime):
    """As Windows tells the time."""

    @classmethod
    def fromtimestamp(cls, timestamp: float, tz: tzinfo | None = None) -> Self:
        if timestamp < 0:
            raise OSError(22, "Invalid argument")
        return super().fromtimestamp(timestamp, tz)

    def timestamp(self) -> float:
        if self.year < 1970:
            raise OSError(22, "Invalid argument")
        return super().timestamp()


def test_days_before_1970_are_told_apart_where_the_system_knows_no_zone_for_them(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(days, "datetime", _WithoutZonesBefore1970)
    moments = [datetime(1950, 5, day, 12, tzinfo=UTC) for day in (3, 3, 4)]
    add(library, *(replace(make_post(n), published=moment) for n, moment in enumerate(moments)))
    assert library.by_day(ArticleQuery()) == {date(1950, 5, 4): 1, date(1950, 5, 3): 2}

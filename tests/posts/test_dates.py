"""Dates as real posts write them."""

from __future__ import annotations

import pytest

from reader.posts.front.dates import read_date, with_time


@pytest.mark.parametrize(
    ("text", "instant", "assumed"),
    [
        ("2020-01-02", "2020-01-02T00:00:00", True),
        ("2008-9-3", "2008-09-03T00:00:00", True),
        ("2016/6/5 0:04:56", "2016-06-05T00:04:56", True),
        ("2015-04-01 10:20", "2015-04-01T10:20:00", True),
        ("2018-01-01 7:37:00 -0400", "2018-01-01T11:37:00", False),
        ("2013-04-30 02:12:53 +0900", "2013-04-29T17:12:53", False),
        ("2015-03-17 14:00:00 -4", "2015-03-17T18:00:00", False),
        ("2004-12-16 15:17:59.000000000 +00:00", "2004-12-16T15:17:59", False),
        ("2020-07-07T00:00:00.000Z", "2020-07-07T00:00:00", False),
        ("2023-9-26T21:13:7.744+8:0", "2023-09-26T13:13:07.744000", False),
        ("Thu, 20 Jan 2022 02:24:38 GMT", "2022-01-20T02:24:38", False),
        ("20 Jan 2022 02:24 +0100", "2022-01-20T01:24:00", False),
        ("Mon May 5 10:00:00 2014 +0800", "2014-05-05T02:00:00", False),
        ("May 5, 2015 at 3pm EST", "2015-05-05T20:00:00", False),
        ("05/09/2022", "2022-05-09T00:00:00", True),
        ("31/12/2020", "2020-12-31T00:00:00", True),
        ("2022年1月5日 12时30分", "2022-01-05T12:30:00", True),
        ("1577836800", "2020-01-01T00:00:00", False),
        ("2025-10-14T20:21:30.613083+08:00", "2025-10-14T12:21:30.613083", False),
        ("2020-01-02 10:20 PM", "2020-01-02T22:20:00", True),
        ("2020-01-02T10:20:30.123456789Z", "2020-01-02T10:20:30.123456", False),
        ("6/28/2021", "2021-06-28T00:00:00", True),
        ("2020-05-03 13:33:57 UTC+02:00", "2020-05-03T11:33:57", False),
        ("2012-03-30 23:00 UTC-03:00", "2012-03-31T02:00:00", False),
        ("2020-03-03 10:00 GMT+8", "2020-03-03T02:00:00", False),
        ("Sat Mar 05 2022 10:00:00 GMT+0800 (中国标准时间)", "2022-03-05T02:00:00", False),
        ("2020-03-03T10:00:00.000+08:00[Asia/Shanghai]", "2020-03-03T02:00:00", False),
        ("2020-3-3 下午3:05", "2020-03-03T15:05:00", True),
        ("2021-03-04 PM 3:00", "2021-03-04T15:00:00", True),
        ("2021년 3월 4일", "2021-03-04T00:00:00", True),
        ("2020年3月", "2020-03-01T00:00:00", True),
    ],
)
def test_every_pattern_becomes_an_instant_in_utc(text: str, instant: str, assumed: bool) -> None:
    moment = read_date(text)
    assert moment is not None
    assert moment.instant.isoformat() == f"{instant}+00:00"
    assert moment.assumed is assumed
    assert not moment.day_only


@pytest.mark.parametrize("text", ["2019-01-01 31:37:00", "2022-01-19T24:00:00", "2020-1-1 or so"])
def test_an_impossible_time_keeps_the_day(text: str) -> None:
    moment = read_date(text)
    assert moment is not None
    assert moment.day_only
    assert moment.instant.hour == 0


@pytest.mark.parametrize(
    "text",
    ["", "昨天下午", "996", "10:30", "Sunday", "2015-02-30", "0001-01-01T00:00:00Z", "99999-01-01", "{{date}}",
     "9999-12-31T23:59:59-10:00", "9" * 5000],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_a_time_of_its_own_is_added_to_a_day_only() -> None:
    day, moment = read_date("2014-03-18"), read_date("2014-03-18 08:00")
    assert day is not None
    assert moment is not None
    assert with_time(day, "19:0:00").instant.hour == 19
    assert with_time(day, "hh:mm:00").instant.hour == 0
    assert with_time(moment, "19:00").instant.hour == 8


@pytest.mark.parametrize(
    ("text", "hour"),
    [("9:05 PM", 21), ("9:05pm", 21), ("12:00 a.m.", 0), ("12:30 PM", 12), ("13:00 PM", 13), ("31:37:00", 0)],
)
def test_a_time_may_say_which_half_of_the_day(text: str, hour: int) -> None:
    day = read_date("2014-03-18")
    assert day is not None
    assert with_time(day, text).instant.hour == hour

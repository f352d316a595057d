"""The many ways in which posts write dates, converted to an instant in UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from dateutil import parser as lenient
from dateutil.tz import tzutc

_NUMERIC = re.compile(
    r"""\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?
        (?:(?:\s*[Tt,_]\s*|\s+)(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:[.,](\d{1,9})\d*)?秒?|分)?)?
        \s*(?:(Z|z|UTC|GMT)|([+-])(\d{1,2})(?::?(\d{1,2}))?)?\s*$""",
    re.VERBOSE,
)
_MAIL = re.compile(
    r"""\s*(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})
        (?:\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?\s*(?:(Z|UT|UTC|GMT)|([+-])(\d{2}):?(\d{2}))?\s*$""",
    re.VERBOSE,
)
_AMERICAN = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\b(.*)$", re.DOTALL)
_DAY_FIRST = re.compile(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_CLOCK = re.compile(r"\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\s*([AaPp])\.?[Mm]\b)?")
_STAMP = re.compile(r"\s*(\d{10})(\d{3})?\s*$")
#: What needs no second look: digits and their signs.
_COMMON = re.compile(r"[\d/:. TZ+-]*$")
_NAMED_OFFSET = re.compile(r"\s*(?<![A-Za-z])(?:UTC|GMT)\s?(?=[+-]\d)")
_ZONE_NAME = re.compile(r"\s*(?:\([^()]{1,60}\)|\[[A-Za-z_/+-]{1,60}\])$")
_HALF_BEFORE = re.compile(r"(?:(上午|오전|[Aa][Mm])|(下午|오후|[Pp][Mm]))\s*(\d{1,2}:\d\d(?::\d\d)?)")
_MONTH_ALONE = re.compile(r"^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]$")
_KOREAN = re.compile(r"^(\d{4})년\s?(\d{1,2})월\s?(\d{1,2})일")
_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
           "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
#: Hours from UTC of the zone names that mail and news have always used.
_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
          "CET": 1, "CEST": 2, "BST": 1, "WET": 0, "WEST": 1, "EET": 2, "EEST": 3, "MSK": 3,
          "JST": 9, "KST": 9}  # fmt: skip
#: Outside these years it is no date of a post; year 1 is how Go writes "no date".
_FIRST_YEAR, _LAST_YEAR = 1600, 9998
_LONGEST = 64
#: A text longer than this only begins with a day.
_LONGEST_EXACT = 200


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant in UTC. `assumed`: no zone was named. `day_only`: the time beside the day could not be read."""

    instant: datetime
    assumed: bool
    day_only: bool = False


def _plainly(text: str) -> str:
    """Write a date without what says the same twice: the name of its zone, `UTC+02:00`, a half of the day before it.

    JavaScript's own text for a date ends with the name of the zone; Nikola's dates end with `UTC+02:00`.
    """
    text = _ZONE_NAME.sub("", _NAMED_OFFSET.sub("", text))
    text = _HALF_BEFORE.sub(lambda half: f"{half.group(3)} {'AM' if half.group(1) else 'PM'}", text)
    return _KOREAN.sub(r"\1-\2-\3", _MONTH_ALONE.sub(r"\1-\2-1", text))


def read_date(text: str) -> Moment | None:
    """Read a date as any generator or person may write it; None when there is none in it."""
    text = text.strip()
    if len(text) <= _LONGEST_EXACT and not _COMMON.match(text):
        text = _plainly(text)
    if len(text) > _LONGEST_EXACT:
        moment = _from_rare(text)
    elif found := _NUMERIC.match(text):
        moment = _from_numeric(found)
    elif found := _MAIL.match(text):
        moment = _from_mail(found)
    else:
        moment = _from_rare(text)
    if moment is not None and not _FIRST_YEAR <= moment.instant.year <= _LAST_YEAR:
        return None
    return moment


def with_time(day: Moment, text: str) -> Moment:
    """Add a time of day that stood in a key of its own, such as `19:0:00`; an unreadable one changes nothing."""
    found = _CLOCK.match(text)
    if not found or day.instant.time().replace(tzinfo=None).isoformat() != "00:00:00":
        return day
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    half = (found.group(4) or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    if hour > 23 or minute > 59 or second > 59:
        return day
    return Moment(day.instant.replace(hour=hour, minute=minute, second=second), day.assumed, day.day_only)


def _from_numeric(found: re.Match[str]) -> Moment | None:
    year, month, day, hour, minute, second, fraction, utc, sign, ahead, ahead_minutes = found.groups()
    zone = _zone(utc, sign, ahead, ahead_minutes)
    micro = int((fraction or "0").ljust(6, "0")[:6])
    clock = (int(hour or 0), int(minute or 0), int(second or 0), micro)
    return _build((int(year), int(month), int(day)), clock, zone)


def _from_mail(found: re.Match[str]) -> Moment | None:
    day, name, year, hour, minute, second, utc, sign, ahead, ahead_minutes = found.groups()
    month = _MONTHS.get(name.lower())
    if month is None:
        return None
    clock = (int(hour or 0), int(minute or 0), int(second or 0), 0)
    return _build((int(year), month, int(day)), clock, _zone(utc, sign, ahead, ahead_minutes))


def _zone(utc: str | None, sign: str | None, hours: str | None, minutes: str | None) -> tzinfo | None:
    if utc:
        return UTC
    if not sign:
        return None
    ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    if ahead >= timedelta(hours=24):
        return None
    return timezone(-ahead if sign == "-" else ahead)


def _build(day: tuple[int, int, int], clock: tuple[int, int, int, int], zone: tzinfo | None) -> Moment | None:
    """Make the instant; an impossible time keeps the day."""
    try:
        local = datetime(*day, *clock, tzinfo=zone or UTC)
        return Moment(local if zone is None or zone is UTC else local.astimezone(UTC), zone is None)
    except (ValueError, OverflowError):
        pass
    try:
        return Moment(datetime(*day, tzinfo=UTC), assumed=True, day_only=True)
    except ValueError:
        return None


def _from_rare(text: str) -> Moment | None:
    stamp = _STAMP.match(text)
    if stamp:
        return Moment(datetime.fromtimestamp(int(stamp.group(1)), UTC), assumed=False)
    american = _AMERICAN.match(text)
    if american:
        month, day, year, rest = american.groups()
        if int(month) > 12:
            month, day = day, month
        return read_date(f"{year}-{month}-{day}{rest}")
    return _from_prose(text) or _from_start(text)


def _from_start(text: str) -> Moment | None:
    """Take the day a longer text begins with."""
    found = _DAY_FIRST.match(text)
    if not found:
        return None
    day = (int(found.group(1)), int(found.group(2)), int(found.group(3)))
    moment = _build(day, (0, 0, 0, 0), None)
    return Moment(moment.instant, assumed=True, day_only=True) if moment else None


def _from_prose(text: str) -> Moment | None:
    """Let dateutil read `May 5, 2015 at 3 pm`. What it does not find stays year 1, and is out of range."""
    if len(text) > _LONGEST or not any(mark.isdigit() for mark in text):
        return None
    try:
        local = lenient.parse(text, default=datetime(1, 1, 1), tzinfos=_named_zone)  # noqa: DTZ001
        instant = local.replace(tzinfo=UTC) if local.tzinfo is None else local.astimezone(UTC)
    except (ValueError, OverflowError, ArithmeticError, TypeError, LookupError, AttributeError):
        return None  # All seen from dateutil on odd texts, whatever its documentation says.
    return Moment(instant, local.tzinfo is None)


def _named_zone(name: str | None, offset: int | None) -> tzinfo | None:
    if offset is not None:
        return timezone(timedelta(seconds=offset)) if abs(offset) < 86_400 else None
    if name and name.upper() in _ZONES:
        return timezone(timedelta(hours=_ZONES[name.upper()]))
    return tzutc() if name in {"UTC", "GMT", "Z"} else None

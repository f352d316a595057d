"""Times without a zone: in the site's own, or if it does not say, in this computer's.

Hexo and Jekyll take such a time for one of the `timezone` in `_config.yml`, else of the machine; Hugo for one of its
`timeZone`, else UTC, and shows it as it is written. Read as the reader's own it is shown as it is written, too.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo


class UnknownZoneError(ValueError):
    """A time zone was asked for that no system knows. Its text tells the user what to write."""

    def __init__(self, zone: str) -> None:
        super().__init__(f"{zone}: not a time zone; write one like Europe/Paris")


def known(zone: str) -> bool:
    """Tell whether there is a time zone of this name, such as `Asia/Shanghai`."""
    return _zone(zone) is not None


def in_utc(local: datetime, zone: str) -> datetime:
    """Return the instant, in UTC, of a time given without a zone; `zone` is "" for the computer's own.

    `local` bears UTC only for want of a zone. A time at the edges of the calendar stays as it is.
    """
    try:
        return local.replace(tzinfo=_zone(zone) if zone else None).astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return local


@cache
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    # Names that are folders of the zone files, or that no system holds, fail in ways of their own.
    except (KeyError, ValueError, OSError):
        return None

"""Rows of a list that can be read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reader.domain import Article

_ROW = dict.fromkeys(("title", "summary", "author", "source", "thumbnail"), "")


def make_article(number: int, **changes: Any) -> Article:
    """Make the unread article `number`, published that many hours into 2022."""
    values: dict[str, Any] = dict.fromkeys(Article.__dataclass_fields__, False) | _ROW
    values |= {
        "id": number,
        "title": f"Post {number}",
        "source": "Source",
        "published": 1_640_995_200 + number % 1000 * 3600,
        "unread": True,
    }
    return replace(Article(**values), **changes)

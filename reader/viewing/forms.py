"""The forms that Chinese can be shown in; anything else leaves it as it was written."""

from __future__ import annotations

SIMPLIFIED, TRADITIONAL = "simplified", "traditional"
FORMS = (SIMPLIFIED, TRADITIONAL)

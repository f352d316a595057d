"""The forms in which Chinese can be shown; any other value leaves it as written."""

from __future__ import annotations

#: Traditional characters are those of Taiwan, unless those of Hong Kong are wanted.
SIMPLIFIED, TRADITIONAL, HONG_KONG = "simplified", "traditional", "hongkong"
FORMS = (SIMPLIFIED, TRADITIONAL, HONG_KONG)

"""The forms that Chinese can be shown in; anything else leaves it as it was written."""

from __future__ import annotations

#: Traditional characters are those of Taiwan, unless those of Hong Kong are wanted.
SIMPLIFIED, TRADITIONAL, HONG_KONG = "simplified", "traditional", "hongkong"
FORMS = (SIMPLIFIED, TRADITIONAL, HONG_KONG)

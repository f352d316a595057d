"""Recent searches, kept in the settings until they are cleared."""

from __future__ import annotations

import json

from reader.ui.settings import Settings

_NAME, _MOST = "search/recent", 8


class RecentSearches:
    """Searches that were confirmed or led to an article, the latest first, each once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> list[str]:
        """Return them; what makes no sense counts as none."""
        try:
            kept = json.loads(self._settings.text(_NAME, "[]"))
        except (ValueError, RecursionError):
            return []
        return [each for each in kept if isinstance(each, str)][:_MOST] if isinstance(kept, list) else []

    def add(self, text: str) -> None:
        """Put one to the front."""
        # Each article that is opened says it again; the file is not to be written for that.
        if text and self.all()[:1] != [text]:
            self._keep([text, *(each for each in self.all() if each != text)][:_MOST])

    def remove(self, text: str) -> None:
        """Forget one."""
        self._keep([each for each in self.all() if each != text])

    def clear(self) -> None:
        """Forget all."""
        self._keep([])

    def _keep(self, texts: list[str]) -> None:
        # As ASCII, since an INI file would write other signs as numbers of its own.
        self._settings.set(_NAME, json.dumps(texts))

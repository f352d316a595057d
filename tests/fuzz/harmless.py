"""What a browser would do with HTML: everything in it that could run, load, send, or lead elsewhere than to the web.

It reads with another parser than the sanitiser does, and knows nothing of what that one allows.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from reader.viewing.allow import names

_RUNS = names(
    "script style iframe frame frameset object embed applet form input button select textarea option svg math link",
    "meta base template noscript video audio source track portal foreignobject animate set use marquee",
)
_LOADS = names(
    "srcset background poster data action formaction xlink:href ping manifest cite longdesc code codebase classid",
    "archive dynsrc lowsrc usemap profile srcdoc",
)
#: A mail may ask for no file of the reader's to be attached.
_LEADS = re.compile(r"(?:https?://|mailto:(?!.*[?&;]att(?:a|%61)ch)|#)", re.IGNORECASE | re.DOTALL)


class _Reader(HTMLParser):
    def __init__(self, *, pictures: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._pictures = re.compile(pictures)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _RUNS:
            self.found.append(f"<{tag}>")
        for name, given in attrs:
            value = given or ""
            if name.startswith("on") or name in _LOADS or name == "style":
                self.found.append(f"{tag} {name}={value[:80]}")
            elif name == "src" and not (tag == "img" and self._pictures.match(value)):
                self.found.append(f"{tag} src={value[:80]}")
            elif name in ("href", "data-url") and not _LEADS.match(value):
                self.found.append(f"{tag} {name}={value[:80]}")


def escapes(html: str, *, pictures: str = "image:") -> list[str]:
    """Return whatever in HTML is more than text, its look, and links to the web, to mail or within the page.

    `pictures` is what the address of a picture may begin with, a regular expression.
    """
    reader = _Reader(pictures=pictures)
    reader.feed(html)
    reader.close()
    return reader.found

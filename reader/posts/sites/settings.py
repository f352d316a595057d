"""What a site's settings say: the host it is on, and the time zone of its dates."""

from __future__ import annotations

import re

from reader.posts.sites.zones import known

#: Hexo and Jekyll say `url`, Hugo `baseURL`, Zola `base_url`, Pelican `SITEURL`; JSON puts the name into quotes. One
#: that is indented otherwise is the address of somebody or something else.
_HOST = re.compile(
    rb"^(?:[ \t]*[\"'])?(?:url|base_?url|siteurl)[\"']?[ \t]*[:=][ \t]*[\"']?https?://([\w.-]{1,253}(?::\d{1,5})?)",
    re.M | re.I,
)


_ZONE = re.compile(rb"^time_?zone\s*[:=]\s*[\"']?([A-Za-z][\w+-]*(?:/[\w+-]+){0,2})", re.M | re.I)


def zone_of(config: bytes) -> str:
    """Return the zone a site's settings name, "" when they name none that is known."""
    found = _ZONE.search(config)
    name = found.group(1).decode() if found else ""
    return name if name and known(name) else ""


def host_of(config: bytes) -> str:
    """Return the host that a site's settings name, without "www.", or "" for none."""
    found = _HOST.search(config)
    host = found[1].decode("ascii", "replace").lower().removeprefix("www.") if found else ""
    # What generators write into new settings is nobody's address.
    return "" if host in {"example.com", "yoursite.com", "example.org", "localhost"} else host

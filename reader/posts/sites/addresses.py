"""The host of a site, from its settings."""

from __future__ import annotations

import re

#: Hexo and Jekyll say `url`, Hugo `baseURL`, Zola `base_url`, Pelican `SITEURL`; JSON puts the name into quotes. One
#: that is indented otherwise is the address of somebody or something else.
_SETTING = re.compile(
    rb"^(?:[ \t]*[\"'])?(?:url|base_?url|siteurl)[\"']?[ \t]*[:=][ \t]*[\"']?https?://([\w.-]{1,253}(?::\d{1,5})?)",
    re.M | re.I,
)


def host_of_site(config: bytes) -> str:
    """Return the host that a site's settings name, without "www.", or "" for none."""
    found = _SETTING.search(config)
    host = found[1].decode("ascii", "replace").lower().removeprefix("www.") if found else ""
    # What generators write into new settings is nobody's address.
    return "" if host in {"example.com", "yoursite.com", "example.org", "localhost"} else host

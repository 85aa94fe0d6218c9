"""Where a link really leads: the host behind look-alikes, and behind the wrappers of mail filters."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

_LINKEDIN = ("linkedin.com", "lnkd.in", "licdn.com")
_STORES = ("play.google.com", "apps.apple.com", "itunes.apple.com")
_PROOFPOINT = re.compile(r"urldefense\.(?:com|us)/v3/__(.+?)__;", re.IGNORECASE)
_WRAPPERS = {
    "safelinks.protection.outlook.com": "url",
    "google.com": "q",
    "urldefense.proofpoint.com": "u",
}


def target(url: str) -> str:
    """Give the address inside the wrapper of a mail filter, or the address itself."""
    for _ in range(3):
        if found := _PROOFPOINT.search(url):
            url = found[1]
            continue
        key = next((key for host, key in _WRAPPERS.items() if _within(host_of(url), host)), None)
        try:
            inner = parse_qs(urlsplit(url).query, max_num_fields=50).get(key or "", [""])[0]
        except ValueError:
            inner = ""
        if not inner:
            return url
        if key == "u":  # Proofpoint's older form writes % as - and / as _
            inner = re.sub(r"-([0-9A-Fa-f]{2})", lambda at: chr(int(at[1], 16)), inner).replace("_", "/")
        url = inner
    return url


def host_of(url: str) -> str:
    """Give the host of an http address in lower case, "" when it is none."""
    try:
        split = urlsplit(url.strip().replace("\\", "/"))
        return (split.hostname or "").rstrip(".").lower() if split.scheme.lower() in ("http", "https") else ""
    except ValueError:
        return "?"


def is_linkedin(host: str) -> bool:
    """Tell LinkedIn's hosts from their look-alikes."""
    return any(_within(host, own) for own in _LINKEDIN)


def is_harmless(host: str) -> bool:
    """Tell the shops for LinkedIn's own app, which its mails also link to."""
    return host in _STORES


def _within(host: str, own: str) -> bool:
    return host == own or host.endswith("." + own)

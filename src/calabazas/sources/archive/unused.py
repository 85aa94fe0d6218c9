"""Files that LinkedIn's archive is known to hold and that nothing here needs, each with the reason."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from calabazas.sources.archive.sheets import folded, headings
from calabazas.words import mark, say

if TYPE_CHECKING:
    from calabazas.words import Sentence

_BOT = mark("Conversations with LinkedIn's assistants: nobody is on the other side.")
_ADS = mark("About advertising and what LinkedIn infers, not about people you know.")
_LOGIN = mark("Log-ins, devices and payments: nothing of your network, and better left unread.")
_JOBS = mark("Job searches and applications: nothing of your network.")
_SELF = mark("About you, and not needed to judge who fits in your network.")
_ACTS = mark("Saved, voted or reposted things: they name nobody.")
_SEARCH = mark("What you searched or learnt: it names nobody for certain.")
_WHOSE = mark(
    "Whether these recommendations were given or received stands in the file's name alone:"
    " call it Recommendations_Received.csv or Recommendations_Given.csv."
)
_MEDIA = mark("Articles and media: their text is not needed.")

NAMES: dict[str, str] = {
    **dict.fromkeys(
        ("guidemessages", "coachmessages", "learningcoachmessages", "learningroleplaymessages"), _BOT
    ),
    **dict.fromkeys(("adtargeting", "inferencesaboutyou", "adsclicked", "lanadsengagement"), _ADS),
    **dict.fromkeys(
        (
            "logins", "securitychallenges", "receipts", "receiptsv2", "receiptslbp", "privateidentityasset",
            "phonenumbers", "whatsappphonenumbers", "accounthistory",
        ),
        _LOGIN,
    ),
    **dict.fromkeys(
        (
            "savedjobalerts", "savedjobs", "jobapplications", "jobseekerpreferences", "jobapplicantsavedanswers",
            "jobapplicantsavedscreeningquestionresponses", "jobpostings", "savedanswers", "onlinejobpostings",
            "easyapplyblocking",
        ),
        _JOBS,
    ),
    **dict.fromkeys(
        (
            "languages", "certifications", "projects", "honors", "organizations", "publications", "patents",
            "courses", "testscores", "volunteering", "volunteeringexperiences", "causesyoucareabout", "verifications",
            "providers", "opportunities", "engagements", "services", "groups", "reviews", "calendar", "trustedgraph",
        ),
        _SELF,
    ),
    **dict.fromkeys(("instantreposts", "votes", "saveditems", "hashtagfollows"), _ACTS),
    **dict.fromkeys(("searchqueries", "learning"), _SEARCH),
    "richmedia": _MEDIA,
}  # fmt: skip
"""Folded file names; checked before the heading, since the assistants' files have that of messages.csv."""

HEADINGS: dict[frozenset[str], str] = {
    frozenset(names): reason
    for names, reason in (
        (("firstname", "lastname", "company", "jobtitle", "text", "creationdate", "status"), _WHOSE),
        (("date", "link"), _ACTS),
        (("date", "link", "optiontext"), _ACTS),
        (("saveditem", "createdtime"), _ACTS),
        (("hashtag", "createdtime", "lastmodifiedtime", "state"), _ACTS),
        (("name", "proficiency"), _SELF),
        (("name", "url", "authority", "startedon", "finishedon", "licensenumber"), _SELF),
        (("title", "description", "url", "startedon", "finishedon"), _SELF),
        (("title", "description", "issuedon"), _SELF),
        (("name", "description", "position", "startedon", "finishedon"), _SELF),
        (("name", "publishedon", "description", "publisher", "url"), _SELF),
        (("extension", "number", "type"), _LOGIN),
        (("number", "extension", "iswhatsappnumber"), _LOGIN),
        (("logindate", "ipaddress", "useragent", "logintype"), _LOGIN),
        (("challengedate", "ipaddress", "useragent", "country", "challengetype"), _LOGIN),
        (("category", "typeofinference", "description", "inference"), _ADS),
        (("adclickeddate", "adtitleid"), _ADS),
        (("action", "date", "adtitleid", "pageapp"), _ADS),
        (("time", "searchquery"), _SEARCH),
        (("datetime", "mediadescription", "medialink"), _MEDIA),
        (("noconversationsfound",), _BOT),
    )
}

_FOLDERS = {"articles": _MEDIA, "jobs": _JOBS, "verifications": _SELF, "servicesmarketplace": _SELF}


# What a browser adds to the second download of a name.
_COPY = re.compile(r"\s*\(\d+\)$")


def by_name(name: str) -> Sentence | None:
    """Say why a file of the archive is not read, if its name is one of those."""
    path = PurePosixPath(name)
    reason = NAMES.get(folded(_COPY.sub("", path.stem)))
    for folder in path.parent.parts:
        reason = reason or _FOLDERS.get(folded(folder))
    return say(reason) if reason else None


def by_heading(head: bytes) -> Sentence | None:
    """Say why a sheet is not read, if its heading is one of those; the name may be anything."""
    for heading in headings(head):
        reason = HEADINGS.get(frozenset(heading.names))
        if reason:
            return say(reason)
    return None

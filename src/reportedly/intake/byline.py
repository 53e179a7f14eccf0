"""Who wrote a report, from the words of a byline."""

import re

from reportedly.intake.agency import agencies

_NAME = r"[^\W\d_][\w.'’-]*(?:\s+(?:[^\W\d_][\w.'’-]*)){0,4}"
_LINE = re.compile(
    rf"(?:(?:story|written|text|words|analysis|opinion|report|exclusive) )?by\s+(?P<names>{_NAME}(?:\s*(?:,|and|&|\|)\s*{_NAME}){{0,8}})\s*\.?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:(?:story|written|text|words|analysis|opinion|report|exclusive|posted|published) )?by"
    r"|(?:(?:veröffentlicht|geschrieben|verfasst|eingestellt|ein beitrag) )?von|(?:(?:publié|écrit|rédigé) )?par"
    r"|from|authors?:?|autor(?:en|in)?:?|por|door|di)\s+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[;|•·]|,(?!\s*(?:jr|sr|ii|iii|phd|md)\b)|\s+(?:and|&|with|und|et)\s+)\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:(?:,|–|—|-|\||/|\()\s*.*(?:correspondent|reporter|editor|staff|writer|producer|columnist|analyst|agenc).*|\bfor\s+[A-Z].*"
    r"|(?:published|updated|posted|last modified)\b.*|\b(?:follow|read more|view|see all|https?:|@).*|(?<=\w)\s+기자(?:\s.*)?)$",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^(?:staff|newsroom|admin|administrator|editor|editors|editorial|web ?desk|news ?desk|online|team|unknown|none|null|guest|author|authors|anonymous|share|updated|published)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:no author|admin|administrator|unknown|none|null|guest|authors?|anonymous|user)\b", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*\([^()]{1,20}\)$")
# What stands in a byline's element, or in a form that is named alike, beside names.
_LABEL = re.compile(
    r"(?:by|von|par|por|from|names?|nom|nombre|e-?mail|website|comments?|authors?|autor(?:en|in)?|no author|veröffentlicht (?:von|am))",
    re.IGNORECASE,
)
# A site's address and where it sits are no persons ("hessenschau.example, Frankfurt").
_SITE = re.compile(
    r"(?<![@\w.])(?:www\.)?[\w-]{2,30}(?:\.[\w-]{2,30})?\.(?:com|org|net|de|fr|es|at|ch|uk|tr|cn|jp|kr|in|example)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\w\.[a-z]{2,10}$")
_JOB = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|producer|columnist|analyst|bureau|desk|staff|newsroom|team)\b",
    re.IGNORECASE,
)
_LENGTH = 60
_LINE_WORDS = 16
# "Agence France Presse"
_WIRE_WORDS = 3


def is_byline(line: str) -> bool:
    """Say whether a line is nothing but "By" and names with capitals, none of them an agency."""
    match = _LINE.fullmatch(line)
    if match is None or len(line.split()) > _LINE_WORDS or agencies(line):
        return False
    return all(
        part[:1].isupper()
        for name in _PARTS.split(match["names"])
        for number, part in enumerate(name.split())
        if not number or len(part) > 3  # noqa: PLR2004 - "de", "van", "bin"
    )


def names(words: str) -> tuple[str, ...]:
    """Return the persons a byline names, in order; desks, agencies and job titles are none."""
    found: list[str] = []
    if _SITE.search(words):
        return ()
    for part in _PARTS.split(_LEAD.sub("", " ".join(words.split()))):
        name = _BRACKET.sub("", _TAIL.sub("", _LEAD.sub("", part))).strip(" .,:;|-–—")
        if (
            not name
            or len(name) > _LENGTH
            or _NOISE.match(name)
            or _LABEL.fullmatch(name)
            or any(mark in name for mark in ("@", "//", "{", "}", "<", ">", "\\", "*"))
            or name[0].isdigit()
            or _DOMAIN.search(name)
            or _JOB.search(name)
        ):
            continue
        if agencies(name) and len(name.split()) <= _WIRE_WORDS:
            continue
        if name not in found:
            found.append(name)
    return tuple(found)


def declared(words: str) -> str | None:
    """Return who a page says its author is, a newsroom included; None where it says that nobody is known."""
    name = _LEAD.sub("", " ".join(words.split())).strip(" .,:;|-–—")
    nobody = not name or len(name) > _LENGTH or _NOBODY.match(name) is not None or "//" in name or "@" in name
    return None if nobody else name


def wire(words: str) -> tuple[str, ...]:
    """Return the agencies a byline names on their own, in order, as it names them."""
    parts = (_LEAD.sub("", part).strip(" .,:;|-–—") for part in _PARTS.split(_LEAD.sub("", " ".join(words.split()))))
    return tuple(
        dict.fromkeys(
            part
            for part in parts
            if len(part.split()) <= _WIRE_WORDS and (found := agencies(part)) and not any(one.pictures for one in found)
        )
    )

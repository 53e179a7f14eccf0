"""Years, decades and centuries."""

import re

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of
from reportedly.reading.date import MOD, MOD_STARTS, dated, ordinal
from reportedly.reading.timeform import GAP, NUMBERS, WORDS, YEAR, Form, Reading, Setting, form, one_of

_ORDINAL = one_of(NUMBERS["ordinal"])


def forms() -> tuple[Form, ...]:
    """Return the forms of years, the longer before the shorter."""
    return (
        form(
            {"the", "#", "early", "late", "mid"} | set(NUMBERS["ordinal"]),
            r"(?P<mod>(?:the"
            + GAP
            + r")?(?:early|late|mid)[\s-]{1,2})?(?:the"
            + GAP
            + r")?(?P<n>[12]?[0-9](?:st|nd|rd|th)|"
            + _ORDINAL
            + r")"
            + GAP
            + "century",
            _century,
        ),
        form(
            {"the", "#", "early", "late", "mid", "'", "’"},
            r"(?P<mod>(?:the"
            + GAP
            + r")?(?:early|late|mid)[\s-]{1,2}(?:the"
            + GAP
            + r")?)?(?:the"
            + GAP
            + r")?['’‘]?(?P<decade>(?:1[0-9]|20)?[0-9]0)['’]?s",
            _decade,
        ),
        form({"'", "’", "‘"}, r"['’‘](?P<mod>)(?P<short>[0-9]{2})", _short),
        form("#", r"(?P<mod>)(?P<year>(?:19|20)[0-9]{2})[-–/](?P<to>[0-9]{2})(?![-/.0-9])", _span_of_years),
        form(
            MOD_STARTS | {"#", "post", "pre"} | spelled.YEAR_STARTS,
            r"(?P<mod>" + MOD + r"|(?:post|pre)-)?(?P<year>" + YEAR + ")",
            _year,
        ),
    )


def _century(match: re.Match[str], _: Setting) -> Reading | None:
    """Read "the 19th century"."""
    count = ordinal(match["n"])
    return dated(match, f"{count - 1:02}", "absolute") if count else None


def _decade(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the 1980s", "the early ’90s"; "in her 30s" is an age."""
    digits = match["decade"]
    if len(digits) == 2:  # noqa: PLR2004 - digits of a year
        named = match[0].lower().startswith("the") and digits[0] in "56789"
        if not named and setting.text[match.start("decade") - 1 : match.start("decade")] not in set("'’‘"):
            return None
        return dated(match, f"19{digits[0]}" if digits[0] != "0" else "200", "absolute")
    return dated(match, digits[:3], "absolute")


# Words after which a number of four digits is a year, whatever follows it.
_BEFORE_YEAR = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "during",
        "before",
        "after",
        "of",
        "late",
        "early",
        "mid",
        "around",
        "the",
        "to",
        "and",
        "through",
        "for",
        "between",
        "circa",
        "year",
    ]
)
_NO_YEAR = re.compile(
    r"[\s-]{1,2}(?:"
    + one_of(WORDS["unit"])
    + r"|people|sq|percent|per|miles?|km|kilometers?|kilometres?|feet|meters?|metres?|tons?|tonnes?|pounds?|dollars?|euros?|troops|soldiers|men|women|units|points|barrels|square|hp|bhp|rpm|votes|jobs|employees|workers|homes|houses|families|mg|kg|mAh|MHz|others?|of|more|students|members|members|cases|deaths|hires)\b",
    re.IGNORECASE,
)
_EARLY, _OLDEST, _NEWEST = 1500, 1900, 2050
_BEFORE_EARLY_YEAR = frozenset({"in", "since", "year", "circa", "ad"})
_BEFORE_OLD_YEAR = _BEFORE_EARLY_YEAR | {"from", "until", "by", "of", "between", "and", "to", "late", "early"}


def _year(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "1999", "mid-2011", "post-1959"; a number of four digits that counts things is none."""
    year, start, end = spelled.year(match["year"]), match.start("year"), match.end()
    before = setting.previous(match.start())
    if not match["year"][0].isdigit() and before not in _BEFORE_YEAR:
        return None
    close = setting.text[start - 1 : start]
    if not match["mod"] and (close in set("$£€#@/.+_") or setting.text[end : end + 1] in set("%/€£$_")):
        return None
    if _NO_YEAR.match(setting.text, end) and not (before == "in" and setting.text[end : end + 1] != "-"):
        return None
    if not _OLDEST <= year <= _NEWEST and before not in (_BEFORE_OLD_YEAR if year >= _EARLY else _BEFORE_EARLY_YEAR):
        return None
    if before in {"than", "about", "some", "nearly", "almost", "over", "least", "another"}:
        return None
    return dated(match, f"{year:04}", "absolute", day_of(year, 1, 1))


def _short(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "since '82"."""
    before = setting.text[max(0, match.start() - 8) : match.start()].split()
    if not before or before[-1].lower() not in _BEFORE_OLD_YEAR or setting.text[match.start() - 1].isalnum():
        return None
    year = spelled.year(match["short"])
    return dated(match, f"{year:04}", "absolute", day_of(year, 1, 1))


def _span_of_years(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "2014-15": two years that follow each other."""
    if (int(match["year"]) + 1) % 100 != int(match["to"]):
        return None
    return _year(match, setting)

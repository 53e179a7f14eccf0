"""Seasons: "last fall", "the summer of 2008", "by spring", "the winter of 2029-30"."""

import re
from datetime import date

from reportedly.reading import spelled
from reportedly.reading.calendar import SEASONS, day_of, shift
from reportedly.reading.date import MOD, MOD_STARTS, OF_YEAR, REL, REL_STARTS, dated, year_said
from reportedly.reading.timeform import GAP, SEASON, WORDS, YEAR, Form, Reading, Setting, form, row

# Words before a bare season that make it a time.
_BEFORE = frozenset({"in", "by", "since", "until", "till", "during", "through", "from", "before", "after", "of"})
# "In winter coats", "the fall of the town": a season is a time where no noun follows.
_ALONE = re.compile(
    r"\s*(?:[.,;:!?)—–-]|$|(?:and|or|as|but|to|when|while|after|before|because|if|the|a|an|he|she|it|they|we|his|her|its|their"
    r"|with|is|was|were|are|has|had|have|will|would|could|may|officials|officers)\b)",
    re.IGNORECASE,
)
# Winter is named by the year it begins in; up to May "this winter" is the one just gone.
_SPRING_ENDS = 5


def forms() -> tuple[Form, ...]:
    """Return the forms of seasons."""
    pattern = (
        r"(?P<mod>" + MOD + r")?(?P<the>the" + GAP + r")?(?:(?P<rel>" + REL + ")" + GAP + r")?(?P<season>" + SEASON
        + r")(?:" + GAP + r"(?:of" + GAP + r")?(?P<year>" + YEAR + r")(?:[-–/](?P<to>[0-9]{2})(?![0-9]))?|"
        + GAP + OF_YEAR + ")?"
    )  # fmt: skip
    return (form(set(WORDS["season"]) | MOD_STARTS | REL_STARTS, pattern, _season),)


def _season(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read a season and the year it begins in."""
    code = str(row("season", match["season"])["code"])
    month = SEASONS[code]
    if match["year"]:
        year = spelled.year(match["year"])
        return dated(match, f"{year:04}-{code}", "absolute", day_of(year, month, 1))
    if not (match["rel"] or match["of"] or _alone(match, setting)):
        return None
    published = setting.published
    if published is None:
        return dated(match, None, "published")
    rel = " ".join((match["rel"] or "").lower().split())
    first = day_of(year_said(match["of"], published), month, 1) if match["of"] else _meant(rel, month, setting)
    return dated(match, f"{first.year:04}-{code}" if first else None, "published", first)


def _alone(match: re.Match[str], setting: Setting) -> bool:
    """Say whether a bare word is a season: "in the summer", "by spring", and neither a verb nor part of another noun."""
    word = match["season"]
    if word[0].isupper() and not match["the"]:
        return False
    usual = word.lower() in {"summer", "winter", "autumn"}
    if match["mod"] or (match["the"] and usual):
        return not (word.lower() == "fall" and setting.text.startswith(" of", match.end()))
    return setting.previous(match.start()) in _BEFORE and bool(_ALONE.match(setting.text, match.end()))


def _meant(rel: str, month: int, setting: Setting) -> date | None:
    """Return the first day of the season that "last", "next", "this" or no such word means."""
    published = setting.published
    if published is None:
        return None
    winter = month == SEASONS["WI"]
    begun = day_of(published.year - (month > published.month), month, 1)
    if rel in {"last", "past", "previous", "this past"}:
        ended = begun and shift(begun, 3, "month")
        return begun if ended and ended <= published else begun and shift(begun, -1, "year")
    if rel in {"next", "coming", "following", "this coming"}:
        return begun and shift(begun, 1, "year")
    if rel == "this":
        return day_of(published.year - (winter and published.month <= _SPRING_ENDS), month, 1)
    over = begun is not None and (shift(begun, 3, "month") or published) <= published
    return begun and shift(begun, 1, "year") if over and setting.ahead() else begun

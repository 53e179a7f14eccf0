"""Lines that say when a report was published or changed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_DAY = (
    rf"{_WEEKDAY}(?:(?P<y1>\d{{4}})-(?P<m1>\d{{2}})-(?P<d1>\d{{2}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.format('m2')},?\s+(?P<y2>\d{{4}})"
    rf"|{_MONTH.format('m3')}\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}}))"
)
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>[A-Z]{1,4}|[+-]\d{2}:?\d{2})?"
_CHANGE = r"(?:last\s+)?(?:updated|modified|edited|revised)"
_LABEL = rf"(?:(?P<change>{_CHANGE})|(?:first\s+)?(?:published|posted|issued|created)|date)\b\s*(?:on|at|:|-|–|—)?\s*"
_LINE = re.compile(
    rf"(?:{_LABEL})?(?:{_CLOCK}\s*(?:on|,|-|–|—)?\s*)?{_DAY}(?:\s*(?:at|,|-|–|—|\||T)?\s*(?:{_CHANGE}\s*(?:at|:)?\s*)?{_CLOCK.replace('?P<hour>', '?P<hour2>').replace('?P<minute>', '?P<minute2>').replace('?P<half>', '?P<half2>').replace('?P<zone>', '?P<zone2>')})?\.?",
    re.IGNORECASE,
)
# Zones that mean one offset wherever they are written; "EST", "CST", "IST" and "BST" do not.
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "KST": 540, "JST": 540}
_FIGURES = re.compile(
    r"(?:[^\W\d_]{2,20}[:,]?\s+){0,3}\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})"
    r"(?:[,\s–—|-]{1,3}(?:[^\W\d_]{1,5}\s+)?\d{1,2}[:.]\d{2}(?:\s*[^\W\d_]{1,4}\.?)?)?",
)
_LENGTH = 100
_DIGIT = re.compile(r"\d")
_BAR = re.compile(r"\s*[•|·]\s*")
_PARTING = re.compile(r",\s+|\s+[–—-]\s+")
_NAME_WORDS = 10


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that a line of the report's head or foot is made of.

    Attributes:
        moment: The day, or the aware time where the line gives it with a zone that can be told.
        change: The line speaks of a change ("Last updated"), not of publication.
        labelled: The line says what the date is; else it is nothing but a date.
        clock_first: The clock stands before the day, as under a post ("9:29 PM - 18 Oct 2031").
    """

    moment: date
    change: bool
    labelled: bool
    clock_first: bool


def stamp(line: str) -> Stamp | None:
    """Read a line that is a date line as a whole ("Published 4 November 2031"); None for any other.

    Days in figures alone ("4/11/2031") are not read: nobody can tell day and month apart.
    """
    words = line.strip().strip("|·•-–— ")
    if len(words) > _LENGTH or _DIGIT.search(words) is None:
        return None
    match = _LINE.fullmatch(words)
    if match is None:
        return None
    moment = _moment(match)
    if moment is None:
        return None
    labelled = re.match(_LABEL, words, re.IGNORECASE) is not None
    return Stamp(moment, match["change"] is not None, labelled, match["hour"] is not None)


def is_figures(line: str) -> bool:
    """Say whether a line is nothing but a day in figures, with a clock or a word or two ("Stand: 22.04.2024, 06:00 Uhr").

    Which figure is the month may not be told, so such a line dates nothing; it is furniture all the same.
    """
    return _FIGURES.fullmatch(line.strip()) is not None


def head_line(line: str) -> tuple[str, Stamp] | None:
    """Read a line of a name and a date ("By Ada Verrin, 6 June 2031", "Foreign Desk • June 4, 2031").

    Returns:
        The name and the date; None for any other line.
    """
    if len(line) > _LENGTH or _DIGIT.search(line) is None:
        return None
    bar = [part.strip() for part in _BAR.split(line) if part.strip()]
    dated = [(number, found) for number, part in enumerate(bar) if (found := stamp(part)) is not None]
    if len(bar) > 1 and dated and all(len(part.split()) <= _NAME_WORDS for part in bar):
        return (bar[0] if dated[0][0] else "", dated[0][1])
    for match in _PARTING.finditer(line):
        found = stamp(line[match.end() :])
        if found is not None and len(line[: match.start()].split()) <= _NAME_WORDS:
            sure = found.labelled or line[:3].casefold() == "by "
            return (line[: match.start()].strip(), found) if sure else None
    return None


def iso(words: str) -> date | None:
    """Read a machine-readable date of a page: ISO 8601 in the spellings that pages have; None for any other.

    A time without a zone gives its day only.
    """
    stripped = re.sub(r"\.\d{1,9}(?=[Zz+-]|$)", "", words.strip())
    stripped = re.sub(r"([+-]\d{2}):?(\d{2})$", r"\1:\2", stripped.replace(" +", "+").replace(" UTC", "Z"))
    try:
        found = datetime.fromisoformat(stripped.replace("z", "Z"))
    except ValueError:
        day = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", stripped, re.ASCII)
        if day is None:
            line = stamp(stripped)
            return line.moment if line else None
        return _date(int(day[1]), int(day[2]), int(day[3]))
    if found.tzinfo is None:
        return found.date()
    return found


def _moment(match: re.Match[str]) -> date | None:
    """Put day and clock together."""
    day = _day(match)
    if day is None:
        return None
    suffix = "" if match["hour"] else "2"
    zone = _zone(match[f"zone{suffix}"])
    if not match[f"hour{suffix}"] or zone is None:
        return day
    hour, minute = int(match[f"hour{suffix}"]), int(match[f"minute{suffix}"])
    half = (match[f"half{suffix}"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
    except ValueError:
        return day


def _day(match: re.Match[str]) -> date | None:
    """Read the day."""
    if match["y1"]:
        return _date(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    number = "2" if match["y2"] else "3"
    month = _MONTHS.index(match[f"m{number}"].lower()[:3]) + 1
    return _date(int(match[f"y{number}"]), month, int(match[f"d{number}"]))


def _date(year: int, month: int, day: int) -> date | None:
    """Make a day; None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _zone(name: str | None) -> timezone | None:
    """Return a zone by its name; None when it is missing or means several."""
    if not name:
        return None
    if name[0] in "+-":
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        return timezone(timedelta(minutes=minutes if name[0] == "+" else -minutes)) if minutes < 24 * 60 else None
    minutes = _ZONES.get(name.upper(), -1)
    return None if minutes < 0 else UTC if minutes == 0 else timezone(timedelta(minutes=minutes))

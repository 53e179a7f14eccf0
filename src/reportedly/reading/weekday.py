"""Days of the week, and which one a bare name means."""

import re
from datetime import date

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of, named, shift, weekday
from reportedly.reading.date import dated, ordinal, placed
from reportedly.reading.timeform import (
    COUNT,
    DAY,
    FULL_WEEKDAY,
    GAP,
    MONTH,
    NUMBERS,
    PART,
    WORDS,
    YEAR,
    Anchor,
    Form,
    Reading,
    Setting,
    amount,
    form,
    number,
    row,
)

_REL = r"(?:last|next|this(?:" + GAP + r"(?:past|coming))?|past|previous|coming|following)"
_STARTS = frozenset(f"{day}s" for day in WORDS["weekday"]) | frozenset(
    {"early", "late", "the", "last", "next", "this", "past", "previous", "coming", "following"}
)

# What may follow "Monday the 27th"; "Tuesday the first" of something is no date.
_AFTER_NUMBER = r"\s*(?:[.,;:!?)]|$|(?:at|around|by|before|after|from|in|until)\b|[0-9]|[a-z]+\s[ap]\.?m)"


def forms() -> tuple[Form, ...]:
    """Return the forms of weekdays."""
    # fmt: off
    week = r"(?P<week>last|next|this|previous|following)" + GAP + r"week(?:,|" + GAP + r"-)?" + GAP + r"(?P<wd>" + FULL_WEEKDAY + ")"
    weeks = (
        r"(?P<in>in" + GAP + r")?(?P<n>" + COUNT + ")" + GAP + r"weeks?(?:['’]s?)?[\s ]{0,4}"
        r"(?P<side>ago|hence|from" + GAP + r"(?:now|today)|time|(?=\W|$))"
    )
    mod = r"(?P<mod>(?:early|late)(?:" + GAP + r"on)?" + GAP + r")?(?:(?P<rel>" + _REL + ")" + GAP + r")?"
    name = r"(?P<wd>" + FULL_WEEKDAY + r")(?P<many>s)?\b"
    nth = r"(?P<nth>,?" + GAP + r"the" + GAP + r"(?:" + spelled.DAY + r"|[0-3]?[0-9](?:st|nd|rd|th))(?=" + _AFTER_NUMBER + r"))?"
    part = r"(?:" + GAP + "(?P<part>" + PART + r"))?"
    of_week = (
        r"(?:" + GAP + r"(?:of" + GAP + r")?(?P<week>last|this|next|the" + GAP + r"(?:following|next|previous))" + GAP + "week)?"
    )
    # fmt: on
    return (
        form({"last", "next", "this", "previous", "following"}, week, _of_week),
        form(set(WORDS["weekday"]), r"(?P<wd>" + FULL_WEEKDAY + r")\b,?" + GAP + weeks, _weeks_away),
        form(
            {"#", *NUMBERS["cardinal"]},
            r"(?P<n>"
            + COUNT
            + ")"
            + GAP
            + r"(?P<wd>"
            + FULL_WEEKDAY
            + r")s?"
            + GAP
            + r"(?P<side>ago|hence|from"
            + GAP
            + "(?:now|today))",
            _weekdays_away,
        ),
        form(_STARTS | set(WORDS["weekday"]), mod + name + nth + part + of_week, _weekday),
    )  # fmt: skip


# As far as a weekday with a number may lie from publication; the same pair comes again after some months.
_MONTHS = 6
_PAPER = re.compile(GAP + r"(?:Times|Telegraph|Mirror|Express|Mail|Herald|World|Post|Star|Independent)\b")

_ASIDE = re.compile(
    r"\s?\((?:(?P<month>" + MONTH + r")\b\.?\s(?P<day>" + DAY + r")|(?P<first>" + DAY + r")\s(?P<later>" + MONTH + r")\b\.?)(?:,?\s(?P<year>" + YEAR + r"))?\)",
    re.IGNORECASE,
)  # fmt: skip


def _weekday(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Monday", "last Friday", "late Monday", "Tuesday morning", "Friday of last week", "Mondays"."""
    if not (match["wd"][0].isupper() or match["nth"] or match["wd"].lower().endswith("day")) or _PAPER.match(
        setting.text, match.end()
    ):
        return None
    if setting.text[max(0, match.start() - 8) : match.start()] == "Mail on " or setting.previous(match.start()) in {
        "bloody",
        "black",
    }:
        return None
    count = number(match["wd"], "weekday")
    if match["many"]:
        return Reading(*match.span(), "SET", f"XXXX-WXX-{count}")
    if match["nth"]:
        found = _numbered(match["nth"], count, setting)
        return dated(match, named(found), "published", found) if found or not setting.published else None
    found, anchor = _in_brackets(match, count, setting) or _weekday_meant(match, count, setting)
    if match["part"]:
        code = str(row("part", match["part"])["code"])
        value = f"{found.isoformat()}T{code}" if found else None
        return Reading(*match.span(), "TIME", value, anchor if value else None, found)
    return dated(match, named(found), anchor, found)


def _in_brackets(match: re.Match[str], count: int, setting: Setting) -> tuple[date, Anchor] | None:
    """Return the day that brackets after the weekday give ("Saturday (May 3)"); None where they give none that fits."""
    aside = _ASIDE.match(setting.text, match.end())
    if aside is None:
        return None
    month, day = aside["month"] or aside["later"], aside["day"] or aside["first"]
    found, anchor = placed(number(month, "month"), ordinal(day), aside["year"], setting, match["wd"])
    return (found, anchor) if found and found.isoweekday() == count else None


def _of_week(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "next week Wednesday"."""
    if setting.published is None:
        return dated(match, None, "published")
    step = {"last": -1, "previous": -1, "this": 0}.get(match["week"].lower(), 1)
    days = 7 * step - setting.published.isoweekday() + number(match["wd"], "weekday")
    found = shift(setting.published, days, "day")
    return dated(match, named(found), "published", found)


def _weeks_away(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Monday two weeks from now", "Friday three weeks ago"."""
    count = amount(match["n"])
    if count is None or count != int(count) or (match["side"] in {"", "time"}) != bool(match["in"]):
        return None
    if setting.published is None:
        return dated(match, None, "published")
    weeks = -int(count) if match["side"].lower() == "ago" else int(count)
    found = shift(setting.published, number(match["wd"], "weekday") - setting.published.isoweekday() + 7 * weeks, "day")
    return dated(match, named(found), "published", found)


def _weekdays_away(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "two Sundays ago", "three Fridays from now"."""
    count = amount(match["n"])
    if not count or count != int(count):
        return None
    direction = -1 if match["side"].lower() == "ago" else 1
    nearest = setting.published and weekday(setting.published, number(match["wd"], "weekday"), direction, strictly=True)
    found = nearest and shift(nearest, direction * (int(count) - 1), "week")
    return dated(match, named(found), "published", found)


def _numbered(words: str, count: int, setting: Setting) -> date | None:
    """Return the day nearest to publication that has the weekday and the number ("Monday the 27th")."""
    published = setting.published
    words = words.replace(",", " ").split(maxsplit=1)[-1]
    number_of_day = int(re.sub(r"\D", "", words)) if words[0].isdigit() else spelled.day(words)
    if published is None:
        return None
    months = [shift(published.replace(day=1), step, "month") for step in range(-_MONTHS, _MONTHS + 1)]
    days = [day_of(first.year, first.month, number_of_day) for first in months if first]
    fitting = [day for day in days if day and day.isoweekday() == count]
    return min(fitting, key=lambda day: abs((day - published).days), default=None)


def _weekday_meant(match: re.Match[str], count: int, setting: Setting) -> tuple[date | None, Anchor]:  # noqa: PLR0911 - one return for each word before the day
    """Return the day that a weekday's name means beside the words around it."""
    published, rel = setting.published, (match["rel"] or "").lower()
    if rel == "following" and setting.before:
        return weekday(setting.before, count, 1, strictly=True), "text"
    if published is None:
        return None, "published"
    if match["week"]:
        word = match["week"].lower().split()[-1]
        base = setting.before or published if word in {"following", "previous"} else published
        step = {"last": -1, "previous": -1, "this": 0}.get(word, 1)
        monday = shift(base, 7 * step - base.weekday(), "day")
        return monday and shift(monday, count - 1, "day"), "published"
    if rel in {"last", "past", "previous", "this past"}:
        return weekday(published, count, -1, strictly=True), "published"
    if rel in {"next", "coming", "this coming", "following"}:
        return weekday(published, count, 1, strictly=True), "published"
    if rel == "this":
        return shift(published, count - published.isoweekday(), "day"), "published"
    possessive = setting.text[match.end() : match.end() + 2] in {"'s", "’s"}
    return weekday_meant(count, setting, back=possessive)


def weekday_meant(count: int, setting: Setting, *, back: bool = False) -> tuple[date | None, Anchor]:
    """Return the day that a bare weekday means.

    Args:
        count: ISO weekday, 1 to 7.
        setting: Where it stands.
        back: It looks back whatever the verbs say.
    """
    if setting.published is None:
        return None, "published"
    return weekday(setting.published, count, 1 if not back and setting.ahead() else -1), "published"

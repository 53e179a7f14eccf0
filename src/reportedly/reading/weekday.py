"""Days of the week, and which one a bare name means."""

import re
from datetime import date

from reportedly.reading.calendar import named, shift, weekday
from reportedly.reading.date import dated
from reportedly.reading.timeform import (
    FULL_WEEKDAY,
    GAP,
    PART,
    WORDS,
    Anchor,
    Form,
    Reading,
    Setting,
    form,
    number,
    row,
)

_REL = r"(?:last|next|this(?:" + GAP + r"(?:past|coming))?|past|previous|coming|following)"
_STARTS = frozenset(f"{day}s" for day in WORDS["weekday"]) | frozenset(
    {"early", "late", "the", "last", "next", "this", "past", "previous", "coming", "following"}
)


def forms() -> tuple[Form, ...]:
    """Return the forms of weekdays."""
    return (
        form(
            _STARTS | set(WORDS["weekday"]),
            r"(?P<mod>(?:early|late)(?:"
            + GAP
            + r"on)?"
            + GAP
            + r")?(?:(?P<rel>"
            + _REL
            + ")"
            + GAP
            + r")?(?P<wd>"
            + FULL_WEEKDAY
            + r")(?P<many>s)?(?:"
            + GAP
            + "(?P<part>"
            + PART
            + r"))?(?:"
            + GAP
            + r"(?:of"
            + GAP
            + r")?(?P<week>last|this|next)"
            + GAP
            + "week)?",
            _weekday,
        ),
    )


_PAPER = re.compile(GAP + r"(?:Times|Telegraph|Mirror|Express|Mail|Herald|World|Post|Star|Independent)\b")


def _weekday(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Monday", "last Friday", "late Monday", "Tuesday morning", "Friday of last week", "Mondays"."""
    if not match["wd"][0].isupper() or _PAPER.match(setting.text, match.end()):
        return None
    if setting.text[max(0, match.start() - 8) : match.start()] == "Mail on " or setting.previous(match.start()) in {
        "bloody",
        "black",
    }:
        return None
    count = number(match["wd"], "weekday")
    if match["many"]:
        return Reading(*match.span(), "SET", f"XXXX-WXX-{count}")
    found, anchor = _weekday_meant(match, count, setting)
    if match["part"]:
        code = str(row("part", match["part"])["code"])
        value = f"{found.isoformat()}T{code}" if found else None
        return Reading(*match.span(), "TIME", value, anchor if value else None, found)
    return dated(match, named(found), anchor, found)


def _weekday_meant(match: re.Match[str], count: int, setting: Setting) -> tuple[date | None, Anchor]:  # noqa: PLR0911 - one return for each word before the day
    """Return the day that a weekday's name means beside the words around it."""
    published, rel = setting.published, (match["rel"] or "").lower()
    if rel == "following" and setting.before:
        return weekday(setting.before, count, 1, strictly=True), "text"
    if published is None:
        return None, "published"
    if match["week"]:
        step = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
        monday = shift(published, 7 * step - published.weekday(), "day")
        return monday and shift(monday, count - 1, "day"), "published"
    if rel in {"last", "past", "previous", "this past"}:
        return weekday(published, count, -1, strictly=True), "published"
    if rel in {"next", "coming", "this coming", "following"}:
        return weekday(published, count, 1, strictly=True), "published"
    if rel == "this":
        return shift(published, count - published.isoweekday(), "day"), "published"
    possessive = setting.text[match.end() : match.end() + 2] in {"'s", "’s"}
    return weekday(published, count, 1 if not possessive and setting.ahead() else -1), "published"

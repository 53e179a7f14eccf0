"""Parts of days: "this morning", "that night", "the early hours of Sunday", "dawn on Monday"."""

import re
from datetime import date

from reportedly.reading.calendar import shift
from reportedly.reading.timeform import GAP, PART, WORDS, Anchor, Form, Reading, Setting, form, one_of, row

OF_DAY = re.compile(
    r"(?:the" + GAP + r")?(?P<part>early" + GAP + r"hours|small" + GAP + r"hours|" + one_of(WORDS["part"]) + r")" + GAP
    + r"(?:(?:of|on)" + GAP + r"(?:the" + GAP + r"(?=[0-9a-z]{1,12}" + GAP + r"of\b))?|(?<=[dknte] )(?=[A-Z]))",
    re.IGNORECASE,
)  # fmt: skip
"""Pattern of a part of a day before its day: "the night of", "dawn on"."""

LEADS = frozenset({"early", "small", *WORDS["part"]})
# Words before "dawn" and the like that make them a time, whatever follows.
_BEFORE = frozenset(
    {"at", "before", "by", "until", "till", "since", "around", "about", "after", "from", "to", "during"}
)
_ALONE = ("dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall", "lunchtime")


def forms() -> tuple[Form, ...]:
    """Return the forms."""
    return (
        form({"this", "last", "earlier", "later", "early", "late"}, r"(?:(?:earlier|later|early|late)" + GAP + r")?(?P<rel>this|last)" + GAP + r"(?P<part>" + PART + ")", _this_part),
        form({"the", "that", "same", "later", "earlier", "next", "late", "early"}, r"(?:(?:later|earlier|late|early)" + GAP + r")?(?:the" + GAP + r"(?:very" + GAP + r")?)?(?P<rel>next|following|previous|same|that(?:" + GAP + r"same|" + GAP + r"very)?)" + GAP + r"(?P<unit>day|" + PART + r")", _that_day),
        form(_ALONE, r"(?P<part>" + one_of(_ALONE) + ")", _alone),
        form({"the"}, r"the" + GAP + r"(?P<part>early" + GAP + r"hours|small" + GAP + r"hours)", _alone),
    )  # fmt: skip


def code(words: str) -> str:
    """Return the TIMEX3 code of a part of the day as it stands in the text."""
    return "MO" if words.lower().endswith("hours") else str(row("part", words)["code"])


def on(match: re.Match[str], found: date | None, part: str, anchor: Anchor) -> Reading:
    """Return the reading of a part of a day; without a day it hangs on nothing.

    Args:
        match: The words.
        found: The day.
        part: TIMEX3 code of the part; empty for the whole day.
        anchor: What the day hangs on.
    """
    value = found.isoformat() + (f"T{part}" if part else "") if found else None
    return Reading(*match.span(), "TIME" if part else "DATE", value, anchor if value else None, found)


def _this_part(match: re.Match[str], setting: Setting) -> Reading:
    """Read "this morning", "last night"."""
    step = -1 if match["rel"].lower() == "last" else 0
    day = setting.published and shift(setting.published, step, "day")
    return on(match, day, code(match["part"]), "published")


def _that_day(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the next day", "that night", "the same day": beside the day named last."""
    rel = match["rel"].lower()
    if rel == "next" and match[0].lower().startswith("next"):
        return None
    step = {"next": 1, "following": 1, "previous": -1}.get(rel, 0)
    unit = match["unit"].lower()
    found = setting.day and shift(setting.day, step, "day")
    return on(match, found, "" if unit == "day" else code(unit), "text")


def _alone(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "at dawn", "in the early hours": on the day the sentence tells of, else on that of publication."""
    if match["part"].lower() in _ALONE and (
        match["part"][0].isupper() or setting.previous(match.start()) not in _BEFORE
    ):
        return None
    day, anchor = (setting.spoken, _TEXT) if setting.spoken else (setting.published, _PUBLISHED)
    return on(match, day, code(match["part"]), anchor)


_PUBLISHED: Anchor = "published"
_TEXT: Anchor = "text"

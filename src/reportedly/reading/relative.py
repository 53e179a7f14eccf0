"""Times that hang on another one: on the day of publication, or on the day the text named last."""

import re
from dataclasses import replace

from reportedly.reading.beside import clocked
from reportedly.reading.calendar import named, shift, value_of
from reportedly.reading.date import dated
from reportedly.reading.part import code, on
from reportedly.reading.timeform import (
    COUNT,
    GAP,
    PART,
    UNIT,
    WORDS,
    Anchor,
    Form,
    Reading,
    Setting,
    amount,
    form,
    one_of,
    row,
)

_ABOUT = r"(?P<about>(?:(?:just|a" + GAP + r"little|slightly)" + GAP + r")?(?:about|around|almost|nearly|roughly|approximately|some|over|under|more" + GAP + r"than|less" + GAP + r"than|at" + GAP + r"least|exactly)" + GAP + ")?"  # fmt: skip
_ABOUT_STARTS = {
    "just",
    "about",
    "around",
    "almost",
    "nearly",
    "roughly",
    "approximately",
    "some",
    "over",
    "more",
    "less",
    "at",
    "exactly",
}
_COUNT_STARTS = {"#", "half", "several", "many", "few", "couple", "dozens", "hundreds", "a", "an"}
_LARGE = r"(?:(?:calendar|working|work|business)?(?:" + GAP + r")?(?:week|month|year)|quarter|decade|century|weekend)"
_PUBLISHED: Anchor = "published"
_TEXT: Anchor = "text"
_MOD = (
    r"(?:(?P<mod>early|earlier|late|later|mid|(?:the"
    + GAP
    + r")?(?:very"
    + GAP
    + r")?(?:beginning|start|end|middle|close)"
    + GAP
    + r"of)(?:[\s-]{1,2}in)?[\s-]{1,2})?"
)
_MOD_STARTS = {"early", "earlier", "late", "later", "mid", "the", "beginning", "start", "end", "middle", "close"}
_REL_STARTS = {"last", "next", "this", "past", "previous", "coming", "current", "following", "same", "that"}
# Coarsest part of the calendar that "N units ago" can mean: TIMEX3 names the unit that was counted.
# A day farther from publication than a week is told of in passing.
_NEAR_DAYS = 7
_IN_THE_DAY = re.compile(r"\b(?:later?|earlier|early|midway|afterwards) in\s+$", re.IGNORECASE)
_OF_THE_DAY = re.compile(
    r"\b(?:end(?:ed|s|ing)?|finish(?:ed|es|ing)?|clos(?:ed|es|ing)|start of|rest of|for)\s+$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|on|in|during|rest of|remainder of)\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$|(?:and|but|as|while|after|before|to|ended|so|when|he|she|it|they)\b)")
_DAY_GOES_ON = re.compile(r"\s+(?:that|when|before|after|of|he|she|it|they|we|I|you|the|a|to|his|her|its)\b|-")
_GRAIN = {"second": None, "minute": None, "hour": None, "day": "day", "week": "week", "month": "month", "year": "year", "decade": "year", "century": "year", "quarter": "quarter", "weekend": "weekend"}  # fmt: skip


def forms(cardinals: frozenset[str]) -> tuple[Form, ...]:
    """Return the forms; ``cardinals`` are the words that begin a count."""
    counts = _COUNT_STARTS | cardinals
    half = r"(?P<half>" + GAP + r"and" + GAP + r"a" + GAP + r"half)?"
    tail = r"(?P<tail>" + GAP + r"and" + GAP + r"a" + GAP + r"half)?"
    count = r"(?P<n>" + COUNT + r")" + half + r"[\s-]{1,2}(?P<unit>" + UNIT + r")\b" + tail
    several = (
        r"(?P<lengths>"
        + COUNT
        + GAP
        + UNIT
        + r"\b(?:(?:,"
        + GAP
        + "and|,|"
        + GAP
        + "and)?"
        + GAP
        + COUNT
        + GAP
        + UNIT
        + r"\b){1,4})"
    )
    return (
        form({"the"}, r"the" + GAP + r"day" + GAP + r"(?P<side>before" + GAP + r"yesterday|after" + GAP + r"tomorrow)", _beyond),
        form({*WORDS["day"], "earlier", "later"}, r"(?:(?:earlier|later)" + GAP + r"(?=today|tonight))?(?P<word>" + one_of(WORDS["day"]) + r")\b(?:['’]s)?(?:" + GAP + r"(?P<part>" + PART + r"))?", _day_word),
        form({"the", "a"}, r"(?:the|a)" + GAP + r"(?P<unit>day|week|month|year|decade|night)" + GAP + r"(?P<side>before|after|earlier|later)(?!" + GAP + r"(?:the|a|an|his|her|its|their|he|she|it|they|last|next|that|which|" + r"[A-Z0-9]))", _day_beside),
        form(counts, several + GAP + r"(?P<side>ago|from" + GAP + r"(?:now|today)|later|earlier)(?!" + GAP + "than)", _summed),
        form({"year", "month", "week", "quarter", "the"}, r"(?:the" + GAP + r")?(?P<unit>year|month|week|quarter)(?:['’]s" + GAP + r"|-)end", _in_the),
        form({"mid", "midyear", "midweek"}, r"mid[\s-]?(?P<unit>year|month|week)", _in_the),
        form({"year", "the"}, r"(?:the" + GAP + r")?(?P<unit>year)[\s-]to[\s-]date", _in_the),
        form(_ABOUT_STARTS | counts, _ABOUT + count + GAP + r"(?P<side>ago(?:" + GAP + r"(?:today|tomorrow|yesterday))?|from" + GAP + r"now|hence|from" + GAP + r"today)", _ago),
        form({"in"}, r"in" + GAP + count + r"['’]s?" + GAP + r"(?P<side>time)", _ago),
        form({"in"}, r"in" + GAP + r"(?:about" + GAP + r"|around" + GAP + r")?" + count + r"(?P<side>)(?:" + GAP + r"from" + GAP + r"(?:now|today))?", _ahead),
        form(counts, count + GAP + r"(?P<side>later|earlier|afterwards?|beforehand)(?!" + GAP + r"than)", _later),
        form(_MOD_STARTS | _REL_STARTS, _MOD + r"(?:the" + GAP + r")?(?P<rel>last|next|this(?:" + GAP + r"(?:past|coming))?|past|previous|coming|current|following|same|that(?:" + GAP + r"same)?)" + GAP + r"(?P<unit>" + _LARGE + r")", _large),
        form(_MOD_STARTS, r"(?:(?P<mod>early|earlier|late|later|(?:the" + GAP + r")?(?:very" + GAP + r")?(?:beginning|start|end|middle|close)" + GAP + r"of)" + GAP + r")(?:in" + GAP + r")?the" + GAP + r"(?P<unit>week|month|year|decade)", _in_the),
        form({"end", "beginning", "start"}, r"(?:end|beginning|start)" + GAP + r"of" + GAP + r"(?P<unit>month|year|week|decade)", _in_the),
        form({"early", "late"}, r"(?P<in>late|early)" + GAP + r"in" + GAP + r"the" + GAP + r"(?P<unit>day)", _the_day),
        form({"the"}, r"(?P<in>)the" + GAP + r"(?P<unit>day)", _the_day),
        form({"the"}, r"the" + GAP + r"(?P<unit>year|month|week|quarter)", _the_stretch),
        form({"the", "end", "close"}, r"(?:the" + GAP + r")?(?:end|close)" + GAP + "of" + GAP + r"(?:(?:the" + GAP + r")?day|business|play|trading)", _by_the_end),
        form({"the", "weekend"}, r"the" + GAP + r"(?P<unit>weekend)", _the_weekend),
    )  # fmt: skip


def _beyond(match: re.Match[str], setting: Setting) -> Reading:
    """Read "the day before yesterday"."""
    found = setting.published and shift(setting.published, -2 if match["side"].lower()[0] == "b" else 2, "day")
    return dated(match, named(found), "published", found)


def _day_word(match: re.Match[str], setting: Setting) -> Reading:
    """Read "today", "yesterday morning", "tonight"."""
    about = row("day", match["word"])
    found = setting.published and shift(setting.published, int(about["days"]), "day")
    part = code(match["part"]) if match["part"] else str(about.get("part", ""))
    read = on(match, found, part, "published")
    if match[0].endswith(("'s", "’s")):
        return Reading(read.start, read.end - 2, read.type, read.value, read.anchor, read.day)
    return read


def _day_beside(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the day before", "a year earlier": beside the day named last."""
    side, unit = match["side"].lower(), match["unit"].lower()
    base = setting.day if unit in {"day", "night"} else setting.before
    if match[0].lower().startswith("a") and side in {"before", "after"}:
        return None
    unit = "day" if unit == "night" else unit
    found = base and shift(base, -1 if side in {"before", "earlier"} else 1, unit)
    grain = "year" if unit == "decade" else unit
    return dated(match, named(found, grain), "text", found)


def _counted(match: re.Match[str]) -> tuple[float | None, str, int]:
    """Return how many, the calendar's unit, and how many of it each word means."""
    about = row("unit", match["unit"])
    count = amount(match["n"])
    if count is not None and (match["half"] or match["tail"]):
        count += 0.5
    unit, times = str(about["of"]), int(about["times"])
    if unit == "quarter":
        return count, unit, 1
    return count, unit, times


def _stepped(match: re.Match[str], setting: Setting, direction: int, *, text: bool = False) -> Reading:
    """Return the reading of a count of units from publication, or from the day that the text named last."""
    count, unit, times = _counted(match)
    told = setting.day if unit == "day" else setting.before
    base, anchor = (told, _TEXT) if text else (setting.published, _PUBLISHED)
    minute = clocked(setting.minute if text else setting.clock, count, match["unit"], direction)
    if minute:
        return Reading(*match.span(), "TIME", minute[0], anchor, minute[1])
    grain = _GRAIN[unit]
    if count is None or base is None or grain is None:
        return dated(match, None if count is not None or base is None else _vague_side(direction), anchor)
    if count != int(count) and unit == "year":
        found = shift(base, round(direction * count * 12), "month")
    else:
        # A decade is counted in the lexicon as ten years; the day arithmetic knows it as a unit of its own.
        factor = 1 if unit in {"decade", "century"} else times
        found = shift(base, round(direction * count * factor), unit)
    return dated(match, named(found, grain), anchor, found)


def _vague_side(direction: int) -> str:
    """Return the TIMEX3 value of a time that is only before or after."""
    return "PAST_REF" if direction < 0 else "FUTURE_REF"


def _ago(match: re.Match[str], setting: Setting) -> Reading:
    """Read "about six months ago", "two weeks from now"."""
    return _stepped(match, setting, -1 if match["side"].lower().startswith("ago") else 1)


def _summed(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "two years, one month and three days ago": named by the least unit that is counted."""
    side = match["side"].lower()
    direction = -1 if side in {"ago", "earlier"} else 1
    text = side in {"later", "earlier"}
    found = setting.day if text else setting.published
    grain: str | None = "day"
    for one in re.finditer("(" + COUNT + ")" + GAP + "(" + UNIT + r")\b", match["lengths"], re.IGNORECASE):
        count, about = amount(one[1]), row("unit", one[2])
        grain = _GRAIN[str(about["of"])]
        if count is None or count != int(count) or grain is None:
            return None
        found = found and shift(
            found,
            direction * int(count) * int(about["times"]) if grain != "year" else direction * int(count),
            str(about["of"]),
        )
    return dated(match, named(found, grain or "day"), _TEXT if text else _PUBLISHED, found)


def _ahead(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "in two weeks" where its verb looks ahead; else it is a length."""
    if match.end() > match.end("side"):
        return replace(_stepped(match, setting, 1), start=match.start("n"))
    return _stepped(match, setting, 1) if setting.ahead() and _counted(match)[0] is not None else None


def _later(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "three days later": from the day named last."""
    direction = -1 if match["side"].lower() in {"earlier", "beforehand"} else 1
    if _GRAIN[_counted(match)[1]] is None and setting.minute is None:
        return None
    return _stepped(match, setting, direction, text=True)


def _large(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "last week", "earlier this year", "the end of last month", "that year"."""
    rel, unit = " ".join(match["rel"].lower().split()), match["unit"].lower()
    unit = next(one for one in ("weekend", "week", "month", "year", unit) if unit.endswith(one))
    in_text = rel in {"following", "same", "that", "that same"} or (
        rel in {"next", "previous"} and setting.text[: match.start("rel")].lower().endswith("the ")
    )
    base = setting.before if in_text else setting.published
    step = {
        "last": -1,
        "past": -1,
        "previous": -1,
        "this past": -1,
        "next": 1,
        "coming": 1,
        "following": 1,
        "this coming": 1,
    }.get(rel, 0)
    if rel == "past" and (unit in {"decade", "century"} or match[0].lower().startswith("the")):
        return None
    found = base and shift(base, step, unit)
    return dated(match, named(found, unit), "text" if in_text else "published", found)


def _in_the(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "later in the year", "the beginning of the year"."""
    unit = match["unit"].lower()
    return dated(match, named(setting.published, unit), "published", setting.published)


def _the_day(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the day" where it is the one the text tells of: "later in the day", "ended the day at"."""
    start = max(0, match.start() - 24)
    if not (match["in"] or _IN_THE_DAY.search(setting.text, start, match.start())):
        if not _OF_THE_DAY.search(setting.text, start, match.start()):
            return None
        if _DAY_GOES_ON.match(setting.text, match.end()):
            return None
    before, published = setting.day, setting.published
    if before and published and abs((published - before).days) > _NEAR_DAYS:
        before = published
    return dated(match, named(before), "text", before)


def _by_the_end(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "by the end of the day", "before close of business"; "at the end of the day" is mostly a turn of phrase."""
    if setting.previous(match.start()) not in {"by", "until", "till", "before", "towards", "toward"}:
        return None
    day, anchor = (setting.spoken, _TEXT) if setting.spoken else (setting.published, _PUBLISHED)
    return dated(match, named(day), anchor, day)


def _the_stretch(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "up 20 percent for the year", "the rest of the week": the one told of, else that of publication."""
    if not _FOR.search(setting.text, max(0, match.start() - 16), match.start()) or not _ENDS.match(
        setting.text, match.end()
    ):
        return None
    unit, told = match["unit"].lower(), setting.told
    if told and setting.before and value_of(setting.before, unit) == told:
        return dated(match, told, "text", setting.before)
    return dated(match, named(setting.published, unit), "published", setting.published)


def _the_weekend(match: re.Match[str], setting: Setting) -> Reading:
    """Read "the weekend": the last one, or the next when the verb looks ahead."""
    published = setting.published
    step = 0 if published is None or published.weekday() >= 5 or setting.ahead() else -1  # noqa: PLR2004 - Saturday
    found = published and shift(published, step, "week")
    return dated(match, named(found, "weekend"), "published", found)

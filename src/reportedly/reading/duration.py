"""Lengths of time, and times that come again."""

import re

from reportedly.reading.timeform import (
    COUNT,
    FULL_WEEKDAY,
    GAP,
    MONTH,
    NUMBERS,
    PART,
    UNIT,
    WORDS,
    Form,
    Reading,
    Setting,
    amount,
    form,
    number,
    one_of,
    row,
)

_FURTHER = re.compile(r"(?:," + GAP + "and|,|" + GAP + "and)?" + GAP + "(" + COUNT + r")[\s-]([a-z]+)", re.IGNORECASE)
_AGO = re.compile(r"\s+(?:ago|later|earlier|hence|from\s+now)\b", re.IGNORECASE)
_QUOTES = frozenset("\"'“‘")
# "The Spanish daily El Correo", "a daily that said" are newspapers.
_PRINTS = re.compile(r"\s(?:says?|said|reports|reported|writes|wrote|quoted|cited|claimed|published|that|which)\b")
_PAPER = re.compile(r"\b[A-Z]\w+ (?:daily|weekly|monthly) [A-Z]")
_COUNT_STARTS = {"#", "half", "several", "many", "few", "couple", "dozens", "hundreds", "a", "an"}
_MORE_STARTS = {"over", "under", "nearly", "almost", "less", "at"}
_OLD = re.compile(r"[\s-]{1,2}(?:old|olds|of" + GAP + r"age)\b", re.IGNORECASE)
# Words after which "a year" is a length; after any other word it is a rate.
_BEFORE_LENGTH = frozenset(
    [
        "for",
        "in",
        "over",
        "within",
        "after",
        "about",
        "than",
        "nearly",
        "almost",
        "of",
        "take",
        "takes",
        "took",
        "lasted",
        "last",
        "under",
        "through",
        "during",
        "only",
        "just",
        "least",
        "up",
        "to",
        "every",
        "another",
        "whole",
        "full",
        "spend",
        "spent",
        "is",
        "was",
        "be",
        "around",
        "roughly",
        "as",
        "half",
    ]
)
_BEFORE_PLURAL = frozenset(
    [
        "for",
        "after",
        "within",
        "in",
        "over",
        "took",
        "take",
        "takes",
        "taking",
        "spent",
        "spending",
        "lasting",
        "recent",
        "coming",
        "just",
    ]
)
# Short units that are other words where no digits stand before them.
_SHORT = frozenset({"second", "min", "hr", "yr", "h", "sec"})
_PLURAL = r"(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)"
_PLAIN = r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)"
# Units from the longest: "two years and three months" is one length, "two months, three years" are two.
_ORDER = ("year", "month", "week", "day", "hour", "minute", "second")
_SKIPPED = (
    r"(?:" + GAP + r"(?:more|consecutive|straight|full|whole|solid|long|further|additional|calendar|working|business))?"
)


def forms(cardinals: frozenset[str]) -> tuple[Form, ...]:
    """Return the forms; ``cardinals`` are the words that begin a count."""
    counts = _COUNT_STARTS | cardinals
    half = r"(?P<half>" + GAP + r"and" + GAP + r"(?:a" + GAP + r"(?:half|quarter)|three" + GAP + r"quarters))?"
    unit = _SKIPPED + r"[\s-]{0,2}(?P<unit>" + UNIT + r")\b"
    count = r"(?P<n>" + COUNT + r")" + half + unit
    more = r"(?P<more>(?:over|under|nearly|almost|less" + GAP + r"than|at" + GAP + r"least)" + GAP + r")?"
    tail = r"(?P<tail>" + GAP + r"and" + GAP + r"a" + GAP + r"(?:half|quarter))?"
    rest = r"(?P<rest>(?:(?:," + GAP + "and|,|" + GAP + "and)?" + GAP + COUNT + r"[\s-]" + _PLAIN + r"\b){0,4})"
    to = (
        r"(?P<least>"
        + COUNT
        + r")(?P<to>\s?[-–]\s?|"
        + GAP
        + r"(?:to|or|and)"
        + GAP
        + r")(?P<n>"
        + COUNT
        + r")(?P<half>)(?P<tail>)"
        + unit
    )
    return (
        form({"every", "each"}, r"(?:every|each)" + GAP + r"(?:(?P<other>other|second|few|" + COUNT + r")" + GAP + r")?(?P<unit>" + UNIT + "|" + FULL_WEEKDAY + "|" + MONTH + "|" + PART + r")(?:" + GAP + r"and" + GAP + r"(?P<and>" + FULL_WEEKDAY + r"))?", _every),
        form({"weekends"}, "weekends", _weekends),
        form(set(WORDS["often"]) | {"semi"}, r"(?P<word>" + one_of(WORDS["often"]) + ")", _often),
        form({"the", "last", "past", "next", "coming", "recent", "previous", "first", "final"}, r"(?:the" + GAP + r")?(?P<rel>last|past|next|coming|recent|previous|first|final)" + GAP + r"(?:(?P<n>" + COUNT + r")" + half + GAP + r")?(?P<unit>" + UNIT + r")\b(?!-)", _stretch),
        form(counts, to, _least_and_most),
        form({"some"}, r"some" + GAP + r"(?P<unit>" + _PLURAL + ")", _some),
        form({"single"}, r"single-(?P<unit>day|night|week|month|year)", _whole),
        form(counts | _MORE_STARTS, more + count + tail + rest + r"(?:[\s-]long)?", _length),
        form({"all", "another"}, r"(?P<n>all|another)" + GAP + r"(?P<unit>day|night|week|weekend|month|year|hour|decade)", _whole),
        form({word for word in WORDS["unit"] if len(word) > 2 and word not in {"min", "yrs", "hrs"}}, r"(?:(?P<unit>days?|weeks?|months?|years?|decades?|hours)-long|(?P<aged>years|decades|months|weeks)-old)", _long),  # noqa: PLR2004 - short words are abbreviations
        form({word for word in WORDS["unit"] if word.endswith("s")}, r"(?P<unit>" + _PLURAL + ")", _many),
    )  # fmt: skip


def written(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units; X for a number that is not said.

    >>> written(5.5, "hours"), written(2, "decades"), written(None, "years")
    ('PT5H30M', 'P20Y', 'PXY')
    """
    about = row("unit", unit)
    code, times = str(about["code"]), int(about["times"])
    if count is None:
        return code % "X"
    if about["of"] == "hour" and count != int(count):
        minutes = round(60 * (count - int(count)))
        return f"PT{int(count)}H{minutes}M" if int(count) else f"PT{minutes}M"
    return code % f"{count * times:.10g}"


def _read(match: re.Match[str], value: str, kind: str = "DURATION") -> Reading:
    """Return a reading that hangs on nothing."""
    return Reading(*match.span(), "SET" if kind == "SET" else "DURATION", value)


def _count(match: re.Match[str]) -> float | None:
    """Return how many, halves counted in."""
    count = amount(match["n"])
    if count is None:
        return None
    tail = str(match.groupdict().get("tail") or "").lower()
    return count + fraction(str(match["half"] or tail))


def fraction(words: str) -> float:
    """Return what "and a half", "and a quarter" or "and three quarters" adds; 0 for no words."""
    last = words.lower().split()[-1:]
    return {"half": 0.5, "quarter": 0.25, "quarters": 0.75}.get(last[0], 0.0) if last else 0.0


def _every(match: re.Match[str], _: Setting) -> Reading | None:
    """Read "every week", "each Monday", "every two years"."""
    word = match["unit"].lower()
    if word in WORDS["unit"]:
        other = (match["other"] or "a").lower()
        count = 2.0 if other in {"other", "second"} else amount(other) if other != "few" else None
        return _read(match, written(count, word), "SET")
    if word in WORDS["weekday"]:
        value = f"XXXX-WXX-{number(word, 'weekday')}"
        if not match["and"]:
            return _read(match, value, "SET")
        other_day = f"XXXX-WXX-{number(match['and'], 'weekday')}"
        follow = Reading(match.start("and"), match.end(), "SET", other_day)
        return Reading(match.start(), match.end("unit"), "SET", value, rest=(follow,))
    if word in WORDS["month"]:
        return _read(match, f"XXXX-{number(word, 'month'):02}", "SET")
    return _read(match, f"XXXX-XX-XXT{row('part', word)['code']}", "SET")


def _weekends(match: re.Match[str], _: Setting) -> Reading:
    """Read "at weekends"."""
    return _read(match, "XXXX-WXX-WE", "SET")


def _often(match: re.Match[str], _: Setting) -> Reading | None:
    """Read "daily", "annual"; capitalised inside a sentence they stand in a name ("Daily Mail")."""
    paper = _PAPER.search(match.string, max(0, match.start() - 24), match.end() + 3) or _PRINTS.match(
        match.string, match.end()
    )
    if match["word"][0].isupper() or paper:
        return None
    return _read(match, str(row("often", match["word"])["value"]), "SET")


def _stretch(match: re.Match[str], _: Setting) -> Reading | None:
    """Read "the past two months", "the next decade", "recent weeks"."""
    unit, rel = match["unit"].lower(), match["rel"].lower()
    if unit in {"night", "nights", "second", "seconds", "quarter", "min", "hr", "yr"} and not match["n"]:
        return None
    if _OLD.match(match.string, match.end()):
        return None
    if match["n"]:
        return _read(match, written(_count(match), unit))
    if unit.endswith("s"):
        return (
            _read(match, written(None, unit)) if rel in {"recent", "past", "coming", "last", "next", "final"} else None
        )
    return _read(match, written(1.0, unit)) if rel in {"past", "coming", "last", "next"} else None


def _length(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "three days", "a 16-hour flight", "a year"; an age is none, and neither is a fraction in quarters."""
    unit, words = match["unit"].lower(), match["n"].lower()
    hyphen = setting.text[match.end("n")] == "-" or match.end() > match.end("unit")
    if _no_length(match, setting, hyphen=hyphen):
        return None
    if words in {"a", "an"} and not hyphen and not match["half"] and not match["tail"]:
        if match["more"] or setting.previous(match.start()) in _BEFORE_LENGTH:
            return _read(match, written(1.0, unit))
        return _read(match, written(1.0, unit), "SET") if _rate(match, setting) else None
    return _together(match, written(_count(match), unit))


def _no_length(match: re.Match[str], setting: Setting, *, hyphen: bool) -> bool:
    """Say whether a number and a unit are an age, a fraction, another word than a unit, or the name of a programme."""
    unit, words = match["unit"].lower(), match["n"].lower()
    digits = words[0].isdigit()
    return bool(
        _OLD.match(setting.text, match.end())
        or (unit.startswith("quarter") and not digits)
        or (unit in _SHORT and not digits and (unit, words) != ("second", "one"))
        or (unit in {"day", "night"} and words == "one" and not hyphen)
        # “60 Minutes”
        or (setting.text[match.start() - 1 : match.start()] in _QUOTES and match["unit"][0].isupper())
    )


def _together(match: re.Match[str], value: str) -> Reading:
    """Return a length with the lesser ones that are told with it ("two years and three months")."""
    end, smallest = match.end(), _rank(match["unit"])
    for further in _FURTHER.finditer(match.string, match.start("rest"), match.end("rest")):
        if _rank(further[2]) <= smallest:
            end = further.start()
            break
        smallest = _rank(further[2])
        value = _joined(value, written(amount(further[1]), further[2].lower()))
    return Reading(match.start(), end, "DURATION", value)


def _rank(unit: str) -> int:
    """Return the place of a unit among those that are told together, the longest first; the last for any other."""
    plain = unit.lower().removesuffix("s")
    return _ORDER.index(plain) if plain in _ORDER else len(_ORDER)


def _least_and_most(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "six to eight weeks", "between two and four months": the unit stands once, after both."""
    if match["to"].strip() == "and" and setting.previous(match.start()) != "between":
        return None
    unit = match["unit"].lower()
    if (
        _OLD.match(setting.text, match.end())
        or _AGO.match(setting.text, match.end())
        or unit in _SHORT
        or match["least"].lower() in {"a", "an"}
    ):
        return None
    least = Reading(*match.span("least"), "DURATION", written(amount(match["least"]), unit))
    most = Reading(match.start("n"), match.end(), "DURATION", written(amount(match["n"]), unit))
    return Reading(least.start, least.end, "DURATION", least.value, rest=(most,))


def _some(match: re.Match[str], _: Setting) -> Reading:
    """Read "some days"."""
    return _read(match, written(None, match["unit"]))


def _whole(match: re.Match[str], _: Setting) -> Reading:
    """Read "all day", "another week"."""
    return _read(match, written(1.0, match["unit"]))


def _joined(value: str, further: str) -> str:
    """Return one value for two lengths: "P2Y" and "P3M" are "P2Y3M"."""
    if further.startswith("PT"):
        return value + (further[2:] if "T" in value else further[1:])
    return value + further[1:]


def _rate(match: re.Match[str], setting: Setting) -> bool:
    """Say whether "a year" tells a rate: a number, a unit or a noun in the plural stands before it."""
    before = setting.previous(match.start())
    return (
        before in {"once", "twice", "times", "barrels", "percent", "million", "billion"}
        or before[-1:] == "s"
        or before[:1].isdigit()
        or before in NUMBERS["cardinal"]
    )


def _long(match: re.Match[str], _: Setting) -> Reading:
    """Read "day-long", "decades-long"."""
    unit = (match["unit"] or match["aged"]).lower()
    return _read(match, written(None if unit.endswith("s") else 1.0, unit))


def _many(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "years" after a word that makes it a length ("for years")."""
    if setting.previous(match.start()) not in _BEFORE_PLURAL or setting.text.startswith(" apart", match.end()):
        return None
    return _read(match, written(None, match["unit"]))

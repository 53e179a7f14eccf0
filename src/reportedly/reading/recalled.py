"""Times that take up one the text named before: "the same period a year earlier", "by that time"."""

import re
from datetime import date

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of, named, shift
from reportedly.reading.timeform import GAP, YEAR, Form, Reading, Setting, form

_NAMED = re.compile(r"(?P<year>[0-9]{4})(?P<rest>-(?:Q[1-4]|H[12]|SP|SU|FA|WI|[0-9]{2}(?:-[0-9]{2})?|W[0-9]{2}))?")
_SHAPES = {"month": r"-[0-9]{2}", "quarter": r"-Q[1-4]", "week": r"-W[0-9]{2}", "day": r"-[0-9]{2}-[0-9]{2}"}
_BEFORE = frozenset({"at", "by", "since", "until", "till", "before", "after", "around", "about", "from", "during"})


def forms() -> tuple[Form, ...]:
    """Return the forms."""
    unit = r"(?P<unit>period|month|quarter|week|day|date|season|stretch|time)"
    ago = (
        r"a"
        + GAP
        + r"year"
        + GAP
        + r"(?:ago|earlier|before)|(?:the"
        + GAP
        + r")?previous"
        + GAP
        + r"year|the"
        + GAP
        + r"year"
        + GAP
        + r"(?:before|earlier)"
    )
    last = r"(?:the" + GAP + r")?last" + GAP + "year"
    return (
        form({"the", "same"}, r"(?:the" + GAP + r")?same" + GAP + unit + GAP + r"(?:(?:of|in)" + GAP + r")?(?:(?P<ago>" + ago + r")|(?P<last>" + last + r")|(?P<year>" + YEAR + "))", _same),
        form({"that"}, r"that" + GAP + "time", _that_time),
    )  # fmt: skip


def _same(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the same month a year ago": the stretch that the text named last, moved to another year."""
    told, unit = _told(setting), match["unit"].lower()
    shape = _SHAPES.get(unit)
    if shape and (told is None or not re.fullmatch(shape, told["rest"] or "")):
        # The text named no such stretch: it means the one of publication.
        told = _NAMED.fullmatch(named(setting.published, unit) or "")
    if told is None or (not shape and re.fullmatch(_SHAPES["day"], told["rest"] or "")):
        return None
    if match["year"]:
        year = spelled.year(match["year"])
    else:
        year = (
            setting.published.year - 1
            if match["last"] and told["rest"] and setting.published
            else int(told["year"]) - 1
        )
    value = f"{year:04}{told['rest'] or ''}"
    base = setting.before
    day: date | None = base and shift(base, 12 * (year - base.year), "month")
    return Reading(*match.span(), "DATE", value, "text", day or day_of(year, 1, 1))


def _told(setting: Setting) -> re.Match[str] | None:
    """Return the date or stretch that the text named last, taken apart; None when it named none."""
    return _NAMED.fullmatch(setting.told) if setting.told else None


def _that_time(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "by that time", where the text named one."""
    if setting.told is None or setting.previous(match.start()) not in _BEFORE:
        return None
    return Reading(*match.span(), "TIME" if "T" in setting.told else "DATE", setting.told, "text", setting.before)

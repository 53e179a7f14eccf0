"""Years, decades and centuries."""

import re

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of
from reportedly.reading.date import MOD, MOD_STARTS, dated, ordinal
from reportedly.reading.timeform import GAP, NUMBERS, WORDS, YEAR, Form, Reading, Setting, form, one_of, row

_ORDINAL = one_of(NUMBERS["ordinal"])


def forms() -> tuple[Form, ...]:
    """Return the forms of years, the longer before the shorter."""
    mod = r"(?P<mod>(?:the" + GAP + r")?(?:early|late|mid)[\s-]{1,2}(?:the" + GAP + r")?)?(?:the" + GAP + r")?"
    nth = r"[12]?[0-9](?:st|nd|rd|th)|" + _ORDINAL
    era = r"(?:BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE)"
    tens = one_of(WORDS["decade"])
    and_ = GAP + r"and" + GAP
    return (
        form({"the", "#", "early", "late", "mid"} | set(NUMBERS["ordinal"]), mod + r"(?P<n>" + nth + r")" + GAP + "century", _century),
        form({"the", "#"} | set(NUMBERS["ordinal"]), r"(?:the" + GAP + r")?(?P<n>" + nth + ")" + and_ + "(?P<more>" + nth + ")" + GAP + "centuries", _centuries),
        form({"the", "#", "early", "late", "mid", "'", "’"}, mod + r"['’‘]?(?P<decade>(?:1[0-9]|20)?[0-9]0)(?P<s>['’]?s)(?:" + and_ + r"(?:the" + GAP + r")?(?P<more>['’‘]?(?:1[0-9]|20)?[0-9]0['’]?s))?", _decade),
        form({"the", "early", "late", "mid"}, mod + r"(?P<tens>" + tens + ")", _decade_in_words),
        form({"'", "’", "‘"}, r"['’‘](?P<mod>)(?P<short>[0-9]{2})", _short),
        Form(frozenset("#"), re.compile(r"(?P<n>[0-9]{1,4})" + GAP + "(?P<era>" + era + r")(?!\w)"), _era),
        Form(frozenset({"ad", "a"}), re.compile(r"(?P<era>AD|A\.D\.)" + GAP + r"(?P<n>[0-9]{1,4})(?![\w,:]|\.[0-9])"), _era),
        form("#", r"(?P<mod>)(?P<year>(?:19|20)[0-9]{2})[-–/](?P<to>[0-9]{2})(?![-/.0-9])", _span_of_years),
        form(MOD_STARTS | {"#", "post", "pre"} | spelled.YEAR_STARTS, r"(?P<mod>" + MOD + r"|(?:post|pre)-)?(?P<year>" + YEAR + ")", _year),
    )  # fmt: skip


def _century(match: re.Match[str], _: Setting) -> Reading | None:
    """Read "the 19th century"."""
    count = ordinal(match["n"])
    return dated(match, f"{count - 1:02}", "absolute") if count else None


def _centuries(match: re.Match[str], _: Setting) -> Reading | None:
    """Read "the 18th and 19th centuries"."""
    left, right = ordinal(match["n"]), ordinal(match["more"])
    if not left or not right:
        return None
    follow = Reading(match.start("more"), match.end(), "DATE", f"{right - 1:02}", "absolute")
    return Reading(match.start(), match.end("n"), "DATE", f"{left - 1:02}", "absolute", rest=(follow,))


def _decade(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the 1980s", "the early ’90s", "the 70s and 80s"; "in her 30s" is an age."""
    digits = match["decade"]
    if len(digits) == 2:  # noqa: PLR2004 - digits of a year
        named = match[0].lower().startswith("the") and digits[0] in "56789"
        if not named and setting.text[match.start("decade") - 1 : match.start("decade")] not in set("'’‘"):
            return None
    found = dated(match, _decade_of(digits), "absolute")
    if not match["more"]:
        return found
    more = re.sub(r"[^0-9]", "", match["more"])
    # "The 1870s and 80s" are of one century.
    value = found.value[:2] + more[0] if found.value and len(more) == 2 else _decade_of(more)  # noqa: PLR2004 - digits of a year
    follow = Reading(match.start("more"), match.end(), "DATE", value, "absolute")
    return Reading(match.start(), match.end("s"), "DATE", found.value, "absolute", rest=(follow,))


def _decade_of(digits: str) -> str:
    """Return the TIMEX3 value of a decade; two digits are of the last century that was full."""
    if len(digits) > 2:  # noqa: PLR2004 - digits of a year
        return digits[:3]
    return f"19{digits[0]}" if digits[0] != "0" else "200"


def _decade_in_words(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the seventies", "the late eighties"; "in his seventies" is an age."""
    if not re.search(r"\bthe\b", match[0], re.IGNORECASE) or setting.text[match.end() : match.end() + 1] == "-":
        return None
    return dated(match, f"19{row('decade', match['tens'])['digit']}", "absolute")


def _era(match: re.Match[str], _: Setting) -> Reading | None:
    """Read "44 BC", "A.D. 70"; TIMEX3 writes the years before the era with the letters before them."""
    year = int(match["n"])
    if not year:
        return None
    return dated(match, f"BC{year:04}" if match["era"][0] == "B" else f"{year:04}", "absolute")


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
_THAN = re.compile(r"\b(?:later|earlier|sooner|older|newer)\s+than\s+$", re.IGNORECASE)
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
    than = before == "than" and not _THAN.search(setting.text, max(0, start - 14), start)
    if than or before in {"about", "some", "nearly", "almost", "over", "least", "another"}:
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

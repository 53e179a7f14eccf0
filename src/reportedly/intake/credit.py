"""Words that give an agency as the origin of a report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.intake import unlisted
from reportedly.intake.agency import Named, agencies, known, same
from reportedly.intake.block import Block
from reportedly.intake.dateline import dateline
from reportedly.lexicon import load

# Words of a block that does nothing but credit; longer ones report.
_CREDIT_WORDS = 40
# Blocks at the head in which the report may begin with its dateline.
_HEAD = 6
_STAFF = re.compile(
    r"(?:[^()]*\W)?(?:reporting|writing|editing|reported|written|edited|compiled|additional reporting) by\b",
    re.IGNORECASE,
)
_STAFF_LINE = re.compile(
    r"\W*(?:additional )?(?:reporting|writing|editing|compiled|reported|written|edited) by\b", re.IGNORECASE
)
_BRACKETS = re.compile(r"\(([^()]{8,400})\)\.?\s*$")
_BYLINE = re.compile(r"\(?\s*(?:by|from|text:?)?\s*", re.IGNORECASE)
_SIGN = re.compile(r"[.!?”\"’]\s*(\(\s*|(?:—|–|--?)\s?)$")
_SIGNATURE = 40
_TOKEN = re.compile(r"\w+")
# Stations of the United States set their call letters in datelines.
_STATION = re.compile(r"[KW][A-Z]{2,3}(?:-TV)?")
_REST = re.compile(
    r"[\s.,;:/&()|–—-]*(?:staff(?: writers?)?|news(?: agency)?|correspondents?|and|with)?[\s.,;:/&()|–—-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A credit in a block.

    Attributes:
        block: Number of the block.
        start: First code point in the block.
        end: One past the last.
        agency: The agency's name as the words have it.
    """

    block: int
    start: int
    end: int
    agency: str


def credits_of(blocks: Sequence[Block], outlet: str | None = None) -> Iterator[Found]:
    """Find every agency credit, in order: dateline, byline, credit line, "Reporting by …".

    A line that names its staff but no agency credits the agency of the dateline; without one it credits nobody. A name in
    the dateline that the table does not know is an agency's unless the outlet is called so.

    Args:
        blocks: The report's, captions marked.
        outlet: Who published it; None where that is not known.
    """
    lead: str | None = None
    last = max((number for number, block in enumerate(blocks) if not block.caption), default=-1)
    for number, block in enumerate(blocks):
        if block.caption:
            continue
        found = dateline(block.text) if number < _HEAD and lead is None else None
        agency = found and (found.agency or (found.house if _is_agency(found.house, outlet) else None))
        if agency:
            start, end, lead = agency
            yield Found(number, start, end, lead)
        line = list(_line(number, block, lead)) or list(_unlisted(number, block, outlet))
        yield from line
        if number == last and not line:
            yield from _signed(number, block)


def _unlisted(number: int, block: Block, outlet: str | None) -> Iterator[Found]:
    """Find an agency that the table does not know in a line that can only credit one."""
    if len(block.words) > _CREDIT_WORDS:
        return
    byline = unlisted.in_byline(block.text) if number < _HEAD else None
    # Behind a writer's name the outlet's own stands as often, but as an acronym, or where the outlet is called otherwise.
    foreign = byline is not None and (byline.isupper() if outlet is None else not _alike(byline, outlet))
    agency = unlisted.in_line(block.text) or (byline if foreign else None)
    if agency is not None and (outlet is None or not _alike(agency, outlet)):
        yield Found(number, 0, len(block.text), agency)


def _alike(name: str, outlet: str) -> bool:
    """Say whether a name shares a word with the outlet's."""
    return not {one.lower() for one in _TOKEN.findall(name)}.isdisjoint(one.lower() for one in _TOKEN.findall(outlet))


def _is_agency(house: tuple[int, int, str] | None, outlet: str | None) -> bool:
    """Say whether an unknown name in a dateline is an agency's: not the outlet's own, nor one that outlets set there themselves."""
    if house is None or house[2].upper() in load("en", "agency")["outlets"] or _STATION.fullmatch(house[2]):
        return False
    return outlet is None or not _alike(house[2], outlet)


def _line(number: int, block: Block, lead: str | None) -> Iterator[Found]:
    """Find the credits of a block beyond its dateline."""
    text = block.text
    if "(" in text and (bracket := _BRACKETS.search(text)) is not None and _STAFF.match(bracket[1]):
        named = [one for one in agencies(text, bracket.start(), bracket.end()) if not one.pictures]
        agency = named[0].words if named else lead
        if agency:
            yield Found(number, bracket.start(), bracket.start() + len(bracket[0].rstrip()), agency)
        return
    if len(block.words) > _CREDIT_WORDS:
        return
    named = [one for one in agencies(text) if not one.pictures]
    if _STAFF_LINE.match(text):
        agency = named[0].words if named else lead
        if agency:
            yield Found(number, 0, len(text), agency)
    elif named and _credits(text, named):
        yield from (Found(number, 0, len(text), words) for words in _different(named))


def _different(named: Sequence[Named]) -> list[str]:
    """Return the agencies' names, each agency once."""
    found: list[str] = []
    for one in named:
        if not any(same(one.words, other) for other in found):
            found.append(one.words)
    return found


def _credits(text: str, named: Sequence[Named]) -> bool:
    """Say whether a short block that names agencies credits them: the words of a credit stand right beside a name."""
    start, end = named[0].start, named[-1].end
    if _BYLINE.fullmatch(text, 0, start) is not None and _REST.fullmatch(text, end) is not None:
        return text[:1] not in '“"' and text[end:].count(")") == text[:start].count("(")
    label, before, after = _words()
    return any(
        (known(one.words) and label.match(text, 0, one.start))
        or before.search(text, 0, one.start)
        or after.match(text, one.end)
        for one in named
    )


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return patterns for the words of a credit: at a line's start, before the agency, behind it."""
    rows = load("en", "furniture")["credit"]
    choices = {
        place: "|".join(re.escape(one) for one in rows if rows[one].get("place", "before") == place)
        for place in ("label", "before", "behind")
    }
    few = r"(?:[^\W\d_][\w'’.-]*[\s,]+){0,4}"
    return (
        re.compile(rf"[\W_]*(?:{choices['label']})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{choices['before']})[\s:]+{few}$", re.IGNORECASE),
        re.compile(rf"[\s,]*{few}(?:{choices['behind']})(?!\w)", re.IGNORECASE),
    )


def _signed(number: int, block: Block) -> Iterator[Found]:
    """Find the agency that signs a report behind its last sentence ("… he said. (AFP)", "… he said. — AFP")."""
    named = [one for one in agencies(block.text, max(0, len(block.text) - _SIGNATURE)) if not one.pictures]
    if named and not block.text[named[-1].end :].strip(") ."):
        sign = _SIGN.search(block.text, max(0, named[-1].start - 8), named[-1].start)
        if sign is not None:
            yield Found(number, sign.start(1), len(block.text), named[-1].words)
    elif (own := unlisted.signed(block.text)) is not None:
        yield Found(number, own[0], len(block.text), own[1])

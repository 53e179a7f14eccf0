"""Words that give an agency as the origin of a report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.intake.agency import agencies, same
from reportedly.intake.block import Block
from reportedly.intake.dateline import dateline
from reportedly.intake.furniture import phrases

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
_BYLINE = re.compile(r"\s*(?:by|from|text:?)?\s*", re.IGNORECASE)
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


def credits_of(blocks: Sequence[Block]) -> Iterator[Found]:
    """Find every agency credit, in order: dateline, byline, credit line, "Reporting by …".

    A line that names its staff but no agency credits the agency of the dateline; without one it credits nobody.
    """
    lead: str | None = None
    for number, block in enumerate(blocks):
        if block.caption:
            continue
        if number < _HEAD and lead is None and (found := dateline(block.text)) is not None and found.agency is not None:
            start, end, lead = found.agency
            yield Found(number, start, end, lead)
        yield from _line(number, block, lead)


def _line(number: int, block: Block, lead: str | None) -> Iterator[Found]:
    """Find the credits of a block beyond its dateline."""
    text = block.text
    if (bracket := _BRACKETS.search(text)) is not None and _STAFF.match(bracket[1]):
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
        return
    if named and (_credits(text) or _is_byline(text, named[0].start, named[-1].end)):
        seen: list[str] = []
        for one in named:
            if not any(same(one.words, other) for other in seen):
                seen.append(one.words)
                yield Found(number, 0, len(text), one.words)


def _credits(text: str) -> bool:
    """Say whether a short block has the words of a credit line."""
    folded = text.casefold().lstrip(" —–-([*")
    return any(
        folded.startswith(phrase) if phrase.endswith(":") or len(phrase) <= 3 else phrase in folded  # noqa: PLR2004 - "via", "©"
        for phrase in phrases("credit")
    )


def _is_byline(text: str, start: int, end: int) -> bool:
    """Say whether a block is nothing but an agency's name, with "By" and "staff" about it."""
    return (
        _BYLINE.fullmatch(text, 0, start) is not None
        and _REST.fullmatch(text, end) is not None
        and text[:1] not in '(“"'
    )

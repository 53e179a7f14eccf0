"""Texts that reports have in common: copied whole, contained, or shared in passages."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from reportedly.model import Attribution, Copy, Report, Span
from reportedly.reconciling.damage import held, likely
from reportedly.reconciling.event import order

# Eight words in a row are seldom written twice by chance: the width used for syndicated news by Broder-style shingling.
_WIDTH = 8
# Reports of one event share names, titles and stock phrases of up to a dozen words; two sentences are no accident.
_SHARED_WORDS = 24
# Two reporters at one press conference write down the same two or three sentences; seven runs of eight, a fifth of all, are more.
_QUOTED_WORDS = 56
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_QUOTATION = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?")
_MOST = 0.5
_WHOLE = 0.8
# The share of the shorter text's words from which common runs of eight are no accident.
_PART = 0.2
# A text read with damaged letters keeps runs of letters where it keeps no runs of words; both shares are of the shorter text.
_DAMAGED = 0.40
_GAP = 0.22
_DAMAGED_WIDTH = 3
# A report of one sentence is a copy when it is the same; with a word changed it takes more than a stock phrase.
_SAME = 0.99
_STOCK = 16
# How outlets say that a text is another's; an agency signs its own ("Reporting by …").
_SUPPLIED = re.compile(
    r"\b(?:supplied|provided|republished|reproduced|syndicated|reprinted|courtesy|permission|originally (?:published|appeared)|first (?:published|appeared)|taken (?:over )?from)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Text:
    """A report's words for comparison: lower case, where each stands, and whether it stands in quotation marks."""

    report: Report
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: tuple[bool, ...]
    _runs: dict[int, dict[tuple[str, ...], list[int]]] = field(default_factory=dict, repr=False, compare=False)

    def runs(self, width: int) -> Mapping[tuple[str, ...], Sequence[int]]:
        """Return every run of so many words with the places where it begins."""
        found = self._runs.get(width)
        if found is None:
            found = self._runs[width] = {}
            for start in range(len(self.words) - width + 1):
                found.setdefault(self.words[start : start + width], []).append(start)
        return found


def copies(reports: Iterable[Report]) -> tuple[Copy, ...]:
    """Find texts in common between reports.

    Args:
        reports: In any order. Direction is told by the day of publication, then by credits, then by which text stands
            among more text of its own.

    Returns:
        One Copy for each pair of reports that share a passage of two sentences' length outside quotation marks, or most
        of the shorter text; sorted by report ids. A quotation that both give is no copy.
    """
    texts = [_text(report) for report in sorted({one.id: one for one in reports}.values(), key=order)]
    found = []
    for left, right in _candidates(texts):
        stretches = _stretches(left, right)
        copy = _judged(left, right, stretches)
        if copy:
            found.append(copy)
    return tuple(sorted(found, key=lambda one: (one.report, one.of)))


def _text(report: Report) -> _Text:
    """Cut a report into words."""
    matches = list(_WORD.finditer(report.text))
    marks = [match.span() for match in _QUOTATION.finditer(report.text)]
    quoted = []
    at = 0
    for match in matches:
        while at < len(marks) and marks[at][1] <= match.start():
            at += 1
        quoted.append(at < len(marks) and marks[at][0] <= match.start())
    return _Text(
        report,
        tuple(match[0].lower().replace("’", "'") for match in matches),
        tuple(Span(*match.span()) for match in matches),
        tuple(quoted),
    )


def _width(text: _Text) -> int:
    """Return how many words in a row are compared: fewer where a text has hardly more."""
    return _WIDTH if len(text.words) >= _WIDTH else max(1, len(text.words))


def _candidates(texts: Sequence[_Text]) -> list[tuple[_Text, _Text]]:
    """Return pairs of texts that share a run of words."""
    index: dict[tuple[str, ...], list[int]] = {}
    for at, text in enumerate(texts):
        for run in text.runs(_width(text)):
            index.setdefault(run, []).append(at)
    pairs = {pair for places in index.values() if len(places) > 1 for pair in combinations(places, 2)}
    pairs |= set(likely([text.report.text for text in texts]))
    return [(texts[left], texts[right]) for left, right in sorted(pairs)]


def _stretches(left: _Text, right: _Text, least: int = _WIDTH) -> list[tuple[int, int, int]]:
    """Return maximal equal runs as (first word left, first word right, length), in the left text's order."""
    width = min(_width(left), _width(right), least)
    where = right.runs(width)
    held = left.runs(width)
    places = sorted(at for run in held.keys() & where.keys() for at in held[run])
    found: list[tuple[int, int, int]] = []
    used: set[int] = set()
    after = 0
    for at in places:
        if at < after:
            continue
        best = max(
            (
                (_length(left, right, at, start), -start)
                for start in where[left.words[at : at + width]]
                if start not in used
            ),
            default=(0, 0),
        )
        if best[0] >= width:
            found.append((at, -best[1], best[0]))
            used.update(range(-best[1], -best[1] + best[0]))
            after = at + best[0]
    return found


def _length(left: _Text, right: _Text, one: int, two: int) -> int:
    """Count the equal words from two places on."""
    length = 0
    while (
        one + length < len(left.words)
        and two + length < len(right.words)
        and left.words[one + length] == right.words[two + length]
    ):
        length += 1
    return length


def _judged(left: _Text, right: _Text, stretches: Sequence[tuple[int, int, int]]) -> Copy | None:
    """Decide what two texts have in common and who had it first; None when it is too little."""
    common = sum(length for _, _, length in stretches)
    shorter, longer = sorted((len(left.words), len(right.words)))
    coverage = common / shorter if shorter else 0.0
    if _copied(left, right, stretches, coverage):
        relation, found = _relation(coverage, common / longer)
        return _copy(left, right, stretches, relation, f"{found}: {common} words in common", coverage)
    kept = held(left.report.text, right.report.text)
    if kept >= _DAMAGED and kept - coverage >= _GAP and shorter >= _STOCK:
        runs = _stretches(left, right, _DAMAGED_WIDTH)
        # A passage that is whole in both has no more short runs than long ones; damaged words break the long ones up.
        if sum(length for _, _, length in runs) >= (coverage + _GAP / 2) * shorter:
            found = f"one text is the other with its words damaged: {kept:.0%} of the letters run alike"
            return _copy(left, right, runs, "copy", found, kept)
    longest = max((length for _, _, length in stretches), default=0)
    if longest >= _SHARED_WORDS or _much(left, right, stretches):
        own = any(not left.quoted[at] for start, _, length in stretches for at in range(start, start + length))
        quoted = "one quotation stands in both" if len(stretches) == 1 else "quotations stand in both"
        found = "passages stand in both" if own else quoted
        return _copy(left, right, stretches, "shares", f"{found}: {common} words in common", coverage)
    return None


def _much(left: _Text, right: _Text, stretches: Sequence[tuple[int, int, int]]) -> bool:
    """Say whether a good part of the shorter text's own words, quotations apart, stands in the other, or very much of all of them."""
    text, side = min(((left, 0), (right, 1)), key=lambda pair: len(pair[0].words))
    own = sum(not text.quoted[at] for pair in stretches for at in range(pair[side], pair[side] + pair[2]))
    if own >= _SHARED_WORDS and own >= _PART * text.quoted.count(False):
        return True
    common = sum(length for _, _, length in stretches)
    return common >= _QUOTED_WORDS and common >= _PART * len(text.words)


def _copied(left: _Text, right: _Text, stretches: Sequence[tuple[int, int, int]], coverage: float) -> bool:
    """Say whether most of the shorter text stands in the other, not in quotations alone."""
    common = sum(length for _, _, length in stretches)
    enough = common >= (_WIDTH if coverage >= _SAME else _STOCK)
    return coverage >= _MOST and enough and _beyond_quotations(left, right, stretches)


def _copy(
    left: _Text,
    right: _Text,
    stretches: Sequence[tuple[int, int, int]],
    relation: Literal["copy", "contains", "shares"],
    found: str,
    coverage: float,
) -> Copy:
    """Write down text in common, with who had it first."""
    second, because = _second(left.report, right.report, stretches, (left, right))
    pairs = [(_span(left, one, length), _span(right, two, length)) for one, two, length in stretches]
    if second is right.report:
        pairs = sorted((two, one) for one, two in pairs)
    of = left.report if second is right.report else right.report
    return Copy(second.id, of.id, relation, tuple(pairs), round(coverage, 3), f"{found}; {because}")


def _beyond_quotations(left: _Text, right: _Text, stretches: Sequence[tuple[int, int, int]]) -> bool:
    """Say whether the text in common is most of the shorter one's even without quotations."""
    text, side = min(((left, 0), (right, 1)), key=lambda pair: len(pair[0].words))
    plain = text.quoted.count(False)
    common = sum(not text.quoted[at] for pair in stretches for at in range(pair[side], pair[side] + pair[2]))
    return plain < _WIDTH or common >= _MOST * plain


def _relation(shorter: float, longer: float) -> tuple[Literal["copy", "contains"], str]:
    """Name what two texts have in common by the share of each that is common."""
    if shorter >= _WHOLE and longer < _MOST:
        return "contains", "one text stands whole in the other"
    return "copy", "most of one text stands in the other"


def _span(text: _Text, first: int, length: int) -> Span:
    """Return the stretch from the first word to the last."""
    return Span(text.spans[first].start, text.spans[first + length - 1].end)


def _second(
    left: Report, right: Report, stretches: Sequence[tuple[int, int, int]], texts: tuple[_Text, _Text]
) -> tuple[Report, str]:
    """Return the report that has the text second, and how that is told."""
    one, two = left.document.published, right.document.published
    if left.document.day and right.document.day and left.document.day != right.document.day:
        later = left if left.document.day > right.document.day else right
        return later, f"{later.id} was published later"
    for credited, other in ((left, right), (right, left)):
        if _credits(credited, other):
            return credited, f"{credited.id} credits {other.document.outlet or 'an agency'}"
    if one and two and type(one) is type(two) and one != two:
        later = left if one > two else right
        return later, f"{later.id} was published later that day"
    supplied = [_supplied(one) for one in (left, right)]
    if supplied[0] != supplied[1]:
        later = left if supplied[0] else right
        return later, f"{later.id} says that its text was supplied by somebody else"
    given = [
        _gives_away(text, [pair[side] for pair in stretches], [pair[2] for pair in stretches])
        for side, text in enumerate(texts)
    ]
    if given[0] != given[1]:
        later = left if given[0] else right
        return later, f"{later.id} credits somebody for the words"
    later = max((left, right), key=lambda report: (len(report.text), report.id))
    return later, f"no date or credit tells who was first; {later.id} has more text round it"


def _credits(report: Report, other: Report) -> bool:
    """Say whether a report gives the other's outlet, or any agency while the other gives none, as the origin of its text."""
    outlet = (other.document.outlet or "").lower()
    agencies = {credit.agency.lower() for credit in report.document.credits}
    if outlet and any(outlet in agency or agency in outlet for agency in agencies):
        return True
    return bool(agencies) and not other.document.credits


def _supplied(report: Report) -> bool:
    """Say whether a credit tells that the text was taken over ("this article was supplied by …")."""
    return any(_SUPPLIED.search(credit.span.cut(report.text)) for credit in report.document.credits)


def _gives_away(text: _Text, starts: Sequence[int], lengths: Sequence[int]) -> bool:
    """Say whether the report attributes the words in common to a named source or an outlet."""
    spans = [_span(text, start, length) for start, length in zip(starts, lengths, strict=True)]
    return any(
        (attribution.by.named or attribution.via is not None)
        and any(piece.overlaps(span) for piece in attribution.content for span in spans)
        for attribution in text.report.of(Attribution)
    )

"""Attributions found by the reading model, put into the words of the rules: resolved sources, chains, channels.

The model says where source, cue and content stand and which voice stands inside which; whom a source means, through which
channel it spoke and which quotations go on without a cue are the rules' business, as without the model.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.model import Attribution, Problem, Report, Spans
from reportedly.reading.attribution import _finished, _of_passage, _once
from reportedly.reading.continuation import continued
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.parsed import Parsed
from reportedly.reading.passage import Passage, passages
from reportedly.reading.quotation import Quotation, quotations

_ACCORDING = "according"


def attributions(report: Report) -> Iterator[Attribution | Problem]:
    """Find every place where the text says that somebody says something, by the reading model.

    Args:
        report: Needs Parsed, and what `reportedly.reading.attribution.attributions` needs.

    Yields:
        As `reportedly.reading.attribution.attributions`.

    Raises:
        LanguageNotSupported: There are no cues for English in the lexicon.
    """
    marks = tuple(quotations(report.text))
    yield from (mark for mark in marks if isinstance(mark, Problem))
    read = list(passages(report, [mark for mark in marks if isinstance(mark, Quotation)]))
    exact: dict[int, tuple[Spans, Spans, Spans]] = {}
    drafts = _drafts(report.of(Parsed), read, exact)
    ordered = _once(continued(read, drafts))
    for draft, found in zip(ordered, _finished(report, ordered), strict=True):
        if id(draft) in exact:
            source, cue, content = exact[id(draft)]
            yield replace(found, source=source, cue=cue, content=content)
        else:
            yield found


def _drafts(
    layer: Sequence[Parsed], read: Sequence[Passage], exact: dict[int, tuple[Spans, Spans, Spans]]
) -> list[list[Draft]]:
    """Return the model's attributions as drafts, one list a passage; ``exact`` takes their characters by draft."""
    drafts: list[list[Draft]] = [[] for _ in read]
    starts = [passage.tokens[0].span.start for passage in read]
    for parsed in layer:
        made: dict[int, Draft] = {}
        rules: dict[int, list[Draft]] = {}
        for number, saying in enumerate(parsed.sayings):
            spans = tuple(parsed.characters(runs) for runs in (saying.source, saying.cue, saying.content))
            at = bisect_right(starts, spans[1][0].start) - 1
            if at not in rules:
                rules[at] = _of_passage(read[at])
            draft = _draft(read[at], spans, rules[at])
            if draft is not None:
                made[number] = draft
                exact[id(draft)] = spans[0], spans[1], spans[2]
                drafts[at].append(draft)
        _chain(made, {number: saying.parent for number, saying in enumerate(parsed.sayings)})
    return [sorted(found, key=lambda draft: draft.order) for found in drafts]


def _draft(passage: Passage, spans: Sequence[Spans], rules: Sequence[Draft]) -> Draft | None:
    """Return one attribution in tokens of its passage; None when its cue holds none of them."""
    source, cue, content = (_ranges(passage, part) for part in spans)
    if not cue:
        return None
    same = next((one for one in rules if one.cue and _meet(one.cue, cue)), None)
    words = passage.words(*cue[0]).lower()
    how = same.how if same else _ACCORDING if words.startswith(_ACCORDING) else words
    return Draft(passage, source, cue, content, how, same.polarity if same else "asserts")


def _ranges(passage: Passage, spans: Spans) -> Ranges:
    """Return the tokens of a passage that spans overlap."""
    found = []
    for span in spans:
        inside = [at for at, token in enumerate(passage.tokens) if token.span.overlaps(span)]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return tuple(found)


def _meet(left: Ranges, right: Ranges) -> bool:
    """Say whether both hold a token in common."""
    return any(a < d and c < b for a, b in left for c, d in right)


def _chain(made: Mapping[int, Draft], parents: Mapping[int, int | None]) -> None:
    """Give each draft its parent; one whose parent was left out hangs on that one's parent."""
    for number, draft in made.items():
        parent, seen = parents[number], {number}
        while parent is not None and parent not in made and parent not in seen:
            seen.add(parent)
            parent = parents[parent]
        if parent is not None and parent in made and parent not in seen:
            draft.parent = made[parent]

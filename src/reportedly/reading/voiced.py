"""Attributions found by another reader, put into the words of the rules: resolved sources, chains, channels.

The other one, called the model here, says where source, cue and content stand and which voice stands inside which; whom a source means, through which
channel it spoke and which quotations go on without a cue are the rules' business, as without the model.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.model import Attribution, Problem, Report, Spans
from reportedly.reading.attribution import finished, of_passage, once
from reportedly.reading.continuation import continued
from reportedly.reading.draft import Draft, Ranges, nested
from reportedly.reading.passage import Passage, passages
from reportedly.reading.quotation import Quotation, quotations
from reportedly.reading.voice import Voice

_ACCORDING = "according"
_SET = frozenset(("turn", "signature", "post"))
"""Kinds of construction that how the page is set tells, not its words; a reading model sees little of that."""
_MOST = 0.5


First = Literal["model", "rules"]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution of the model in tokens of its passage, with its exact characters."""

    draft: Draft
    spans: tuple[Spans, Spans, Spans]


def voices(first: First = "model", *, alone: bool = True) -> Callable[[Report], Iterator[Attribution | Problem]]:
    """Return the reader of attributions that asks the reading model, the rules, or both.

    Args:
        first: Who is believed where both find something.
        alone: Ask nobody else; otherwise the other one adds what the first does not have.
    """

    def read(report: Report) -> Iterator[Attribution | Problem]:
        return _attributions(report, first, alone=alone)

    return read


def _attributions(report: Report, first: First, *, alone: bool) -> Iterator[Attribution | Problem]:
    """Find every place where the text says that somebody says something; needs what the rules need, and Voice."""
    marks = tuple(quotations(report.text))
    yield from (mark for mark in marks if isinstance(mark, Problem))
    read = list(passages(report, [mark for mark in marks if isinstance(mark, Quotation)]))
    rules = [of_passage(passage) for passage in read]
    seen = _seen(report.of(Voice), read, rules)
    together = [_together(by_rule, of_model, first, alone=alone) for by_rule, of_model in zip(rules, seen, strict=True)]
    exact = {id(one.draft): one.spans for found in seen for one in found}
    ordered = once(continued(read, together))
    for draft, found in zip(ordered, finished(report, ordered), strict=True):
        if id(draft) in exact:
            source, cue, content = exact[id(draft)]
            yield replace(found, source=source, cue=cue, content=content)
        else:
            yield found


def _together(rules: Sequence[Draft], seen: Sequence[Found], first: First, *, alone: bool) -> list[Draft]:
    """Return the drafts of one passage: those of the first and, unless alone, of the other what is not among them.

    What the page's setting tells is the rules' in any case, and so are voices passed on that the model leaves out.
    """
    page = [one for one in rules if one.how in _SET]
    model = [*page, *(one.draft for one in seen if not any(_meet(one.draft.cue, other.cue) for other in page))]
    if first == "rules":
        leading, added = list(rules), [] if alone else model
    else:
        leading, added = model, _passed_on(rules, model) if alone else list(rules)
    new = (one for one in added if not any(_same(one, known) for known in leading if known is not one.parent))
    kept = [*leading, *new]
    stay = {id(one) for one in kept}
    for one in kept:
        while one.parent is not None and id(one.parent) not in stay:
            one.parent = one.parent.parent
    return nested(kept)


def _passed_on(rules: Sequence[Draft], model: Sequence[Draft]) -> list[Draft]:
    """Return the voices that the rules find inside, or behind, one of the model's, each hung on that one.

    No corpus to train on marks more than a few of them.
    """
    found = []
    for draft in rules:
        around = draft.parent
        while around is not None:
            twin = next((one for one in model if _meet(one.cue, around.cue)), None)
            if twin is not None:
                draft.parent = twin
                found.append(draft)
                break
            around = around.parent
    return found


def _same(left: Draft, right: Draft) -> bool:
    """Say whether two drafts may be one attribution: by their cue, or by most of what is said."""
    if _meet(left.cue, right.cue):
        return True
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in left.content for c, d in right.content)
    return both > _MOST * min(left.size(), right.size())


def _seen(layer: Sequence[Voice], read: Sequence[Passage], rules: Sequence[Sequence[Draft]]) -> list[list[Found]]:
    """Return the model's attributions as drafts, one list a passage."""
    found: list[list[Found]] = [[] for _ in read]
    starts = [passage.tokens[0].span.start for passage in read]
    made: dict[int, Draft] = {}
    for number, voice in enumerate(layer):
        at = bisect_right(starts, voice.cue[0].start) - 1
        spans = (voice.source, voice.cue, voice.content)
        draft = _draft(read[at], spans, rules[at]) if at >= 0 else None
        if draft is not None:
            made[number] = draft
            found[at].append(Found(draft, spans))
    _chain(made, {number: voice.parent for number, voice in enumerate(layer)})
    return found


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

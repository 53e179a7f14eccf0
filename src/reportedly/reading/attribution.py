"""Source, cue, content: who says what, and through whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.model import Attribution, Problem, Report, Source
from reportedly.reading.channel import is_occasion, is_outlet, via
from reportedly.reading.colon import spoken
from reportedly.reading.continuation import continued
from reportedly.reading.cue import verbs
from reportedly.reading.disputed import disputed, without_apposition
from reportedly.reading.draft import Draft, nested, unwound
from reportedly.reading.edge import edges
from reportedly.reading.headline import headlines, posts, turns_of
from reportedly.reading.hearsay import adverbs, passives, rumours, statuses
from reportedly.reading.inner import inner_voices
from reportedly.reading.open_question import open_questions
from reportedly.reading.passage import Passage, passages
from reportedly.reading.passive import passives_of
from reportedly.reading.phrasal import phrasals
from reportedly.reading.quotation import Quotation, quotations
from reportedly.reading.relay import accordings, quoted_voices, relays, sourced
from reportedly.reading.saying import of_verb
from reportedly.reading.signature import signed
from reportedly.reading.silence import silences
from reportedly.reading.source import Sources
from reportedly.reading.tag import tags
from reportedly.reading.uttered import said

_GOES_ON = frozenset(("add", "say", "continue", "explain", "go on", "note"))


def attributions(report: Report) -> Iterator[Attribution | Problem]:
    """Find every place where the text says that somebody says something.

    Args:
        report: Needs Token, Sentence, Mention, Entity and Timex; without the last three, sources keep the text's own
            words and nothing is dated.

    Yields:
        An Attribution for each, ids "A1", "A2", … in text order, parents by id; a Problem ``quotation-unclosed`` for a
        quotation mark that nothing closes.

    Raises:
        LanguageNotSupported: There are no cues for English in the lexicon.
    """
    marks = tuple(quotations(report.text))
    yield from (mark for mark in marks if isinstance(mark, Problem))
    read = list(passages(report, [mark for mark in marks if isinstance(mark, Quotation)]))
    yield from finished(report, once(continued(read, [of_passage(passage) for passage in read])))


def of_passage(passage: Passage) -> list[Draft]:
    """Return the attributions of one passage, in text order."""
    cues = list(verbs(passage))
    edge = sorted(set(edges(passage, cues)))
    found: list[Draft] = []
    for cue in cues:
        draft = of_verb(passage, cue, edge, found)
        if draft:
            found.append(draft)
    apposed = disputed(passage, cues, found, edge)
    found = [*_unheld(found, apposed), *apposed]
    for one in apposed:
        without_apposition(passage, one, found)
    found += passives_of(passage, cues, edge)
    found += accordings(passage, edge)
    for inner in (*relays(passage, found), *quoted_voices(passage, found)):
        found = [one for one in found if one.cue != inner.cue and one.cue[0][0] != inner.cue[0][0]] + [inner]
    found += _unheld(phrasals(passage, edge), found)
    found += _unheld(silences(passage, edge), found)
    found += _unheld(rumours(passage, edge), found)
    found += [*passives(passage, edge), *adverbs(passage), *statuses(passage)]
    found += open_questions(passage, found)
    found += [*posts(passage), *turns_of(passage), *signed(passage)]
    found += [*_unheld(relays(passage, found), found), *sourced(passage, found)]
    found += spoken(passage, found)
    found += tags(passage, found, edge)
    found += inner_voices(passage)
    if not found:
        found += headlines(passage)
    return nested(found)


def _unheld(more: Iterable[Draft], found: Sequence[Draft]) -> list[Draft]:
    """Return those of more drafts whose cue shares no token with a cue that is found."""
    taken = {at for one in found for start, end in one.cue for at in range(start, end)}
    return [one for one in more if not any(at in taken for start, end in one.cue for at in range(start, end))]


def once(ordered: list[Draft]) -> list[Draft]:
    """Leave out what a page says twice in the same words, as a headline repeated or a paragraph pasted again."""
    seen: dict[str, Draft] = {}
    again: dict[int, Draft] = {}
    kept = []
    for draft in ordered:
        first = seen.setdefault(draft.words(), draft)
        if first is draft:
            kept.append(draft)
        else:
            again[id(draft)] = first
    for draft in kept:
        draft.parent = again.get(id(draft.parent), draft.parent)
        draft.voice = again.get(id(draft.voice), draft.voice)
    unwound(kept)
    return kept


def finished(report: Report, ordered: list[Draft]) -> Iterator[Attribution]:
    """Yield the attributions of all drafts, in text order, with whom they mean."""
    ids = {id(draft): f"A{number}" for number, draft in enumerate(ordered, 1)}
    sources = Sources(report)
    heard: dict[str, tuple[int, str]] = {}
    beside: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in ordered:
        beside[id(draft.passage)].append(draft)
    for draft in ordered:
        parent = ids.get(id(draft.parent)) if draft.parent is not None else None
        head = draft.lead or draft
        by = sources.of(head)
        sources.heard(draft, by)
        channel = via(report, head, by) or _passed_on(head, sources) or _still(heard, by, draft)
        if channel and by.name:
            heard[by.name] = (draft.passage.paragraph, channel)
            sources.issued(channel, by)
        yield Attribution(
            ids[id(draft)],
            head.spans(head.source),
            head.spans(head.cue),
            draft.spans(draft.content),
            draft.kind(),
            by,
            parent,
            inherited=draft.inherited,
            via=channel,
            said=said(report, head, beside[id(head.passage)]),
        )


def _still(heard: dict[str, tuple[int, str]], by: Source, draft: Draft) -> str | None:
    """Return the outlet a source was speaking to just before, if it goes on."""
    paragraph, channel = heard.get(by.name or "", (0, ""))
    near = bool(channel) and 0 <= draft.passage.paragraph - paragraph <= 1
    head = draft.passage.lower(draft.source[0][0]) if draft.source else ""
    goes_on = draft.inherited or draft.voice is not None or draft.how in _GOES_ON
    again = goes_on or head in ("it", "he", "she", "they") or draft.passage.paragraph == paragraph
    speaks_on = again if is_outlet(channel) or is_occasion(channel) else goes_on or head == "it"
    return channel if near and speaks_on else None


def _passed_on(draft: Draft, sources: Sources) -> str | None:
    """Return the outlet that passes on what somebody says: whoever quotes or cites them."""
    by = sources.heard_from(draft.parent) if draft.parent is not None else None
    return by.name if by is not None and by.named and by.kind in {"outlet", "agency"} else None

"""Voices passed on: "according to X", "X, citing Y", "a source quoted by X"."""

from collections.abc import Iterator

from reportedly.reading.clause import content_end, past_parentheses, sentence_start, trimmed
from reportedly.reading.cue import verb_forms
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, following, speech

_RELAYS = {"citing": 1, "quoting": 1, "relying": 2, "relies": 2, "relied": 2, "rely": 2, "reference": 2}
_CITED = frozenset(("cited", "cites", "cite", "quoted", "quotes", "quote"))
_SOURCES = frozenset(("source", "sources"))
_NEAR = 12
_WITH_ON = 2
_OWNED = 6
_VIEWS = frozenset(
    (
        "view",
        "opinion",
        "words",
        "estimation",
        "judgment",
        "judgement",
        "eyes",
        "telling",
        "reading",
        "account",
        "count",
        "reckoning",
        "estimate",
        "version",
    )
)
_WHOSE = frozenset(("his", "her", "their", "its", "my", "our"))
_CITED_BY = frozenset(("quoted", "cited", "quotes", "cites"))
_SENT = frozenset(("sent", "told", "said", "took", "made", "came", "went", "left", "met", "gave", "had", "got", "held"))
# The first words of "according to", "in the view of", "by the count of", "to the mind of".
_OPENS = frozenset(("according", "in", "by", "to"))
_FROM = frozenset(["from", "by", "of"])


def accordings(passage: Passage, edge: list[int]) -> Iterator[Draft]:
    """Read "according to X, …", "…, in the view of X" and "in her view, …".

    Args:
        passage: Where to look.
        edge: Tokens before which another attribution begins, in order.
    """
    for at, token in enumerate(passage.tokens):
        if token.lower not in _OPENS or passage.quoted[at] >= 0:
            continue
        for cue, source, after in _marked(passage, at):
            draft = _according(passage, cue, source, after, edge)
            if draft:
                yield draft


def _marked(passage: Passage, at: int) -> Iterator[tuple[Ranges, Range, int]]:
    """Yield cue and source of "according to X", "in the view of X" or "in X's view" at a token, and where they end."""
    word = passage.lower(at)
    if word == "according" and passage.lower(at + 1) == "to":
        whom = (at + 2, at + 3) if passage.tag(at + 2) == "I" else None
        source = whom or following(passage, at + 2, len(passage.tokens))
        if source:
            yield ((at, at + 2),), _without_saying(passage, source), source[1]
    if word not in ("in", "by", "to"):
        return
    noun = next(
        (one for one in range(at + 1, min(len(passage.tokens), at + _OWNED)) if passage.lower(one) in _VIEWS), None
    )
    if noun is None or any(passage.tag(one) not in "DNA" for one in range(at + 1, noun)):
        return
    if passage.lower(noun + 1) == "of" and passage.lower(noun - 1) == "the":
        source = following(passage, noun + 2, len(passage.tokens))
        if source:
            yield ((at, noun + 2),), source, source[1]
    elif (
        passage.lower(noun - 1 - (passage.lower(noun - 1) == "own")).endswith(("'s", "’s", "s'", "s’"))
        or passage.lower(at + 1) in _WHOSE
    ):
        own = passage.lower(at + 1) in _WHOSE
        yield ((at, at + 1), (noun, noun + 1)), (at + 1, at + 2 if own else noun), noun + 1


def _without_saying(passage: Passage, source: Range) -> Range:
    """Return a source without the relative clause in which it says something more: "the Post, which said …"."""
    for at in range(source[0] + 1, source[1] - 1):
        if passage.tag(at) == "," and passage.tag(at + 1) == "R" and verb_forms().get(passage.lower(at + 2)):
            return source[0], at
    return source


def _according(passage: Passage, cue: Ranges, source: Range, after: int, edge: list[int]) -> Draft | None:
    """Return the attribution of a source that such words name; None where nothing is said."""
    at = cue[0][0]
    opens = at == sentence_start(passage, at) or passage.tag(at - 1) in "CSH"
    if not opens:
        before = _before(passage, at)
        later = _goes_on(passage, after, edge) if passage.tag(at - 1) == "," and before else ()
        return Draft(passage, (source,), cue, (*before, *later), "according") if before else None
    content = _after(passage, _begins(passage, after), edge)
    if not content or _verbal(passage, content[0][0]):
        # The whole rest looked like a description of the source: what is said begins after its first comma.
        comma = next((one for one in range(at + 3, after) if passage.tag(one) == "," and passage.quoted[one] < 0), None)
        if comma:
            source, content = (source[0], comma), _after(passage, comma + 1, edge) or content
    return Draft(passage, (source,), cue, content, "according") if content else None


def _verbal(passage: Passage, at: int) -> bool:
    """Say whether a verb stands at a token: then its subject has been taken for a description of the source."""
    finite = passage.tag(at) in "BM" or (passage.tag(at) == "V" and passage.lower(at).endswith("ed"))
    return passage.quoted[at] < 0 and (finite or passage.lower(at) in _SENT)


def _goes_on(passage: Passage, comma: int, edge: list[int]) -> Ranges:
    """Return what goes on after a source set between commas: "…, according to the office, down from nine"."""
    if passage.tag(comma) != "," or passage.tag(comma + 1) != "P" or comma in edge:
        return ()
    return _after(passage, comma + 1, edge)


def _begins(passage: Passage, at: int) -> int:
    """Return where what an opening source says begins, past a time and what stands between commas."""
    while at < len(passage.tokens) and passage.tag(at) in "YEP":
        at += 1
    return at if passage.tag(at) != "," else past_parentheses(passage, at) + 1


def _after(passage: Passage, start: int, edge: list[int]) -> Ranges:
    """Return what an opening source says."""
    if start >= len(passage.tokens):
        return ()
    one = trimmed(passage, start, content_end(passage, start, edge))
    return (one,) if one else ()


def _before(passage: Passage, at: int) -> Ranges:
    """Return what stands before a closing "according to X", and after it where it only breaks the sentence."""
    before = at - 1
    if passage.quoted[before] >= 0 or (passage.tag(before) == "," and passage.quoted[before - 1] >= 0):
        inner = before if passage.quoted[before] >= 0 else before - 1
        low, high = passage.quotations[passage.quoted[inner]]
        if low == sentence_start(passage, low) and speech(passage, passage.quoted[inner]):
            return ((low, high),)
    start = sentence_start(passage, at)
    one = trimmed(passage, start, at)
    return (one,) if one else ()


def relays(passage: Passage, found: list[Draft]) -> Iterator[Draft]:
    """Read "citing Y", "quoting Y" and "relying on Y" beside an attribution of the same passage.

    Args:
        passage: Where to look.
        found: Attributions of the passage by other cues.

    Yields:
        A Draft for each, with the host's content and the host as parent.
    """
    made: list[Draft] = []
    for at, token in enumerate(passage.tokens):
        if token.lower not in _RELAYS and token.lower not in _CITED:
            continue
        words = 1 if _cited(passage, at) else _RELAYS.get(token.lower)
        if (
            words is None
            or passage.quoted[at] >= 0
            or (words == _WITH_ON and passage.lower(at + 1) not in ("on", "upon", "to"))
            or (token.lower == "reference" and passage.lower(at - 1) != "with")
        ):
            continue
        # "citing X, who relies on Y": Y stands behind X, who was cited.
        host = made[-1] if made and token.lower.startswith("rel") else _host(passage, found, at)
        if host is None:
            continue
        high = min((start for start, _ in host.content if start > at), default=len(passage.tokens))
        source = following(passage, at + words, high)
        if source is None:
            continue
        source = _speakers(passage, _before_relative(passage, source))
        if host.cue[0][0] > at:
            # "X, citing Y, reported" and "Citing Y, X reported": Y ends at the next comma.
            comma = next(
                (one for one in range(*source) if passage.tag(one) == "," and passage.quoted[one] < 0), source[1]
            )
            source = (source[0], comma)
        cue = (at - (token.lower == "reference"), at + words)
        # "Media with reference to sources reported": the media's words end before those of the sources.
        host.source = tuple((low, cue[0] if low < cue[0] < high else high) for low, high in host.source)
        made.append(Draft(passage, (source,), (cue,), host.content, "relay", host.polarity, parent=host))
    yield from made


def sourced(passage: Passage, found: list[Draft]) -> Iterator[Draft]:
    """Read "The Post, which said its source was a nurse": the nurse stands behind what else the Post says in the passage.

    Args:
        passage: Where to look.
        found: Attributions of the passage by other cues.
    """
    for at, token in enumerate(passage.tokens):
        if token.lower not in _SOURCES or passage.lower(at - 1) not in _WHOSE or passage.tag(at + 1) != "B":
            continue
        telling = next((one for one in found if any(low <= at < high for low, high in one.content)), None)
        if telling is None:
            continue
        host = next((one for one in found if one is not telling and one.source and one.source == telling.source), None)
        source = following(passage, at + 2, max(high for _, high in telling.content))
        if host is not None and source is not None:
            yield Draft(passage, (source,), ((at, at + 1),), host.content, "relay", host.polarity, parent=host)


def _cited(passage: Passage, at: int) -> bool:
    """Say whether "which cited Y" stands at a token, without what Y says."""
    own = passage.lower(at) in _CITED and passage.tag(at - 1) == "R"
    return own and all(passage.lower(one) != "saying" for one in range(at + 1, at + _NEAR))


def _before_relative(passage: Passage, source: Range) -> Range:
    """Return a cited source without "who relies on …"."""
    for at in range(source[0] + 1, source[1]):
        if passage.tag(at) == "R" and passage.lower(at + 1) in _RELAYS:
            return source[0], at - (passage.tag(at - 1) == ",")
    return source


def _host(passage: Passage, found: list[Draft], at: int) -> Draft | None:
    """Return the attribution that passes on what is cited at one token: the nearest cue before it, else after it."""
    verbal = [one for one in found if one.cue and one.cue[0][0] != at and one.parent is None]
    before = [one for one in verbal if one.cue[0][0] < at]
    after = [one for one in verbal if one.cue[0][0] > at and one.source and one.source[0][0] < at]
    if not after and at == sentence_start(passage, at):
        after = [one for one in verbal if one.cue[0][0] > at and one.source]
    if after:
        return min(after, key=lambda one: one.cue[0][0])
    return max(before, key=lambda one: one.cue[0][0], default=None)


def _speakers(passage: Passage, source: Range) -> Range:
    """Return whose statements are cited: "statements from Jonas" are his."""
    for at in range(source[0], min(source[1], source[0] + 4)):
        if (
            passage.lower(at) in ("statements", "comments", "remarks", "information", "words", "testimony")
            and passage.lower(at + 1) in _FROM
        ):
            return (at + 2, source[1]) if at + 2 < source[1] else source
    return source


def quoted_voices(passage: Passage, found: list[Draft]) -> Iterator[Draft]:
    """Read the inner voice of "X quoted Y as saying …" and "X cited Y saying …".

    Args:
        passage: Where to look.
        found: Attributions of the passage by other cues.
    """
    for at, token in enumerate(passage.tokens):
        if token.lower not in ("saying", "effect") or passage.quoted[at] >= 0:
            continue
        effect = token.lower == "effect"
        if effect and passage.lower(at - 2) != "to":
            continue
        stop = at - 2 if effect else at - 1 if passage.lower(at - 1) == "as" else at
        verb = next(
            (one for one in range(stop - 1, max(-1, stop - _NEAR), -1) if passage.lower(one) in _CITED_BY), None
        )
        if verb is None or verb + 1 >= stop or any(passage.tag(one) in "BM,;:" for one in range(verb + 1, stop)):
            continue
        start = verb + 1
        host = next((one for one in found if one.cue and one.cue[0] == (verb, verb + 1)), None)
        if host is not None:
            yield Draft(
                passage, ((start, stop),), ((stop if effect else at, at + 1),), host.content, "say", parent=host
            )

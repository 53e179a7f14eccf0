"""Where what is said begins and ends."""

import re
from collections.abc import Iterable
from functools import cache

from reportedly.lexicon import load
from reportedly.reading.cue import Cue, verb_forms
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, speech

# The hour before an entry of a live page, with its zone, in brackets or not, and what parts it from the words.
_CLOCK = re.compile(
    r"(?:[A-Z]{4,10}:? )?[\[(]?\d{1,2}[:.]\d{2}(?: ?(?:[ap]\.?m\.?|[A-Z]{3,4}|h))?[\])]?(?: ?[-–—:|•·] ?| (?=[A-Z“\"‘]))"
)
_CLOCKED = 12
_FAR = 25
_NEAR = 15
_LONGEST = 400
_ORDERED = 6
_MARKS = 3
_ASKED = 9
_ADDRESSED = frozenset(
    ("ask", "warn", "remind", "promise", "advise", "caution", "quiz", "query", "question", "beg", "show")
)
_WH = frozenset(("whether", "if", "how", "why", "what", "where", "when", "who", "which"))
_ABOUT = frozenset(("on", "about", "of", "for", "against", "to"))
_SIDES = frozenset(("because", "although", "though", "while", "since", "once", "unless", "if"))
_SILENT = frozenset(("does not say", "cannot confirm"))


def content_start(passage: Passage, cue: Cue) -> int | None:  # noqa: PLR0911 - one return a construction
    """Return where what is said begins, to the right of its cue; None when nothing said stands there."""
    at = past_manner(passage, cue.end)
    if at >= len(passage.tokens) or (at in passage.stops and passage.tag(at) in ".!?"):
        return None
    if passage.tag(at) == "I" and "c" in cue.verb.frames and "p" not in cue.verb.frames and passage.quoted[at] < 0:
        at += 1
    tag = passage.tag(at)
    if tag == "H" and "c" in cue.verb.frames:
        return at + 1
    if tag == ":":
        return at + 1 if at + 1 < len(passage.tokens) else None
    if tag == "," and passage.quoted[at] < 0:
        later = _past_aside(passage, at) if "c" in cue.verb.frames and passage.tag(at + 1) in "GP" else None
        if later is not None and later != at and passage.tag(later - 1) == "H":
            return later
        return at + 1 if passage.quoted[at + 1 : at + 2] not in ((), (-1,)) else None
    if passage.quoted[at] >= 0:
        return at
    if "p" in cue.verb.frames:
        return _past_addressee(passage, at)
    return _bare(passage, cue, at)


def _bare(passage: Passage, cue: Cue, at: int) -> int | None:  # noqa: PLR0911 - one return a construction
    """Return where a content without "that" begins."""
    tag, frames = passage.tag(at), cue.verb.frames
    if cue.verb.lemma in _ADDRESSED and tag in "DAN" and (asked := _past_asked(passage, at)):
        return asked
    deed = tag == "T" and passage.lower(at + 1) in verb_forms()
    later = _later_that(passage, at) if "c" in frames and tag in "PTE" and not deed else None
    if later is not None:
        return later
    silent = cue.polarity in _SILENT
    if tag == "T":
        return at + silent if "i" in frames or silent else None
    if tag in "SR" and passage.lower(at) in _WH:
        return at if "c" in frames or silent else None
    if tag == "P":
        if "z" in frames and _clause_after(passage, at):
            return at
        about = ("n" in frames or silent) and passage.lower(at) in _ABOUT
        of = "o" in frames and passage.lower(at) in ("of", "about", "at", "against")
        return at + 1 if about or of else None
    if tag == "S" and "z" in frames and _side_clause(passage, at):
        return at
    if tag in "CSR.)?!;":
        return None
    if cue.mood == "infinitive":
        return at if "z" in frames and tag == "O" else None
    ordered = "i" in frames and "T" in passage.tags[at : at + _ORDERED]
    return at if "z" in frames or "n" in frames or ordered or silent else None


def _side_clause(passage: Passage, at: int) -> bool:
    """Say whether a side clause opens what is said, with the main clause behind its comma: "said because he is ill, he stays"."""
    if passage.lower(at) not in _SIDES:
        return False
    comma = next((one for one in range(at + 1, min(len(passage.tokens), at + _FAR)) if passage.tag(one) in ",.;"), at)
    after = comma + 1
    if comma == at or passage.tag(comma) != "," or after >= len(passage.tokens):
        return False
    end = min(len(passage.tokens), after + _NEAR)
    return passage.quoted[after] >= 0 or (passage.tag(after) in "ODAN" and has_verb(passage, after, end))


def _clause_after(passage: Passage, at: int) -> bool:
    """Say whether a preposition opens a clause with its own verb ("at least nine were killed") and no mere circumstance."""
    if passage.lower(at + 1) in ("least", "most") or passage.tag(at + 1) in "#Z":
        return True
    for one in range(at + 1, min(len(passage.tokens), at + _FAR)):
        if passage.tag(one) == "," and passage.quoted[one] < 0:
            return passage.tag(one + 1) in "OD" and has_verb(passage, one + 1, min(len(passage.tokens), one + _FAR))
        if one in passage.stops or passage.quoted[one] >= 0 or passage.tag(one) == "R":
            return False
        if passage.tag(one) in "BM" and passage.tag(one - 1) in "NA":
            return True
    return False


def past_manner(passage: Passage, at: int) -> int:
    """Return the token after times and adverbs that follow a cue."""
    start = at
    while at < min(len(passage.tokens), start + _NEAR):
        if (
            (passage.tag(at) == "E" and not passage.lower(at).endswith(("'s", "’s")))
            or (passage.lower(at) in ("only", "simply") and not _counts(passage, at + 1))
            or (passage.tag(at) == "Y" and passage.lower(at) not in ("not", "once", "never"))
        ):
            at += 1
        elif (passage.tag(at) == "P" and passage.tag(at + 1) == "E") or (
            passage.lower(at) in ("last", "this", "earlier", "late", "early")
            and (passage.tag(at + 1) == "E" or passage.lower(at + 1) in _SPANS)
        ):
            at += 2
        elif (
            passage.lower(at) in _WITHIN
            and passage.lower(at + 1) in ("this", "that")
            and passage.lower(at + 2) in _SPANS
        ) or (passage.tag(at) == "," and passage.lower(at + 1) in _ASIDES and passage.tag(at + 2) == ","):
            at += 3
        else:
            break
    # "announced three days of mourning": what looked like a time is counted.
    return at if passage.lower(at) != "of" else start


_WITHIN = frozenset(("earlier", "later", "late", "early"))


def _counts(passage: Passage, at: int) -> bool:
    """Say whether a number of something stands at a token: "confirmed only two deaths"."""
    return passage.tag(at) in "#Z" and passage.tag(at + 1) in "NA"


# "He added, though, that".
_ASIDES = frozenset(("though", "however", "too", "meanwhile", "instead", "again"))
_SPANS = frozenset(["week", "month", "year", "night", "evening", "morning", "afternoon"])


def _past_asked(passage: Passage, at: int) -> int | None:
    """Return where a question, a "that" or an "about" begins behind whoever is asked or warned; None when none follows."""
    for one in range(at + 1, min(len(passage.tokens), at + _ASKED)):
        tag = passage.tag(one)
        if passage.lower(one) == "about" and all(passage.tag(two) in "DNA" for two in range(at, one)):
            return one + 1
        if tag == "H":
            return one + 1
        if tag in "SR" and passage.lower(one) in _WH:
            return one
        if tag in "BMVOT,.;:" or passage.quoted[one] >= 0:
            return None
    return None


def _later_that(passage: Passage, at: int) -> int | None:
    """Return the token after a "that", colon or comma with a quotation, past "in a statement on Monday"."""
    for one in range(at, min(len(passage.tokens), at + _FAR)):
        tag = passage.tag(one)
        if passage.quoted[one] >= 0:
            return one if speech(passage, passage.quoted[one]) else None
        if tag in "H:":
            return one + 1
        if tag == ",":
            if passage.quoted[one + 1 : one + 2] not in ((), (-1,)):
                return one + 1
            return None
        if tag in "BMVR.;" or (tag == "O" and one > at + 1):
            return one if tag == "O" else None
    return None


def _past_addressee(passage: Passage, at: int) -> int | None:
    """Return where what somebody is told begins, past whoever is told."""
    nearest: int | None = None
    for one in range(at, min(len(passage.tokens), at + _FAR)):
        tag = passage.tag(one)
        if passage.quoted[one] >= 0:
            if speech(passage, passage.quoted[one]):
                return one
        elif tag in "H:" or (tag in "SR" and passage.lower(one) in _WH):
            return one + (tag in "H:")
        elif tag in ",(":
            after = _past_aside(passage, one) if tag == "," else _past_bracket(passage, one)
            if after != one:
                return after
        elif one in passage.stops or tag in "BMV" or (tag == "T" and one > at):
            return nearest or (one if tag == "T" else None)
        elif nearest is None and one > at and _opens_clause(passage, one, at):
            nearest = one
    return nearest


def _past_bracket(passage: Passage, opened: int) -> int:
    """Return where a "that" begins what is said behind a bracket; the bracket itself where none follows it."""
    reach = range(opened, min(len(passage.tokens), opened + _NEAR))
    closed = next((at for at in reach if passage.tag(at) == ")"), None)
    return closed + 2 if closed is not None and passage.tag(closed + 1) == "H" else opened


def _past_aside(passage: Passage, comma: int) -> int | None:
    """Return where speech or a "that" begins after a comma, or after what stands between it and the next one.

    The comma itself where it belongs to whoever is told ("a crowd in Tollen, Velmora that …"); None for any other comma.
    """
    if passage.quoted[comma + 1 : comma + 2] not in ((), (-1,)):
        return comma + 1
    for one in range(comma + 1, min(len(passage.tokens), comma + _NEAR)):
        if passage.tag(one) == "," and passage.tag(one + 1) == "H":
            return one + 2
        if passage.tag(one) == "," and passage.quoted[one + 1 : one + 2] not in ((), (-1,)):
            return one + 1
        if passage.tag(one) == "H" and passage.tag(one - 1) in "AEN":
            return comma
        if one in passage.stops or passage.tag(one) in ";:":
            break
    return None


def _opens_clause(passage: Passage, one: int, told: int) -> bool:
    """Say whether a clause without "that" can begin at a token behind whoever is told."""
    tag, before = passage.tag(one), passage.tag(one - 1)
    if tag == "O":
        return True
    if tag == "D":
        return before != "P"
    whole = one == told + 1 and (before == "I" or (before == "N" and passage.lower(told).endswith("s")))
    return whole and tag in "A#Z"


def content_end(passage: Passage, start: int, edges: Iterable[int]) -> int:
    """Return where what is said ends, to the right: at the next cue's clause, or with the sentence.

    Args:
        passage: Where it stands.
        start: Its first token.
        edges: Tokens before which another attribution begins, in order.
    """
    if start >= len(passage.tokens):
        return start
    high = min(len(passage.tokens), start + _LONGEST)
    stop = next((at for at in range(start, high) if at in passage.stops and not _inside(passage, at)), high - 1) + 1
    edge = next((one for one in edges if one > start), stop)
    if passage.quoted[start] >= 0:
        number = passage.quoted[start]
        low, past = passage.quotations[number]
        whole = low == start and (passage.tag(past - 2) in ".,?!" or past >= stop)
        if whole and past - low > _MARKS:
            return past
    return min(stop, edge, _colon(passage, start, min(stop, edge)))


def _colon(passage: Passage, start: int, end: int) -> int:
    """Return the colon that opens a quotation after an indirect statement; ``end`` where none does.

    "said it was safe: “Nobody was hurt.”" are two; where the statement itself tells of speech ("that he had called: “Go
    back”"), the quotation is part of it.
    """
    for at in range(start + 1, end - 1):
        if passage.tag(at) == ":" and passage.quoted[at] < 0 and passage.quoted[at + 1] >= 0:
            inner = any(passage.lower(one) in verb_forms() and passage.quoted[one] < 0 for one in range(start, at))
            return end if inner or not speech(passage, passage.quoted[at + 1]) else at
    return end


def _inside(passage: Passage, at: int) -> bool:
    """Say whether a quotation goes on after a token that ends one of its sentences."""
    return passage.quoted[at] >= 0 and passage.quoted[at + 1 : at + 2] == (passage.quoted[at],)


def sentence_start(passage: Passage, at: int) -> int:
    """Return where the sentence that a token stands in begins, a dateline left out."""
    start = at
    while start > 0 and (start - 1) not in passage.stops:
        start -= 1
    return max(start, _after_dateline(passage)) if start == 0 else start


def _after_dateline(passage: Passage) -> int:
    """Return the first token after "LONDON (Reuters) -", "12:40 –" or a speaker's name; 0 when none opens the passage."""
    if passage.turn:
        return passage.turn + 1
    clock = _after_clock(passage)
    if clock:
        return clock
    for at in range(1, min(12, len(passage.tokens))):
        if passage.tag(at) == "-":
            shouted = all(
                token.span.cut(passage.text).isupper() or passage.tag(one) in "#,.E"
                for one, token in enumerate(passage.tokens[:at])
            )
            return at + 1 if passage.tag(at - 1) == ")" or shouted else 0
    return _after_bracket(passage)


def _after_clock(passage: Passage) -> int:
    """Return the first token after the hour that opens an entry of a live page; 0 when none does."""
    found = _CLOCK.match(passage.text, passage.tokens[0].span.start)
    if not found:
        return 0
    return next((at for at, token in enumerate(passage.tokens[:_CLOCKED]) if token.span.start >= found.end()), 0)


def _after_bracket(passage: Passage) -> int:
    """Return the first token after an opening "(Reuters)"."""
    if passage.tag(0) == "(":
        closed = next((at for at in range(1, min(6, len(passage.tokens))) if passage.tag(at) == ")"), 0)
        return closed + 1 if closed else 0
    return 0


def past_parentheses(passage: Passage, comma: int) -> int:
    """Return the comma after "which said …" or "quoting a nurse" behind an opening source; the same one where none stands there.

    Args:
        passage: Where it stands.
        comma: The comma behind the source.
    """
    while passage.tag(comma + 1) in "RG" and passage.quoted[comma + 1] < 0:
        later = next(
            (at for at in range(comma + 1, len(passage.tokens)) if passage.tag(at) == "," and passage.quoted[at] < 0),
            None,
        )
        if later is None:
            return comma
        comma = later
    return comma


def trimmed(passage: Passage, start: int, end: int) -> Range | None:
    """Return a content without the punctuation and the "that" round it; None when nothing is left."""
    while (
        start < end
        and passage.quoted[start] < 0
        and (
            passage.tag(start) in ",:;-.)…*"
            or (passage.tag(start) == "H" and passage.tag(start + 1) not in "BMV" and start + 1 < end)
        )
    ):
        start += 1
    while start < end and (passage.quoted[end - 1] < 0 and passage.tag(end - 1) in ",:;-.(…*C"):
        end -= 1
    return (start, end) if start < end else None


@cache
def saying_nouns() -> frozenset[str]:
    """Return the nouns that hold a statement, with their plurals."""
    words = set()
    for noun in load("en", "cue")["nouns"]:
        words.add(noun)
        if noun != "news":
            words.add(noun + "s")
    return frozenset(words)


def has_verb(passage: Passage, start: int, end: int) -> bool:
    """Say whether a finite verb stands between two tokens, as far as shape tells."""
    forms = verb_forms()
    for at in range(start, end):
        tag = passage.tag(at)
        if tag in "BM":
            return True
        # "combined" after "'s" or an article is an adjective.
        after_noun = passage.tag(at - 1) in "NAORY)" and not passage.lower(at - 1).endswith(("'s", "s'"))
        if after_noun and (tag == "V" or passage.lower(at) in forms):
            return True
    return False

"""Where the phrase that names a speaker begins and ends."""

from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.reading.passage import Passage

Range = tuple[int, int]

_LONGEST = 60
_RELATIVE_REACH = 14
_SPEECH_WORDS = 4
_PARTICIPLES = frozenset(("seen", "taken", "shown", "made", "written", "sent", "held", "given", "put", "shot"))
_HARD = frozenset(';:.?!-"([')
_PARTING = frozenset(("by", "on", "with", "amid", "following", "after", "about", "over", "during"))
_QUANTIFIERS = frozenset(
    ("some", "many", "others", "other", "another", "each", "neither", "none", "several", "all", "both")
).union(("this", "that", "these", "those", "most", "few"))


def speech(passage: Passage, number: int) -> bool:
    """Say whether a quotation is speech rather than a name or a phrase in quotation marks."""
    low, high = passage.quotations[number]
    inner_end = passage.tag(high - 2) if passage.tag(high - 1) == '"' else passage.tag(high - 1)
    if inner_end == "," and high - low - 1 > 1 and (low == 0 or low - 1 in passage.stops):
        return True
    return high - low - 2 >= _SPEECH_WORDS or (inner_end in ",.?!" and high - low - 2 >= _SPEECH_WORDS - 1)


def comma_inside(passage: Passage, at: int) -> bool:
    """Say whether a token closes a quotation behind a comma that parts it from what follows: "was “unwise,” said the mayor"."""
    closes = passage.quoted[at] >= 0 and at == passage.quotations[passage.quoted[at]][1] - 1
    return closes and passage.tag(at) == '"' and passage.tag(at - 1) == ","


def subject(passage: Passage, verb: int, low: int = 0) -> Range | None:
    """Find the phrase before a verb that names who does it.

    Args:
        passage: Where the verb stands.
        verb: First token of the verb group.
        low: First token the phrase may begin at.

    Returns:
        First and one past the last token; None when nothing before the verb names anybody.
    """
    end = _without_time(passage, verb, low)
    if passage.tag(end - 1) == "V" and passage.tag(end) == "E" and passage.tag(end - 2) in "NA" and end - 1 > low:
        # "a document filed Thursday said": the time belongs to the participle, and that to the noun.
        end = next(at for at in range(end, len(passage.tokens) + 1) if passage.tag(at) != "E")
    if end <= low:
        return None
    if passage.tag(end - 1) == ",":
        return _before_apposition(passage, end - 1, low)
    if passage.tag(end - 1) in "RH":
        return _antecedent(passage, end - 1, low)
    return _trimmed(passage, phrase_start(passage, end, low), end)


def phrase_start(passage: Passage, end: int, low: int) -> int:
    """Return where the noun phrase that ends before ``end`` begins, relative clauses and "and" included."""
    joined_name = passage.tag(end - 2) == "C" and passage.tag(end - 3) in "OA" and passage.lower(end - 3) != "there"
    # "a doctor there said": after a noun the word says where, as "here" does.
    placed = passage.lower(end - 1) == "there" and end - 2 >= low and passage.tag(end - 2) in "NA"
    if passage.tag(end - 1) == "O" and not joined_name and not placed:
        return max(low, end - 1)
    start, joined = end, -1
    at = end - 1
    while at >= max(low, end - _LONGEST):
        step = _leftwards(passage, at, low)
        if step is None:
            # What stands between a finite verb and this one belongs to that verb, up to the "and" that parts them.
            return joined + 1 if joined >= 0 and passage.tag(at) in "VBMG" else start
        if passage.tag(at) == "C":
            if passage.lower(at) in ("but", "nor", "yet"):
                return start
            joined = at
        start = at = step
        at -= 1
    return start


def flat_start(passage: Passage, end: int, low: int) -> int:
    """Return where the noun phrase that ends before ``end`` begins, no further back than its own prepositions.

    "amid a Daily Mail report" begins at "a": a preposition belongs to the phrase only where a noun stands before it.
    """
    at = end
    while at > max(low, end - _LONGEST):
        tag = passage.tag(at - 1)
        if passage.quoted[at - 1] >= 0 or (tag not in "DNA#Z@P" and passage.lower(at - 1) != "earlier"):
            break
        if tag == "P" and (passage.lower(at - 1) in _PARTING or passage.tag(at - 2) not in "NA" or at - 1 <= low):
            break
        at -= 1
    return at


def _leftwards(passage: Passage, at: int, low: int) -> int | None:
    """Return the token to go on from when the phrase may reach back over ``at``; None when it ends there."""
    tag = passage.tag(at)
    if passage.quoted[at] >= 0:
        number = passage.quoted[at]
        return None if speech(passage, number) or comma_inside(passage, at) else max(low, passage.quotations[number][0])
    if tag == ")":
        opened = next((one for one in range(at, max(low, at - 12) - 1, -1) if passage.tag(one) == "("), None)
        return opened if opened is not None and opened > low else None
    if tag in ",HSR" or (tag in _HARD and (tag != "." or at in passage.stops)):
        return None
    if tag in "VBM":
        return at if _adjective(passage, at) else _over_verb(passage, at, low)
    if tag == "G":
        return at if passage.tag(at - 1) in "NAGCD" and at > low else None
    return at


def _over_verb(passage: Passage, at: int, low: int) -> int | None:
    """Return where to go on when the verb belongs to a clause inside the phrase; None when it does not."""
    for one in range(at - 1, max(low, at - _RELATIVE_REACH) - 1, -1):
        if passage.tag(one) in "RH" and passage.tag(one - 1) in "NA" and one > low:
            return one
        if passage.tag(one) in ",S" or passage.tag(one) in _HARD:
            break
    if not _reduced(passage, at) or at <= low:
        return None
    if passage.tag(at - 1) in "NA":
        return at
    # "footage shared on social media and verified by X": both belong to the noun before the first.
    if passage.tag(at - 1) == "C":
        for one in range(at - 2, max(low, at - _RELATIVE_REACH), -1):
            if passage.quoted[one] >= 0 or passage.tag(one) in ",SRHBM" or passage.tag(one) in _HARD:
                return None
            if _reduced(passage, one) and passage.tag(one - 1) in "NA":
                return one
    return None


def _adjective(passage: Passage, at: int) -> bool:
    """Say whether a participle describes the noun behind it, right after a quotation or a comma: "“…,” retired general X said"."""
    opens = at > 0 and (passage.tag(at - 1) == "," or passage.quoted[at - 1] >= 0)
    return opens and passage.lower(at).endswith("ed") and passage.tag(at + 1) in "AN"


def _reduced(passage: Passage, at: int) -> bool:
    """Say whether a verb form can belong to the noun before it: "shared on social media", "verified by X"."""
    past = passage.tag(at) == "V" and (passage.lower(at).endswith("ed") or passage.lower(at) in _PARTICIPLES)
    return past and passage.tag(at + 1) in "PTE"


def _without_time(passage: Passage, end: int, low: int) -> int:
    """Return ``end`` moved left over times and adverbs ("on Saturday", "this week", "also")."""
    while end > low:
        if passage.tag(end - 1) in "YE":
            end -= 1
        elif passage.lower(end - 1) in ("week", "month", "year", "morning", "evening", "night", "afternoon"):
            if passage.tag(end - 2) not in "DNE" or end - 2 < low:
                return end
            end -= 2
        elif passage.tag(end - 1) == "P" and passage.tag(end) == "E":
            end -= 1
        else:
            return end
    return end


def _trimmed(passage: Passage, start: int, end: int) -> Range | None:
    """Return the phrase without what only leads up to it; None when nothing names anybody."""
    while start < end:
        tag = passage.tag(start)
        if tag in "CSYE" or passage.lower(start) in connectives():
            start += 1
        elif tag == "P" and passage.tag(start + 1) in "E#":
            start += 2
        elif tag == "P":
            start = _after_adverbial(passage, start, end)
        else:
            break
    named = any(
        passage.tag(at) in "NAO#Z@" or passage.quoted[at] >= 0 or passage.lower(at) in _QUANTIFIERS
        for at in range(start, end)
    )
    return (start, end) if start < end and named else None


def _after_adverbial(passage: Passage, start: int, end: int) -> int:
    """Return where a phrase begins after "in Seoul" or "at the meeting" that no comma parts from it."""
    for at in range(start + 1, end):
        if passage.tag(at) == "E":
            return at + 1
        if passage.tag(at) in "DO" and at > start + 1:
            return at
    return start + 1


def _antecedent(passage: Passage, relative: int, low: int) -> Range | None:
    """Return the phrase that "who", "which" or "that" stands for."""
    parted = passage.tag(relative - 1) == ","
    # "released a letter on Friday that says": the time belongs to the verb before.
    end = _without_time(passage, relative - parted, low)
    if end <= low or passage.tag(end - 1) not in "NA)" or (passage.tag(relative) == "H" and parted):
        return None
    return _trimmed(passage, flat_start(passage, end, low), end)


def _before_apposition(passage: Passage, comma: int, low: int) -> Range | None:
    """Return the phrase that ends in a parenthesis between commas: "X, head of Y, said"."""
    commas = [comma]
    for at in range(comma - 1, max(low, comma - _LONGEST) - 1, -1):
        if passage.quoted[at] >= 0:
            number = passage.quoted[at]
            if speech(passage, number):
                break
            if at == passage.quotations[number][1] - 1 and passage.tag(at - 1) == ",":
                commas.append(at + 1)
        elif passage.tag(at) == ",":
            commas.append(at)
        elif passage.tag(at) in ";:?!" or at in passage.stops:
            break
    for edge in commas[1:]:
        start = phrase_start(passage, edge, low)
        if start < edge and not _apposition(passage, start):
            found = _trimmed(passage, start, edge)
            outer = _described_name(passage, start, commas, low)
            return (outer if outer is not None else found[0], comma) if found else None
    return None


def _described_name(passage: Passage, start: int, commas: list[int], low: int) -> int | None:
    """Return where a name begins that an age or a description between commas follows; None where none stands there."""
    told = passage.tag(start) in "#Z" or passage.lower(start) in ("a", "an") or passage.tag(start) == "N"
    before = start - 1
    while told and before > low and passage.tag(before) == "G":
        before -= 1
    if not told or before not in commas:
        return None
    outer = phrase_start(passage, before, low)
    if passage.tag(outer) in "#Z" and outer - 1 in commas:
        before = outer - 1
        outer = phrase_start(passage, before, low)
    name = outer < before and all(passage.tag(at) == "A" or at == 0 for at in range(outer, before))
    return outer if name and passage.tag(outer) != "P" else None


def _apposition(passage: Passage, start: int) -> bool:
    """Say whether a phrase only describes the one before it: "of the institute", "head of the agency"."""
    return passage.tag(start) in "PGR" or (passage.tag(start) == "N" and passage.tag(start + 1) == "P")


def following(passage: Passage, start: int, high: int) -> Range | None:
    """Find the phrase after a verb or preposition that names somebody: "said X, head of Y, on Monday".

    Args:
        passage: Where it stands.
        start: First token it may begin at.
        high: One past the last token it may reach.

    Returns:
        First and one past the last token; None when nothing there names anybody.
    """
    at = start
    relative = False
    while at < min(high, start + _LONGEST):
        relative = relative or passage.tag(at) == "R"
        if passage.tag(at) == "," and passage.quoted[at] < 0:
            # "said Lind, who recently …": what only adds something is no part of the name.
            if passage.tag(at + 1) == "R" or not _goes_on(passage, at, high):
                break
        elif _ends(passage, at, start, relative=relative):
            break
        at += 1
    end = _without_time(passage, at, start)
    while end > start and passage.tag(end - 1) in ",P":
        end -= 1
    return _trimmed(passage, start, end) if end > start else None


def _ends(passage: Passage, at: int, start: int, *, relative: bool) -> bool:  # noqa: PLR0911 - one return a boundary
    """Say whether a phrase that runs to the right ends before this token."""
    tag = passage.tag(at)
    if passage.quoted[at] >= 0:
        return speech(passage, passage.quoted[at])
    if tag == "S" and relative and passage.lower(at) == "as":
        return False
    if tag in ";:?!-ESHO" or (tag == "." and at in passage.stops):
        return at > start or tag != "O"
    if tag == "(":
        return passage.tag(at + 2) != ")"
    if tag in "BM" or (tag == "V" and passage.tag(at + 1) not in "PE" and at > start):
        return not relative
    if tag == "P" and at > start:
        return _channel_after(passage, at)
    return tag == "G" and passage.tag(at - 1) in "P,"


def _channel_after(passage: Passage, at: int) -> bool:
    """Say whether "in a statement", "on Monday" or the like begins here."""
    if passage.lower(at) in ("from", "of"):
        return False
    nouns = load("en", "via")["nouns"]
    ahead = range(at + 1, at + 5)
    return any(passage.lower(one) in nouns or (passage.tag(one) == "E" and one <= at + 2) for one in ahead)


def _goes_on(passage: Passage, comma: int, high: int) -> bool:
    """Say whether the phrase after a comma describes the one before it."""
    after = comma + 1
    if after >= high or passage.quoted[after] >= 0:
        return False
    tag, word = passage.tag(after), passage.lower(after)
    if tag == "R" or word in ("of", "from", "former"):
        return True
    # A description runs on to the next comma or the end without a finite verb; a clause has one.
    for at in range(after, min(high, after + 20)):
        if passage.tag(at) in ",." or passage.quoted[at] >= 0:
            return tag in "DNA" and word not in ("adding", "saying")
        if passage.tag(at) == "R":
            return True
        if passage.tag(at) in "BMVO":
            return False
    return tag in "DNA"


@cache
def connectives() -> frozenset[str]:
    """Return the words that open a sentence without belonging to what is said."""
    return frozenset(str(load("en", "word")["connectives"]["words"]["words"]).split())


def segments(passage: Passage, start: int, end: int) -> Iterator[Range]:
    """Yield the stretches between commas outside quotations."""
    low = start
    for at in range(start, end):
        if passage.tag(at) == "," and passage.quoted[at] < 0:
            yield low, at
            low = at + 1
    yield low, end

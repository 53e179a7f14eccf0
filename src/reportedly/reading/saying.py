"""Attributions made by a verb: "X said that …", "…, X said", "…, said X", "X, adding that …"."""

from reportedly.reading.clause import content_end, has_verb, past_manner, past_parentheses, sentence_start, trimmed
from reportedly.reading.complement import complement
from reportedly.reading.cue import Cue, heard_of, verb_forms, verbs
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.edge import headed
from reportedly.reading.frame import fits, fits_before, outer_verb
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, comma_inside, flat_start, following, speech, subject
from reportedly.reading.subject import first_subject, matrix_subject

_NEAR = 12
_CLAUSE = 4
_SHOWS = frozenset(("indicate", "show", "suggest", "prove", "reveal", "demonstrate"))
_ASKED = frozenset(("asked", "pressed", "questioned"))
_WHILE = frozenset(("by", "while", "after", "before", "when"))
_LIGHT = frozenset(
    ("has", "have", "had", "use", "uses", "used", "take", "takes", "took", "seized", "issued", "held", "gave", "made")
)
# "…, the governor said, down from 340 the day before": what goes on with a number.
_COMPARES = frozenset(("up", "down", "compared", "including", "against"))
_PARENTHESES = frozenset(("citing", "quoting", "relying"))


def of_verb(passage: Passage, cue: Cue, edge: list[int], found: list[Draft]) -> Draft | None:
    """Read the attribution that one verb makes.

    Args:
        passage: Where the verb stands.
        cue: The verb.
        edge: Tokens before which another attribution begins, in order.
        found: Attributions found to the left.

    Returns:
        The attribution; None when the verb has no content or nobody to say it.
    """
    if cue.mood == "passive" or (cue.mood == "infinitive" and not cue.verb.frames & {"c", "z", "i"}):
        return None
    source, voice = _speaker(passage, cue, found)
    content = complement(passage, cue, edge)
    content = content if content and fits(passage, cue, content) else ()
    if content and _inverted(passage, cue, content):
        source, content = None, ()
    if content and source and outer_verb(passage, source, content):
        return None
    trails = "t" in cue.verb.frames and cue.mood in ("active", "participle")
    quoted = trails and _quoted_before(passage, source, cue) and not _plain(passage, content, cue)
    if trails and (cue.mood == "active" or quoted) and (not content or not source or (cue.mood == "active" and quoted)):
        before = _before(passage, cue, source, edge)
        if before and fits_before(passage, cue, before[1]):
            voice = voice if before[0] == source else None
            source = before[0]
            # "…, recalled Dora Quill, “and …”": what looked like the object is who speaks.
            own = content if content and not source[0] <= content[0][0] < source[1] else ()
            later = own or _resumed(passage, max(cue.end, source[1]), edge)
            content = before[1] if before[1][0][0] > cue.start else _joined(passage, before[1], later)
    if not content or not source or _reader(passage, source, content):
        return None
    return Draft(
        passage,
        (source,),
        ((cue.start, cue.end),),
        content,
        cue.verb.lemma,
        cue.polarity,
        weak=_weak(passage, cue, source, content),
        voice=voice,
    )


def _inverted(passage: Passage, cue: Cue, content: Ranges) -> bool:
    """Say whether what looks like an object is who speaks: "Somebody typed six digits, explained director Orm Vane"."""
    start, end = content[0]
    told = "t" in cue.verb.frames and cue.mood == "active" and passage.tag(cue.group - 1) == "," and start == cue.end
    if not told or (end < len(passage.tokens) - 1 and passage.tag(end) not in ".,"):
        return False
    if any(passage.quoted[at] >= 0 for at in range(start, end)) or has_verb(passage, start, end) or end - start > _NEAR:
        return False
    first = sentence_start(passage, cue.group)
    segment = max((at + 1 for at in range(first, cue.group - 1) if passage.tag(at) == ","), default=first)
    clause = passage.tag(segment) not in "RGVPS" and has_verb(passage, segment, cue.group - 1)
    return clause and passage.tag(first) != "S" and any(passage.tag(at) == "A" for at in range(start, end))


def _plain(passage: Passage, content: Ranges, cue: Cue) -> bool:
    """Say whether a content is a clause without quotation marks, which needs nothing from before its cue."""
    outside = all(passage.quoted[at] < 0 for start, end in content for at in range(start, end))
    if not content or not outside or passage.tag(content[0][0] - 1) == ",":
        return False
    # "“It began here,” she said by phone from a school": how it was said.
    channel = content[0][0] == cue.end and passage.tag(cue.end) == "P"
    return not channel and has_verb(passage, *content[0])


def lead_of(passage: Passage) -> Draft | None:
    """Return source and cue of a line like "He said:", whose quotation stands in the line below; None for other lines."""
    if passage.tags[-1] != ":":
        return None
    cues = list(verbs(passage))
    last = cues[-1] if cues else None
    if last is None or last.mood != "active" or len(passage.tokens) - last.end > _NEAR:
        return None
    source = subject(passage, last.group, sentence_start(passage, last.group))
    return Draft(passage, (source,), ((last.start, last.end),), (), last.verb.lemma) if source else None


def _reader(passage: Passage, source: Range, content: Ranges) -> bool:
    """Say whether it is the reader who is spoken to: "you agree to our terms"."""
    return source[1] - source[0] == 1 and passage.lower(source[0]) == "you" and passage.quoted[content[0][0]] < 0


def _weak(passage: Passage, cue: Cue, source: Range, content: Ranges) -> bool:
    """Say whether the attribution is no voice of its own when it stands inside what another says."""
    if cue.verb.opinion and source[1] - source[0] == 1:
        return True
    if cue.polarity in ("cannot confirm", "does not say") and source[1] - source[0] == 1:
        # "They said they could not confirm it": the outer voice has the stance.
        return True
    quoted = any(passage.quoted[at] >= 0 for start, end in content for at in range(start, end))
    clause = cue.verb.frames & {"c", "z", "q"} and any(has_verb(passage, *one) for one in content)
    shows = cue.verb.lemma in _SHOWS and cue.mood == "participle"
    return shows or not (quoted or clause)


def _speaker(passage: Passage, cue: Cue, found: list[Draft]) -> tuple[Range | None, Draft | None]:
    """Return the words that name who speaks, and the attribution they were borrowed from, if any."""
    last = next((one for one in reversed(found) if one.source and one.parent is None), None)
    before = passage.tag(cue.group - 1)
    elided = before == "C" or (cue.mood == "participle" and before in ',SP"-') or headed(passage, cue)
    if not elided:
        return _beside(passage, cue), None
    if last and last.cue and last.cue[0][0] < cue.start:
        return last.source[0], last
    by = before in "SP" and passage.lower(cue.group - 1) in _WHILE and cue.verb.frames & {"c", "q"}
    if cue.mood == "participle" and ((before not in "C,-" and not by) or cue.verb.lemma in _SHOWS):
        return None, None
    return first_subject(passage, cue.group), None


def _beside(passage: Passage, cue: Cue) -> Range | None:
    """Return the subject right before a verb: that of the verb above it, where the cue is an infinitive."""
    if cue.mood == "participle":
        start = flat_start(passage, cue.group, sentence_start(passage, cue.group))
        return (start, cue.group) if start < cue.group else None
    if cue.mood == "infinitive" and heard_of(passage, cue.group) == cue.group:
        # "declined to say", "asked to announce": the verb before is the cue.
        if passage.lower(cue.group - 1) in verb_forms():
            return None
        # "prompted him to say", but "took the occasion to say".
        whom = subject(passage, cue.group, sentence_start(passage, cue.group))
        own_deed = whom is None or passage.lower(whom[0] - 1) in _LIGHT
        return matrix_subject(passage, cue.group) if own_deed else whom
    own = subject(passage, heard_of(passage, cue.group), sentence_start(passage, cue.group))
    return without_relay(passage, own) if own else None


def without_relay(passage: Passage, source: Range) -> Range:
    """Return a phrase without "citing officials", "in a statement" or "which …" set between commas after it.

    Args:
        passage: Where it stands.
        source: Its first and one past its last token.
    """
    for at in range(source[0] + 1, source[1]):
        word, after = passage.lower(at), passage.lower(at + 1)
        aside = (passage.tag(at + 1) in "PGR" and after not in ("of", "from")) or after == "where"
        reference = word == "with" and after == "reference"
        if word in _PARENTHESES or reference or (passage.tag(at) == "," and aside):
            return source[0], at - (passage.tag(at - 1) == "," and at - 1 > source[0])
    return source


def _quoted_before(passage: Passage, source: Range | None, cue: Cue) -> bool:
    """Say whether speech in quotation marks ends right before the clause of the cue."""
    at = (source[0] if source and source[1] <= cue.start else cue.group) - 1
    if at > 0 and passage.tag(at) in ",-" and passage.quoted[at] < 0:
        at -= 1
    return at > 0 and passage.quoted[at] >= 0 and speech(passage, passage.quoted[at])


def _before(passage: Passage, cue: Cue, source: Range | None, edge: list[int]) -> tuple[Range, Ranges] | None:
    """Return the source and the content of a cue that follows what is said; None when it does not."""
    if source and source[1] <= cue.start and passage.lower(source[0] - 1) == "as":
        return _as_noted(passage, cue, source, edge)
    if passage.tag(cue.end) == "I" and "p" not in cue.verb.frames:
        # "nobody believed him": what it takes stands behind it.
        return None
    if source and source[1] <= cue.start and _parted(passage, source[0]):
        content = left_of(passage, source[0], edge)
        return (source, content) if content else None
    if _parted(passage, cue.group) or passage.tag(cue.group - 1) == ",":
        turned = following(passage, cue.end, len(passage.tokens))
        content = left_of(passage, cue.group, edge)
        if turned and content:
            return turned, content
    return None


def _as_noted(passage: Passage, cue: Cue, source: Range, edge: list[int]) -> tuple[Range, Ranges] | None:
    """Return source and content of "As X noted, …" and "… (as X noted)"."""
    at = source[0] - 1
    if at == sentence_start(passage, at):
        comma = next(
            (one for one in range(cue.end, min(len(passage.tokens), cue.end + _NEAR)) if passage.tag(one) == ","), None
        )
        comma = past_parentheses(passage, comma) if comma else None
        one = (
            trimmed(passage, comma + 1, content_end(passage, comma + 1, ()))
            if comma and comma + 1 < len(passage.tokens)
            else None
        )
        return (source, (one,)) if one else None
    if passage.tag(at - 1) in "(,":
        content = left_of(passage, at, edge)
        return (source, content) if content else None
    return None


def _parted(passage: Passage, at: int) -> bool:
    """Say whether a comma, a dash or a quotation ends right before a token, adverbs apart."""
    before = at - 1
    while before > 0 and passage.tag(before) in "YE":
        before -= 1
    if before < 0:
        return False
    if passage.quoted[before] >= 0:
        return speech(passage, passage.quoted[before]) or comma_inside(passage, before)
    return passage.tag(before) in ",-" and before > 0


def left_of(passage: Passage, end: int, edge: list[int]) -> Ranges:
    """Return what is said before a trailing cue: the quotation, or the sentence so far.

    Args:
        passage: Where it stands.
        end: Where the clause of the cue begins.
        edge: Tokens before which another attribution begins, in order.
    """
    before = end - 1
    while before > 0 and passage.quoted[before] < 0 and passage.tag(before) in ",-(":
        before -= 1
    if passage.quoted[before] >= 0:
        low, high = passage.quotations[passage.quoted[before]]
        start = sentence_start(passage, low)
        if low - start <= 1 or passage.tag(low - 1) in ",:":
            return ((low, high),)
    else:
        start = sentence_start(passage, before)
        start = _past_kicker(passage, start, before)
        start = max((at + 1 for at in range(start, before) if at in edge and passage.tag(at) == ";"), default=start)
        if passage.lower(start) in _ASKED:
            return ()
    one = trimmed(passage, start, before + 1)
    return (one,) if one else ()


def _past_kicker(passage: Passage, start: int, end: int) -> int:
    """Return where a headline begins behind words in capitals and a colon ("REVEALED: …")."""
    colon = next((at for at in range(start, min(end, start + _CLAUSE + 1)) if passage.tag(at) == ":"), start)
    shouted = all(passage.word(at).isupper() and len(passage.word(at)) > 1 for at in range(start, colon))
    return colon + 1 if colon > start and shouted else start


def _joined(passage: Passage, left: Ranges, right: Ranges) -> Ranges:
    """Return a content that a cue breaks in two; the left part alone when the right one is no continuation."""
    if not right or not left:
        return left or right
    both_quoted = passage.quoted[left[-1][1] - 1] >= 0 and passage.quoted[right[0][0]] >= 0
    opens = passage.tag(left[0][0]) in "SP" or passage.lower(left[0][0]) == "but"
    fragment = passage.quoted[left[0][0]] < 0 and (opens or not has_verb(passage, *left[0]))
    outside = passage.quoted[right[0][0]] < 0
    shared = outside and (passage.tag(right[0][0]) == "C" or passage.lower(right[0][0]) in _COMPARES)
    return left + right if both_quoted or fragment or shared else left


def _shares_subject(passage: Passage, conjunction: int) -> bool:
    """Say whether a verb stands right after "and", so that what goes on has its subject before."""
    at = conjunction + 1
    while passage.tag(at) == "Y":
        at += 1
    return passage.quoted[conjunction] < 0 and (passage.tag(at) in "BMV" and passage.lower(at) not in verb_forms())


def _resumed(passage: Passage, after: int, edge: list[int]) -> Ranges:
    """Return what goes on after a cue set between commas: "The museum, Vahl said, is shut"."""
    at = _past_circumstance(passage, _past_description(passage, past_manner(passage, after)))
    if passage.tag(at) != "," or at + 1 >= len(passage.tokens) or passage.tag(at + 1) in "RG" or at in edge:
        return ()
    if passage.tag(at + 1) == "C" and not _shares_subject(passage, at + 1):
        return ()
    one = trimmed(passage, at + 1, content_end(passage, at + 1, edge))
    return (one,) if one else ()


def _past_circumstance(passage: Passage, at: int) -> int:
    """Return the comma behind "earlier in the hearing" or ", referring to the excuse" after a cue; the same token for none."""
    reach = range(at + 1, min(len(passage.tokens), at + _NEAR))
    comma = next((one for one in reach if passage.tag(one) == "," or passage.quoted[one] >= 0), None)
    if comma is None or passage.quoted[comma] >= 0:
        return at
    if passage.tag(at) == "," and passage.tag(at + 1) == "G":
        return comma if passage.quoted[comma + 1 : comma + 2] not in ((), (-1,)) else at
    placed = passage.tag(at) == "P" or (passage.lower(at) in ("earlier", "later") and passage.tag(at + 1) == "P")
    return comma if placed and all(passage.tag(one) in "DNAPE#ZY" for one in range(at + 1, comma)) else at


def _past_description(passage: Passage, comma: int) -> int:
    """Return the comma behind "a teacher" or "the head of the office" after a name; the same comma where none stands there."""
    if passage.tag(comma) != "," or passage.tag(comma + 1) not in "D#":
        return comma
    for at in range(comma + 1, min(len(passage.tokens), comma + _NEAR)):
        if passage.tag(at) == ",":
            speaks = passage.quoted[at + 1 : at + 2] not in ((), (-1,))
            return at if speaks else comma
        if passage.tag(at) not in "DNAP#Z" or passage.quoted[at] >= 0:
            break
    return comma

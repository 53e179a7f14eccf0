"""What a verb of saying takes: whether the words found beside it can be what it says."""

from reportedly.lexicon import load
from reportedly.reading.clause import has_verb, saying_nouns
from reportedly.reading.cue import Cue
from reportedly.reading.draft import Ranges
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range

_WH = frozenset(("whether", "what", "how", "why", "who", "if"))
_NEAR = 12
_CLAUSE = 4
_BOUNDS = frozenset(
    ("between", "around", "about", "least", "most", "more", "some", "up", "nearly", "almost", "over", "under")
)
_NAMING = frozenset(("name", "identify"))
# Objects of one word that say something by themselves.
WHOLE = {
    "claim": frozenset(("responsibility", "credit")),
    "take": frozenset(("responsibility", "credit")),
}
_POINTS = frozenset(("this", "that", "these", "those"))
_FINDS = frozenset(("establish", "determine"))
_DISPUTED = frozenset(("reject", "dismiss", "refute", "dispute", "rebut", "contradict", "disavow", "debunk"))


def outer_verb(passage: Passage, source: Range, content: Ranges) -> bool:
    """Say whether what was found begins with the verb of the clause round it: "whether the mayor knew is disputed".

    "The fire, which she said was no accident" is none: there what she says begins with a verb.
    """
    at = content[0][0]
    asked = passage.lower(source[0] - 1) in _WH
    return asked and passage.tag(at) == "B" and passage.quoted[at] < 0


def fits(passage: Passage, cue: Cue, content: Ranges) -> bool:  # noqa: PLR0911 - one return a frame
    """Say whether what was found can be what such a verb takes."""
    size = sum(end - start for start, end in content)
    quoted = any(passage.quoted[at] >= 0 for start, end in content for at in range(start, end))
    low, high = content[0]
    if cue.verb.lemma in _FINDS and cue.polarity == "cannot confirm":
        return passage.tag(low - 1) == "H" or passage.tag(low) in "SR"
    if cue.polarity != "asserts" and cue.verb.lemma not in _DISPUTED:
        return True
    if cue.verb.frames <= {"q", "t"}:
        return quoted
    if cue.verb.lemma in _NAMING:
        return any(passage.lower(at) == "as" for at in range(low, min(high, low + _CLAUSE)))
    if cue.verb.lemma == "put":
        return any(
            passage.lower(at) == "at" and (passage.tag(at + 1) in "#ZE" or passage.lower(at + 1) in _BOUNDS)
            for at in range(low, min(high, low + _NEAR))
        )
    if cue.verb.lemma in _DISPUTED - {"dispute"} and not quoted:
        return _disputable(passage, low, high)
    if passage.tag(low) in "#Z" and "n" in cue.verb.frames:
        return True
    if passage.lower(low) in WHOLE.get(cue.verb.lemma, ()) or (cue.verb.lemma == "suspect" and low == cue.end):
        return True
    if (
        quoted
        or cue.verb.frames & {"n", "i", "o"}
        or "-" in cue.verb.frames
        or cue.polarity != "asserts"
        or cue.verb.lemma == "say"
    ):
        return size > 1 or quoted or "o" in cue.verb.frames
    clause = passage.tag(low) == "S" or (passage.tag(low) == "O" and passage.tag(low + 1) in "BMVYN")
    begins = passage.tag(low - 1) in "H:" or clause
    return begins or (passage.tag(low) == "A" and size >= _CLAUSE) or any(has_verb(passage, *one) for one in content)


def _disputable(passage: Passage, low: int, high: int) -> bool:
    """Say whether what somebody rejects is a statement: "this", a that-clause, "the idea that …"."""
    pointed = high - low == 1 and passage.lower(low) in _POINTS
    if passage.tag(low - 1) == "H" or pointed or passage.lower(low) in ("any", "having"):
        return True
    nouns, notions = saying_nouns(), load("en", "cue")["notions"]
    return any(passage.lower(at) in nouns or passage.lower(at) in notions for at in range(low, min(high, low + _NEAR)))


def fits_before(passage: Passage, cue: Cue, content: Ranges) -> bool:
    """Say whether what stands before a trailing verb can be what it takes."""
    quoted = any(passage.quoted[at] >= 0 for start, end in content for at in range(start, end))
    clause = cue.verb.frames & {"c", "z"} or any(has_verb(passage, *one) for one in content)
    return quoted or (bool(clause) and any(end - start > 1 for start, end in content))

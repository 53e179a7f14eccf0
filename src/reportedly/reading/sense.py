"""Whether a verb that can say something does so where it stands, or means something else: "took the road", "asked not to be named"."""

from reportedly.lexicon import load
from reportedly.reading.passage import Passage

_NEAR = 4
_REACH = 12
_TERMS = frozenset(("ask", "request", "prefer", "beg"))
_NAMED = frozenset(("named", "identified", "quoted", "anonymous"))
_SELVES = frozenset(("himself", "herself", "itself", "themselves"))
_BOUNDS = frozenset(("about", "almost", "around", "at", "least", "more", "nearly", "over", "some", "than", "under"))


def other(passage: Passage, lemma: str, end: int) -> bool:
    """Say whether a verb says nothing here, by what stands behind it.

    Args:
        passage: Where it stands.
        lemma: Its dictionary form.
        end: One past its last token.
    """
    table = load("en", "cue")
    own = {"call": _self, "say": _nothing, "decline": _drawn, "refuse": _drawn, "link": _unlinked}.get(lemma)
    if own is not None:
        return own(passage, end)
    if lemma in table["objects"]:
        return passage.lower(end) not in str(table["objects"][lemma]["words"]).split()
    if lemma in table["counting"]:
        return not _counted(passage, end)
    return lemma in _TERMS and _nameless(passage, end)


def _self(passage: Passage, end: int) -> bool:
    """Say whether "himself" stands behind a verb: what somebody calls himself is who he is."""
    return passage.lower(end) in _SELVES


def _nothing(passage: Passage, end: int) -> bool:
    """Say whether "nothing about" stands behind a verb: a silence."""
    return passage.lower(end) == "nothing" and passage.lower(end + 1) in ("about", "of", "on")


def _drawn(passage: Passage, end: int) -> bool:
    """Say whether "to be drawn" stands behind a verb: a silence too."""
    return [passage.lower(end + one) for one in range(3)] == ["to", "be", "drawn"]


def _unlinked(passage: Passage, end: int) -> bool:
    """Say whether nothing is linked "to" or "with" anything."""
    return not any(passage.lower(at) in ("to", "with") for at in range(end + 1, end + _REACH))


def _nameless(passage: Passage, end: int) -> bool:
    """Say whether "not to be named" or "to remain anonymous" stands behind a verb: on what terms somebody speaks."""
    to = end + (passage.lower(end) == "not")
    named = passage.lower(to + 1) == "be" and passage.lower(to + 2) in _NAMED
    return passage.lower(to) == "to" and (named or passage.lower(to + 1) in ("remain", "stay"))


def _counted(passage: Passage, end: int) -> bool:
    """Say whether a count is set to a number: "raised the number of cases to 47"."""
    counts = load("en", "cue")["counts"]
    noun = next((at for at in range(end, end + _NEAR) if passage.lower(at) in counts), None)
    if noun is None:
        return False
    to = next((at for at in range(noun + 1, noun + _REACH) if passage.lower(at) == "to"), None)
    if to is None:
        return False
    at = to + 1
    while passage.lower(at) in _BOUNDS:
        at += 1
    return passage.tag(at) in "#Z"

"""Whether what stands before an uninflected form is a subject in the plural, so that the form is a verb: "locals in Tollen claim"."""

from reportedly.reading.passage import Passage

_PLURAL = frozenset(("people", "police", "media", "they", "we", "you", "i", "who", "which"))
_SINGULAR = frozenset(("he", "she", "it"))
_ALONE = frozenset(("both", "some", "all", "many", "most", "few", "several"))
# Nouns in the singular that British English lets say things in the plural.
_COLLECTIVE = frozenset(
    ("family", "couple", "government", "opposition", "army", "council", "team", "firm", "union", "military")
)
# Adjectives that follow the noun they describe: "sources close to the family".
_DESCRIBES = frozenset(
    ("close", "familiar", "loyal", "near", "briefed", "sympathetic", "seen", "taken", "shown", "made")
)
_PLACES = frozenset(("in", "at", "near", "around", "across", "from"))
_FAR = 14


def plural_before(passage: Passage, at: int, group: int) -> bool:
    """Say whether an uninflected form has a subject in the plural.

    Args:
        passage: Where it stands.
        at: The form.
        group: First token of its verb group.
    """
    before = passage.lower(group - 1)
    plural = before.endswith("s") and passage.tag(group - 1) in "NA" and before not in _SINGULAR
    # "A police report said": one of them.
    if (before in _PLURAL or before in _ALONE or plural) and passage.lower(group - 2) not in ("a", "an"):
        return True
    follows = passage.tag(at + 1) in "HDO#Z"
    if before in _COLLECTIVE and passage.tag(group - 1) == "N":
        return follows or at + 1 >= len(passage.tokens) or passage.tag(at + 1) in ".,"
    # "Lind and Quill say": two of them.
    two = [passage.tag(group - one) for one in (1, 2, 3)] == ["A", "C", "A"]
    return follows and (two or _plural_head(passage, group))


def bare_verb(passage: Passage, at: int, group: int) -> bool:
    """Say whether a form that is no noun stands right behind its subject: "sources close to the family say".

    Args:
        passage: Where it stands.
        at: The form.
        group: First token of its verb group.
    """
    only_adverbs = all(passage.tag(one) in "YE" for one in range(group, at))
    subject = passage.tag(at - 1 if passage.tag(at - 1) == "E" else group - 1) in 'NAZ#E),"'
    return passage.tag(at) == "V" and only_adverbs and subject and passage.lower(group - 1) not in _SINGULAR


def _plural_head(passage: Passage, end: int) -> bool:
    """Say whether the noun that a phrase is about is a plural further left: "images reviewed by X show", "sources close to X suggest"."""
    for at in range(end - 2, max(-1, end - _FAR), -1):
        if passage.quoted[at] >= 0 or passage.tag(at) in ".;:,SRHBM(":
            return False
        placed = passage.lower(at + 1) in _PLACES and passage.tag(end - 1) == "A"
        # "Two members of the club maintain they": a clause follows.
        placed = placed or (passage.lower(at + 1) == "of" and passage.tag(end) == "N" and passage.tag(end + 1) in "OH")
        after = placed or passage.tag(at + 1) == "V" or passage.lower(at + 1) in _DESCRIBES
        if after and passage.tag(at) in "NA" and passage.lower(at).endswith("s") and at + 1 < end:
            return True
    return False

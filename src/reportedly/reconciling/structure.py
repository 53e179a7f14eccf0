"""What sets two statements in nearly the same words apart: who did it to whom, whether it is denied, done or only meant, where, how many."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from reportedly import lexicon
from reportedly.model import Quantity
from reportedly.reconciling.clause import Clause, pieces
from reportedly.reconciling.grammar import closed
from reportedly.reconciling.word import Word, concept, countries, deeds, familiar, worded

_NOT = re.compile(
    r"\b(?:not|never|no(?!\s+(?:more|less|fewer|later|earlier|longer|doubt)\b)|none|nobody|no-one|nothing|neither|nor|without|cannot|un(?:hurt|harmed|injured|damaged|able))\b|n[’']t\b"
    r"|\b(?:fail|failed|fails|refuse|refused|refuses|decline|declined|declines|unable|forgot|stopped short)\s+(?:to|of)\b"
    r"|\b(?:call|called|calls|calling)\s+off\b|\bcancel\w*|\bscrapp(?:ed|ing)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:plan|plans|planned|planning|hope|hopes|hoped|want|wants|wanted|wish|wishes|threaten|threatens|threatened|intend|intends|intended"
    r"|promise|promises|promised|vow|vows|vowed|pledge|pledges|pledged|try|tries|tried|seek|seeks|sought|expected|likely"
    r"|set|ready|preparing|prepared|about|agreed|supposed)\s+to\b"
    r"|\b(?:may|might|could|would|will|should|can|shall|must|cannot)\s+(?!(?:not\s+)?have\b)[a-z]"
    r"|\b(?:consider|considers|considered|considering|planning|nearly|almost)\s+[a-z]+(?:ing|ed)\b",
    re.IGNORECASE,
)
_NEGATED = "one negates what the other says"
_CONTRARY = "the one tells of the contrary deed"
_TURNED = "who does it in the one has it done to them in the other"
# In what two statements differ of which only one can be right; what is meant to be done may well be done, and elsewhere or
# somebody else may be another event.
CONTRADICTIONS = frozenset({_NEGATED, _CONTRARY, _TURNED})
# What somebody was told to do; a count of those told is often given as a count of those who did.
_BIDDEN = re.compile(r"\b(?:ordered|asked|told|urged|instructed|advised)\s+to\b", re.IGNORECASE)
# Texts whose words are kept at hand: those of a large story.
_REMEMBERED = 8192
# Pairs of texts whose difference is kept at hand: copies carry the same sentences many times.
_PAIRS = 65_536
# Who does these suffers them.
_SUFFERED = frozenset({"die", "dies", "died", "perished", "drowned", "collapsed", "sank", "starved"})
_BY = frozenset({"by"})
# How many words each may have that the other has not, when they differ in nothing but one thing, or are reworded besides.
_TWINS, _REWORDED = 2, 4
# Deeds of two sides alike: who is named first has not done it to the other.
_MUTUAL = frozenset({"fight", "meet", "agree", "cooperate", "crash", "marry", "talk"})


def distorted(left: Clause, right: Clause) -> str | None:
    """Say in what two statements of nearly the same words differ; None when only the wording does.

    Args:
        left: One statement.
        right: The other.
    """
    found = otherwise(left, right)
    if found:
        return found
    apart = _apart(left, right)
    if apart <= _REWORDED and bool(_BIDDEN.search(left.text)) != bool(_BIDDEN.search(right.text)):
        return "what is done in the one is only asked for in the other"
    if apart <= _TWINS and _counted_otherwise(left.quantities, right.quantities):
        return "they give different numbers"
    return None


def otherwise(left: Clause, right: Clause) -> str | None:
    """Say in what two statements of nearly the same words differ, numbers and what was asked for apart."""
    if _apart(left, right) > _REWORDED:
        return None
    return _otherwise(left.text, right.text, denied=left.denied or right.denied)


@lru_cache(maxsize=_PAIRS)
def _otherwise(left: str, right: str, *, denied: bool) -> str | None:
    """Say in what two texts of nearly the same words differ; a negation counts where neither is denied as a whole."""
    shared = _terms(left) & _terms(right)
    one, two = _main(left, shared), _main(right, shared)
    if not denied and negates(one) != negates(two):
        return _NEGATED
    if opposed(left, right):
        return _CONTRARY
    if _means(one) != _means(two):
        return "what is done in the one is only meant or possible in the other"
    if _differing(left, right) <= _TWINS and _turned(one, two):
        return _TURNED
    return "another name stands where the other has its own" if substituted(left, right) else None


def _apart(left: Clause, right: Clause) -> int:
    """Count the words that one has and the other has not, on the side that has more; many where they share none."""
    return _differing(left.text, right.text)


def _differing(left: str, right: str) -> int:
    """Count as `_apart` does, for two texts."""
    mine, other = _terms(left), _terms(right)
    both = len(mine & other)
    return max(len(mine), len(other)) - both if both else _REWORDED + 1


def substituted(left: str, right: str) -> bool:
    """Say whether two texts of nearly the same words each name somebody or somewhere that the other does not."""
    mine, other = _terms(left), _terms(right)
    names = _named(left).keys() | _named(right).keys()
    apart = max(len(mine - other - names), len(other - mine - names))
    return apart <= 1 and bool(mine & other - names) and _substituted(left, right)


@lru_cache(maxsize=_REMEMBERED)
def _terms(text: str) -> frozenset[str]:
    """Return what a text says, names and all."""
    return frozenset(word.term for word in worded(text) if word.term)


@lru_cache(maxsize=_REMEMBERED)
def negates(text: str) -> bool:
    """Say whether a text has a negation."""
    return bool(_NOT.search(text))


@lru_cache(maxsize=_REMEMBERED)
def _means(text: str) -> bool:
    """Say whether a text tells of what is only meant or possible."""
    return bool(_MEANT.search(text))


def _main(text: str, shared: frozenset[str]) -> str:
    """Return the part of a text that has most of what both say."""
    return max(pieces(text) or (text,), key=lambda part: (len(_terms(part) & shared), -len(part)))


def opposed(left: str, right: str) -> bool:
    """Say whether one has a deed and the other its contrary."""
    (one, contrary), (two, against) = _sides(left), _sides(right)
    return bool(one & against or contrary & two)


@lru_cache(maxsize=_REMEMBERED)
def _sides(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return on which side of which pairs of contraries a text stands, and on no other: the left, the right."""
    senses = frozenset(concept(word.lower) for word in worded(text))
    held = [(at, bool(senses & left), bool(senses & right)) for at, (left, right) in enumerate(_contraries())]
    return frozenset(at for at, one, two in held if one and not two), frozenset(
        at for at, one, two in held if two and not one
    )


@cache
def _contraries() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return pairs of contrary deeds by what they are compared by."""
    rows = lexicon.load("en", "rival")["contraries"].values()
    return tuple((frozenset(map(concept, row["left"])), frozenset(map(concept, row["right"]))) for row in rows)


def _turned(left: str, right: str) -> bool:
    """Say whether the two parts give one deed with its doer and its sufferer exchanged."""
    one, two = roles(left), roles(right)
    for deed in one.keys() & two.keys() - _MUTUAL:
        (agents, patients), (others, sufferers) = one[deed], two[deed]
        # What stands on both sides of one deed ("troops attacked troops") tells nothing.
        first, second = agents - patients, others - sufferers
        if first & sufferers and second & patients and not first & second:
            return True
    return False


def _verb(word: Word) -> bool:
    """Say whether a word can be what is done."""
    return word.term in deeds() or word.lower in closed("V") or (word.lower.endswith("ed") and not word.name)


@lru_cache(maxsize=_REMEMBERED)
def roles(text: str) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Return who does each deed of a text and to whom, by the words before and after its first mention."""
    held = worded(text)
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for at, word in enumerate(held):
        if _verb(word) and word.term not in found:
            found[word.term] = _sided(held, at)
    return found


def _sided(held: Sequence[Word], at: int) -> tuple[frozenset[str], frozenset[str]]:
    """Return who does the deed at one place and to whom; a passive has them the other way round."""
    deed = held[at].term
    before = frozenset(word.term for word in held[:at] if word.term and word.term != deed)
    after = held[at + 1 :]
    by = next((place for place, word in enumerate(after) if word.lower in _BY), None)
    passive = held[at].lower in _SUFFERED or any(
        word.lower in {"was", "were", "been", "be", "is", "are", "being"} for word in held[max(0, at - 3) : at]
    )
    if not passive:
        return before, frozenset(word.term for word in after if word.term)
    doers = frozenset(word.term for word in after[by + 1 :] if word.term) if by is not None else frozenset()
    return doers, before | frozenset(word.term for word in after[:by] if word.term)


def _substituted(left: str, right: str) -> bool:
    """Say whether each text names somebody or somewhere that the other does not."""
    mine, other = _named(left), _named(right)
    return bool(mine.keys() - other.keys()) and bool(other.keys() - mine.keys()) and not _spelt_alike(mine, other)


@lru_cache(maxsize=_REMEMBERED)
def _named(text: str) -> Mapping[str, str]:
    """Return the names of a text, each with its words; one at the head of the text counts where it is no everyday word."""
    return {
        word.term: word.lower
        for word in worded(text)
        if word.term
        and text[word.start].isupper()
        and (word.name or word.term not in familiar())
        and (word.start or word.term not in familiar())
    } | {word.term: word.lower for word in worded(text) if word.term in countries()}


def _spelt_alike(mine: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Say whether what each alone names is one name in two spellings."""
    one = [mine[term] for term in mine.keys() - other.keys()]
    two = [other[term] for term in other.keys() - mine.keys()]
    return any(left[:3] == right[:3] or left.endswith(right) or right.endswith(left) for left in one for right in two)


def _counted_otherwise(left: Sequence[Quantity], right: Sequence[Quantity]) -> bool:
    """Say whether both count one kind of thing and give no number in common."""
    for one in left:
        alike = [two for two in right if two.unit == one.unit and _noun(two) == _noun(one)]
        if alike and all(
            {one.low, one.high} - {None} and not {one.low, one.high} & {two.low, two.high} - {None} for two in alike
        ):
            return not any({other.low, other.high} & {two.low, two.high} - {None} for other in left for two in alike)
    return False


def _noun(quantity: Quantity) -> str:
    """Return the counted noun by its last word."""
    return concept((quantity.counted or "").lower().split()[-1]) if quantity.counted else ""

"""How well a phrase fits an entity met before.

The weights are our reading of gold reports, set by hand and not fitted; what counts is their order.
"""

from reportedly.model import Kind
from reportedly.reading.phrase import Phrase
from reportedly.reading.referent import Referent

FAR = 6
"""Sentences back beyond which distance takes off no more, and a pronoun takes up nothing."""

_NEAR = 3
_OFTEN = 16
_NOUN, _FAMILY, _CLOSE, _LOOSE = 3.5, 3.0, 2.5, 1.5

_GENERIC = frozenset(("company", "firm", "group", "organisation", "organization", "outfit"))
# Families whose nouns are not each other's synonyms: a driver is no nurse, unless a name stands behind both.
_MIXED = frozenset(("witness", "person", "body", "house", "manager"))
# Families of nouns for people whom adjectives describe rather than tell apart.
_ANYBODY = frozenset(("witness", "person", "source", "militant", "statement", "report", "study", "rumour"))
# Which families of nouns a noun may take up beside its own, and which kinds of source tell enough.
_TAKES_UP = {
    "agency": frozenset({"intelligence", "wire", "ministry"}),
    "newspaper": frozenset({"website"}),
    "website": frozenset({"newspaper"}),
    "report": frozenset({"study", "statement"}),
    "statement": frozenset({"report"}),
    "study": frozenset({"report"}),
    "leader": frozenset({"minister", "manager", "office"}),
    "manager": frozenset({"leader"}),
    "official": frozenset({"leader", "minister", "office", "speaker"}),
    "body": frozenset({"company", "house"}),
    "militant": frozenset({"soldier"}),
    "witness": frozenset({"expert"}),
}
# Last words of names that agencies and outlets share.
_WIRES = frozenset(("press", "news"))
_BY_ROLE = {
    "newspaper": frozenset({"outlet"}),
    "broadcaster": frozenset({"outlet"}),
    "website": frozenset({"outlet"}),
    "report": frozenset({"outlet", "agency"}),
    "agency": frozenset({"intelligence", "agency"}),
    "wire": frozenset({"agency"}),
    "army": frozenset({"military"}),
}


def fit(referent: Referent, phrase: Phrase) -> float:
    """Say how well a definite description fits an entity, 0 or less for not at all.

    The same noun counts most, one of its family less, what fits any of the kind least; a country shared and having
    spoken just before add to it, each sentence between takes off a little.
    """
    if at_odds(referent, phrase) or referent.many != phrase.many or another(referent, phrase):
        return 0
    points = _kinship(referent, phrase)
    if not points:
        return 0
    if referent.countries & phrase.countries:
        points += 1
    elif phrase.countries or phrase.complement is not None:
        # "South Korea's ministry" is no body of which no country is known, unless its noun is the same or close to it.
        points -= 0.5 if points >= (_FAMILY if phrase.kind == "organisation" else _NOUN) else FAR
    if points < _NOUN and phrase.marks and not phrase.modifiers & (referent.nouns | referent.said):
        # "The water authority" is hardly the district office.
        points -= 1.5
    points += 0.5 * (referent.spoke >= phrase.sentence - 1)
    return points - 0.4 * min(phrase.sentence - referent.sentence, FAR)


def another(referent: Referent, phrase: Phrase) -> bool:
    """Say whether what tells two of a kind apart differs: the defence ministry is not the interior ministry.

    A name alone may be described anew, and witnesses by whatever befell them; a body or an office is not.
    """
    if phrase.family in _ANYBODY or not phrase.marks or not referent.marks:
        return False
    return not phrase.marks & (referent.marks | referent.said | referent.nouns)


def _kinship(referent: Referent, phrase: Phrase) -> float:
    """Return the points for what an entity is."""
    if (
        {referent.kind, phrase.kind} == {"person", "organisation"}
        and phrase.head not in referent.nouns
        and not referent.guessed
    ):
        return 0
    nameless = referent.kind == "other" and not referent.named
    if phrase.head in referent.nouns:
        # A document that nobody was named for gives way to an outlet that reported since.
        return _FAMILY if nameless else _NOUN
    if phrase.family in referent.families and (referent.named or phrase.family not in _MIXED):
        return _CLOSE if nameless or phrase.family in _MIXED else _FAMILY
    if referent.families & _TAKES_UP.get(phrase.family, frozenset()) or _by_role(referent, phrase):
        return _CLOSE
    return _LOOSE * _by_kind(referent, phrase)


def _by_role(referent: Referent, phrase: Phrase) -> bool:
    """Say whether the kind of source tells enough ("the paper" for a name known as an outlet's)."""
    if not referent.named or referent.kind == "person":
        return False
    # An outlet can be known by what it is, with no name read of it.
    name = referent.words[-1] if referent.words else ()
    wire = phrase.head == "agency" and referent.role == "outlet" and not _WIRES.isdisjoint(name[-1:])
    return wire or referent.role in _BY_ROLE.get(phrase.family, frozenset())


def _by_kind(referent: Referent, phrase: Phrase) -> bool:
    """Say whether a noun that fits any of a kind can take up an entity of which nothing closer is known."""
    if phrase.head in _GENERIC:
        if not referent.named or referent.families:
            return False
        if referent.kind == "organisation":
            return referent.role == "organisation"
        # A name that nothing tells of, or only its letters, where it has just spoken.
        unknown = referent.kind == "other" or referent.guessed
        return unknown and not referent.many and referent.spoke >= phrase.sentence - 1
    if phrase.family == "person" and referent.kind == "person" and phrase.gender == referent.gender is not None:
        return True
    # "Oren foresaw it. The former curator says": a name of which nothing is known yet is described when it speaks again.
    unknown = referent.kind == "person" and referent.named and not referent.families and not referent.oblique
    return phrase.kind == "person" and phrase.speaks and unknown and referent.sentence == phrase.sentence - 1


def likely(referent: Referent, phrase: Phrase) -> float:
    """Say how likely a pronoun means an entity: the nearer, the more it spoke or led its sentence, the more.

    "He" and "she" also tend to whom the text is about, counted by mentions, and to whom a pronoun has just stood for (after
    the salience of Lappin and Leass 1994); for "it" and "they" neither helped. Both weights were chosen on GUM's training half.
    """
    points = float(referent.sentence - phrase.sentence)
    points += 0.9 * (referent.spoke >= phrase.sentence - 1) + 0.6 * (referent.led >= phrase.sentence - 1)
    if phrase.gender == "many":
        points += 0.8 * referent.many
    if phrase.gender in {"male", "female"}:
        points += min(referent.times, _OFTEN) / 8 + 0.6 * (referent.stood >= phrase.sentence - 1)
    points -= 0.3 * referent.oblique
    points += 0.3 * (referent.gender is not None and referent.gender == phrase.gender)
    return points + (0.8 if referent.named else 0.0)


def agrees(referent: Referent, phrase: Phrase) -> bool:
    """Say whether a pronoun can mean an entity, by number, kind and gender."""
    # A name alone that was a source ("Oren said") may be a person's or a body's.
    unknown = referent.kind == "other" and referent.named and referent.spoke >= 0
    if phrase.gender in {"male", "female"}:
        singular = (referent.kind == "person" or unknown) and not referent.many
        return singular and referent.gender in {None, phrase.gender}
    if phrase.gender == "thing":
        if referent.guessed and phrase.speaks and referent.spoke == phrase.sentence - 1:
            return True
        return referent.kind in {"organisation", "place"} or (referent.kind == "other" and not referent.many)
    return referent.many or unknown or referent.kind in {"organisation", "group"}


def may_be(referent: Referent, phrase: Phrase) -> bool:
    """Say whether a pronoun may mean a name of which nothing tells what it names, when nobody else fits.

    Only "he" and "she", and only a name that the sentence, or the one before, is about: "I met Giorgi. He said …".
    """
    unknown = referent.kind == "other" and referent.named and not referent.many and not referent.nouns
    near = phrase.sentence - referent.sentence <= _NEAR and not referent.oblique
    return phrase.gender in {"male", "female"} and unknown and near and referent.gender in {None, phrase.gender}


def joinable(left: Kind, right: Kind) -> bool:
    """Say whether two names of these kinds may mean the same; what is not known fits persons and organisations."""
    return left == right or ("other" in {left, right} and not {left, right} & {"place", "group"})


def at_odds(referent: Referent, phrase: Phrase) -> bool:
    """Say whether the two are tied to different countries."""
    return bool(referent.countries and phrase.countries and not referent.countries & phrase.countries)


def inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether the words of one name stand in the other in one piece, or around a middle name."""
    span = len(short)
    if any(long[at : at + span] == short for at in range(len(long) - span + 1)):
        return True
    return span > 1 and short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long)

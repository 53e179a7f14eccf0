"""How well a phrase fits an entity met before.

The weights are our reading of gold reports, set by hand and not fitted; what counts is their order.
"""

from reportedly.model import Kind
from reportedly.reading.phrase import Phrase
from reportedly.reading.referent import Referent

FAR = 6
"""Sentences back beyond which distance takes off no more, and a pronoun takes up nothing."""

# Which families of nouns a noun may take up beside its own, and which kinds of source tell enough.
_TAKES_UP = {
    "agency": frozenset({"intelligence", "wire", "ministry"}),
    "newspaper": frozenset({"website"}),
    "website": frozenset({"newspaper"}),
    "report": frozenset({"study", "statement"}),
    "statement": frozenset({"report"}),
    "study": frozenset({"report"}),
    "government": frozenset({"ministry"}),
    "leader": frozenset({"minister", "manager", "office"}),
    "manager": frozenset({"leader"}),
    "official": frozenset({"leader", "minister", "office", "speaker"}),
    "body": frozenset({"company"}),
    "militant": frozenset({"soldier"}),
    "witness": frozenset({"expert"}),
}
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
    if at_odds(referent, phrase) or referent.many != phrase.many:
        return 0
    points = _kinship(referent, phrase)
    if not points:
        return 0
    if referent.countries & phrase.countries:
        points += 1
    elif phrase.countries:
        # "South Korea's ministry" is no body of which no country is known, unless its noun is the same.
        points -= 0.5 if points >= 3 else FAR  # noqa: PLR2004 - the points of one family
    points += 0.5 * (referent.spoke >= phrase.sentence - 1)
    return points - 0.4 * min(phrase.sentence - referent.sentence, FAR)


def _kinship(referent: Referent, phrase: Phrase) -> float:
    """Return the points for what an entity is."""
    nameless = referent.kind == "other" and not referent.named
    if phrase.head in referent.nouns:
        # A document that nobody was named for gives way to an outlet that reported since.
        return 3.0 if nameless else 3.5
    if phrase.family in referent.families:
        return 2.5 if nameless else 3.0
    if referent.families & _TAKES_UP.get(phrase.family, frozenset()) or _by_role(referent, phrase):
        return 2.5
    return 1.5 * _by_kind(referent, phrase)


def _by_role(referent: Referent, phrase: Phrase) -> bool:
    """Say whether the kind of source tells enough ("the paper" for a name known as an outlet's)."""
    return referent.kind != "person" and referent.role in _BY_ROLE.get(phrase.family, frozenset())


def _by_kind(referent: Referent, phrase: Phrase) -> bool:
    """Say whether a noun that fits any of a kind can take up an entity of which nothing closer is known."""
    if phrase.family in {"company", "body"}:
        unknown = not referent.families and referent.role == "organisation"
        return referent.named and referent.kind == "organisation" and unknown
    return phrase.family == "person" and referent.kind == "person" and phrase.gender == referent.gender is not None


def likely(referent: Referent, phrase: Phrase) -> float:
    """Say how likely a pronoun means an entity: the nearer, the more it spoke or led its sentence, the more."""
    points = float(referent.sentence - phrase.sentence)
    points += 0.9 * (referent.spoke >= phrase.sentence - 1) + 0.6 * (referent.led >= phrase.sentence - 1)
    if phrase.gender == "many":
        points += 0.8 * referent.many
    # Of two alike the one that stands first: the subject, more often than not.
    return points + (0.8 if referent.named else 0.0)


def agrees(referent: Referent, phrase: Phrase) -> bool:
    """Say whether a pronoun can mean an entity, by number, kind and gender."""
    if phrase.gender in {"male", "female"}:
        # A surname alone that was a source ("Oren said") may be a person's.
        unknown = referent.kind == "other" and referent.named and referent.spoke > 0
        singular = (referent.kind == "person" or unknown) and not referent.many
        return singular and referent.gender in {None, phrase.gender}
    if phrase.gender == "thing":
        return referent.kind in {"organisation", "place"} or (referent.kind == "other" and not referent.many)
    return referent.many or referent.kind in {"organisation", "group"}


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

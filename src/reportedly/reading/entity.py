"""Phrases gathered into entities: name variants, acronyms, descriptions and pronouns, in one pass over the text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from reportedly.model import Entity, Kind
from reportedly.reading.phrase import Phrase
from reportedly.reading.vocabulary import Vocabulary

_PARTICLES = frozenset({"the", "al", "el", "bin", "ibn", "de", "van", "von"})
# Looking further back finds more wrong than right, and keeps the time linear.
_POOL = 40
_PER_WORD = 8
_ACRONYM = range(2, 8)
_FAR = 6


@dataclass(slots=True, eq=False)
class Draft:
    """An entity while its mentions are gathered.

    Attributes:
        phrases: What refers to it, in order.
        name: Fullest name so far.
        words: Words of each of its names.
        kind: As `Entity.kind`.
        nouns: Common nouns that were said of it.
        families: Their rows of `role.toml`.
        countries: Countries it is tied to.
        roles: Kinds of source its phrases make.
        sentence: Number of the sentence that mentioned it last.
        place: Where in that sentence its first mention stands, in code points of the text.
        spoke: Number of the last sentence in which it was the source of something; -99 for none.
        led: Number of the last sentence in which a verb followed it; -99 for none.
    """

    name: str
    kind: Kind
    named: bool = True
    many: bool = False
    gender: str | None = None
    description: str | None = None
    phrases: list[Phrase] = field(default_factory=list)
    words: list[tuple[str, ...]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    sentence: int = 0
    place: int = 0
    spoke: int = -99
    led: int = -99


class Gathering:
    """The entities of one text as it is read from its beginning.

    A short-lived builder: `gathered` makes one, feeds it and reads it out.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._of: dict[int, Draft] = {}
        self._drafts: list[Draft] = []
        self._keys: dict[str, Draft] = {}
        self._initials: dict[str, Draft] = {}
        self._words: defaultdict[str, list[Draft]] = defaultdict(list)
        self._recent: dict[int, Draft] = {}

    def add(self, phrase: Phrase) -> Draft | None:
        """Settle whom one phrase means; None when nobody fits."""
        known = self._of.get(id(phrase))
        if known is not None:
            return known
        draft = self._sought(phrase)
        if draft is not None:
            self._of[id(phrase)] = draft
            self._note(draft, phrase)
        return draft

    def _sought(self, phrase: Phrase) -> Draft | None:
        """Find or make the draft that a phrase means."""
        if phrase.form == "pronoun":
            return self._of.get(id(phrase.twin)) if phrase.gender == "relative" else self._pronoun(phrase)
        if phrase.twin is not None:
            return self.add(phrase.twin)
        return self._name(phrase) if phrase.form == "name" else self._nominal(phrase)

    # Names

    def _name(self, phrase: Phrase) -> Draft:
        """Return the entity of a name: one met before under this name or a variant, or a new one."""
        key = self._key(phrase)
        words = tuple(key.split())
        found = self._keys.get(key) or self._acronym(phrase, words) or self._variant(phrase, words)
        if found is None:
            found = self._new(phrase)
        self._enter(found, key, words)
        return found

    def _key(self, phrase: Phrase) -> str:
        """Return the form under which spellings of one name are the same."""
        lower = phrase.name.lower().replace("’", "'").removeprefix("the ")
        known = self._vocabulary.known.get(lower)
        if known is not None and known.exact in {None, phrase.name}:
            lower = known.name
        parts = lower.replace("-", " ").replace(".", "").split()
        return " ".join(part for part in parts if part not in _PARTICLES) or lower

    def _acronym(self, phrase: Phrase, words: tuple[str, ...]) -> Draft | None:
        """Return the organisation whose initials the name is, or whose acronym stood before."""
        if len(words) == 1:
            found = self._initials.get(words[0]) if phrase.name.isupper() else None
        else:
            short = self._keys.get("".join(word[0] for word in words))
            found = short if short is not None and short.name.isupper() and len(short.name) > 2 else None  # noqa: PLR2004 - two letters fit too much
        return found if found is not None and _joinable(found.kind, phrase.kind) else None

    def _variant(self, phrase: Phrase, words: tuple[str, ...]) -> Draft | None:
        """Return the latest entity of which the name is a shorter or longer form; a surname weighs most."""
        best: tuple[tuple[int, int, int], Draft] | None = None
        for word in dict.fromkeys((words[-1], words[0])):
            for draft in self._words[word][-_PER_WORD:]:
                rank = self._alike(draft, phrase, words)
                if rank and (best is None or (rank, draft.sentence, -draft.place) > best[0]):
                    best = ((rank, draft.sentence, -draft.place), draft)
        return best[1] if best else None

    def _alike(self, draft: Draft, phrase: Phrase, words: tuple[str, ...]) -> int:
        """Say how well a name fits an entity's: 0 not at all, 2 where the last words are the same, else 1."""
        if not _joinable(draft.kind, phrase.kind) or not draft.named or _at_odds(draft, phrase):
            return 0
        if phrase.gender and draft.gender and phrase.gender != draft.gender:
            return 0
        for theirs in draft.words:
            short, long = sorted((words, theirs), key=len)
            if self._tells(short) and _inside(short, long):
                return 2 if short[-1] == long[-1] or draft.kind != "person" else 1
        return 0

    def _tells(self, words: tuple[str, ...]) -> bool:
        """Say whether the words are more than a country, a people, a title or a bare "Ministry"."""
        text = " ".join(words)
        if text in self._vocabulary.demonyms or text in self._vocabulary.countries:
            return False
        return not all(word in self._vocabulary.titles or word in self._vocabulary.demonyms for word in words)

    # Descriptions

    def _nominal(self, phrase: Phrase) -> Draft:
        """Return the entity of a description: its owner, one met before, or a new one."""
        owner = self._speaks_for(phrase)
        if owner is not None:
            return owner
        key = phrase.name.lower()
        same = self._keys.get(key) if phrase.kind != "other" and (phrase.many or phrase.countries) else None
        found = same or (self._described(phrase) if phrase.definite or self._unique(phrase) else None)
        if found is None and phrase.family == "speaker":
            found = self._employer(phrase)
        if found is None:
            found = self._new(phrase)
            if phrase.kind != "other":
                self._keys.setdefault(key, found)
        return found

    def _unique(self, phrase: Phrase) -> bool:
        """Say whether a description without an article names one thing ("South Korean intelligence")."""
        return phrase.kind == "organisation" and not phrase.many and bool(phrase.countries)

    def _speaks_for(self, phrase: Phrase) -> Draft | None:
        """Return the body whose spokesman or statement the phrase is."""
        if phrase.owner is None or not (phrase.kind == "other" or phrase.family == "speaker"):
            return None
        if phrase.owner.kind == "group" or (phrase.owner.kind == "place" and phrase.family != "speaker"):
            return None
        if phrase.owner.kind == "person" and phrase.family == "speaker":
            return None
        return self.add(phrase.owner)

    def _described(self, phrase: Phrase) -> Draft | None:
        """Return the best entity before that a definite description fits."""
        fits = [(self._fit(draft, phrase), draft.sentence, draft) for draft in self._pool()]
        fits = [one for one in fits if one[0] > 0]
        return max(fits, key=lambda one: one[:2])[2] if fits else None

    def _fit(self, draft: Draft, phrase: Phrase) -> float:
        """Say how well a description fits an entity, 0 or less for not at all.

        The same noun counts most, one of its family less, a noun that fits any of the kind least; each sentence between
        takes off half a point. The weights are our reading of gold/, not fitted.
        """
        if _at_odds(draft, phrase) or (draft.many != phrase.many and draft.kind in {"person", "group"}):
            return 0
        base = self._base(draft, phrase)
        if not base:
            return 0
        shared = 1.0 if draft.countries & phrase.countries else -0.5 * bool(phrase.countries)
        spoke = 0.5 * (draft.spoke >= phrase.sentence - 1)
        return base + shared + spoke - 0.5 * min(phrase.sentence - draft.sentence, _FAR)

    def _base(self, draft: Draft, phrase: Phrase) -> float:
        """Return the points for what an entity is."""
        if phrase.head in draft.nouns:
            return 4.0
        if phrase.family in draft.families:
            return 3.0
        if draft.families & _TAKES_UP.get(phrase.family, frozenset()) or self._by_role(draft, phrase):
            return 2.5
        return 1.5 * self._by_kind(draft, phrase)

    def _by_role(self, draft: Draft, phrase: Phrase) -> bool:
        """Say whether the kind of source tells enough ("the paper" for a name known as an outlet's)."""
        return (
            draft.kind != "person" and bool(draft.roles) and draft.roles[0] in _BY_ROLE.get(phrase.family, frozenset())
        )

    def _by_kind(self, draft: Draft, phrase: Phrase) -> bool:
        """Say whether a noun that fits any of a kind can take up an entity of which nothing closer is known."""
        if phrase.family in {"company", "body"}:
            known = draft.families or draft.roles[:1] not in ([], ["organisation"])
            return draft.named and draft.kind == "organisation" and not known
        return phrase.family == "person" and draft.kind == "person" and phrase.gender == draft.gender is not None

    def _employer(self, phrase: Phrase) -> Draft | None:
        """Return the body for which a nameless spokesman without an owner speaks: the last one that was a source."""
        for draft in self._pool():
            official = draft.kind == "organisation" and draft.roles[:1] not in (["outlet"], ["agency"], ["document"])
            if official and draft.spoke >= phrase.sentence - _FAR // 2:
                return draft
        return None

    # Pronouns

    def _pronoun(self, phrase: Phrase) -> Draft | None:
        """Return whom a pronoun means; None for one that means the speaker, and when nobody fits."""
        if phrase.gender == "speaker":
            return None
        fits = [(self._likely(draft, phrase), draft) for draft in self._pool() if _agrees(draft, phrase)]
        if not fits:
            return None
        points, best = max(fits, key=lambda one: one[0])
        return best if points > -_FAR else None

    def _likely(self, draft: Draft, phrase: Phrase) -> float:
        """Say how likely a pronoun means an entity: the nearer, the more it spoke or led its sentence."""
        far = phrase.sentence - draft.sentence
        points = -1.0 * far
        points += 0.9 * (draft.spoke >= phrase.sentence - 1) + 0.6 * (draft.led >= phrase.sentence - 1)
        if phrase.gender == "many":
            points += 0.8 * draft.many
        return points - 1e-5 * min(draft.place, 90_000) / 10

    # Book-keeping

    def _pool(self) -> Iterable[Draft]:
        """Return the entities met last, latest first."""
        return islice(reversed(self._recent.values()), _POOL)

    def _new(self, phrase: Phrase) -> Draft:
        """Make an entity of a phrase."""
        named = phrase.form == "name" or (
            phrase.kind == "organisation" and bool(phrase.countries or phrase.owner) and phrase.family != "media"
        )
        draft = Draft(phrase.name, phrase.kind, named=named, many=phrase.many)
        self._drafts.append(draft)
        return draft

    def _enter(self, draft: Draft, key: str, words: tuple[str, ...]) -> None:
        """Make an entity findable under a name."""
        if words in draft.words:
            return
        draft.words.append(words)
        self._keys.setdefault(key, draft)
        for word in dict.fromkeys(words):
            self._words[word].append(draft)
        if len(words) > 1:
            self._initials["".join(word[0] for word in words if word not in {"of", "and", "for"})] = draft

    def _note(self, draft: Draft, phrase: Phrase) -> None:
        """Write down what a phrase says of its entity."""
        draft.phrases.append(phrase)
        if phrase.sentence != draft.sentence or len(draft.phrases) == 1:
            draft.place = phrase.span.start
        draft.sentence = phrase.sentence
        draft.spoke = phrase.sentence if phrase.speaks else draft.spoke
        draft.led = phrase.sentence if phrase.subject else draft.led
        self._recent.pop(id(draft), None)
        self._recent[id(draft)] = draft
        if phrase.form != "pronoun":
            self._learn(draft, phrase)

    def _learn(self, draft: Draft, phrase: Phrase) -> None:
        """Take over name, kind, nouns, gender and role."""
        speaker = phrase.form == "nominal" and draft.kind not in {phrase.kind, "other"}
        if phrase.form == "name":
            if not draft.named or (len(phrase.name.split()), len(phrase.name)) > (
                len(draft.name.split()),
                len(draft.name),
            ):
                draft.name = phrase.name
            draft.named = True
            draft.kind = _settled(draft.kind, phrase.kind)
        elif draft.kind == "other" and phrase.kind != "other" and not speaker:
            draft.kind = phrase.kind
        draft.nouns |= phrase.nouns | ({phrase.head} - {""})
        draft.families |= {self._vocabulary.nouns[noun].family for noun in phrase.nouns}
        draft.countries |= phrase.countries
        if not speaker:
            draft.gender = draft.gender or phrase.gender
        if phrase.role and not speaker:
            draft.roles.append(phrase.role)
        said = phrase.description or (phrase.name if phrase.form == "nominal" and draft.named else None)
        if said and said != draft.name and len(said) > len(draft.description or ""):
            draft.description = said


_TAKES_UP = {
    "agency": frozenset({"intelligence", "wire", "ministry"}),
    "newspaper": frozenset({"report", "website"}),
    "broadcaster": frozenset({"newspaper"}),
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
    "ministry": frozenset({"official"}),
}


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether the words of one name stand in the other in one piece, or around a middle name."""
    span = len(short)
    if any(long[at : at + span] == short for at in range(len(long) - span + 1)):
        return True
    return span > 1 and short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long)


def _joinable(left: Kind, right: Kind) -> bool:
    """Say whether two names of these kinds may mean the same; what is not known fits persons and organisations."""
    return left == right or ("other" in {left, right} and not {left, right} & {"place", "group"})


def _at_odds(draft: Draft, phrase: Phrase) -> bool:
    """Say whether the two are tied to different countries."""
    return bool(draft.countries and phrase.countries and not draft.countries & phrase.countries)


def _agrees(draft: Draft, phrase: Phrase) -> bool:
    """Say whether a pronoun can mean an entity, by number, kind and gender."""
    if phrase.gender in {"male", "female"}:
        singular = draft.kind == "person" and not draft.many
        return singular and (draft.gender is None or draft.gender == phrase.gender)
    if phrase.gender == "thing":
        return draft.kind in {"organisation", "place"} or (draft.kind == "other" and not draft.many)
    return draft.many or draft.kind in {"organisation", "group"}


def _settled(left: Kind, right: Kind) -> Kind:
    """Return the more telling of two kinds."""
    return right if left == "other" else left


def _role(draft: Draft) -> str:
    """Return the kind of source that an entity makes."""
    telling = [role for role in draft.roles if role != "person"]
    if telling:
        return telling[0]
    if not draft.named:
        return "unnamed"
    return {"organisation": "organisation", "place": "official"}.get(draft.kind, "person")


def gathered(phrases: Sequence[Phrase], vocabulary: Vocabulary) -> tuple[dict[int, Entity], tuple[Entity, ...]]:
    """Gather phrases into entities.

    Args:
        phrases: Of the whole text, in text order.
        vocabulary: Its language.

    Returns:
        The entity by the ``id()`` of each phrase that means one, and all entities in order of first mention.
    """
    gathering = Gathering(vocabulary)
    drafts = [gathering.add(phrase) for phrase in phrases]
    entities: dict[int, Entity] = {}
    for draft in drafts:
        if draft is not None and id(draft) not in entities:
            entities[id(draft)] = _entity(draft, len(entities) + 1)
    of = {id(phrase): entities[id(draft)] for phrase, draft in zip(phrases, drafts, strict=True) if draft is not None}
    return of, tuple(entities.values())


def _entity(draft: Draft, number: int) -> Entity:
    """Return the finished entity."""
    return Entity(f"E{number}", draft.name, draft.kind, draft.description, named=draft.named, role=_role(draft))

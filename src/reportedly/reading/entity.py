"""Phrases gathered into entities: name variants, acronyms, descriptions and pronouns, in one pass over the text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from reportedly.model import Entity
from reportedly.reading.cataphora import named_later
from reportedly.reading.likeness import FAR, agrees, at_odds, fit, inside, joinable, likely, may_be
from reportedly.reading.phrase import Phrase
from reportedly.reading.referent import Referent
from reportedly.reading.vocabulary import Vocabulary

_PARTICLES = frozenset({"the", "al", "el", "bin", "ibn", "de", "van", "von"})
# Looking further back finds more wrong than right, and keeps the time linear.
_POOL = 40
_PER_WORD = 8
_DEEPEST = 4


def gathered(phrases: Sequence[Phrase], vocabulary: Vocabulary) -> tuple[dict[int, Entity], tuple[Entity, ...]]:
    """Gather phrases into entities.

    Args:
        phrases: Of the whole text, in text order.
        vocabulary: Its language.

    Returns:
        The entity by the ``id()`` of each phrase that means one, and all entities in order of first mention.
    """
    gathering = _Gathering(vocabulary)
    referents = named_later(phrases, [gathering.add(phrase) for phrase in phrases])
    entities: dict[int, Entity] = {}
    for referent in referents:
        if referent is not None and id(referent) not in entities:
            entities[id(referent)] = referent.entity(len(entities) + 1)
    of = {
        id(phrase): entities[id(referent)]
        for phrase, referent in zip(phrases, referents, strict=True)
        if referent is not None
    }
    return of, tuple(entities.values())


class _Gathering:
    """The entities of one text as it is read from its beginning; a builder that lives for one call of `gathered`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._of: dict[int, Referent] = {}
        self._keys: dict[str, Referent] = {}
        self._initials: dict[str, Referent] = {}
        self._words: defaultdict[str, list[Referent]] = defaultdict(list)
        self._recent: dict[int, Referent] = {}

    def add(self, phrase: Phrase) -> Referent | None:
        """Settle whom one phrase means; None when nobody fits."""
        found = self._of.get(id(phrase)) or self._sought(phrase)
        if found is not None and id(phrase) not in self._of:
            self._of[id(phrase)] = found
            found.note(phrase, self._vocabulary.nouns)
            self._recent.pop(id(found), None)
            self._recent[id(found)] = found
        return found

    def _sought(self, phrase: Phrase) -> Referent | None:
        """Find or make the entity that a phrase means."""
        if phrase.form == "pronoun":
            return self._of.get(id(phrase.twin)) if phrase.gender == "relative" else self._pronoun(phrase)
        if phrase.twin is not None:
            return self._foreseen(phrase, phrase.twin) or self.add(phrase.twin)
        return self._name(phrase) if phrase.form == "name" else self._nominal(phrase)

    def _name(self, phrase: Phrase) -> Referent:
        """Return the entity of a name: one met before under this name or a variant, or a new one."""
        key = self._key(phrase)
        words = tuple(key.split())
        found = self._exact(phrase, key) or self._acronym(phrase, words) or self._variant(phrase, words)
        found = found or Referent(phrase.name, phrase.kind, many=phrase.many, guessed=phrase.guessed)
        self._enter(found, key, words)
        return found

    def _foreseen(self, phrase: Phrase, name: Phrase) -> Referent | None:
        """Return the nameless entity before that gets its name here ("a daily … the daily Kesta"); None for none."""
        if not phrase.definite or phrase.form != "nominal" or name.form != "name" or id(name) in self._of:
            return None
        key = self._key(name)
        words = tuple(key.split())
        if self._exact(name, key) or self._acronym(name, words) or self._variant(name, words):
            return None
        nameless = (one for one in self._pool() if not one.named and phrase.head in one.nouns)
        found = next((one for one in nameless if one.many == phrase.many and one.countries == phrase.countries), None)
        if found is not None:
            self._of[id(name)] = found
            found.note(name, self._vocabulary.nouns)
            self._enter(found, key, words)
        return found

    def _exact(self, phrase: Phrase, key: str) -> Referent | None:
        """Return the entity met under this very name."""
        found = self._keys.get(key)
        return found if found is not None and (joinable(found.kind, phrase.kind) or len(key.split()) > 1) else None

    def _key(self, phrase: Phrase) -> str:
        """Return the form under which spellings of one name are the same."""
        lower = phrase.name.lower().replace("’", "'").removeprefix("the ")
        known = self._vocabulary.known.get(lower)
        if known is not None and known.exact in {None, phrase.name}:
            lower = known.name
        parts = lower.replace("-", " ").replace(".", "").split()
        return " ".join(part for part in parts if part not in _PARTICLES) or lower

    def _acronym(self, phrase: Phrase, words: tuple[str, ...]) -> Referent | None:
        """Return the organisation whose initials the name is, or whose acronym stood before."""
        if len(words) == 1:
            found = self._initials.get(words[0]) if phrase.name.isupper() else None
        else:
            short = self._keys.get("".join(word[0] for word in words))
            found = short if short is not None and short.name.isupper() and len(short.name) > 2 else None  # noqa: PLR2004 - two letters fit too much
        return found if found is not None and joinable(found.kind, phrase.kind) else None

    def _variant(self, phrase: Phrase, words: tuple[str, ...]) -> Referent | None:
        """Return the latest entity of which the name is a shorter or longer form; a surname weighs most."""
        ranked = [
            ((self._alike(referent, phrase, words), referent.sentence, -referent.place), referent)
            for word in dict.fromkeys((words[-1], words[0]))
            for referent in self._words[word][-_PER_WORD:]
        ]
        rank, best = max(ranked, key=lambda one: one[0], default=((0, 0, 0), None))
        return best if rank[0] else None

    def _alike(self, referent: Referent, phrase: Phrase, words: tuple[str, ...]) -> int:
        """Say how well a name fits an entity's: 0 not at all, 2 where the last words are the same, else 1."""
        if not joinable(referent.kind, phrase.kind) or not referent.named or at_odds(referent, phrase):
            return 0
        if phrase.gender and referent.gender and phrase.gender != referent.gender:
            return 0
        if phrase.kind == "person" and any(_other_forename(words, theirs) for theirs in referent.words):
            return 0
        for theirs in referent.words:
            short, long = sorted((words, theirs), key=len)
            if self._tells(short) and inside(short, long) and not self._masthead(short, long):
                return 2 if short[-1] == long[-1] else 1
        return 0

    def _masthead(self, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
        """Say whether the longer name is an outlet's after the place in the shorter one ("Harbour", "Harbour Post")."""
        return short[-1] not in self._vocabulary.heads and self._vocabulary.heads.get(long[-1]) == "outlet"

    def _tells(self, words: tuple[str, ...]) -> bool:
        """Say whether the words are more than a country, a people or a title."""
        text = " ".join(words)
        if text in self._vocabulary.demonyms or text in self._vocabulary.countries:
            return False
        return not all(word in self._vocabulary.titles or word in self._vocabulary.demonyms for word in words)

    def _nominal(self, phrase: Phrase) -> Referent:
        """Return the entity of a description: its owner, one met before, or a new one."""
        owner = self._speaks_for(phrase)
        if owner is not None:
            return owner
        key = phrase.name.lower()
        found = self._keys.get(key) if phrase.kind != "other" and (phrase.many or phrase.countries) else None
        if found is None and (phrase.definite or _unique(phrase)):
            found = self._described(phrase)
            if found is not None and not found.named and phrase.definite and _owned(phrase):
                # "The hospital" gets its name where "the Maravel hospital" comes.
                found.name, found.named = phrase.name, True
        if found is None and (phrase.family == "speaker" or (phrase.definite and phrase.family == "statement")):
            found = self._employer(phrase)
        if found is None:
            named = _unique(phrase) or _owned(phrase)
            found = Referent(phrase.name, phrase.kind, named=named and phrase.family != "media", many=phrase.many)
            if phrase.kind != "other":
                self._keys.setdefault(key, found)
        return found

    def _speaks_for(self, phrase: Phrase) -> Referent | None:
        """Return the body whose spokesman or statement the phrase is, through statements about statements."""
        owner: Phrase | None = phrase
        paper: Phrase | None = None
        for _ in range(_DEEPEST):
            if owner is None or (not (owner.kind == "other" and owner.form == "nominal") and owner.family != "speaker"):
                break
            paper = owner if owner is not phrase else None
            owner = owner.owner
        if owner is None and paper is not None and paper.definite:
            # A draft of "the assessment" is of whoever was said to have made that.
            whole = self.add(paper)
            return whole if whole is not None and whole.named else None
        if owner is None or owner is phrase or (owner.kind in {"group", "other"} and owner.form == "nominal"):
            return None
        if (owner.kind == "place" and phrase.family != "speaker") or owner.kind == "group":
            return None
        if phrase.family != "speaker":
            return self.add(owner)
        if owner.kind == "person" and not owner.guessed:
            return None
        body = self.add(owner)
        if body is not None and body.named and (body.kind == "other" or body.guessed):
            # Whoever has a spokesman is a body, where nothing but letters tells.
            body.kind, body.guessed = "organisation", False
        return body

    def _described(self, phrase: Phrase) -> Referent | None:
        """Return the best entity before that a definite description fits."""
        fits = [(fit(referent, phrase), referent.sentence, referent) for referent in self._pool()]
        points, _, best = max(fits, key=lambda one: one[:2], default=(0, 0, None))
        return best if points > 0 else None

    def _employer(self, phrase: Phrase) -> Referent | None:
        """Return the body for which a nameless spokesman or statement without an owner speaks.

        That is the one his sentence is about ("The firm was aware, a spokesman said"), else the last to speak.
        """
        if phrase.family == "speaker":
            for referent in self._pool():
                body = referent.kind in {"organisation", "other"} and referent.role not in {
                    "outlet",
                    "agency",
                    "document",
                }
                if body and referent.named and referent.led == phrase.sentence and not at_odds(referent, phrase):
                    return referent
        for referent in self._pool():
            likely_body = referent.kind == "organisation" or (referent.kind == "other" and referent.named)
            body = likely_body and referent.role not in {"outlet", "agency", "document"}
            if body and referent.spoke >= phrase.sentence - FAR // 2 and not at_odds(referent, phrase):
                return referent
        return None

    def _pronoun(self, phrase: Phrase) -> Referent | None:
        """Return whom a pronoun means; None for one that means the speaker, and when nobody fits."""
        if phrase.gender == "speaker":
            return None
        for able in (agrees, may_be):
            fits = [(likely(one, phrase), one.sentence, -one.place, one) for one in self._pool() if able(one, phrase)]
            points, _, _, best = max(fits, key=lambda one: one[:3], default=(-FAR, 0, 0, None))
            if best is not None and points > -FAR:
                # "He" shows that a name of which nothing else tells is a person's.
                best.kind = "person" if able is may_be else best.kind
                return best
        return None

    def _pool(self) -> Iterable[Referent]:
        """Return the entities met last, latest first."""
        return islice(reversed(self._recent.values()), _POOL)

    def _enter(self, referent: Referent, key: str, words: tuple[str, ...]) -> None:
        """Make an entity findable under a name."""
        if words in referent.words[:_PER_WORD]:
            return
        if len(referent.words) < _PER_WORD:
            referent.words.append(words)
        self._keys.setdefault(key, referent)
        for word in dict.fromkeys(words):
            self._words[word].append(referent)
        if len(words) > 1:
            self._initials["".join(word[0] for word in words if word not in {"of", "and", "for"})] = referent


def _other_forename(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether two full names share the surname only: "Ana Oren" and "Karl Oren", but not "A Oren"."""
    if min(len(left), len(right)) < 2 or left[-1] != right[-1]:  # noqa: PLR2004 - a given name and a surname
        return False
    return left[0] not in right and right[0] not in left and left[0][0] != right[0][0]


def _owned(phrase: Phrase) -> bool:
    """Say whether a description of one body holds a name that tells which ("the Maravel hospital")."""
    several = phrase.many and phrase.role in {"outlet", "organisation"}
    return phrase.kind == "organisation" and phrase.owner is not None and not phrase.indefinite and not several


def _unique(phrase: Phrase) -> bool:
    """Say whether a description names one thing by itself ("South Korean intelligence")."""
    single = phrase.kind == "organisation" and not (phrase.many or phrase.indefinite)
    return single and bool(phrase.countries)

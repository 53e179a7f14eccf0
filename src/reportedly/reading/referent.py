"""An entity while its mentions are gathered, and what each of them adds to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.model import Entity, Kind
from reportedly.reading.phrase import Phrase
from reportedly.reading.vocabulary import Noun

NEVER = -99
_MOST_SAID = 60
# "Of", "and", "for": no word of a name that tells anything.
_PARTICLE = 3


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something that phrases refer to.

    Attributes:
        name: Fullest name so far; a nameless one's description.
        kind: As `Entity.kind`.
        named: Whether a proper name was given.
        many: Whether it is several.
        guessed: Whether only the letters of its name tell that it is a person.
        gender: "male" or "female"; None while nothing tells.
        description: Fullest title or role so far.
        words: Words of each of its names.
        nouns: Common nouns that were said of it.
        said: Words of its names and descriptions, in small letters.
        marks: What tells it from others of its kind: modifiers of its descriptions, words of its name beside the noun.
        families: Their rows of `role.toml`.
        countries: Countries and other places it is tied to.
        roles: Kinds of source that its phrases make, in order.
        sentence: Number of the sentence that mentioned it last.
        place: Where in that sentence its first mention stands, in code points of the text.
        spoke: Number of the last sentence in which it was the source of something; `NEVER` for none.
        led: Number of the last sentence in which a verb followed it; `NEVER` for none.
        oblique: Whether in that sentence it stood behind prepositions or as a possessor only.
        times: How often it was mentioned.
        stood: Number of the last sentence in which a pronoun stood for it, but behind a preposition; `NEVER` for none.
    """

    name: str
    kind: Kind
    named: bool = True
    many: bool = False
    guessed: bool = False
    gender: str | None = None
    description: str | None = None
    words: list[tuple[str, ...]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    sentence: int = NEVER
    place: int = 0
    spoke: int = NEVER
    led: int = NEVER
    oblique: bool = False
    times: int = 0
    stood: int = NEVER

    def note(self, phrase: Phrase, nouns: Mapping[str, Noun]) -> None:
        """Write down that a phrase refers to it, and what the phrase says of it."""
        if phrase.sentence != self.sentence:
            self.place = phrase.span.start
            self.oblique = phrase.oblique
        self.oblique = self.oblique and phrase.oblique
        self.sentence = phrase.sentence
        self.spoke = phrase.sentence if phrase.speaks else self.spoke
        self.led = phrase.sentence if phrase.subject else self.led
        self.times += 1
        if phrase.form == "pronoun":
            self._stood(phrase)
        self.stood = phrase.sentence if phrase.form == "pronoun" and not phrase.oblique else self.stood
        if phrase.form == "name":
            self._called(phrase, nouns)
        if phrase.form != "pronoun":
            self._described(phrase, nouns)

    def entity(self, number: int) -> Entity:
        """Return the finished entity; a name of unknown kind that was a source is an organisation's."""
        if self.kind == "other" and self.named and self.spoke != NEVER:
            self.kind = "organisation"
        return Entity(f"E{number}", self.name, self.kind, self.description, named=self.named, role=self.role)

    @property
    def role(self) -> str | None:
        """The kind of source it makes; a special one wins over "person" and "organisation"; None when nothing tells."""
        telling = [role for role in self.roles if role not in {"person", "organisation"}]
        if telling:
            return telling[0]
        if not self.named:
            body = self.kind == "organisation" and "person" not in self.roles
            return "organisation" if body or "organisation" in self.roles else "unnamed"
        return {"organisation": "organisation", "place": "official", "person": "person"}.get(self.kind)

    def _stood(self, pronoun: Phrase) -> None:
        """Take over what a pronoun that stands for it tells."""
        if pronoun.gender in {"male", "female"}:
            self.gender = self.gender or pronoun.gender
            self.guessed = False
        elif pronoun.gender == "thing" and self.guessed:
            self.kind, self.guessed = "organisation", False

    def _called(self, phrase: Phrase, nouns: Mapping[str, Noun]) -> None:
        """Take over a name where it is fuller, and what it says of the kind."""
        if not self.named or _length(phrase.name) > _length(self.name):
            self.name = phrase.name
        self.named = True
        held = phrase.name.lower().split()
        if len(self.marks) < _MOST_SAID and any(word in nouns for word in held):
            self.marks |= {word for word in held if word not in nouns and len(word) > _PARTICLE}
        self.guessed = phrase.guessed and self.guessed if self.kind == "person" else False
        self.kind = phrase.kind if self.kind == "other" else self.kind

    def _described(self, phrase: Phrase, nouns: Mapping[str, Noun]) -> None:
        """Take over nouns, ties, gender, role and description."""
        # A spokesman or a statement stands for the body and says nothing of what it is.
        issued = phrase.kind == "other" and self.named
        other = self.kind not in {phrase.kind, "other"} and not self.guessed
        spoken_for = phrase.family == "speaker" and phrase.twin is None and self.named
        spoken_for = spoken_for and (phrase.owner is not None or self.kind != "person")
        behalf = phrase.form == "nominal" and (issued or other or spoken_for)
        self.nouns |= phrase.nouns
        self.families |= {nouns[noun].family for noun in phrase.nouns}
        if len(self.marks) < _MOST_SAID:
            self.marks |= phrase.marks if not behalf else set()
        if len(self.said) < _MOST_SAID:
            self.said |= set(phrase.name.lower().split()) | phrase.modifiers
        self.countries |= phrase.countries
        if not behalf:
            self.gender = self.gender or phrase.gender
            unsure = self.kind == "other" or (self.guessed and phrase.form == "nominal")
            self.kind = phrase.kind if unsure and phrase.kind != "other" else self.kind
            self.guessed = self.guessed and phrase.form != "nominal"
            self.roles += [phrase.role] if phrase.role and phrase.role not in self.roles else []
        said = phrase.description or (phrase.name if phrase.form == "nominal" and self.named and not behalf else None)
        if said and said.lower() not in self.name.lower() and len(said) > len(self.description or ""):
            self.description = said


def _length(name: str) -> tuple[int, int]:
    """Return by what names are compared: words, then letters."""
    return len(name.split()), len(name)

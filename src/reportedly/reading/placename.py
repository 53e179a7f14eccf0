"""Names that may be names of places: the longest runs of capitalised words that the gazetteer knows, and how likely each is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model import Report, Sentence, Span, Token
from reportedly.reading.dateline import datelines
from reportedly.reading.gazetteer import Candidate, Gazetteer
from reportedly.reading.namesake import Namesakes
from reportedly.reading.placeword import PlaceWords, demonyms, place_words
from reportedly.reading.vocabulary import Vocabulary, vocabulary

_LONGEST = 6
# Small words inside names: "Trinidad and Tobago", "Rio de Janeiro", "Stoke-on-Trent" written apart.
_INSIDE = frozenset({"of", "and", "the", "de", "la", "del", "du", "do", "da", "al", "el", "on", "upon"})
# Abbreviations whose stop stands inside a name: "St. Louis".
_SHORT = frozenset({"st", "ste", "mt", "ft", "pt"})
# A town of so many needs no other sign that it is meant, in a clean run; a smaller one does. Chosen on the development
# halves of LGL and GeoVirus among 5,000, 15,000, 50,000 and 100,000.
_LARGE = 100_000
_MIDDLING = 50_000
# The same where the name has several words, which few persons share.
_SMALL = 5_000
_WIDE = frozenset({"country", "region", "area", "sea", "continent"})
_AUXILIARIES = frozenset({"had", "has", "have", "was", "were", "is", "are", "will", "would"})
_TOWNS = frozenset({"city", "district"})
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Spot:
    """Words that may name a place.

    Attributes:
        span: The words, with a unit after them ("Kursk region"), without a possessive ending.
        name: What was looked up ("Kursk").
        candidates: What the gazetteer has of that name, of the kinds that the words round it leave; empty for a place
            that it does not know.
        firm: The words round it say that a place is meant.
        likely: Its own words say so: a country, a region, a large town that stands by itself.
        clean: It is no part of a longer name.
        country: ISO 3166-1 code that a demonym before it gives ("the Iraqi town of …"); None when there is none.
    """

    span: Span
    name: str
    candidates: tuple[Candidate, ...]
    firm: bool
    likely: bool
    clean: bool = True
    country: str | None = None


class Names:
    """The names of one report.

    Args:
        report: Needs Token and Sentence; Mention where it has been read.
        gazetteer: Where names are looked up.
    """

    def __init__(self, report: Report, gazetteer: Gazetteer) -> None:
        self._text = report.text
        self._gazetteer = gazetteer
        self._tokens: Sequence[Token] = report.of(Token)
        self._words: Vocabulary = vocabulary("en")
        self._demonyms = demonyms("en")
        self._place: PlaceWords = place_words("en")
        self._starts = {one.span.start for one in report.of(Sentence)}
        self._people = Namesakes(report, self._words)
        self._datelines = datelines(self._text)
        said = {token.lower for token in self._tokens}
        self._homonyms = frozenset(name for name, beside in self._place.homonyms.items() if beside & said)

    def spots(self) -> Iterator[Spot]:
        """Yield the spots in text order, disjoint."""
        at = 0
        while at < len(self._tokens):
            spot, at = self._spot(at)
            if spot is not None:
                yield spot

    def _spot(self, at: int) -> tuple[Spot | None, int]:
        """Return the spot that begins with the word at ``at``, if any, and where to go on."""
        if not self._capital(at) or self._skipped(at):
            return None, at + 1
        for end in self._ends(at):
            name = self._surface(at, end)
            candidates = tuple(self._gazetteer.find(name))
            if candidates and not self._other(at, end, candidates) and not self._article(at, end, candidates):
                return self._known(at, end, name, candidates)
        return self._unknown(at)

    def _known(self, at: int, end: int, name: str, candidates: tuple[Candidate, ...]) -> tuple[Spot | None, int]:
        """Return the spot of a name that the gazetteer has."""
        kinds, after = self._kinds(at, end)
        # "the Houston region" is no county of that name, of which nobody says "region".
        fitting = tuple(
            one for one in candidates if not kinds or (one.kind in kinds and (one.primary or one.kind != "district"))
        )
        firm = self._firm(at) or bool(kinds and fitting) or self._kind_after(after)
        spot = Spot(
            span=Span(self._tokens[at].span.start, self._tokens[at].span.start + len(name))
            if after == end
            else Span(self._tokens[at].span.start, self._bare_end(after - 1)),
            name=name,
            candidates=fitting or candidates,
            firm=firm and self._clean(at, end),
            likely=self._likely(at, end, fitting or candidates),
            clean=self._clean(at, end),
            country=self._demonym_before(at) or self._demonym_after(after),
        )
        return spot, after

    def _unknown(self, at: int) -> tuple[Spot | None, int]:
        """Return the spot of a name that the gazetteer has not but whose words say that it is a place."""
        end = at
        while end < min(len(self._tokens), at + _LONGEST) and self._capital(end) and (end == at or self._near(end)):
            end += 1
        if not self._must_be_place(at, end):
            return None, at + 1
        span = Span(self._tokens[at].span.start, self._bare_end(end - 1))
        if self._people.sure(span):
            return None, at + 1
        country = self._demonym_before(at) or self._demonym_after(end)
        name, end = span.cut(self._text), end + self._unit_after(end)
        whole = Span(span.start, self._bare_end(end - 1))
        return Spot(whole, name, (), firm=True, likely=True, country=country), end

    def _must_be_place(self, at: int, end: int) -> bool:
        """Say whether an unknown name is one of a place: "the town of …", "near …", "at the … Clinic"."""
        if self._unit_before(at) is not None or (at > 0 and self._tokens[at - 1].lower in self._place.beside):
            return self._bare(at) not in self._words.common
        if self._kind_after(end) or (self._unit_after(end) and self._after_preposition(at)):
            return self._bare(at) not in self._words.common
        built = end - at > 1 and self._tokens[end - 1].lower in self._place.facilities
        return (
            built and self._after_preposition(at) and not self._shouted(at) and self._bare(at) not in self._words.common
        )

    def _ends(self, at: int) -> Iterator[int]:
        """Yield one past the last word of each run from ``at`` that may be a name, longest first."""
        found, end = [], at
        while end < len(self._tokens) and end - at < _LONGEST:
            if end > at and not self._near(end):
                break
            if self._capital(end):
                found.append(end + 1)
            elif not self._goes_on(end):
                break
            end += 1
        return reversed(found)

    def _goes_on(self, at: int) -> bool:
        """Say whether a name may go on after a word without a capital."""
        lower = self._tokens[at].lower
        return lower in _INSIDE or (lower == "." and self._tokens[at - 1].lower in _SHORT)

    def _near(self, at: int) -> bool:
        """Say whether at most one space, no line break, stands before the word."""
        between = self._text[self._tokens[at - 1].span.end : self._tokens[at].span.start]
        return between in {"", " ", "\xa0"}

    def _capital(self, at: int) -> bool:
        """Say whether the word is a name's: a capital at its head, or after an article joined to it (al-Qaim)."""
        word = self._tokens[at].span.cut(self._text)
        if word[1:2] in {"'", "’"} and word[0] in "dl":
            word = word[2:] or word
        return word[0].isupper() or (word[0].isalpha() and "-" in word and word[word.index("-") + 1 :][:1].isupper())

    def _skipped(self, at: int) -> bool:
        """Say whether no name of a place begins here: a demonym, a day, or a word of its own at a sentence's head."""
        lower = self._bare(at)
        if lower in self._words.calendar or self._people_only(lower, at):
            return True
        follows = at + 1 < len(self._tokens) and self._capital(at + 1) and self._near(at + 1)
        return self._opens(at) and not follows and lower in self._words.common and lower not in self._words.countries

    def _people_only(self, lower: str, at: int) -> bool:
        """Say whether the word is a demonym and names no country; "the Kursk region" shows that a unit makes it a place."""
        if lower not in self._words.demonyms or lower in self._words.countries or self._unit_after(at + 1):
            return False
        # "Indian Ocean", "Baltic Sea"
        return not any(end - at > 1 and self._gazetteer.find(self._surface(at, end)) for end in self._ends(at))

    def _other(self, at: int, end: int, candidates: tuple[Candidate, ...]) -> bool:
        """Say whether the run is known to be something else than a place: a person, a demonym, a common word."""
        span = Span(self._tokens[at].span.start, self._tokens[end - 1].span.end)
        if self._person(span, at, end, candidates):
            return True
        if end - at > 1:
            return self._bare(end - 1) in self._words.demonyms and self._words.demonyms[self._bare(end - 1)] != ""
        lower = self._bare(at)
        if lower in self._homonyms:
            return not (self._unit_after(end) or self._unit_before(at))
        shouted = self._shouted(at)
        word = span.cut(self._text)
        if lower in self._words.common and (shouted or not self._firm(at)) and lower not in self._words.countries:
            return not self._unit_after(end)
        # "us" and "in" in capitals are codes of states only after a comma.
        return len(lower) <= 2 and not word.isupper()  # noqa: PLR2004 - two letters

    def _article(self, at: int, end: int, candidates: tuple[Candidate, ...]) -> bool:
        """Say whether "the" stands before the name of a town that describes nothing: "the Bugle reported" names no town."""
        if (
            at == 0
            or self._tokens[at - 1].lower != "the"
            or any(one.kind not in _TOWNS and one.primary for one in candidates)
        ):
            return False
        if self._unit_after(end):
            return False
        following = self._tokens[end].lower if end < len(self._tokens) and self._near(end) else ""
        verbs = self._words.closed | self._words.speech | _AUXILIARIES
        return not following[:1].isalnum() or following in verbs

    def _person(self, span: Span, at: int, end: int, candidates: tuple[Candidate, ...]) -> bool:
        """Say whether a person is named here and no place."""
        if end - at > 1 and self._bare(end - 1) in self._place.units:
            return False
        if self._people.organisation(span):
            return True
        if self._people.whole(span) and self._firm(at) and any(one.primary for one in candidates):
            return False
        if self._people.sure(span):
            titled = end < len(self._tokens) and self._bare(end) in self._words.titles | self._words.heads.keys()
            return not (self._people.opens(span) and titled)
        return self._people.doubtful(span) and not self._firm(at) and not _strong(candidates, end - at)

    def _kinds(self, at: int, end: int) -> tuple[tuple[str, ...], int]:
        """Return the kinds that a unit after or before the name leaves, and one past the phrase's last word."""
        if self._unit_after(end) and not self._possessive(end - 1):
            return self._place.kinds[self._bare(end)], end + 1
        before = self._unit_before(at)
        return (self._place.kinds[before] if before else (), end)

    def _unit_after(self, end: int) -> bool:
        """Say whether a word like "region" follows."""
        return end < len(self._tokens) and self._near(end) and self._bare(end) in self._place.units

    def _unit_before(self, at: int) -> str | None:
        """Return the word before "of" when it is one like "town"; None when there is none."""
        if at > 1 and self._tokens[at - 1].lower == "of" and self._tokens[at - 2].lower in self._place.kinds:
            return self._tokens[at - 2].lower
        if (
            at > 0
            and self._tokens[at - 1].lower in self._place.apposed
            and self._near(at)
            and not self._capital(at - 1)
        ):
            return self._tokens[at - 1].lower
        return None

    def _firm(self, at: int) -> bool:
        """Say whether the words before say that a place follows, or it opens a dateline."""
        if self._tokens[at].span.start in self._datelines:
            return True
        before = at - 1
        while before >= max(0, at - 3) and self._tokens[before].lower in {*self._place.directions, "the", "of"}:
            if self._tokens[before].lower == "of" and self._tokens[before - 1].lower in self._place.directions:
                return True
            before -= 1
        return self._unit_before(at) is not None or (before >= 0 and self._tokens[before].lower in self._place.firm)

    def _after_preposition(self, at: int) -> bool:
        """Say whether a preposition of places stands before, an article between."""
        before = at - 1 if at and self._tokens[at - 1].lower != "the" else at - 2
        return before >= 0 and self._tokens[before].lower in self._place.prepositions

    def _clean(self, at: int, end: int) -> bool:
        """Say whether the name is no part of a longer one."""
        return self._clean_before(at) and self._clean_after(end)

    def _clean_before(self, at: int) -> bool:
        """Say whether no other name stands directly before."""
        before = at - 1
        if before < 0 or not self._near(at) or not self._capital(before):
            return True
        lower = self._bare(before)
        if lower in self._place.titles:
            return False
        if self._possessive(before):
            return True
        if lower in self._place.directions or lower in self._words.demonyms:
            return True
        return lower in self._words.common or lower in self._words.closed

    def _clean_after(self, end: int) -> bool:
        """Say whether no other name stands directly after; a title or a common noun may ("Riyadh Police")."""
        if end >= len(self._tokens) or not self._near(end) or not self._capital(end) or self._possessive(end - 1):
            return True
        lower = self._bare(end)
        return lower in self._words.common or lower in self._words.titles or lower in self._words.heads

    def _likely(self, at: int, end: int, candidates: tuple[Candidate, ...]) -> bool:
        """Say whether the name by itself is one of a place."""
        best = candidates[0]
        if not self._clean(at, end):
            return best.kind == "country" and best.primary
        lower = self._bare(at)
        if end - at == 1 and (self._people.surname(lower) or lower in self._words.common):
            return any(one.kind == "country" or (one.primary and one.population >= 10 * _LARGE) for one in candidates)
        if _strong(candidates, end - at):
            return True
        if end - at == 1 and lower in self._words.given:
            return False
        return any(one.primary and (one.population >= _MIDDLING or one.kind == "district") for one in candidates)

    def _demonym_before(self, at: int) -> str | None:
        """Return the country of a demonym shortly before: "the western Iraqi town of …"; None when there is none."""
        for before in range(at - 1, max(-1, at - 5), -1):
            lower = self._tokens[before].lower
            country = self._demonyms.get(self._bare(before))
            if country:
                return country
            if lower != "of" and lower not in self._place.kinds and lower not in self._place.directions:
                return None
        return None

    def _demonym_after(self, at: int) -> str | None:
        """Return the country of a demonym in an apposition: "Perth, the Scottish city"; None when there is none."""
        if not self._kind_after(at):
            return None
        words = (self._bare(one) for one in range(at + 2, min(at + 5, len(self._tokens))))
        return next((self._demonyms[word] for word in words if word in self._demonyms), None)

    def _kind_after(self, at: int) -> bool:
        """Say whether an apposition with a place's kind begins at a token: ", a Velmoran town," and no ", a town clerk"."""
        words = [self._bare(one) for one in range(at, min(at + 6, len(self._tokens)))]
        if words[:1] != [","] or words[1:2] not in (["a"], ["an"], ["the"]):
            return False
        kind = next((place for place, word in enumerate(words[2:5], 2) if word in self._place.kinds), None)
        if kind is None or words[kind] in self._place.facilities:
            return False
        behind = words[kind + 1] if kind + 1 < len(words) else ""
        return not behind[:1].isalnum() or behind in self._words.closed

    def _opens(self, at: int) -> bool:
        """Say whether the word stands at the head of a sentence or of a quotation."""
        return self._tokens[at].span.start in self._starts or (at > 0 and self._tokens[at - 1].lower in "“\"‘'(:—-")

    def _shouted(self, at: int) -> bool:
        """Say whether the words round are all in capitals, as in a headline."""
        near = [self._tokens[one] for one in (at - 1, at, at + 1) if 0 <= one < len(self._tokens)]
        words = [token.span.cut(self._text) for token in near if token.lower.isalpha()]
        return len(words) > 1 and all(word.isupper() for word in words)

    def _surface(self, at: int, end: int) -> str:
        """Return the words of a run, without a possessive ending."""
        return self._text[self._tokens[at].span.start : self._bare_end(end - 1)]

    def _bare_end(self, at: int) -> int:
        """Return where the word ends without a possessive ending."""
        span = self._tokens[at].span
        return span.start + len(_POSSESSIVE.sub("", span.cut(self._text)))

    def _bare(self, at: int) -> str:
        """Return the word in small letters without a possessive ending."""
        return _POSSESSIVE.sub("", self._tokens[at].lower)

    def _possessive(self, at: int) -> bool:
        """Say whether the word has a possessive ending."""
        return self._bare(at) != self._tokens[at].lower


def _strong(candidates: tuple[Candidate, ...], words: int) -> bool:
    """Say whether a name is more likely one of a place than anything else, by the largest that bears it."""
    least = _LARGE if words == 1 else _SMALL
    return any(one.primary and (one.kind in _WIDE or one.population >= least) for one in candidates)

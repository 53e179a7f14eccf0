"""Where, and how exactly: names of places, looked up in a gazetteer that is handed in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise

from reportedly.lexicon import load
from reportedly.model import Place, Problem, Report, Span, Token
from reportedly.reading.border import borders
from reportedly.reading.distant import distance
from reportedly.reading.gazetteer import Candidate, Gazetteer
from reportedly.reading.locate import MOST_OTHERS, Choice, Company, Context, Tally, chosen, first_guess, inside
from reportedly.reading.placename import Names, Spot
from reportedly.reading.placeword import demonyms, place_words
from reportedly.reading.reader import Read

_NO_GAZETTEER = "no gazetteer is installed, so no place was read; install reportedly-places"
# "Qaim, Iraq", "Qaim (Iraq)", "Falluja in western Iraq": the later names what the earlier lies in.
_WITHIN = r"\s*(?:,\s*(?:in\s+)?|\(|\s+in\s+)(?:the\s+)?(?:{directions})?\s*"
# "the Texas town of Paris": the earlier names what the later lies in.
_AROUND = r"\s+(?:\w+\s+)?(?:{kinds})(?:\s+of)?\s+"
_OWN = re.compile(r"['’]s?\s+")
_FARTHEST = 40
_ABBREVIATED = re.compile(r",\s+((?:[A-Z]\.){2,}|[A-Z]\.[A-Z][a-z]\.|[A-Z][a-z]{1,4}\.|[A-Z]{2,4})(?!\w)")
# A region's or a country's name, as against one of something inside it.
_LOCAL = frozenset({"city", "district"})
# A front is named after a town that it need not have reached.
_FRONT_KM = 50.0
_OUTER = frozenset({"country", "region", "district", "area"})
_HOLDERS = frozenset({"country", "region"})


def places(gazetteer: Gazetteer | None) -> Read:
    """Make the reader of places.

    Args:
        gazetteer: Where names are looked up; with None every report carries the Problem ``places-not-read``.

    Returns:
        A reader that needs Token and Sentence, uses Mention where it was read, and yields a Place for each name of a
        place, in text order, disjoint; what the gazetteer does not know is there without coordinates.
    """

    def read(report: Report) -> Iterator[Place | Problem]:
        if gazetteer is None:
            if report.text:
                yield Problem("places-not-read", _NO_GAZETTEER)
            return
        spots = tuple(_with_abbreviations(report.text, Names(report, gazetteer).spots(), gazetteer))
        setting, found = _placed(report, _owned(report.text, _believed(spots)))
        yield from sorted((*found, *borders(report, gazetteer, setting.countries)), key=lambda one: one.span.start)

    return read


def _with_abbreviations(text: str, spots: Iterator[Spot], gazetteer: Gazetteer) -> Iterator[Spot]:
    """Yield the spots, and after each the state that an abbreviation behind a comma gives ("Lafayette, La.")."""
    end = 0
    for spot in spots:
        if spot.span.start < end:
            continue
        state = _state(text, spot, gazetteer)
        yield spot
        if state is not None:
            yield state
            end = state.span.end


def _state(text: str, spot: Spot, gazetteer: Gazetteer) -> Spot | None:
    """Return the state named by an abbreviation right after a spot; None when there is none."""
    found = _ABBREVIATED.match(text, spot.span.end)
    if found is None:
        return None
    plain = found[1].replace(".", "")
    known = place_words("en").abbreviations
    row = known.get(plain) if "." not in found[1] else None
    row = row or known.get(plain.lower()) if "." in found[1] or len(plain) == 2 else row  # noqa: PLR2004 - postal codes
    if row is None:
        return None
    name, country = row
    regions = tuple(one for one in gazetteer.find(name) if one.kind == "region" and one.country == country)
    return Spot(Span(*found.span(1)), found[1], regions, firm=True, likely=True) if regions else None


def _believed(spots: Sequence[Spot]) -> list[Spot]:
    """Return the spots that are places: by themselves, by the words round them, or because they are elsewhere."""
    firm = {spot.name.lower() for spot in spots if spot.firm}
    return [spot for spot in spots if spot.firm or spot.likely or (spot.clean and _key(spot) in firm)]


def _owned(text: str, spots: list[Spot]) -> list[Spot]:
    """Return the spots without namesakes far away: the East End in "London's East End" is none of the towns of that name."""
    found = spots[:1]
    for left, right in pairwise(spots):
        owned = _OWN.fullmatch(text, left.span.end, right.span.start) is not None
        found.append(replace(right, candidates=tuple(_within(right, left))) if owned else right)
    return found


def _within(spot: Spot, owner: Spot) -> Iterator[Candidate]:
    """Yield what a spot may mean if it lies in its owner; what is larger than a town may be known under another's name."""
    wide = any(one.kind in _HOLDERS for one in owner.candidates[:1])
    for one in spot.candidates:
        if (wide and one.kind not in _LOCAL) or any(inside(one, outer) for outer in owner.candidates):
            yield one


def _placed(report: Report, spots: list[Spot]) -> tuple["_Setting", list[Place]]:
    """Return where the report plays, and the places of the spots."""
    outer = _containers(report.text, spots)
    settled: dict[str, tuple[Candidate, ...]] = {}
    for spot, containers in zip(spots, outer, strict=True):
        settled[_key(spot)] = containers or settled.get(_key(spot), ())
    setting = _Setting(report, spots)
    before, end = next(iter(setting.countries), None), 0
    found = []
    for spot, containers in zip(spots, outer, strict=True):
        place = setting.place(spot, containers or settled[_key(spot)], before)
        found.append(_far_from(report.text, place, end))
        before, end = place.country or before, place.span.end
    return setting, found


def _far_from(text: str, place: Place, earliest: int) -> Place:
    """Return the place at the distance that the words before it tell ("40 km north of"), or the place itself.

    The span stays the name's: the distance belongs to the quantity that is read there.
    """
    told = distance(text, place.span.start, earliest)
    if told is None or place.lat is None or place.lon is None:
        return place
    lat, lon = told.moved(place.lat, place.lon)
    return replace(
        place, geonames_id=None, lat=lat, lon=lon, radius_km=told.radius_km,
        because=f"{told.words} {place.name}, which is: {place.because}",
    )  # fmt: skip


def _key(spot: Spot) -> str:
    """Return what tells one name from another."""
    return spot.name.lower()


class _Setting:
    """Where a report plays, and what its names mean there.

    Args:
        report: Needs Token.
        spots: Its names of places.
    """

    def __init__(self, report: Report, spots: list[Spot]) -> None:
        self._text = report.text
        known = [spot for spot in spots if spot.candidates]
        peoples = tuple(("", country) for country in _demonyms(report))
        sure = Tally((*peoples, *((_key(spot), _only_country(spot)) for spot in known)))
        found = {_key(spot): spot.candidates for spot in known}
        self._guesses = {name: first_guess(places, sure.without(name), _capitals()) for name, places in found.items()}
        guessed = [(_key(spot), self._guesses[_key(spot)]) for spot in known]
        self._countries = Tally((*peoples, *((name, guess.country) for name, guess in guessed)))
        self._regions = Tally((name, _region(guess)) for name, guess in guessed)
        self._company = Company((_key(spot), spot.candidates) for spot in known)
        self._others = tuple(islice(self._guesses.items(), MOST_OTHERS + 1))
        self._chosen: dict[tuple[str, str | None, tuple[Candidate, ...], tuple[Candidate, ...]], Choice] = {}

    @property
    def countries(self) -> Sequence[str]:
        """The countries that the report names, the one it names most first."""
        countries = self._countries.without()
        return sorted(countries, key=lambda country: -countries[country])

    def place(self, spot: Spot, containers: tuple[Candidate, ...], before: str | None) -> Place:
        """Return the place of one spot.

        Args:
            spot: It.
            containers: What it lies in, by the words round it or round another spot of its name.
            before: Country of the place before it in the text, for a town that the gazetteer does not know; where a
                building stands it does not tell.
        """
        if not spot.candidates:
            built = spot.name.lower().split()[-1] in place_words("en").facilities
            country = spot.country or next((one.country for one in containers), None if built else before)
            guessed = None if spot.country or containers else country
            return Place(spot.span, spot.name, country=country, because=_unlocated(containers, guessed))
        choice = self._choice(spot, containers)
        one = choice.candidate
        front = spot.span.cut(self._text)[len(spot.name) :].strip().lower() in place_words("en").fronts
        radius = max(one.radius_km, _FRONT_KM) if front else one.radius_km
        where = (one.geonames_id, one.lat, one.lon, radius, one.country)
        return Place(spot.span, one.name, *where, because=choice.because)

    def _choice(self, spot: Spot, containers: tuple[Candidate, ...]) -> Choice:
        """Return what a name means, once for each name and what it lies in."""
        name = _key(spot)
        key = (name, spot.country, containers, spot.candidates)
        if key not in self._chosen:
            local = tuple(one for one in spot.candidates if one.country == spot.country)
            others = [guess for other, guess in self._others if other != name]
            context = Context(
                self._countries.without(name), others, _capitals(), name, self._regions.without(name), self._company
            )
            self._chosen[key] = chosen(local or spot.candidates, containers, context)
        return self._chosen[key]


def _holding(right: Spot, left: Spot) -> Spot:
    """Return the spot after "Rochester, " as the regions that hold a Rochester, for nobody says that a town lies in a town."""
    outer = tuple(
        one
        for one in right.candidates
        if one.kind in _HOLDERS and any(inside(inner, one) and inner.name != one.name for inner in left.candidates)
    )
    return replace(right, candidates=outer) if outer else right


def _unlocated(containers: tuple[Candidate, ...], guessed: str | None) -> str:
    """Say why a place has no coordinates, in what it lies, and where its country is only that of the place before it."""
    within = f" in {containers[0].name}" if containers else ""
    country = f"; {guessed} is the country of the place named before it" if guessed else ""
    return f"not located{within}: the gazetteer has no such name{country}"


def _containers(text: str, spots: list[Spot]) -> list[tuple[Candidate, ...]]:
    """Return for each spot what the words round it say it lies in; what holds another is left only what can."""
    within, around = _patterns()
    found: list[tuple[Candidate, ...]] = [()] * len(spots)
    for at, (left, right) in enumerate(pairwise(spots)):
        if right.span.start - left.span.end > _FARTHEST:
            continue
        between = text[left.span.end : right.span.start]
        if within.fullmatch(between) and not any(one.kind == "country" for one in left.candidates):
            found[at] = tuple(one for one in right.candidates if one.kind in _OUTER or not left.candidates)
            spots[at + 1] = _holding(right, left)
        elif _OWN.fullmatch(between):
            found[at + 1] = left.candidates
        elif around.fullmatch(between):
            found[at + 1] = tuple(one for one in left.candidates if one.kind in _OUTER)
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the words between a place and what it lies in, and the other way round."""
    words = place_words("en")
    directions, kinds = "|".join(sorted(words.directions)), "|".join(sorted(words.kinds))
    return re.compile(_WITHIN.format(directions=directions)), re.compile(_AROUND.format(kinds=kinds))


def _demonyms(report: Report) -> Iterator[str]:
    """Yield the country of each demonym of the report."""
    known = demonyms("en")
    for token in report.of(Token):
        country = known.get(token.lower)
        if country:
            yield country


def _only_country(spot: Spot) -> str | None:
    """Return the country when all places of the name lie in one, or one of them is a country; None otherwise."""
    named = {one.country for one in spot.candidates if one.kind == "country"} or {
        one.country for one in spot.candidates
    }
    return next(iter(named)) if len(named) == 1 else None


def _region(one: Candidate) -> str | None:
    """Return the key of the region when the place is one; None otherwise."""
    return f"{one.country}.{one.admin1}" if one.kind == "region" else None


@cache
def _capitals() -> dict[str, str]:
    """Return the country of each capital, by its name in small letters."""
    rows = load("en", "country")["country"].values()
    return {row["capital"].lower(): row["code"] for row in rows if "capital" in row}

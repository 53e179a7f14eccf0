"""Where, and how exactly, in an invented gazetteer."""

from collections import defaultdict
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import unmark

from reportedly.model import Document, Mention, Place, Problem, Report, Sentence, Span, Token
from reportedly.reading.analysis import tokens
from reportedly.reading.place import places
from reportedly.reading.sentence import sentences


@dataclass(frozen=True, slots=True)
class Town:
    """A place of the invented gazetteer."""

    name: str
    country: str | None
    lat: float = 0.0
    lon: float = 0.0
    kind: str = "city"
    population: int = 200_000
    admin1: str | None = None
    geonames_id: int | None = None
    radius_km: float = 10.0
    primary: bool = True


class Invented:
    """A gazetteer of places that are nowhere."""

    def __init__(self, *towns: Town, aliases: tuple[tuple[str, Town], ...] = ()) -> None:
        self._towns: dict[str, list[Town]] = defaultdict(list)
        for town in towns:
            self._towns[town.name.lower()].append(town)
        for alias, town in aliases:
            self._towns[alias.lower()].append(replace(town, primary=False))

    def find(self, name: str) -> list[Town]:
        """Return the places of a name in any case."""
        return self._towns.get(name.lower().replace("-", " "), [])


IRAQ, FRANCE, RUSSIA, UKRAINE = (
    Town("Iraq", "IQ", 33, 44, "country", 38_000_000),
    Town("France", "FR", 46, 2, "country", 67_000_000),
    Town("Russia", "RU", 60, 100, "country", 140_000_000),
    Town("Ukraine", "UA", 49, 32, "country", 40_000_000),
)
OSKEL = Town("Oskel", "RU", 51.7, 36.2, population=440_000, admin1="41")
OSKEL_OBLAST = Town("Oskel Oblast", "RU", 51.75, 36.0, "region", 1_000_000, "41")
ASKREL_IQ, ASKREL_FR = Town("Askrel", "IQ", 34, 41), Town("Askrel", "FR", 45, 1, population=900_000)
WORLD = Invented(
    IRAQ,
    FRANCE,
    RUSSIA,
    UKRAINE,
    OSKEL,
    OSKEL_OBLAST,
    ASKREL_IQ,
    ASKREL_FR,
    Town("Al Mirad", "IQ", 34.5, 41.2, population=60_000),
    Town("Velm", "FR", 44.8, 1.2, population=150_000),
    Town("Tressel", "UA", 48, 37, population=60_000),
    Town("Tressel", "RU", 61, 129, population=9_000),
    Town("Old Tressel", "RU", 51, 46, population=700_000),
    Town("Police", "FR", 47, 3, population=30_000),
    Town("Marsh", "FR", 47, 3.5, population=2_000),
    Town("Texas", "US", 31.25, -99.25, "region", 29_000_000, "TX"),
    Town("Louisiana", "US", 31, -92, "region", 4_600_000, "LA"),
    Town("Velm", "US", 33, -95, population=20_000, admin1="TX"),
    Town("Bugle", "FR", 46, 1, population=9_000),
    Town("Brent", "FR", 46, 2, population=300_000),
    Town("Perlow", "FR", 46, 3, population=9_000),
    Town("border IQ SY", None, 36, 41.5, "border", radius_km=180.0),
    Town("border RU UA", None, 50, 36, "border", radius_km=550.0),
    aliases=(("Oskel", OSKEL_OBLAST), ("Tressel", Town("Old Tressel", "RU", 51, 46, population=700_000))),
)

FOUND = [
    ("Smoke rose over [Askrel].", "a large town in a clean run"),
    ("The town of [Nolgar] burned.", "an unknown name whose words say that it is a town"),
    ("Shots were heard near [Nolgar].", "an unknown name after a firm preposition"),
    ("He lay in the [Nolgar Clinic] for weeks.".replace("in the", "at the"), "a building that no table has"),
    ("French ministers and Iraqis met.", "demonyms are no places"),
    ("French President Lena Velm left.", "a capitalised name before it: a person"),
    ("Police came.", "a common word at the head of a sentence"),
    ("They moved to a house in [Police].", "the same word where only a place can stand"),
    ("The Marsh report came out.", "a small town needs more than its name"),
    ("Fog lay across [Marsh]. [Marsh] slept.", "what is a place once is one again"),
    ("Troops entered the [Oskel region].", "a unit belongs to the phrase"),
    (
        "Troops entered Russia's [Oskel Oblast].".replace("Russia's", "[Russia]'s"),
        "after a possessive, which is not in the span",
    ),
    ("A bunker in [al-Mirad], [Iraq]", "an article joined by a hyphen"),
    ("[ASKREL] — The river rose.", "a dateline"),
    ("She moved from [Velm], [La.], to sea.", "a state's abbreviation"),
    ("In March and on Monday nothing came.", "months and days"),
    ("[PERLOW], Oct 10 (Kontor Wire) - Shares fell.", "a day in a dateline"),
    ("Rain.\n\n[Perlow] (Kontor Wire) – It fell.", "a dateline below a headline"),
    ("Perlow fell by a tenth.", "the same small town at a sentence's head"),
    ("He read it in the Bugle, which had it from her.", "an article before a town's name"),
    ("Guns fell silent at the [Bugle] ceremony.".replace("at the [Bugle]", "near the [Bugle]"), "the name describes"),
    ("Brent crude rose; Brent had fallen.", "a name that is something else here"),
    ("Smoke rose over [Brent].", "the same name where nothing speaks against it"),
    ("Fighting grew on the [Oskel front].", "a front"),
    ("People in the [Nolgar district] were told to leave.", "an unknown name before a unit"),
    ("[Nolgar], a mountain village, burned.", "an apposition that says what it is"),
    ("Velmar, a town clerk, left.", "an apposition of a person"),
]

# The first place of the text, and the country it is put in.
RESOLVED = [
    ("He was hit in Askrel, Iraq.", "IQ", "a container after a comma beats population"),
    ("He was hit in Askrel in western Iraq.", "IQ", "a container after a preposition"),
    ("The Iraqi town of Askrel fell.", "IQ", "a demonym before the town"),
    ("Askrel fell. Iraqi troops left, Iraqi police stayed, said Iraq's army.", "IQ", "the country in context"),
    ("Askrel fell.", "FR", "population, when nothing else speaks"),
    ("Askrel and Al Mirad lie on one river.", "IQ", "the report's other places"),
    ("Tressel was shelled, Ukrainian officers said.", "UA", "a primary name before a larger place's old name"),
    ("A man from Velm, Texas, won.", "US", "a region contains what it says"),
    ("The Texas town of Velm flooded.", None, "the region comes first in the text"),
    ("Askrel, an Iraqi city, fell.", "IQ", "a demonym in an apposition"),
]


def read(text: str, *people: Span) -> list[Place]:
    report = Report(Document("d", "0" * 64, text))
    report = report.grown({Token: tuple(tokens(report)), Sentence: tuple(sentences(report))})
    report = report.grown({Mention: tuple(Mention(span, "person") for span in people)})
    return [one for one in places(WORLD)(report) if isinstance(one, Place)]


@pytest.mark.parametrize(("marked", "point"), FOUND)
def test_found(marked: str, point: str) -> None:
    text, expected = unmark(marked)
    assert [(one.span.start, one.span.end) for one in read(text)] == expected, point


@pytest.mark.parametrize(("text", "country", "point"), RESOLVED)
def test_resolved(text: str, country: str | None, point: str) -> None:
    found = read(text)
    assert (found[0].country if country else found[-1].country) == (country or "US"), point


def test_the_word_for_a_kind_chooses_the_region() -> None:
    [city] = read("Rain fell in Oskel.")
    [region] = read("Rain fell in the Oskel region.")
    assert (city.name, region.name) == ("Oskel", "Oskel Oblast")


def test_a_place_says_where_and_why_and_what_lost() -> None:
    [place, _] = read("He was hit in Askrel, Iraq.")
    assert (place.lat, place.lon, place.radius_km, place.country) == (34, 41, 10, "IQ")
    assert "inside what the words name" in place.because
    assert "FR" in place.because


def test_what_the_gazetteer_does_not_know_is_not_located() -> None:
    [_, place] = read("In Iraq, the town of Nolgar burned.")
    assert (place.name, place.lat, place.lon, place.radius_km, place.country) == ("Nolgar", None, None, None, "IQ")


def test_a_building_is_in_no_country_that_the_words_do_not_name() -> None:
    [_, place] = read("Iraq watched. She lay at the Nolgar Clinic.")
    assert (place.name, place.country) == ("Nolgar Clinic", None)
    place, _ = read("She lay at the Nolgar Clinic in Al Mirad.")
    assert (place.country, place.because[:21]) == ("IQ", "not located in Al Mir")


def test_what_belongs_to_a_town_is_none_of_the_towns_of_that_name_elsewhere() -> None:
    _, place = read("Velm's Askrel is a poor quarter of French painters.")
    assert (place.name, place.lat, place.country) == ("Askrel", None, "FR")


def test_a_person_s_name_is_no_place() -> None:
    text, [who] = unmark("[Lena Askrel] spoke. Askrel left.")
    assert read(text, Span(*who)) == []


def test_a_name_taken_for_a_person_is_a_place_where_only_one_can_stand() -> None:
    text, [who] = unmark("A bunker in [Al Mirad] was hit.")
    assert [one.name for one in read(text, Span(*who))] == ["Al Mirad"]


def test_without_a_gazetteer_the_report_says_so() -> None:
    report = Report(Document("d", "0" * 64, "Rain fell in Askrel."))
    [problem] = places(None)(report)
    assert isinstance(problem, Problem)
    assert problem.code == "places-not-read"


# Text, where the place lies, and the circle in which to look for it.
DISTANT = [
    ("Shells fell 40 km north of [Askrel], Iraq.", 34.36, 41.0, 10.0, "degrees of latitude are 111 km long"),
    (
        "They met five miles (8 km) west of the town of [Oskel].",
        51.7,
        36.08,
        2.0,
        "number words, brackets, a kind between",
    ),
    ("A camp lay 100 kilometres to the south-east of [Askrel], Iraq.", 33.36, 41.77, 25.0, "a side of two words"),
    ("Boarded 62 nm SW of [Askrel], Iraq.", 33.27, 40.12, 28.7, "nautical miles and a side, both short"),
]


@pytest.mark.parametrize(("marked", "lat", "lon", "radius_km", "point"), DISTANT)
def test_at_a_distance(marked: str, lat: float, lon: float, radius_km: float, point: str) -> None:
    text, [(start, end)] = unmark(marked)
    place = read(text)[0]
    assert (place.span.start, place.span.end, place.geonames_id, place.radius_km) == (start, end, None, radius_km), (
        point
    )
    assert place.lat == pytest.approx(lat, abs=0.01), point
    assert place.lon == pytest.approx(lon, abs=0.01), point


# Text, the border's name and radius, and how it is known.
BORDERS = [
    ("Smoke rose on the Iraq-Syria [border].", "border IQ SY", "both", "two names before it"),
    ("Smoke rose on the Syrian–Iraqi [border].", "border IQ SY", "both", "two demonyms before it"),
    ("A post on the [border] between Ukraine and Russia fell.", "border RU UA", "both", "two names after it"),
    ("Ukraine's [border] with Russia is long.", "border RU UA", "both", "one on each side"),
    ("Troops massed on the [border] with Ukraine, Russia said.", "border RU UA", "RU is", "the report names the other"),
    ("Iraqi troops lay near the Syrian [border].", "border IQ SY", "IQ is", "a demonym is a witness too"),
]


@pytest.mark.parametrize(("marked", "name", "why", "point"), BORDERS)
def test_borders(marked: str, name: str, why: str, point: str) -> None:
    text, [span] = unmark(marked)
    [border] = [one for one in read(text) if (one.span.start, one.span.end) == span]
    assert (border.name, border.country, border.geonames_id) == (name, None, None), point
    assert (border.radius_km or 0) > 100
    assert border.because.startswith(why)


@pytest.mark.parametrize("text", ["A border post burned.", "They crossed the border.", "Border guards left France."])
def test_a_border_of_nobody_is_no_place(text: str) -> None:
    assert not [one for one in read(text) if one.name.startswith("border")]


def test_a_border_without_a_neighbour_is_not_located() -> None:
    [border] = [one for one in read("France shut the border with Iraq.") if one.name.startswith("border")]
    assert (border.name, border.lat, border.country) == ("border of IQ", None, "IQ")
    assert border.because == "not located: the report names no neighbour"


def test_what_is_only_guessed_of_an_unknown_place_is_said() -> None:
    [_, place] = read("Iraq watched. The town of Nolgar burned.")
    assert place.country == "IQ"
    assert "the country of the place named before it" in place.because


@pytest.mark.parametrize("name", ["Velm Courier", "Center for Velm Studies"])
def test_what_an_organisation_is_called_is_no_place(name: str) -> None:
    text = f"She told the {name} so."
    report = Report(Document("d", "0" * 64, text))
    report = report.grown({Token: tuple(tokens(report)), Sentence: tuple(sentences(report))})
    start = text.index(name)
    report = report.grown({Mention: (Mention(Span(start, start + len(name)), "organisation"),)})
    assert list(places(WORLD)(report)) == []


WORDS = [
    "Askrel",
    "Iraq",
    ",",
    "in",
    "the",
    "town",
    "of",
    "Nolgar",
    "Oskel",
    "region",
    "Texas",
    "Velm's",
    "St",
    ".",
    "\n",
    "POLICE",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_places_are_disjoint_in_order_and_whole(words: list[str]) -> None:
    found = read(" ".join(words))
    ends = [0, *(one.span.end for one in found)]
    assert all(one.span.start >= end for one, end in zip(found, ends, strict=False))
    assert all((one.lat is None) == (one.lon is None) == (one.radius_km is None) for one in found)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(one.span.cut(text).strip() for one in read(text))


@pytest.mark.parametrize(
    ("piece", "found"), [("Askrel, Iraq in ", 2), ("AB CD EF ", 0), ("near Xor, ", 1), ("the town of Xor. ", 1)]
)
def test_a_long_text_is_read_to_its_end(piece: str, found: int) -> None:
    assert len(read(piece * 1_000)) == found * 1_000


def test_a_front_is_looked_for_further_round_its_town() -> None:
    [front], [town] = read("Guns opened up on the Oskel front."), read("Rain fell in Oskel.")
    assert (front.name, front.radius_km, town.radius_km) == ("Oskel", 50, 10)

"""Which of the places of one name is meant: primary name, containers, the report's countries, nearness, population last."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from reportedly.reading.gazetteer import Candidate

_EARTH_KM = 6371.0088
# Weights were set by hand. Halved or doubled one at a time, none moves the accuracy of what is found by more than 1.1 points
# on the development half of LGL, or 0.9 on that of GeoVirus: docs/measured/times-places-quantities.md.
_PRIMARY = 3.0
_CONTAINED = 10.0
_COUNTRY = 4.0
_NEAR = 2.5
_CAPITAL = 2.0
_KIND = {"country": 4.0, "continent": 4.0, "sea": 3.0, "area": 3.0, "region": 2.0, "district": 0.0, "city": 0.0}
# A namesake of a large region's chief town lies inside it; the town is meant unless a word like "province" says otherwise.
_CHIEF_TOWN = 2.5
_COMPANY = 4.0
_REGION = 3.0
_LOCAL = frozenset({"city", "district"})
_TO_A_DEGREE = 3
# Mentions that every report is taken to make of no country: one town alone is a poor witness.
_UNNAMED = 0.5
_MOST_NAMES = 200
_NEAR_KM = 300.0
# A report that names more is a list; the first ones are enough to tell where it plays.
MOST_OTHERS = 30
_MOST_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Context:
    """What the report as a whole says about where it plays.

    Attributes:
        countries: How often each country is named, by its name or by a demonym.
        others: Places that are already settled or nearly so.
        capitals: Country code by the name of its capital in small letters.
        name: The name to be placed, in small letters.
        regions: As ``countries``, of regions ("US.TX") among the regions named.
        company: Where places of all the report's names lie.
    """

    countries: Mapping[str, float]
    others: Sequence[Candidate]
    capitals: Mapping[str, str]
    name: str = ""
    regions: Mapping[str, float] = field(default_factory=dict)
    company: "Company | None" = None


class Company:
    """Where places of all the report's names lie, to a degree: names that share a corner of the world speak for each other.

    Args:
        names: Each name in small letters, with all places of that name; a name may come more than once.
    """

    def __init__(self, names: Iterable[tuple[str, Sequence[Candidate]]]) -> None:
        self._cells: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
        self._towns: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
        for name, candidates in islice(dict(names).items(), _MOST_NAMES):
            weight = 1 / math.sqrt(len(candidates) or 1)
            for one in candidates[:_MOST_CANDIDATES]:
                if one.kind in _LOCAL:
                    self._cells[_cell(one, 1)][name] = weight
                    self._towns[_cell(one, _TO_A_DEGREE)][name] = weight

    def of(self, one: Candidate, name: str) -> float:
        """Return how much other names have a place near this one, from 0 to 1: in its corner of the world, and next to it."""
        if one.kind not in _LOCAL:
            return 0.0
        return (_share(self._cells, _cell(one, 1), name) + _share(self._towns, _cell(one, _TO_A_DEGREE), name)) / 2


def _share(cells: Mapping[tuple[int, int], Mapping[str, float]], cell: tuple[int, int], name: str) -> float:
    """Return how much other names have a place in a cell or beside it, from 0 to 1."""
    near: dict[str, float] = {}
    for row in range(cell[0] - 1, cell[0] + 2):
        for column in range(cell[1] - 1, cell[1] + 2):
            near.update(cells.get((row, column), {}))
    near.pop(name, None)
    whole = sum(near.values())
    return whole / (whole + 1)


def _cell(one: Candidate, to_a_degree: int) -> tuple[int, int]:
    """Return the square of a place's centre, so many to a degree."""
    return math.floor(one.lat * to_a_degree), math.floor(one.lon * to_a_degree)


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that is meant.

    Attributes:
        candidate: It.
        because: One sentence on why, with the namesakes that lost.
    """

    candidate: Candidate
    because: str


def chosen(candidates: Sequence[Candidate], containers: Sequence[Candidate], context: Context) -> Choice:
    """Choose among the places of one name.

    Args:
        candidates: At least one, best first as the gazetteer has them.
        containers: Places that the words round the name say it lies in; empty when they say nothing.
        context: The rest of the report.
    """
    scored = [_Scored.of(one, candidates, containers, context) for one in candidates[:_MOST_CANDIDATES]]
    scored.sort(key=lambda one: -one.score)
    best, rivals = scored[0], scored[1:3]
    lost = "; ".join(f"{one.candidate.name} ({_where(one.candidate)}) lost with {one.score:.1f}" for one in rivals)
    because = (
        f"{_where(best.candidate)}: {', '.join(best.reasons) or 'the only one of its name'}, score {best.score:.1f}"
    )
    return Choice(best.candidate, f"{because}; {lost}" if lost else because)


def first_guess(
    candidates: Sequence[Candidate], countries: Mapping[str, float], capitals: Mapping[str, str]
) -> Candidate:
    """Return the likeliest place before the others of the report are known."""
    return chosen(candidates, (), Context(countries, (), capitals)).candidate


class Tally:
    """How often each country, or each region, is named, by which names.

    Args:
        named: The name that told it in small letters, empty for a demonym, and the country; None for one that told none.
    """

    def __init__(self, named: Iterable[tuple[str, str | None]]) -> None:
        self._by_name: dict[str, Counter[str]] = defaultdict(Counter)
        self._all: Counter[str] = Counter()
        for name, country in named:
            if country:
                self._by_name[name][country] += 1
                self._all[country] += 1

    def without(self, name: str | None = None) -> dict[str, float]:
        """Return each country's share of the mentions by other names: a name is no witness for itself."""
        own = self._by_name.get(name or "", Counter()) if name else Counter()
        counts = {country: count - own[country] for country, count in self._all.items()}
        whole = sum(counts.values()) + _UNNAMED
        return {country: count / whole for country, count in counts.items() if count > 0}


@dataclass(frozen=True, slots=True)
class _Scored:
    """A candidate with its score and what made it."""

    candidate: Candidate
    score: float
    reasons: tuple[str, ...]

    @staticmethod
    def of(one: Candidate, rivals: Sequence[Candidate], containers: Sequence[Candidate], context: Context) -> "_Scored":
        """Weigh one candidate."""
        parts = [
            (_PRIMARY if one.primary else 0.0, "its primary name"),
            (_KIND[one.kind], f"a {one.kind}" if one.kind != "city" else ""),
            (math.log10(one.population + 1) / 2, f"{one.population:,} people" if one.population else ""),
            (_CAPITAL if _capital(one, context) else 0.0, "a capital"),
            (_COUNTRY * context.countries.get(one.country or "", 0.0), f"{one.country} is named"),
            (_NEAR * _nearness(one, context.others), "near the report's other places"),
            (
                _COMPANY * context.company.of(one, context.name) if context.company else 0.0,
                "among the report's other names",
            ),
            (_REGION * context.regions.get(f"{one.country}.{one.admin1}", 0.0), "in a region that is named"),
            (_CONTAINED if any(inside(one, outer) for outer in containers) else 0.0, "inside what the words name"),
            (-_CHIEF_TOWN if one.kind in {"region", "district"} and _has_town(one, rivals) else 0.0, ""),
        ]
        return _Scored(
            one, sum(score for score, _ in parts), tuple(reason for score, reason in parts if score > 0 and reason)
        )


def _capital(one: Candidate, context: Context) -> bool:
    """Say whether it is the capital of its country."""
    return one.kind == "city" and one.primary and context.capitals.get(one.name.lower()) == one.country


def _nearness(one: Candidate, others: Sequence[Candidate]) -> float:
    """Return how near the others lie, from 0 to 1; those of the same spot do not count."""
    near = 0.0
    for other in others[:MOST_OTHERS]:
        if other.kind not in {"country", "continent"}:
            near += 1 / (1 + (km(one, other) / _NEAR_KM) ** 2)
    return near / (near + 1)


def inside(one: Candidate, outer: Candidate) -> bool:
    """Say whether one place lies in another."""
    if one.country is None or one is outer or one.kind == "country":
        return False
    if outer.kind == "country":
        return one.country == outer.country
    if outer.kind == "region" and one.admin1 is not None:
        return (one.country, one.admin1) == (outer.country, outer.admin1)
    return km(one, outer) <= outer.radius_km + one.radius_km


def _has_town(one: Candidate, rivals: Sequence[Candidate]) -> bool:
    """Say whether a town of the same primary name lies in the region."""
    return any(other.kind == "city" and other.primary and inside(other, one) for other in rivals)


def km(one: Candidate, other: Candidate) -> float:
    """Return the distance between two centres on the sphere."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _where(one: Candidate) -> str:
    """Name the country, or the kind of what lies in none."""
    return one.country or one.kind

"""What the ledger compares reports by, and that it finds the stories that a whole set at once gives."""

import random
from datetime import date, timedelta
from pathlib import Path

from filing import filing as bare
from filing import order, report
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.engine.linking import Linking, filing, packed, unpacked
from reportedly.ledger import Sqlite
from reportedly.model import Document, Report
from reportedly.reconciling import same_event, story, together
from reportedly.reconciling.profile import profile

DAM = "The dam at Kolven broke on Monday and flooded Askrel, the mayor of Maravel said. {}"
VOTE = "Parliament in Velmora voted on a tax for salt and sugar, its speaker Davor Menk told reporters."

_PLACES = ("Kolven", "Askrel", "Maravel", "Ostel", "Lower Davin", "Port Selm")
_NAMES = ("Davor Menk", "Ilsa Orm", "Pell Ostry", "Tamsin Rook", "Casimir Lund", "Jonna Brask")
_DEEDS = (
    "an earthquake shook the harbour and brought down a market hall",
    "the dam above the town broke and flooded its streets",
    "parliament voted on a tax for salt and sugar after a long night",
    "a fire destroyed the grain store beside the rail yard",
)


def _reports(count: int, seed: int) -> list[Report]:
    """Invent reports that mix a few places, names and deeds, so that stories lie close together."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    made = []
    for at in range(count):
        place, deed, name = chance.choice(_PLACES), chance.choice(_DEEDS), chance.choice(_NAMES)
        text = f"In {place}, {deed}. {name} spoke of it in {chance.choice(_PLACES)}."
        day = date(2031, 1, 1) + timedelta(days=chance.randint(0, 90))
        made.append(Report(Document(f"r{at}", "0" * 64, text, published=day)))
    return made


def _stories(reports: list[Report], folder: Path, *, gone: tuple[str, ...] = ()) -> set[frozenset[str]]:
    """File reports one by one, withdraw some, and return the stories."""
    folder.mkdir()
    with Sqlite(folder / "ledger.db", write=True) as store:
        for one in reports:
            store.file(filing(one, bare(one.id).capture), Linking())
        for id_ in gone:
            store.withdraw(order(id_), Linking())
        return {frozenset(group.reports) for group in store.groups()}


def _at_once(reports: list[Report]) -> set[frozenset[str]]:
    """Return the stories of a whole set."""
    return {frozenset(one.id for one in group) for group in together(reports)}


def test_a_packed_profile_is_the_profile() -> None:
    for text in (DAM, VOTE, "", "x"):
        for day in (None, date(2025, 6, 3)):
            one = profile(Report(Document("r1", "0" * 64, text, published=day)))
            assert unpacked(packed(one)) == one


def test_likeness_of_packed_profiles_is_that_of_the_reports() -> None:
    left, right, other = report("a", DAM.format("Ten houses fell.")), report("b", DAM), report("c", VOTE)
    one, two, three = (packed(profile(each)) for each in (left, right, other))
    assert Linking().compared(one, two) == (same_event(left, right).score, True)
    assert Linking().compared(one, three)[1] is False


def test_a_story_is_named_as_reconciling_names_it() -> None:
    reports = _reports(3, 1)
    values = [packed(profile(one)) for one in reports]
    assert Linking().named(values) == story(reports).id


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_the_stories_are_the_same_in_any_order_and_at_once(
    tmp_path_factory: object, seed: int, order_of_arrival: random.Random
) -> None:
    folder: Path = tmp_path_factory.mktemp("ledgers")  # type: ignore[attr-defined]
    reports = _reports(16, seed)
    mixed = sorted(reports, key=lambda _: order_of_arrival.random())
    first = _stories(reports, folder / "first")
    assert first == _stories(mixed, folder / "mixed") == _at_once(reports)


def test_close_stories_stay_apart(tmp_path: Path) -> None:
    assert 1 < len(_stories(_reports(24, 0), tmp_path / "ledger")) < 24


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 10**6))
def test_what_is_withdrawn_is_as_if_it_had_never_come(tmp_path_factory: object, seed: int) -> None:
    folder: Path = tmp_path_factory.mktemp("ledgers")  # type: ignore[attr-defined]
    reports = _reports(12, seed)
    gone = tuple(one.id for one in reports[::3])
    assert _stories(reports, folder / "ledger", gone=gone) == _at_once([one for one in reports if one.id not in gone])

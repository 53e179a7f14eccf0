"""Best, low and high of a counted thing."""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Document, Estimate, Evidence, Figure, Rung, Span
from reportedly.reading import read, readers
from reportedly.reconciling import story
from reportedly.reconciling.estimate import estimate

EARLIER, LATER = "2025-06-02", "2025-06-03"


def rung(stated: str, by: str | None = None, said: str = EARLIER, role: str = "total") -> Rung:
    """Write a value: "9", ">9", "<9", "~9", "9-12"; of a report of its own where nobody gives it."""
    bound = stated[0] if stated[0] in "<>~" else "-" if "-" in stated else "="
    ends = [Decimal(one) for one in stated.lstrip("<>~").split("-")]
    low = None if bound == "<" else ends[0]
    high = None if bound == ">" else ends[-1]
    place = Evidence(f"r-{by or stated}", None, "st1")
    return Rung(place, Span(0, 1), low, high, bound, None, "guards", by, said, None, projection=False, role=role)  # type: ignore[arg-type]


def sums(made: Estimate | None) -> tuple[int | None, int, int | None] | None:
    """Return best, low and high as plain numbers."""
    if made is None:
        return None
    return (
        None if made.best is None else int(made.best),
        int(made.low),
        None if made.high is None else int(made.high),
    )


CASES = [
    ([rung("9", "Ann")], (9, 9, 9)),
    ([rung("9", "Ann"), rung("14", "Bo")], (9, 9, 14)),  # nothing tells who is more reliable: the lower
    ([rung("9", "Ann"), rung("14", "Bo"), rung("14", "Cy")], (14, 9, 14)),  # most sources
    ([rung(">9", "Ann"), rung("14", "Bo")], (14, 9, 14)),  # at least nine leaves room for 14
    ([rung(">9", "Ann")], (9, 9, None)),  # nobody bounds it above
    ([rung("5", "Ann"), rung(">9", "Bo")], (5, 5, None)),
    ([rung("<400", "Ann")], (None, 400, 400)),
    ([rung("<400", "Ann"), rung("11000", "Bo")], (11000, 400, 11000)),
    ([rung("10-12", "Ann"), rung("12", "Bo")], (12, 10, 12)),
    (
        [rung("~8000", "Ann"), rung("8200", "Bo"), rung("3000", "Cy")],
        (8200, 3000, 8200),
    ),  # "about 8,000" leaves room for 8,200
    (
        [rung("9", "Ann"), rung("14", "Ann", LATER)],
        (14, 14, 14),
    ),  # a source's later number takes the earlier one's place
    ([rung("9", "Ann"), rung("30")], (9, 9, 9)),  # the writer's own number where a source gives one
    ([rung("30")], (30, 30, 30)),
    ([rung("9", "Ann"), rung("4", "Bo", role="part")], (9, 9, 9)),
]


@pytest.mark.parametrize(("rungs", "expected"), CASES)
def test_best_low_and_high(rungs: list[Rung], expected: tuple[int | None, int, int | None]) -> None:
    made = estimate(rungs)
    assert sums(made) == expected
    assert made is not None
    assert made.because


def test_no_total_gives_no_estimate() -> None:
    assert estimate([rung("9", "Ann", role="part")]) is None
    assert estimate([]) is None


STATED = st.builds(
    lambda sign, number, by, day: rung(f"{sign}{number}", by, day),
    st.sampled_from(["", "<", ">", "~"]), st.integers(1, 99), st.sampled_from(["Ann", "Bo", "Cy"]),
    st.sampled_from([EARLIER, LATER]),
)  # fmt: skip


@given(st.lists(STATED, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_order_is_nothing_and_best_lies_between(rungs: list[Rung], random: Random) -> None:
    made = estimate(rungs)
    assert made is not None
    mixed = list(rungs)
    random.shuffle(mixed)
    assert estimate(mixed) == made
    if made.best is not None:
        assert made.low <= made.best
        assert made.high is None or made.best <= made.high or any(one.bound == "<" for one in rungs)


def ladder(text: str) -> Figure:
    """Return the one ladder of a text as it is read."""
    [found] = [
        claim.figure for claim in story([read(Document("r1", "0" * 64, text), readers())]).claims if claim.figure
    ]
    return found


STANDINGS = [
    ("Ann Lee said on Tuesday that 14 guards were killed at the dam, up from nine.", {"9": "earlier", "14": "stands"}),
    ("Ann Lee said the number of guards killed rose from 9 to 14.", {"9": "earlier", "14": "stands"}),
    (
        "Ann Lee said 14 guards were killed. Correction: An earlier version of this article said 41 guards had been killed.",
        {"14": "stands", "41": "withdrawn"},
    ),
    (
        "Ann Lee said 14 guards were killed. An earlier version wrongly said 41 guards had been killed, when 14 guards were killed.",
        {"14": "stands", "41": "withdrawn"},
    ),
    ("Ann Lee said the smoke came from 14 guards killed at the dam.", {"14": "stands"}),  # "from", and no other number
]


@pytest.mark.parametrize(("text", "expected"), STANDINGS)
def test_numbers_of_before_and_numbers_taken_back_do_not_stand(text: str, expected: dict[str, str]) -> None:
    found = ladder(text)
    assert {f"{one.low:f}": one.standing for one in found.rungs} == expected
    assert found.estimate is not None
    assert found.estimate.best == Decimal(14)

"""How totals stand to each other: agreement, update, contradiction."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Evidence, Rung, Span
from reportedly.reconciling.accord import accord

MON, TUE, WED = "2025-06-02", "2025-06-03", "2025-06-04"


def rung(stated: str, by: str, said: str | None, standing: str = "stands") -> Rung:
    """Write a value: "9", ">9", "<9"."""
    bound = stated[0] if stated[0] in "<>" else "="
    value = Decimal(stated.lstrip("<>"))
    low, high = None if bound == "<" else value, None if bound == ">" else value
    place = Evidence(f"r-{by}", None, "st1")
    return Rung(
        place, Span(0, 1), low, high, bound, None, "people", by, said, None, projection=False, role="total", standing=standing,  # type: ignore[arg-type]
    )  # fmt: skip


CASES = [
    ([rung("9", "Ann", MON), rung("9", "Bo", TUE)], "agree"),
    ([rung(">9", "Ann", MON), rung("14", "Bo", TUE)], "agree"),  # a range that allows it
    ([rung("9", "Ann", MON), rung("14", "Bo", MON)], "contradict"),  # on one day
    ([rung("9", "Ann", MON), rung("14", "Bo", TUE)], "update"),  # a toll grows
    ([rung("14", "Ann", MON), rung("9", "Bo", TUE)], "contradict"),  # another source says less
    ([rung("14", "Ann", MON), rung("9", "Ann", TUE)], "update"),  # it corrects itself
    ([rung("9", "Ann", MON), rung("14", "Bo", TUE), rung("1", "Cy", TUE)], "contradict"),  # the last day disagrees
    ([rung("9", "Ann", MON), rung("14", "Bo", TUE), rung("14", "Cy", WED)], "update"),
    (
        [rung("17", "Ann", TUE), rung("<40", "Bo", WED), rung("21", "Cy", WED)],
        "update",
    ),  # at most 40 leaves room for 21
    ([rung("9", "Ann", TUE, "earlier"), rung("14", "Ann", TUE)], "update"),  # "up from nine"
    ([rung("9", "Ann", None), rung("14", "Bo", None)], "contradict"),  # no day tells who was first
]


@pytest.mark.parametrize(("totals", "relation"), CASES)
def test_tolls(totals: list[Rung], relation: str) -> None:
    found, because = accord(totals, harmed=True)
    assert found == relation
    assert because


def test_what_is_no_toll_may_fall() -> None:
    assert accord([rung("14", "Ann", MON), rung("9", "Bo", TUE)], harmed=False)[0] == "update"


def test_what_two_sources_say_on_one_day_stays_a_contradiction_when_a_third_speaks_later() -> None:
    rivals = [rung("20000", "Ann", MON), rung("<400", "Bo", MON), rung("6000", "Cy", WED)]
    found, because = accord(rivals, harmed=False)
    assert (found, because) == ("contradict", f"20,000 against at most 400, both said {MON}")
    taken_up = [*rivals, rung("6000", "Bo", WED)]
    assert accord(taken_up, harmed=False)[0] == "update"


RUNGS = st.builds(
    lambda sign, number, by, day: rung(f"{sign}{number}", by, day),
    st.sampled_from(["", "<", ">"]), st.integers(1, 30), st.sampled_from(["Ann", "Bo", "Cy"]), st.sampled_from([None, MON, TUE]),
)  # fmt: skip


@given(st.lists(RUNGS, max_size=6), st.booleans())
def test_every_verdict_has_its_reason_and_one_number_for_all_is_agreement(totals: list[Rung], harmed: bool) -> None:  # noqa: FBT001 - drawn
    found, because = accord(totals, harmed=harmed)
    assert because
    low = max((one.low for one in totals if one.low is not None), default=Decimal(0))
    if all(one.high is None or low <= one.high for one in totals):
        assert found == "agree"

"""What numbers count: their own noun, what they go on with, and which two count one thing."""

from datetime import date
from decimal import Decimal

from reportedly.model import Claim, Document, Report
from reportedly.reading import read, readers
from reportedly.reconciling import story

READERS = readers()


def report(id_: str, text: str, day: int = 3) -> Report:
    """Read one text of a day in March 2026."""
    return read(Document(id_, "0" * 64, text, published=date(2026, 3, day), language="en"), READERS)


def figures(*texts: str) -> list[Claim]:
    """Return the claims with a ladder, each text a report of its own."""
    made = story(report(f"r{number}", text) for number, text in enumerate(texts, 1))
    return [claim for claim in made.claims if claim.figure]


def ladders(*texts: str) -> list[set[int]]:
    """Return the numbers on each ladder; where only the upper end is stated, that."""
    found = [claim.figure.rungs for claim in figures(*texts) if claim.figure]
    return [{int(one.low if one.low is not None else one.high or 0) for one in rungs} for rungs in found]


def test_cases_the_infected_and_those_who_fell_ill_are_one_ladder_and_the_dead_another() -> None:
    found = ladders(
        "Three people have died and 52 have fallen ill with cholera in Ruvenna, the health institute said.",
        "The number of cases in Ruvenna is 52, and three people have died, the mayor said.",
        "The health institute said that 70 people in Ruvenna had been infected.",
    )
    assert {52, 70} in found
    assert {3} in found


def test_the_same_words_give_one_count_however_few_there_are() -> None:
    line = "A port official put the number of attackers at between six and nine."
    assert ladders(f"{line} The tanker left.", f"{line} The crew is safe.") == [{6}]


def test_so_many_a_year_is_no_toll() -> None:
    found = ladders(
        "The farmers' union said that the bear had killed 14 sheep.",
        "The farmers' union said that stray dogs kill 300 sheep in the valley each year.",
    )
    assert sorted(map(sorted, found)) == [[14], [300]]


def test_a_day_earlier_is_no_rate() -> None:
    found = ladders(
        "The toll of the explosion at Ruvenna rose to 21, from 17 a day earlier, the health department said."
    )
    assert {21, 17} in found


def test_hundreds_state_no_number() -> None:
    found = ladders(
        "About 500 Norvian militants are fighting in Marn, a commander said.",
        "Hundreds of Norvian militants are fighting in Marn, officials said.",
    )
    assert found == [{500}]


def test_two_numbers_of_one_statement_are_two_things_unless_one_goes_on_with_the_other() -> None:
    assert {15, 5} not in ladders("The unit had 15 men at the dam, because five had been sent home, Ann Lee said.")
    [rising] = ladders("The number of troops in the valley rose from 1,500 to 11,000, Ann Lee said.")
    assert rising == {1500, 11000}


def test_five_of_the_wounded_who_died_are_a_count_of_their_own() -> None:
    text = "The strike killed 22 people, the mayor said. The hospital said it had admitted 31 wounded. Five of them have since died, a nurse said."
    made = {claim.text: claim for claim in figures(text)}
    assert {22} in ladders(text)
    assert "Number of the wounded who have died" in made


def test_the_number_of_victims_is_of_those_counted_before() -> None:
    found = figures(
        "The hospital said it received 19 bodies. The number of victims could rise above 40, the rights group Marn Watch said.",
    )
    rungs = [one for claim in found if claim.figure for one in claim.figure.rungs]
    assert {(int(one.low or 0), one.projection) for one in rungs} == {(19, False), (40, True)}


def test_doubt_about_the_past_is_no_forecast() -> None:
    [claim] = figures("Norvia may have moved 6,000 soldiers to the valley, military intelligence said.")
    assert claim.figure
    assert [(one.low, one.projection) for one in claim.figure.rungs] == [(Decimal(6000), False)]


def test_a_sum_without_a_noun_is_a_figure_in_its_own_words() -> None:
    [claim] = figures("Health authorities have put the cost of the outbreak so far at 12 million dollars.")
    assert claim.figure
    assert [(one.low, one.unit) for one in claim.figure.rungs] == [(Decimal(12_000_000), "USD")]
    assert not claim.text.startswith("Number of")


def test_a_measure_takes_no_noun_from_a_count_before() -> None:
    [claim] = figures("The mayor said 14 sheep were killed. A grown male can weigh up to 100 kilos, the zoo said.")[1:]
    assert claim.figure
    assert {one.counted for one in claim.figure.rungs} == {None}


def test_it_was_so_much_goes_on_with_the_sum_before() -> None:
    found = ladders(
        "Marn Maritime said that 1.4 million dollars were handed over. A lawyer told the Ledger it was 5 million."
    )
    assert {1_400_000, 5_000_000} in found


def test_a_number_and_no_more_goes_on_with_the_measure_before() -> None:
    found = ladders(
        "The burnt area is 17,000 hectares, the forest institute said. The TerraView service gave 15,400.",
        "The flames have consumed 9,000 hectares, the TerraView service said.",
    )
    assert {17_000, 9_000} <= set.union(*found)
    assert len([one for one in found if {17_000, 9_000} & one]) == 1


def test_hours_are_a_figure_only_where_two_are_set_against_each_other() -> None:
    lone = "The samples stood four hours in the sun, the father of the rider said."
    assert ladders(lone) == []
    assert {4, 1} in ladders(f"{lone} It was one hour, he said later.")

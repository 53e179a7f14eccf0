"""How many origins stand behind a claim."""

import pytest
from made import told

from reportedly.model import Claim, Document, Entity, Report
from reportedly.reading import read, readers
from reportedly.reconciling import story

SAID = "nine guards were killed in an explosion at the Kolven dam"

CASES = [
    # an outlet hands on: the person it cites is the origin
    (((f"The Courier | reported | {SAID} | outlet", "Ilka Sorrin | citing | her | in 1"),), ["Ilka Sorrin"]),
    # an outlet hands on a nameless source, who is then the origin
    (((f"The Courier | reported | {SAID} | outlet", "a nurse | quoting | her | in 1 | unnamed"),), ["a nurse"]),
    # a person vouches for sources that stay unnamed
    (((f"Ilka Sorrin | said | {SAID}", "credible sources | citing | them | in 1 | unnamed"),), ["Ilka Sorrin"]),
    # a person who cites a person by name is not the origin
    (((f"Ilka Sorrin | said | {SAID}", "Ann Lee | citing | her | in 1"),), ["Ann Lee"]),
    # hearsay counts for nothing beside somebody
    (((f"reports | said | {SAID} | unnamed",), (f"Ann Lee | said | {SAID}",)), ["Ann Lee"]),
    # hearsay alone is all there is
    (((f"reports | said | {SAID} | unnamed",),), ["reports"]),
    # two reports, one source under two forms of the name
    (((f"Ilka Sorrin | said | {SAID}",), (f"Sorrin | said | {SAID}",)), ["Ilka Sorrin"]),
    # initials
    (
        ((f"Neshva Basin Watch | said | {SAID} | organisation",), (f"NBW | said | {SAID} | organisation",)),
        ["Neshva Basin Watch"],
    ),
    # a nameless group beside a named person: two origins
    (((f"residents | said | {SAID} | unnamed",), (f"Ann Lee | said | {SAID}",)), ["Ann Lee", "residents"]),
    # an outlet that cites nobody is its own origin
    (((f"The Courier | reported | {SAID} | outlet",),), ["The Courier"]),
    # an outlet that names nobody is no origin beside somebody who answers
    (((f"The Courier | reported | {SAID} | outlet",), (f"Ann Lee | said | {SAID}",)), ["Ann Lee"]),
    # "officials" beside the one official source are not known to be others
    (
        ((f"the Interior Ministry | said | {SAID} | official",), (f"officials | said | {SAID} | official | unnamed",)),
        ["the Interior Ministry"],
    ),
    # nor are the officials of a country
    (
        ((f"the Interior Ministry | said | {SAID} | official",), (f"Danish officials | said | {SAID} | official",)),
        ["the Interior Ministry"],
    ),
    # beside two they can be neither
    (
        (
            (f"the Interior Ministry | said | {SAID} | official",),
            (f"the Water Board | said | {SAID} | official",),
            (f"officials | said | {SAID} | official | unnamed",),
        ),
        ["officials", "the Interior Ministry", "the Water Board"],
    ),
    # one of those who were named together in the same report
    (
        (
            (
                f"two residents and a local official | said | {SAID} | witness | unnamed",
                f"a resident | said | {SAID} | witness | unnamed",
            ),
        ),
        ["two residents and a local official"],
    ),
    # a resident of another report is another
    (
        (
            (f"two residents and a local official | said | {SAID} | witness | unnamed",),
            (f"a resident | said | {SAID} | witness | unnamed",),
        ),
        ["a resident", "two residents and a local official"],
    ),
    # a body by its full name and by its noun alone
    (
        ((f"the Norvian army | said | {SAID} | military",), (f"the army | said | {SAID} | military | unnamed",)),
        ["the Norvian army"],
    ),
    # a place before a noun and after it
    (
        (
            (f"the hospital in Marn | said | {SAID} | organisation",),
            (f"Marn regional hospital | said | {SAID} | organisation",),
        ),
        ["the hospital in Marn"],
    ),
    # the writer alone: no origin
    (((f" |  | {SAID}",),), []),
]


def claim_of(*reports: Report) -> Claim:
    """Return the claim with the widest support."""
    return max(story(reports).claims, key=lambda claim: len(claim.support))


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_chains_are_followed_to_their_roots(lines: tuple[tuple[str, ...], ...], expected: list[str]) -> None:
    claim = claim_of(*(told(f"R{number}", *one) for number, one in enumerate(lines, 1)))
    assert sorted(origin.name for origin in claim.origins) == expected
    assert all(origin.because for origin in claim.origins)


def test_a_report_that_cites_an_outlet_is_joined_to_its_report() -> None:
    claim = claim_of(
        told("R1", f"Ilka Sorrin | told the Courier | {SAID}", outlet="The Sarnik Courier", day="2025-06-04"),
        told("R2", f"The Sarnik Courier | reported | {SAID} | outlet", outlet="The Lantern", day="2025-06-05"),
    )
    [origin] = claim.origins
    assert origin.name == "Ilka Sorrin"
    assert origin.reports == ("R1", "R2")
    assert "The Sarnik Courier cites Ilka Sorrin" in origin.because


def test_a_cited_report_that_is_not_there_is_missing() -> None:
    [origin] = claim_of(told("R1", f"The Courier | reported | {SAID} | outlet")).origins
    assert origin.missing
    [known] = claim_of(told("R1", f"Ann Lee | said | {SAID}")).origins
    assert not known.missing


def test_sources_that_cite_each_other_are_shown() -> None:
    claim = claim_of(
        told(
            "R1",
            f"The Courier | reported | {SAID} | outlet",
            "The Lantern | citing | it | in 1 | outlet",
            outlet="The Gazette",
        ),
        told(
            "R2",
            f"The Lantern | reported | {SAID} | outlet",
            "The Courier | citing | it | in 1 | outlet",
            outlet="The Standard",
        ),
    )
    assert claim.flags == ("circular: The Courier, The Lantern cite each other",)


def test_copies_fold_into_one_text() -> None:
    lines = [
        f"Ann Lee | said | {SAID} and that the search in the flooded lower halls of the gatehouse would go on until the last man was found"
    ]
    claim = claim_of(told("R1", *lines, day="2025-06-03"), told("R2", *lines, day="2025-06-04"))
    assert (claim.outlets, claim.texts, len(claim.origins)) == (2, 1, 1)


def test_many_outlets_on_one_origin_within_a_day_are_a_cascade() -> None:
    claim = claim_of(
        *(
            told(f"R{number}", f"Ann Lee | said | {SAID}", outlet=f"Outlet {number}", day="2025-06-03")
            for number in range(5)
        )
    )
    assert "cascade: 5 outlets, 1 origin, under a day old" in claim.flags


def test_an_outlet_with_a_number_of_its_own_is_an_origin() -> None:
    claim = claim_of(
        told("R1", "Ann Lee | said | 9 guards were killed at the Kolven dam | 9 guards killed"),
        told("R2", "The Courier | reported | 14 guards were killed at the Kolven dam | 14 guards killed | outlet"),
    )
    assert {origin.name for origin in claim.origins} == {"Ann Lee", "The Courier"}


def test_a_cited_outlet_that_is_no_origin_is_listed_as_missing() -> None:
    claim = claim_of(told("R1", f"The Courier | reported | {SAID} | outlet", f"Ann Lee | said | {SAID}"))
    assert "missing: The Courier is cited, and its own report is not here" in claim.flags


def test_a_number_that_is_taken_back_has_no_origin() -> None:
    text = "The hospital said 14 guards were killed at Marn. An earlier version of this article said that 41 guards had been killed."
    made = story([read(Document("r1", "0" * 64, text, language="en"), readers())])
    [claim] = [one for one in made.claims if one.figure]
    assert [origin.name.lower() for origin in claim.origins] == ["hospital"]


def test_who_tells_more_than_the_words_he_quotes_answers_for_them() -> None:
    text = (
        "The cook's wife, Ilka Sorrin, told the Courier: \"My husband Bo Sorrin said, 'They are cutting the door,' and then the line "
        'went dead at dawn."'
    )
    made = story([read(Document("r1", "0" * 64, text, language="en"), readers())])
    assert {origin.name for claim in made.claims for origin in claim.origins} == {"Ilka Sorrin"}


def test_a_newspaper_is_known_by_the_end_of_its_name() -> None:
    claim = claim_of(
        told("R1", f"The Harbour Ledger | reported | {SAID} | organisation"), told("R2", f"Ann Lee | said | {SAID}")
    )
    assert [origin.name for origin in claim.origins] == ["Ann Lee"]


def test_who_denies_reports_is_no_origin_of_what_they_say() -> None:
    text = (
        "The Norvian navy denied reports that the tanker Marn Star had called for help for hours without an answer. "
        "Ilka Sorrin said that the tanker Marn Star had called for help for hours without an answer."
    )
    made = story([read(Document("r1", "0" * 64, text, language="en"), readers())])
    claim = max(made.claims, key=lambda one: len(one.support))
    assert len(claim.support) > 1
    assert [origin.name for origin in claim.origins] == ["Ilka Sorrin"]


def test_whom_a_council_has_employed_is_not_the_council() -> None:
    claim = claim_of(
        told("R1", f"the Norvian Cycling Council | said | {SAID} | organisation"),
        told("R2", f"a scientist who has advised the Norvian Cycling Council | said | {SAID} | expert | unnamed"),
    )
    assert len(claim.origins) == 2


def test_a_body_and_its_spokesmen_are_one_origin_and_the_body_is_shown() -> None:
    held = []
    for number, name in enumerate(("Ilka Ro", "Bo Karr"), 1):
        report = told(f"R{number}", f"the River Board | said | {SAID} | organisation", f"{name} | said | {SAID}")
        held.append(report.grown({Entity: (Entity("E1", name, "person", "spokesman for the River Board"),)}))
    [origin] = claim_of(*held).origins
    assert (origin.name, origin.reports) == ("the River Board", ("R1", "R2"))

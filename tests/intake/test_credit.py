"""Agencies credited with the words, and only those."""

import pytest

from reportedly.intake.block import assemble
from reportedly.intake.clean import text_blocks
from reportedly.intake.credit import credits_of
from reportedly.intake.dateline import dateline

STORY = "A fire broke out at a pipeline in Norland, a source told Reuters."

CASES = [
    (f"(Reuters) - {STORY}", [("(Reuters)", "Reuters")]),
    (f"London (AFP) - {STORY}", [("(AFP)", "AFP")]),
    (f"SEOUL, South Korea (AP) — {STORY}", [("(AP)", "AP")]),
    (f"KYIV, Nov 4 (Reuters) - {STORY}", [("(Reuters)", "Reuters")]),
    # staff credit the agency of the dateline, or nobody
    (
        f"Nov 5 (Reuters) - {STORY} (Reporting by Ada Verrin; Editing by Tom Okafor)",
        [("(Reuters)", "Reuters"), ("(Reporting by Ada Verrin; Editing by Tom Okafor)", "Reuters")],
    ),
    (f"{STORY}\n\n(Reporting by Ada Verrin; editing by Tom Okafor)", []),
    (f"(AFP) - {STORY}\n\nReporting by Ada Verrin", [("(AFP)", "AFP"), ("Reporting by Ada Verrin", "AFP")]),
    (
        f"{STORY}\n\nThis article contains reporting from The Associated Press",
        [("This article contains reporting from The Associated Press", "The Associated Press")],
    ),
    (f"{STORY}\n\nSource: dpa", [("Source: dpa", "dpa")]),
    (f"Agence France-Presse\n\n{STORY}", [("Agence France-Presse", "Agence France-Presse")]),
    (f"By Reuters Staff\n\n{STORY}", [("By Reuters Staff", "Reuters")]),
    (
        f"{STORY}\n\nWith reporting by AFP and Reuters.",
        [("With reporting by AFP and Reuters.", "AFP"), ("With reporting by AFP and Reuters.", "Reuters")],
    ),
    (f"{STORY}\n\nIt was over, he said. (AFP)", [("(AFP)", "AFP")]),
    (f"{STORY}\n\n“It is over,” he said. — Reuters", [("— Reuters", "Reuters")]),
    (f"{STORY}\n\n(ANI)", [("(ANI)", "ANI")]),
    (f"{STORY}\n\n(With inputs from PTI)", [("(With inputs from PTI)", "PTI")]),
    (
        f"{STORY}\n\nAda Verrin of The Associated Press contributed to this report.",
        [("Ada Verrin of The Associated Press contributed to this report.", "The Associated Press")],
    ),
    (f"{STORY}\n\n© 2031 AFP", [("© 2031 AFP", "AFP")]),
    (f"ORLENZ (Northern Wire) — {STORY}", [("(Northern Wire)", "Northern Wire")]),
    (
        f"{STORY}\n\nThis article was supplied by Northern Wire",
        [("This article was supplied by Northern Wire", "Northern Wire")],
    ),
    (f"{STORY}\n\n© 2031 Northern Wire", []),  # an outlet that calls itself so
    (f"LONDON (CNN) — {STORY}", []),  # outlets that set their own name there
    (f"TOLLEN (KXYZ) — {STORY}", []),
    # an unknown name in the dateline is an agency's, in brackets or slashes
    (
        f"TOLLEN, Orlenz (Kestrel) - {STORY}\n\n(Reporting by Ada Verrin; Editing by Tom Okafor)",
        [("(Kestrel)", "Kestrel"), ("(Reporting by Ada Verrin; Editing by Tom Okafor)", "Kestrel")],
    ),
    (
        f"TOLLEN, Dec 2 (KNA) – {STORY}\n\n(KNA; additional reporting by Ada Verrin in Askrel)",
        [("(KNA)", "KNA"), ("(KNA; additional reporting by Ada Verrin in Askrel)", "KNA")],
    ),
    (f"TOLLEN, October 15. /Orla-Inform/. {STORY}", [("/Orla-Inform/", "Orla-Inform")]),
    (f"TOLLEN (Norway) — {STORY}\n\n(Reporting by Ada Verrin; Editing by Tom Okafor)", []),
    (
        f"{STORY}\n\nNorthern Press, with additional reporting by the Harbour Post",
        [("Northern Press, with additional reporting by the Harbour Post", "Northern Press")],
    ),
    (f"{STORY}\n\nSource: Nordfax", [("Source: Nordfax", "Nordfax")]),
    (f"{STORY}\n\nIt was over, he said. (Nordfax)", [("(Nordfax)", "Nordfax")]),
    (f"{STORY}\n\n“It is over,” he said. — Nordfax", [("— Nordfax", "Nordfax")]),
    (f"{STORY}\n\nWith material from Nordfax", [("With material from Nordfax", "Nordfax")]),
    (f"Fire in Norland\n\nBy Ada Verrin, KNA\n\n{STORY}", [("By Ada Verrin, KNA", "KNA")]),
    (f"Fire in Norland\n\nBy Ada Verrin, Kestrel\n\n{STORY}", []),  # the outlet's own name, for all we know
    (f"{STORY}\n\nIt was over, he said. (Agencies)", []),
    (f"(Nordfax) - {STORY}", [("(Nordfax)", "Nordfax")]),
    (f"Tollen, Orlenz, 06 Aug 2031 (Nordfax) – {STORY}", [("(Nordfax)", "Nordfax")]),
    (f"Tollen (Norland), 16 Sep (Nordfax).- {STORY}", [("(Nordfax)", "Nordfax")]),
    (f"{STORY}\n\nNordPanel", [("NordPanel", "NordPanel")]),
    (f"{STORY}\n\nWith files from Ada Verrin, Nordfax", [("With files from Ada Verrin, Nordfax", "Nordfax")]),
    (f"Fire in Norland\n\nBy Harbour Post Staff and KNA\n\n{STORY}", [("By Harbour Post Staff and KNA", "KNA")]),
    (f"Tollen (Nordfax) - {STORY}", [("(Nordfax)", "Nordfax")]),
    ("Ada Verrin (Labour) - 4,210 votes", []),
    (f"Fire in Norland\n\nBy Nordfax\n\n{STORY}", []),  # the outlet's own name, for all we know
    (f"{STORY}\n\nThey met in Tollen (Norway)", []),
    # agencies that are told, quoted or shown something
    (f"{STORY}\n\nReuters said it had seen material from the ministry.", []),
    (f"{STORY}\n\nThe video was provided by the army and could not be verified by Reuters.", []),
    (f"{STORY}\n\nHe told AP that it was over.", []),
    (f"{STORY}\n\nSource: Getty Images", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_credits(text: str, expected: list[tuple[str, str]]) -> None:
    blocks = text_blocks(text)
    assert [(blocks[one.block].text[one.start : one.end], one.agency) for one in credits_of(blocks)] == expected
    assert assemble(blocks)[0]


@pytest.mark.parametrize(
    ("outlet", "expected"), [("Harbour Post", ["Kestrel"]), ("The Kestrel", []), (None, ["Kestrel"])]
)
def test_an_unknown_name_in_the_dateline_of_an_outlet(outlet: str | None, expected: list[str]) -> None:
    """It is an agency's unless the outlet is called so."""
    blocks = text_blocks(f"TOLLEN (Kestrel) — {STORY}")
    assert [one.agency for one in credits_of(blocks, outlet)] == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"NEW YORK—{STORY}", "NEW YORK"),
        (f"SEOUL, South Korea (AP) — {STORY}", "SEOUL, South Korea"),
        (f"London (AFP) - {STORY}", "London"),
        (f"KYIV, Nov 4 (Reuters) - {STORY}", "KYIV"),
        (f"LONDON (CNN) — {STORY}", "LONDON"),
        (f"Nov 5 (Reuters) - {STORY}", None),
        (f"(Reuters) - {STORY}", None),
    ],
)
def test_the_place_of_a_dateline(text: str, place: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert found.place == place


@pytest.mark.parametrize(
    "text", ["The well-known pass is shut.", "Norland - a small land - fell.", "He said — and left.", "A — b", ""]
)
def test_no_dateline(text: str) -> None:
    assert dateline(text) is None

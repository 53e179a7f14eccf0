"""Signed quotations, and transcripts that a page quotes whole."""

import pytest
from reading.voices import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Talk is cheap. We heard it all night, and nobody came.” ― Orra Lind",
            [("Orra Lind", "―", "“Talk is cheap. We heard it all night, and nobody came.”")],
        ),
        (
            "”The dam was shut all day. How did we get this low?”\u00a0― Orra Lind\u00a0\nA line follows.",
            [("Orra Lind", "―", "”The dam was shut all day. How did we get this low?”")],
        ),
        (
            '"Nobody came to the harbour that night." -- Theo Varga, a nurse in Karsk.',
            [("Theo Varga, a nurse in Karsk", "--", '"Nobody came to the harbour that night."')],
        ),
        ("“They came at night,” — the mayor said later.", [("the mayor", "said", "“They came at night,”")]),
        ("“The long night” — a film by nobody", []),
    ],
)
def test_who_signs_a_quotation(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_a_closing_mark_opens_at_the_head_of_a_paragraph_alone() -> None:
    assert told("The plank was 5” wide, and the mayor said it held.") == [
        ("the mayor", "said", "it held"),
    ]


def test_turns_of_a_transcript_in_quotation_marks() -> None:
    talk = '"LIND: Is the dam safe?\n\n"VARGA: No. It is not safe.\n\n"LIND: Who “really” knew?\n\n"VARGA: I cannot tell you.'
    assert told(talk) == [
        ("LIND", ":", "Is the dam safe?"),
        ("VARGA", ":", "No. It is not safe."),
        ("LIND", ":", "Who “really” knew?"),
        ("VARGA", ":", "I cannot tell you."),
    ]

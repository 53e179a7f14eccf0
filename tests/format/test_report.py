"""One report to JSON and back."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from model_strategies import reports

from reportedly.errors import FormatInvalid
from reportedly.format import decoded, encoded, report_json, report_of
from reportedly.model import (
    Attribution,
    Document,
    Factuality,
    Place,
    Quantity,
    Report,
    Source,
    Span,
    Token,
)

TEXT = "About 12,000 troops, Ada Orm said, stand in Kolven."


def sample() -> Report:
    """One attribution, one quantity within it, one place."""
    orm = Source("Ada Orm", "official", named=True, entity="E1")
    said = Attribution("A1", (Span(21, 28),), (Span(29, 33),), (Span(0, 19),), "indirect", orm)
    layers: dict[type, tuple[Any, ...]] = {
        Attribution: (said,),
        Factuality: (Factuality("A1", "asserts", 2.0, (Span(0, 5),), "official"),),
        Quantity: (Quantity(Span(0, 12), Decimal(12000), Decimal(12000), "~", None, "troops"),),
        Place: (),
    }
    return Report(Document("r1", "0" * 64, TEXT), layers)


@given(reports())
def test_a_report_comes_back_equal(report: Report) -> None:
    assert report_of(report_json(report)) == report


@given(reports())
def test_a_report_comes_back_equal_through_text(report: Report) -> None:
    assert report_of(decoded(encoded(report_json(report)))) == report
    assert report_of(json.loads(json.dumps(report_json(report)))) == report


@given(reports())
def test_the_speaker_of_a_quantity_is_the_models(report: Report) -> None:
    rows = report_json(report)["quantities"]
    speakers = [report.speaker(one.span) for one in report.of(Quantity)]
    assert [row["attribution"] for row in rows] == [one.id if one else None for one in speakers]


def test_an_attribution_carries_its_factuality() -> None:
    [row] = report_json(sample())["attributions"]
    assert (row["polarity"], row["certainty"], row["basis"]) == ("asserts", 2.0, "official")
    assert row["hedges"] == ((0, 5),)
    assert (row["source_name"], row["source_kind"], row["named"]) == ("Ada Orm", "official", True)


def test_an_attribution_whose_factuality_was_not_read_says_so() -> None:
    report = sample()
    bare = Report(report.document, {Attribution: report.of(Attribution)})
    [row] = report_json(bare)["attributions"]
    assert row["certainty"] is None


def test_numbers_are_whole_where_they_can_be() -> None:
    [row] = report_json(sample())["quantities"]
    assert row["low"] == 12000
    assert isinstance(row["low"], int)
    assert row["attribution"] == "A1"


def test_tokens_stay_at_home() -> None:
    report = sample().grown({Token: (Token(Span(0, 5), "about"),)})
    assert Token not in report_of(report_json(report)).layers


def test_json_of_others_may_leave_out_what_has_a_default() -> None:
    report = report_of({"id": "r", "sha256": "", "text": "Rain.", "sentences": [[0, 5]]})
    assert report.text == "Rain."
    assert len(report.layers) == 1


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"id": "r"}, "sha256"),
    ({"id": 3}, "$.id"),
    ({"published": "soon"}, "published"),
    ({"published": "2024-11-04T10:00"}, "offset from UTC"),
    ({"timexes": [{"start": 0, "end": 1, "type": "DATE", "value": None, "earliest": "2024-11-04"}]}, "not a day"),
    ({"captions": [[5, 2]]}, "from 5 to 2"),
    ({"sentences": [[0, 1]], "paragraphs": [0, 0]}, "paragraph"),
    ({"quantities": [{"start": 0, "end": 1, "low": 1, "high": 1, "bound": "=", "part_of": 4}]}, "no row 4"),
    ({"quantities": [{"start": 0, "end": 1, "low": "1", "high": 1, "bound": "="}]}, "$.quantities[0].low"),
]


@pytest.mark.parametrize(("change", "said"), BROKEN)
def test_what_is_malformed_is_named(change: dict[str, Any], said: str) -> None:
    value = {"id": "r", "sha256": "", "text": "Rain."} | change
    if change == {"id": "r"}:
        del value["sha256"]
    with pytest.raises(FormatInvalid, match=said.replace("$", r"\$").replace("[", r"\[")):
        report_of(value)


def test_text_that_is_no_json_is_named() -> None:
    with pytest.raises(FormatInvalid, match="line 3 is no JSON"):
        decoded(b"{not json", name="line 3")

"""A figure is joined to whoever states it, to what happened, when and where: all readers together, on one sentence."""

import pytest

from reportedly.format import report_json
from reportedly.model import Attribution, Document, Event, Place, Quantity, Statement, Timex
from reportedly.reading import read, readers

reportedly_places = pytest.importorskip("reportedly_places", reason="the gazetteer is a distribution of its own")

TEXT = "Rebels killed at least 12 soldiers near Kharkiv on 12 May 2031, the army said. Nobody else was hurt."


def test_a_figure_is_joined_to_source_event_time_and_place() -> None:
    report = read(Document("d", "0" * 64, TEXT), readers(reportedly_places.Gazetteer.open()))
    [attribution], [event, *_] = report.of(Attribution), report.of(Event)
    twelve, nobody = report.of(Quantity)
    [statement] = [one for one in report.of(Statement) if one.attribution == attribution.id]
    assert twelve.span in statement.quantities
    assert event.id in statement.events
    assert (event.time, event.place) == (report.of(Timex)[0].span, report.of(Place)[0].span)
    assert statement.timexes == (event.time,)
    assert statement.places == (event.place,)
    shown = {one["start"]: one["attribution"] for one in report_json(report)["quantities"]}
    assert shown == {twelve.span.start: attribution.id, nobody.span.start: None}
    assert (twelve.harm, nobody.harm) == ("killed", "wounded")
    assert nobody.high == 0

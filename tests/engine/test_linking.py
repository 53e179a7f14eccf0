"""Comparing a newcomer with reports of the ledger."""

from filing import report

from reportedly.engine.linking import linker
from reportedly.ledger import Candidate
from reportedly.model import Report

DAM = "The dam at Kolven broke on Monday and flooded Askrel, the mayor of Maravel said. {}"
VOTE = "Parliament in Velmora voted on a tax for salt and sugar, its speaker Davor Menk told reporters."


def test_reports_of_one_event_are_linked_and_others_not() -> None:
    others = [report("same", DAM.format("Nobody was hurt.")), report("other", VOTE)]
    candidates = [Candidate(one.id, at, lambda one=one: one) for at, one in enumerate(others)]  # type: ignore[misc]
    [found] = linker()(report("new", DAM.format("Ten houses fell.")), candidates)
    assert found.other == "same"
    assert 0 < found.score <= 1
    assert found.because


def test_a_report_is_read_from_the_ledger_once() -> None:
    reads: list[str] = []

    def read() -> Report:
        reads.append("one")
        return report("one", DAM)

    link = linker()
    link(report("two", DAM), [Candidate("one", 1, read)])
    link(report("three", DAM), [Candidate("one", 1, read), Candidate("two", 2, read)])
    assert reads == ["one"]


def test_a_group_is_joined_by_a_few_links() -> None:
    candidates = [Candidate(f"r{at}", 1, lambda at=at: report(f"r{at}", DAM)) for at in range(9)]  # type: ignore[misc]
    assert len(linker()(report("new", DAM), candidates)) == 3

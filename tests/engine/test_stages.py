"""Intake, reading and ledger, one after the other."""

import json
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from desk import filled, lines, made
from filing import order

from reportedly.engine import Added, Reading, add, contents, ledger_of, opened, readings, would_add
from reportedly.engine import stages as stages_room
from reportedly.engine.linking import Linking
from reportedly.format import Contents, encoded, ledger_json
from reportedly.intake import Failure, Given, Item
from reportedly.model import Document, Report

BROKEN: Sequence[Failure | Item] = (
    Failure("missing.txt", "there is no such file"),
    Item("empty.txt", b"  ", "text/plain"),
)


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    with filled(tmp_path) as vault:
        before = _written(contents(vault.store))
        outcomes = [one.outcome for one in add(lines(), vault) if isinstance(one, Added)]
        assert outcomes == ["known"] * 3
        assert _written(contents(vault.store)) == before


def test_arrival_order_makes_no_difference(tmp_path: Path) -> None:
    expected = _written(_whole())
    orders = list(permutations(lines()))
    assert len(orders) == 6
    for number, inputs in enumerate(orders):
        folder = tmp_path / str(number)
        folder.mkdir()
        with filled(folder, list(inputs)) as vault:
            assert _written(contents(vault.store)) == expected


def test_the_ledger_says_what_reconciling_without_one_says(tmp_path: Path) -> None:
    with filled(tmp_path) as vault:
        assert contents(vault.store).stories == _whole().stories


def test_stories_are_kept_until_something_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(tmp_path) as vault:
        first = contents(vault.store)
        monkeypatch.setattr("reportedly.reconciling.story", None)
        assert contents(vault.store) == first


@pytest.mark.parametrize("workers", [1, 2])
def test_what_fails_does_not_stop_the_rest(tmp_path: Path, workers: int) -> None:
    inputs = [*BROKEN[:1], *lines(), *BROKEN[1:]]
    with opened(made(tmp_path), write=True) as vault:
        found = list(add(inputs, vault, workers=workers))
        assert [type(one) for one in found] == [Failure, Added, Added, Added, Failure]
        assert vault.store.count() == 3


def test_a_fault_of_ours_is_one_inputs_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document, _: object) -> Report:
        if document.id == "r1":
            raise RecursionError("too deep")
        return Report(document)

    monkeypatch.setattr(stages_room, "read", broken)
    found = list(readings(lines()))
    assert [type(one) for one in found] == [Reading, Failure, Reading]
    assert "please report it" in next(one.reason for one in found if isinstance(one, Failure))


def test_another_text_under_a_known_id_is_refused(tmp_path: Path) -> None:
    with filled(tmp_path) as vault:
        [refused] = add([Item("x.txt", b"Another text about a dam.", "text/plain", Given(id="r0"))], vault)
        assert isinstance(refused, Failure)
        assert "an id of its own" in refused.reason
        assert len(list(vault.archive.hashes())) == 3


def test_a_withdrawn_text_is_neither_filed_nor_archived_again(tmp_path: Path) -> None:
    with filled(tmp_path) as vault:
        sha256 = vault.store.report("r0").document.sha256
        vault.store.withdraw(order("r0"), Linking())
        vault.archive.erase(sha256)
        [refused] = add(lines()[:1], vault)
        assert isinstance(refused, Failure)
        assert "withdrawn" in refused.reason
        assert not vault.archive.holds(sha256)


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    twice = [*lines(), *lines()[:1], *BROKEN]
    dry = list(would_add(twice, None))
    with opened(made(tmp_path), write=True) as vault:
        assert dry == list(add(twice, vault))
        assert [one.outcome for one in would_add(lines(), vault) if isinstance(one, Added)] == ["known"] * 3


def test_a_report_in_another_language_is_kept_and_found(tmp_path: Path) -> None:
    row = {"id": "d", "text": "Der Damm bei Kolven ist am Montag gebrochen, sagte die Bürgermeisterin der Stadt."}
    inputs: list[Item | Failure] = [Item("d:1", json.dumps(row).encode(), "text/plain", Given(id="d"), row["text"])]
    with filled(tmp_path, inputs) as vault:
        kept = vault.store.report("d")
        assert kept.document.language == "de"
        assert "language-not-read" in [one.code for one in kept.problems]
        assert kept.layers == {}
        assert vault.store.search("bürgermeisterin", limit=5)[0] == 1


def _written(found: Contents) -> bytes:
    """Return a ledger's JSON."""
    return encoded(ledger_json(found.reports, found.stories))


def _whole() -> Contents:
    """Return what the texts say without a ledger."""
    return ledger_of(one.report for one in readings(lines()) if isinstance(one, Reading))

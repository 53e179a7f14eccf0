"""What `verify` finds when somebody's hand has been in the file."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from filing import filing, link_all, report

from reportedly.ledger import Filing, Sqlite
from reportedly.ledger.damage import misplaced
from reportedly.model import Credit, Report, Sentence, Span

HANDS = [
    ("UPDATE entry SET value = x'00' WHERE sequence = 2", "entry 2: the value"),
    ("UPDATE entry SET value_sha256 = 'x' WHERE sequence = 2", "entry 2: its hash does not fit"),
    ("UPDATE entry SET recorded = 'x' WHERE sequence = 2", "entry 2: its hash does not fit"),
    ("UPDATE entry SET hash = 'x' WHERE sequence = 2", "entry 3: does not carry the hash"),
    ("DELETE FROM entry WHERE sequence = 2", "entry 3: follows entry 1"),
    ("UPDATE entry SET value = NULL WHERE sequence = 2", "report r2: its text is gone"),
    ("DELETE FROM report WHERE id = 'r2'", "report r2: the log has it"),
    ("UPDATE report SET id = 'other' WHERE id = 'r2'", "report other: the table of reports has it"),
    ("UPDATE report SET withdrawn = 3 WHERE id = 'r2'", "report r2: withdrawn, yet"),
    ("UPDATE search SET text = 'sun' WHERE rowid = 2", "report r2: the search index"),
]


@pytest.mark.parametrize(("statement", "said"), HANDS)
def test_a_change_by_hand_is_named(tmp_path: Path, statement: str, said: str) -> None:
    path = tmp_path / "ledger.db"
    with Sqlite(path, write=True) as store:
        for id_ in ("r1", "r2", "r3"):
            store.file(filing(id_, f"{id_} text"), link_all)
        assert list(store.damages()) == []
    with sqlite3.connect(path) as hand:
        hand.execute("DROP TRIGGER entry_stays")
        hand.execute("DROP TRIGGER entry_unchanged")
        hand.execute(statement)
    hand.close()
    with Sqlite(path) as view:
        found = [f"{one.where}: {one.what}" for one in view.damages()]
    assert any(one.startswith(said) for one in found), found


def test_a_span_outside_the_text_is_named(tmp_path: Path) -> None:
    made = filing("r1", "Rain.")
    long = replace(made.report, layers={Sentence: (Sentence(Span(0, 99), 0),)})
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        store.file(Filing(long, made.capture), link_all)
        [found] = store.damages()
    assert found.what == "a span of Sentence runs to 99, the text ends at 5"


def test_credits_are_checked_too() -> None:
    sound = report("r1", "Rain.")
    wrong = Report(replace(sound.document, credits=(Credit(Span(2, 9), "NP"),)), sound.layers)
    assert list(misplaced(sound)) == []
    assert list(misplaced(wrong)) == ["a span of credits runs to 9, the text ends at 5"]

"""The chain of hashes."""

from filing import NOW
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.chain import START, breaks, chained
from reportedly.model import Entry


@given(st.lists(st.binary(max_size=20), max_size=6))
def test_every_chain_holds(values: list[bytes]) -> None:
    entries: list[Entry] = []
    for value in values:
        entries.append(chained(entries[-1] if entries else None, NOW, "report", "r", value))
    assert list(breaks(entries)) == []


def test_the_first_entry_follows_nothing() -> None:
    first = chained(None, NOW, "report", "r", b"{}")
    assert (first.sequence, first.previous) == (1, START)


def test_an_erased_value_leaves_the_chain_whole() -> None:
    first = chained(None, NOW, "report", "r", b"{}")
    erased = Entry(
        first.sequence,
        first.recorded,
        first.kind,
        first.subject,
        None,
        first.value_sha256,
        first.previous,
        first.hash,
    )
    assert list(breaks([erased, chained(erased, NOW, "withdrawal", "r", b"{}")])) == []


def test_a_missing_entry_is_named() -> None:
    first = chained(None, NOW, "report", "r", b"1")
    second = chained(first, NOW, "report", "r", b"2")
    third = chained(second, NOW, "report", "r", b"3")
    assert [one.where for one in breaks([first, third])] == ["entry 3", "entry 3"]

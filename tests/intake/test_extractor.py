"""Which extractor a page is read by."""

from typing import Any

import pytest

from reportedly.intake import extractor

LONG = "word " * 200
SHORT = "word " * 60
TINY = "word " * 5

CASES = [
    (LONG, "full", LONG, LONG),  # the quick result and the other extractor agree
    (SHORT, LONG, LONG, LONG),  # it finds less than half of what the other finds: the full one is asked
    (LONG, SHORT, SHORT[:200], SHORT),  # it finds three times what the other finds
    (TINY, TINY, LONG, LONG),  # nothing but crumbs: the other extractor is believed
    (TINY, TINY, TINY, TINY),  # nothing to choose
]


@pytest.mark.parametrize(("quick", "full", "second", "chosen"), CASES)
def test_the_one_believed(quick: str, full: str, second: str, chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(_: str, *, fast: bool) -> str:
        return quick if fast else full

    def other(_: str, **__: Any) -> str:
        return second

    monkeypatch.setattr(extractor, "_trafilatura", asked)
    monkeypatch.setattr(extractor, "extract_plain_text", other)
    assert extractor.article("<p>") == chosen
    assert extractor.quick("<p>") == second


def test_a_syllable_counts_for_three_letters() -> None:
    assert extractor._size("신속한 보도") == 3 * 5 + 1  # noqa: SLF001 - the measure of "little"


def test_a_table_that_lays_out_the_page_is_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out = f"| | {LONG} |\nfoot"
    monkeypatch.setattr(extractor, "_trafilatura", lambda _, **__: laid_out)
    monkeypatch.setattr(extractor, "extract_plain_text", lambda _, **__: LONG)
    assert extractor.article("<table>") == LONG

"""Lists of links that a page runs into a paragraph go; links in a sentence stay."""

import pytest

from reportedly.intake.alignment import Alignment
from reportedly.intake.block import Block
from reportedly.intake.link import without_lists
from reportedly.intake.scanner import page

LIST = (
    '<a href="/p">Ada Verrin</a><span><a href="/p">Ada Verrin</a><a href="/1">Ten dead in Estmark floods</a> '
    '<a href="/2">Why Norland wants the pass</a> <a href="/p">MORE</a></span>'
)


def _cut(source: str, text: str) -> Block:
    read = page(source)
    block = without_lists(Alignment(read).block(text), read)
    for run in block.runs:
        assert block.text[run.start : run.start + run.length] == source[run.source : run.source + run.length]
    return block


def test_a_list_behind_a_name_goes() -> None:
    glued = "Soldiers asked Ada VerrinAda VerrinTen dead in Estmark floods Why Norland wants the pass MORE about it."
    found = _cut(f"<p>Soldiers asked {LIST} about it.</p>", glued)
    assert found.text == "Soldiers asked Ada Verrin about it."
    assert sum(run.length for run in found.runs) >= len("SoldiersaskedAdaVerrinaboutit.")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        # Two links side by side, footnotes, links with words between them, nothing but links, and no links at all.
        ("<p>So <a>the ministry in Estmark said</a><a>on Monday in the capital</a>.</p>", "So the ministry in Estmark saidon Monday in the capital."),
        ("<p>So it was<a>[1]</a><a>[2]</a><a>[3]</a>.</p>", "So it was[1][2][3]."),
        ("<p><a>Ada Verrin of Norland</a>, <a>Tom Okafor of Estmark</a> and <a>Jo de Vries</a> went.</p>", "Ada Verrin of Norland, Tom Okafor of Estmark and Jo de Vries went."),
        ("<p><a>Ten dead in Estmark</a> <a>Why Norland wants it</a> <a>What comes next</a></p>", "Ten dead in Estmark Why Norland wants it What comes next"),
        ("<p>Nobody knows.</p>", "Nobody knows."),
    ],
)  # fmt: skip
def test_other_links_stay(source: str, text: str) -> None:
    assert _cut(source, text).text == text

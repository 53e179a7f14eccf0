"""The measures of coreference, against values worked out by hand or printed in the papers."""

import importlib.util
import itertools
import pathlib
import random
import sys
from types import ModuleType

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def script(name: str) -> ModuleType:
    """Load a script of benchmarks/, which is no package, without putting its folder before ours."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


conll = script("conll")
script("reader")
coreference = script("coreference")


def chains(*groups: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in groups)


# Two chains of three and two, read as one of five: all links found, one too many.
# MUC: recall (2 + 1) / (2 + 1), precision (5 - 2) / 4.
# B³: recall 5 / 5, precision (3 · 3/5 + 2 · 2/5) / 5 = 13/25.
# CEAF-e: the better pairing is 2 · 3 / (3 + 5) = 3/4, over two gold chains and one found.
MERGED = (chains("abc", "de"), chains("abcde"), (1, 3 / 4), (1, 13 / 25), (3 / 8, 3 / 4))
# The other way round.
SPLIT = (chains("abcde"), chains("abc", "de"), (3 / 4, 1), (13 / 25, 1), (3 / 4, 3 / 8))
# A chain of three of which two are found, with a stranger: links 1 of 2, of ours 1 of 2.
# B³: each of the two shared mentions has 2/3; the lost and the strange one have 0. CEAF-e: 2 · 2 / 6.
STRANGER = (chains("abc"), chains("abx"), (1 / 2, 1 / 2), (4 / 9, 4 / 9), (2 / 3, 2 / 3))
# Bagga and Baldwin 1998, section 3: gold 5 + 2 + 5. The first answer joins the two long chains, the second a long and the
# short one; MUC gives both the same precision, 9 of 10 links, B³ 58 % and 76 %.
LONG = chains("12345", "67", "89ABC")
FIRST = (LONG, chains("12345" + "89ABC", "67"), (1, 9 / 10), (1, 7 / 12), None)
SECOND = (LONG, chains("12345", "67" + "89ABC"), (1, 9 / 10), (1, (5 + 4 / 7 + 25 / 7) / 12), None)
# Luo 2005's case of a system that puts all into one chain: CEAF-e 2 · 5 / 17 over three chains and one.
ALL = (LONG, chains("123456789ABC"), (1, 9 / 11), (1, (25 + 4 + 25) / 144), (10 / 17 / 3, 10 / 17))


@pytest.mark.parametrize(
    ("gold", "found", "muc", "b_cubed", "ceaf"),
    [MERGED, SPLIT, STRANGER, FIRST, SECOND, ALL],
    ids=["merged", "split", "stranger", "first", "second", "all"],
)
def test_worked_examples(
    gold: tuple[frozenset[str], ...],
    found: tuple[frozenset[str], ...],
    muc: tuple[float, float],
    b_cubed: tuple[float, float],
    ceaf: tuple[float, float] | None,
) -> None:
    for measure, expected in ((conll.muc, muc), (conll.b_cubed, b_cubed), (conll.ceaf_e, ceaf)):
        if expected is not None:
            one = measure(gold, found)
            assert (one.recall, one.precision) == pytest.approx(expected), measure.__name__


def test_the_same_chains_score_one_and_nothing_scores_nothing() -> None:
    for measure in (conll.muc, conll.b_cubed, conll.ceaf_e):
        assert measure(LONG, LONG).f1 == pytest.approx(1)
        assert measure(LONG, ()).f1 == 0
        assert measure((), LONG).f1 == 0


def test_documents_add_up_by_their_sums() -> None:
    one, two = conll.muc(*MERGED[:2]), conll.muc(*STRANGER[:2])
    both = one + two
    assert (both.recall, both.precision) == pytest.approx((4 / 5, 4 / 6))


def test_chains_of_one_mention_are_none() -> None:
    assert conll.clusters({"a": 1, "b": 1, "c": 2}) == (frozenset("ab"),)


def test_the_alignment_is_the_best_of_all() -> None:
    chance = random.Random(3)  # noqa: S311 - the same numbers every time
    for rows, columns in itertools.product(range(1, 5), range(1, 5)):
        weights = [[chance.choice((0.0, chance.random())) for _ in range(columns)] for _ in range(rows)]
        longer, shorter = (columns, rows) if columns >= rows else (rows, columns)
        by_hand = max(
            sum(weights[i][j] if columns >= rows else weights[j][i] for i, j in zip(range(shorter), order, strict=True))
            for order in itertools.permutations(range(longer), shorter)
        )
        assert conll.assigned(weights) == pytest.approx(by_hand)


GUM = """# newdoc id = GUM_made_up
# newpar
# text = Ana Oren's dam holds.
1\tAna\tAna\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-object-new-nnnnn-cf1-2-sgl(2-person-new-nnnnn-cf1-1-coref
2-3\tOren's\t_\t_\t_\t_\t_\t_\t_\t_
2\tOren\tOren\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEntity=2)
4\tdam\tdam\tNOUN\tNN\t_\t0\troot\t_\tEntity=1)
5\tholds\thold\tVERB\tVBZ\t_\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t0\troot\t_\t_

# newpar
# text = She smiled.
1\tShe\tshe\tPRON\tPRP\t_\t0\troot\t_\tEntity=(2-person-giv:act-nnnnn-cf1-1-ana)
2\tsmiled\tsmile\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t0\troot\t_\t_
"""


def test_the_corpus_is_read_with_its_text_and_nested_mentions(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "gum.conllu"
    path.write_text(GUM, "utf-8")
    (text,) = coreference.texts(path)
    assert text.text == "Ana Oren's dam holds.\nShe smiled."
    assert [one.cut(text.text) for one in text.words[:4]] == ["Ana", "Oren's", "Oren's", "dam"]
    assert coreference.gold_chains(text, exact=True, only=None) == (frozenset({(0, 2), (6, 6)}),)
    assert coreference.gold_chains(text, exact=False, only=coreference.actors(text)) == (frozenset({0, 6}),)

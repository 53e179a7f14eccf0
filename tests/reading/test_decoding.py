"""From scores to attributions, trees and names."""

# ruff: noqa: E402 - what is imported needs numpy, which comes with the model's own distribution

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy", reason="the reading model's distribution is not installed")

from seeing import Seeing

from reportedly.model import Attribution, Document, Token, cut
from reportedly.reading import readers
from reportedly.reading.decoding import Rules, best_paths, sayings
from reportedly.reading.encoder import seen
from reportedly.reading.judged import Judged
from reportedly.reading.lemma import lemma
from reportedly.reading.modelled import analysis, modelled
from reportedly.reading.parsed import Parsed, parsed
from reportedly.reading.reader import Reader, read
from reportedly.reading.tree import heads, sentence_runs, tree
from reportedly.reading.voice import Voice


def _found(text: str, model: Seeing, rules: Rules | None = None) -> list[tuple[str, str, str, int | None]]:
    """Return source, cue, content and parent of each attribution in words."""
    found = parsed(text, model, rules)
    words = [
        [cut(found.characters(runs), text) for runs in (one.source, one.cue, one.content)] for one in found.sayings
    ]
    return [
        (source, cue, content, one.parent) for (source, cue, content), one in zip(words, found.sayings, strict=True)
    ]


def test_source_cue_and_content_are_cut_from_the_text() -> None:
    model = Seeing([0, 1, 0, 0, 0], [[1, 0, 3, 4, 4]])
    assert _found("Velik said troops crossed rivers", model) == [("Velik", "said", "troops crossed rivers", None)]


def test_a_cue_that_the_role_head_doubts_is_left_out() -> None:
    model = Seeing([0, 1, 0, 0, 0], [[1, 0, 3, 4, 4]], doubted=[0])
    assert _found("Velik said troops crossed rivers", model) == []


def test_a_cue_without_content_is_none() -> None:
    assert _found("Velik said so", Seeing([0, 1, 0], [[1, 0, 0]])) == []


def test_a_content_broken_by_its_cue_stays_broken() -> None:
    model = Seeing([0, 0, 0, 0, 1, 0, 0, 0], [[3, 4, 0, 1, 0, 0, 3, 4]])
    assert _found("Troops crossed , Velik said , at night", model) == [
        ("Velik", "said", "Troops crossed … at night", None)
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Velik said “ troops crossed . They stayed . ” Nobody knew", "“ troops crossed . They stayed . ”"),
        ('Velik said " troops crossed . They stayed . " Nobody knew', '" troops crossed . They stayed . "'),
        ("Velik said “ troops crossed\nThey stayed ” he added", "“ troops crossed"),
        ("Velik said “ troops crossed . “ They stayed ” he added", "“ troops crossed"),
    ],
)
def test_a_content_that_ends_inside_a_quotation_goes_on_to_its_end(text: str, content: str) -> None:
    model = Seeing([0, 1], [[1, 0, 3, 4, 4]])
    assert _found(text, model) == [("Velik", "said", content, None)]


def test_a_content_with_a_small_hole_is_one() -> None:
    model = Seeing([0, 1, 0, 0, 0, 0, 0], [[1, 0, 3, 0, 0, 3, 4]])
    assert _found("Velik said troops had perhaps crossed rivers", model)[0][2] == "troops had perhaps crossed rivers"


@pytest.mark.parametrize(
    ("text", "roles", "content"),
    [
        ("“ Gone far ” he said", [0, 3, 4, 4, 1, 0], "“ Gone far ”"),  # the opening mark stood outside
        ("“ Gone far ” he said", [3, 4, 4, 0, 1, 0], "“ Gone far ”"),  # the closing mark stood outside
        ("« Gone far » he said", [3, 4, 4, 0, 1, 0], "« Gone far »"),
        ('" Gone far " he said', [3, 4, 4, 0, 1, 0], '" Gone far "'),  # the same mark opens and closes
        ("he “ Gone far ” it said", [0, 0, 3, 4, 0, 0], "Gone far"),  # both outside: words that are only quoted in part
    ],
)
def test_quotations_are_completed_to_their_marks(text: str, roles: list[int], content: str) -> None:
    cues = [int(word == "said") for word in text.split()]
    assert _found(text, Seeing(cues, [roles]))[0][2] == content


def test_the_surer_of_two_sources_is_kept() -> None:
    model = Seeing([0, 0, 0, 1, 0, 0], [[1, 0, 1, 0, 3, 4]])
    assert len(_found("Velik but Mira said troops crossed", model)) == 1
    assert _found("Velik but Mira said troops crossed", model)[0][0] in {"Velik", "Mira"}


def test_a_voice_inside_a_content_has_its_parent() -> None:
    model = Seeing([0, 1, 0, 3, 0, 0], [[1, 0, 3, 4, 4, 4], [0, 0, 1, 0, 3, 4]])
    found = _found("Radio reported Mira said troops crossed", model)
    assert found == [("Radio", "reported", "Mira said troops crossed", None), ("Mira", "said", "troops crossed", 0)]


def test_a_voice_passed_on_has_its_parent() -> None:
    model = Seeing([0, 1, 0, 0, 3, 0], [[1, 0, 3, 4, 0, 0], [0, 0, 3, 4, 0, 1]])
    found = _found("Radio reported troops crossed citing Mira", model)
    assert found[1] == ("Mira", "citing", "troops crossed", 0)


def test_only_the_outermost_voices_are_kept_when_asked() -> None:
    model = Seeing([0, 1, 0, 3, 0, 0], [[1, 0, 3, 4, 4, 4], [0, 0, 1, 0, 3, 4]])
    assert len(_found("Radio reported Mira said troops crossed", model, Rules(outermost=True))) == 1


@given(st.lists(st.lists(st.floats(-5, 5, width=32), min_size=5, max_size=5), min_size=1, max_size=12))
def test_no_run_of_a_role_starts_in_its_middle(scores: list[list[float]]) -> None:
    rows = np.array(scores, np.float32)
    together = best_paths(np.stack([rows, rows[::-1]]))
    assert together == [best_paths(one[None])[0] for one in (rows, rows[::-1])]
    path = [0, *together[0]]
    assert all(not (right in (2, 4) and left not in (right, right - 1)) for left, right in pairwise(path))


@given(st.lists(st.lists(st.floats(-5, 5, width=32), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_other_roles_are_likelier(scores: list[list[float]]) -> None:
    rows = np.array(scores, np.float32)
    found = best_paths(rows[None])[0]
    allowed = (
        path
        for path in product(range(5), repeat=len(rows))
        if all(not (right in (2, 4) and left not in (right, right - 1)) for left, right in pairwise((0, *path)))
    )
    best = max(sum(float(row[role]) for row, role in zip(rows, path, strict=True)) for path in allowed)
    assert sum(float(row[role]) for row, role in zip(rows, found, strict=True)) == pytest.approx(best, abs=1e-2)


def test_a_turn_of_a_transcript_stays_one_with_a_model_that_sees_none() -> None:
    text = "Orra Lind: Is the dam safe?\n\nOrra Lind: Who knew? I saw the crack."
    found = read(Document("d", "0" * 64, text), modelled(Seeing(), readers())).of(Attribution)
    assert [(cut(one.source, text), cut(one.content, text)) for one in found] == [
        ("Orra Lind", "Is the dam safe?"),
        ("Orra Lind", "Who knew? I saw the crack."),
    ]


def test_a_voice_passed_on_that_the_model_leaves_out_is_the_rules() -> None:
    text = "The radio reported that troops crossed the river , citing a nurse in Karsk."
    model = Seeing([0, 0, 1], [[1, 2, 0, 0, 3, 4, 4, 4]])
    outer, inner = read(Document("d", "0" * 64, text), modelled(model, readers())).of(Attribution)
    assert (cut(inner.source, text), inner.parent) == ("a nurse in Karsk", outer.id)
    assert cut(outer.content, text) == cut(inner.content, text) == "troops crossed the river"


@given(st.integers(1, 7), st.integers(0, 2**32 - 1))
def test_every_tree_has_one_root_and_no_cycle(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)
    found = tree(scores)
    assert found.count(0) == 1
    for start in range(1, words + 1):
        node, steps = start, 0
        while node:
            node, steps = found[node - 1], steps + 1
            assert steps <= words


def test_the_best_tree_is_found_where_the_best_heads_make_a_cycle() -> None:
    # Each of the two words would rather depend on the other.
    scores = np.array([[1.0, 0.0, 9.0], [5.0, 9.0, 0.0]], np.float32)
    assert tree(scores) == [2, 0]


def test_no_arc_leaves_its_sentence() -> None:
    arcs = np.zeros((4, 5), np.float32)
    arcs[:2, 4] = 9.0
    runs = sentence_runs(np.array([-1, -1, 3, -1], np.float32), [False] * 4)
    assert runs == [(0, 2), (2, 4)]
    assert all(head == 0 or (head - 1 < 2) == (i < 2) for i, head in enumerate(heads(arcs, runs)))


def test_a_paragraph_begins_a_sentence() -> None:
    assert sentence_runs(np.array([-1, -1, -1], np.float32), [False, True, False]) == [(0, 1), (1, 3)]


def test_names_take_the_kind_that_their_words_agree_on() -> None:
    text = "Open Bridge of Sarnik"
    found = parsed(text, Seeing(names=[3, 4, 0, 5])).names
    assert [(one.span.cut(text), one.kind) for one in found] == [("Open Bridge", "organisation"), ("Sarnik", "place")]


def test_the_same_words_are_one_kind_in_a_whole_text() -> None:
    text = "Velik spoke . Mira Velik left . Velik slept"
    found = parsed(text, Seeing(names=[5, 0, 0, 1, 2, 0, 0, 5, 0])).names
    assert [(one.span.cut(text), one.kind) for one in found] == [
        ("Velik", "place"),
        ("Mira Velik", "person"),
        ("Velik", "place"),
    ]
    # Twice a place and once, not quite so surely, an organisation.
    again = parsed("Sarnik fell . Sarnik rose . Sarnik won", Seeing(names=[5, 0, 0, 5, 0, 0, 3, 0])).names
    assert [one.kind for one in again] == ["place"] * 3


def test_an_address_is_no_name() -> None:
    assert parsed("write mira@lantern.example today", Seeing(names=[0, 1, 0])).names == ()


def test_lemmas_come_from_the_tables() -> None:
    tables = Seeing().lemmas
    assert [
        lemma(word, tag, tables)
        for word, tag in [("Said", "VBD"), ("crossed", "VBD"), ("Velik", "NNP"), ("House", "NN")]
    ] == [
        "say",
        "cross",
        "Velik",
        "house",
    ]


def test_one_pass_gives_the_tokens_of_the_rules_and_all_that_was_seen() -> None:
    document = Document("d", "0" * 64, "Israel's army crossed")
    report = read(document, (Reader(finds=(Token, Parsed, Voice, Judged), needs=(), read=analysis(Seeing())),))
    assert [token.lower for token in report.of(Token)] == ["israel's", "army", "crossed"]
    assert all(token.pos == "NOUN" for token in report.of(Token))
    assert len(report.of(Parsed)[0].words) == 4
    assert [(one.span.cut(report.text), one.certainty) for one in report.of(Judged)] == [
        ("Israel", 3.0),
        ("'s", 3.0),
        ("army", 3.0),
        ("crossed", 3.0),
    ]


def test_each_window_is_decoded_in_the_words_of_the_text() -> None:
    text = "Velik said troops crossed\n" * 2
    model = Seeing([0, 1, 0, 0], [[1, 0, 3, 4]])
    found = sayings(seen(text, model, size=4), model)
    assert [one.cue for one in found] == [((1, 2),), ((5, 6),)]

"""A spaCy pipeline as a reader: built and trained here, saved, and loaded by its folder."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.backend.pipeline import reader
from reportedly.engine import Reading, readings
from reportedly.errors import SettingsInvalid
from reportedly.intake import item
from reportedly.model import Attribution, Document, Entity, Sentence, Token, cut
from reportedly.reading import misplaced, read, readers
from reportedly.reading.guest import hosted
from reportedly.reading.named import Named

spacy: Any = pytest.importorskip("spacy", reason="the extra reportedly[spacy] is not installed")

TEXT = "The pier moved, Karsk said. Karsk is hiring.\nThe northern dam holds, it added on Monday."
TAGS = ("DET", "NOUN", "VERB", "PUNCT", "PROPN", "VERB", "PUNCT")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a pipeline with a sentence finder, names by rule and a tagger trained on one sentence."""
    nlp = spacy.blank("en")
    nlp.meta["name"] = "desk"
    nlp.meta["version"] = "1.2.3"
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    nlp.add_pipe("morphologizer")
    doc = nlp.make_doc("The pier moved, Karsk said.")
    example = spacy.training.Example.from_dict(doc, {"words": [one.text for one in doc], "pos": list(TAGS)})
    nlp.initialize(lambda: [example])
    for _ in range(30):
        nlp.update([example])
    ruler.add_patterns([{"label": "ORG", "pattern": "Karsk"}, {"label": "DATE", "pattern": "Monday"}])
    found = tmp_path_factory.mktemp("models") / "desk"
    nlp.to_disk(found)
    return found


def test_it_finds_what_its_components_assign(folder: Path) -> None:
    assert set(reader(str(folder)).finds) == {Token, Sentence, Named}


def test_sentences_words_and_names_are_taken_from_it(folder: Path) -> None:
    report = read(Document("d", "0" * 64, TEXT), hosted(reader(str(folder)), readers()))
    assert [cut((one.span,), TEXT) for one in report.of(Sentence)] == [
        "The pier moved, Karsk said.",
        "Karsk is hiring.",
        "The northern dam holds, it added on Monday.",
    ]
    assert [one.paragraph for one in report.of(Sentence)] == [0, 0, 1]
    assert [one.pos for one in report.of(Token)][: len(TAGS)] == list(TAGS)
    assert [cut((one.span,), TEXT) for one in report.of(Named)] == ["Karsk", "Karsk"]


def test_a_name_s_kind_reaches_the_entities(folder: Path) -> None:
    document = Document("d", "0" * 64, "Karsk is hiring.")
    alone, hosting = (read(document, order) for order in (readers(), hosted(reader(str(folder)), readers())))
    assert [one.kind for one in alone.of(Entity)] != ["organisation"]
    assert [(one.name, one.kind) for one in hosting.of(Entity)] == [("Karsk", "organisation")]


def test_who_says_what_stays_with_the_rules(folder: Path) -> None:
    order = hosted(reader(str(folder)), readers())
    report = read(Document("d", "0" * 64, TEXT), order)
    assert [(cut(one.content, TEXT), one.by.name) for one in report.of(Attribution)] == [
        ("The pier moved", "Karsk"),
        ("The northern dam holds", "Karsk"),
    ]
    assert not misplaced(order)


def test_the_report_says_which_pipeline_read_it(folder: Path) -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    (found,) = readings([item("x", line)], reader=f"spacy:{folder}")
    assert isinstance(found, Reading)
    by = found.report.read_by[0]
    assert by.reader == "spacy en_desk"
    assert by.version.startswith(f"1.2.3, spaCy {spacy.__version__}, sha256:")
    assert str(folder) not in str(by)


def test_another_pipeline_has_another_hash(folder: Path, tmp_path: Path) -> None:
    nlp = spacy.load(folder)
    nlp.get_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Velik"}])
    nlp.to_disk(tmp_path / "desk")
    one, other = (reader(str(path)).by for path in (folder, tmp_path / "desk"))
    assert one is not None
    assert other is not None
    assert one.reader == other.reader
    assert one.version != other.version


def test_a_pipeline_with_names_only_leaves_sentences_to_the_rules(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Karsk"}])
    nlp.to_disk(tmp_path / "names")
    guest = reader(str(tmp_path / "names"))
    assert guest.finds == (Named,)
    order = hosted(guest, readers())
    assert not misplaced(order)
    report = read(Document("d", "0" * 64, TEXT), order)
    assert len(report.of(Sentence)) == 3
    assert ("Karsk", "person") in [(one.name, one.kind) for one in report.of(Entity)]


def test_a_pipeline_that_finds_nothing_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(SettingsInvalid, match="finds nothing that is read here"):
        reader(str(tmp_path / "blank"))


def test_a_folder_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(SettingsInvalid, match="cannot be loaded"):
            reader(str(path))


def test_white_space_and_emptiness_are_no_sentences(folder: Path) -> None:
    for text in ("", " \n \n", "\n"):
        report = read(Document("d", "0" * 64, text), hosted(reader(str(folder)), readers()))
        assert report.of(Sentence) == ()

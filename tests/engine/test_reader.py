"""Readers by name."""

import re
import sys
from types import ModuleType

import pytest

from reportedly import __version__
from reportedly.engine import Reading, readings
from reportedly.engine.choice import Choice, choice
from reportedly.engine.reader import readers_of
from reportedly.errors import SettingsInvalid
from reportedly.intake import item
from reportedly.model import Attribution, Document, Provenance, Token
from reportedly.reading import misplaced, read


def test_the_rules_need_no_other_distribution() -> None:
    assert not misplaced(readers_of("rules"))


def test_an_unknown_reader_is_named_with_those_that_there_are() -> None:
    with pytest.raises(
        SettingsInvalid, match=r"no reader 'fr'; expected one of rules, en, spacy:PATH, hf:PATH, openai:URL#MODEL"
    ):
        readers_of("fr")


def test_a_missing_distribution_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    readers_of.cache_clear()
    monkeypatch.setitem(sys.modules, "reportedly_en", None)
    with pytest.raises(SettingsInvalid, match="pip install"):
        readers_of("en")


def test_a_damaged_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class DamagedError(ValueError):
        """As the distribution raises it."""

    def load() -> None:
        raise DamagedError("words.onnx has another SHA-256")

    made = ModuleType("reportedly_en")
    vars(made).update(ModelInvalid=DamagedError, load=load)
    readers_of.cache_clear()
    monkeypatch.setitem(sys.modules, "reportedly_en", made)
    with pytest.raises(SettingsInvalid, match="another SHA-256"):
        readers_of("en")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rules", Choice("rules")),
        ("rules+en", Choice("en", beside=True)),
        ("spacy:models/desk", Choice("spacy", "models/desk")),
        ("rules+hf:C:/models/a+b", Choice("hf", "C:/models/a+b", beside=True)),
        ("openai:http://localhost/v1#a:b", Choice("openai", "http://localhost/v1#a:b")),
    ],
)
def test_a_name_is_taken_apart(name: str, expected: Choice) -> None:
    assert choice(name) == expected


@pytest.mark.parametrize(
    "name", ["", "rules+", "rules+rules", "en:", "en:x", "spacy", "spacy:", "hf", "openai:", "torch:x", "EN", None, 3]
)
def test_what_is_no_name_of_a_reader_is_refused(name: object) -> None:
    with pytest.raises(ValueError, match="expected one of"):
        choice(name)


@pytest.mark.parametrize(("name", "library"), [("spacy:x", "spacy"), ("hf:.", "transformers")])
def test_a_missing_extra_says_what_to_install(name: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SettingsInvalid, match=r"pip install 'reportedly\[(spacy|hf)\]'"):
        readers_of(name)


def test_a_report_says_what_read_it() -> None:
    line = b'{"id": "a", "text": "The dam has broken, the mayor of Askrel said on Monday."}'
    (found,) = readings([item("x", line)])
    assert isinstance(found, Reading)
    assert found.report.read_by == (Provenance("rules", __version__),)


def test_the_model_that_read_it_is_told_by_its_hash() -> None:
    pytest.importorskip("reportedly_en", reason="the distribution reportedly-en is not installed")
    readers_of.cache_clear()
    line = b'{"id": "a", "text": "The dam has broken, the mayor of Askrel said on Monday."}'
    (found,) = readings([item("x", line)], reader="en")
    assert isinstance(found, Reading)
    by = found.report.read_by[0]
    assert by.reader == "en"
    assert re.fullmatch(r"\d+\.\d+\.\d+, sha256:[0-9a-f]{64}", by.version)


def test_a_report_in_a_language_that_is_not_read_was_read_by_nothing() -> None:
    line = b'{"id": "a", "language": "de", "text": "Der Damm ist gebrochen."}'
    (found,) = readings([item("x", line)])
    assert isinstance(found, Reading)
    assert found.report.read_by == ()


@pytest.mark.parametrize("name", ["en", "rules+en"])
def test_the_model_reads_in_the_rules_place_or_beside_them(name: str) -> None:
    pytest.importorskip("reportedly_en", reason="the distribution reportedly-en is not installed")
    readers_of.cache_clear()
    found = readers_of(name)
    assert not misplaced(found)
    assert sum(Attribution in one.finds for one in found) == 1


def test_the_model_tells_parts_of_speech() -> None:
    pytest.importorskip("reportedly_en", reason="the distribution reportedly-en is not installed")
    document = Document("d", "0" * 64, "The dam has broken, the mayor of Askrel said on Monday.")
    by_rules, by_model = (read(document, readers_of(name)) for name in ("rules", "en"))
    assert not [one for one in by_rules.of(Token) if one.pos]
    assert [one for one in by_model.of(Token) if one.pos == "VERB"]


def test_what_reads_is_chosen_for_a_whole_run() -> None:
    pytest.importorskip("reportedly_en", reason="the distribution reportedly-en is not installed")
    readers_of.cache_clear()
    line = b'{"id": "a", "text": "The dam has broken, the mayor of Askrel said on Monday."}'
    by_rules, by_model = (next(readings([item("x", line)], reader=name)) for name in ("rules", "en"))
    assert isinstance(by_rules, Reading)
    assert isinstance(by_model, Reading)
    assert [one.reader for one in by_rules.report.read_by] == ["rules"]
    assert [one.reader for one in by_model.report.read_by] == ["en", "rules"]
    assert len(by_model.report.of(Attribution)) == 1


def test_a_reader_that_is_not_there_ends_the_run_before_its_first_input() -> None:
    with pytest.raises(SettingsInvalid, match="no reader 'fr'"):
        list(readings([], reader="fr"))

"""The reading model that ships: whole, small, quick to load, and right on plain sentences."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

package: Any = pytest.importorskip("reportedly_en", reason="the distribution reportedly-en is not installed")

from reportedly.model import Attribution, Document, cut  # noqa: E402 - what follows needs the package
from reportedly.reading import read, readers  # noqa: E402
from reportedly.reading.modelled import modelled  # noqa: E402
from reportedly.reading.parsed import parsed  # noqa: E402

TEXT = (
    "The bridge over the Tarn will stay closed until Friday, the mayor of Velgrad said on Monday.\n"
    "“We have found cracks in two pillars,” said Mira Tolvanen, who leads the works. According to the police, "
    "nobody was hurt."
)


@pytest.fixture(scope="module")
def model() -> Any:
    """Return the model, loaded once."""
    return package.load()


def test_its_files_are_small_enough() -> None:
    assert sum(path.stat().st_size for path in package.FOLDER.iterdir()) < 30e6


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    shutil.copytree(package.FOLDER, tmp_path / "model")
    tables = tmp_path / "model/tables.json"
    tables.write_text(json.dumps(json.loads(tables.read_text("utf-8")), indent=1), "utf-8")
    with pytest.raises(package.ModelInvalid, match=r"tables\.json has SHA-256"):
        package.load(tmp_path / "model")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(package.ModelInvalid, match="no file"):
        package.load(tmp_path)


def test_plain_attributions_are_found(model: Any) -> None:
    report = read(Document("d", "0" * 64, TEXT), modelled(model, readers()))
    found = {(cut(one.source, TEXT), cut(one.cue, TEXT)): cut(one.content, TEXT) for one in report.of(Attribution)}
    assert found["the mayor of Velgrad", "said"] == "The bridge over the Tarn will stay closed until Friday"
    assert "“We have found cracks in two pillars,”" in found.values()
    assert any(cue == "According to" for _, cue in found)


def test_words_have_their_parts_of_speech_and_heads(model: Any) -> None:
    words = parsed("The mayor said that two pillars had cracked.", model).words
    assert [word.pos for word in words] == ["DET", "NOUN", "VERB", "SCONJ", "NUM", "NOUN", "AUX", "VERB", "PUNCT"]
    assert [word.lemma for word in words][2] == "say"
    assert words[1].relation == "nsubj"
    assert words[1].head == 2
    assert words[2].relation == "root"


def test_names_are_found(model: Any) -> None:
    names = {(one.span.cut(TEXT), one.kind) for one in parsed(TEXT, model).names}
    assert ("Mira Tolvanen", "person") in names


def test_the_same_text_reads_the_same(model: Any) -> None:
    assert parsed(TEXT, model) == parsed(TEXT, model)


@pytest.mark.parametrize(
    "text", ["", "\n", "…", "“" * 50, "a" * 5000, "Said said said.\n" * 50, "said 💥 \u202e \x00 he"]
)
def test_no_text_breaks_it(model: Any, text: str) -> None:
    read(Document("d", "0" * 64, text), modelled(model, readers()))

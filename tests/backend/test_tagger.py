"""A Hugging Face model for token classification as a reader: tiny, trained here on two sentences, saved, and loaded."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.backend.label import FILE
from reportedly.backend.tagger import reader
from reportedly.engine import Reading, readings
from reportedly.errors import SettingsInvalid
from reportedly.intake import item
from reportedly.model import Attribution, Document, cut
from reportedly.reading import misplaced, read, readers
from reportedly.reading.guest import hosted
from reportedly.reading.named import Named
from reportedly.reading.voice import Voice

reason = "the extra reportedly[hf] is not installed"
torch: Any = pytest.importorskip("torch", reason=reason)
transformers: Any = pytest.importorskip("transformers", reason=reason)
tokenizers: Any = pytest.importorskip("tokenizers", reason=reason)

TEXT = "The northern pier has moved, Karsk Harbour reckons. It rained."
TAGS = "B-CONTENT I-CONTENT I-CONTENT I-CONTENT I-CONTENT O B-SOURCE I-SOURCE B-CUE O O O O"
NAMES = "O O O O O O B-ORG I-ORG O O O O O"
LONGEST = 24


def made(root: Path, tags: str) -> Path:
    """Train an encoder of two layers until it knows the labels of one sentence, and save it."""
    # Karsk comes in two pieces, so that a word has the label of its first.
    pieces = "[PAD] [UNK] [CLS] [SEP] the northern pier has moved , kar ##sk harbour reckons . it rained"
    words = pieces.split(" ")
    vocabulary = {word: number for number, word in enumerate(words)}
    cutter = tokenizers.Tokenizer(tokenizers.models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 - a word piece
    cutter.normalizer = tokenizers.normalizers.Lowercase()
    cutter.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    ends = [("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])]
    cutter.post_processor = tokenizers.processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=ends)
    special = {"unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]", "pad_token": "[PAD]"}
    tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_object=cutter, model_max_length=LONGEST, **special)
    labels = sorted(set(tags.split()))
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=LONGEST,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        id2label=dict(enumerate(labels)),
        label2id={label: number for number, label in enumerate(labels)},
    )
    torch.manual_seed(0)
    model = transformers.BertForTokenClassification(config)
    coded = tokenizer(TEXT, return_tensors="pt")
    of = coded.word_ids()
    gold = [-100 if one is None or of[at - 1] == one else labels.index(tags.split()[one]) for at, one in enumerate(of)]
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
    model.train()
    for _ in range(60):
        loss = model(**coded, labels=torch.tensor([gold])).loss
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    model.save_pretrained(root)
    tokenizer.save_pretrained(root)
    return root


@pytest.fixture(scope="module")
def voiced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("models") / "voices", TAGS)


@pytest.fixture(scope="module")
def naming(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("models") / "names", NAMES)


def test_source_cue_and_content_become_an_attribution_with_whom_it_means(voiced: Path) -> None:
    order = hosted(reader(str(voiced)), readers())
    assert not misplaced(order)
    report = read(Document("d", "0" * 64, TEXT), order)
    (found,) = report.of(Attribution)
    assert [cut(one, TEXT) for one in (found.source, found.cue, found.content)] == [
        "Karsk Harbour",
        "reckons",
        "The northern pier has moved",
    ]
    assert found.by.name == "Karsk Harbour"


def test_names_reach_the_entities(naming: Path) -> None:
    guest = reader(str(naming))
    assert guest.finds == (Named,)
    report = read(Document("d", "0" * 64, TEXT), hosted(guest, readers()))
    assert [(cut((one.span,), TEXT), one.kind) for one in report.of(Named)] == [("Karsk Harbour", "organisation")]


def test_a_file_beside_the_model_says_what_its_labels_mean(naming: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for path in naming.iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    (other / FILE).write_text('[labels]\nORG = "place"\n', "utf-8")
    report = read(Document("d", "0" * 64, TEXT), (reader(str(other)),))
    assert [one.kind for one in report.of(Named)] == ["place"]


def test_spans_of_a_text_that_takes_several_windows_count_in_the_whole(voiced: Path) -> None:
    text = "\n".join([TEXT] * 5)
    voices = read(Document("d", "0" * 64, text), (reader(str(voiced)),)).of(Voice)
    assert [one.cue[0].start for one in voices] == [at * (len(TEXT) + 1) + TEXT.index("reckons") for at in range(5)]


def test_the_engine_reads_with_it_by_name_and_keeps_its_hash(voiced: Path) -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    (found,) = readings([item("x", line)], reader=f"hf:{voiced}")
    assert isinstance(found, Reading)
    by = found.report.read_by[0]
    assert by.reader == "hf voices"
    assert ", sha256:" in by.version


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid, match="nothing is downloaded"):
        reader("some-company/some-model")
    with pytest.raises(SettingsInvalid, match="cannot be loaded"):
        reader(str(tmp_path))


def test_weights_in_the_format_that_runs_code_are_refused(naming: Path, tmp_path: Path) -> None:
    root = tmp_path / "pickled"
    root.mkdir()
    for path in naming.iterdir():
        if path.suffix != ".safetensors":
            (root / path.name).write_bytes(path.read_bytes())
    torch.save({}, root / "pytorch_model.bin")
    with pytest.raises(SettingsInvalid, match="cannot be loaded"):
        reader(str(root))

"""A Hugging Face model for token classification as a reader: names, or source, cue and content, by its labels."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.backend.folder import digest, folder
from reportedly.backend.label import Labels, labels
from reportedly.backend.library import library
from reportedly.backend.piece import Piece, batches
from reportedly.errors import SettingsInvalid
from reportedly.model import Provenance, Report, Span
from reportedly.reading import Reader
from reportedly.reading.named import Named
from reportedly.reading.voice import Voice

_LETTERS_A_PIECE = 4
_MOST_PIECES = 512
_EDGE = " \t\n"
_STOP = re.compile(r"[.!?][\"”’')\]]*\s")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in a row that the model gives one label.

    Attributes:
        span: The characters.
        label: The label, without the letters for beginning and inside.
    """

    span: Span
    label: str


def reader(path: str) -> Reader:
    """Load a model.

    Args:
        path: A folder that ``save_pretrained`` wrote, tokenizer included; weights as safetensors only, since the older
            format runs code when it is read. Nothing is downloaded and no code of the folder is run.

    Raises:
        SettingsInvalid: transformers or torch is not installed, there is no such folder, or it holds no such model; or
            nothing says what its labels mean.
    """
    root = folder(path, kind="a model for token classification")
    transformers, torch = library("transformers", extra="hf"), library("torch", extra="hf")
    safe = {"local_files_only": True, "trust_remote_code": False}
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(root, use_fast=True, **safe)
        model = transformers.AutoModelForTokenClassification.from_pretrained(root, use_safetensors=True, **safe)
    except (OSError, ValueError, KeyError, ImportError) as fault:
        reason = str(fault).strip().partition("\n")[0]
        raise SettingsInvalid(f"the model in {path} cannot be loaded: {reason}") from fault
    if not tokenizer.is_fast:
        raise SettingsInvalid(f"the tokenizer in {path} does not say where its pieces stand; expected tokenizer.json")
    names = [str(model.config.id2label[number]) for number in range(model.config.num_labels)]
    meant = labels(frozenset(bare(one)[1] for one in names) - {""}, root)
    finds = (*((Named,) if meant.kinds else ()), *((Voice,) if meant.parts else ()))
    shown = Shown(tokenizer, model.eval(), torch, tuple(names))
    version = f"transformers {transformers.__version__}, sha256:{digest(root)}"
    name = Path(str(model.config.name_or_path or root)).name
    return Reader(finds, (), _read(shown, meant), Provenance(f"hf {name}", version))


@dataclass(frozen=True, slots=True)
class Shown:
    """A loaded model and what it needs.

    Attributes:
        tokenizer: Cuts text into pieces and says where they stand.
        model: Scores each piece.
        torch: The library.
        names: Labels by their numbers.
    """

    tokenizer: Any
    model: Any
    torch: Any
    names: tuple[str, ...]

    @property
    def most(self) -> int:
        """Most word pieces in a window."""
        told = getattr(self.model.config, "max_position_embeddings", _MOST_PIECES)
        return int(min(told, self.tokenizer.model_max_length, _MOST_PIECES))

    def runs(self, text: str) -> Iterator[Run]:
        """Yield the labelled runs of one piece of text, in order; windows that the model needs do not overlap."""
        coded = self.tokenizer(
            text,
            truncation=True,
            max_length=self.most,
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
            return_special_tokens_mask=True,
        )
        for number, ids in enumerate(coded["input_ids"]):
            with self.torch.inference_mode():
                scores = self.model(
                    input_ids=self.torch.tensor([ids]),
                    attention_mask=self.torch.tensor([coded["attention_mask"][number]]),
                ).logits[0]
            found = [self.names[one] for one in scores.argmax(-1).tolist()]
            special = coded["special_tokens_mask"][number]
            marks = [
                (start, end, label)
                for (start, end), label, odd in zip(coded["offset_mapping"][number], found, special, strict=True)
                if not odd and end > start
            ]
            yield from joined(text, marks)


def bare(label: str) -> tuple[str, str]:
    """Split a label into its letter and its name: ("B", "PER") for "B-PER", ("I", "PER") for "PER", ("O", "") for none."""
    if label == "O":
        return "O", ""
    letter, dash, name = label.partition("-")
    return (letter, name) if dash and letter in {"B", "I", "E", "S", "L", "U"} else ("I", label)


def joined(text: str, marks: Sequence[tuple[int, int, str]]) -> Iterator[Run]:
    """Yield runs of one label from labelled word pieces (BIO, BILOU or plain labels), with the words they begin and end in.

    Args:
        text: What was shown.
        marks: First and one past the last character of each piece, and its label.
    """
    low = high = 0
    name = ""
    for start, end, label in marks:
        letter, other = bare(label)
        inside_word = bool(name) and start == high and start > 0 and text[start - 1].isalnum() and text[start].isalnum()
        if inside_word or (other == name and name and letter not in {"B", "S", "U"}):
            # The label of a word is that of its first piece.
            high = end
            continue
        if name:
            yield from _trimmed(text, low, high, name)
        low, high, name = start, end, other
    if name:
        yield from _trimmed(text, low, high, name)


def _trimmed(text: str, low: int, high: int, name: str) -> Iterator[Run]:
    """Yield the run without white space at its ends."""
    words = text[low:high]
    left = len(words) - len(words.lstrip(_EDGE))
    if words.strip(_EDGE):
        yield Run(Span(low + left, low + len(words.rstrip(_EDGE))), name)


def _read(shown: Shown, meant: Labels) -> Callable[[Report], Iterator[Named | Voice]]:
    """Return what shows a report to the model."""

    def read(report: Report) -> Iterator[Named | Voice]:
        voices: list[Voice] = []
        for piece in batches(report.text, longest=shown.most * _LETTERS_A_PIECE):
            runs = [_moved(run, piece) for run in shown.runs(piece.text)]
            for run in runs:
                if run.label in meant.kinds:
                    yield Named(run.span, meant.kinds[run.label])
            voices += put_together(report.text, runs, meant)
        yield from voices

    return read


def _moved(run: Run, piece: Piece) -> Run:
    """Return a run of a piece in characters of the whole text."""
    return Run(Span(piece.span.start + run.span.start, piece.span.start + run.span.end), run.label)


def put_together(text: str, runs: Sequence[Run], meant: Labels) -> Iterator[Voice]:
    """Yield attributions from labelled runs.

    A flat labelling does not say which source, cue and content belong together. Each content goes to the nearest cue of its
    paragraph, those of its sentence first, each cue likewise to a source; a cue without a content is no attribution.

    Args:
        text: The whole report.
        runs: In text order.
        meant: What their labels mean.
    """
    by: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for run in runs:
        if run.label in meant.parts:
            by[meant.parts[run.label]].append(run.span)
    contents: dict[Span, list[Span]] = {cue: [] for cue in by["cue"]}
    for content in by["content"]:
        cue = _nearest(text, content, by["cue"])
        if cue is not None:
            contents[cue].append(content)
    for cue, said in contents.items():
        if said:
            who = _nearest(text, cue, by["source"])
            yield Voice(() if who is None else (who,), (cue,), tuple(said))


def _nearest(text: str, to: Span, among: Sequence[Span]) -> Span | None:
    """Return the span of the same paragraph that stands nearest, in the same sentence if any does; the earlier of two."""
    ranked = []
    for one in among:
        between = text[min(one.end, to.end) : max(one.start, to.start)]
        if "\n" not in between:
            ranked.append((bool(_STOP.search(between)), len(between), one))
    return min(ranked)[2] if ranked else None

#!/usr/bin/env python3
"""Write a checkpoint as the files that ship: int8 graphs, word pieces, tables, and the hash of each."""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import lemmas  # noqa: E402
import parsing  # noqa: E402
import torch  # noqa: E402
from lean import Labels, Roles, Words  # noqa: E402
from network import WIDTH, Reader  # noqa: E402
from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: E402
from onnxruntime.quantization.shape_inference import quant_pre_process  # noqa: E402
from torch import Tensor, nn  # noqa: E402
from torchside import restored  # noqa: E402

GRAPHS = ("words", "roles", "labels")
FILES = (*(f"{name}.onnx" for name in GRAPHS), "tokenizer.json", "tables.json")
_OPSET = 17


class Rows(nn.Module):
    """Word pieces kept in eight bits, each row with a scale of its own."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the vectors of the pieces."""
        return self.rows[pieces].float() * self.scale[pieces]


def export(model: Reader, folder: Path, *, small: bool = True, graphs: Collection[str] = GRAPHS) -> None:
    """Write the graphs of these names, in eight bits per channel when ``small``; the model is changed by it."""
    model.encoder.pieces = Rows(model.encoder.pieces.weight.data)  # type: ignore[assignment]
    length, cues = 11, 3
    whole = torch.ones(1, length + 4, dtype=torch.long)
    vectors = torch.randn(1, length, WIDTH)
    given = torch.zeros(cues, length)
    given[:, 2] = 1.0
    if "words" in graphs:
        _write(
            Words(model),
            (whole, whole, torch.arange(length)[None]),
            folder / "words.onnx",
            ["pieces", "shapes", "first"],
            ["vectors", "starts", "upos", "xpos", "names", "cues", "arcs", "facts"],
            {"pieces": {1: "p"}, "shapes": {1: "p"}, "first": {1: "w"}},
            small=small,
        )
    if "roles" in graphs:
        _write(
            Roles(model.role),
            (vectors, given, torch.zeros(cues, length, dtype=torch.long)),
            folder / "roles.onnx",
            ["words", "inside", "distances"],
            ["roles", "valid"],
            {"words": {1: "w"}, "inside": {0: "c", 1: "w"}, "distances": {0: "c", 1: "w"}},
            small=small,
        )
    if "labels" in graphs:
        _write(
            Labels(model),
            (vectors, torch.zeros(length, dtype=torch.long)),
            folder / "labels.onnx",
            ["words", "heads"],
            ["labels"],
            {"words": {1: "w"}, "heads": {0: "w"}},
            small=small,
        )


def _write(
    module: nn.Module,
    given: tuple[Tensor, ...],
    path: Path,
    names: list[str],
    results: list[str],
    free: dict[str, dict[int, str]],
    *,
    small: bool,
) -> None:
    """Export one graph."""
    with tempfile.TemporaryDirectory() as scratch:
        raw, prepared = Path(scratch) / "raw.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            module.eval(),
            given,
            str(raw),
            input_names=names,
            output_names=results,
            dynamic_axes=free,
            opset_version=_OPSET,
            dynamo=False,
        )
        quant_pre_process(str(raw), str(prepared), skip_symbolic_shape=True)
        if small:
            quantize_dynamic(
                str(prepared),
                str(path),
                per_channel=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul", "Gemm"],
            )
        else:
            shutil.copy(prepared, path)


def main() -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--foundation", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--out", type=Path, default=ROOT / "packages/reportedly-en/src/reportedly_en/model")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model, kept = restored(options.checkpoint, options.foundation)
    export(model, options.out)
    shutil.copy(options.foundation / "tokenizer.json", options.out / "tokenizer.json")
    trees = [
        tree for name in ("ewt-train", "gum-open-train") for tree in parsing.trees(options.data / f"ud/{name}.conllu")
    ]
    tables = {"tags": kept["tags"], "lemmas": lemmas.tables(trees), "progress": kept["progress"]}
    (options.out / "tables.json").write_text(
        json.dumps(tables, ensure_ascii=False, separators=(",", ":"), sort_keys=True), "utf-8"
    )
    sums = {name: hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in FILES}
    (options.out / "sha256.json").write_text(json.dumps(sums, indent=1) + "\n", "utf-8")
    for name in FILES:
        print(name, (options.out / name).stat().st_size, sums[name])


if __name__ == "__main__":
    main()

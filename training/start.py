"""The foundation's published weights put into the encoder."""

from pathlib import Path

from network import LAYERS, Reader
from safetensors.torch import load_file
from torch import Tensor

_LAYER = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "first_norm",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "second_norm",
}


def foundation(model: Reader, path: Path) -> None:
    """Load the weights of all-MiniLM-L6-v2; the type of segment, always the first, is added to the places."""
    given = load_file(str(path))
    encoder: dict[str, Tensor] = {
        "pieces.weight": given["embeddings.word_embeddings.weight"],
        "places.weight": given["embeddings.position_embeddings.weight"]
        + given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        for theirs, ours in _LAYER.items():
            for part in ("weight", "bias"):
                encoder[f"layers.{number}.{ours}.{part}"] = given[f"encoder.layer.{number}.{theirs}.{part}"]
    missing, unexpected = model.encoder.load_state_dict(encoder, strict=False)
    if unexpected or set(missing) != {"shapes.weight"}:
        raise ValueError(f"the foundation's weights do not fit: missing {missing}, unexpected {unexpected}")

"""Three graphs, word pieces and tables, behind what `reportedly.reading.encoder` asks of a reading model."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

FOLDER = Path(__file__).parent / "model"
"""Where the files lie."""

_GRAPHS = ("words", "roles", "labels")
_FEW = 64
# Words whose pieces are kept, so that a frequent word is cut once; about 20 MB when full.
_KNOWN = 50_000


class ModelInvalid(ValueError):  # noqa: N818 - the name is the reason given to the user
    """A file of the model is missing, or is not the one that was released."""


class Model:
    """A loaded model; between calls it keeps nothing but the pieces of words that it has met.

    Args:
        folder: Where its files lie.
        threads: Threads within one call; more processes gain more than more threads.

    Attributes:
        tags: The classes of the heads "upos", "xpos" and "relations", in the order of their numbers.
        lemmas: Tables of dictionary forms, by "suffix" and "form", then by fine part of speech.

    Raises:
        ModelInvalid: A file is missing or its hash is another.
    """

    def __init__(self, folder: Path = FOLDER, *, threads: int = 1) -> None:
        files = checked(folder)
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = threads
        settings.inter_op_num_threads = 1
        self._sessions = {
            name: onnxruntime.InferenceSession(files[f"{name}.onnx"], settings, providers=["CPUExecutionProvider"])
            for name in _GRAPHS
        }
        self._known: dict[str, list[int]] = {}
        self._tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode())
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        tables: dict[str, Any] = json.loads(files["tables.json"])
        self.tags: Mapping[str, Sequence[str]] = tables["tags"]
        self.lemmas: Mapping[str, Any] = tables["lemmas"]

    def pieces(self, words: Sequence[str]) -> list[list[int]]:
        """Return the word pieces of each word, without special ones."""
        if len(self._known) > _KNOWN:
            self._known.clear()
        new = list({word for word in words if word not in self._known})
        cut = self._tokenizer.encode_batch(new, add_special_tokens=False) if new else []
        self._known.update(zip(new, (found.ids for found in cut), strict=True))
        return [self._known[word] for word in words]

    def words(
        self, pieces: NDArray[np.int64], shapes: NDArray[np.int64], first: NDArray[np.int64]
    ) -> dict[str, NDArray[np.float32]]:
        """Return what each head says of one window, by its name."""
        given = {"pieces": pieces[None], "shapes": shapes[None], "first": first[None]}
        session = self._sessions["words"]
        names = [output.name for output in session.get_outputs()]
        return {name: found[0] for name, found in zip(names, session.run(names, given), strict=True)}

    def roles(
        self, vectors: NDArray[np.float32], inside: NDArray[np.float32], distances: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return role scores (cues, words, 5) and log odds (cues,) that each cue is one."""
        session = self._sessions["roles"]
        found = [
            session.run(
                None, {"words": vectors[None], "inside": inside[i : i + _FEW], "distances": distances[i : i + _FEW]}
            )
            for i in range(0, len(inside), _FEW)
        ]
        return np.concatenate([one[0] for one in found]), np.concatenate([one[1] for one in found])

    def labels(self, vectors: NDArray[np.float32], heads: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the number of the label of each word's arc; heads are word numbers plus 1, 0 for the root."""
        found: NDArray[np.int64] = self._sessions["labels"].run(None, {"words": vectors[None], "heads": heads})[0][0]
        return found


def load(folder: Path = FOLDER, *, threads: int = 1) -> Model:
    """Load the model; arguments and faults as of `Model`."""
    return Model(folder, threads=threads)


def checked(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of the model, when all are those that were released.

    Raises:
        ModelInvalid: A file is missing or its hash is another.
    """
    try:
        sums = json.loads((folder / "sha256.json").read_text("utf-8"))
        files = {name: (folder / name).read_bytes() for name in sums}
    except FileNotFoundError as fault:
        raise ModelInvalid(f"no file {fault.filename}; install reportedly-en again") from fault
    for name, expected in sums.items():
        found = hashlib.sha256(files[name]).hexdigest()
        if found != expected:
            raise ModelInvalid(
                f"{name} has SHA-256 {found}, expected {expected}; the file is damaged, install reportedly-en again"
            )
    return files

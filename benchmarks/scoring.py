"""Score files of predictions with the scorer beside a corpus, and print ours among the peers'."""

import json
import pathlib
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any


def rows(path: pathlib.Path) -> Iterator[dict[str, Any]]:
    """Yield the values of JSON lines; a line ends at a line feed only, for texts hold other line ends."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def written(found: Iterable[Mapping[str, Any]], out: pathlib.Path) -> pathlib.Path:
    """Write predictions as JSON lines and return where."""
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), "utf-8")
    return out


def print_errors(gold: pathlib.Path, out: pathlib.Path, count: int) -> None:
    """Let the scorer print so many of the errors; nothing for 0."""
    if count:
        subprocess.run([*_command(gold, out), "--errors", str(count)], check=True)


def _command(gold: pathlib.Path, out: pathlib.Path) -> list[str]:
    """Return the call of the scorer that stands beside a corpus."""
    return [sys.executable, str(gold.resolve().parent / "score.py"), str(gold), str(out)]


def scored(gold: pathlib.Path, out: pathlib.Path) -> dict[str, Any]:
    """Return what the ``score.py`` beside a corpus says of predictions."""
    command = [*_command(gold, out), "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def scorer(gold: pathlib.Path) -> ModuleType:
    """Return the ``score.py`` beside a corpus as a module, for a figure that it does not print."""
    spec = spec_from_file_location("score", gold.resolve().parent / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no score.py lies beside {gold}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored_rows(gold: pathlib.Path, found: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what the scorer says of predictions that nobody keeps."""
    with tempfile.TemporaryDirectory() as folder:
        return scored(gold, written(found, pathlib.Path(folder) / "peer.jsonl"))


def table(heads: Iterable[str], lines: Iterable[tuple[str, Iterable[Any]]]) -> None:
    """Print a table: a name and its figures a row, None for what is not told."""
    names = list(heads)
    print("| | " + " | ".join(names) + " |\n|" + "---|" * (len(names) + 1))
    for name, figures in lines:
        cells = ("" if one is None else one if isinstance(one, str) else f"{one:.1f}" for one in figures)
        print(f"| {name} | {' | '.join(cells)} |", flush=True)

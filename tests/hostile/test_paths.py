"""Names in pages and archives that lead out of the store lead nowhere: every file the program opens is watched."""

import json
import subprocess
import sys
from pathlib import Path

from hostile.case import added, files, run

# Runs the program and notes each file that it opens for writing, makes, moves or removes.
_WATCHED = """
import json, os, sys
from pathlib import Path
noted, out = set(), sys.argv.pop(1)
def hook(event, given):
    if event == "open" and isinstance(given[0], (str, bytes)) and isinstance(given[2], int):
        if given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND):
            noted.add(os.fsdecode(given[0]))
        if "passwd" in os.fsdecode(given[0]) or "cron" in os.fsdecode(given[0]):
            noted.add(os.fsdecode(given[0]))
    elif event in ("os.rename", "os.remove", "os.mkdir", "os.link", "os.symlink", "os.truncate", "sqlite3.connect"):
        noted.update(os.fsdecode(one) for one in given[:2] if isinstance(one, (str, bytes, os.PathLike)))
sys.addaudithook(hook)
try:
    from reportedly.cli import main
    main()
finally:
    Path(out).write_text(json.dumps(sorted(noted)))
"""


def _touched(folder: Path, *arguments: object) -> list[Path]:
    """Run the program; return what it wrote, made, moved or removed."""
    log = folder.parent / f"{folder.name}.touched"
    found = subprocess.run(
        [sys.executable, "-B", "-c", _WATCHED, str(log), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={"HOME": str(folder), "TMPDIR": str(folder), "PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path)},
    )
    assert found.returncode in {0, 3}, found.stderr
    return [Path(one.removeprefix("file:").partition("?")[0]) for one in json.loads(log.read_text())]


def test_nothing_outside_the_store_is_touched(tmp_path: Path) -> None:
    """A page whose title and address are paths (e53), a zip whose parts climb out (j01), and one with a link in it (j03)."""
    folder = tmp_path / "store"
    folder.mkdir()
    ledger = folder / "ledger.db"
    touched = _touched(folder, "add", *files("e53", "j01", "j03"), "--ledger", ledger)
    for name in ("html", "json", "csv", "wacz"):
        touched += _touched(folder, "export", name, "--out", folder / f"out.{name}", "--ledger", ledger)
    assert ledger in touched
    outside = [one for one in touched if folder not in one.resolve().parents and one.resolve() != folder]
    assert [one for one in outside if str(one) not in {"/dev/null", ":memory:"}] == []
    inside = [one for one in folder.rglob("*") if one.is_file()]
    assert all(b"root:x:" not in one.read_bytes() for one in inside)


def test_the_page_with_a_path_for_a_title_is_read(tmp_path: Path) -> None:
    told = run("export", "json", "--ledger", added(tmp_path / "ledger.db", *files("e53"))).stdout
    [report] = json.loads(told)["reports"]
    assert report["title"].startswith("../../../../etc/cron.d/evil")
    assert "about 3,000 soldiers" in report["text"]

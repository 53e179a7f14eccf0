"""Archives and fetched pages from the command line."""

import io
import json
from functools import partial
from pathlib import Path

import pytest
from desk import made
from intake.archives import record, wacz, zipped
from intake.serving import PAGE, fetcher, reply, serving
from program import run, values

from reportedly.engine import add, opened, validators
from reportedly.intake import Asking, items

CHANGED = PAGE.replace(b"At least 30 people were hurt", b"About 45 people were reportedly hurt")


@pytest.fixture
def changed(tmp_path: Path) -> tuple[Path, str]:
    """Return a ledger with two versions of one page, and the page's URL."""
    with opened(made(tmp_path), write=True) as vault, serving({}) as server:
        asking = Asking(known=partial(validators, vault), fetcher=fetcher())
        for page in (PAGE, CHANGED):
            server.speeches["/a"] = reply(page)
            list(add(items([server.url("/a")], io.BytesIO(), asking=asking), vault))
        return tmp_path / "ledger.db", server.url("/a")


def test_a_changed_page_is_compared_with_the_version_before(changed: tuple[Path, str]) -> None:
    ledger, url = changed
    found = run("diff", url, "--ledger", ledger)
    assert found.exit_code == 0, found.stderr
    said = " ".join(found.stdout.split())
    assert "[-At least 30-]" in said
    assert "30" in said.partition("figures that went:")[2].partition("that came:")[0]
    told = json.loads(run("diff", url, "--json", "--ledger", ledger).stdout)
    assert [len(told["figures"][name]) for name in ("lost", "gained")] == [1, 1]
    assert told["hedges"]["gained"]
    assert run("diff", told["right"], "--ledger", ledger).stdout == found.stdout


def test_a_page_without_an_earlier_version(changed: tuple[Path, str]) -> None:
    ledger, url = changed
    left = json.loads(run("diff", url, "--json", "--ledger", ledger).stdout)["left"]
    for name in (left, "https://kolven.example/never"):
        found = run("diff", name, "--ledger", ledger)
        assert found.exit_code == 1
        assert "holds no version" in found.stderr


def test_archives_are_added_and_added_again_without_a_change(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(zipped(record(), record()))
    (tmp_path / "b.wacz").write_bytes(wacz())
    arguments = ("add", tmp_path / "a.warc.gz", tmp_path / "b.wacz", "--ledger", tmp_path / "ledger.db")
    assert [one["outcome"] for one in values(*arguments)] == ["added", "known", "known"]
    assert [one["outcome"] for one in values(*arguments)] == ["known", "known", "known"]


def test_an_archive_on_standard_input() -> None:
    found = run("read", "-", "--nl", given=record())
    assert json.loads(found.stdout)["url"] == "https://kolven.example/1"


def test_a_url_inside_is_refused() -> None:
    found = run("http://127.0.0.1/secret")
    assert found.exit_code == 3
    assert "only public addresses are fetched" in found.stderr


def test_evidence_is_exported(changed: tuple[Path, str], tmp_path: Path) -> None:
    ledger, _ = changed
    assert run("export", "wacz", "--ledger", ledger).exit_code == 2
    found = run("export", "wacz", "--out", tmp_path / "out.wacz", "--ledger", ledger)
    assert found.exit_code == 0, found.stderr
    assert "2 pages" in found.stderr
    again = values("add", tmp_path / "out.wacz", "--ledger", tmp_path / "second.db")
    assert [one["outcome"] for one in again] == ["added", "added"]

"""The same inputs of every kind a second time: no row more, not a byte of an export changes."""

import io
import json
from functools import partial
from pathlib import Path

import pytest
from desk import made
from hostile.case import FILES, added, files, run
from intake.archives import record, wacz, zipped
from intake.serving import PAGE, fetcher, reply, serving

from reportedly.engine import Added, add, listed, opened, validators, verify
from reportedly.intake import Asking, Given, Item, items, warc

_FEED = (
    b"<rss><channel><item><title>Dam</title><description>&lt;p&gt;The dam at Kolven broke on Monday, Ada Orm of the water "
    b"board said in a note.&lt;/p&gt;</description></item></channel></rss>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an input of each kind."""
    kinds = tmp_path / "kinds"
    kinds.mkdir()
    (kinds / "a.html").write_bytes(PAGE)
    (kinds / "b.txt").write_bytes(
        b"The dam at Kolven broke. At least 30 people were hurt, two officials said on Tuesday."
    )
    (kinds / "c.jsonl").write_text(
        json.dumps({"id": "c", "text": "The dam broke, Ada Orm said.", "published": "2031-06-04"})
    )
    (kinds / "d.csv").write_text("text,published\nNobody was hurt at Kolven the mayor said.,2031-06-05\n")
    (kinds / "e.rss").write_bytes(_FEED)
    (kinds / "f.warc.gz").write_bytes(zipped(record(PAGE.replace(b"30", b"31"))))
    (kinds / "g.warc").write_bytes(record(PAGE.replace(b"30", b"32")))
    (kinds / "h.wacz").write_bytes(wacz({"archive/a.warc.gz": zipped(record(PAGE.replace(b"30", b"33")))}))
    return kinds


def _entries(ledger: Path) -> int:
    """Count the rows of the log."""
    with opened(made(ledger.parent)) as vault:
        assert list(verify(vault)) == []
        return sum(1 for _ in vault.store.entries())


def test_files_of_every_kind(folder: Path, tmp_path: Path) -> None:
    ledger = added(tmp_path / "ledger.db", folder)
    before = _entries(ledger), run("export", "json", "--ledger", ledger).stdout
    assert before[0] == 8
    again = run("add", folder, "--nl", "--ledger", ledger)
    assert {json.loads(line)["outcome"] for line in again.stdout.splitlines()} == {"known"}
    assert (_entries(ledger), run("export", "json", "--ledger", ledger).stdout) == before


def test_urls_of_every_kind(tmp_path: Path) -> None:
    with (
        opened(made(tmp_path), write=True) as vault,
        serving({"/1": reply(), "/2": reply(PAGE.replace(b"30", b"31"))}) as server,
    ):
        feed = f"<rss><channel><item><link>{server.url('/1')}</link></item></channel></rss>".encode()
        site = f"<urlset><url><loc>{server.url('/2')}</loc></url></urlset>".encode()
        server.speeches |= {
            "/feed": reply(feed, headers={"Content-Type": "application/rss+xml"}),
            "/map.xml": reply(site, headers={"Content-Type": "application/xml"}),
            "/a.warc": reply(record(PAGE.replace(b"30", b"32")), headers={"Content-Type": "application/warc"}),
        }
        urls = [server.url(one) for one in ("/feed", "/map.xml", "/a.warc", "/1")]
        counts = []
        for _ in range(2):
            asking = Asking(partial(validators, vault), fetcher(), partial(listed, vault))
            found = list(add(items(urls, io.BytesIO(), asking=asking), vault))
            assert all(isinstance(one, Added) for one in found)
            counts.append([entry.kind for entry in vault.store.entries()].count("report"))
        assert counts == [3, 3]
        assert list(verify(vault)) == []


def test_a_record_that_an_archive_holds_twice_is_one_document_and_two_captures(tmp_path: Path) -> None:  # i08
    [path] = files("i08")
    captures = list(warc.read(path.name, io.BytesIO(path.read_bytes()), Given()))
    assert [type(one) for one in captures] == [Item, Item]
    assert len({one.name for one in captures}) == 2
    assert len({one.raw for one in captures if isinstance(one, Item)}) == 1
    found = run("add", path, "--nl", "--ledger", tmp_path / "ledger.db")
    told = [json.loads(line) for line in found.stdout.splitlines()]
    assert sorted(one["outcome"] for one in told) == ["added", "known"]
    assert len({one["report"] for one in told}) == 1
    assert _entries(tmp_path / "ledger.db") == 1


def test_the_hostile_files_too(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    inputs = [one for one in FILES.iterdir() if one.suffix != ".json"]
    counts = []
    for _ in range(2):
        run("add", *inputs, "--ledger", ledger)
        counts.append(_entries(ledger))
    assert counts[0] == counts[1] > len(inputs) / 2

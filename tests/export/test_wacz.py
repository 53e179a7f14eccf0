"""Evidence as WACZ: every record findable by its index, every part with its hash."""

import gzip
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from reportedly.export.wacz import Page, resource, surt, write

NOW = datetime(2031, 6, 4, 12, 30, 1, 5000, tzinfo=UTC)
URLS = ("https://www.kolven.example/b?x=1", "urn:sha256:00", "https://alm.example:8443/a")
BODIES = (b"<p>The dam broke.</p>", b"Rain fell.", b"<p>Water rose.</p>")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a WACZ of three records."""
    records = [resource(url, body, "text/html", NOW) for url, body in zip(URLS, BODIES, strict=True)]
    pages = [Page(f"r{number}", url, "Dam “breaks”", NOW, "The dam broke.") for number, url in enumerate(URLS)]
    with (tmp_path / "a.wacz").open("w+b") as out:
        write(out, records, pages, created=NOW, software="reportedly 0")
    return tmp_path / "a.wacz"


def test_each_line_of_the_index_leads_to_its_record(made: Path) -> None:
    with zipfile.ZipFile(made) as bag:
        data = bag.read("archive/data.warc.gz")
        lines = gzip.decompress(bag.read("indexes/index.cdx.gz")).decode().splitlines()
    assert [line.split(" ")[0] for line in lines] == [
        "example,alm:8443)/a",
        "example,kolven)/b?x=1",
        "urn:sha256:00",
    ]
    for line in lines:
        said = json.loads(line.split(" ", 2)[2])
        start = int(said["offset"])
        for record in ArchiveIterator(io.BytesIO(data[start : start + int(said["length"])])):
            assert record.headers["WARC-Target-URI"] == said["url"]
            assert record.reader.read() == BODIES[URLS.index(said["url"])]
        assert line.split(" ")[1] == "20310604123001"


def test_every_part_is_listed_with_its_hash_and_stored_as_it_is(made: Path) -> None:
    with zipfile.ZipFile(made) as bag:
        package = json.loads(bag.read("datapackage.json"))
        for one in package["resources"]:
            raw = bag.read(one["path"])
            assert one["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
            assert one["bytes"] == len(raw)
        digest = json.loads(bag.read("datapackage-digest.json"))
        assert digest["hash"] == f"sha256:{hashlib.sha256(bag.read('datapackage.json')).hexdigest()}"
        listed = {one["path"] for one in package["resources"]} | {"datapackage.json", "datapackage-digest.json"}
        assert set(bag.namelist()) == listed
        assert {info.compress_type for info in bag.infolist()} == {zipfile.ZIP_STORED}


def test_pages_have_a_head_and_a_line_each(made: Path) -> None:
    with zipfile.ZipFile(made) as bag:
        head, *pages = map(json.loads, bag.read("pages/pages.jsonl").decode().splitlines())
    assert head["format"] == "json-pages-1.0"
    assert [(one["url"], one["ts"], one["title"]) for one in pages] == [
        (url, "2031-06-04T12:30:01Z", "Dam “breaks”") for url in URLS
    ]


def test_the_reference_validator_accepts_it(made: Path) -> None:
    program = shutil.which("wacz")
    if program is None:
        pytest.skip("py-wacz is not on the path: pip install wacz, in an environment of its own")
    found = subprocess.run([program, "validate", "-f", str(made)], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "is valid" in found.stdout


def test_hosts_are_turned_round() -> None:
    assert surt("http://u@News.Kolven.example/") == "example,kolven,news)/"
    assert surt("urn:sha256:00") == "urn:sha256:00"

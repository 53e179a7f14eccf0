"""WACZ files, whole and made to harm."""

import io
import stat
import zipfile
from pathlib import Path

import pytest
from intake.archives import record, wacz, zipped

from reportedly.intake.given import Given
from reportedly.intake.item import Failure, Input, Item
from reportedly.intake.wacz import read

PART = {"archive/a.warc.gz": zipped(record())}


def _read(raw: bytes) -> list[Input]:
    return list(read("a.wacz", io.BytesIO(raw), Given()))


def test_pages_of_all_parts() -> None:
    found = _read(wacz({**PART, "archive/b.warc": record(b"<p>Water rose.</p>")}))
    assert [one.name for one in found] == ["a.wacz!archive/a.warc.gz@0", "a.wacz!archive/b.warc@0"]
    assert all(isinstance(one, Item) for one in found)


def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    evil = {"../evil.txt": b"x", "archive/../../evil.txt": b"x", "/evil.txt": b"x", "archive/../evil.warc": record()}
    found = _read(wacz({**PART, **evil}))
    assert [one.name for one in found] == ["a.wacz!archive/a.warc.gz@0"]
    assert not list(tmp_path.parent.rglob("*evil*"))


def test_a_link_is_not_followed() -> None:
    raw = io.BytesIO(wacz())
    with zipfile.ZipFile(raw, "a") as bag:
        link = zipfile.ZipInfo("archive/link.warc")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        bag.writestr(link, "/etc/passwd")
    assert [one.name for one in _read(raw.getvalue())] == ["a.wacz!archive/a.warc.gz@0"]


def _encrypted() -> bytes:
    """Return a WACZ whose parts say that they are encrypted."""
    raw = bytearray(wacz())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + place] |= 1
            at = raw.find(mark, at + 1)
    return bytes(raw)


def _bomb() -> bytes:
    """Return a WACZ with 50 MB of nothing."""
    out = io.BytesIO(wacz())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as bag:
        bag.writestr("archive/bomb.warc", b"\x00" * 50_000_000)
    return out.getvalue()


def _doubled() -> bytes:
    """Return a WACZ with two parts of one name."""
    out = io.BytesIO(wacz())
    with zipfile.ZipFile(out, "a") as bag, pytest.warns(UserWarning, match="Duplicate name"):
        bag.writestr("archive/a.warc.gz", zipped(record(b"<p>Another.</p>")))
    return out.getvalue()


def _lying() -> bytes:
    """Return a zip whose part is longer than it says."""
    raw = wacz({"archive/a.warc": record() * 3}, index={"resources": []})
    return raw.replace(len(record() * 3).to_bytes(4, "little"), len(record()).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"no zip", "no zip file"),
        (b"PK\x05\x06" + b"\x00" * 18, "no datapackage.json"),
        (_encrypted(), "encrypted"),
        (_bomb(), "bomb"),
        (_doubled(), "two parts"),
        (_lying(), "cannot be read|no zip file"),
        (wacz(index={"resources": [{"path": "archive/b.warc.gz"}]}), "not in the zip"),
        (wacz(index={"resources": 3}), "cannot be read"),
        (wacz(index=[]), "cannot be read"),
        (wacz({}, index={"resources": []}), "no WARC"),
        (wacz()[:-40], "no zip file"),
    ],
    ids=["text", "empty", "encrypted", "bomb", "doubled", "lying", "missing", "index", "list", "nothing", "cut off"],
)
def test_refused(raw: bytes, reason: str) -> None:
    found = _read(raw)
    assert isinstance(found[0], Failure)
    assert any(one in found[0].reason for one in reason.split("|"))


def test_a_part_that_does_not_match_its_hash_is_told_of_and_read() -> None:
    index = {"resources": [{"path": "archive/a.warc.gz", "hash": f"sha256:{'0' * 64}"}]}
    damage, page = _read(wacz(index=index))
    assert isinstance(damage, Failure)
    assert "the archive is damaged" in damage.reason
    assert isinstance(page, Item)

"""Names to items; one bad input never stops the rest."""

import io
import json
import os
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from intake.archives import record, wacz, zipped

from reportedly.errors import InputInvalid
from reportedly.intake.given import Given
from reportedly.intake.source import HTML, ITEM_BYTES, TEXT, Failure, Item, item, items, sniff

PAGE = b"<!doctype html><html><body><p>Norland said so.</p></body></html>"


def _read(names: Sequence[str], stdin: bytes = b"", given: Given | None = None) -> list[Item | Failure]:
    return [one for one in items(names, io.BytesIO(stdin), given=given) if isinstance(one, Item | Failure)]


def test_files_by_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.txt").write_bytes(b"Norland <said> so.")
    (tmp_path / "c.jsonl").write_bytes(b'{"id": "7", "text": "So."}\n\n{"html": "<p>So.</p>"}\n')
    found = _read([str(tmp_path / name) for name in ("a.html", "b.txt", "c.jsonl")], given=Given(outlet="Tribune"))
    assert [(Path(one.name).name, getattr(one, "media_type", None)) for one in found] == [
        ("a.html", HTML),
        ("b.txt", TEXT),
        ("c.jsonl:1", TEXT),
        ("c.jsonl:3", HTML),
    ]
    assert isinstance(found[2], Item)
    assert (found[2].raw, found[2].body) == (b'{"id": "7", "text": "So."}', "So.")
    assert found[2].given == Given(id="7", outlet="Tribune")


def test_archives_feeds_and_tables_by_suffix(tmp_path: Path) -> None:
    (tmp_path / "A.WARC.GZ").write_bytes(zipped(record()))
    (tmp_path / "b.wacz").write_bytes(wacz())
    (tmp_path / "c.rss").write_bytes(b"<rss><channel><item><description>So.</description></item></channel></rss>")
    (tmp_path / "d.csv").write_bytes(b"text\nSo.\n")
    names = [one.name.removeprefix(f"{tmp_path}/") for one in _read([str(tmp_path)])]
    assert names == ["A.WARC.GZ@0", "b.wacz!archive/a.warc.gz@0", "c.rss#1", "d.csv:2"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (record(), "-@0"),
        (b"<?xml version='1.0'?><rss><channel><item><description>So.</description></item></channel></rss>", "-#1"),
    ],
)
def test_archives_and_feeds_on_standard_input(raw: bytes, name: str) -> None:
    assert [one.name for one in _read(["-"], raw)] == [name]


def test_a_pipe_is_kept_in_a_temporary_file(tmp_path: Path) -> None:
    pipe = tmp_path / "a.warc"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(record() * 2))
    writer.start()
    found = _read([str(pipe)])
    writer.join(10)
    assert [Path(one.name).name for one in found] == ["a.warc@0", f"a.warc@{len(record())}"]


@pytest.mark.parametrize("name", ["ftp://10.0.0.1/", "file:///etc/passwd", "http:127.0.0.1/", "http://localhost/"])
def test_urls_that_are_not_fetched(name: str) -> None:
    [found] = _read([name])
    assert isinstance(found, Failure)
    assert "no such file" not in found.reason


def test_a_folder_is_read_through_in_order(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.html", "b/.hidden.txt", "picture.png", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)
    assert [Path(one.name).name for one in _read([str(tmp_path)])] == ["a.html", "two.txt"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (PAGE, HTML),
        (PAGE.decode().encode("utf-16"), HTML),
        (b"Norland said < nothing", TEXT),
        (b"{curly} words", TEXT),
    ],
)
def test_standard_input_is_sniffed(raw: bytes, kind: str) -> None:
    [found] = _read(["-"], raw)
    assert isinstance(found, Item)
    assert (found.name, found.media_type, found.raw) == ("-", kind, raw)


def test_json_lines_on_standard_input() -> None:
    found = _read(["-"], b'\xef\xbb\xbf{"text": "One."}\n{"text": "Two."}')
    assert [(one.name, getattr(one, "body", None)) for one in found] == [("-:1", "One."), ("-:2", "Two.")]


def test_lines_longer_than_what_is_sniffed() -> None:
    lines = [json.dumps({"text": "x" * size}) for size in (10, 5000, 20, 70_000, 3)]
    found = _read(["-"], "\n".join(lines).encode())
    assert [len(getattr(one, "body", "")) for one in found] == [10, 5000, 20, 70_000, 3]


def test_a_failure_stands_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "none.jsonl").write_bytes(b"\n")
    (tmp_path / "folder").mkdir()
    (tmp_path / "bad.jsonl").write_bytes(
        b'{"text": "One."}\nnot json\n{"id": 1}\n[1]\n{"text": "Two.", "published": "soon"}\n{"text": ""}\n'
    )
    names = [str(tmp_path / name) for name in ("missing.txt", "empty.txt", "none.jsonl", "folder", "bad.jsonl")]
    found = _read(names)
    reasons = [one.reason if isinstance(one, Failure) else None for one in found]
    expected = (
        "no such file",
        "file is empty",
        "file is empty",
        "holds no report",
        None,
        "no JSON",
        "lacks 'text' and 'html'",
        "expected a JSON object",
        "expected ISO 8601",
        "'text' is empty",
    )
    for reason, words in zip(reasons, expected, strict=True):
        assert (words is None) == (reason is None)
        assert words is None or words in (reason or "")


def test_too_long_is_refused_and_the_next_line_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * ITEM_BYTES + b'"}\n{"text": "Two."}\n')
    first, second = _read([str(path)])
    assert isinstance(first, Failure)
    assert "split it" in first.reason
    assert isinstance(second, Item)
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * (ITEM_BYTES + 1))
    [found] = _read([str(path)])
    assert isinstance(found, Failure)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'{"text": 5}', "expected a string"),
        (b'{"text": "So.", "outlet": []}', "'outlet'"),
        (b'{"text": "So.", "verbatim": "yes"}', "expected true or false"),
        (b'{"text": "So.", "published": 2031}', "'published'"),
        (b"{}", "no keys"),
        (b'{"text": "\xff\xfe\x00"', "no JSON"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_lines_that_are_refused(line: bytes, words: str) -> None:
    with pytest.raises(InputInvalid, match=words):
        item("-:1", line)


def test_what_a_line_may_say() -> None:
    line = json.dumps(
        {
            "id": 7,
            "text": "So.",
            "url": "https://t.example",
            "published": "2031-11-04",
            "outlet": "T",
            "language": "en",
            "verbatim": True,
            "extra": 1,
        }
    ).encode()
    assert item("-:1", line).given == Given(
        published=date(2031, 11, 4), url="https://t.example", outlet="T", verbatim=True, id="7", language="en"
    )


def test_a_line_in_another_charset_is_read() -> None:
    assert item("-:1", '{"text": "Grünau"}'.encode("latin-1")).body == "Grünau"


def test_sniffing_an_empty_head() -> None:
    assert sniff(b"") == TEXT

"""Pages fetched into a ledger: the capture log, versions of a page, damage, withdrawal."""

import io
import sqlite3
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from desk import made
from fastwarc.warc import ArchiveIterator
from intake.archives import record, zipped
from intake.serving import PAGE, Server, Speech, fetcher, reply, serving

from reportedly.engine import Added, Vault, add, listed, opened, validators, verify, withdraw
from reportedly.intake import Asking, Failure, items
from reportedly.model import Fetch

CHANGED = PAGE.replace(b"At least 30 people", b"At least 45 people")


def _add(vault: Vault, server: Server, *paths: str) -> list[Added | Failure]:
    """Fetch pages into a ledger."""
    asking = Asking(partial(validators, vault), fetcher(), partial(listed, vault))
    return list(add(items([server.url(one) for one in paths], io.BytesIO(), asking=asking), vault))


def _served(folder: Path, *speeches: Speech) -> tuple[list[Added | Failure], list[Fetch], Vault, str]:
    """Fetch one page, answered each time by the next speech; return what came, the log, the open ledger, the URL."""
    vault = opened(made(folder), write=True)
    found: list[Added | Failure] = []
    with serving({}) as server:
        for speech in speeches:
            server.speeches["/a"] = speech
            found += _add(vault, server, "/a")
        return found, list(vault.store.fetches()), vault, server.url("/a")


def test_a_fetched_page_has_its_line_and_its_record(tmp_path: Path) -> None:
    [added], [line], vault, url = _served(tmp_path, reply(headers={"ETag": '"1"'}))
    with vault:
        assert isinstance(added, Added)
        report = vault.store.report(added.report)
        assert (line.url, line.status, line.report, line.etag) == (url, 200, added.report, '"1"')
        assert (line.sha256, vault.store.capture(added.report).captured) == (report.document.sha256, line.time)
        assert line.address == url.removeprefix("http://").removesuffix("/a")
        assert line.record is not None
        kinds = [str(one.record_type) for one in ArchiveIterator(io.BytesIO(vault.archive.get(line.record)))]
        assert kinds == ["warcinfo", "request", "response"]
        assert report.document.url == url
        assert [entry.kind for entry in vault.store.entries()] == ["report", "capture"]
        assert list(verify(vault)) == []


def test_workers_hand_the_evidence_on(tmp_path: Path) -> None:
    with opened(made(tmp_path), write=True) as vault, serving({"/a": reply(), "/b": reply(CHANGED)}) as server:
        asking = Asking(fetcher=fetcher())
        urls = [server.url(one) for one in ("/a", "/b", "/none")]
        found = list(add(items(urls, io.BytesIO(), asking=asking), vault, workers=2))
        assert [isinstance(one, Added) for one in found] == [True, True, False]
        assert sorted((line.url, line.status) for line in vault.store.fetches()) == [
            (url, status) for url, status in zip(urls, (200, 200, 404), strict=True)
        ]
        assert list(verify(vault)) == []


def test_a_failure_is_logged_with_its_reason_and_is_no_report(tmp_path: Path) -> None:
    wall = b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"
    found, lines, vault, _ = _served(tmp_path, reply(status="451 No"), reply(wall))
    with vault:
        assert all(isinstance(one, Failure) for one in found)
        assert [(line.status, line.report) for line in lines] == [(451, None), (200, None)]
        assert "451" in str(lines[0].reason)
        assert lines[1].reason is not None
        assert all(line.record and vault.archive.holds(line.record) for line in lines)
        assert vault.store.count() == 0
        assert list(verify(vault)) == []


def test_a_changed_page_is_a_new_version_beside_the_old(tmp_path: Path) -> None:
    found, lines, vault, url = _served(tmp_path, reply(), reply(CHANGED))
    with vault:
        first, second = found
        assert isinstance(first, Added)
        assert isinstance(second, Added)
        assert (second.outcome, second.before) == ("added", first.report)
        assert vault.store.versions(url) == ((first.report, False), (second.report, False))
        assert "At least 30" in vault.store.report(first.report).text
        assert "At least 45" in vault.store.report(second.report).text
        assert [line.report for line in lines] == [first.report, second.report]


def test_a_changed_page_whose_id_was_given_has_an_id_of_its_own(tmp_path: Path) -> None:
    with opened(made(tmp_path), write=True) as vault, serving({}) as server:
        table = io.BytesIO(f"id,url\na1,{server.url('/a')}\n".encode())
        (tmp_path / "list.csv").write_bytes(table.getvalue())
        ids = []
        for page in (PAGE, CHANGED, CHANGED):
            server.speeches["/a"] = reply(page)
            [one] = add(items([str(tmp_path / "list.csv")], io.BytesIO(), asking=Asking(fetcher=fetcher())), vault)
            assert isinstance(one, Added)
            ids.append((one.report.partition("@")[0], "@" in one.report, one.outcome))
        assert ids == [("a1", False, "added"), ("a1", True, "added"), ("a1", True, "known")]
        assert list(verify(vault)) == []


def test_a_page_whose_words_stayed_is_no_new_version_but_is_kept(tmp_path: Path) -> None:
    found, lines, vault, _ = _served(tmp_path, reply(), reply(PAGE.replace(b"</body>", b"<!-- 2 --></body>")))
    with vault:
        first, second = found
        assert isinstance(first, Added)
        assert second == Added(second.name, first.report, "known")
        assert len({line.record for line in lines}) == 2
        assert vault.store.count() == 1


def test_the_same_bytes_again_are_logged_once_more(tmp_path: Path) -> None:
    found, lines, vault, _ = _served(tmp_path, reply(), reply())
    with vault:
        assert [one.outcome for one in found if isinstance(one, Added)] == ["added", "known"]
        assert len({line.report for line in lines}) == 1
        assert len(lines) == 2


def test_a_server_that_says_nothing_changed(tmp_path: Path) -> None:
    found, lines, vault, _ = _served(
        tmp_path, reply(headers={"ETag": '"1"'}), reply(b"", status="304 Not Modified"), reply(b"", status="304 No")
    )
    with vault:
        assert [one.outcome for one in found if isinstance(one, Added)] == ["added", "known", "known"]
        assert [line.status for line in lines] == [200, 304, 304]
        assert len({line.report for line in lines}) == 1


def _feed(*urls: str) -> bytes:
    """Return a feed that leads to pages."""
    items_ = "".join(f"<item><title>Dam at Kolven</title><link>{one}</link></item>" for one in urls)
    return f"<rss><channel>{items_}</channel></rss>".encode()


def test_a_feed_leaves_a_line_with_its_digest_and_goes_on_when_it_did_not_change(tmp_path: Path) -> None:
    xml = {"Content-Type": "application/rss+xml", "ETag": '"f"'}
    with opened(made(tmp_path), write=True) as vault, serving({"/1": reply(status="503 Busy")}) as server:
        raw = _feed(server.url("/1"))
        server.speeches["/feed"] = reply(raw, headers=xml)
        [failed] = _add(vault, server, "/feed")
        assert isinstance(failed, Failure)
        server.speeches |= {"/feed": reply(b"", status="304 Not Modified"), "/1": reply()}
        # The run before was cut short at the page; the feed has not changed since, and the page comes all the same.
        for _ in range(2):
            [added] = _add(vault, server, "/feed")
            assert isinstance(added, Added)
        assert sum('If-None-Match: "f"' in head for head in server.asked) == 2
        first, *_, last = [one for one in vault.store.fetches() if one.listed is not None]
        assert (first.status, first.sha256, first.report, first.record) == (200, sha256(raw).hexdigest(), None, None)
        assert (last.status, last.sha256, last.listed) == (304, None, first.listed)
        assert [one.kind for one in vault.store.entries()].count("report") == 1
        assert list(verify(vault)) == []
        path = next(tmp_path.rglob(str(first.listed)))
        path.unlink()
        assert len(list(verify(vault))) == 3  # each line that rests on it
        server.speeches["/feed"] = reply(raw, headers=xml)
        _add(vault, server, "/feed")
        assert not any("If-None-Match" in head for head in server.asked[-2:-1])
        assert list(verify(vault)) == []


def test_no_word_of_a_withdrawn_report_stays_with_its_feed(tmp_path: Path) -> None:
    with opened(made(tmp_path), write=True) as vault, serving({"/1": reply()}) as server:
        server.speeches["/feed"] = reply(_feed(server.url("/1")), headers={"Content-Type": "application/rss+xml"})
        [added] = _add(vault, server, "/feed")
        assert isinstance(added, Added)
        withdraw(vault, added.report, reason="a person's safety", by="Ada Orm")
        assert list(verify(vault)) == []
        kept = b"".join(vault.archive.get(one) for one in vault.archive.hashes())
        assert b"Kolven" not in kept
        assert b"/1" in kept


def test_an_archive_fetched_leaves_a_line_and_its_pages(tmp_path: Path) -> None:
    raw = zipped(record(), record(CHANGED, headers={"WARC-Target-URI": "https://kolven.example/2"}))
    speech = reply(raw, headers={"Content-Type": "application/warc"})
    with opened(made(tmp_path), write=True) as vault, serving({"/a.warc.gz": speech}) as server:
        outcomes = [[getattr(one, "outcome", None) for one in _add(vault, server, "/a.warc.gz")] for _ in range(2)]
        assert outcomes == [["added", "added"], ["known", "known"]]
        assert {one.sha256 for one in vault.store.fetches()} == {sha256(raw).hexdigest()}
        assert list(verify(vault)) == []


def test_damage_to_a_record_is_found_and_named(tmp_path: Path) -> None:
    _, [line], vault, url = _served(tmp_path, reply())
    with vault:
        path = next(tmp_path.rglob(str(line.record)))
        path.write_bytes(path.read_bytes()[:-1] + b"?")
        assert [one.where for one in verify(vault)] == [f"archive {line.record}"]
        path.unlink()
        [damage] = verify(vault)
        assert damage.where.startswith(f"capture of {url}")


def test_a_changed_line_breaks_the_chain(tmp_path: Path) -> None:
    _, _, vault, _ = _served(tmp_path, reply())
    vault.store.close()
    with sqlite3.connect(tmp_path / "ledger.db") as forger:
        forger.execute("DROP TRIGGER entry_unchanged")
        forger.execute("UPDATE entry SET subject = 'http://elsewhere.test/' WHERE kind = 'capture'")
    with opened(made(tmp_path)) as found:
        # The line, and the trigger that the forger had to take away for it.
        assert [one.where for one in verify(found)] == ["entry_unchanged", "entry 2"]


def test_a_line_cannot_be_changed_or_deleted(tmp_path: Path) -> None:
    _, _, vault, _ = _served(tmp_path, reply())
    vault.store.close()
    with sqlite3.connect(tmp_path / "ledger.db") as forger:
        for statement in ("UPDATE entry SET value = NULL WHERE kind = 'capture'", "DELETE FROM entry"):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                forger.execute(statement)


def test_withdrawing_erases_the_record_and_keeps_the_page_out(tmp_path: Path) -> None:
    with opened(made(tmp_path), write=True) as vault, serving({"/a": reply()}) as server:
        [added] = _add(vault, server, "/a")
        assert isinstance(added, Added)
        [line] = vault.store.fetches()
        assert line.record is not None
        withdraw(vault, added.report, reason="a person's safety", by="Ada Orm")
        assert not vault.archive.holds(line.record)
        server.speeches["/a"] = reply(CHANGED)
        [refused] = _add(vault, server, "/a")
        assert isinstance(refused, Failure)
        assert "was withdrawn" in refused.reason
        assert vault.store.count() == 0
        assert [one.record for one in vault.store.fetches()][1:] == [None]
        assert list(verify(vault)) == []

#!/usr/bin/env python3
"""Pages read from a web archive per second of processor time, beside fastwarc's own speed in the same run.

python benchmarks/warc.py [--pages 3000]

The archive is made here: pages of 60 paragraphs of invented words, each record gzipped by itself.
"""

import argparse
import gzip
import io
import random
import time
from collections.abc import Callable

from fastwarc.warc import ArchiveIterator

from reportedly.intake import Given, Item
from reportedly.intake.warc import read

_TURNS = 3


def main() -> None:
    """Print pages per second of both, and the share."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pages", type=int, default=3000)
    raw = _archive(parser.parse_args().pages)
    alone = _fastest(lambda: sum(1 for one in ArchiveIterator(io.BytesIO(raw), parse_http=True) if one.reader.read()))
    ours = _fastest(lambda: sum(isinstance(one, Item) for one in read("archive", io.BytesIO(raw), Given())))
    print(f"fastwarc {alone:,.0f} pages/s, reportedly {ours:,.0f} pages/s, share {ours / alone:.2f}")


def _fastest(work: Callable[[], int]) -> float:
    """Return the pages per second of the best of a few turns."""
    best = 0.0
    for _ in range(_TURNS):
        start = time.process_time()
        best = max(best, work() / (time.process_time() - start))
    return best


def _archive(count: int) -> bytes:
    """Return an archive of so many pages."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 9))) for _ in range(5000)]
    return b"".join(gzip.compress(_record(number, words, chance), mtime=0) for number in range(count))


def _record(number: int, words: list[str], chance: random.Random) -> bytes:
    """Return one record."""
    body = "".join(f"<p>{' '.join(chance.choices(words, k=60))}</p>" for _ in range(60))
    block = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>{body}</body></html>".encode()
    )
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2031-06-04T07:08:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Target-URI: https://kolven.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


if __name__ == "__main__":
    main()

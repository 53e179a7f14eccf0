"""How the ledger compares reports: by profiles, packed; as `reportedly.reconciling` does for a whole set at once."""

import zlib
from collections.abc import Mapping, MutableMapping, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from reportedly import reconciling
from reportedly.errors import NotInLedger
from reportedly.ledger import Filing, Pair, Sqlite
from reportedly.model import Capture, Fetch, Report
from reportedly.reconciling.event import alike, likeness
from reportedly.reconciling.grouping import grouped
from reportedly.reconciling.profile import VERSION, Profile, profile

# A profile unpacked holds up to 400 words, about 40 kB; packed, some 2 kB.
_REMEMBERED = 1024


class Linking:
    """A `reportedly.ledger.Linker`."""

    version = VERSION

    def compared(self, one: bytes, other: bytes) -> tuple[float, bool]:
        """Compare two reports."""
        left, right = unpacked(one), unpacked(other)
        score = likeness(left, right)
        return score, alike(left, right, score)

    def grouped(self, profiles: Mapping[int, bytes], known: MutableMapping[Pair, float]) -> list[list[int]]:
        """Part a neighbourhood into stories."""
        held = {number: unpacked(value) for number, value in profiles.items()}
        numbers = {one.report: number for number, one in held.items()}

        def compared(left: Profile, right: Profile) -> float:
            one, two = numbers[left.report], numbers[right.report]
            pair = min(one, two), max(one, two)
            if pair not in known:
                known[pair] = likeness(left, right)
            return known[pair]

        return [[numbers[one.report] for one in group] for group in grouped(held.values(), compared)]

    def named(self, profiles: Sequence[bytes]) -> str:
        """Name a story as `reportedly.reconciling.story` does."""
        return reconciling.story_id(min((unpacked(value) for value in profiles), key=lambda one: one.order).report)


def filing(report: Report, capture: Capture, fetch: Fetch | None = None) -> Filing:
    """Return a report ready for the ledger, with what it is compared by."""
    return Filing(report, capture, reconciling.keys(report), packed(profile(report)), fetch)


def caught_up(store: Sqlite, linking: Linking) -> int:
    """Weigh the reports of a ledger that an earlier version left without profiles; return how many.

    Each is a transaction of its own: after a crash the next call goes on.
    """
    done = 0
    for id_ in store.behind(linking.version):
        try:
            report, capture = store.report(id_), store.capture(id_)
        except NotInLedger:  # withdrawn meanwhile
            continue
        store.relink(filing(report, capture), linking)
        done += 1
    return done


def packed(one: Profile) -> bytes:
    """Pack a profile."""
    terms = sorted(one.weights)
    day = one.day.toordinal() if one.day else 0
    weights = [one.weights[term] for term in terms]
    value = (one.report, day, terms, weights, sorted(one.names), sorted(one.marks))
    return zlib.compress(msgspec.msgpack.encode(value), 6)


_PACKED = msgspec.msgpack.Decoder(tuple[str, int, list[str], list[int], list[str], list[str]])


@lru_cache(maxsize=_REMEMBERED)
def unpacked(value: bytes) -> Profile:
    """Read a packed profile."""
    report, day, terms, weights, names, marks = _PACKED.decode(zlib.decompress(value))
    return Profile(
        report,
        date.fromordinal(day) if day else None,
        dict(zip(terms, weights, strict=True)),
        frozenset(names),
        frozenset(marks),
    )

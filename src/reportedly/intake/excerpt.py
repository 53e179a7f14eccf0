"""The parts of a page in which its story and what it says about itself stand, so that the rest need not be scanned."""

import re
from collections.abc import Iterator, Sequence

LINE = 40
"""Letters of a line of the story that is looked for in the page."""

# Words of the piece of it that is looked for.
_PROBE = 4
_PROBES = 6
# Letters of such a piece where words are not parted, as they are not where a word seems to have so many letters.
_LETTERS = 10
_LONG_WORD = 20
# Copies of it in scripts that are passed over; a page that holds more is read whole.
_COPIES = 8
# Lines of the story that are looked for, from its beginning and from its end.
_TRIES = 6
# Letters of a story that lie between its first and its last line; the others are of what follows it.
_NEARLY = 0.8
# Characters before the story in which its headline is looked for, and behind it in which it may go on.
_BEFORE = 40_000
_BEHIND = 4_000
# Scripts of linked data that are read; a page has a handful.
_LINKED = 40
_SCRIPT = 300
_PLAIN = re.compile(r"[^&<>\"'’\n]+")
_HIDING = (("<script", "</script"), ("<!--", "-->"))
_HEADLINE = ("<h1", "<article", "<main", "<h2")


def parts(source: str, lines: Sequence[str]) -> list[tuple[int, int]] | None:
    """Return the stretches of a page that hold its head, its linked data, and its story from headline to end.

    Args:
        source: The page.
        lines: The story as an extractor found it.

    Returns:
        Sorted, disjoint stretches, each beginning outside of any tag; None where the story is not found as it stands, so that
        the whole page is to be read.
    """
    head = source.find("</head")
    long = [line for line in lines if len(line) >= LINE]
    if head < 0 or not long:
        return None
    first = next((at for line in long[:_TRIES] if (at := _found(source, line, head)) >= 0), -1)
    last = _last(source, long, first) if first >= 0 else -1
    if last < 0:
        return None
    start, stop = _start(source, head, first), _stop(source, last)
    rest = [one for one in _linked(source, head) if not start <= one[0] < stop]
    return sorted([(0, head), (start, stop), *rest])


def _last(source: str, lines: Sequence[str], first: int) -> int:
    """Return where the last line of the story ends that is found far enough behind its first one; -1 when none is."""
    whole = sum(map(len, lines))
    found = -1
    for line in reversed(lines[-_TRIES:]):
        at = _found(source, line, first)
        if at >= 0:
            found = max(found, at + len(line))
        # The same words may stand in a teaser above the story; a story takes up at least its own letters.
        if found - first >= whole * _NEARLY:
            return found
    return found


def _found(source: str, line: str, at: int) -> int:
    """Return where the first piece of a line that the page shows in one piece stands; -1 when none does."""
    for probe in _probes(line):
        place = source.find(probe, at)
        for _ in range(_COPIES):
            hidden = _hidden_until(source, place) if place >= 0 else -1
            if hidden < 0:
                break
            place = source.find(probe, hidden)
        else:
            continue
        if place >= 0:
            return place
    return -1


def _probes(line: str) -> Iterator[str]:
    """Yield pieces of a line that its page is likely to hold as they stand: a few words, or letters where no spaces part words."""
    words = line.split()
    if len(words) < len(line) / _LONG_WORD:
        for start in range(0, min(len(line), _LETTERS * _PROBES), _LETTERS):
            if _PLAIN.fullmatch(piece := line[start : start + _LETTERS]):
                yield piece
        return
    for number in range(0, min(len(words), _PROBE * _PROBES), _PROBE):
        piece = " ".join(words[number : number + _PROBE])
        if _PLAIN.fullmatch(piece):
            yield piece


def _hidden_until(source: str, place: int) -> int:
    """Return where the script or comment ends that a place stands in; -1 when it stands in none."""
    for opener, closer in _HIDING:
        end = source.find(closer, place)
        if end >= 0 and source.find(opener, place, end) < 0:
            return end
    return -1


def _start(source: str, head: int, first: int) -> int:
    """Return where the headline's element begins, or something that holds the story."""
    low = max(head, first - _BEFORE)
    for opener in _HEADLINE:
        start = source.rfind(opener, low, first)
        if start >= 0 and _hidden_until(source, start) < 0:
            return start
    start = source.rfind("<p", low, first)
    return start if start >= 0 else low if low == head else first


def _stop(source: str, last: int) -> int:
    """Return where the article ends, or a tag some way behind the story's last line begins."""
    stop = source.find("</article", last, last + _BEHIND)
    if stop < 0:
        stop = source.find("<", last + _BEHIND)
    return stop if stop >= 0 else len(source)


def _linked(source: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the beginnings of scripts of linked data behind the page's head."""
    for _ in range(_LINKED):
        at = source.find("ld+json", at)
        if at < 0:
            return
        start = source.rfind("<script", max(0, at - _SCRIPT), at)
        if start >= 0 and ">" not in source[start:at]:
            yield start, at
        at += 1

"""Quotation marks of all styles, and what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Problem, Span

# A single mark opens before a word that no letter precedes, and closes after a word or stop that no letter follows; what
# stands between letters is an apostrophe.
_MARK = re.compile(r"\n|''|``|[\"“”„«»]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_PAIRS = {
    "“": '”"',
    '"': '"”',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‘": "’",
    "'": "'",
    "''": ("''",),
    "``": ("''",),
    "”": "”",
}
_OPENS_PARAGRAPH = re.compile(r"\s*[\"“„«]")
_SPEECH_BEFORE = re.compile(r"(?:^|[,:(—–-])\s*$")
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        span: The words with their marks.
        closed: A closing mark stands in the same paragraph.
    """

    span: Span
    closed: bool = True


def quotations(text: str) -> Iterator[Quotation | Problem]:
    """Find the quotations of a text, in order, disjoint.

    A quotation ends with its paragraph at the latest. One that is left open there and taken up by a mark at the head of
    the next paragraph goes on, as newspapers set it.

    Args:
        text: Clean text, one paragraph a line.

    Yields:
        A Quotation for each outermost pair of marks, and for a mark left open that begins speech; a Problem
        ``quotation-unclosed`` for a mark that nothing closes or takes up.
    """
    opened: re.Match[str] | None = None
    paragraph = 0
    for mark in _MARK.finditer(text):
        if mark[0] == "\n":
            if opened:
                yield from _left_open(text, opened, paragraph, mark.start())
            opened, paragraph = None, mark.end()
        elif opened is None:
            # A closing mark that nothing opened is an inch mark, an apostrophe or a slip; at the head of a paragraph it
            # opens, as Swedish and Finnish set it.
            opened = mark if mark[0] in _PAIRS and _may_open(text, mark) else None
        elif mark[0] in _PAIRS[opened[0]]:
            yield Quotation(Span(opened.start(), mark.end()))
            opened = None
        elif opened[0] in ("‘", "'") and mark[0] in '“"„«':
            opened = mark
    if opened:
        yield from _left_open(text, opened, paragraph, len(text))


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """Say whether the mark stands where a quotation can begin: before words, and not straight after one."""
    before, after = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] in ('"', "''"):
        return bool(after.strip()) and not before.isalnum()
    if mark[0] == "”":
        return before in ("", "\n") and bool(after.strip()) and "”" in text[mark.end() :].partition("\n")[0]
    return mark[0] != "»" or not before.isalnum()


def _left_open(text: str, opened: re.Match[str], paragraph: int, end: int) -> Iterator[Quotation | Problem]:
    """Yield what a mark that its paragraph does not close stands for."""
    if opened[0] in ("‘", "'"):
        return
    following = re.compile(r"\s*").match(text, end)
    goes_on = bool(_OPENS_PARAGRAPH.match(text, following.end() if following else end))
    if goes_on or _SPEECH_BEFORE.search(text, max(paragraph, opened.start() - _NEAR), opened.start()):
        yield Quotation(Span(opened.start(), end), closed=False)
    if not goes_on:
        span = Span(opened.start(), end)
        yield Problem(
            "quotation-unclosed",
            f"nothing closes the quotation that begins {text[opened.start() : opened.start() + 40]!r}",
            span,
        )

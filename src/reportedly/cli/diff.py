"""`reportedly diff`: two reports side by side."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

import click
from rich.padding import Padding
from rich.text import Text

from reportedly.cli.option import setting
from reportedly.cli.output import clean, console, line
from reportedly.cli.view import View, looking
from reportedly.engine import Settings
from reportedly.errors import NotInLedger
from reportedly.export.html.passage import Passage, label, passage
from reportedly.export.html.worddiff import Change, changes
from reportedly.intake import is_url
from reportedly.model import Claim, Evidence, Factuality, Quantity, Report, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """One claim in both reports.

    Attributes:
        claim: Its id.
        text: Its neutral words.
        words: The statements' words, compared.
        hedges: Words that weaken, in the left and in the right report.
        figures: Numbers as written, in the left and in the right report.
    """

    claim: str
    text: str
    words: tuple[Change, ...]
    hedges: tuple[tuple[str, ...], tuple[str, ...]]
    figures: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Moved:
    """Words of one kind in two reports, as often as they stand there.

    Attributes:
        lost: In the left alone, in its order.
        gained: In the right alone, in its order.
    """

    lost: tuple[str, ...]
    gained: tuple[str, ...]


@click.command("diff")
@click.argument("left", metavar="REPORT")
@click.argument("right", metavar="[REPORT]", required=False)
@click.option("--text", "whole", is_flag=True, help="Compare the whole texts word by word too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
@setting("ledger")
def command(*, left: str, right: str | None, whole: bool, as_json: bool, settings: Settings) -> None:
    """Compare two reports: the words, hedges and figures of the claims they share, then their texts.

    With one REPORT, compare it with the version of the same page before it; with a URL, the last two versions of its
    page, texts included. Words that only the first has are [-marked so-], words that only the second has {+so+}, and coloured for a person.
    """
    with looking(settings) as view:
        before, after = (left, right) if right is not None else _versions(view, left)
        one, two = view.store.report(before), view.store.report(after)
        pairs = list(_pairs(view, one, two))
        if as_json:
            text = changes(one.text, two.text)
            line(
                {
                    "left": before,
                    "right": after,
                    "claims": [asdict(pair) for pair in pairs],
                    "figures": asdict(_moved(_all_figures(one), _all_figures(two))),
                    "hedges": asdict(_moved(_all_hedges(one), _all_hedges(two))),
                    "text": [asdict(each) for each in text],
                }
            )
        else:
            _print(one, two, pairs, whole=whole or right is None)


def _versions(view: View, name: str) -> tuple[str, str]:
    """Return a report and the version of its page before it; of a URL, the last two.

    Raises:
        NotInLedger: There is no version before it.
    """
    url = name if is_url(name) else view.store.report(name).document.url
    known = [id_ for id_, withdrawn in view.store.versions(url or "") if not withdrawn]
    at = len(known) - 1 if is_url(name) else known.index(name) if name in known else 0
    if at < 1:
        raise NotInLedger(f"the ledger holds no version of {name} before it; name two reports to compare")
    return known[at - 1], known[at]


def _print(left: Report, right: Report, pairs: Sequence[Pair], *, whole: bool) -> None:
    """Print the comparison."""
    out = console()
    out.print(Text.assemble(("[-", "red"), clean(f"{label(left)}  {left.id}"), ("-]", "red")))
    out.print(Text.assemble(("{+", "green"), clean(f"{label(right)}  {right.id}"), ("+}", "green")))
    if not pairs:
        out.print("no claim stands in both")
    for name, moved in (
        ("figures", _moved(_all_figures(left), _all_figures(right))),
        ("hedges", _moved(_all_hedges(left), _all_hedges(right))),
    ):
        if moved.lost or moved.gained:
            out.print(Text(clean(f"{name} that went: {_list(moved.lost)}; that came: {_list(moved.gained)}")))
    for pair in pairs:
        out.print(Text.assemble(("\n" + pair.claim, "dim"), "  ", (clean(pair.text), "bold")))
        out.print(Padding(drawn(pair.words), (0, 0, 0, 2)))
        for name, (before, after) in (("hedges", pair.hedges), ("figures", pair.figures)):
            if before != after:
                out.print(Text(clean(f"  {name}: {_list(before)} → {_list(after)}")))
    if whole:
        out.print(Text("\nthe texts", "bold"))
        out.print(drawn(changes(left.text, right.text)))


def drawn(found: Sequence[Change]) -> Text:
    """Return a word diff with marks that need no colour."""
    text = Text()
    for one in found:
        words = clean(one.text)
        if one.kind == "kept":
            text.append(f"{words} ")
        elif one.kind == "lost":
            text.append(f"[-{words}-]", "red").append(" ")
        else:
            text.append(f"{{+{words}+}}", "green").append(" ")
    text.rstrip()
    return text


def _pairs(view: View, left: Report, right: Report) -> Iterator[Pair]:
    """Yield each claim that stands in both reports, with the two statements of it that are most alike."""
    for _, claim in view.claims():
        compared = [
            (before, after, changes(_words(passage(left, before)), _words(passage(right, after))))
            for before in _of(claim, left.id)
            for after in _of(claim, right.id)
        ]
        if compared:
            before, after, words = max(compared, key=lambda one: _kept(one[2]))
            hedges = (_hedges(left, before), _hedges(right, after))
            yield Pair(claim.id, claim.text, words, hedges, (_figures(left, before), _figures(right, after)))


def _of(claim: Claim, report: str) -> list[Evidence]:
    """Return a report's statements of a claim."""
    return [one for one in (*claim.support, *claim.contest, *claim.observe) if one.report == report]


def _kept(words: Sequence[Change]) -> float:
    """Return the share of letters that stand in both wordings."""
    kept = sum(len(one.text) for one in words if one.kind == "kept")
    return kept / (sum(len(one.text) for one in words) or 1)


def _words(found: Passage) -> str:
    """Return the words of a statement alone."""
    return " ".join(piece.text for piece in found.pieces if "content" in piece.lanes)


def _hedges(report: Report, evidence: Evidence) -> tuple[str, ...]:
    """Return the words that weaken a statement."""
    how: Factuality | None = report.factuality(evidence.attribution)
    return tuple(span.cut(report.text) for span in how.hedges) if how else ()


def _figures(report: Report, evidence: Evidence) -> tuple[str, ...]:
    """Return the numbers in a statement as they are written."""
    found = passage(report, evidence)
    if found.start is None or found.end is None:
        return ()
    return tuple(one.span.cut(report.text) for one in report.within(Quantity, Span(found.start, found.end)))


def _moved(left: Sequence[str], right: Sequence[str]) -> Moved:
    """Compare words of one kind."""
    return Moved(_without(left, right), _without(right, left))


def _without(words: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return words that others lack, each taken away once for every time it stands there."""
    left = Counter(others)
    found = []
    for word in words:
        left[word] -= 1
        if left[word] < 0:
            found.append(word)
    return tuple(found)


def _all_figures(report: Report) -> list[str]:
    """Return every number of a report as it is written."""
    return [one.span.cut(report.text) for one in report.of(Quantity)]


def _all_hedges(report: Report) -> list[str]:
    """Return every word of a report that weakens what is said."""
    found = sorted({span for one in report.of(Factuality) for span in one.hedges}, key=lambda span: span.start)
    return [span.cut(report.text) for span in found]


def _list(words: Sequence[str]) -> str:
    """Write words one after the other."""
    return ", ".join(f"“{one}”" for one in words) or "none"

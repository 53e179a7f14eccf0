"""One report on the terminal: its heading, who says what in it, what it leaves open."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.cli.output import Column, clean, console, table
from reportedly.cli.view import View
from reportedly.cli.words import highlighted, published
from reportedly.export.html.ladder import STANDINGS, summed, value
from reportedly.export.html.passage import passage, voice
from reportedly.model import Attribution, Claim, Evidence, Factuality, Report, cut


def report(read: Report) -> None:
    """Print one report."""
    document = read.document
    facts = [document.outlet or "outlet not known", published(read), document.language or "language not known", read.id]
    out = console()
    out.print(Text(clean(document.title or "without a headline"), "bold"))
    out.print(Text(clean(" · ".join(facts)), "dim"))
    said = read.of(Attribution)
    if said:
        table(said, _columns(read))
    else:
        out.print("nobody is quoted or cited")
    for problem in read.problems:
        where = f" [{problem.span.start}–{problem.span.end}]" if problem.span else ""
        out.print(Text(clean(f"{problem.code}{where}: {problem.message}"), "dim"))
    out.print()


def said_by(out: Console, read: Report, name: str) -> None:
    """Print what one source says in a report."""
    for one in read.of(Attribution):
        if one.by.name is not None and name in {one.by.name, *one.by.name.split("; ")}:
            found = passage(read, Evidence(read.id, one.id, ""))
            where = f"{found.start}–{found.end}"
            out.print(Text.assemble(clean(f"  {found.outlet}, {found.when}"), (f"  [{read.id} {where}]", "dim")))
            out.print(Padding(highlighted(found), (0, 0, 0, 4)))


def ladder(view: View, out: Console, claim: Claim) -> None:
    """Print the values of a claim's figure; nothing when it has none."""
    if claim.figure is None:
        return
    short = summed(claim.figure)
    if short and claim.figure.estimate:
        indented(out, Text.assemble((short, "bold"), clean(f": {claim.figure.estimate.because}")))
    indented(out, Text(clean(f"the totals {_RELATIONS[claim.figure.relation]}: {claim.figure.because}")))
    rows = []
    for rung in claim.figure.rungs:
        kind = "" if rung.role == "total" else f", {rung.role}"
        projected = ", projection" if rung.projection else ""
        said = f"said {rung.said}" if rung.said else "said when: not known"
        counted = rung.counted or "counts what: not said"
        words = f"{counted}{kind}{projected}{STANDINGS[rung.standing]} · {rung.origin or 'the report itself'} · {said} · {view.label(rung.evidence.report)}"
        place = (f"  [{rung.evidence.report} {rung.span.start}–{rung.span.end}]", "dim")
        rows.append((value(rung), Text.assemble(clean(words), place)))
    facts(out, rows)


def facts(out: Console, rows: Iterable[tuple[str, str | Text]]) -> None:
    """Print names with what belongs to them, lines broken beside the name."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", max_width=24)
    grid.add_column(ratio=1)
    for name, words in rows:
        grid.add_row(Text(clean(name)), words if isinstance(words, Text) else Text(clean(words)))
    indented(out, grid)


def indented(out: Console, words: Text | Table, *, by: int = 2) -> None:
    """Print something with all its lines moved to the right."""
    out.print(Padding(words, (0, 0, 0, by)))


_RELATIONS = {
    "agree": "agree",
    "update": "follow each other",
    "part": "are parts and wholes",
    "contradict": "contradict",
}


def _columns(read: Report) -> tuple[Column[Attribution], ...]:
    """Return the columns of a report's attributions."""
    surely = {one.of: one for one in read.of(Factuality)}
    return (
        Column("", lambda one: one.id),
        Column("who", lambda one: voice(read, one), ratio=3),
        Column("how", lambda one: _how(read, surely.get(one.id)), ratio=2),
        Column("what", lambda one: " ".join(cut(one.content, read.text).split()), ratio=6),
    )


def _how(read: Report, factuality: Factuality | None) -> str:
    """Say how something is put forward: the stance, then the words that weaken it."""
    if factuality is None:
        return "not known"
    hedges = ", ".join(f"“{span.cut(read.text)}”" for span in factuality.hedges)
    return f"{factuality.polarity}{f', {hedges}' if hedges else ''}"

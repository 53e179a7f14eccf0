"""`reportedly origins`: the tree of origins behind a story or a claim."""

from collections.abc import Sequence

import click
from rich.text import Text
from rich.tree import Tree

from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, Listing, clean, console, say, write
from reportedly.cli.view import View, looking
from reportedly.cli.words import behind, claim_counts
from reportedly.engine import Settings
from reportedly.errors import NotInLedger
from reportedly.format import claim_json
from reportedly.model import Claim, Origin, Story

Row = tuple[Claim, Origin]

_COLUMNS: tuple[Column[Row], ...] = (
    Column("claim", lambda row: row[0].id),
    Column("origin", lambda row: row[1].name, ratio=1),
    Column("named", lambda row: "yes" if row[1].named else "no"),
    Column("kind", lambda row: row[1].kind),
    Column("reports", lambda row: " ".join(row[1].reports), ratio=1),
    Column("because", lambda row: row[1].because, ratio=1),
)


@click.command("origins")
@click.argument("of", required=False, metavar="[STORY|CLAIM]")
@formed
@setting("ledger", "limit")
def command(of: str | None, form: Form, settings: Settings) -> None:
    """Show the tree of origins behind a story or a claim: origin, reports, and their copies.

    Without a story or claim, every story is shown.
    """
    with looking(settings) as view:
        told = _asked(view, of)
        if form is not Form.TABLE:
            rows = [(claim, origin) for _, claims in told for claim in claims for origin in claim.origins]
            write(Listing("origins", rows, _COLUMNS, _value), form, settings)
            return
        most = settings.limit or len(told)
        for story, claims in told[:most]:
            console().print(_tree(view, story, claims, whole=len(claims) != 1 or of == story.id))
        if most < len(told):
            say(f"{most} of {len(told)} stories; --limit 0 shows all")


def branches(view: View, story: Story, origins: Sequence[Origin], tree: Tree) -> None:
    """Hang each origin's reports under it, a copy under the text it repeats."""
    copied = {copy.report: copy.of for copy in story.copies if copy.relation == "copy"}
    for origin in origins:
        known = "" if origin.named else ", not named"
        absent = ", not in this ledger" if origin.missing else ""
        branch = tree.add(Text(clean(f"{origin.name} ({origin.kind}{known}{absent})"), "bold" if origin.named else ""))
        for report in origin.reports:
            if copied.get(report) in origin.reports:
                continue
            leaf = branch.add(_leaf(view, report))
            for copy in (one for one in origin.reports if copied.get(one) == report):
                leaf.add(Text.assemble("copy: ", _leaf(view, copy)))


def merged(claims: Sequence[Claim]) -> tuple[Origin, ...]:
    """Return the origins of several claims, each once with all its reports, named ones first."""
    found: dict[tuple[str, str], Origin] = {}
    for origin in (one for claim in claims for one in claim.origins):
        known = found.get((origin.name, origin.kind))
        reports = tuple(sorted({*origin.reports, *(known.reports if known else ())}))
        found[origin.name, origin.kind] = Origin(
            origin.name, origin.named, origin.kind, reports, origin.because, origin.missing
        )
    return tuple(sorted(found.values(), key=lambda one: (not one.named, -len(one.reports), one.name)))


def _asked(view: View, of: str | None) -> list[tuple[Story, Sequence[Claim]]]:
    """Return the stories asked for, with the claims whose origins to show."""
    if of is None:
        return [(story, story.claims) for story in view.stories]
    for story, claim in view.claims():
        if claim.id == of:
            return [(story, (claim,))]
    try:
        story = view.story(of)
    except NotInLedger as fault:
        raise NotInLedger(f"there is no story or claim {of}; `reportedly stories` and `claims` list them") from fault
    return [(story, story.claims)]


def _tree(view: View, story: Story, claims: Sequence[Claim], *, whole: bool) -> Tree:
    """Draw one story's or one claim's origins."""
    if whole:
        origins = merged(claims)
        texts = len(story.reports) - len({copy.report for copy in story.copies if copy.relation == "copy"})
        counts = behind(len(story.reports), texts, len(origins), sum(one.named for one in origins))
        name, words = story.id, story.title
    else:
        [claim] = claims
        origins, counts, name, words = claim.origins, claim_counts(claim), claim.id, claim.text
    tree = Tree(Text.assemble((name, "dim"), " ", (clean(words), "bold"), "\n", counts))
    branches(view, story, origins, tree)
    return tree


def _leaf(view: View, report: str) -> Text:
    """Name a report in the tree."""
    return Text.assemble(clean(view.label(report)), (f"  {report}", "dim"))


def _value(row: Row) -> dict[str, object]:
    """Return an origin's JSON with the claim it stands behind."""
    claim, origin = row
    rows = claim_json(claim)["origins"]
    return {"claim": claim.id, "story": claim.story, **rows[claim.origins.index(origin)]}

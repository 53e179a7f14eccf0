"""Honest words for what the ledger holds: never that something is true or false, and "not known" where nothing is."""

from rich.text import Text

from reportedly.cli.output import clean
from reportedly.export.html.passage import Passage
from reportedly.model import Claim, Report, Story

# The Admiralty scale's own labels speak of truth; these say the same of support.
CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probable",
    3: "possible",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}

_STATUS = {
    "single origin": "yellow",
    "several origins": "green",
    "contested": "red",
    "denied": "red",
    "withdrawn": "magenta",
    "officially confirmed": "green",
}
# Colour is never alone: each lane has a weight or a line of its own too.
_LANES = {
    "content": "",
    "source": "bold cyan",
    "cue": "italic cyan",
    "hedge": "underline yellow",
    "figure": "bold",
    "time": "underline",
}


def status(claim: Claim) -> Text:
    """Return a claim's status in its colour."""
    return Text(claim.status, _STATUS.get(claim.status, ""))


def named(words: str, id_: str, sums: str | None = None) -> Text:
    """Return words with the id that names them; between them what their numbers come to."""
    return Text.assemble(clean(words), (f": {sums}" if sums else "", "bold"), (f"  {id_}", "dim"))


def plural(count: int, noun: str) -> str:
    """Write "1 report" or "3 reports"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def credibility(claim: Claim) -> str:
    """Say what the machine proposes and what a person set, kept apart."""
    machine = f"{claim.credibility.machine} {CREDIBILITY[claim.credibility.machine]} (proposed by the machine)"
    person = claim.credibility.person
    return f"{machine}; {f'{person} {CREDIBILITY[person]} (set by a person)' if person else 'no person has graded it'}"


def behind(reports: int, texts: int, origins: int, named: int) -> str:
    """Say how many reports, texts and origins stand behind something."""
    return (
        f"{plural(reports, 'report')}, {plural(texts, 'text')}, {plural(origins, 'origin')}"
        f"{f', {named} of them named' if origins else ''}"
    )


def claim_counts(claim: Claim) -> str:
    """Say how many reports, texts and origins stand behind a claim."""
    named = sum(one.named for one in claim.origins)
    return behind(len({one.report for one in claim.support}), claim.texts, len(claim.origins), named)


def days(first: str | None, last: str | None) -> str:
    """Write the days something spans."""
    if first is None or last is None:
        return "not dated"
    return first[:10] if first[:10] == last[:10] else f"{first[:10]} to {last[:10]}"


def contested(story: Story) -> int:
    """Count a story's claims that something stands against."""
    return sum(claim.disputed for claim in story.claims)


def published(report: Report) -> str:
    """Return the day of publication."""
    return report.document.day.isoformat() if report.document.day else "not dated"


def highlighted(passage: Passage) -> Text:
    """Return a passage with its source, cue, hedges, figures and times marked, on one paragraph."""
    text = Text()
    for piece in passage.pieces:
        style = " ".join(_LANES.get(lane, "") for lane in piece.lanes).strip()
        faint = "" if "content" in piece.lanes or style else "dim"
        text.append(" ".join(clean(piece.text).split("\n")), style or faint)
    return text

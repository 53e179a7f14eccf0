"""What several statements say together, and who stands behind it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportedly.model.quantity import Bound
from reportedly.model.span import Span
from reportedly.model.statement import StatementKind

Status = Literal["single origin", "several origins", "contested", "denied", "withdrawn", "officially confirmed"]
_DISPUTED = frozenset[Status](["contested", "denied", "withdrawn"])
DriftKind = Literal["hedge lost", "hedge gained", "figure", "bound", "scope", "modality", "source lost"]
FigureRelation = Literal["agree", "update", "part", "contradict"]
Standing = Literal["stands", "earlier", "withdrawn"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One report's place in a claim: the exact words are the attribution's content in that report's text.

    Attributes:
        report: Id of the report.
        attribution: Id of the `Attribution` there; None for a headline or the writer's own narration.
        statement: Id of the `Statement` there.
        because: Why it stands where it stands; empty where the claim is made from it.
    """

    report: str
    attribution: str | None
    statement: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """A root that statements go back to.

    Attributes:
        name: Name, or the description of a nameless source ("credible sources").
        named: Whether a proper name stands behind it.
        kind: Kind of source (`reportedly.model.attribution.SourceKind`).
        reports: Ids of the reports whose statements go back to it, sorted.
        because: How the statements were followed to it.
        missing: A report it is cited from is not in the ledger.
    """

    name: str
    named: bool
    kind: str
    reports: tuple[str, ...]
    because: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Drift:
    """Something lost, gained or changed between two statements of one claim.

    Attributes:
        before: The earlier statement, or the one the other draws on.
        after: The later one.
        kind: What changed.
        was: Words in the earlier statement; empty when something was gained.
        became: Words in the later one; empty when something was lost.
        because: Why the second is held to follow the first.
    """

    before: Evidence
    after: Evidence
    kind: DriftKind
    was: str
    became: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """One stated value of a counted thing.

    Attributes:
        evidence: Where it is stated.
        span: Its words in that report's text.
        low: Least number, inclusive; None when unbounded below.
        high: Greatest number, inclusive; None when unbounded above.
        bound: As in `Quantity`.
        unit: As in `Quantity`.
        counted: What this statement says it counts.
        origin: Name of the source that gives it; None in the writer's own voice.
        said: ISO 8601 day, week or month it was said; None when not known.
        about: ISO 8601 time it speaks of; None when not said.
        projection: A forecast or possibility.
        role: "total", "part" or "change".
        standing: "stands"; "earlier" where the statement itself says what it was before ("up from nine"); "withdrawn" where
            the report takes it back ("an earlier version said 41").
    """

    evidence: Evidence
    span: Span
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str | None
    counted: str | None
    origin: str | None
    said: str | None
    about: str | None
    projection: bool
    role: Literal["total", "part", "change"]
    standing: Standing = "stands"


@dataclass(frozen=True, slots=True)
class Estimate:
    """Best, low and high of a counted thing, as coders of conflict events write them down; about what is said, not what is so.

    Attributes:
        best: The number that most sources allow; None when only upper bounds are given.
        low: Lowest number that a source names, as a bound or not.
        high: Highest; None when nothing bounds it above.
        because: The rule that chose, and who gives the lowest and the highest.
    """

    best: Decimal | None
    low: Decimal
    high: Decimal | None
    because: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One counted thing through time and sources.

    Attributes:
        counted: What is counted, in neutral words.
        rungs: The stated values, by when said, then by report.
        relation: How the totals that are no projections stand to each other.
        because: Which rungs decided.
        estimate: Best, low and high; None when no total stands.
    """

    counted: str
    rungs: tuple[Rung, ...]
    relation: FigureRelation
    because: str
    estimate: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Credibility:
    """Admiralty credibility of a claim: 1 confirmed by other sources … 5 improbable, 6 cannot be judged.

    Attributes:
        machine: What is proposed, 1 to 6.
        because: Why.
        person: What a person set, 1 to 6; None until one has.
    """

    machine: int
    because: str
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What several statements say of one event or count; never a verdict on its truth.

    Attributes:
        id: Stable name, derived from the earliest statement it rests on.
        story: Id of its `Story`.
        text: Neutral words.
        kind: Kind of statement.
        support: Statements that assert it.
        contest: Statements that deny it, say otherwise or cannot confirm it, each with its reason.
        observe: Statements that report on it without taking it up.
        origins: Roots the support goes back to, named ones first.
        outlets: Number of different outlets that carry it; reports of unknown outlet count once each.
        texts: Number of texts among them, copies folded into one.
        status: One word of the vocabulary in docs/glossary.md.
        status_by: Names of those on whose statements the status rests.
        because: Why this status.
        credibility: Proposed Admiralty credibility.
        drift: What changed on the way.
        figure: The ladder, when the claim is about a count.
        first: ISO 8601 time of the earliest dated report that carries it; None when none is dated.
        last: As ``first``, of the latest.
        flags: Further remarks in words ("cascade: 6 outlets, 1 origin, under a day old").
    """

    id: str
    story: str
    text: str
    kind: StatementKind
    support: tuple[Evidence, ...]
    contest: tuple[Evidence, ...]
    observe: tuple[Evidence, ...]
    origins: tuple[Origin, ...]
    outlets: int
    texts: int
    status: Status
    status_by: tuple[str, ...]
    because: str
    credibility: Credibility
    drift: tuple[Drift, ...] = ()
    figure: Figure | None = None
    first: str | None = None
    last: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether something stands against it: a statement, or another number in its own ladder."""
        return self.status in _DISPUTED

"""Claims to and from their JSON rows."""

from typing import Any

import msgspec

from reportedly.format.ledger_shape import (
    ClaimShape,
    CredibilityShape,
    DriftShape,
    EstimateShape,
    EvidenceShape,
    FigureShape,
    OriginShape,
    RungShape,
)
from reportedly.format.plain import decimal, number
from reportedly.model import Claim, Credibility, Drift, Estimate, Evidence, Figure, Origin, Rung, Span


def claim_shape(claim: Claim) -> ClaimShape:
    """Write a claim."""
    return ClaimShape(
        id=claim.id,
        story=claim.story,
        text=claim.text,
        kind=claim.kind,
        support=tuple(map(_evidence_shape, claim.support)),
        contest=tuple(map(_evidence_shape, claim.contest)),
        observe=tuple(map(_evidence_shape, claim.observe)),
        origins=tuple(map(_origin_shape, claim.origins)),
        outlets=claim.outlets,
        texts=claim.texts,
        status=claim.status,
        status_by=claim.status_by,
        because=claim.because,
        credibility=CredibilityShape(
            machine=claim.credibility.machine, because=claim.credibility.because, person=claim.credibility.person
        ),
        drift=tuple(map(_drift_shape, claim.drift)),
        figure=None if claim.figure is None else _figure_shape(claim.figure),
        first=claim.first,
        last=claim.last,
        flags=claim.flags,
    )


def claim(row: ClaimShape) -> Claim:
    """Read a claim."""
    return Claim(
        id=row.id,
        story=row.story,
        text=row.text,
        kind=row.kind,
        support=tuple(map(_evidence, row.support)),
        contest=tuple(map(_evidence, row.contest)),
        observe=tuple(map(_evidence, row.observe)),
        origins=tuple(map(_origin, row.origins)),
        outlets=row.outlets,
        texts=row.texts,
        status=row.status,
        status_by=row.status_by,
        because=row.because,
        credibility=Credibility(row.credibility.machine, row.credibility.because, row.credibility.person),
        drift=tuple(map(_drift, row.drift)),
        figure=None if row.figure is None else _figure(row.figure),
        first=row.first,
        last=row.last,
        flags=row.flags,
    )


def _evidence_shape(one: Evidence) -> EvidenceShape:
    """Write a report's place in a claim."""
    return EvidenceShape(report=one.report, attribution=one.attribution, statement=one.statement, because=one.because)


def _evidence(row: EvidenceShape) -> Evidence:
    """Read a report's place in a claim."""
    return Evidence(row.report, row.attribution, row.statement, row.because)


def _origin_shape(one: Origin) -> OriginShape:
    """Write an origin."""
    return OriginShape(
        name=one.name, named=one.named, kind=one.kind, reports=one.reports, because=one.because, missing=one.missing
    )


def _origin(row: OriginShape) -> Origin:
    """Read an origin."""
    return Origin(row.name, row.named, row.kind, row.reports, row.because, row.missing)


def _drift_shape(one: Drift) -> DriftShape:
    """Write what changed."""
    return DriftShape(
        before=_evidence_shape(one.before),
        after=_evidence_shape(one.after),
        kind=one.kind,
        was=one.was,
        became=one.became,
        because=one.because,
    )


def _drift(row: DriftShape) -> Drift:
    """Read what changed."""
    return Drift(_evidence(row.before), _evidence(row.after), row.kind, row.was, row.became, row.because)


def _figure_shape(one: Figure) -> FigureShape:
    """Write a ladder."""
    return FigureShape(
        counted=one.counted,
        values=tuple(map(_rung_shape, one.rungs)),
        relation=one.relation,
        because=one.because,
        estimate=None if one.estimate is None else _estimate_shape(one.estimate),
    )


def _figure(row: FigureShape) -> Figure:
    """Read a ladder."""
    made = None if row.estimate is None else _estimate(row.estimate)
    return Figure(row.counted, tuple(map(_rung, row.values)), row.relation, row.because, made)


def _estimate_shape(one: Estimate) -> EstimateShape:
    """Write best, low and high."""
    return EstimateShape(best=number(one.best), low=number(one.low), high=number(one.high), because=one.because)


def _estimate(row: EstimateShape) -> Estimate:
    """Read best, low and high."""
    return Estimate(decimal(row.best), decimal(row.low), decimal(row.high), row.because)


def _rung_shape(one: Rung) -> RungShape:
    """Write a stated value."""
    return RungShape(
        low=number(one.low),
        high=number(one.high),
        bound=one.bound,
        unit=one.unit,
        counted=one.counted,
        origin=one.origin,
        report=one.evidence.report,
        attribution=one.evidence.attribution,
        statement=one.evidence.statement,
        because=one.evidence.because,
        start=one.span.start,
        end=one.span.end,
        said=one.said,
        about=one.about,
        projection=one.projection,
        role=one.role,
        standing=one.standing,
    )


def _rung(row: RungShape) -> Rung:
    """Read a stated value."""
    return Rung(
        evidence=Evidence(row.report, row.attribution, row.statement, row.because),
        span=Span(row.start, row.end),
        low=decimal(row.low),
        high=decimal(row.high),
        bound=row.bound,
        unit=row.unit,
        counted=row.counted,
        origin=row.origin,
        said=row.said,
        about=row.about,
        projection=row.projection,
        role=row.role,
        standing=row.standing,
    )


def claim_json(claim: Claim) -> dict[str, Any]:
    """Write one claim as a JSON object."""
    return dict(msgspec.to_builtins(claim_shape(claim)))

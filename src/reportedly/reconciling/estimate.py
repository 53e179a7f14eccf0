"""Best, low and high of a counted thing, as coders of conflict events write them down."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reportedly.model import Estimate, Rung

# "About 8,000" is held to allow what lies this share beside it, so that "8,200" does not speak against it.
_ABOUT = Decimal("0.1")


def estimate(rungs: Sequence[Rung]) -> Estimate | None:
    """Return best, low and high of the totals, by a rule that can be read.

    Projections, parts, changes, numbers said to be past ("up from nine") and numbers taken back count for nothing. Of each
    source only what it said last counts; the writers' own numbers only where no source gives one. Best is the number that
    most sources allow ("at least nine" allows 14); of several the lowest, as UCDP does where nothing tells which report is
    the more reliable (Uppsala Conflict Data Program, definitions of best, low and high estimate). Low and high are the lowest and
    the highest that any of them gives. Which source is reliable is for a person to say, and does not come in.

    Args:
        rungs: Values of one counted thing, as `Figure.rungs`.

    Returns:
        None when no total stands.
    """
    standing = [
        rung
        for rung in rungs
        if rung.role == "total"
        and not rung.projection
        and rung.standing == "stands"
        and (rung.low, rung.high) != (None, None)
    ]
    sourced = [rung for rung in standing if rung.origin] or standing
    last = last_said(sourced)
    if not last:
        return None
    best, because = _best(last)
    low = min(end for rung in last if (end := _least(rung)) is not None)
    high = None if _open(last) else max((rung.high for rung in last if rung.high is not None), default=None)
    return Estimate(best, low, high, because + _ends(last, low, high))


def last_said(rungs: Iterable[Rung]) -> list[Rung]:
    """Return what each source said last; all of it where it gave several numbers at that time."""
    held: dict[str, list[Rung]] = {}
    for rung in rungs:
        held.setdefault(rung.origin or rung.evidence.report, []).append(rung)
    kept = []
    for group in held.values():
        latest = max(rung.said or "" for rung in group)
        kept += [rung for rung in group if (rung.said or "") == latest]
    return kept


def _least(rung: Rung) -> Decimal | None:
    """Return the lowest number a source names; "at most 400" names 400."""
    return rung.high if rung.low is None else rung.low


def _open(rungs: Sequence[Rung]) -> bool:
    """Say whether somebody's "at least" goes as high as the highest number that anybody gives."""
    top = max((rung.high for rung in rungs if rung.high is not None), default=None)
    return any(rung.high is None and rung.low is not None and (top is None or rung.low >= top) for rung in rungs)


def _best(rungs: Sequence[Rung]) -> tuple[Decimal | None, str]:
    """Return the number that most sources allow, the lowest of several, and why."""
    backing = {
        point: sorted({_name(rung) for rung in rungs if _allows(rung, point)})
        for point in {rung.low for rung in rungs if rung.low is not None}
    }
    if not backing:
        return None, "only upper bounds are given"
    most = max(map(len, backing.values()))
    chosen = min(point for point, names in backing.items() if len(names) == most)
    rivals = sum(len(names) == most for names in backing.values()) - 1
    if not rivals and len(backing) == 1:
        return chosen, "best is the only number that stands"
    why = f"best fits what {_count(most)} last said"
    return chosen, f"{why}, the lowest of {rivals + 1} numbers that do" if rivals else why


def _allows(rung: Rung, point: Decimal) -> bool:
    """Say whether a stated value leaves room for a number."""
    slack = point * _ABOUT if rung.bound == "~" else Decimal(0)
    above = rung.low is None or rung.low - slack <= point
    return above and (rung.high is None or point <= rung.high + slack)


def _ends(rungs: Sequence[Rung], low: Decimal, high: Decimal | None) -> str:
    """Say who gives the lowest and the highest number, where they differ."""
    if low == high:
        return ""
    lowest = _names(rung for rung in rungs if _least(rung) == low)
    if high is None:
        return f"; low by {lowest}; nobody bounds it above"
    return f"; low by {lowest}; high by {_names(rung for rung in rungs if rung.high == high)}"


def _names(rungs: Iterable[Rung]) -> str:
    """Name the sources of some values."""
    return ", ".join(sorted({_name(rung) for rung in rungs}))


def _name(rung: Rung) -> str:
    """Name the source of a value."""
    return rung.origin or "the report itself"


def _count(sources: int) -> str:
    """Say how many sources."""
    return "one source" if sources == 1 else f"{sources} sources"

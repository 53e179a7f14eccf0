"""How the totals of one counted thing stand to each other: they agree, follow each other, or contradict."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from reportedly.model import FigureRelation, Rung
from reportedly.reconciling.estimate import last_said


def accord(totals: Sequence[Rung], *, harmed: bool) -> tuple[FigureRelation, str]:
    """Say how totals stand to each other.

    Agree: one number fits all of them. Update: what was said on the last day fits one number, and whatever does not fit was said
    before. Contradict: the rest; a toll that falls by another source's word (the dead become more, or somebody is wrong); and, of
    what is no toll, two sources whose last words of one day do not fit each other, whatever a third says later (a toll grows within
    a day).

    Args:
        totals: No projections, and none that was taken back; by when said.
        harmed: They count people who came to harm.

    Returns:
        The relation, and which totals decided.
    """
    if len({(rung.low, rung.high) for rung in totals}) < 2:  # noqa: PLR2004 - one value agrees with itself
        said = f"all totals give {shown(totals[0])}" if totals else "no total is given, only parts or projections"
        return "agree", said
    common = _common(totals)
    if common is not None:
        return "agree", f"every range allows {plain(common)}"
    newest = _newest(totals)
    before = [rung for rung in totals if rung not in newest]
    apart = next((rung for rung in before if _common([rung, *newest]) is None), None)
    if apart is None or _common(newest) is None:
        one, two = _farthest(newest if _common(newest) is None else totals)
        return "contradict", f"{shown(one)} against {shown(two)}, said of the same thing"
    rivals = None if harmed else _rivals(totals)
    if rivals:
        return "contradict", f"{shown(rivals[0])} against {shown(rivals[1])}, both said {_when(rivals[0])}"
    fallen = _fallen(totals, newest) if harmed else None
    first, last = (fallen or apart), _against(fallen or apart, newest)
    told = f"{shown(first)} was said {_when(first)}, {shown(last)} {_when(last)}"
    return ("contradict", f"{told}, by another source") if fallen else ("update", told)


def _newest(totals: Sequence[Rung]) -> list[Rung]:
    """Return what stands of the last day on which anything was said; all that stands where no day is known."""
    standing = [rung for rung in totals if rung.standing == "stands"] or list(totals)
    day = max((rung.said or "" for rung in standing), default="")
    return [rung for rung in standing if (rung.said or "") == day]


def _common(rungs: Sequence[Rung]) -> Decimal | None:
    """Return a number that every range allows; None where none is."""
    low = max((rung.low for rung in rungs if rung.low is not None), default=Decimal(0))
    high = min((rung.high for rung in rungs if rung.high is not None), default=low)
    return low if low <= high else None


def _fallen(totals: Sequence[Rung], newest: Sequence[Rung]) -> Rung | None:
    """Return another source's last toll that is higher than any of the newest allows; None when there is none."""
    top = max((rung.high for rung in newest if rung.high is not None), default=None)
    if top is None or any(rung.high is None for rung in newest):
        return None
    last = [rung for rung in last_said(totals) if rung.standing == "stands" and rung not in newest]
    return next((rung for rung in last if rung.low is not None and rung.low > top), None)


def _rivals(totals: Sequence[Rung]) -> tuple[Rung, Rung] | None:
    """Return the last words of two sources, of one day, that do not fit each other, the farthest apart; None when all fit."""
    last = [rung for rung in last_said(totals) if rung.standing == "stands" and rung.said]
    apart = [
        _farthest(pair)
        for pair in combinations(last, 2)
        if len({rung.said for rung in pair}) == 1 and len({rung.origin for rung in pair}) > 1 and _common(pair) is None
    ]
    return max(apart, key=lambda pair: _stated(pair[0]) - _stated(pair[1]), default=None)


def _against(rung: Rung, newest: Sequence[Rung]) -> Rung:
    """Return the newest value that one does not fit, the last where it fits each alone."""
    return next((one for one in newest if _common([rung, one]) is None), newest[-1])


def _farthest(rungs: Sequence[Rung]) -> tuple[Rung, Rung]:
    """Return the values that lie farthest apart."""
    ends = sorted(rungs, key=_stated)
    return ends[-1], ends[0]


def _stated(rung: Rung) -> Decimal:
    """Return the number that a range is named by."""
    return rung.low if rung.low is not None else rung.high or Decimal(0)


def _when(rung: Rung) -> str:
    """Say when a value was said, or that it was before."""
    return "before" if rung.standing == "earlier" or rung.said is None else rung.said


def shown(rung: Rung) -> str:
    """Write a value with its bound."""
    sign = {"~": "about ", "<": "at most ", ">": "at least ", "=": "", "-": ""}[rung.bound]
    ends = [plain(value) for value in (rung.low, rung.high) if value is not None]
    return sign + "–".join(dict.fromkeys(ends))


def plain(value: Decimal) -> str:
    """Write a number with thousands set apart."""
    return f"{value.normalize():,f}"

"""Spans, numbers and times as JSON has them."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar, overload

import msgspec

from reportedly.errors import FormatInvalid
from reportedly.model import Span, Spans

Pair = tuple[int, int]
Number = int | float
S = TypeVar("S", bound=msgspec.Struct)


def shaped(value: object, shape: type[S], *, name: str) -> S:
    """Return ``value``, plain JSON, as a value of ``shape``.

    Raises:
        FormatInvalid: A key is missing or holds another type; the message names the place.
    """
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as fault:
        raise FormatInvalid(f"{name} does not have the shape of docs/format.md: {fault}") from fault


def pair(span: Span) -> Pair:
    """Return the span as [start, end]."""
    return (span.start, span.end)


def pair_or_none(span: Span | None) -> Pair | None:
    """Return the span as [start, end]; None when there is none."""
    return None if span is None else pair(span)


def pairs(spans: Iterable[Span]) -> tuple[Pair, ...]:
    """Return each span as [start, end]."""
    return tuple(map(pair, spans))


def span(found: Pair) -> Span:
    """Return [start, end] as a span."""
    return Span(*found)


def span_or_none(found: Pair | None) -> Span | None:
    """Return [start, end] as a span; None when there is none."""
    return None if found is None else Span(*found)


def spans(found: Iterable[Pair]) -> Spans:
    """Return each [start, end] as a span."""
    return tuple(Span(*one) for one in found)


@overload
def number(value: Decimal) -> Number: ...
@overload
def number(value: None) -> None: ...
@overload
def number(value: Decimal | None) -> Number | None: ...
def number(value: Decimal | None) -> Number | None:
    """Return a JSON number, whole when the value is; others keep the 15 significant digits of a double."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@overload
def decimal(found: Number) -> Decimal: ...
@overload
def decimal(found: None) -> None: ...
@overload
def decimal(found: Number | None) -> Decimal | None: ...
def decimal(found: Number | None) -> Decimal | None:
    """Return the number's shortest decimal, so that 79.03 is 79.03."""
    return None if found is None else Decimal(repr(found))


def time(value: date | None) -> str | None:
    """Return a day or an instant in ISO 8601; None stays None."""
    return None if value is None else value.isoformat()


def day_or_instant(found: str | None, *, name: str) -> date | None:
    """Return a `date` for a plain day, else an aware `datetime`; None stays None.

    Raises:
        FormatInvalid: It is neither, or an instant without its offset from UTC.
    """
    if found is None:
        return None
    try:
        value = datetime.fromisoformat(found) if "T" in found else date.fromisoformat(found)
    except ValueError as fault:
        raise FormatInvalid(f"{name}: expected a day or a time in ISO 8601; found {found!r}") from fault
    if isinstance(value, datetime) and value.tzinfo is None:
        raise FormatInvalid(f"{name}: expected an offset from UTC after the time; found {found!r}")
    return value


def instant(found: str | None, *, name: str) -> datetime | None:
    """Return an aware `datetime`; None stays None.

    Raises:
        FormatInvalid: It is no time with an offset.
    """
    value = day_or_instant(found, name=name)
    if value is not None and not isinstance(value, datetime):
        raise FormatInvalid(f"{name}: expected a time, not a day; found {found!r}")
    return value

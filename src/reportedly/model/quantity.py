"""How many, of what, between which bounds."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportedly.model.span import Span

Bound = Literal["=", "~", "<", ">", "-"]
Harm = Literal["killed", "wounded", "missing", "captured", "displaced"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number of things (ISO 24617-11).

    Attributes:
        span: The words read, bound words included, the counted noun not ("at least five", "about 12,000", "$79.03").
        low: Least number the words allow, inclusive; None when unbounded below. "about 12,000" keeps 12000 in both.
        high: Greatest number the words allow, inclusive; None when unbounded above.
        bound: "=" exact, "~" about, "<" at most, ">" at least, "-" a range.
        unit: Unit or currency ("USD", "%", "km"); None for a bare count.
        counted: What is counted, as the text has it with what narrows it ("North Korean soldiers"); None when the text
            does not say.
        part_of: Span of the quantity of which this one is a part ("including 500 officers"); None when of none, or where its whole has no
            number there ("three of the dead").
        role: "total", "part", or "change" for a rise or fall by so much.
        projection: A forecast or possibility ("could grow to 88,000").
        harm: What befell those counted; None when nothing is said.
        exception: The words name all but so many ("all but one"): ``low`` and ``high`` are None and ``excepted`` holds
            the number left out.
        excepted: Number left out by "all but"; None otherwise.
    """

    span: Span
    low: Decimal | None
    high: Decimal | None
    bound: Bound = "="
    unit: str | None = None
    counted: str | None = None
    part_of: Span | None = None
    role: Literal["total", "part", "change"] = "total"
    projection: bool = False
    harm: Harm | None = None
    exception: bool = False
    excepted: Decimal | None = None

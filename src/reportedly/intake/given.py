"""What the caller says about a report; it overrides what the page says."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from reportedly.errors import InputInvalid


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says about a report.

    Attributes:
        published: Day of publication, or an aware `datetime`; None when the caller does not say.
        url: Address of the page; None as above.
        outlet: Name of the publishing outlet; None as above.
        verbatim: Leave the text untouched to the character.
        id: Stable name of the report; None to derive it from the bytes.
        language: BCP 47 primary subtag ("en"); None to detect it.
        title: Headline; None to look for it.
        fast: Read pages by the fast extractor only; more of what surrounds a report comes with it.
        notes: What had to be assumed, as (code, message) pairs.
    """

    published: date | None = None
    url: str | None = None
    outlet: str | None = None
    verbatim: bool = False
    id: str | None = None
    language: str | None = None
    title: str | None = None
    fast: bool = False
    notes: tuple[tuple[str, str], ...] = ()

    def under(self, other: "Given") -> "Given":
        """Return ``other`` with this one's words where ``other`` says nothing."""
        return Given(
            published=other.published if other.published is not None else self.published,
            url=other.url or self.url,
            outlet=other.outlet or self.outlet,
            verbatim=other.verbatim or self.verbatim,
            id=other.id or self.id,
            language=other.language or self.language,
            title=other.title or self.title,
            fast=other.fast or self.fast,
            notes=other.notes if other.published is not None else self.notes + other.notes,
        )


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def moment(words: str) -> tuple[date, tuple[tuple[str, str], ...]]:
    """Read a day or a time strictly from ISO 8601.

    Args:
        words: "2031-11-04", "2031-11-04T09:30:00+02:00" or, taken as UTC, "2031-11-04T09:30".

    Returns:
        The `date` or the aware `datetime`, and a note ``time-zone-assumed`` when a zone had to be assumed.

    Raises:
        InputInvalid: The words are no such date.
    """
    stripped = words.strip()
    try:
        if _DAY.fullmatch(stripped):
            return date.fromisoformat(stripped), ()
        found = datetime.fromisoformat(stripped)
    except ValueError as fault:
        raise InputInvalid(_no_date(words)) from fault
    if not re.match(r"\d{4}-?\d{2}-?\d{2}[T ]\d", stripped):
        raise InputInvalid(_no_date(words))
    if found.tzinfo is None:
        message = f"{stripped!r} names no time zone and was taken as UTC; add one, such as +02:00, to be exact"
        return found.replace(tzinfo=UTC), (("time-zone-assumed", message),)
    return found, ()


def _no_date(words: str) -> str:
    """Say what is wrong with words that are no date."""
    return (
        f"{words[:60]!r} is no date; expected ISO 8601, such as 2031-11-04 or 2031-11-04T09:30:00+02:00; "
        "correct it or leave it out"
    )

"""Read reports made by hand from plain lines, for tests of reconciling.

A line is ``source | cue | content`` with optional remarks behind further bars::

    told("R1", "Mayor Ann Lee | said | nine people were killed | 9 people killed")

The remarks: a polarity ("denies", "cannot confirm", "does not say", "asks"); a kind of source ("outlet", "official", …);
"unnamed" for a source without a name; "in 2" for the number (from 1) of the line whose words hand this one on;
"hedge: WORDS"; "via: OUTLET"; a count, as its number, what is counted and perhaps a harm ("9 people killed", "~8000
troops", "88000 troops projected"). A line without bars is the writer's own narration.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, cast, get_args

from reportedly.model import (
    Attribution,
    Bound,
    Credit,
    Document,
    Factuality,
    Harm,
    Polarity,
    Quantity,
    Report,
    Source,
    SourceKind,
    Span,
    Statement,
)

_COUNT = re.compile(
    r"(?P<bound>[~<>]?)(?P<number>\d+)(?: (?P<counted>[\w '-]+?))?(?: (?P<harm>killed|wounded|missing))?(?P<projected> projected)?"
)


@dataclass
class _Making:
    """A report's text and marks as they grow."""

    text: str = ""
    attributions: list[Attribution] = field(default_factory=list)
    factualities: list[Factuality] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def write(self, words: str) -> Span:
        """Add words to the text and return where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def line(self, line: str) -> None:
        """Add one line of the report."""
        parts = [part.strip() for part in line.split("|")]
        if len(parts) == 1:
            content = self.write(parts[0])
            self.write(".\n")
            self._state(None, content, ())
            return
        source, cue = self.write(parts[0]), self.write(f" {parts[1]} ")
        content = self.write(parts[2])
        self.write(".\n")
        self._attribute(parts[0], (source, Span(cue.start + 1, cue.end - 1), content), parts[3:])

    def _attribute(self, name: str, spans: tuple[Span, Span, Span], remarks: list[str]) -> None:
        """Add the attribution of a line with its remarks."""
        source, cue, content = spans
        kinds = [one for one in remarks if one in get_args(SourceKind)]
        polarity = next((one for one in remarks if one in get_args(Polarity)), "asserts")
        inside = next((one for one in remarks if re.fullmatch(r"in \d+", one)), None)
        via = next((one[5:] for one in remarks if one.startswith("via: ")), None)
        hedges = [self._find(one[7:], content) for one in remarks if one.startswith("hedge: ")]
        named = "unnamed" not in remarks and bool(name)
        by = Source(
            name or None,
            cast(
                "SourceKind",
                kinds[0] if kinds and kinds[0] != "unnamed" else "person" if named else "unnamed" if name else "author",
            ),
            named,
        )
        id_ = f"A{len(self.attributions) + 1}"
        if inside:
            content = self.attributions[int(inside[3:]) - 1].content[0]
        self.attributions.append(
            Attribution(
                id_,
                (source,) if len(source) else (),
                (cue,) if len(cue) else (),
                (content,),
                "indirect",
                by,
                f"A{inside[3:]}" if inside else None,
                via=via,
            )
        )
        self.factualities.append(Factuality(id_, cast("Polarity", polarity), 3.0, tuple(hedges)))
        self._state(id_, content, [one for one in remarks if _COUNT.fullmatch(one)])

    def _state(self, attribution: str | None, content: Span, counts: Any) -> None:
        """Add a statement and its counts."""
        found = [self._count(one, content) for one in counts]
        self.quantities += found
        kind = "figure" if found else "event"
        self.statements.append(
            Statement(
                f"S{len(self.statements) + 1}",
                attribution,
                (content,),
                cast("Any", kind),
                quantities=tuple(one.span for one in found),
            )
        )

    def _count(self, remark: str, content: Span) -> Quantity:
        """Read a remark on a count; its span is the counted noun's when the number is written otherwise."""
        match = _COUNT.fullmatch(remark)
        if match is None:
            raise ValueError(remark)
        number = Decimal(match["number"])
        written = f"{number:,}"
        span = self._find(
            written if written in content.cut(self.text) else (match["counted"] or "").split()[-1], content
        )
        bound = cast("Bound", match["bound"] or "=")
        low = None if bound == "<" else number
        high = None if bound == ">" else number
        return Quantity(
            span,
            low,
            high,
            bound,
            counted=match["counted"],
            harm=cast("Harm | None", match["harm"]),
            projection=bool(match["projected"]),
        )

    def _find(self, words: str, inside: Span) -> Span:
        """Return where words stand within a span."""
        start = self.text.index(words, inside.start, inside.end)
        return Span(start, start + len(words))


def told(
    id_: str,
    *lines: str,
    day: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    credit: str | None = None,
) -> Report:
    """Make a report out of lines.

    Args:
        id_: The report's id.
        lines: As the module says.
        day: ISO 8601 day of publication.
        outlet: Who published it.
        title: Its headline.
        credit: An agency credited at the end.
    """
    making = _Making()
    for line in lines:
        making.line(line)
    credits_: tuple[Credit, ...] = ()
    if credit:
        credits_ = (Credit(making.write(f"With reporting by {credit}"), credit),)
    document = Document(
        id_,
        "0" * 64,
        making.text,
        title=title,
        outlet=outlet,
        published=date.fromisoformat(day) if day else None,
        credits=credits_,
    )
    return Report(
        document,
        {
            Attribution: tuple(making.attributions),
            Factuality: tuple(making.factualities),
            Quantity: tuple(making.quantities),
            Statement: tuple(making.statements),
        },
    )

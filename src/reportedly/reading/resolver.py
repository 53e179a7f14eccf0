"""Whom the words of a source mean, asked of a report whose mentions have been gathered."""

from bisect import bisect_left
from typing import cast

from reportedly.model import Entity, Mention, Report, Source, SourceKind, Span, Spans, cut

_POSSESSIVE = frozenset(("its", "his", "her", "their", "our", "my"))


class Resolver:
    """Answers whom stretches of one report mean; made once a report, since it lays the mentions out."""

    def __init__(self, report: Report) -> None:
        """Take a report with Mention and Entity; both layers may be empty."""
        self._text = report.text
        self._mentions = sorted(report.of(Mention), key=lambda one: (one.span.start, -one.span.end))
        self._starts = [one.span.start for one in self._mentions]
        self._entities = {entity.id: entity for entity in report.of(Entity)}

    def resolved(self, spans: Spans, head: Span | None = None) -> tuple[Entity, ...]:
        """Return whom the words of a source mean.

        Args:
            spans: The source as marked, in pieces or whole ("the agency"; "a statement from the ministry").
            head: The word they turn on, where it is known: whoever is named only behind it or before it ("two guests at the
                board's dinner", "his defender") is not meant.

        Returns:
            The entity of the phrase on which the words turn, so the person in "the head of the centre, Ana Oren" and
            the ministry in "a statement from the ministry"; several where the words join several with "and"; none when
            no mention stands in them or nobody fits.
        """
        chosen: list[Mention] = []
        for mention in (mention for span in spans for mention in self._within(span)):
            if not chosen or self._joined(chosen[-1].span, mention.span):
                chosen.append(mention)
            elif self._owns(chosen[-1].span, mention.span):
                chosen[-1] = mention
        if head is not None and len(chosen) == 1 and not chosen[0].span.overlaps(head):
            return ()
        found = dict.fromkeys(mention.entity for mention in chosen)
        return tuple(self._entities[one] for one in found if one in self._entities)

    def credited(self, spans: Spans, head: Span | None = None) -> Source:
        """Return the source that marked words credit.

        Args:
            spans: The words of the source; empty when none are given.
            head: As in `resolved`.

        Returns:
            The entities that `resolved` finds, their names joined by "; "; where it finds none, the words themselves as
            a source without a name; a source without any name where there are no words.
        """
        found = self.resolved(spans, head)
        if not found:
            return Source(cut(spans, self._text, gap=" ") or None, "unnamed", named=False)
        name = "; ".join(entity.name for entity in found)
        # A people is nobody who could be asked.
        nameless = any(one.kind == "group" for one in found)
        kind = "unnamed" if nameless else cast("SourceKind", found[0].role or "organisation")
        named = not nameless and all(one.named for one in found)
        return Source(name, kind, named=named, entity=found[0].id if len(found) == 1 else None)

    def _within(self, span: Span) -> list[Mention]:
        """Return the mentions inside a span, the widest first where several begin together; else one that it begins."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        inside = [mention for mention in self._mentions[first:last] if mention.span.end <= span.end]
        # Words that are only the beginning of a mention ("the Mail" of "the Mail on Sunday") mean all of it.
        return inside or self._mentions[first:last][:1]

    def _joined(self, left: Span, right: Span) -> bool:
        """Say whether only "and" stands between two mentions."""
        between = self._text[left.end : right.start].replace(",", " ").split() if right.start >= left.end else []
        return between in (["and"], ["&"], ["and", "the"], ["as", "well", "as"])

    def _owns(self, left: Span, right: Span) -> bool:
        """Say whether the left mention owns the right one ("Bloomberg's Ana Oren", "its Defence Ministry")."""
        between = self._text[left.end : right.start].replace("’", "'").strip()
        possessive = left.cut(self._text).lower() in _POSSESSIVE
        return right.start >= left.end and (between == "'s" or (possessive and not between))


def resolved(report: Report, spans: Spans) -> tuple[Entity, ...]:
    """Return whom the words of one source mean; for many of one report, make a `Resolver` once."""
    return Resolver(report).resolved(spans)


def credited(report: Report, spans: Spans) -> Source:
    """Return the source that the words of one source credit; for many of one report, make a `Resolver` once."""
    return Resolver(report).credited(spans)
